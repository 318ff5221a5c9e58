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

mod clock;
mod decimal;
mod digits;
mod figures;
mod forms;
mod number;
mod overlap;
mod phrases;
mod roman;
mod run;
mod said;
mod signs;
mod spelled;
mod table;
mod tokens;
mod word;

pub use decimal::Decimal;
pub(in crate::lang) use forms::Forms;
pub use number::{Atom, Kind, Number, Reading};
pub use word::Word;

use digits::Latin;
use table::Table;

/// Every number of a text, in order, not overlapping.
pub fn numbers(text: &str, language: &Language) -> Vec<Number> {
    let table = Table::of(language);
    let latin = Latin::of(text, table.decimal);
    let text: &str = &latin.text;
    let tokens = tokens::tokens(text);
    let mut numbers = figures::figures(text, &tokens, &table);
    phrases::join(text, &mut numbers, &tokens, &table);
    for number in &mut numbers {
        number.span = latin.original(number.span.clone());
    }
    numbers
}

/// Below this value a figure may be answered by a word of the language unseen, since its number words are not read; 0
/// where they are. Chinese and Japanese write numbers of any size in their own signs («第二十条»), which are read, and
/// Japanese small ones in letters.
pub fn spelled_below(language: &Language) -> u64 {
    match Profile::of(language).number_words {
        NumberWords::Signs(_) => 11,
        NumberWords::Read(_) => 0,
        NumberWords::Unread | NumberWords::Scales(_) => 13,
    }
}

/// Whether all number words of a language are read, so that one which is missing is missing.
pub fn reads_words(language: &Language) -> bool {
    matches!(Profile::of(language).number_words, NumberWords::Read(_))
}

/// The indices of those numbers of `left` that ask and that nothing in `right` answers.
///
/// Counting is by value, not by place: a number that occurs twice on one side and once on the other is answered.
pub fn unanswered<'a>(left: &[Number], right: impl IntoIterator<Item = &'a Number>) -> Vec<usize> {
    let pool = Pool::of(right);
    (0..left.len()).filter(|at| left[*at].asks() && !pool.answers(&left[*at])).collect()
}

/// What the numbers of one text answer.
#[derive(Clone, Debug)]
pub struct Pool(FxHashSet<Atom>);

impl Pool {
    /// What these numbers answer, whatever their order.
    pub fn of<'a>(numbers: impl IntoIterator<Item = &'a Number>) -> Pool {
        let mut pool = FxHashSet::default();
        for number in numbers {
            let written = matches!(number.kind, Kind::Figure | Kind::Time | Kind::Code);
            for atom in number.readings.iter().flatten() {
                pool.insert(*atom);
                if let Atom::Month(month) = atom {
                    pool.insert(Atom::Value(u64::from(*month).into()));
                }
                if let (true, Atom::Value(value)) = (written, atom) {
                    pool.insert(Atom::Figure(*value));
                }
            }
        }
        Pool(pool)
    }

    /// Whether a number of the other text is answered.
    pub fn answers(&self, number: &Number) -> bool {
        let met = |reading: &Reading| reading.iter().all(|atom| self.0.contains(atom));
        number.readings.iter().any(met) && !self.reverses(number)
    }

    /// Whether what comes first in a ratio, score or range comes second here: 3:1 and "1 to 3".
    fn reverses(&self, number: &Number) -> bool {
        number.readings.iter().any(|reading| match reading.as_slice() {
            [Atom::Pair(first, second)] => {
                let leads = number.whole().is_none_or(|whole| whole == *first);
                let pair = |first: u64, second: u64| self.0.contains(&Atom::Pair(first, second));
                leads && first != second && pair(*second, *first) && !pair(*first, *second)
            }
            _ => false,
        })
    }
}

#[cfg(test)]
mod tests;
