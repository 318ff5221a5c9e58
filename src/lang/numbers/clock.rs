//! Times of day in words: "half past seven", «без пяти восемь», "fünf vor acht".

use super::figures::clock;
use super::said::{Said, close};
use super::{Kind, Number, Reading, Word};

/// Every reading of the words as a time of day, before noon and after; they only answer, so that a wrong one is harmless.
pub(super) fn clocks(text: &str, words: &[Said]) -> Vec<Number> {
    let mut found = Vec::new();
    for at in 0..words.len() {
        let near = Near { text, words, at };
        if let Some((readings, end)) = near.counted_down().or_else(|| near.counted_up())
            && near.is_whole(end)
        {
            let span = words[at].token.start..words[end - 1].token.end;
            found.push(Number { span, kind: Kind::Words, readings });
        }
    }
    found
}

/// The words from one on.
struct Near<'a> {
    text: &'a str,
    words: &'a [Said],
    at: usize,
}

impl Near<'_> {
    /// «без пяти восемь», «без четверти восемь»
    fn counted_down(&self) -> Option<(Vec<Reading>, usize)> {
        if self.words[self.at].word != Some(Word::Before) {
            return None;
        }
        let (minutes, next) = self.minutes(self.at + 1)?;
        let (hour, end) = self.hour(self.of_minutes(next))?;
        Some((times(hour, 60 - minutes, -1), end))
    }

    /// "five to eight", "quarter past seven", «десять минут восьмого», «половина восьмого», "halb acht"
    fn counted_up(&self) -> Option<(Vec<Reading>, usize)> {
        let (minutes, next) = self.minutes(self.at)?;
        let next = self.of_minutes(next);
        match self.words.get(next)?.word {
            Some(Word::Before | Word::Range) => {
                let (hour, end) = self.hour(next + 1)?;
                Some((times(hour, 60 - minutes, -1), end))
            }
            Some(Word::Past) => {
                let (hour, end) = self.hour(next + 1)?;
                Some((times(hour, minutes, 0), end))
            }
            Some(Word::Ordinal(hour @ 1..=12)) => Some((times(hour, minutes, -1), next + 1)),
            Some(Word::Small(hour @ 1..=12)) if minutes == 30 => {
                let mut readings = times(hour, minutes, -1);
                readings.extend(times(hour, minutes, 0));
                Some((readings, next + 1))
            }
            _ => None,
        }
    }

    /// Whether nothing is between the words up to `end`.
    fn is_whole(&self, end: usize) -> bool {
        let near = |pair: &[Said]| close(&self.text[pair[0].token.end..pair[1].token.start]);
        self.words[self.at..end].windows(2).all(near)
    }

    /// Minutes in words, 1 to 59, and the place behind them.
    fn minutes(&self, at: usize) -> Option<(u64, usize)> {
        let word = self.words.get(at)?.word?;
        Some(match word {
            Word::Small(minutes @ 1..) => (minutes, at + 1),
            Word::Tens(tens @ 20..60) => match self.words.get(at + 1).and_then(|said| said.word) {
                Some(Word::Small(ones @ 1..10)) => (tens + ones, at + 2),
                _ => (tens, at + 1),
            },
            Word::Any(values) if values.first() == Some(&"0.5") => (30, at + 1),
            Word::Any(values) if values.contains(&"15") => (15, at + 1),
            _ => return None,
        })
    }

    /// The place behind the word for minutes, where one is there.
    fn of_minutes(&self, at: usize) -> usize {
        let said = self.words.get(at).map(|said| said.token.text(self.text).to_lowercase());
        let minutes =
            said.is_some_and(|word| word.starts_with("мин") || word.starts_with("min") || word.starts_with("хвил"));
        at + usize::from(minutes)
    }

    fn hour(&self, at: usize) -> Option<(u64, usize)> {
        let said = self.words.get(at)?;
        let before = self.words.get(at.checked_sub(1)?)?;
        match said.word.filter(|_| close(&self.text[before.token.end..said.token.start]))? {
            Word::Small(hour @ 1..=12) | Word::Ordinal(hour @ 1..=12) => Some((hour, at + 1)),
            Word::Whole(1) => Some((1, at + 1)),
            _ => None,
        }
    }
}

/// The time of day before noon and after it, `shift` hours from `hour`.
fn times(hour: u64, minutes: u64, shift: i64) -> Vec<Reading> {
    let hour = (hour.cast_signed() + shift).rem_euclid(12).cast_unsigned();
    vec![clock(hour, minutes % 60), clock(hour + 12, minutes % 60)]
}
