//! Numbers in digits: thousands marks, decimal marks, dates, times, fractions, codes.

use super::Table;
use super::run::Run;
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

fn number(start: usize, end: usize, kind: Kind, readings: Vec<Reading>) -> Number {
    Number { span: start..end, kind, readings }
}

/// Reads the number at the head of the run; returns how many groups it took.
fn read(run: &Run<'_>, table: &Table, numbers: &mut Vec<Number>) -> usize {
    let (used, mut found) = version(run)
        .or_else(|| code(run))
        .or_else(|| date(run))
        .or_else(|| time(run))
        .or_else(|| pair(run))
        .or_else(|| fraction(run))
        .unwrap_or_else(|| quantity(run, table));
    sign(run, &mut found);
    numbers.push(found);
    used
}

/// A minus sign before a quantity. A hyphen or dash is one only where nothing else can be meant: before degrees or
/// percent, or behind a bracket; elsewhere the number may be negative.
fn sign(run: &Run<'_>, number: &mut Number) {
    let head = &run.text[..number.span.start];
    let Some(mark) = head.chars().next_back().filter(|mark| matches!(mark, '−' | '-' | '–' | '‐' | '‑')) else {
        return;
    };
    let start = number.span.start - mark.len_utf8();
    let before = run.text[..start].chars().next_back();
    let apart = before.is_none_or(|before| !before.is_alphanumeric());
    let Some([Atom::Value(value)]) = number.readings.first().map(Vec::as_slice).filter(|_| apart) else { return };
    let value = *value;
    let after = run.text[number.span.end..].trim_start_matches([' ', '\u{a0}', '\u{202f}']);
    let measured = after.starts_with(['°', '%', '℃', '℉']) || after.starts_with("град") || after.starts_with("degree");
    let ranges = run.text[..start].trim_end().ends_with(|before: char| before.is_ascii_digit());
    let bracketed = start > 0 && matches!(before, Some('(' | '[' | '=' | ':'));
    let is_sign = mark == '−' || measured || bracketed;
    if is_sign && !ranges {
        negate(number, value);
        number.span.start = start;
    } else if before.is_some_and(char::is_whitespace) {
        number.readings.push(vec![Atom::Negative(value)]);
    }
}

/// Makes a number negative: the other side answers it by a negative number, or by the value and a word that negates.
pub(super) fn negate(number: &mut Number, value: Decimal) {
    number.readings = vec![vec![Atom::Negative(value)], vec![Atom::Value(value), Atom::Minus]];
}

/// `3.14.2`, `v1.2`: numbers that are compared as a whole.
fn version(run: &Run<'_>) -> Option<(usize, Number)> {
    let head = &run.text[..run.groups[0].start];
    let named = head.ends_with(['v', 'V']) && !head[..head.len() - 1].ends_with(char::is_alphanumeric);
    let letter = head.chars().next_back().is_some_and(|c| (is_cased(c) || matches!(c, '@' | '#' | '_')) && !named);
    let (points, fewest) = (run.alike(), if named { 1 } else { 2 });
    let chain = run.marks.first() == Some(&'.') && points >= fewest && points < 4;
    if !chain || letter || date(run).is_some() || grouped(run, points + 1) {
        return None;
    }
    let groups = points + 1;
    let mut readings = vec![vec![Atom::Version(packed(run, groups)?)]];
    if groups == 2 {
        // "v1.2" is "1.2" where no letter says that it is a version.
        let digits = format!("{}{}", run.group(0), run.group(1));
        readings.extend(Decimal::digits(&digits, run.group(1).len()).map(|value| vec![Atom::Value(value)]));
    }
    let start = run.groups[0].start - usize::from(named);
    Some((groups, number(start, run.groups[groups - 1].end, Kind::Figure, readings)))
}

fn packed(run: &Run<'_>, groups: usize) -> Option<u64> {
    (0..groups).try_fold(0, |packed, at| {
        let part = run.value(at).filter(|part| *part < 0xffff)?;
        Some(packed << 16 | (part + 1))
    })
}

/// A ratio or score, `3:1`.
fn pair(run: &Run<'_>) -> Option<(usize, Number)> {
    let colon = run.marks.first() == Some(&':') && run.marks.get(1) != Some(&':');
    if !colon || run.group(0).len() > 3 || run.group(1).len() > 3 {
        return None;
    }
    let (first, second) = (run.value(0)?, run.value(1)?);
    let readings = vec![vec![Atom::Pair(first, second)], vec![value(first), value(second)]];
    Some((2, run.number(2, Kind::Figure, readings)))
}

/// Telephone numbers, long chains of figures, and digits behind letters: `+7 727 …`, `Ту-154`, `A4`, `lib@1.2.3`.
///
/// Only a letter that has small and capital forms makes a code: in Chinese, Arabic or Hebrew words touch numbers.
fn code(run: &Run<'_>) -> Option<(usize, Number)> {
    let all = run.groups.len();
    let parts = |groups: usize| -> Vec<Reading> {
        (0..groups).filter_map(|at| Some(vec![Atom::Value(run.value(at)?.into())])).collect()
    };
    let before = run.before();
    let letter_before = match before {
        Some('-' | '‑') => {
            let head = &run.text[..run.groups[0].start - before.map_or(0, char::len_utf8)];
            head.chars().next_back().is_some_and(is_cased)
        }
        Some(letter) => is_cased(letter) || matches!(letter, '#' | '_' | '@'),
        None => false,
    };
    let dashes = run.marks.iter().take_while(|mark| matches!(mark, '-' | '‑' | ' ')).count();
    let telephone = (before == Some('+') && dashes > 0)
        || (run.alike() >= 2 && run.marks[0] == '-' && date(run).is_none())
        || (dashes >= 3 && run.marks[..dashes].contains(&'-'));
    let chain = run.alike();
    let version = chain >= 2 && run.marks[0] == '.' && date(run).is_none() && !grouped(run, chain + 1);
    let groups = if letter_before {
        let points = if run.marks.first() == Some(&'.') { chain } else { 0 };
        points + 1
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
    if let Some(packed) = packed(run, groups).filter(|_| groups > 1 && groups < 5) {
        readings.push(vec![Atom::Version(packed)]);
    }
    if readings.is_empty() {
        readings.push(Vec::new());
    }
    Some((groups, run.number(groups, Kind::Code, readings)))
}

fn is_cased(letter: char) -> bool {
    letter.is_lowercase() || letter.is_uppercase()
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
    let mut readings = times(hours, minutes);
    readings.push(vec![Atom::Pair(hours, minutes)]);
    Some((2, run.number(2, Kind::Time, readings)))
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
    // The parts of a true fraction are no numbers of their own, unless somebody writes them in digits: "1 in 3".
    let part = |part: u64| {
        if (2..=20).contains(&below) && above < below { Atom::Figure(part.into()) } else { value(part) }
    };
    let mut readings = vec![vec![part(above), part(below)]];
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
        let lakh = run.groups[1].end - run.groups[1].start == 2;
        if mark.is_some_and(char::is_whitespace) || lakh {
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
    let length = |at: usize| run.groups[at].end - run.groups[at].start;
    // 12,34,567: groups of two, then one of three.
    let pairs = run.groups[1..].iter().take_while(|group| group.end - group.start == 2).count();
    let lakh = mark == Some(',') && pairs > 0 && length(0) < 3 && run.alike() == pairs + 1;
    if lakh && length(pairs + 1) == 3 {
        return pairs + 2;
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
