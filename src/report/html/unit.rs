//! One unit of a page: both its sides, what joins them, and what was found.

use std::collections::BTreeSet;

use maud::{Markup, html};

use super::anchor::Anchor;
use super::card::card;
use super::side::Side;
use super::state::{UnitState, step};
use crate::analysis::{AnalysedUnit, Analysis};
use crate::i18n::Messages;
use crate::report::FindingReport;
use crate::rules::Severity;
use crate::units::Pair;

/// A document as a page shows it.
pub(super) struct Text<'a> {
    pub(super) pair: &'a Pair,
    pub(super) analysis: &'a Analysis,
    pub(super) sides: [Side<'a>; 2],
    /// By unit, its findings.
    pub(super) findings: Vec<Vec<&'a FindingReport>>,
}

/// A unit that is written, and what the page must have for it.
pub(super) struct Written {
    pub(super) anchor: Anchor,
    pub(super) html: String,
    pub(super) concepts: BTreeSet<usize>,
    pub(super) rules: BTreeSet<String>,
    /// Bytes of both texts: how much of the map it takes.
    pub(super) weight: usize,
    /// Its class on the map.
    pub(super) rank: &'static str,
}

impl Text<'_> {
    /// Writes the unit at a place.
    pub(super) fn unit(&self, at: usize, anchor: Anchor, ui: &Messages) -> Written {
        let analysed = &self.analysis.units[at];
        let unit = &analysed.unit;
        let [source, target] = &self.sides;
        let found = &self.findings[at];
        let state = UnitState::of(analysed, &self.analysis.drift);
        let id = anchor.id();
        let cards = html! { @for finding in found { (card(finding, Some(unit), self.pair, ui)) } };
        let [was_source, was_target] = self.was(analysed, state, ui);
        let nothing = html! {};
        let (left, right) = if unit.target.is_empty() { (&cards, &nothing) } else { (&nothing, &cards) };
        let left = html! { (was_source) (left) };
        let right = html! { (was_target) (right) };
        let html = html! {
            div class={ "unit " (state.name()) } id=(id) role="group" aria-label=(ui.page_unit(at + 1, state.word(ui)))
                data-u=(at) data-c=(step(unit)) data-moved[unit.moved] {
                (source.column(&unit.source, &id, &left, ui))
                (link(analysed, state, ui))
                (target.column(&unit.target, &id, &right, ui))
            }
        };
        let mut concepts = source.concepts(&unit.source);
        concepts.extend(target.concepts(&unit.target));
        Written {
            anchor,
            html: html.into_string(),
            concepts,
            rules: found.iter().map(|finding| finding.rule.to_string()).collect(),
            weight: source.size(&unit.source) + target.size(&unit.target) + 40,
            rank: rank(found, state, step(unit)),
        }
    }

    /// What changed on each side since the unit was accepted.
    fn was(&self, analysed: &AnalysedUnit, state: UnitState, ui: &Messages) -> [Markup; 2] {
        let nothing = || html! {};
        let standing = analysed.accepted.filter(|_| state.changed());
        let Some(standing) = standing.and_then(|(at, _)| self.analysis.drift.of(at)) else {
            return [nothing(), nothing()];
        };
        let (source, target) = standing.was(&self.pair.units);
        let unit = &analysed.unit;
        let source = match state {
            UnitState::Stale | UnitState::Both => self.sides[0].since(&source, &unit.source, ui),
            _ => nothing(),
        };
        let target = match state {
            UnitState::Edited | UnitState::Both => self.sides[1].since(&target, &unit.target, ui),
            _ => nothing(),
        };
        [source, target]
    }
}

/// What is between the sides: m:n, how sure, and the state in words.
fn link(analysed: &AnalysedUnit, state: UnitState, ui: &Messages) -> Markup {
    let unit = &analysed.unit;
    let both = !unit.source.is_empty() && !unit.target.is_empty();
    html! {
        div class={ "link c" (step(unit)) } {
            span class="mn" { (unit.source.len()) ":" (unit.target.len()) }
            @if both && !unit.pinned { span class="sure" title=(ui.page_confidence()) { (format!("{:.2}", unit.confidence)) } }
            @if !matches!(state, UnitState::Open | UnitState::Missing | UnitState::Extra) {
                span class="state" { (state.word(ui)) }
            }
            @if unit.moved { span class="state" { (ui.align_moved()) } }
        }
    }
}

/// What the map shows of a unit: the worst of it.
fn rank(found: &[&FindingReport], state: UnitState, step: usize) -> &'static str {
    let loudest = found.iter().filter(|finding| finding.waived.is_none()).map(|finding| finding.severity).max();
    match (loudest, state) {
        (Some(Severity::Error), _) => "error",
        (_, UnitState::Missing | UnitState::Extra) => "missing",
        (_, UnitState::Stale | UnitState::Edited | UnitState::Both) => "stale",
        (Some(Severity::Warning), _) => "warning",
        (_, UnitState::Open) if step < 2 => "unsure",
        (_, UnitState::Accepted) => "accepted",
        _ => "open",
    }
}

/// How bad a class of the map is.
pub(super) fn badness(rank: &str) -> usize {
    ["accepted", "open", "unsure", "warning", "stale", "missing", "error"]
        .iter()
        .position(|known| *known == rank)
        .unwrap_or_default()
}
