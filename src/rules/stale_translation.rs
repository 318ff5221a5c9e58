//! The original changed since the unit was accepted: readers of the translation read what the author no longer says.

use super::{
    AcceptedState, AcceptedUnit, Context, Example, Finding, Rule, Scope, Severity, accepted, fact_values, facts,
};
use crate::text::Document;

pub(super) const RULE: Rule =
    Rule::new("stale-translation", Severity::Error, Scope::AcceptedState(run)).facts::<Facts>().examples(&[
        Example::found("В городе 21 район.", "The city has 20 districts.")
            .accepted("В городе 20 районов.", "The city has 20 districts."),
        Example::silent("В городе 21 район.", "The city has 21 districts.")
            .accepted("В городе 21 район.", "The city has 21 districts."),
    ]);

facts! {
    struct Facts {
        /// The words of the original that changed.
        change: String,
        edited: Edited,
        since: Since,
    }
}

fact_values! {
    /// Whether the translation changed too.
    enum Edited {
        Yes,
        No,
    }
}

fact_values! {
    /// What the original is compared with.
    enum Since {
        Acceptance,
        Revision,
    }
}

/// For a unit that nobody accepted, where the original changed since a revision; without its places.
pub(super) fn since_revision(was: &[&str], document: &Document, now: &[usize]) -> Finding {
    let change = accepted::change(was, document, now);
    Finding::new(&RULE, Facts { change, edited: Edited::No, since: Since::Revision })
}

/// As for a paragraph, for a verbatim block; without its places.
pub(super) fn of_block(state: AcceptedState, change: String) -> Option<Finding> {
    let edited = match state {
        AcceptedState::Both => Edited::Yes,
        AcceptedState::Stale => Edited::No,
        _ => return None,
    };
    Some(Finding::new(&RULE, Facts { change, edited, since: Since::Acceptance }))
}

fn run(accepted: &AcceptedUnit<'_>, context: &Context<'_>) -> Option<Finding> {
    let edited = match accepted.state {
        AcceptedState::Both => Edited::Yes,
        AcceptedState::Stale => Edited::No,
        _ => return None,
    };
    let change = accepted::change(&accepted.source_was, context.source, &accepted.unit.source);
    let (source, target) = accepted::places(accepted, context);
    Some(Finding::new(&RULE, Facts { change, edited, since: Since::Acceptance }).in_source(source).in_target(target))
}
