//! "the the": a word typed twice, which the eye skips.

use super::{Context, Example, Finding, Fix, Rule, Scope, Severity, facts, passage};
use crate::align::Unit;
use crate::text::words;

pub(super) const RULE: Rule =
    Rule::new("doubled-word", Severity::Warning, Scope::Unit(run)).facts::<Facts>().examples(&[
        Example::found("У моста.", "Near the the bridge."),
        Example::silent("У моста.", "Near the bridge."),
        Example::silent("Он знал это.", "He had had time, and that that was enough."),
    ]);

facts! {
    struct Facts {
        word: String,
    }
}

fn run(unit: &Unit, context: &Context<'_>) -> Vec<Finding> {
    // Where the original doubles a word, the translation may.
    let echoed = passage::source(unit, context).iter().any(|passage| !doubled(&passage.wording()).is_empty());
    if echoed {
        return Vec::new();
    }
    let mut findings = Vec::new();
    for passage in passage::target(unit, context) {
        for (first, second) in doubled(&passage.wording()) {
            let word = passage.text()[second.clone()].to_owned();
            let fix = Fix { place: passage.place(first.end..second.end), text: String::new(), safe: false };
            let finding = Finding::new(&RULE, Facts { word }).in_target([passage.place(first.start..second.end)]);
            findings.push(finding.mended_by(Some(fix)));
        }
    }
    findings
}

type Bytes = std::ops::Range<usize>;

/// The places of each word and its double.
fn doubled(text: &str) -> Vec<(Bytes, Bytes)> {
    let words = words(text);
    let mut doubled = Vec::new();
    for pair in words.windows(2) {
        let (first, second) = (pair[0], pair[1]);
        let between = &text[first.end..second.start];
        let (one, two) = (&text[first.range()], &text[second.range()]);
        let apart = between.is_empty() || !between.chars().all(char::is_whitespace);
        if apart || !one.chars().all(char::is_alphabetic) || is_meant(one, two) {
            continue;
        }
        if one == two || one.to_lowercase() == two.to_lowercase() {
            doubled.push((first.range(), second.range()));
        }
    }
    doubled
}

/// Words that good prose doubles: "had had", «чуть чуть», names like "Bora Bora".
fn is_meant(one: &str, two: &str) -> bool {
    let capital = |word: &str| word.chars().next().is_some_and(char::is_uppercase);
    let lower = one.to_lowercase();
    (capital(one) && capital(two)) || MEANT.contains(&lower.as_str()) || lower.chars().count() == 1
}

const MEANT: &[&str] = &[
    "that",
    "had",
    "is",
    "very",
    "so",
    "no",
    "ha",
    "bye",
    "long",
    "far",
    "more",
    "die",
    "der",
    "das",
    "sie",
    "du",
    "hear",
    "там",
    "очень",
    "да",
    "нет",
    "ну",
    "еле",
    "чуть",
    "едва",
    "много",
    "долго",
    "все",
    "всё",
    "что",
];

#[cfg(test)]
mod tests {
    use crate::rules::testing::{Bench, fact};

    #[test]
    fn a_word_typed_twice_is_found_with_its_fix() {
        let finding = Bench::new().fires("doubled-word", "У моста.", "Near the the bridge.");
        assert_eq!(fact(&finding, "word"), "the");
        let fix = finding.fix.unwrap();
        assert_eq!((fix.place.span.start, fix.place.span.end), (8, 12));
        Bench::new().fires("doubled-word", "Это здесь.", "It\nit is here.");
    }

    #[test]
    fn meant_doubles_and_names_are_not() {
        let bench = Bench::new();
        bench.silent("doubled-word", "Он знал это.", "He had had time in Bora Bora, and that that was enough.");
        bench.silent("doubled-word", "Шли, шли и пришли.", "They walked, walked and came.");
        bench.silent("doubled-word", "Скоро скоро весна.", "Soon soon it is spring.");
    }
}
