//! Numbers in digits: thousands marks, decimal marks, dates, times, fractions, codes.

use super::Table;
use super::tokens::{Token, TokenKind};
use super::{Atom, Decimal, Kind, Number, Reading};
use crate::lang::profile::DecimalMark;

/// Every number that has digits, without regard to the words around it.
pub(super) fn figures(text: &str, tokens: &[Token], table: &Table) -> Vec<Number> {
    let mut numbers = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        if let TokenKind::Vulgar(above, below) = tokens[at].kind {
            numbers.push(number(tokens[at].start, tokens[at].end, Kind::Figure, ratio(above, below)));
            at += 1;
            continue;
        }
        if tokens[at].kind != TokenKind::Digits {
            at += 1;
            continue;
        }
        let run = Run::new(text, &tokens[at..]);
        let used = read(&run, table, &mut numbers);
        at += used.max(1);
    }
    numbers
}

/// Digit groups that are one character apart, as `1 500 000`, `11.01.2022` or `15:00` do.
struct Run<'a> {
    text: &'a str,
    groups: Vec<Token>,
    /// The characters between the groups.
    marks: Vec<char>,
}

impl<'a> Run<'a> {
    fn new(text: &'a str, tokens: &[Token]) -> Run<'a> {
        let mut run = Run { text, groups: vec![tokens[0]], marks: Vec::new() };
        // A run longer than any number, date or telephone number need not be seen whole.
        for token in tokens[1..].iter().take(15) {
            let last = run.groups[run.groups.len() - 1];
            let mut between = text[last.end..token.start].chars();
            let (Some(mark), None) = (between.next(), between.next()) else { break };
            if token.kind != TokenKind::Digits {
                break;
            }
            run.groups.push(*token);
            run.marks.push(mark);
        }
        run
    }

    fn group(&self, at: usize) -> &'a str {
        self.groups[at].text(self.text)
    }

    fn value(&self, at: usize) -> Option<u64> {
        self.group(at).parse().ok()
    }

    fn before(&self) -> Option<char> {
        self.text[..self.groups[0].start].chars().next_back()
    }

    fn after(&self, groups: usize) -> Option<char> {
        self.text[self.groups[groups - 1].end..].chars().next()
    }

    fn number(&self, groups: usize, kind: Kind, readings: Vec<Reading>) -> Number {
        number(self.groups[0].start, self.groups[groups - 1].end, kind, readings)
    }

    /// How many marks from the first on are the same as the first.
    fn alike(&self) -> usize {
        self.marks.iter().take_while(|mark| Some(*mark) == self.marks.first()).count()
    }
}

fn number(start: usize, end: usize, kind: Kind, readings: Vec<Reading>) -> Number {
    Number { span: start..end, kind, readings }
}

/// Reads the number at the head of the run; returns how many groups it took.
fn read(run: &Run<'_>, table: &Table, numbers: &mut Vec<Number>) -> usize {
    let found = code(run)
        .or_else(|| date(run))
        .or_else(|| time(run))
        .or_else(|| fraction(run))
        .unwrap_or_else(|| quantity(run, table));
    numbers.push(found.1);
    found.0
}

/// Telephone numbers, versions, sections, and digits behind letters: `+7 727 …`, `1.2.3`, `Ту-154`, `A4`.
fn code(run: &Run<'_>) -> Option<(usize, Number)> {
    let all = run.groups.len();
    let parts = |groups: usize| -> Vec<Reading> {
        (0..groups).filter_map(|at| Some(vec![Atom::Value(run.value(at)?.into())])).collect()
    };
    let before = run.before();
    let letter_before = match before {
        Some('-' | '‑') => {
            let head = &run.text[..run.groups[0].start - before.map_or(0, char::len_utf8)];
            head.chars().next_back().is_some_and(char::is_alphabetic)
        }
        Some(letter) => letter.is_alphabetic() || matches!(letter, '#' | '_' | '@'),
        None => false,
    };
    let dashes = run.marks.iter().take_while(|mark| matches!(mark, '-' | '‑' | ' ')).count();
    let telephone = (before == Some('+') && dashes > 0)
        || (run.alike() >= 2 && run.marks[0] == '-' && date(run).is_none())
        || (dashes >= 3 && run.marks[..dashes].contains(&'-'));
    let chain = run.alike();
    let version = chain >= 2 && run.marks[0] == '.' && date(run).is_none() && !grouped(run, chain + 1);
    let groups = if letter_before {
        1
    } else if telephone {
        (dashes + 1).min(all)
    } else if version {
        chain + 1
    } else if run.group(0).len() > 18 {
        1
    } else {
        return None;
    };
    let mut readings = parts(groups);
    if readings.is_empty() {
        readings.push(Vec::new());
    }
    Some((groups, run.number(groups, Kind::Code, readings)))
}

/// `11.01.2022`, `01/11/2022`, `2022-01-11`: a day, a month and a year in either order.
fn date(run: &Run<'_>) -> Option<(usize, Number)> {
    if run.groups.len() < 3 || run.marks[0] != run.marks[1] || !matches!(run.marks[0], '.' | '/' | '-') {
        return None;
    }
    let lengths: Vec<usize> = (0..3).map(|at| run.group(at).len()).collect();
    let (year, first, second) = match lengths[..] {
        [4, 1 | 2, 1 | 2] => (0, 2, 1),
        [1 | 2, 1 | 2, 4] => (2, 0, 1),
        [2, 2, 2] if run.marks[0] != '-' && run.groups.len() == 3 => (2, 0, 1),
        _ => return None,
    };
    let (years, first, second) = (run.value(year)?, run.value(first)?, run.value(second)?);
    let century = if lengths[year] == 2 { vec![years, years + 2000, years + 1900] } else { vec![years, years % 100] };
    let mut readings = Vec::new();
    for (day, month) in [(first, second), (second, first)] {
        if !(1..=31).contains(&day) || !(1..=12).contains(&month) {
            continue;
        }
        for year in &century {
            readings.push(vec![value(day), Atom::Month(month as u8), value(*year)]);
        }
        readings.push(vec![value(day), Atom::Month(month as u8)]);
    }
    if readings.is_empty() {
        return None;
    }
    for year in &century {
        readings.push(vec![value(first), value(second), value(*year)]);
    }
    Some((3, run.number(3, Kind::Figure, readings)))
}

/// `15:00`, also with seconds.
fn time(run: &Run<'_>) -> Option<(usize, Number)> {
    if run.marks.first() != Some(&':') || run.group(1).len() != 2 || run.group(0).len() > 2 {
        return None;
    }
    let (hours, minutes) = (run.value(0)?, run.value(1)?);
    if hours > 24 || minutes > 59 {
        return None;
    }
    if run.marks.get(1) == Some(&':') {
        let parts = (0..3).filter_map(|at| run.value(at)).map(value).collect();
        return Some((3, run.number(3, Kind::Time, vec![parts, clock(hours, minutes)])));
    }
    Some((2, run.number(2, Kind::Time, times(hours, minutes))))
}

/// How a time of day may be answered: as a time, by its hour alone on the hour, by hour and minutes apart.
pub(super) fn times(hours: u64, minutes: u64) -> Vec<Reading> {
    let mut readings = vec![clock(hours, minutes), vec![value(hours), value(minutes)]];
    if minutes == 0 {
        readings.push(vec![value(hours)]);
    }
    readings
}

pub(super) fn clock(hours: u64, minutes: u64) -> Reading {
    vec![Atom::Time((hours * 60 + minutes) as u16)]
}

/// `3/4`, `24/7`, `2020/21`.
fn fraction(run: &Run<'_>) -> Option<(usize, Number)> {
    if run.marks.first() != Some(&'/') || run.marks.get(1) == Some(&'/') {
        return None;
    }
    let (above, below) = (run.value(0)?, run.value(1)?);
    let mut readings = vec![vec![value(above), value(below)]];
    if let Some(year) = short_year(run.group(0), run.group(1)) {
        readings.push(vec![value(above), value(year)]);
    }
    if below > 0 && below <= 1000 {
        readings.extend(ratio(above, below));
    }
    if (1..=12).contains(&above) && (1..=31).contains(&below) {
        readings.push(vec![Atom::Month(above as u8), value(below)]);
    }
    Some((2, run.number(2, Kind::Figure, readings)))
}

/// The year that `21` means behind `2020`.
pub(super) fn short_year(long: &str, short: &str) -> Option<u64> {
    let known = long.len().checked_sub(short.len()).filter(|known| long.len() == 4 && *known > 0)?;
    format!("{}{short}", &long[..known]).parse().ok()
}

/// A fraction and what else it may be called: 3/4 is 0.75 and 75 percent.
pub(super) fn ratio(above: u64, below: u64) -> Vec<Reading> {
    let mut readings = vec![vec![Atom::Ratio(above, below)]];
    let mut rest = above % below.max(1);
    let (mut digits, mut power) = (u128::from(above / below.max(1)), 0);
    while rest > 0 && power > -4 {
        rest *= 10;
        digits = digits * 10 + u128::from(rest / below);
        rest %= below;
        power -= 1;
    }
    if rest == 0 {
        let share = Decimal::new(digits, power);
        readings.push(vec![Atom::Value(share)]);
        readings.push(vec![Atom::Value(share.shifted(2))]);
    }
    readings
}

/// A quantity with thousands marks and a decimal mark, in the language's way or, where that cannot be, another's.
fn quantity(run: &Run<'_>, table: &Table) -> (usize, Number) {
    let mut groups = thousands(run);
    let mut readings: Vec<Reading> = Vec::new();
    let mark = run.marks.first().copied();
    let (decimal_mark, thousands_mark) = if table.decimal == DecimalMark::Comma { (',', '.') } else { ('.', ',') };
    // `1,500` in a language with decimal commas, `1.500` in one with decimal points.
    let ambiguous = groups == 2 && mark == Some(decimal_mark);
    if groups > 1 {
        let mut whole: String = (0..groups).map(|at| run.group(at)).collect();
        let mut decimals = 0;
        if let Some(next) = run.marks.get(groups - 1)
            && matches!(next, ',' | '.')
            && Some(*next) != mark
        {
            whole.push_str(run.group(groups));
            decimals = run.group(groups).len();
            groups += 1;
        }
        readings.extend(Decimal::digits(&whole, decimals).map(|value| vec![Atom::Value(value)]));
        if mark.is_some_and(char::is_whitespace) {
            // «до 30 100 человек»: two numbers that happen to be side by side.
            readings.push((0..groups).filter_map(|at| run.value(at)).map(value).collect());
        }
    }
    let decimal = run.marks.first().is_some_and(|mark| matches!(mark, ',' | '.')) && (groups == 1 || ambiguous);
    if decimal && !(groups == 1 && mark == Some(thousands_mark) && run.group(1).len() > 3) {
        let digits = format!("{}{}", run.group(0), run.group(1));
        if let Some(value) = Decimal::digits(&digits, run.group(1).len()) {
            readings.insert(0, vec![Atom::Value(value)]);
            groups = groups.max(2);
        }
        // `15.30` may be a time, `1.2` a section or a score.
        let (hours, minutes) = (run.value(0), run.value(1));
        if let (Some(hours @ 0..25), Some(minutes @ 0..60)) = (hours, minutes)
            && run.group(1).len() == 2
        {
            readings.push(clock(hours, minutes));
        }
    }
    if readings.is_empty() {
        let digits = run.group(0);
        readings.extend(Decimal::digits(digits, 0).map(|value| vec![Atom::Value(value)]));
        groups = 1;
    }
    // A list's own number, "1." or "2)" at the head of the text, may be missing where the other side is a list.
    let head = run.text[..run.groups[0].start].trim().is_empty();
    let own = head && groups == 1 && run.group(0).len() <= 2 && matches!(run.after(1), Some('.' | ')'));
    (groups, run.number(groups, if own { Kind::Code } else { Kind::Figure }, readings))
}

/// How many groups from the first on are one number with thousands marks; 1 where there are none.
fn thousands(run: &Run<'_>) -> usize {
    let mark = run.marks.first().copied();
    let is_mark = matches!(mark, Some(' ' | '\u{a0}' | '\u{202f}' | '\u{2009}' | '\u{2008}' | ',' | '.' | '\'' | '’'));
    if !is_mark || run.group(0).len() > 3 || run.group(0).starts_with('0') {
        return 1;
    }
    let triples = run.groups[1..].iter().take_while(|group| group.end - group.start == 3).count();
    triples.min(run.alike()) + 1
}

fn grouped(run: &Run<'_>, groups: usize) -> bool {
    thousands(run) == groups
}

pub(super) fn value(value: u64) -> Atom {
    Atom::Value(value.into())
}
