//! A paragraph whose words the original emphasises, and the translation nowhere.
//!
//! Where the emphasis is within the paragraph, and how much of it, is the translator's choice.

use super::emphasis::{emphasis, shown_signs};
use super::{Context, Example, Finding, NoFacts, Rule, Scope, Severity, passage};
use crate::align::Unit;

pub(super) const RULE: Rule = Rule::new("emphasis-lost", Severity::Info, Scope::Unit(run)).compares().examples(&[
    Example::found("Он звонил **дважды** за день.", "He called twice in one day."),
    Example::silent("Он звонил **дважды** за день.", "He *called* twice in one day."),
]);

fn run(unit: &Unit, context: &Context<'_>) -> Vec<Finding> {
    let Some((source, target)) = passage::both(unit, context) else { return Vec::new() };
    if emphasis(&source) == 0 || emphasis(&target) > 0 || !shown_signs(&target).is_empty() {
        return Vec::new();
    }
    let source = source.iter().map(passage::Passage::whole);
    vec![Finding::new(&RULE, NoFacts).in_source(source).in_target(target.iter().map(passage::Passage::whole))]
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::Bench;

    #[test]
    fn emphasis_that_is_gone_is_found_and_moved_emphasis_is_not() {
        let bench = Bench::new();
        bench.fires("emphasis-lost", "Это *важно*.", "It matters.");
        bench.fires("emphasis-lost", "Это <b class=\"x\">важно</b>.", "It matters.");
        bench.silent("emphasis-lost", "Это **важно** и *срочно*.", "It __matters__ now.");
        bench.silent("emphasis-lost", "Это важно.", "It **matters**.");
        bench.silent("emphasis-lost", "Это **важно**.", "It ** matters**.");
    }
}
