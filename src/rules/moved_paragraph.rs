//! A paragraph whose counterpart is in another order: meant, or a slip of pasting.

use super::{Context, Example, Finding, NoFacts, Pairing, Rule, Scope, Severity, passage};
use crate::align::Unit;

pub(super) const RULE: Rule = Rule::new("moved-paragraph", Severity::Info, Scope::Unit(run)).examples(&[
    Example::found("Первый.\n\nВторой.", "Second.\n\nFirst.").pairing(Pairing::Reversed),
    Example::silent("Первый.\n\nВторой.", "First.\n\nSecond."),
]);

fn run(unit: &Unit, context: &Context<'_>) -> Vec<Finding> {
    let Some((source, target)) = passage::both(unit, context).filter(|_| unit.moved) else { return Vec::new() };
    let finding = Finding::new(&RULE, NoFacts).in_source(source.iter().map(passage::Passage::whole));
    vec![finding.in_target(target.iter().map(passage::Passage::whole))]
}

#[cfg(test)]
mod tests {
    use crate::align::Unit;
    use crate::rules::testing::Bench;

    #[test]
    fn a_moved_unit_is_shown() {
        let moved = Unit { moved: true, ..Unit::new(vec![0], vec![1]) };
        let units = vec![moved, Unit::new(vec![1], vec![0])];
        Bench::new().units(units).fires("moved-paragraph", "Первый.\n\nВторой.", "Second.\n\nFirst.");
    }

    #[test]
    fn units_in_order_and_units_without_counterpart_are_not() {
        Bench::new().silent("moved-paragraph", "Первый.\n\nВторой.", "First.\n\nSecond.");
        let lost = Unit { moved: true, ..Unit::new(vec![0], vec![]) };
        Bench::new().units(vec![lost]).silent("moved-paragraph", "Первый.", "");
    }
}
