//! What a number is, however it is written.

use std::ops::Range;

use super::Decimal;

/// A number in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Number {
    /// Bytes of the text.
    pub span: Range<usize>,
    /// How it is written, and whether it asks for a counterpart.
    pub kind: Kind,
    /// What the number may mean, the likeliest first; never empty.
    pub readings: Vec<Reading>,
}

/// One meaning of a number: the other side answers it where it has all the atoms.
pub type Reading = Vec<Atom>;

/// The smallest thing that two languages' numbers share.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Atom {
    /// A number.
    Value(Decimal),
    /// 1 to 12.
    Month(u8),
    /// Minutes after midnight.
    Time(u16),
    /// A value below zero, without its sign.
    Negative(Decimal),
    /// A word or sign that makes a value negative, apart from it: "below zero", «мороза».
    Minus,
    /// A value that is written in digits, and not in words.
    Figure(Decimal),
    /// Numerator and denominator.
    Ratio(u64, u64),
    /// A ratio, a score or a range: what comes first, and what comes second.
    Pair(u64, u64),
    /// The parts of a version, 16 bits each.
    Version(u64),
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
    /// In words, of three or more, or a Roman numeral elsewhere: missed only where the other side has another number
    /// that nothing answers.
    Spelled,
    /// In words that need not mean a number ("a", "half"): it may answer, but is never missed.
    Words,
    /// Part of a code, telephone number, version, or a list's own number: it may answer, but is never missed.
    Code,
}

impl Atom {
    /// The month that it is, 1 to 12.
    pub fn month(self) -> Option<u8> {
        match self {
            Atom::Month(month) => Some(month),
            _ => None,
        }
    }
}

impl Kind {
    /// The smaller, the more a number of this kind asks for an answer.
    pub(super) fn modesty(self) -> u8 {
        match self {
            Kind::Figure | Kind::Time | Kind::Month | Kind::Century => 0,
            Kind::Spelled => 1,
            Kind::Words => 2,
            Kind::Code => 3,
        }
    }
}

impl Number {
    /// Whether the other side must answer it.
    pub fn asks(&self) -> bool {
        !matches!(self.kind, Kind::Spelled | Kind::Words | Kind::Code)
    }

    /// The likeliest whole value, where it has one.
    pub fn whole(&self) -> Option<u64> {
        match self.readings.first()?.as_slice() {
            [Atom::Value(value)] => value.whole(),
            _ => None,
        }
    }
}
