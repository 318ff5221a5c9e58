//! A target paragraph without a counterpart was added by the translator, or its original was removed.

use super::{Context, Example, Finding, NoFacts, Rule, Scope, Severity, passage};
use crate::align::Unit;

pub(super) const RULE: Rule = Rule::new("extra-translation", Severity::Warning, Scope::Unit(run)).examples(&[
    Example::found("", "This had happened before."),
    Example::silent("", "[Translator’s note: this had happened before.]"),
]);

/// A paragraph that is less surely without a counterpart has one as often as not.
const SURE: f64 = 0.5;

fn run(unit: &Unit, context: &Context<'_>) -> Vec<Finding> {
    if !unit.source.is_empty() {
        return Vec::new();
    }
    let worded = |passage: &passage::Passage<'_>| !passage.paragraph.words().is_empty();
    // A translator's note in brackets has no counterpart by its nature.
    let note = |text: &str| text.starts_with('[') && text.ends_with(']');
    let extra = passage::target(unit, context).into_iter().filter(worded);
    // The title of a box is written where the language's own word for it is not the generator's.
    let extra = extra.filter(|passage| !note(passage.text().trim()) && !context.target.is_title(passage.paragraph));
    let unsure = unit.confidence < SURE;
    extra.map(|passage| Finding::new(&RULE, NoFacts).in_target([passage.whole()]).unless_sure(unsure)).collect()
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::Bench;

    #[test]
    fn a_title_that_only_the_translation_has_is_none() {
        Bench::new().silent("extra-translation", "/// tip\n\n///\n", "/// tip | Advice\n\n///\n");
    }

    #[test]
    fn a_target_paragraph_without_counterpart_is_extra() {
        let shown = Bench::new().shown("extra-translation", "Первый.", "First.\n\nSecond.");
        assert_eq!(shown, [("-".to_owned(), "Second.".to_owned())]);
    }

    #[test]
    fn a_translators_note_and_a_paired_paragraph_are_not() {
        Bench::new().silent(
            "extra-translation",
            "Первый.",
            "First.\n\n[Translator’s note: an akimat is a local executive body.]",
        );
        Bench::new().silent("extra-translation", "Первый.\n\nВторой.", "First.");
    }
}
