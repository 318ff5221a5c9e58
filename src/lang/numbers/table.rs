//! How one language writes numbers.

use crate::lang::Language;
use crate::lang::profile::{DecimalMark, NumberWords, Profile};

use super::Word;

/// What one language's words and marks mean.
#[derive(Clone, Copy)]
pub(super) struct Table {
    pub(super) decimal: DecimalMark,
    /// The meaning of a word in small letters, with «ё» as «е».
    pub(super) word: fn(&str) -> Option<Word>,
    /// Whether numbers are written in Chinese signs.
    pub(super) signs: bool,
}

impl Table {
    pub(super) fn of(language: &Language) -> Table {
        let profile = Profile::of(language);
        let word = match profile.number_words {
            NumberWords::Read(word) | NumberWords::Scales(word) | NumberWords::Signs(word) => word,
            NumberWords::Unread => |_: &str| None,
        };
        let signs = matches!(profile.number_words, NumberWords::Signs(_));
        Table { decimal: profile.decimal, word, signs }
    }
}
