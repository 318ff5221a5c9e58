//! Brackets that do not pair in the translation, and a remark in brackets that is gone from it.
//!
//! A translator may set a remark between dashes, or a gloss in brackets: balanced brackets are free. A remark of some
//! words is gone where the translation is shorter by about its length than its document leads to expect. List
//! numbers ("1)") and smileys are not counted.

use super::{Context, Example, Finding, Place, Rule, Scope, Severity, fact_values, facts, passage};
use crate::align::Unit;
use crate::text::MarkKind;
use crate::text::words;

/// A remark of fewer words may have become a word of the sentence.
const REMARK: usize = 3;

/// What part of a remark the translation has at least to be shorter by, where it lacks the remark.
const SHORTER: f64 = 0.5;

/// Letters by which the length of a sentence of a hundred letters usually differs from translation to translation.
const SPREAD: f64 = 14.0;

pub(super) const RULE: Rule =
    Rule::new("bracket-mismatch", Severity::Info, Scope::Document(run)).compares().facts::<Facts>().examples(&[
        Example::found("Акимат (мэрия) закрыт.", "The akimat (city hall is closed."),
        Example::found("Мост закрыт (как и в прошлом году, на ремонт).", "The bridge is closed."),
        Example::silent("Акимат (мэрия) закрыт.", "The akimat (city hall) is closed."),
        Example::silent("Идти близко (даже со сломанным зонтом).", "It is a short walk, even with a broken umbrella."),
        Example::silent("The bridge (built in 1904) stands.", "这座桥（建于 1904 年）仍然矗立。").languages("en", "zh"),
    ]);

facts! {
    struct Facts {
        mark: String,
        kind: Kind,
        /// Pairs of brackets in the original and in the translation, where those are compared.
        expected: usize,
        found: usize,
    }
}

fact_values! {
    /// What is wrong with the brackets.
    enum Kind {
        Unpaired,
        Count,
    }
}

fn run(units: &[Unit], context: &Context<'_>) -> Vec<Finding> {
    let usual = passage::usual_ratio(units, context);
    units.iter().filter_map(|unit| in_unit(unit, usual, context)).collect()
}

fn in_unit(unit: &Unit, usual: f64, context: &Context<'_>) -> Option<Finding> {
    let (source, target) = passage::both(unit, context)?;
    let (original, translation) = (Brackets::of(&source), Brackets::of(&target));
    // Where the original leaves one open, the translation may.
    if !original.lonely.is_empty() {
        return None;
    }
    if let Some((place, mark)) = translation.lonely.first() {
        let facts = Facts { mark: mark.to_string(), kind: Kind::Unpaired, expected: 0, found: 0 };
        let finding = Finding::new(&RULE, facts).in_source(source.iter().map(passage::Passage::whole));
        return Some(finding.in_target([*place]));
    }
    let remark = original.remarks.iter().max_by_key(|remark| remark.letters)?;
    let is_gone = || is_gone(remark, (&source, &target), usual) && !has_its_code(remark, (&source, &target));
    if translation.remarks.len() >= original.remarks.len() || !is_gone() {
        return None;
    }
    let (expected, found) = (original.remarks.len(), translation.remarks.len());
    let facts = Facts { mark: "( )".to_owned(), kind: Kind::Count, expected, found };
    Some(Finding::new(&RULE, facts).in_source([remark.place]).in_target([target.first()?.whole()]))
}

/// Whether the translation is as short as the original is without the remark, and shorter than chance makes it.
fn is_gone(remark: &Remark, (source, target): (&[passage::Passage<'_>], &[passage::Passage<'_>]), usual: f64) -> bool {
    let whole = passage::letters(source) * usual;
    let part = remark.letters as f64 * usual;
    let spread = SPREAD * (whole / 100.0).sqrt();
    remark.words >= REMARK && part > spread && passage::letters(target) < whole - part.mul_add(SHORTER, spread * 0.25)
}

/// Whether the remark has code and the translation has all of it as often as the original: its words are in the sentence.
fn has_its_code(remark: &Remark, (source, target): (&[passage::Passage<'_>], &[passage::Passage<'_>])) -> bool {
    let count = |side: &[passage::Passage<'_>], code: &str| {
        side.iter().flat_map(|passage| passage.marked(MarkKind::Code)).filter(|(_, text)| *text == code).count()
    };
    let inside = source.iter().filter(|passage| passage.index == remark.place.paragraph);
    let codes: Vec<&str> = inside
        .flat_map(|passage| passage.marked(MarkKind::Code))
        .filter(|(bytes, _)| remark.place.span.start <= bytes.start && bytes.end <= remark.place.span.end)
        .map(|(_, text)| text)
        .collect();
    !codes.is_empty() && codes.iter().all(|code| count(target, code) >= count(source, code))
}

/// A pair of round brackets and the text between them.
struct Remark {
    place: Place,
    words: usize,
    letters: usize,
}

#[derive(Default)]
struct Brackets {
    remarks: Vec<Remark>,
    lonely: Vec<(Place, char)>,
}

impl Brackets {
    fn of(passages: &[passage::Passage<'_>]) -> Brackets {
        let mut brackets = Brackets::default();
        let mut open: Vec<(Place, char)> = Vec::new();
        for passage in passages {
            if !passage.text().contains(['(', ')', '[', ']', '{', '}', '（', '）', '［', '］']) {
                continue;
            }
            let text = passage.wording();
            for (at, mark) in text.char_indices() {
                let place = passage.place(at..at + mark.len_utf8());
                match narrow(mark) {
                    '(' | '[' | '{' if !is_smiley(&text, at) => open.push((place, narrow(mark))),
                    ')' | ']' | '}' => brackets.close(place, narrow(mark), (&text, at), &mut open),
                    _ => {}
                }
            }
        }
        brackets.lonely.extend(open);
        brackets.lonely.sort_by_key(|(place, _)| *place);
        brackets
    }

    fn close(&mut self, place: Place, mark: char, (text, at): (&str, usize), open: &mut Vec<(Place, char)>) {
        let partner = match mark {
            ')' => '(',
            ']' => '[',
            _ => '{',
        };
        if open.last().is_some_and(|(_, opened)| *opened == partner) {
            let (from, _) = open.pop().expect("there is a last one");
            let inside = text.get(from.span.end..at).filter(|_| from.paragraph == place.paragraph);
            if mark == ')' {
                let inside = inside.unwrap_or_default();
                let letters = inside.chars().filter(|c| c.is_alphanumeric()).count();
                let place = Place::new(from.paragraph, from.span.start..place.span.end.max(from.span.end));
                self.remarks.push(Remark { place, words: words(inside).len(), letters });
            }
        } else if !is_smiley(text, at) && !is_list_number(text, at) {
            self.lonely.push((place, mark));
        }
    }
}

/// A bracket as ASCII writes it: full-width brackets pair like any.
fn narrow(mark: char) -> char {
    match mark {
        '（' => '(',
        '）' => ')',
        '［' => '[',
        '］' => ']',
        '｛' => '{',
        '｝' => '}',
        _ => mark,
    }
}

/// ":)", "))": a bracket behind a colon, or one of several alike.
fn is_smiley(text: &str, at: usize) -> bool {
    let before = text[..at].chars().next_back();
    let mark = text[at..].chars().next();
    let after = text[at..].chars().nth(1);
    matches!(before, Some(':' | ';' | '='))
        || (mark.is_some() && (before == mark || after == mark) && mark == Some(')'))
        || (before == Some('-') && text[..at].trim_end_matches('-').ends_with([':', ';']))
}

/// "1)", "a)", "12.3)": what precedes the bracket is short and a word of its own.
fn is_list_number(text: &str, at: usize) -> bool {
    let word: String = text[..at].chars().rev().take_while(|c| c.is_alphanumeric() || *c == '.').take(7).collect();
    let rest = &text[..at - word.len().min(at)];
    let apart =
        rest.is_empty() || rest.ends_with(|c: char| c.is_whitespace() || matches!(c, '\u{1}' | '*' | '«' | '“' | '"'));
    let letters = word.chars().count();
    (1..=6).contains(&letters)
        && apart
        && (letters < 3 || word.chars().all(|c| c.is_ascii_digit() || c == '.' || matches!(c, 'i' | 'v' | 'x')))
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{Bench, fact};

    const RULE: &str = "bracket-mismatch";

    #[test]
    fn a_bracket_without_partner_is_found() {
        let finding = Bench::new().fires(RULE, "Акимат (мэрия) закрыт.", "The akimat (city hall is closed.");
        assert_eq!((fact(&finding, "mark"), fact(&finding, "kind")), ("(".to_owned(), "unpaired".to_owned()));
        Bench::of("en", "zh").fires(RULE, "The bridge (of 1904) stands.", "这座桥（建于 1904 年仍然矗立。");
    }

    #[test]
    fn a_remark_that_is_gone_is_found() {
        let finding = Bench::new().fires(
            RULE,
            "Мы приехали вечером (дорога заняла почти шесть часов) и легли спать.",
            "We arrived in the evening and went to bed.",
        );
        assert_eq!((fact(&finding, "expected"), fact(&finding, "found")), ("1".to_owned(), "0".to_owned()));
        Bench::of("en", "ru").fires(
            RULE,
            "The bassist (the one who had come from Ghent) stepped onto the stage.",
            "На сцену вышел басист.",
        );
    }

    #[test]
    fn balanced_brackets_are_free() {
        let bench = Bench::new();
        bench.silent(
            RULE,
            "До вокзала десять минут (даже со сломанным зонтом).",
            "Ten minutes to the station, even with a broken umbrella.",
        );
        bench.silent(
            RULE,
            "На сцену вышел басист — тот самый, из Гента.",
            "The bassist came on stage (the one from Ghent).",
        );
        bench.silent(RULE, "Сельчан называют мамбетами.", "Villagers are called “mambets” (collective farmers).");
        bench.silent(RULE, "Акимат (мэрия) закрыт.", "The akimat is closed.");
        bench.silent(
            RULE,
            "Если он вернёт `false` (или это хранилище, где `false` и лежит), ничего не уйдёт в `target`.",
            "If it is `false` or a store of `false`, nothing goes to `target`.",
        );
        Bench::of("en", "zh").silent(RULE, "The bridge (built in 1904) stands.", "这座桥（建于 1904 年）仍然矗立。");
        Bench::of("en", "zh").silent(RULE, "The bridge (built in 1904) stands.", "这座桥（建于 1904 年)仍然矗立。");
    }

    #[test]
    fn lists_smileys_and_links_are_not_counted() {
        let bench = Bench::new();
        bench.silent(RULE, "Во-первых, а) это, б) то.", "First, a) this, b) that.");
        bench.silent(RULE, "1) Да :)", "1) Yes ;-)");
        bench.silent(RULE, "[да](https://e.org/a_(b))", "yes https://e.org/a_(b)");
        bench.silent(RULE, "Он (не тот", "He (not that one");
    }
}
