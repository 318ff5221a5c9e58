//! Numbers as people write them: figures, words, ordinals, dates, times, centuries; and which of one text's
//! numbers the other does not answer.
//!
//! Reads the words of languages whose profile has them; figures in any language. No library is used: those that read
//! number words know neither Russian nor Kazakh, and none keeps the several readings that "15,000" or "3 p.m." has.
//!
//! A number has one or more [`Reading`]s, each a list of [`Atom`]s that must all be on the other side. So
//! "15:00" is answered by "3 p.m." and by «15 часов», and "2,3 млн" by "2 million 300 thousand".

use rustc_hash::FxHashSet;

use super::Language;
use super::profile::{NumberWords, Profile};

mod decimal;
mod figures;
mod number;
mod phrases;
mod roman;
mod said;
mod spelled;
mod table;
mod tokens;
mod word;

pub use decimal::Decimal;
pub use number::{Atom, Kind, Number, Reading};
pub use word::Word;

use table::Table;

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

/// The indices of those numbers of `left` that ask and that nothing in `right` answers.
///
/// Counting is by value, not by place: a number that occurs twice on one side and once on the other is answered.
pub fn unanswered<'a>(left: &[Number], right: impl IntoIterator<Item = &'a Number>) -> Vec<usize> {
    let pool: FxHashSet<Atom> =
        right.into_iter().flat_map(|number| number.readings.iter().flatten().copied()).collect();
    let answered =
        |number: &Number| number.readings.iter().any(|reading| reading.iter().all(|atom| pool.contains(atom)));
    (0..left.len()).filter(|at| left[*at].asks() && !answered(&left[*at])).collect()
}

#[cfg(test)]
mod tests;
