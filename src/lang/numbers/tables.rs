//! What a language's words say about numbers, one table a language.

use super::{english, german, kazakh, russian};

/// What a word says about a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Word {
    /// A cardinal under twenty.
    Small(u64),
    /// Twenty, thirty … ninety.
    Tens(u64),
    /// A word for several hundreds: «двести».
    Hundreds(u64),
    /// The word "hundred", which multiplies what stands before it.
    Hundred,
    /// A power of ten that multiplies what stands before it: thousand, million.
    Scale(i32),
    /// An ordinal, which ends a number: "fifth", «пятый».
    Ordinal(u64),
    /// A number that no other word continues: «двухлетний», "both", "dreiundzwanzig".
    Whole(u64),
    /// A word that may answer any of these: "half" answers 0.5, 50 (percent), 30 (minutes).
    Any(&'static [&'static str]),
    /// A month, 1 to 12.
    Month(u8),
    /// A word that makes a Roman numeral before it a number.
    Century,
    /// Joins two number words: "and", "und".
    Joint,
    /// Makes an hour before it one after noon: "p.m.", «вечера».
    Afternoon,
    /// Joins the two ends of a range: "to", «до».
    Range,
    /// An hour, "o'clock", «часов».
    Hour,
}

/// What one language's words and marks mean.
#[derive(Clone, Copy)]
pub(super) struct Table {
    /// Whether the decimal mark is the comma.
    pub(super) comma: bool,
    /// The meaning of a word in small letters, with «ё» as «е».
    pub(super) word: fn(&str) -> Option<Word>,
    /// Whether number words are read: where they are not, a small figure may be answered by one unseen.
    pub(super) reads_words: bool,
}

pub(super) fn table(code: &str) -> Table {
    match code {
        "ru" => Table { comma: true, word: russian::word, reads_words: true },
        "de" => Table { comma: true, word: german::word, reads_words: true },
        "kk" => Table { comma: true, word: kazakh::word, reads_words: true },
        "en" => Table { comma: false, word: english::word, reads_words: true },
        "zh" | "ja" | "ko" | "he" | "th" | "hi" => Table { comma: false, word: none, reads_words: false },
        _ => Table { comma: true, word: none, reads_words: false },
    }
}

fn none(_word: &str) -> Option<Word> {
    None
}
