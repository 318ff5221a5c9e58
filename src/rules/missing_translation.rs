//! A source paragraph without a counterpart is text that readers of the translation never see.

use super::{Context, Example, Finding, NoFacts, Rule, Scope, Severity, passage};
use crate::align::Unit;

pub(super) const RULE: Rule = Rule::new("missing-translation", Severity::Error, Scope::Unit(run)).examples(&[
    Example::found("Вода вернулась вечером.", ""),
    Example::silent("Вода вернулась вечером.", "The water came back in the evening."),
]);

fn run(unit: &Unit, context: &Context<'_>) -> Vec<Finding> {
    if !unit.target.is_empty() {
        return Vec::new();
    }
    // A paragraph without a letter or digit (`***`, a lone image) has nothing to translate.
    let worded = |passage: &passage::Passage<'_>| !passage.paragraph.words().is_empty();
    let missing = passage::source(unit, context).into_iter().filter(worded);
    missing.map(|passage| Finding::new(&RULE, NoFacts).in_source([passage.whole()])).collect()
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::Bench;

    #[test]
    fn a_paragraph_without_counterpart_is_missing() {
        let shown = Bench::new().shown("missing-translation", "Первый.\n\nВторой.", "First.");
        assert_eq!(shown, [("Второй.".to_owned(), "-".to_owned())]);
    }

    #[test]
    fn a_paragraph_with_a_counterpart_is_not() {
        Bench::new().silent("missing-translation", "Первый.", "First.");
        Bench::new().silent("missing-translation", "Первый.", "First.\n\nSecond.");
    }
}
