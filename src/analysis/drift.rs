//! The units of a pair beside what a person accepted of them, as rules look at them.

use std::collections::HashMap;

use super::diagnostic::{AnalysedUnit, Analysis};
use super::leftover::leftovers;
use crate::rules::{AcceptedState, AcceptedUnit, Place, UnreadDraft};
use crate::text::{Document, Label, Span};
use crate::units::{Pair, State};

/// The units that have both sides, and those that lost one, with what became of each since a person accepted it.
pub(super) fn accepted_units<'a>(pair: &'a Pair, analysis: &'a Analysis) -> Vec<AcceptedUnit<'a>> {
    let both = |analysed: &AnalysedUnit| {
        !analysed.unit.source.is_empty() && !analysed.unit.target.is_empty() || analysed.accepted.is_some()
    };
    let mut labels: HashMap<usize, Vec<Label>> = HashMap::new();
    for leftover in leftovers(pair, analysis) {
        if let Some(unit) = leftover.unit() {
            labels.entry(unit).or_default().push(leftover.label);
        }
    }
    let units = analysis.units.iter().enumerate().filter(|(_, analysed)| both(analysed));
    units
        .map(|(at, analysed)| accepted_unit(pair, analysis, analysed, labels.remove(&at).unwrap_or_default()))
        .collect()
}

fn accepted_unit<'a>(
    pair: &'a Pair,
    analysis: &'a Analysis,
    analysed: &'a AnalysedUnit,
    labels: Vec<Label>,
) -> AcceptedUnit<'a> {
    let alone = analysed.unit.source.is_empty() || analysed.unit.target.is_empty();
    let state = match analysed.accepted {
        Some(_) if alone => AcceptedState::Removed,
        None => AcceptedState::Never,
        Some((_, State::Fresh { cosmetic: false })) => AcceptedState::Unchanged,
        Some((_, State::Fresh { cosmetic: true })) => AcceptedState::Cosmetic,
        Some((_, State::Edited)) => AcceptedState::Edited,
        Some((_, State::Stale)) => AcceptedState::Stale,
        Some((_, State::Both)) => AcceptedState::Both,
    };
    let changed =
        matches!(state, AcceptedState::Edited | AcceptedState::Stale | AcceptedState::Both | AcceptedState::Removed);
    let standing = analysed.accepted.filter(|_| changed).and_then(|(accepted, _)| analysis.drift.of(accepted));
    let (source_was, target_was) = standing.map(|standing| standing.was(&pair.units)).unwrap_or_default();
    let draft = (analysed.unread_draft(&analysis.drift)).and_then(|draft| {
        let by = &pair.units.drafts.get(draft.draft)?.by;
        Some(UnreadDraft { by, current: draft.current })
    });
    AcceptedUnit { unit: &analysed.unit, state, source_was, target_was, labels, draft }
}

/// The whole text of each paragraph.
pub(super) fn places(document: &Document, paragraphs: &[usize]) -> Vec<Place> {
    let whole = |at: &usize| Place { paragraph: *at, span: Span::new(0, document.paragraphs[*at].text.len()) };
    paragraphs.iter().map(whole).collect()
}
