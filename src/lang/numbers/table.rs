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
}

impl Table {
    pub(super) fn of(language: &Language) -> Table {
        let profile = Profile::of(language);
        let word = match profile.number_words {
            NumberWords::Read(word) => word,
            NumberWords::Unread | NumberWords::Signs => |_: &str| None,
        };
        Table { decimal: profile.decimal, word }
    }
}
