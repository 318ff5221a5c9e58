//! Whether a key is a language, and whether a term can be looked up at all.

use super::fault::FaultKind;
use super::script;

/// No term of any glossary is longer; what is longer is a text that went astray.
const LETTERS: usize = 300;

/// The primary subtag of a key that is a language tag, of two or three letters.
pub(super) fn language_code(key: &str) -> Option<String> {
    let primary = key.split('-').next().filter(|primary| matches!(primary.len(), 2 | 3))?;
    let language: crate::lang::Language = key.parse().ok()?;
    (language.code().eq_ignore_ascii_case(primary)).then(|| language.code().to_owned())
}

/// The fault of a term by itself; the first that is found.
pub(super) fn wrong_with(text: &str, key: &str, language: &str) -> Option<FaultKind> {
    let letters = text.chars().count();
    let term = || text.to_owned();
    match () {
        () if text.is_empty() => Some(FaultKind::EmptyTerm { key: key.to_owned() }),
        () if !text.chars().any(char::is_alphanumeric) => Some(FaultKind::OnlyPunctuation { term: term() }),
        () if letters > LETTERS => Some(FaultKind::TooLong { letters, limit: LETTERS }),
        () if !script::fits(text, language) => {
            Some(FaultKind::WrongScript { term: term(), language: language.to_owned() })
        }
        () => None,
    }
}
