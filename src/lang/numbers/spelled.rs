//! Numbers in words: "two hundred and five thousand", «пять с половиной тысяч», "three quarters".

use super::figures::{clock, ratio, value};
use super::said::{Said, close};
use super::{Atom, Decimal, Kind, Number, Reading, Word};

/// Below this value a number word is too often something else: "one", "the two of them".
const LEAST: u64 = 3;

/// Numbers in words, each answering with its whole value and, for "two thirds", its fraction.
pub(super) fn spelled(text: &str, words: &[Said]) -> Vec<Number> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        if words[at].word.is_none() {
            at += 1;
            continue;
        }
        let mut phrase = Phrase { text, words: &words[at..], used: 0, sum: Sum::default(), readings: Vec::new() };
        phrase.read();
        at += phrase.used.max(1);
        found.extend(phrase.number());
    }
    found
}

/// Words that make up one number.
struct Phrase<'a> {
    text: &'a str,
    words: &'a [Said],
    /// How many of the words belong to the number.
    used: usize,
    sum: Sum,
    readings: Vec<Reading>,
}

impl Phrase<'_> {
    fn read(&mut self) {
        let mut last_small = None;
        while let Some(word) = self.next() {
            match word {
                Word::Joint if self.used > 0 && self.joins() => {}
                Word::With if self.used > 0 && matches!(self.follows(self.used + 1), Some(Word::Any(_))) => {}
                Word::Ordinal(ordinal) => return self.ordinal(ordinal, last_small),
                Word::Whole(whole) if self.used == 0 => return self.whole(whole),
                Word::Any(values) if self.used == 0 => return self.any(values),
                Word::Any(values) => return self.fraction(values, last_small),
                Word::Whole(1) if matches!(self.follows(self.used + 1), Some(Word::Any(_))) => {}
                Word::Small(part) | Word::Tens(part) | Word::Hundreds(part) if self.sum.accepts(part) => {
                    self.sum.add(part);
                    last_small = matches!(word, Word::Small(_)).then_some(part);
                }
                Word::Hundred if self.sum.hundred() => last_small = None,
                Word::Scale(power) if !self.is_letter() && self.sum.scale(power) => last_small = None,
                _ => return,
            }
            self.used += 1;
        }
    }

    /// The meaning of the next word, where it is near the one before.
    fn next(&self) -> Option<Word> {
        if self.used == 0 { self.words.first()?.word } else { self.follows(self.used) }
    }

    fn follows(&self, at: usize) -> Option<Word> {
        let said = self.words.get(at)?;
        let near = close(&self.text[self.words.get(at.checked_sub(1)?)?.token.end..said.token.start]);
        said.word.filter(|_| near)
    }

    /// Whether the next word is one letter, which abbreviates something else: "m".
    fn is_letter(&self) -> bool {
        let letters = self.words[self.used].token.text(self.text);
        letters.is_ascii() && letters.len() == 1
    }

    /// Whether "and" is between two number words.
    fn joins(&self) -> bool {
        matches!(
            self.follows(self.used + 1),
            Some(Word::Small(_) | Word::Tens(_) | Word::Hundreds(_) | Word::Any(_) | Word::Whole(1))
        )
    }

    fn ordinal(&mut self, ordinal: u64, last_small: Option<u64>) {
        if let Some(small) = last_small.filter(|small| *small < ordinal) {
            self.readings.extend(ratio(small, ordinal));
        }
        if self.sum.accepts(ordinal) {
            // "a third", «треть»
            if self.used == 0 && (3..=10).contains(&ordinal) {
                self.readings.extend(ratio(1, ordinal));
            }
            self.sum.add(ordinal);
        } else if self.used > 0 && last_small.is_none() {
            return;
        }
        self.used += 1;
    }

    /// «полтора миллиона», "a million", "a dozen"
    fn whole(&mut self, whole: u64) {
        self.readings.push(vec![value(whole)]);
        self.used += 1;
        if let Some(power) = self.scale() {
            self.readings.push(vec![Atom::Value(Decimal::from(whole).shifted(power))]);
        }
    }

    /// "half", "half a million", «четверть миллиона»
    fn any(&mut self, values: &[&str]) {
        self.readings.extend(values.iter().filter_map(|value| atom(value)).map(|atom| vec![atom]));
        self.used += 1;
        let article = matches!(self.follows(self.used), Some(Word::Whole(1)));
        if article && matches!(self.follows(self.used + 1), Some(Word::Scale(_))) {
            self.used += 1;
        }
        if let Some(power) = self.scale() {
            let scaled = self.readings.iter().filter_map(|reading| match reading.as_slice() {
                [Atom::Value(value)] => Some(vec![Atom::Value(value.shifted(power))]),
                _ => None,
            });
            let scaled: Vec<_> = scaled.collect();
            self.readings.extend(scaled);
        }
    }

    /// "three quarters"; "two and a half", where the half is 0.5 more; «пять с половиной тысяч».
    fn fraction(&mut self, values: &[&str], last_small: Option<u64>) {
        let below = values.last().and_then(|last| last.strip_prefix("1/")).and_then(|below| below.parse().ok());
        if let (Some(above), Some(below), 1) = (last_small, below, self.used) {
            self.readings.extend(ratio(above, below));
            self.used += 1;
        } else if let Some(Atom::Value(part)) = values.first().and_then(|value| atom(value))
            && part < Decimal::from(1)
        {
            let sum = self.sum.value().and_then(|whole| whole.plus(part));
            self.used += 1;
            let power = self.scale().unwrap_or(0);
            self.readings.extend(sum.map(|sum| vec![Atom::Value(sum.shifted(power))]));
        }
    }

    /// The scale that is the next word, which is then used.
    fn scale(&mut self) -> Option<i32> {
        let Some(Word::Scale(power)) = self.follows(self.used) else { return None };
        self.used += 1;
        Some(power)
    }

    fn number(mut self) -> Option<Number> {
        let plain = self.readings.is_empty() || matches!(self.readings.first()?.as_slice(), [Atom::Ratio(..)]);
        if let Some(total) = self.sum.value() {
            let at = if plain { 0 } else { self.readings.len() };
            self.readings.insert(at, vec![Atom::Value(total)]);
            self.afternoon(total);
        }
        let least = match self.readings.first()?.as_slice() {
            [Atom::Value(value)] => *value >= Decimal::from(LEAST),
            _ => false,
        };
        let first = self.words[0].word;
        let certain = least && !matches!(first, Some(Word::Any(_) | Word::Scale(_) | Word::Hundred));
        let span = self.words[0].token.start..self.words[self.used.max(1) - 1].token.end;
        Some(Number { span, kind: if certain { Kind::Spelled } else { Kind::Words }, readings: self.readings })
    }

    /// A bare hour word may be after noon; the other side says so in digits: "three p.m.".
    fn afternoon(&mut self, total: Decimal) {
        if let Some(hours @ 1..13) = total.whole()
            && self.words[self.used..].iter().take(3).any(|said| said.word == Some(Word::Afternoon))
        {
            let hours = if hours < 12 { hours + 12 } else { hours };
            self.readings.push(vec![value(hours)]);
            self.readings.push(clock(hours, 0));
        }
    }
}

pub(super) fn atom(text: &str) -> Option<Atom> {
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
    /// What is before the next scale, under a thousand.
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
            // « soixante-dix », « dix-sept », « quatre-vingts »
            Some(current) if part == 20 && current % 100 == 4 => true,
            Some(current) if (10..20).contains(&part) && matches!(current % 100, 60 | 80) => true,
            Some(current) if (7..10).contains(&part) && current % 100 == 10 => true,
            Some(current) => part > 0 && current.is_multiple_of(step) && !(10..20).contains(&(current % 100)),
            None => true,
        }
    }

    fn add(&mut self, part: u64) {
        let current = self.current.unwrap_or(0);
        let fourscore = part == 20 && current % 100 == 4;
        self.current = Some(if fourscore { current + 76 } else { current + part });
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
