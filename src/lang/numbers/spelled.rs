//! Numbers in words: "two thousand and five", «полтора миллиона», "three quarters".

use super::figures::{clock, ratio, value};
use super::said::{Said, close};
use super::{Atom, Decimal, Kind, Number, Reading, Word};

/// Numbers in words, each answering with its whole value and, for "two thirds", its fraction.
pub(super) fn spelled(text: &str, words: &[Said]) -> Vec<Number> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let (used, number) = phrase(text, &words[at..]);
        found.extend(number);
        at += used.max(1);
    }
    found
}

/// The number at the beginning of `words`; how many words were read.
fn phrase(text: &str, words: &[Said]) -> (usize, Option<Number>) {
    let mut phrase = Phrase { text, words, ..Phrase::default() };
    while phrase.read_word() {}
    phrase.number()
}

/// A number in words, as far as it is read.
#[derive(Default)]
struct Phrase<'a> {
    text: &'a str,
    words: &'a [Said],
    /// How many of the words are read.
    used: usize,
    sum: Sum,
    /// Readings beside the sum.
    readings: Vec<Reading>,
    /// The last word's value, where it is under ten or a teen: "three quarters", "two thirds".
    last_small: Option<u64>,
}

impl Phrase<'_> {
    /// Reads the next word; false at the end of the number.
    fn read_word(&mut self) -> bool {
        let Some(said) = self.words.get(self.used) else { return false };
        let before = self.used.checked_sub(1).map(|before| self.words[before].token.end);
        let apart = before.is_some_and(|end| !close(&self.text[end..said.token.start]));
        let Some(word) = said.word.filter(|_| !apart) else { return false };
        let first = self.used == 0;
        match word {
            Word::Joint if !first && joins(self.text, self.words, self.used) => {}
            Word::Ordinal(ordinal) => return self.end_in_ordinal(ordinal),
            Word::Whole(whole) if first => return self.end_in_whole(whole),
            Word::Any(values) if first => return self.end_in_any(values),
            // "three quarters", but not "three and a quarter"
            Word::Any([.., last]) if self.last_small.is_some() && self.used == 1 && last.starts_with("1/") => {
                return self.end_in_parts(last);
            }
            Word::Any(["0.5", ..]) => return self.end_in_half(),
            Word::Whole(1) if matches!(self.word_at(self.used + 1), Some(Word::Any(_))) => {}
            Word::Small(part) | Word::Tens(part) | Word::Hundreds(part) if self.sum.accepts(part) => {
                self.sum.add(part);
                self.last_small = matches!(word, Word::Small(_)).then_some(part);
            }
            Word::Hundred if self.sum.hundred() => self.last_small = None,
            Word::Scale(power) if said.token.text(self.text).chars().count() > 1 && self.sum.scale(power) => {
                self.last_small = None;
            }
            _ => return false,
        }
        self.used += 1;
        true
    }

    /// "twenty-first", and "two thirds".
    fn end_in_ordinal(&mut self, ordinal: u64) -> bool {
        if let Some(small) = self.last_small.filter(|small| *small < ordinal) {
            self.readings.extend(ratio(small, ordinal));
        }
        if self.sum.accepts(ordinal) {
            self.sum.add(ordinal);
        } else if self.used > 0 && self.last_small.is_none() {
            return false;
        }
        self.used += 1;
        false
    }

    /// «полтора миллиона», "a million", "a dozen"
    fn end_in_whole(&mut self, whole: u64) -> bool {
        self.readings.push(vec![value(whole)]);
        self.used += 1;
        if let Some(Word::Scale(power)) = self.word_at(self.used) {
            self.readings.push(vec![Atom::Value(Decimal::from(whole).shifted(power))]);
            self.used += 1;
        }
        false
    }

    /// A word of several values, and those values in the scale that follows.
    fn end_in_any(&mut self, values: &[&str]) -> bool {
        self.readings.extend(values.iter().filter_map(|value| atom(value)).map(|atom| vec![atom]));
        self.used += 1;
        if let Some(Word::Scale(power)) = self.word_at(self.used) {
            let scaled = self.readings.iter().filter_map(|reading| match reading.as_slice() {
                [Atom::Value(value)] => Some(vec![Atom::Value(value.shifted(power))]),
                _ => None,
            });
            let scaled: Vec<Reading> = scaled.collect();
            self.readings.extend(scaled);
            self.used += 1;
        }
        false
    }

    /// "three quarters": so many of the parts that `unit`, as `1/4`, names.
    fn end_in_parts(&mut self, unit: &str) -> bool {
        let below = unit.strip_prefix("1/").and_then(|below| below.parse().ok());
        let fraction = self.last_small.zip(below).map(|(above, below)| ratio(above, below));
        self.readings.extend(fraction.unwrap_or_default());
        self.used += 1;
        false
    }

    /// "two and a half": the half is 0.5 more.
    fn end_in_half(&mut self) -> bool {
        let half = self.sum.value().and_then(|whole| whole.plus(Decimal::new(5, -1)));
        self.readings.extend(half.map(|value| vec![Atom::Value(value)]));
        self.used += 1;
        false
    }

    /// The word at the place, where it belongs to the one before it.
    fn word_at(&self, at: usize) -> Option<Word> {
        follows(self.text, self.words, at)
    }

    fn number(mut self) -> (usize, Option<Number>) {
        if let Some(total) = self.sum.value() {
            self.readings.insert(0, vec![Atom::Value(total)]);
            // A bare hour word may be after noon; the other side has it in digits: "three p.m.".
            if let Some(hours @ 1..13) = total.whole()
                && self.words[self.used..].iter().take(3).any(|said| said.word == Some(Word::Afternoon))
            {
                let hours = if hours < 12 { hours + 12 } else { hours };
                self.readings.extend([vec![value(hours)], clock(hours, 0)]);
            }
        }
        if self.readings.is_empty() {
            return (self.used, None);
        }
        let span = self.words[0].token.start..self.words[self.used.max(1) - 1].token.end;
        (self.used, Some(Number { span, kind: Kind::Words, readings: self.readings }))
    }
}

/// Whether "and" at the place is between two number words.
fn joins(text: &str, words: &[Said], at: usize) -> bool {
    matches!(
        follows(text, words, at + 1),
        Some(Word::Small(_) | Word::Tens(_) | Word::Hundreds(_) | Word::Any(_) | Word::Whole(1))
    )
}

fn follows(text: &str, words: &[Said], at: usize) -> Option<Word> {
    let said = words.get(at)?;
    let near = close(&text[words.get(at.checked_sub(1)?)?.token.end..said.token.start]);
    said.word.filter(|_| near)
}

fn atom(text: &str) -> Option<Atom> {
    if let Some((above, below)) = text.split_once('/') {
        return Some(Atom::Ratio(above.parse().ok()?, below.parse().ok()?));
    }
    if let Some((hours, minutes)) = text.split_once(':') {
        return Some(Atom::Time(hours.parse::<u16>().ok()? * 60 + minutes.parse::<u16>().ok()?));
    }
    let (whole, part) = text.split_once('.').unwrap_or((text, ""));
    Decimal::digits(&format!("{whole}{part}"), part.len()).map(Atom::Value)
}

/// A number as its words add up.
#[derive(Default)]
struct Sum {
    /// Finished thousands and millions.
    total: Option<Decimal>,
    /// What comes before the next scale, under a thousand.
    current: Option<u64>,
    /// The smallest scale so far.
    scale: Option<i32>,
}

impl Sum {
    /// Whether a part may follow: "twenty" then "five", not "five" then "twenty".
    fn accepts(&self, part: u64) -> bool {
        let step = match part {
            0..10 => 10,
            10..100 => 100,
            _ => 1000,
        };
        match self.current {
            // A part of «сто», «двести» adds to nothing; "twenty" takes one to nine.
            Some(current) => part > 0 && current.is_multiple_of(step) && !(10..20).contains(&(current % 100)),
            None => true,
        }
    }

    fn add(&mut self, part: u64) {
        self.current = Some(self.current.unwrap_or(0) + part);
    }

    fn hundred(&mut self) -> bool {
        match self.current {
            Some(current @ 1..20) => self.current = Some(current * 100),
            None => self.current = Some(100),
            _ => return false,
        }
        true
    }

    fn scale(&mut self, power: i32) -> bool {
        if self.scale.is_some_and(|scale| power >= scale) || (self.total.is_some() && self.current.is_none()) {
            return false;
        }
        let part = Decimal::from(self.current.take().unwrap_or(1)).shifted(power);
        self.total = Some(self.total.and_then(|total| total.plus(part)).unwrap_or(part));
        self.scale = Some(power);
        true
    }

    fn value(&self) -> Option<Decimal> {
        match (self.total, self.current) {
            (Some(total), Some(current)) => total.plus(current.into()),
            (Some(total), None) => Some(total),
            (None, current) => current.map(Decimal::from),
        }
    }
}
