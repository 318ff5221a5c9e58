//! The units of a pair beside what a person accepted of them, as rules look at them.

use super::{AnalysedUnit, Analysis};
use crate::rules::{AcceptedState, AcceptedUnit, Place};
use crate::text::{Document, Span};
use crate::units::{Pair, State};

/// The units that have both sides, with what became of each since a person accepted it.
pub(super) fn accepted_units<'a>(pair: &'a Pair, analysis: &'a Analysis) -> Vec<AcceptedUnit<'a>> {
    let both = |analysed: &&AnalysedUnit| !analysed.unit.source.is_empty() && !analysed.unit.target.is_empty();
    analysis.units.iter().filter(both).map(|analysed| accepted_unit(pair, analysis, analysed)).collect()
}

fn accepted_unit<'a>(pair: &'a Pair, analysis: &'a Analysis, analysed: &'a AnalysedUnit) -> AcceptedUnit<'a> {
    let state = match analysed.accepted {
        None => AcceptedState::Never,
        Some((_, State::Fresh { cosmetic: false })) => AcceptedState::Unchanged,
        Some((_, State::Fresh { cosmetic: true })) => AcceptedState::Cosmetic,
        Some((_, State::Edited)) => AcceptedState::Edited,
        Some((_, State::Stale)) => AcceptedState::Stale,
        Some((_, State::Both)) => AcceptedState::Both,
    };
    let changed = matches!(state, AcceptedState::Edited | AcceptedState::Stale | AcceptedState::Both);
    let standing = analysed.accepted.filter(|_| changed).and_then(|(accepted, _)| analysis.drift.of(accepted));
    let (source_was, target_was) = standing.map(|standing| standing.was(&pair.units)).unwrap_or_default();
    AcceptedUnit { unit: &analysed.unit, state, source_was, target_was }
}

/// The whole text of each paragraph.
pub(super) fn places(document: &Document, paragraphs: &[usize]) -> Vec<Place> {
    let whole = |at: &usize| Place { paragraph: *at, span: Span::new(0, document.paragraphs[*at].text.len()) };
    paragraphs.iter().map(whole).collect()
}
