//! How one language writes numbers.

use std::cell::RefCell;

use rustc_hash::FxHashMap;

use crate::lang::Language;
use crate::lang::profile::{DecimalMark, NumberWords, Profile};

use super::Word;
use super::tokens::folded;

/// What one language's words and marks mean.
#[derive(Clone, Copy)]
pub(super) struct Table {
    pub(super) decimal: DecimalMark,
    /// The meaning of a word in small letters, with «ё» as «е».
    word: fn(&str) -> Option<Word>,
    /// Whether numbers are written in Chinese signs.
    pub(super) signs: bool,
}

/// The meanings of the words that a thread has met in one language, as they are spelled in its texts.
type Known = FxHashMap<Box<str>, Option<Word>>;

/// A thread that knows more words of a language begins anew, so that they take no more than some megabytes.
const MOST: usize = 30_000;

/// A longer word is looked up each time, in bytes: a number word of no language here is as long.
const LONG: usize = 96;

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

    /// The meanings of words as a text spells them, in order. Each spelling is looked up in the language's lists once a
    /// thread, for most words of a text are met again and again, and most are in no list.
    pub(super) fn words<'t>(&self, words: impl Iterator<Item = &'t str>) -> Vec<Option<Word>> {
        thread_local! {
            static KNOWN: RefCell<FxHashMap<usize, Known>> = RefCell::default();
        }
        KNOWN.with_borrow_mut(|known| {
            // Languages of one function have the same words.
            let known = known.entry(self.word as usize).or_default();
            if known.len() > MOST {
                known.clear();
            }
            words.map(|word| self.word(word, known)).collect()
        })
    }

    fn word(&self, word: &str, known: &mut Known) -> Option<Word> {
        if let Some(meaning) = known.get(word) {
            return *meaning;
        }
        let meaning = (self.word)(&folded(word));
        if word.len() <= LONG {
            known.insert(word.into(), meaning);
        }
        meaning
    }
}
