//! "the the": a word typed twice, which the eye skips.

use super::{Context, Example, Finding, Fix, Rule, Scope, Severity, facts, passage};
use crate::align::Unit;
use crate::lang::{Doubling, Language, Profile};
use crate::text::{is_alphabetic, words};

pub(super) const RULE: Rule =
    Rule::new("doubled-word", Severity::Warning, Scope::Unit(run)).facts::<Facts>().examples(&[
        Example::found("У моста.", "Near the the bridge."),
        Example::silent("У моста.", "Near the bridge."),
        Example::silent("Он знал это.", "He had had time, and that that was enough."),
        Example::silent("Чтобы вы отдохнули.", "Pour que vous vous reposiez.").languages("ru", "fr"),
        Example::found("У моста.", "Près du du pont.").languages("ru", "fr"),
        Example::silent("Он шёл медленно.", "Yavaş yavaş yürüdü.").languages("ru", "tr"),
    ]);

facts! {
    struct Facts {
        word: String,
    }
}

fn run(unit: &Unit, context: &Context<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for passage in passage::target(unit, context) {
        for (first, second) in doubled(&passage.wording(), context.target_language) {
            let word = passage.text()[second.clone()].to_owned();
            let fix = Fix { place: passage.place(first.end..second.end), text: String::new(), safe: false };
            let finding = Finding::new(&RULE, Facts { word }).in_target([passage.place(first.start..second.end)]);
            findings.push(finding.mended_by(Some(fix)));
        }
    }
    // Where the original doubles a word, the translation may.
    let source = passage::source(unit, context);
    let doubles = |passage: &passage::Passage<'_>| !doubled(&passage.wording(), context.source_language).is_empty();
    if !findings.is_empty() && source.iter().any(doubles) {
        findings.clear();
    }
    findings
}

type Bytes = std::ops::Range<usize>;

/// The places of each word and its double.
fn doubled(text: &str, language: &Language) -> Vec<(Bytes, Bytes)> {
    let doubling = Profile::of(language).doubling;
    let words = words(text);
    let mut doubled = Vec::new();
    for pair in words.windows(2) {
        let (first, second) = (pair[0], pair[1]);
        let between = &text[first.end..second.start];
        let (one, two) = (&text[first.range()], &text[second.range()]);
        let apart = between.is_empty() || !between.chars().all(char::is_whitespace);
        if apart || !may_be_one(one, two) || !one.chars().all(is_alphabetic) || is_meant(one, two, doubling) {
            continue;
        }
        if one == two || one.to_lowercase() == two.to_lowercase() {
            doubled.push((first.range(), second.range()));
        }
    }
    doubled
}

/// Whether two words are likely one but for their capitals: a glance at their first letters, since most are not.
fn may_be_one(one: &str, two: &str) -> bool {
    let first = |word: &str| word.chars().next().map(|letter| letter.to_lowercase().next());
    first(one) == first(two)
}

/// Whether the language writes the word twice on purpose: "had had", « vous vous », «чуть чуть», "yavaş yavaş", and
/// names like "Bora Bora".
fn is_meant(one: &str, two: &str, doubling: Doubling) -> bool {
    let capital = |word: &str| word.chars().next().is_some_and(char::is_uppercase);
    let lower = one.to_lowercase();
    let by_grammar = match doubling {
        Doubling::Slip(meant) => meant.contains(&lower.as_str()),
        Doubling::Grammar(never) => !never.contains(&lower.as_str()),
    };
    (capital(one) && capital(two)) || by_grammar || lower.chars().count() == 1
}

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
    fn each_language_has_its_own_doubles() {
        Bench::of("ru", "fr").silent(
            "doubled-word",
            "Вы сели, мы ушли.",
            "Vous vous êtes assis, nous nous en allions.",
        );
        Bench::of("ru", "fr").fires("doubled-word", "Вы сели.", "Vous êtes êtes assis.");
        Bench::of("ru", "hi").silent("doubled-word", "Он шёл медленно.", "वह धीरे धीरे चला।");
        Bench::of("ru", "hi").fires("doubled-word", "Мост и река.", "पुल और और नदी।");
        Bench::of("ru", "kk").silent("doubled-word", "Он шёл медленно.", "Ол жай жай басып келді.");
        Bench::of("ru", "kk").fires("doubled-word", "Мост и река.", "Көпір және және өзен.");
        Bench::new().fires("doubled-word", "Мы ушли.", "We left nous nous behind.");
    }

    #[test]
    fn meant_doubles_and_names_are_not() {
        let bench = Bench::new();
        bench.silent("doubled-word", "Он знал это.", "He had had time in Bora Bora, and that that was enough.");
        bench.silent("doubled-word", "Шли, шли и пришли.", "They walked, walked and came.");
        bench.silent("doubled-word", "Скоро скоро весна.", "Soon soon it is spring.");
    }
}
