//! What is to be said of a unit at a glance.

use crate::align::Unit;
use crate::analysis::AnalysedUnit;
use crate::i18n::Messages;
use crate::rules::Severity;
use crate::units::{Drift, State};

/// The state of a unit: whether it has both sides, and what a person said of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum UnitState {
    Missing,
    Extra,
    Stale,
    Edited,
    Both,
    Accepted,
    Draft,
    Open,
}

impl UnitState {
    pub(super) fn of(analysed: &AnalysedUnit, drift: &Drift) -> UnitState {
        let unit = &analysed.unit;
        match (unit.source.is_empty(), unit.target.is_empty(), analysed.accepted) {
            (false, true, _) => UnitState::Missing,
            (true, _, _) => UnitState::Extra,
            (_, _, Some((_, State::Stale))) => UnitState::Stale,
            (_, _, Some((_, State::Edited))) => UnitState::Edited,
            (_, _, Some((_, State::Both))) => UnitState::Both,
            (_, _, Some((_, State::Fresh { .. }))) => UnitState::Accepted,
            (_, _, None) if analysed.unread_draft(drift).is_some() => UnitState::Draft,
            (_, _, None) => UnitState::Open,
        }
    }

    /// The name that the style sheet and the script know it by.
    pub(super) fn name(self) -> &'static str {
        match self {
            UnitState::Missing => "missing",
            UnitState::Extra => "extra",
            UnitState::Stale => "stale",
            UnitState::Edited => "edited",
            UnitState::Both => "both",
            UnitState::Accepted => "accepted",
            UnitState::Draft => "draft",
            UnitState::Open => "open",
        }
    }

    pub(super) fn word(self, ui: &Messages) -> String {
        match self {
            UnitState::Missing => ui.page_state_missing(),
            UnitState::Extra => ui.page_state_extra(),
            UnitState::Stale => ui.page_state_stale(),
            UnitState::Edited => ui.page_state_edited(),
            UnitState::Both => ui.page_state_both(),
            UnitState::Accepted => ui.page_state_accepted(),
            UnitState::Draft => ui.page_state_draft(),
            UnitState::Open => ui.page_state_open(),
        }
    }

    /// Whether there is something to compare with what was accepted.
    pub(super) fn changed(self) -> bool {
        matches!(self, UnitState::Stale | UnitState::Edited | UnitState::Both)
    }
}

/// How sure a unit is, in five steps; the style sheet has a colour and a pattern for each.
pub(super) fn step(unit: &Unit) -> usize {
    match unit.confidence {
        sure if sure >= 0.95 => 4,
        sure if sure >= 0.8 => 3,
        sure if sure >= 0.6 => 2,
        sure if sure >= 0.4 => 1,
        _ => 0,
    }
}

/// The name of a severity in the style sheet.
pub(super) fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info | Severity::Off => "info",
    }
}
