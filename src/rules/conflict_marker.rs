//! A line of a merge that nobody finished: `<<<<<<<`.

use super::{Context, Finding, files};
use crate::align::Unit;
use crate::text::FaultKind;

pub(super) fn run(_units: &[Unit], context: &Context<'_>) -> Vec<Finding> {
    files::faults("conflict-marker", context, |kind| (kind == FaultKind::ConflictMarker).then(Vec::new))
}

#[cfg(test)]
mod tests {
    use crate::rules::bench::Bench;

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
