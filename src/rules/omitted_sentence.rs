//! A sentence of the original that its paragraph's translation leaves out.

use super::sentence::{Lone, Without, lone};
use super::{Context, Example, Finding, Place, Rule, Scope, Severity, facts};
use crate::align::Unit;

pub(super) const RULE: Rule = Rule::new("omitted-sentence", Severity::Warning, Scope::Document(run))
    .facts::<Facts>()
    .examples(&[Example::found(RUSSIAN, SHORT), Example::silent(RUSSIAN, WHOLE)]);

facts! {
    struct Facts {
        /// The beginning of the sentence.
        sentence: String,
        /// Its numbers, names and longest words that nothing in the translation answers.
        words: Vec<String>,
    }
}

const RUSSIAN: &str = "\
    В 1902 году город построил мост через реку. Инженер Токаев руководил работой три года. Сегодня по мосту ходят трамваи.";
const SHORT: &str = "In 1902 the city built a bridge across the river. Today trams cross the bridge.";
const WHOLE: &str = "In 1902 the city built a bridge across the river. The engineer Tokayev directed the work for three years. Today trams cross the bridge.";

fn run(units: &[Unit], context: &Context<'_>) -> Vec<Finding> {
    let finding = |lone: Lone| {
        let facts = Facts { sentence: lone.excerpt, words: lone.words };
        let paragraphs = units.iter().find(|unit| unit.source.contains(&lone.place.paragraph));
        let whole = paragraphs.into_iter().flat_map(|unit| &unit.target).filter_map(|at| {
            let length = context.target.paragraphs.get(*at)?.text.len();
            Some(Place::new(*at, 0..length))
        });
        Finding::new(&RULE, facts).in_source([lone.place]).in_target(whole).unless_sure(lone.unsure)
    };
    lone(units, context, Without::Target).into_iter().map(finding).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::Bench;

    #[test]
    fn the_sentence_left_out_is_shown() {
        let shown = Bench::new().shown("omitted-sentence", RUSSIAN, SHORT);
        assert_eq!(shown.len(), 1, "{shown:?}");
        assert!(shown[0].0.starts_with("Инженер Токаев") && shown[0].0.ends_with("года."), "{shown:?}");
    }

    #[test]
    fn units_of_one_sentence_a_side_and_uncertain_ones_are_passed_over() {
        let bench = Bench::new();
        bench.silent("omitted-sentence", "Сегодня по мосту ходят трамваи.", "The water came back.");
        let unsure = vec![Unit { confidence: 0.3, ..Unit::new(vec![0], vec![0]) }];
        Bench::new().units(unsure).silent("omitted-sentence", RUSSIAN, SHORT);
    }

    #[test]
    fn two_sentences_run_into_one_are_not_missing() {
        Bench::new().silent(
            "omitted-sentence",
            RUSSIAN,
            "In 1902 the city built a bridge across the river, and the engineer Tokayev directed the work for three years. Today trams cross the bridge.",
        );
    }
}
