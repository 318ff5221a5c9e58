//! A translation that a machine made and that nobody has worked on or accepted.

use super::{
    AcceptedUnit, Context, Example, Finding, Rule, Scope, Severity, accepted, fact_values, facts, rule::UnreadDraft,
};

/// The name of the rule.
pub const UNREAD_DRAFT: &str = "unread-draft";

pub(super) const RULE: Rule =
    Rule::new(UNREAD_DRAFT, Severity::Info, Scope::AcceptedState(run)).facts::<Facts>().examples(&[
        Example::found("Мост закрыли на год.", "The bridge was closed for a year.")
            .draft("Мост закрыли на год.", "The bridge was closed for a year."),
        Example::found("Мост закрыли на два года.", "The bridge was closed for a year.")
            .draft("Мост закрыли на год.", "The bridge was closed for a year."),
        Example::silent("Мост закрыли на год.", "They closed the bridge for a year.")
            .draft("Мост закрыли на год.", "The bridge was closed for a year."),
        Example::silent("Мост закрыли на год.", "The bridge was closed for a year.")
            .accepted("Мост закрыли на год.", "The bridge was closed for a year."),
    ]);

facts! {
    struct Facts {
        /// Which machine made the translation.
        by: String,
        original: Original,
    }
}

fact_values! {
    /// Whether the original still is what the machine was given.
    enum Original {
        Same,
        Changed,
    }
}

fn run(accepted: &AcceptedUnit<'_>, context: &Context<'_>) -> Option<Finding> {
    let UnreadDraft { by, current } = accepted.draft?;
    let original = if current { Original::Same } else { Original::Changed };
    let (source, target) = accepted::places(accepted, context);
    Some(Finding::new(&RULE, Facts { by: by.to_owned(), original }).in_source(source).in_target(target))
}
