//! What the translation memory has for a place of a translation.

use gen_lsp_types::{CodeAction, CodeActionKind, Position};

use super::deferred::{Make, gap_at};
use super::diagnostics::excerpt;
use super::place::paragraphs;
use super::position::{Encoding, Ruler};
use super::view::{Side, View};
use crate::memory::{Match, Memory};
use crate::text::Open;
use crate::workspace::PairAnalysis;

/// How many paragraphs of the memory are offered.
const OFFERED: usize = 3;

/// How like they must be, in percent.
const HELPFUL: u8 = 60;

/// What the memory has for the text that a gap shows.
pub(super) fn for_gap<'m>(memory: &'m Memory, gap: &Open) -> Vec<Match<'m>> {
    // Without the marks of a heading or a list, where it shows them.
    let text = gap.texts().last().unwrap_or(&gap.original);
    memory.search(text, OFFERED, HELPFUL)
}

/// The actions that fill the gap at a place from the memory, each with what it changes.
pub(super) fn fills(view: &View<'_>, read: &PairAnalysis, at: Position, memory: &Memory) -> Vec<(CodeAction, Make)> {
    let offset = view.ruler(&read.pair, Side::Target).offset(at);
    let Some(gap) = gap_at(read, offset) else { return Vec::new() };
    let fill = |found: Match<'_>| {
        let title = view.ui.lsp_fill(usize::from(found.percent), excerpt(found.target));
        let action = CodeAction { title, kind: Some(CodeActionKind::QuickFix), ..CodeAction::default() };
        (action, Make::Fill { at, text: found.target.to_owned() })
    };
    for_gap(memory, &read.analysis.gaps[gap].gap).into_iter().map(fill).collect()
}

/// Whether a unit is one for which the memory may help: nobody accepted a translation of it.
pub(super) fn helps(read: &PairAnalysis, unit: usize) -> bool {
    let unit = &read.analysis.units[unit];
    unit.accepted.is_none() && !unit.unit.source.is_empty()
}

/// What the memory has for the original of a unit, for a hover: `- 87 %: text`.
pub(super) fn for_unit(read: &PairAnalysis, unit: usize, memory: &Memory) -> Vec<String> {
    let unit = &read.analysis.units[unit];
    let texts: Vec<&str> =
        paragraphs(unit, Side::Source).iter().map(|at| read.pair.source.paragraphs[*at].text.as_str()).collect();
    let found = memory.search(&texts.join("\n\n"), OFFERED, HELPFUL);
    found.into_iter().map(|found| format!("- {} %: {}", found.percent, excerpt(found.target))).collect()
}

/// Whether a place is in a gap, so that the memory may fill it.
pub(super) fn asks(read: &PairAnalysis, side: Side, at: Position, encoding: Encoding) -> bool {
    let offset = || Ruler::new(&read.pair.target.text, read.pair.target_lines(), encoding).offset(at);
    side == Side::Target && gap_at(read, offset()).is_some()
}
