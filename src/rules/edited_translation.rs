//! The translation changed since the unit was accepted: nobody has read what it became.

use super::{AcceptedState, AcceptedUnit, Context, Example, Finding, Rule, Scope, Severity, accepted, facts};

pub(super) const RULE: Rule =
    Rule::new("edited-translation", Severity::Warning, Scope::AcceptedState(run)).facts::<Facts>().examples(&[
        Example::found("В городе 20 районов.", "There are 20 districts in the city.")
            .accepted("В городе 20 районов.", "The city has 20 districts."),
        Example::silent("В городе 20 районов.", "The city has\n20 districts.")
            .accepted("В городе 20 районов.", "The city has 20 districts."),
    ]);

facts! {
    struct Facts {
        /// The words of the translation that changed.
        change: String,
    }
}

/// As for a paragraph, for a verbatim block; without its places.
pub(super) fn of_block(state: AcceptedState, change: String) -> Option<Finding> {
    (state == AcceptedState::Edited).then(|| Finding::new(&RULE, Facts { change }))
}

fn run(accepted: &AcceptedUnit<'_>, context: &Context<'_>) -> Option<Finding> {
    if accepted.state != AcceptedState::Edited {
        return None;
    }
    let change = accepted::change(&accepted.target_was, context.target, &accepted.unit.target);
    let (source, target) = accepted::places(accepted, context);
    Some(Finding::new(&RULE, Facts { change }).in_source(source).in_target(target))
}
