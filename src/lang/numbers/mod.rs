//! Numbers as people write them: figures, words, ordinals, dates, times, centuries; and which of one text's
//! numbers the other does not answer.
//!
//! Reads the words of languages whose profile has them; figures in any language. No library is used: those that read
//! number words know neither Russian nor Kazakh, and none keeps the several readings that "15,000" or "3 p.m." has.
//!
//! A number has one or more [`Reading`]s, each a list of [`Atom`]s that must all stand on the other side. So
//! "15:00" is answered by "3 p.m." and by «15 часов», and "2,3 млн" by "2 million 300 thousand".

use std::ops::Range;

use rustc_hash::FxHashSet;

use super::Language;
use super::profile::{DecimalMark, NumberWords, Profile};

mod decimal;
mod figures;
mod phrases;
mod roman;
mod tokens;
mod word;

pub use decimal::Decimal;
pub use word::Word;

/// A number in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Number {
    /// Bytes of the text.
    pub span: Range<usize>,
    pub kind: Kind,
    /// What the number may mean, the likeliest first; never empty.
    pub readings: Vec<Reading>,
}

/// One meaning of a number: the other side answers it where it has all the atoms.
pub type Reading = Vec<Atom>;

/// The smallest thing that two languages' numbers share.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Atom {
    Value(Decimal),
    /// 1 to 12.
    Month(u8),
    /// Minutes after midnight.
    Time(u16),
    /// Numerator and denominator.
    Ratio(u64, u64),
}

/// How a number is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// In digits: a quantity, year, ordinal, part of a date.
    Figure,
    /// A time of day in digits.
    Time,
    /// A month named beside its day.
    Month,
    /// A Roman numeral of a century.
    Century,
    /// In words, or a Roman numeral elsewhere: it may answer, but is never missed.
    Words,
    /// Part of a code, telephone number, version, or a list's own number: it may answer, but is never missed.
    Code,
}

impl Number {
    /// Whether the other side must answer it.
    pub fn asks(&self) -> bool {
        !matches!(self.kind, Kind::Words | Kind::Code)
    }

    /// The likeliest whole value, where it has one.
    pub fn whole(&self) -> Option<u64> {
        match self.readings.first()?.as_slice() {
            [Atom::Value(value)] => value.whole(),
            _ => None,
        }
    }
}

/// Every number of a text, in order, not overlapping.
pub fn numbers(text: &str, language: &Language) -> Vec<Number> {
    let table = Table::of(language);
    let tokens = tokens::tokens(text);
    let mut numbers = figures::figures(text, &tokens, &table);
    phrases::join(text, &mut numbers, &tokens, &table);
    numbers
}

/// Below this value a figure may be answered by a word of the language unseen, since its number words are not read; 0
/// where they are. Chinese and Japanese write numbers of any size in their own signs («第二十条»).
pub fn spelled_below(language: &Language) -> u64 {
    match Profile::of(language).number_words {
        NumberWords::Signs => u64::MAX,
        NumberWords::Read(_) => 0,
        NumberWords::Unread => 13,
    }
}

/// What one language's words and marks mean.
#[derive(Clone, Copy)]
struct Table {
    decimal: DecimalMark,
    /// The meaning of a word in small letters, with «ё» as «е».
    word: fn(&str) -> Option<Word>,
}

impl Table {
    fn of(language: &Language) -> Table {
        let profile = Profile::of(language);
        let word = match profile.number_words {
            NumberWords::Read(word) => word,
            NumberWords::Unread | NumberWords::Signs => |_: &str| None,
        };
        Table { decimal: profile.decimal, word }
    }
}

/// The indices of those numbers of `left` that ask and that nothing in `right` answers.
///
/// Counting is by value, not by place: a number that stands twice on one side and once on the other is answered.
pub fn unanswered<'a>(left: &[Number], right: impl IntoIterator<Item = &'a Number>) -> Vec<usize> {
    let pool: FxHashSet<Atom> =
        right.into_iter().flat_map(|number| number.readings.iter().flatten().copied()).collect();
    let answered =
        |number: &Number| number.readings.iter().any(|reading| reading.iter().all(|atom| pool.contains(atom)));
    (0..left.len()).filter(|at| left[*at].asks() && !answered(&left[*at])).collect()
}

#[cfg(test)]
mod tests;
