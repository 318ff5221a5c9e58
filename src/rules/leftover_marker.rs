//! A comment for the translator in a text that somebody has accepted: it would be published with it.

use super::{
    AcceptedState, AcceptedUnit, Context, Example, Finding, Rule, Scope, Severity, accepted, fact_values, facts,
};
use crate::text::Label;

pub(super) const RULE: Rule =
    Rule::new("leftover-marker", Severity::Error, Scope::AcceptedState(run)).facts::<Facts>().examples(&[
        Example::found(
            "Мост построили осенью.",
            "<!-- tolmach: changed\nМост построили [-весной-]{+осенью+}.\n-->\nThe bridge was built in autumn.",
        )
        .accepted("Мост построили осенью.", "The bridge was built in autumn."),
        Example::silent("Мост построили осенью.", "The bridge was built in autumn.")
            .accepted("Мост построили осенью.", "The bridge was built in autumn."),
    ]);

facts! {
    struct Facts {
        marker: Marker,
    }
}

fact_values! {
    /// What the comment was left for.
    enum Marker {
        Translate,
        Changed,
        Removed,
    }
}

pub(super) fn of_block() -> Finding {
    Finding::new(&RULE, Facts { marker: Marker::Changed })
}

fn run(unit: &AcceptedUnit<'_>, context: &Context<'_>) -> Option<Finding> {
    if !matches!(unit.state, AcceptedState::Unchanged | AcceptedState::Cosmetic) {
        return None;
    }
    let marker = unit.labels.iter().find_map(|label| match label {
        Label::Translate => Some(Marker::Translate),
        Label::Changed => Some(Marker::Changed),
        Label::Removed => Some(Marker::Removed),
        // It keeps nothing of the translation, and `update` names it.
        Label::Gone | Label::Confirm => None,
    })?;
    let (source, target) = accepted::places(unit, context);
    Some(Finding::new(&RULE, Facts { marker }).in_source(source).in_target(target))
}
