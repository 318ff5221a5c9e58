//! A sentence of the translation that answers nothing in the original of its paragraph.

use super::sentence::{Lone, Without, lone};
use super::{Context, Example, Finding, Rule, Scope, Severity, facts};
use crate::align::Unit;

pub(super) const RULE: Rule = Rule::new("added-sentence", Severity::Warning, Scope::Document(run))
    .facts::<Facts>()
    .examples(&[Example::found(SHORT, ENGLISH), Example::silent(WHOLE, ENGLISH)]);

facts! {
    struct Facts {
        /// The beginning of the sentence.
        sentence: String,
        /// Its numbers, names and longest words that nothing in the original answers.
        words: Vec<String>,
    }
}

const SHORT: &str = "В 1902 году город построил мост через реку. Сегодня по мосту ходят трамваи.";
const WHOLE: &str = "\
    В 1902 году город построил мост через реку. Инженер Токаев руководил работой три года. Сегодня по мосту ходят трамваи.";
const ENGLISH: &str = "In 1902 the city built a bridge across the river. The engineer Tokayev directed the work for three years. Today trams cross the bridge.";

fn run(units: &[Unit], context: &Context<'_>) -> Vec<Finding> {
    let finding = |lone: Lone| {
        let facts = Facts { sentence: lone.excerpt, words: lone.words };
        Finding::new(&RULE, facts).in_target([lone.place]).unless_sure(lone.unsure)
    };
    lone(units, context, Without::Source).into_iter().map(finding).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::Bench;

    #[test]
    fn the_sentence_added_is_shown() {
        let shown = Bench::new().shown("added-sentence", SHORT, ENGLISH);
        assert_eq!(shown.len(), 1, "{shown:?}");
        assert!(shown[0].1.starts_with("The engineer Tokayev"), "{shown:?}");
    }

    #[test]
    fn a_note_in_brackets_is_passed_over() {
        let noted = format!("{SHORT}\n");
        Bench::new().silent(
            "added-sentence",
            &noted,
            "In 1902 the city built a bridge across the river. (It was the first one in the region.) Today trams cross the bridge.",
        );
    }
}
