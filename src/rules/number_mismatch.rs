//! A number that the other side does not have: a slip of the finger that nobody sees in a second reading.
//!
//! A number in words may answer one in digits. In words it is missed only where the other side has another number that
//! nothing answers: "one" is a pronoun as often as not, and «сидели четырнадцать человек» beside "fifteen people" is a
//! slip. Numbers in code and addresses answer and are never missed. How numbers are read is in `lang::numbers`.

use std::rc::Rc;

use super::quantities::Compared;
use super::{Context, Example, Finding, Place, Rule, Scope, Severity, facts, passage};
use crate::align::Unit;
use crate::lang::Language;
use crate::lang::numbers::{Kind, Number, Pool, numbers, reads_words, spelled_below};
use crate::text::MarkKind;

pub(super) const RULE: Rule =
    Rule::new("number-mismatch", Severity::Warning, Scope::Unit(run)).compares().facts::<Facts>().examples(&[
        Example::found("Мост построен в 1904 году.", "The bridge was built in 1905."),
        Example::silent("Мост построен в 1904 году.", "The bridge was built in 1904."),
        Example::silent("11 января, 1,5 млн, XIX век", "January 11, 1.5 million, the 19th century"),
        Example::found("В комнате сидели четырнадцать человек.", "Fifteen people were sitting in the room."),
        Example::found("Температура упала до −25 °C.", "The temperature fell to 25 °C."),
        Example::silent("Мост построили в 1904 году.", "بُني الجسر عام ١٩٠٤.").languages("ru", "ar"),
        Example::found("Мост построили в 1904 году.", "这座桥建于1905年。").languages("ru", "zh"),
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
    let compared = Compared::of(&source, &target, context);
    let source = Side::read(&source, context.source_language, (&compared, 0), |one| one.source_numbers(context));
    let target = Side::read(&target, context.target_language, (&compared, 1), |one| one.target_numbers(context));
    let (mut lost, mut found) = (source.missed(&target, Least::Figure), target.missed(&source, Least::Figure));
    if reads_words(context.source_language) && reads_words(context.target_language) {
        // One number changed on the way, and one of the two is in words; "two" is seldom more than a word.
        for least in [Least::Three, Least::Two] {
            let with_words = (source.missed(&target, least), target.missed(&source, least));
            if !with_words.0.is_empty() && with_words.0.len() == with_words.1.len() {
                (lost, found) = with_words;
                break;
            }
        }
    }
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

/// Which numbers in words are missed beside those in digits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Least {
    Figure,
    Three,
    Two,
}

/// The numbers of one side's paragraphs, in order.
struct Side {
    numbers: Vec<Number>,
    /// Of each number, its place and its text.
    places: Vec<(Place, String)>,
    /// Numbers in code and addresses, which only answer.
    hidden: Vec<Number>,
    /// Figures of the other side below this may be answered by words unseen.
    spelled: u64,
}

impl Side {
    fn read(
        passages: &[passage::Passage<'_>],
        language: &Language,
        compared: (&Compared, usize),
        read: impl Fn(&passage::Passage<'_>) -> Rc<[Number]>,
    ) -> Side {
        let mut side =
            Side { numbers: Vec::new(), places: Vec::new(), hidden: Vec::new(), spelled: spelled_below(language) };
        for (at, passage) in passages.iter().enumerate() {
            for mut number in read(passage).iter().cloned() {
                // A conversion is the business of `measure-mismatch`, right or wrong.
                let converted = compared.0.is_converted(compared.1, at, &number.span);
                if converted || passage.is_in_address(number.span.clone().into()) {
                    number.kind = Kind::Code;
                }
                let text = passage.text()[number.span.clone()].to_owned();
                side.places.push((passage.place(number.span.clone()), text));
                side.numbers.push(number);
            }
            side.hidden.extend(hidden(passage, language));
        }
        side
    }

    /// The numbers that the other side does not answer; those in words only where they are asked for.
    fn missed(&self, other: &Side, least: Least) -> Vec<usize> {
        let pool = Pool::of(other.numbers.iter().chain(&other.hidden));
        let asks = |number: &Number| match number.kind {
            Kind::Spelled => least >= Least::Three,
            Kind::Words => least >= Least::Two && number.whole() == Some(2),
            _ => number.asks(),
        };
        let missed = |at: &usize| {
            let number = &self.numbers[*at];
            asks(number) && !pool.answers(number) && !may_be_spelled(number, other.spelled)
        };
        (0..self.numbers.len()).filter(missed).collect()
    }

    fn place(&self, number: usize) -> Place {
        self.places[number].0
    }

    fn text(&self, number: usize) -> String {
        self.places[number].1.clone()
    }
}

/// The numbers in a passage's code, placeholders and addresses.
fn hidden(passage: &passage::Passage<'_>, language: &Language) -> Vec<Number> {
    let kinds = [MarkKind::Code, MarkKind::Placeholder, MarkKind::Url, MarkKind::Destination];
    let marked = kinds.into_iter().flat_map(|kind| passage.marked(kind));
    let with_figures = marked.filter(|(_, text)| text.contains(char::is_numeric));
    with_figures
        .flat_map(|(_, text)| numbers(text, language))
        .map(|number| Number { kind: Kind::Code, ..number })
        .collect()
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
    fn numbers_in_code_and_addresses_answer_and_are_not_missed() {
        let bench = Bench::of("en", "ru");
        bench.silent("number-mismatch", "If `a` is 0, divide by 1.", "Если `a` равен `0`, поделите на `1`.");
        bench.fires("number-mismatch", "If `a` is 0, divide by 2.", "Если `a` равен `0`, поделите на `1`.");
        let bench = Bench::new();
        bench.silent("number-mismatch", "[youtube.com/watch?v=7AbC-d3](https://e.org/a)", "[video](https://e.org/a)");
        bench.silent("number-mismatch", "Потолок 18&nbsp;200 метров.", "The ceiling is 18,200 metres.");
        bench.silent("number-mismatch", "![Портрет](p.jpg)", "![Portrait](p.jpg){style=width:256px}");
    }

    #[test]
    fn a_number_in_words_is_missed_where_another_is_in_its_place() {
        let bench = Bench::new();
        let finding = bench.fires("number-mismatch", "Сидели четырнадцать человек.", "Fifteen people sat there.");
        assert_eq!(
            (fact(&finding, "number"), fact(&finding, "found")),
            ("четырнадцать".to_owned(), "Fifteen".to_owned())
        );
        let finding = bench.fires("number-mismatch", "Сидели 14 человек.", "Fifteen people sat there.");
        assert_eq!((fact(&finding, "number"), fact(&finding, "found")), ("14".to_owned(), "Fifteen".to_owned()));
        bench.fires("number-mismatch", "Людовик XIV построил дворец.", "Louis XV built the palace.");
        let finding = bench.fires("number-mismatch", "Название из двух слов.", "The name is made of three words.");
        assert_eq!((fact(&finding, "number"), fact(&finding, "found")), ("двух".to_owned(), "three".to_owned()));
        bench.silent("number-mismatch", "Два приятеля пошли домой.", "Both friends went home.");
        bench.silent("number-mismatch", "За семью печатями.", "It is a sealed book.");
        bench.silent("number-mismatch", "Сидели четырнадцать человек.", "They all sat there.");
    }

    #[test]
    fn the_scale_of_a_number_is_shown() {
        let finding = Bench::of("ru", "uk").fires("number-mismatch", "11 миллиардов тенге", "11 мільйонів тенге");
        assert_eq!(
            (fact(&finding, "number"), fact(&finding, "found")),
            ("11 миллиардов".to_owned(), "11 мільйонів".to_owned())
        );
        let finding = Bench::of("ru", "zh").fires("number-mismatch", "живёт 2 100 000 человек", "该市有310万人。");
        assert_eq!(fact(&finding, "found"), "310万");
    }

    #[test]
    fn a_quantity_in_the_same_unit_is_not_rounded() {
        let bench = Bench::new();
        bench.fires("number-mismatch", "Сервер ждёт ответа 60 секунд.", "The server waits 63 seconds for an answer.");
        bench.fires("number-mismatch", "Доставка займёт 20 дней.", "Delivery takes 21 days.");
        bench.fires("number-mismatch", "До моста 100 километров.", "The bridge is 104 kilometres away.");
        bench.silent("number-mismatch", "До моста 100 километров.", "The bridge is 62 miles away.");
        bench.silent("number-mismatch", "Сервер ждёт ответа 60 секунд.", "The server waits one minute for an answer.");
    }

    #[test]
    fn a_language_without_known_number_words_may_answer_small_figures_unseen() {
        Bench::of("ru", "sv").silent("number-mismatch", "5 домов", "fem hus");
        Bench::of("ru", "sv").fires("number-mismatch", "1904 год", "år 1905");
        Bench::of("ru", "zh").silent("number-mismatch", "Статья 20", "第二十条");
    }
}
