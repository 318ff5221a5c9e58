//! Numbers and the words around them: scales, months, number words, Roman numerals, hours, ranges.

use super::clock::clocks;
use super::figures::{clock, negate, short_year, times, value};
use super::overlap::{longest, with_times};
use super::roman::roman;
use super::said::{Said, close};
use super::signs::signs;
use super::spelled::{atom, spelled};
use super::tokens::{Token, TokenKind, folded};
use super::{Atom, Kind, Number};
use super::{Table, Word};

/// Adds the numbers in words to `figures`, and to the figures what the words beside them say.
pub(super) fn join(text: &str, figures: &mut Vec<Number>, tokens: &[Token], table: &Table) {
    let words = words(text, tokens, table);
    let scales = beside(text, figures, &words);
    ranges(text, figures, &scales, &words);
    sums(text, figures, &scales);
    let mut more = months(text, figures, &words);
    for (figure, (_, end)) in figures.iter_mut().zip(&scales) {
        figure.span.end = figure.span.end.max(*end);
    }
    // A word that a figure took as its scale or its sign is no number of its own.
    let taken = |token: &Token| {
        let next = figures.partition_point(|figure| figure.span.end <= token.start);
        figures.get(next).is_some_and(|figure| figure.span.start < token.end)
    };
    let free = |said: &Said| Said { token: said.token, word: said.word.filter(|_| !taken(&said.token)) };
    let free: Vec<Said> = words.iter().map(free).collect();
    more.extend(romans(text, &free));
    more.extend(spelled(text, &free));
    more.extend(minuses(&free));
    if table.signs {
        let tokens: Vec<Token> = tokens.iter().filter(|token| !taken(token)).copied().collect();
        more.extend(signs(text, &tokens));
    }
    figures.extend(more);
    *figures = longest(std::mem::take(figures));
    pairs(text, figures, &words);
    *figures = with_times(std::mem::take(figures), clocks(text, &free));
}

/// Words that make a number negative, as answers.
fn minuses(words: &[Said]) -> Vec<Number> {
    let negates = words.iter().filter(|said| matches!(said.word, Some(Word::Minus | Word::Below)));
    let minus = |said: &Said| Number {
        span: said.token.start..said.token.end,
        kind: Kind::Words,
        readings: vec![vec![Atom::Minus]],
    };
    negates.map(minus).collect()
}

/// Ratios, scores and ranges of two numbers, in digits or words: "3–1", "1 to 3", «три к одному».
fn pairs(text: &str, numbers: &mut [Number], words: &[Said]) {
    for at in 1..numbers.len() {
        let (end, start) = (numbers[at - 1].span.end, numbers[at].span.start);
        if end >= start || start - end > 16 || !joins_range(text, end, start, words) {
            continue;
        }
        if let (Some(first), Some(second)) = (numbers[at - 1].whole(), numbers[at].whole()) {
            numbers[at - 1].readings.push(vec![Atom::Pair(first, second)]);
            numbers[at].readings.push(vec![Atom::Pair(first, second)]);
        }
    }
}

fn words(text: &str, tokens: &[Token], table: &Table) -> Vec<Said> {
    let words = || tokens.iter().filter(|token| token.kind == TokenKind::Word);
    let meanings = table.words(words().map(|token| token.text(text)));
    words().zip(meanings).map(|(token, word)| Said { token: *token, word }).collect()
}

/// Applies the word right behind each figure, and gives each figure's power of ten with the word's end.
fn beside(text: &str, figures: &mut [Number], words: &[Said]) -> Vec<(i32, usize)> {
    let mut scales = Vec::with_capacity(figures.len());
    for figure in figures.iter_mut() {
        let next = words.partition_point(|said| said.token.start < figure.span.end);
        let before = next.checked_sub(1).map(|before| &words[before]).filter(|said| said.word == Some(Word::Minus));
        if let Some(minus) = before.filter(|said| text.get(said.token.end..figure.span.start).is_some_and(close))
            && let Some([Atom::Value(value)]) = figure.readings.first().map(Vec::as_slice)
        {
            let value = *value;
            negate(figure, value);
            figure.span.start = minus.token.start;
        }
        let mut scale = (0, figure.span.end);
        if let Some(said) = words.get(next)
            && close(&text[figure.span.end..said.token.start])
        {
            let glued = said.token.start == figure.span.end;
            let letters = said.token.text(text);
            match said.word {
                Some(Word::Scale(power)) if figure.kind == Kind::Figure => {
                    let short = letters.chars().count() == 1 && letters.is_ascii();
                    if !short || glued {
                        let (power, end) = scales_from(text, words, next, power);
                        scale = (power, end);
                        rescale(figure, power, short);
                    }
                }
                Some(Word::Afternoon) => afternoon(figure),
                Some(Word::Century) if letters.chars().count() > 1 => {}
                _ if glued && is_code_letter(letters) => figure.kind = Kind::Code,
                _ => {}
            }
            if meridiem(text, said.token.start) {
                afternoon(figure);
            }
            decade(figure, letters);
            second_hour_word(figure, words, next);
            if let Some(end) = and_half(text, figure, words, next) {
                scale.1 = end;
            }
        }
        scales.push(scale);
    }
    scales
}

/// «5 с половиной тысяч», "2 and a half million": gives the end of the last word.
fn and_half(text: &str, figure: &mut Number, words: &[Said], next: usize) -> Option<usize> {
    let joint = matches!(words[next].word, Some(Word::With | Word::Joint));
    let article = matches!(words.get(next + 1)?.word, Some(Word::Whole(1)));
    let half = next + 1 + usize::from(article);
    let Some(Word::Any(values)) = words.get(half)?.word.filter(|_| joint && figure.kind == Kind::Figure) else {
        return None;
    };
    let near = |pair: &[Said]| close(&text[pair[0].token.end..pair[1].token.start]);
    if !words[next..=half].windows(2).all(near) {
        return None;
    }
    let part = match atom(values.first()?)? {
        Atom::Value(part) => part,
        _ => return None,
    };
    let Some([Atom::Value(whole)]) = figure.readings.first().map(Vec::as_slice) else { return None };
    let mut sum = whole.plus(part)?;
    let mut end = words[half].token.end;
    if let Some(said) = words.get(half + 1)
        && let Some(Word::Scale(power)) = said.word
        && close(&text[end..said.token.start])
    {
        sum = sum.shifted(power);
        end = said.token.end;
    }
    figure.readings.insert(0, vec![Atom::Value(sum)]);
    Some(end)
}

/// "5 in the evening", «в 5 часов вечера»: the second word behind the hour says that it is after noon.
fn second_hour_word(figure: &mut Number, words: &[Said], next: usize) {
    let hour = words[next].word == Some(Word::Hour);
    let later = words[next + 1..].iter().take(2).any(|said| said.word == Some(Word::Afternoon));
    if hour && later {
        afternoon(figure);
    }
}

/// The power of ten of neighbouring scales together, « mil millones », and the end of the last.
fn scales_from(text: &str, words: &[Said], first: usize, power: i32) -> (i32, usize) {
    let end = words[first].token.end;
    match words.get(first + 1) {
        Some(Said { token, word: Some(Word::Scale(more)) }) if close(&text[end..token.start]) => {
            (power + more, token.end)
        }
        _ => (power, end),
    }
}

/// Capital letters stuck to a figure make it a code: "5G", "3D"; a unit of measure does not: "10km".
fn is_code_letter(letters: &str) -> bool {
    letters.chars().all(char::is_uppercase)
}

fn rescale(figure: &mut Number, power: i32, keep: bool) {
    let plain = figure.readings.clone();
    for atom in figure.readings.iter_mut().flatten() {
        match atom {
            Atom::Value(value) | Atom::Negative(value) => *value = value.shifted(power),
            _ => {}
        }
    }
    // "100m" may be metres.
    if keep {
        figure.readings.extend(plain);
    }
}

/// Whether "p.m." is at the offset.
fn meridiem(text: &str, at: usize) -> bool {
    let mut letters = text[at..].chars().filter(|letter| !letter.is_whitespace()).take(3);
    matches!(letters.next(), Some('p' | 'P'))
        && letters.next() == Some('.')
        && matches!(letters.next(), Some('m' | 'M'))
}

fn afternoon(figure: &mut Number) {
    let later = |hours: u64| if hours < 12 { hours + 12 } else { hours };
    let mut added = Vec::new();
    for reading in &figure.readings {
        match reading.as_slice() {
            [Atom::Value(hours)] => {
                if let Some(hours @ 1..13) = hours.whole() {
                    added.push(vec![value(later(hours))]);
                    added.push(clock(later(hours), 0));
                }
            }
            [Atom::Time(minutes)] if *minutes < 13 * 60 => {
                let hours = later(u64::from(*minutes) / 60);
                added.extend(times(hours, u64::from(*minutes) % 60));
            }
            _ => {}
        }
    }
    figure.readings.extend(added);
}

/// "1980s", «80-е»: the short and the long name of a decade.
fn decade(figure: &mut Number, letters: &str) {
    let is_decade = matches!(letters, "s" | "е" | "х" | "ых" | "ые" | "ми" | "м" | "er" | "ern");
    let Some(year) = figure.whole().filter(|year| is_decade && year.is_multiple_of(10)) else { return };
    match year {
        0..100 => {
            figure.readings.extend([vec![value(1900 + year)], vec![value(2000 + year)], vec![value(1800 + year)]])
        }
        1000..2100 => figure.readings.push(vec![value(year % 100)]),
        _ => {}
    }
}

/// "5–7 million", "2020–21", «от 5 до 7 млн»: the first end takes the second's scale, the second the first's century.
fn ranges(text: &str, figures: &mut [Number], scales: &[(i32, usize)], words: &[Said]) {
    for at in 1..figures.len() {
        let (end, start) = (figures[at - 1].span.end, figures[at].span.start);
        if figures[at].kind != Kind::Figure || !joins_range(text, end, start, words) {
            continue;
        }
        if scales[at - 1].0 == 0 && scales[at].0 > 0 {
            let scaled = figures[at - 1].readings.iter().filter_map(|reading| match reading.as_slice() {
                [Atom::Value(value)] => Some(vec![Atom::Value(value.shifted(scales[at].0))]),
                _ => None,
            });
            let scaled: Vec<_> = scaled.collect();
            figures[at - 1].readings.extend(scaled);
        }
        let long = &text[figures[at - 1].span.clone()];
        let short = &text[figures[at].span.clone()];
        if let Some(year) = short_year(long, short) {
            figures[at].readings.push(vec![value(year)]);
        }
    }
}

fn joins_range(text: &str, end: usize, start: usize, words: &[Said]) -> bool {
    let between = &text[end..start];
    if between.len() > 16 {
        return false;
    }
    let next = words.partition_point(|said| said.token.start < end);
    match words.get(next) {
        Some(said) if said.token.end <= start => {
            let alone = words.get(next + 1).is_none_or(|said| said.token.start >= start);
            alone && matches!(said.word, Some(Word::Range | Word::Joint))
        }
        _ => {
            let mark = between.trim_matches(|mark: char| mark.is_whitespace() || mark == '%');
            matches!(mark, "-" | "–" | "—" | "‑" | "−")
        }
    }
}

/// "2 million 300 thousand": two figures that are one number.
fn sums(text: &str, figures: &mut [Number], scales: &[(i32, usize)]) {
    for at in (1..figures.len()).rev() {
        let (power, end) = scales[at - 1];
        let start = figures[at].span.start;
        let smaller = figures[at].kind == Kind::Figure && scales[at].0 < power;
        if !smaller || power == 0 || end > start || !close(&text[end..start]) {
            continue;
        }
        let single = |number: &Number| match number.readings.first().map(Vec::as_slice) {
            Some([Atom::Value(value)]) => Some(*value),
            _ => None,
        };
        let sum = single(&figures[at - 1]).zip(single(&figures[at])).and_then(|(more, less)| more.plus(less));
        if let Some(sum) = sum {
            figures[at - 1].readings.push(vec![Atom::Value(sum)]);
            figures[at].readings.push(vec![Atom::Value(sum)]);
        }
    }
}

/// Month names: beside a day in digits they ask, elsewhere they only answer.
fn months(text: &str, figures: &[Number], words: &[Said]) -> Vec<Number> {
    let day =
        |number: &Number| number.kind == Kind::Figure && number.whole().is_some_and(|day| (1..=31).contains(&day));
    let mut found = Vec::new();
    for (at, said) in words.iter().enumerate() {
        let Some(Word::Month(month)) = said.word else { continue };
        let (start, end) = (said.token.start, said.token.end);
        let next = figures.partition_point(|number| number.span.start < start);
        let mut from = next.checked_sub(1).map(|before| &figures[before]);
        let joint =
            at > 0 && matches!(words[at - 1].token.text(text), "of" | "th" | "st" | "nd" | "rd" | "го" | "е" | "ое");
        from = from.filter(|number| {
            let between = &text[number.span.end..start];
            day(number) && (close(between) || (joint && between.len() <= 8))
        });
        let capital = said.token.text(text).chars().next().is_some_and(char::is_uppercase);
        let to = figures.get(next).filter(|number| day(number) && capital && close(&text[end..number.span.start]));
        // "12 may follow": a month of these languages has a capital.
        let from = from.filter(|_| capital || !said.token.text(text).is_ascii());
        let kind = if from.is_some() || to.is_some() { Kind::Month } else { Kind::Words };
        found.push(Number {
            span: start..end,
            kind,
            // Figures name a month, and words do not: «третий» is no March.
            readings: vec![vec![Atom::Month(month)], vec![Atom::Figure(u64::from(month).into())]],
        });
    }
    found
}

/// «в» is a century only with its full stop: else it is a preposition.
fn is_century(text: &str, said: &Said) -> bool {
    let short = said.token.text(text).chars().count() < 3;
    said.word == Some(Word::Century) && (!short || text[said.token.end..].starts_with('.'))
}

fn romans(text: &str, words: &[Said]) -> Vec<Number> {
    let mut found = Vec::new();
    for (at, said) in words.iter().enumerate() {
        let letters = said.token.text(text);
        let Some(number) = roman(letters) else { continue };
        let gap = |from: usize, to: usize| text.get(from..to).is_some_and(|gap| gap.chars().count() <= 3);
        let century =
            words[at + 1..].iter().take(2).any(|next| is_century(text, next) && gap(said.token.end, next.token.start));
        // "C4" and «уровень C в игре» are no centuries.
        let lone = letters.chars().count() == 1;
        // A lone capital is a pronoun, an initial or a letter of a list; «I квартал» and «Николай I» are numbers.
        let quarter = words[at + 1..]
            .first()
            .is_some_and(|next| gap(said.token.end, next.token.start) && is_numbered(next.token.text(text)));
        let named = at > 0 && follows_name(text, &words[at - 1], said);
        let regnal = named || !letters.is_ascii();
        // "I" behind an English name is a pronoun.
        let pronoun = letters == "I" && (!named || words[at - 1].token.text(text).is_ascii());
        if lone && (number > 10 || (!century && !quarter && (pronoun || !regnal))) {
            continue;
        }
        let kind = match (century, quarter || regnal) {
            (true, _) => Kind::Century,
            (_, true) if !lone => Kind::Spelled,
            _ => Kind::Words,
        };
        found.push(Number { span: said.token.start..said.token.end, kind, readings: vec![vec![value(number)]] });
    }
    found
}

/// Whether a word names what Roman numerals count: quarters, volumes, parts.
fn is_numbered(word: &str) -> bool {
    const STEMS: &[&str] = &[
        "квартал",
        "кв",
        "том",
        "част",
        "глав",
        "съезд",
        "степен",
        "групп",
        "quarter",
        "volume",
        "part",
        "chapter",
        "class",
        "quartal",
        "trimestre",
        "trimestr",
    ];
    let word = folded(word);
    STEMS.iter().any(|stem| word.starts_with(stem))
}

/// Whether a numeral is right behind a word with a capital: "Louis XIV", «Пётр I».
fn follows_name(text: &str, before: &Said, numeral: &Said) -> bool {
    let name = before.token.text(text);
    let near = text.get(before.token.end..numeral.token.start).is_some_and(|gap| matches!(gap, " " | "\u{a0}"));
    near && name.chars().next().is_some_and(char::is_uppercase) && name.chars().any(char::is_lowercase)
}
