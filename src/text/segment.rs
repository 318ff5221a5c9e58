//! The words of texts in Latin and Cyrillic letters, cut as Unicode Standard Annex 29 does.
//!
//! Most texts have no other characters than those known here, and of these few can be part of a word: their words are
//! cut in one pass over the bytes, without tables. [`words`] answers nothing for any other text.

/// What a character can be in a word, by the names of the annex.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Letter,
    Numeric,
    /// `_`, which joins whatever is beside it.
    ExtendNumLet,
    /// `:`, which joins letters.
    MidLetter,
    /// `,` and `;`, which join figures.
    MidNum,
    /// Full stops and apostrophes, which join letters, and figures.
    MidNumLet,
    Other,
}

/// The class of the character at a byte and its length in bytes; `None` where it is not known here.
#[inline]
fn class(bytes: &[u8], at: usize) -> Option<(Class, usize)> {
    let byte = bytes[at];
    let second = || bytes.get(at + 1).copied();
    Some(match byte {
        b'a'..=b'z' | b'A'..=b'Z' => (Class::Letter, 1),
        b'0'..=b'9' => (Class::Numeric, 1),
        b'_' => (Class::ExtendNumLet, 1),
        b':' => (Class::MidLetter, 1),
        b',' | b';' => (Class::MidNum, 1),
        b'.' | b'\'' => (Class::MidNumLet, 1),
        0..=0x7f => (Class::Other, 1),
        0xc3 => (if matches!(second()?, 0x97 | 0xb7) { Class::Other } else { Class::Letter }, 2),
        0xc4 | 0xc5 | 0xd0 | 0xd1 | 0xd3 => (Class::Letter, 2),
        0xd2 if !matches!(second()?, 0x82..=0x89) => (Class::Letter, 2),
        0xd4 if second()? < 0xb0 => (Class::Letter, 2),
        0xc2 if matches!(second()?, 0xa0 | 0xa7 | 0xa9 | 0xab | 0xae | 0xb0 | 0xb1 | 0xbb) => (Class::Other, 2),
        0xe2 => match (second()?, bytes.get(at + 2).copied()?) {
            (0x80, 0x98 | 0x99) => (Class::MidNumLet, 3),
            (0x80, 0x80..=0x8a | 0x90..=0x97 | 0x9a..=0xa3 | 0xa5 | 0xa6 | 0xb0..=0xbe) | (0x84, 0x96) => {
                (Class::Other, 3)
            }
            _ => return None,
        },
        _ => return None,
    })
}

/// Calls `each` with the bytes where every word that has a letter or figure begins and ends; `None` where the text has
/// characters that are not known here, and then what was called is not to be relied on.
pub(super) fn words(text: &str, mut each: impl FnMut(usize, usize)) -> Option<()> {
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        let (first, length) = class(bytes, at)?;
        if !matches!(first, Class::Letter | Class::Numeric | Class::ExtendNumLet) {
            at += length;
            continue;
        }
        let start = at;
        let mut worded = first != Class::ExtendNumLet;
        let mut last = first;
        at += length;
        while at < bytes.len() {
            let (next, length) = class(bytes, at)?;
            match next {
                Class::Letter | Class::Numeric | Class::ExtendNumLet => {
                    worded |= next != Class::ExtendNumLet;
                    last = next;
                    at += length;
                }
                Class::Other => break,
                _ => {
                    let joined = match next {
                        Class::MidLetter => last == Class::Letter,
                        Class::MidNum => last == Class::Numeric,
                        _ => matches!(last, Class::Letter | Class::Numeric),
                    };
                    if !joined || at + length >= bytes.len() {
                        break;
                    }
                    let (after, further) = class(bytes, at + length)?;
                    if after != last {
                        break;
                    }
                    at += length + further;
                }
            }
        }
        if worded {
            each(start, at);
        }
    }
    Some(())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use unicode_segmentation::UnicodeSegmentation;

    use super::*;

    fn cut(text: &str) -> Option<Vec<(usize, &str)>> {
        let mut found = Vec::new();
        words(text, |start, end| found.push((start, &text[start..end])))?;
        Some(found)
    }

    #[test]
    fn every_known_character_is_cut_as_by_the_annex() {
        for c in '\0'..'\u{ffff}' {
            for text in [format!("{c}"), format!("ж{c}ж"), format!("a{c}1"), format!("1{c}2"), format!("_{c}b {c}{c}c")]
            {
                if let Some(found) = cut(&text) {
                    assert_eq!(found, text.unicode_word_indices().collect::<Vec<_>>(), "{text:?}");
                }
            }
        }
        assert!(cut("Слово, word – “don’t”, №5; 1,5 м² ×").is_none());
        assert!(cut("Слово, word – “don’t”, №5; 1,5 м × é ў җ").is_some());
    }

    proptest! {
        #[test]
        fn texts_are_cut_as_by_the_annex(text in "[a-cA-C0-3а-вА-Вёқ_.:,;'’‘ \n«»“”—…éß\u{a0}\u{1}-]{0,40}") {
            prop_assert_eq!(cut(&text), Some(text.unicode_word_indices().collect::<Vec<_>>()));
        }
    }
}
