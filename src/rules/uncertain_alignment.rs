//! A pairing that the aligner itself doubts: whatever is said about it may rest on the wrong pair.

use super::{Context, Example, Finding, OptionSet, Pairing, Rule, Scope, Severity, facts, passage};
use crate::align::Unit;

pub(super) const RULE: Rule = Rule::new("uncertain-alignment", Severity::Info, Scope::Unit(run))
    .facts::<Facts>()
    .options(OptionSet::of::<Options>())
    .examples(&[
        Example::found("Да.", "Perhaps.").pairing(Pairing::Unsure(0.55)),
        Example::silent("Да.", "Yes.").pairing(Pairing::Unsure(0.97)),
    ]);

/// Under this confidence an unaccepted unit is reported, 0 to 1.
#[derive(Clone, Debug, serde::Deserialize, serde::Serialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
struct Options {
    min: f64,
}

impl Default for Options {
    fn default() -> Options {
        Options { min: 0.8 }
    }
}

facts! {
    struct Facts {
        /// How sure the aligner is.
        percent: usize,
    }
}

fn run(unit: &Unit, context: &Context<'_>) -> Vec<Finding> {
    let Some((source, target)) = passage::both(unit, context) else { return Vec::new() };
    if unit.pinned || unit.confidence >= context.options.of::<Options>(RULE.id).min {
        return Vec::new();
    }
    let percent = (unit.confidence.clamp(0.0, 1.0) * 100.0).floor() as usize;
    let finding = Finding::new(&RULE, Facts { percent }).in_source(source.iter().map(passage::Passage::whole));
    vec![finding.in_target(target.iter().map(passage::Passage::whole))]
}

#[cfg(test)]
mod tests {
    use crate::align::Unit;
    use crate::rules::testing::{Bench, fact};

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
