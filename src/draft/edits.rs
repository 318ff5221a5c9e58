//! Changes of one text, gathered first and made together.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::edit::{Edits, TextEdit};
use crate::text::Span;

/// Changes of one text, by places in the text as it was.
#[derive(Clone, Default)]
pub(super) struct GatheredEdits {
    /// By start, the end and what is there instead.
    replaced: BTreeMap<usize, (usize, String)>,
    /// By place, what comes before what is there.
    before: BTreeMap<usize, String>,
    /// By place, what comes after what is there, with what parts it from it.
    after: BTreeMap<usize, Vec<(String, String)>>,
    /// Words that come to the text.
    added: String,
    /// Words that go from it.
    taken: String,
}

impl GatheredEdits {
    pub(super) fn replace(&mut self, span: Span, text: String) {
        self.replaced.insert(span.start, (span.end, text));
    }

    pub(super) fn insert_before(&mut self, at: usize, text: String) {
        self.before.entry(at).or_default().push_str(&text);
    }

    pub(super) fn insert(&mut self, at: usize, text: &str, glue: &str) {
        self.after.entry(at).or_default().push((text.to_owned(), glue.to_owned()));
    }

    /// Says which words the changes bring; all others stay as they are.
    pub(super) fn adds(&mut self, words: &str) {
        self.added.push_str(words);
    }

    /// Says which words the changes take away.
    pub(super) fn takes(&mut self, words: &str) {
        self.taken.push_str(words);
    }

    pub(super) fn touches(&self, span: Span) -> bool {
        let after = self.after.range(span.start + 1..).next();
        let replaced = self.replaced.range(..span.end).next_back();
        after.is_some_and(|(at, _)| *at < span.end) || replaced.is_some_and(|(_, (end, _))| *end > span.start)
    }

    /// Takes a stretch of whole lines out, with the blank lines behind it, and gives it as it will be: with what is
    /// to come before things in it.
    pub(super) fn cut(&mut self, text: &str, span: Span, ending: &str) -> String {
        let mut moved = String::new();
        let mut at = span.start;
        let inside: Vec<usize> = self.before.range(span.range()).map(|(at, _)| *at).collect();
        for place in inside {
            moved.push_str(&text[at..place]);
            moved.push_str(&self.before.remove(&place).unwrap_or_default());
            at = place;
        }
        moved.push_str(&text[at..span.end]);
        let rest = &text[span.end..];
        let space = rest.len() - rest.trim_start_matches(['\n', '\r', ' ', '\t']).len();
        // Indentation of what follows is not blank.
        let gone = rest[..space].rfind(['\n', '\r']).map_or(0, |last| last + 1);
        let last = rest.trim().is_empty();
        self.replaced.insert(span.start, (span.end + gone, String::new()));
        debug_assert!(!moved.is_empty() && (last || !ending.is_empty()));
        moved
    }

    /// The text with the changes made; `None` where a letter of it would be lost or doubled.
    pub(super) fn apply(&self, text: &str) -> Option<String> {
        let changed = String::from_utf8(self.edits(text).apply(text.as_bytes())?).ok()?;
        (signs(&[&changed, &self.taken]) == signs(&[text, &self.added])).then_some(changed)
    }

    fn edits(&self, text: &str) -> Edits {
        let mut edits: Vec<TextEdit> = Vec::new();
        let mut places: BTreeSet<usize> = self.replaced.keys().copied().collect();
        places.extend(self.before.keys());
        places.extend(self.after.keys());
        // The text as far as it is written: what parts an insertion from it depends on its end.
        let mut out = String::with_capacity(text.len());
        let mut at = 0;
        for place in places {
            if place > at {
                out.push_str(&text[at..place]);
                at = place;
            }
            let (start, written) = (at, out.len());
            for (inserted, glue) in self.after.get(&place).into_iter().flatten() {
                if out.trim_start_matches('\u{feff}').is_empty() {
                    out.push_str(inserted);
                    // At the very beginning what follows is parted from it.
                    out.push_str(if text[at..].trim().is_empty() { glue.get(..1).unwrap_or("\n") } else { glue });
                } else {
                    let kept = out.trim_end_matches(['\n', '\r']).len();
                    // What was cut out before this place left its blank lines behind.
                    if out[kept..].contains('\n') {
                        out.push_str(inserted);
                        out.push_str(glue);
                    } else {
                        out.push_str(glue);
                        out.push_str(inserted);
                    }
                }
            }
            out.push_str(self.before.get(&place).map_or("", String::as_str));
            if let Some((end, instead)) = self.replaced.get(&place) {
                out.push_str(instead);
                at = at.max(*end);
            }
            let edit = TextEdit { bytes: Span::new(start, at), text: out.as_bytes()[written..].to_vec() };
            match edits.last_mut() {
                // A place inside what another one replaced comes behind that.
                Some(last) if last.bytes.end == start => {
                    last.bytes.end = at;
                    last.text.extend(edit.text);
                }
                _ => edits.push(edit),
            }
        }
        Edits::new(edits)
    }
}

/// How often each sign that carries meaning occurs in some texts; the marks of comments, quotes and rows do not.
fn signs(texts: &[&str]) -> HashMap<char, usize> {
    let mut signs = HashMap::new();
    let counted = |c: &char| !c.is_ascii_punctuation() && !c.is_whitespace() && !c.is_control();
    for sign in texts.iter().flat_map(|text| text.chars()).filter(counted) {
        *signs.entry(sign).or_default() += 1;
    }
    signs
}
