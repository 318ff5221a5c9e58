//! Numbers that were read in the same words, made one.

use super::{Atom, Number, Reading};

/// A number of this many readings answers almost anything; further ones are not worth their memory.
const READINGS: usize = 32;

/// Leaves one number of those that overlap: the longest, which took its parts into account when it was read. What has
/// the very same words is another meaning of them.
pub(super) fn longest(mut numbers: Vec<Number>) -> Vec<Number> {
    numbers.sort_by_key(|number| number.span.start);
    let mut found: Vec<Number> = Vec::with_capacity(numbers.len());
    for number in numbers {
        match found.last_mut() {
            Some(last) if last.span == number.span => last.readings.extend(number.readings),
            Some(last) if number.span.start < last.span.end => {
                let (end, is_longer) = (last.span.end, number.span.len() > last.span.len());
                let asks_more = number.asks() && !last.asks();
                let start = last.span.start;
                if asks_more || (is_longer && number.asks() == last.asks()) {
                    *last = number;
                }
                last.span = start..end.max(last.span.end);
            }
            _ => found.push(number),
        }
    }
    found
}

/// Numbers and the times of day that their words may be, one number for all that overlap: it is answered by the time,
/// or by all the numbers in its words. It asks as they do.
pub(super) fn with_times(numbers: Vec<Number>, times: Vec<Number>) -> Vec<Number> {
    let mut all: Vec<(Number, Meaning)> = numbers.into_iter().map(|number| (number, Meaning::Counts)).collect();
    all.extend(times.into_iter().map(|time| (time, Meaning::Time)));
    all.sort_by_key(|(number, _)| number.span.start);
    let mut found: Vec<Group> = Vec::with_capacity(all.len());
    for (number, meaning) in all {
        match found.last_mut() {
            Some(group) if number.span.start < group.end() => group.members.push((number, meaning)),
            _ => found.push(Group { members: vec![(number, meaning)] }),
        }
    }
    found.into_iter().filter_map(Group::number).collect()
}

/// What a number in words is read as.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Meaning {
    Counts,
    Time,
}

/// Numbers that overlap, by their beginning.
struct Group {
    members: Vec<(Number, Meaning)>,
}

impl Group {
    fn end(&self) -> usize {
        self.members.iter().map(|(number, _)| number.span.end).max().unwrap_or(0)
    }

    fn number(mut self) -> Option<Number> {
        if self.members.len() == 1 {
            return self.members.pop().map(|(number, _)| number);
        }
        let span = self.members.first()?.0.span.start..self.end();
        let (times, counts): (Vec<_>, Vec<_>) =
            self.members.into_iter().partition(|(_, meaning)| *meaning == Meaning::Time);
        let kinds = counts.iter().map(|(number, _)| number.kind);
        let kind = kinds.min_by_key(|kind| kind.modesty()).or(times.first().map(|(time, _)| time.kind))?;
        let mut readings: Vec<Reading> = times.into_iter().flat_map(|(time, _)| time.readings).collect();
        readings.extend(together(counts.into_iter().map(|(number, _)| number.readings).collect()));
        Some(Number { span, kind, readings })
    }
}

/// Every choice of one reading of each number, as one reading; where those are too many, each reading by itself.
fn together(numbers: Vec<Vec<Reading>>) -> Vec<Reading> {
    if numbers.is_empty() {
        return Vec::new();
    }
    let choices = numbers.iter().map(Vec::len).try_fold(1usize, usize::checked_mul);
    if choices.is_none_or(|choices| choices > READINGS) {
        return numbers.into_iter().flatten().collect();
    }
    numbers.into_iter().fold(vec![Vec::new()], |readings, more| {
        let joined = |reading: &Reading, more: &Reading| {
            let mut joined: Vec<Atom> = reading.clone();
            joined.extend(more.iter().filter(|atom| !reading.contains(atom)));
            joined
        };
        readings.iter().flat_map(|reading| more.iter().map(move |more| joined(reading, more))).collect()
    })
}

#[cfg(test)]
mod tests {
    use crate::lang::numbers::{Atom, Kind, Number, numbers};

    fn found(language: &str, text: &str) -> Vec<(String, Kind)> {
        let numbers = numbers(text, &language.parse().unwrap());
        numbers.iter().map(|number| (text[number.span.clone()].to_owned(), number.kind)).collect()
    }

    fn values(number: &Number) -> Vec<Vec<u64>> {
        let value = |atom: &Atom| match atom {
            Atom::Value(value) => value.whole(),
            _ => None,
        };
        number.readings.iter().filter_map(|reading| reading.iter().map(value).collect()).collect()
    }

    #[test]
    fn a_scale_is_part_of_its_figure() {
        assert_eq!(found("ru", "½ тысяч"), [("½ тысяч".to_owned(), Kind::Figure)]);
        assert_eq!(found("ru", "5 с половиной тысяч"), [("5 с половиной тысяч".to_owned(), Kind::Figure)]);
        assert_eq!(found("zh", "210万人"), [("210万".to_owned(), Kind::Figure)]);
    }

    #[test]
    fn a_number_in_words_behind_a_scale_is_kept() {
        let thousands = [("5 тысяч".to_owned(), Kind::Figure), ("двести".to_owned(), Kind::Spelled)];
        assert_eq!(found("ru", "5 тысяч двести"), thousands);
    }

    #[test]
    fn words_of_a_time_stay_numbers_of_the_same_place() {
        assert_eq!(found("en", "from five to eight"), [("five to eight".to_owned(), Kind::Spelled)]);
        let both = numbers("from five to eight", &"en".parse().unwrap());
        assert!(values(&both[0]).contains(&vec![5, 8]), "{both:?}");
        assert!(!values(&both[0]).contains(&vec![5]), "eight is missed where only five is there");
    }

    #[test]
    fn a_time_has_its_words_beside_each_other() {
        assert_eq!(found("ru", "пять, 3 минут восьмого").len(), 3);
    }
}
