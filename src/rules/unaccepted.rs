//! A unit that nobody has accepted yet.

use super::{AcceptedState, AcceptedUnit, Context, Example, Finding, NoFacts, Rule, Scope, Severity, accepted};

pub(super) const RULE: Rule = Rule::new("unaccepted", Severity::Off, Scope::AcceptedState(run)).examples(&[
    Example::found("Вечером дали свет.", "The power came back in the evening."),
    Example::silent("Вечером дали свет.", "The power came back in the evening.")
        .accepted("Вечером дали свет.", "The power came back in the evening."),
]);

fn run(accepted: &AcceptedUnit<'_>, context: &Context<'_>) -> Option<Finding> {
    let (source, target) = accepted::places(accepted, context);
    let finding = || Finding::new(&RULE, NoFacts).in_source(source).in_target(target);
    (accepted.state == AcceptedState::Never).then(finding)
}
