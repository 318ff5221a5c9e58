//! A line of a merge that nobody finished: `<<<<<<<`.

use super::files::{self, FaultFacts};
use super::{Context, Example, Finding, Rule, Scope, Severity};
use crate::align::Unit;
use crate::text::FaultKind;

pub(super) const RULE: Rule =
    Rule::new("conflict-marker", Severity::Error, Scope::Document(run)).facts::<FaultFacts>().examples(&[
        Example::found("Мост", "The bridge\n\n<<<<<<< HEAD\nA bridge\n=======\nOne bridge\n>>>>>>> other"),
        Example::silent("Мост", "The bridge"),
    ]);

fn run(_units: &[Unit], context: &Context<'_>) -> Vec<Finding> {
    files::faults_of_kind(FaultKind::ConflictMarker, &RULE, context)
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::Bench;

    #[test]
    fn markers_of_a_merge_are_found() {
        let target = "Yes\n\n<<<<<<< HEAD\nNo\n=======\nNot\n>>>>>>> other\n";
        let findings = Bench::new().findings("conflict-marker", "Да", target);
        assert!(!findings.is_empty());
        assert!(findings.iter().all(|finding| finding.source.is_empty() && !finding.target.is_empty()));
    }

    #[test]
    fn headings_and_quotes_that_look_alike_are_not() {
        Bench::new().silent("conflict-marker", "Да\n=======", "Yes\n=======");
        Bench::new().silent("conflict-marker", "> > > Да", "> > > Yes");
    }
}
