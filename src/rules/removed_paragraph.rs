//! A paragraph that was accepted together with another one, which is gone.

use super::{AcceptedState, AcceptedUnit, Context, Example, Finding, Rule, Scope, Severity, Side, accepted, facts};

pub(super) const RULE: Rule =
    Rule::new("removed-paragraph", Severity::Error, Scope::AcceptedState(run)).facts::<Facts>().examples(&[
        Example::found("", "The bridge was closed for a year.")
            .accepted("Мост закрыли на год.", "The bridge was closed for a year."),
        Example::silent("Мост закрыли на год.", "The bridge was closed for a year.")
            .accepted("Мост закрыли на год.", "The bridge was closed for a year."),
    ]);

facts! {
    struct Facts {
        /// The side on which it is gone.
        side: Side,
        /// What is gone.
        text: String,
    }
}

fn run(unit: &AcceptedUnit<'_>, context: &Context<'_>) -> Option<Finding> {
    if unit.state != AcceptedState::Removed {
        return None;
    }
    let (side, was) = match unit.unit.source.is_empty() {
        true => (Side::Source, &unit.source_was),
        false => (Side::Target, &unit.target_was),
    };
    let (source, target) = accepted::places(unit, context);
    let text = was.join(" ¶ ");
    Some(Finding::new(&RULE, Facts { side, text }).in_source(source).in_target(target))
}
