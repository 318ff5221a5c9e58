//! Word pairs that tell a translation: built in, added by the user, learned.

use crate::lang::Language;

/// Word pairs of two languages, compared by stem.
#[derive(Clone, Debug, Default)]
pub struct Lexicon {}

impl Lexicon {
    /// The built-in lexicon for a pair of languages; empty where there is none.
    pub fn built_in(_source: &Language, _target: &Language) -> Lexicon {
        Lexicon {}
    }

    /// Adds a pair of words or terms, as a glossary or a user's list gives them.
    pub fn add(&mut self, _source: &str, _target: &str) {}
}
