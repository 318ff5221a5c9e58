//! Another day of the week or month than the original's: «во вторник» and "on Thursday".
//!
//! A day that one side does not name is the translator's to choose ("the next day"); only one that takes another's place
//! is found. A month beside its day is the business of `number-mismatch`.

use std::rc::Rc;

use super::{Context, Example, Finding, Place, Rule, Scope, Severity, facts, passage};
use crate::align::Unit;
use crate::lang::Language;
use crate::lang::calendar::{Sign, calendar};
use crate::lang::numbers::Number;

pub(super) const RULE: Rule =
    Rule::new("date-mismatch", Severity::Warning, Scope::Unit(run)).compares().facts::<Facts>().examples(&[
        Example::found("Мы встретились во вторник.", "We met on Thursday."),
        Example::found("Это было в апреле.", "That was in March."),
        Example::silent("Мы встретились во вторник.", "We met on Tuesday."),
        Example::silent("Мы встретились во вторник.", "We met the next day."),
    ]);

facts! {
    struct Facts {
        /// The day or month in the original, as written.
        date: String,
        found: String,
    }
}

fn run(unit: &Unit, context: &Context<'_>) -> Vec<Finding> {
    let Some((source, target)) = passage::both(unit, context) else { return Vec::new() };
    let source = named(&source, context.source_language, |one| one.source_numbers(context));
    if source.is_empty() {
        return Vec::new();
    }
    let target = named(&target, context.target_language, |one| one.target_numbers(context));
    let mut findings = Vec::new();
    for kind in [Sign::is_weekday, |sign: Sign| !sign.is_weekday()] {
        let (lost, found) = (missed(&source, &target, kind), missed(&target, &source, kind));
        for (one, other) in lost.iter().zip(&found) {
            let facts = Facts { date: one.text.clone(), found: other.text.clone() };
            findings.push(Finding::new(&RULE, facts).in_source([one.place]).in_target([other.place]));
        }
    }
    findings
}

/// A day or month that a text names.
struct Named {
    sign: Sign,
    /// Whether the word can mean nothing else.
    sure: bool,
    place: Place,
    text: String,
}

fn named(
    passages: &[passage::Passage<'_>],
    language: &Language,
    numbers: impl Fn(&passage::Passage<'_>) -> Rc<[Number]>,
) -> Vec<Named> {
    let mut found = Vec::new();
    for passage in passages {
        for word in calendar(&passage.wording(), &numbers(passage), language) {
            found.push(Named {
                sign: word.sign,
                sure: word.sure,
                text: passage.text()[word.span.clone()].to_owned(),
                place: passage.place(word.span),
            });
        }
    }
    found
}

/// What surely names a day or month that the other side does not name, each once.
fn missed<'a>(here: &'a [Named], there: &[Named], kind: fn(Sign) -> bool) -> Vec<&'a Named> {
    let mut missed: Vec<&Named> = Vec::new();
    for named in here.iter().filter(|named| named.sure && kind(named.sign)) {
        let answered = there.iter().any(|other| other.sign == named.sign);
        if !answered && missed.iter().all(|known| known.sign != named.sign) {
            missed.push(named);
        }
    }
    missed
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{Bench, fact};

    const RULE: &str = "date-mismatch";

    #[test]
    fn another_day_or_month_is_found() {
        let finding = Bench::new().fires(RULE, "Мы встретились во вторник у ворот.", "We met on Thursday at the gate.");
        assert_eq!([fact(&finding, "date"), fact(&finding, "found")], ["вторник", "Thursday"]);
        Bench::new().fires(RULE, "К апрелю снег сошёл.", "By March the snow had gone.");
        Bench::of("en", "ru").fires(RULE, "See you on Wednesday.", "До встречи в пятницу.");
        Bench::new().fires(RULE, "Апрель 1918 г.", "July 1918");
        Bench::of("ru", "de").fires(RULE, "В субботу.", "Am Sonntag.");
        Bench::of("ru", "uk").fires(RULE, "В субботу.", "У неділю.");
    }

    #[test]
    fn the_same_day_another_word_and_a_day_on_one_side_are_not() {
        let bench = Bench::new();
        bench.silent(RULE, "В среду и пятницу, в мае.", "On Wednesday and Friday, in May.");
        bench.silent(RULE, "Мы встретились во вторник.", "We met the next day.");
        bench.silent(RULE, "Окружающая среда.", "It may be the environment on Sunday.");
        bench.silent(RULE, "11 января", "January 11");
        bench.silent(RULE, "Они шли.", "They march on.");
        bench.silent(RULE, "С понедельника по среду.", "From Monday to Wednesday.");
    }
}
