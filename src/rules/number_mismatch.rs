//! A number that the other side does not have: a slip of the finger that nobody sees in a second reading.
//!
//! A number in words may answer one in digits, and a word alone never makes a finding: "one" is a pronoun as often
//! as not. How numbers are read and compared is in `lang::numbers`.

use super::{Context, Example, Finding, Place, Rule, Scope, Severity, facts, passage};
use crate::align::Unit;
use crate::lang::Language;
use crate::lang::numbers::{Kind, Number, numbers, spelled_below, unanswered};

pub(super) const RULE: Rule =
    Rule::new("number-mismatch", Severity::Warning, Scope::Unit(run)).facts::<Facts>().examples(&[
        Example::found("Мост построен в 1904 году.", "The bridge was built in 1905."),
        Example::silent("Мост построен в 1904 году.", "The bridge was built in 1904."),
        Example::silent("11 января, 1,5 млн, XIX век", "January 11, 1.5 million, the 19th century"),
    ]);

facts! {
    struct Facts {
        /// The number that the other side lacks.
        number: String,
        /// What the translation has instead; empty where it has nothing.
        found: String,
        side: facts::Side,
    }
}

fn run(unit: &Unit, context: &Context<'_>) -> Vec<Finding> {
    let Some((source, target)) = passage::both(unit, context) else { return Vec::new() };
    let (source, target) = (Side::read(&source, context.source_language), Side::read(&target, context.target_language));
    let (lost, found) = (source.missed(&target), target.missed(&source));
    // One number changed on the way is one finding with two places.
    let paired = lost.len() == found.len();
    let first = lost.iter().enumerate().map(|(at, number)| {
        let other = found.get(at).filter(|_| paired);
        let facts = Facts {
            number: source.text(*number),
            found: other.map(|other| target.text(*other)).unwrap_or_default(),
            side: if other.is_some() { facts::Side::Both } else { facts::Side::Source },
        };
        let there = other.map(|other| target.place(*other));
        Finding::new(&RULE, facts).in_source([source.place(*number)]).in_target(there)
    });
    let second = found.iter().filter(|_| !paired).map(|number| {
        let facts = Facts { number: target.text(*number), found: String::new(), side: facts::Side::Target };
        Finding::new(&RULE, facts).in_target([target.place(*number)])
    });
    first.chain(second).collect()
}

/// The numbers of one side's paragraphs, in order.
struct Side {
    numbers: Vec<Number>,
    /// Of each number, its place and its text.
    places: Vec<(Place, String)>,
    /// Figures of the other side below this may be answered by words unseen.
    spelled: u64,
}

impl Side {
    fn read(passages: &[passage::Passage<'_>], language: &Language) -> Side {
        let mut side = Side { numbers: Vec::new(), places: Vec::new(), spelled: spelled_below(language) };
        for passage in passages {
            for number in numbers(&passage.wording(), language) {
                let text = passage.text()[number.span.clone()].to_owned();
                side.places.push((passage.place(number.span.clone()), text));
                side.numbers.push(number);
            }
        }
        side
    }

    /// The numbers that the other side does not answer.
    fn missed(&self, other: &Side) -> Vec<usize> {
        let mut missed = unanswered(&self.numbers, &other.numbers);
        missed.retain(|at| !may_be_spelled(&self.numbers[*at], other.spelled));
        missed
    }

    fn place(&self, number: usize) -> Place {
        self.places[number].0
    }

    fn text(&self, number: usize) -> String {
        self.places[number].1.clone()
    }
}

fn may_be_spelled(number: &Number, below: u64) -> bool {
    below > 0 && (number.kind == Kind::Month || number.whole().is_some_and(|value| value < below))
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{Bench, fact};

    #[test]
    fn a_changed_number_is_one_finding_with_both_places() {
        let finding =
            Bench::new().fires("number-mismatch", "Мост построен в 1904 году.", "The bridge was built in 1905.");
        assert_eq!((fact(&finding, "number"), fact(&finding, "found")), ("1904".to_owned(), "1905".to_owned()));
    }

    #[test]
    fn a_lost_and_an_added_number_are_found() {
        let bench = Bench::new();
        assert_eq!(
            bench.shown("number-mismatch", "В 2022 году 15 домов.", "Fifteen houses."),
            [("2022".to_owned(), "-".to_owned())]
        );
        assert_eq!(
            bench.shown("number-mismatch", "Дома сгорели.", "In 2022 the houses burned."),
            [("-".to_owned(), "2022".to_owned())]
        );
    }

    #[test]
    fn numbers_written_the_other_languages_way_are_no_mismatch() {
        let bench = Bench::new();
        bench.silent(
            "number-mismatch",
            "11 января, 1,5 млн, XIX век, в 15:00",
            "January 11, 1.5 million, the 19th century, 3 p.m.",
        );
        bench.silent("number-mismatch", "Пять человек, один из них ранен.", "5 people, one of them wounded.");
        bench.silent(
            "number-mismatch",
            "См. `v1.5` и [сайт](https://e.org/2022).",
            "See `v1.6` and [site](https://e.org/2023).",
        );
        bench.silent("number-mismatch", "1) Первое", "First");
    }

    #[test]
    fn a_language_without_known_number_words_may_answer_small_figures_unseen() {
        Bench::of("ru", "fr").silent("number-mismatch", "5 домов", "cinq maisons");
        Bench::of("ru", "fr").fires("number-mismatch", "1904 год", "en 1905");
        Bench::of("ru", "zh").silent("number-mismatch", "Статья 20", "第二十条");
    }
}
