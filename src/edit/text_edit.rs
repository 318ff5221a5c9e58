//! Replacements in one text.

use crate::text::Span;

/// A replacement in one file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextEdit {
    /// Bytes of the file as it was; empty for an insertion.
    pub bytes: Span,
    /// What the file holds there afterwards.
    pub text: Vec<u8>,
}

/// Replacements in one file, in the order of the file, none over another.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Edits(Vec<TextEdit>);

impl Edits {
    /// Takes edits in any order. Of edits that overlap, or that name the same bytes, one stays: the one that begins
    /// first; of those that begin together the one that ends first; of those of the same bytes the one given first.
    pub fn new(mut edits: Vec<TextEdit>) -> Edits {
        edits.sort_by_key(|edit| edit.bytes);
        let mut kept: Vec<TextEdit> = Vec::with_capacity(edits.len());
        for edit in edits {
            let free = kept.last().is_none_or(|last| edit.bytes.start >= last.bytes.end && edit.bytes != last.bytes);
            if free {
                kept.push(edit);
            }
        }
        Edits(kept)
    }

    /// The edits, in the order of the file.
    pub fn as_slice(&self) -> &[TextEdit] {
        &self.0
    }

    /// How many edits there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether nothing is changed.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The bytes with the edits made; `None` where an edit is beyond their end.
    pub fn apply(&self, bytes: &[u8]) -> Option<Vec<u8>> {
        let mut made = Vec::with_capacity(bytes.len());
        let mut from = 0;
        for edit in &self.0 {
            made.extend_from_slice(bytes.get(from..edit.bytes.start)?);
            made.extend_from_slice(&edit.text);
            from = edit.bytes.end;
        }
        made.extend_from_slice(bytes.get(from..)?);
        Some(made)
    }

    /// The edits that take these back, when they are applied to what [`Edits::apply`] made of `bytes`; `None` where an
    /// edit is beyond the end of `bytes`.
    pub fn invert(&self, bytes: &[u8]) -> Option<Edits> {
        let (mut written, mut from) = (0, 0);
        let mut inverse = Vec::with_capacity(self.0.len());
        for edit in &self.0 {
            written += edit.bytes.start - from;
            let text = bytes.get(edit.bytes.range())?.to_vec();
            inverse.push(TextEdit { bytes: Span::new(written, written + edit.text.len()), text });
            written += edit.text.len();
            from = edit.bytes.end;
        }
        Some(Edits(inverse))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn edit(start: usize, end: usize, text: &str) -> TextEdit {
        TextEdit { bytes: Span::new(start, end), text: text.as_bytes().to_vec() }
    }

    fn made(text: &str, edits: &[TextEdit]) -> String {
        String::from_utf8(Edits::new(edits.to_vec()).apply(text.as_bytes()).unwrap()).unwrap()
    }

    #[test]
    fn of_edits_that_overlap_the_one_that_begins_first_is_made() {
        assert_eq!(made("the city hall", &[edit(9, 13, "house"), edit(4, 13, "akimat")]), "the akimat");
    }

    #[test]
    fn of_edits_of_the_same_bytes_the_one_given_first_is_made_once() {
        assert_eq!(made("a b", &[edit(2, 3, "c"), edit(2, 3, "d"), edit(2, 3, "c")]), "a c");
        assert_eq!(made("ab", &[edit(1, 1, "x"), edit(1, 1, "y")]), "axb");
    }

    #[test]
    fn an_edit_beyond_the_end_is_refused() {
        let edits = Edits::new(vec![edit(2, 9, "x")]);
        assert_eq!(edits.apply(b"abc"), None);
        assert_eq!(edits.invert(b"abc"), None);
    }

    /// Bytes, and edits within them in any order, overlapping or not.
    fn cases() -> impl Strategy<Value = (Vec<u8>, Vec<TextEdit>)> {
        prop::collection::vec(any::<u8>(), 0..80).prop_flat_map(|bytes| {
            let length = bytes.len();
            let one = (0..=length, 0..=length, prop::collection::vec(any::<u8>(), 0..6))
                .prop_map(|(one, other, text)| TextEdit { bytes: Span::new(one.min(other), one.max(other)), text });
            (Just(bytes), prop::collection::vec(one, 0..8))
        })
    }

    proptest! {
        #[test]
        fn applied_and_taken_back_the_bytes_are_as_they_were((bytes, edits) in cases()) {
            let edits = Edits::new(edits);
            let after = edits.apply(&bytes).unwrap();
            let inverse = edits.invert(&bytes).unwrap();
            prop_assert_eq!(inverse.apply(&after).unwrap(), bytes);
        }

        #[test]
        fn bytes_outside_the_edits_stay((bytes, edits) in cases()) {
            let edits = Edits::new(edits);
            let after = edits.apply(&bytes).unwrap();
            let (mut from, mut at) = (0, 0);
            for edit in edits.as_slice() {
                let kept = edit.bytes.start - from;
                prop_assert_eq!(&after[at..at + kept], &bytes[from..edit.bytes.start]);
                at += kept;
                prop_assert_eq!(&after[at..at + edit.text.len()], &edit.text[..]);
                at += edit.text.len();
                from = edit.bytes.end;
            }
            prop_assert_eq!(&after[at..], &bytes[from..]);
        }

        #[test]
        fn edits_that_do_not_overlap_are_all_made((bytes, edits) in cases()) {
            let kept = Edits::new(edits);
            let again = Edits::new(kept.as_slice().iter().rev().cloned().collect());
            prop_assert_eq!(again.as_slice(), kept.as_slice());
            prop_assert!(kept.apply(&bytes).is_some());
        }
    }
}
