//! Only the looks of an accepted text changed, and no word.

use super::{AcceptedState, AcceptedUnit, Context, Example, Finding, NoFacts, Rule, Scope, Severity, accepted};

pub(super) const RULE: Rule = Rule::new("cosmetic-change", Severity::Off, Scope::AcceptedState(run)).examples(&[
    Example::found("Вечером", "“In the evening”").accepted("Вечером", "\"In the evening\""),
    Example::silent("Вечером", "In the evening").accepted("Вечером", "In the evening"),
]);

fn run(accepted: &AcceptedUnit<'_>, context: &Context<'_>) -> Option<Finding> {
    let (source, target) = accepted::places(accepted, context);
    let finding = || Finding::new(&RULE, NoFacts).in_source(source).in_target(target);
    (accepted.state == AcceptedState::Cosmetic).then(finding)
}
