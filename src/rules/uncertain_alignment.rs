//! A pairing that the aligner itself doubts: whatever is said about it may rest on the wrong pair.

use super::{Context, Finding, passage};
use crate::align::Unit;

pub(super) fn run(unit: &Unit, context: &Context<'_>) -> Vec<Finding> {
    let Some((source, target)) = passage::both(unit, context) else { return Vec::new() };
    if unit.pinned || unit.confidence >= context.options.confidence {
        return Vec::new();
    }
    let percent = (unit.confidence.clamp(0.0, 1.0) * 100.0).floor() as usize;
    let finding = Finding::new("uncertain-alignment").in_source(source.iter().map(passage::Passage::whole));
    vec![finding.in_target(target.iter().map(passage::Passage::whole)).with("percent", percent)]
}

#[cfg(test)]
mod tests {
    use crate::align::Unit;
    use crate::rules::bench::{Bench, fact};

    fn unit(confidence: f64, pinned: bool) -> Vec<Unit> {
        vec![Unit { confidence, pinned, ..Unit::new(vec![0], vec![0]) }]
    }

    #[test]
    fn a_doubtful_pair_is_shown_with_its_confidence() {
        let finding = Bench::new().units(unit(0.559, false)).fires("uncertain-alignment", "Да.", "Yes.");
        assert_eq!(fact(&finding, "percent"), "55");
    }

    #[test]
    fn a_sure_pair_and_one_set_by_a_person_are_not() {
        Bench::new().units(unit(0.93, false)).silent("uncertain-alignment", "Да.", "Yes.");
        Bench::new().units(unit(0.3, true)).silent("uncertain-alignment", "Да.", "Yes.");
    }
}
