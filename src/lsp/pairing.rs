//! Paragraphs paired by hand: what a paragraph may answer, and the command that records it.

use serde_json::{Value, json};

use super::changes::carry_out;
use super::commands::{Argument, Done, lines};
use super::diagnostics::excerpt;
use super::failure::Cause;
use super::place::paragraphs;
use super::view::{Side, View};
use crate::align::Pin;
use crate::workspace::{PairAnalysis, no_conflict};

/// How many paragraphs are offered for one.
const OFFERED: usize = 3;

/// How many units away they may be.
const NEAR: usize = 6;

/// Above this confidence nobody pairs a unit by hand.
const SURE: f64 = 0.8;

/// What the paragraphs of a unit may be paired with: for each the title of the action and the command's argument.
/// Nothing for a unit that is accepted, or that the aligner is sure of.
pub(super) fn offers(view: &View<'_>, read: &PairAnalysis, side: Side, unit: usize) -> Vec<(String, Value)> {
    let (pair, units) = (&read.pair, &read.analysis.units);
    let own = &units[unit];
    let alone = paragraphs(own, side.other()).is_empty();
    if paragraphs(own, side).is_empty() || own.accepted.is_some() || (!alone && own.unit.confidence >= SURE) {
        return Vec::new();
    }
    let Some(here) = view.paragraphs(pair, side, paragraphs(own, side)) else { return Vec::new() };
    let mut near: Vec<usize> = (unit.saturating_sub(NEAR)..(unit + NEAR + 1).min(units.len())).collect();
    near.retain(|at| *at != unit && paragraphs(&units[*at], side).is_empty());
    near.sort_by_key(|at| at.abs_diff(unit));
    let offer = |at: usize| {
        let there = paragraphs(&units[at], side.other());
        let range = view.paragraphs(pair, side.other(), there)?;
        let text = &side.other().document(pair).paragraphs[*there.first()?].text;
        let argument = json!({
            "uri": view.uri(side.path(pair)),
            "language": pair.paths.language.to_string(),
            "line": here.start.line,
            "end": here.end.line,
            "with": range.start.line,
        });
        Some((view.ui.lsp_pair(excerpt(text)), argument))
    };
    near.into_iter().take(OFFERED).filter_map(offer).collect()
}

/// Records that the paragraphs on some lines answer those on a line of the other side.
///
/// # Errors
///
/// Where there is no paragraph on a line, a document is in the middle of a merge, or the units file cannot be written.
pub(super) fn pair(view: &View<'_>, read: &PairAnalysis, side: Side, argument: &Argument) -> Result<Done, Cause> {
    let PairAnalysis { pair, analysis } = read;
    no_conflict(pair)?;
    let first = argument.line.unwrap_or_default();
    let own = lines(read, side, first, argument.end.unwrap_or(first))?;
    let with = argument.with.unwrap_or_default();
    let there = lines(read, side.other(), with, with)?;
    let pin = Pin { source: [own.source, there.source].concat(), target: [own.target, there.target].concat() };
    let drift = pair.drift();
    let units = pair.units.pair(pair.today(&drift), &pin);
    let edit = carry_out(view, view.workspace.units_change(pair, &units, analysis)?)?;
    let forgotten = pair.units.accepted.len() - units.accepted.len();
    Ok(Done { edit, said: Some(view.ui.pair_done(pair.place(&pin), forgotten)) })
}
