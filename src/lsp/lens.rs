//! The state of each unit, above it and behind it.

use gen_lsp_types::{CodeLens, Command, InlayHint, Label, Range, Uri};
use serde_json::json;

use super::actions::ACCEPT;
use super::hover::{percent, state};
use super::place::paragraphs;
use super::view::{Side, View};
use crate::analysis::AnalysedUnit;
use crate::text::{self, Labelled, labelled};
use crate::units::State;
use crate::workspace::PairAnalysis;

/// Below this confidence an unaccepted unit shows it.
const SURE: f64 = 0.8;

/// Above each unit that is not as it was accepted: its state, and the command that accepts it.
pub(super) fn lenses(view: &View<'_>, uri: &Uri, reads: &[(Side, std::sync::Arc<PairAnalysis>)]) -> Vec<CodeLens> {
    let several = reads.len() > 1;
    let of_read = |(side, read): &(Side, std::sync::Arc<PairAnalysis>)| -> Vec<CodeLens> {
        let language = read.pair.paths.language.to_string();
        let lens = |unit: &AnalysedUnit| {
            if is_settled(unit) {
                return None;
            }
            let range = view.paragraphs(&read.pair, *side, paragraphs(unit, *side))?;
            let own = match paragraphs(unit, side.other()).is_empty() {
                true => view.ui.lsp_no_counterpart(),
                false => state(view, read, unit),
            };
            let title = if several { format!("[{language}] {own}") } else { own };
            let arguments = json!({ "uri": uri, "line": range.start.line, "language": language });
            let accepts = !paragraphs(unit, side.other()).is_empty();
            let command = Command {
                title,
                command: if accepts { ACCEPT.to_owned() } else { String::new() },
                arguments: accepts.then(|| vec![arguments]),
                ..Command::default()
            };
            Some(CodeLens { range: Range { end: range.start, ..range }, command: Some(command), ..CodeLens::default() })
        };
        read.analysis.units.iter().filter_map(lens).chain(removed(view, *side, read)).collect()
    };
    reads.iter().flat_map(of_read).collect()
}

/// Above each translation that was taken out since its original is gone.
fn removed(view: &View<'_>, side: Side, read: &PairAnalysis) -> Vec<CodeLens> {
    let comments = if side == Side::Target { labelled(&read.pair.target) } else { Vec::new() };
    let gone = comments.into_iter().filter(|one| matches!(one.label, text::Label::Removed | text::Label::Gone));
    let lens = |one: Labelled| {
        let start = view.ruler(&read.pair, side).position(one.span.start);
        let command = Command { title: view.ui.lsp_state_removed(), ..Command::default() };
        CodeLens { range: Range { start, end: start }, command: Some(command), ..CodeLens::default() }
    };
    gone.map(lens).collect()
}

/// Behind a unit of several paragraphs how many answer how many, and behind an unsure one how sure it is.
pub(super) fn hints(view: &View<'_>, range: Range, reads: &[(Side, std::sync::Arc<PairAnalysis>)]) -> Vec<InlayHint> {
    let of_read = |(side, read): &(Side, std::sync::Arc<PairAnalysis>)| -> Vec<InlayHint> {
        let hint = |unit: &AnalysedUnit| {
            let own = view.paragraphs(&read.pair, *side, paragraphs(unit, *side))?;
            let label = label(view, unit)?;
            let seen = own.end >= range.start && own.start <= range.end;
            let label = Label::String(label);
            seen.then(|| InlayHint::new(own.end, label, None, None, None, Some(true), None, None))
        };
        read.analysis.units.iter().filter_map(hint).collect()
    };
    reads.iter().flat_map(of_read).collect()
}

fn label(view: &View<'_>, unit: &AnalysedUnit) -> Option<String> {
    let (source, target) = (unit.unit.source.len(), unit.unit.target.len());
    if source == 0 || target == 0 {
        return None;
    }
    let shape = (source > 1 || target > 1).then(|| format!("{source}:{target}"));
    let unsure = unit.accepted.is_none() && unit.unit.confidence < SURE;
    let sure = unsure.then(|| view.ui.lsp_confidence(percent(unit.unit.confidence)));
    let parts: Vec<String> = shape.into_iter().chain(sure).collect();
    (!parts.is_empty()).then(|| parts.join(" · "))
}

fn is_settled(unit: &AnalysedUnit) -> bool {
    matches!(unit.accepted, Some((_, State::Fresh { .. })))
}
