//! What is shown beside a paragraph: its counterpart, its state, its terms, and what changed since it was accepted.

use std::collections::BTreeSet;
use std::fmt::Write;
use std::sync::Arc;

use gen_lsp_types::{Contents, Hover};

use super::place::{Place, paragraphs};
use super::recall;
use super::view::{Side, View};
use crate::analysis::AnalysedUnit;
use crate::diff::{Step, words};
use crate::memory::Memory;
use crate::units::State;
use crate::workspace::PairAnalysis;

/// The hover of a position; nothing outside of paragraphs.
pub(super) fn hover(view: &View<'_>, places: &[Place], memories: &[Option<Arc<Memory>>]) -> Option<Hover> {
    let memories = memories.iter().map(Option::as_deref).chain(std::iter::repeat(None));
    let shown: Vec<String> =
        places.iter().zip(memories).filter_map(|(place, memory)| of_place(view, place, memory)).collect();
    if shown.is_empty() {
        return None;
    }
    let first = places.iter().find(|place| place.unit.is_some())?;
    let range = view.paragraphs(&first.read.pair, first.side, &[first.paragraph?]);
    Some(Hover { contents: Contents::MarkupContent(view.client.markup(shown.join("\n\n---\n\n"))), range })
}

fn of_place(view: &View<'_>, place: &Place, memory: Option<&Memory>) -> Option<String> {
    let unit = place.unit()?;
    let pair = &place.read.pair;
    let other = place.side.other();
    let title = match other {
        Side::Source => view.ui.lsp_original(),
        Side::Target => view.ui.lsp_translation(pair.paths.language.to_string()),
    };
    let mut text = strong(view, &title);
    write!(text, " · {}", state(view, &place.read, unit)).ok();
    if unit.accepted.is_none() && !unit.unit.source.is_empty() && !unit.unit.target.is_empty() {
        write!(text, " · {}", view.ui.lsp_confidence(percent(unit.unit.confidence))).ok();
    }
    let there: Vec<&str> =
        paragraphs(unit, other).iter().map(|at| other.document(pair).paragraphs[*at].text.as_str()).collect();
    match there.is_empty() {
        true => write!(text, "\n\n{}", view.ui.lsp_no_counterpart()).ok(),
        false => write!(text, "\n\n{}", quoted(view, &there.join("\n\n"))).ok(),
    };
    if let Some(changes) = changes(view, place, unit) {
        write!(text, "\n\n{}\n\n{changes}", strong(view, &view.ui.lsp_changed())).ok();
    }
    if let Some(terms) = terms(view, place, unit) {
        write!(text, "\n\n{}\n\n{terms}", strong(view, &view.ui.lsp_terms())).ok();
    }
    let known = memory.zip(place.unit).map(|(memory, unit)| recall::for_unit(&place.read, unit, memory));
    if let Some(known) = known.filter(|known| !known.is_empty()) {
        write!(text, "\n\n{}\n\n{}", strong(view, &view.ui.lsp_memory()), known.join("\n")).ok();
    }
    Some(text)
}

/// The word for what became of a unit.
pub(super) fn state(view: &View<'_>, read: &PairAnalysis, unit: &AnalysedUnit) -> String {
    match unit.accepted {
        None => match unit.unread_draft(&read.analysis.drift).and_then(|draft| read.pair.units.drafts.get(draft.draft))
        {
            Some(draft) => view.ui.lsp_state_draft(draft.by.as_str()),
            None => view.ui.lsp_state_open(),
        },
        Some((_, State::Fresh { .. })) => view.ui.lsp_state_accepted(),
        Some((_, State::Stale)) => view.ui.lsp_state_stale(),
        Some((_, State::Edited)) => view.ui.lsp_state_edited(),
        Some((_, State::Both)) => view.ui.lsp_state_both(),
    }
}

/// A probability in whole percent; never 100 where something is left.
pub(super) fn percent(confidence: f64) -> usize {
    (confidence.clamp(0.0, 1.0) * 100.0).floor() as usize
}

/// What changed on both sides since the unit was accepted, word by word.
fn changes(view: &View<'_>, place: &Place, unit: &AnalysedUnit) -> Option<String> {
    let (accepted, state) = unit.accepted?;
    if matches!(state, State::Fresh { .. }) {
        return None;
    }
    let pair = &place.read.pair;
    let (source, target) = place.read.analysis.drift.of(accepted)?.was(&pair.units);
    let side = |was: Vec<&str>, side: Side| -> Option<String> {
        let today: Vec<&str> =
            paragraphs(unit, side).iter().map(|at| side.document(pair).paragraphs[*at].text.as_str()).collect();
        let (was, now) = (was.join("\n\n"), today.join("\n\n"));
        (was != now).then(|| quoted(view, &marked(view, &was, &now)))
    };
    let both: Vec<String> = [side(source, Side::Source), side(target, Side::Target)].into_iter().flatten().collect();
    (!both.is_empty()).then(|| both.join("\n\n"))
}

fn marked(view: &View<'_>, was: &str, now: &str) -> String {
    let markdown = view.client.markdown;
    let mut text = String::new();
    for change in words(was, now) {
        let (open, close) = match (change.step, markdown) {
            (Step::Same, _) => ("", ""),
            (Step::Removed, true) => ("~~", "~~"),
            (Step::Added, true) => ("**", "**"),
            (Step::Removed, false) => ("[-", "-]"),
            (Step::Added, false) => ("{+", "+}"),
        };
        // Emphasis may neither begin nor end with white space.
        let inner = change.text.trim();
        let lead = &change.text[..change.text.len() - change.text.trim_start().len()];
        let tail = if inner.is_empty() { "" } else { &change.text[lead.len() + inner.len()..] };
        text.push_str(lead);
        if !inner.is_empty() {
            text.extend([open, inner, close]);
        }
        text.push_str(tail);
    }
    text
}

/// The terms of the unit's original, with the words for them and what the glossary notes.
fn terms(view: &View<'_>, place: &Place, unit: &AnalysedUnit) -> Option<String> {
    let pair = &place.read.pair;
    let mut lines: Vec<String> = Vec::new();
    for at in &unit.unit.source {
        for (term, translations) in view.workspace.terms(&pair.source.paragraphs[*at], &pair.target_language) {
            let line = format!("- {term} → {translations}");
            if !lines.contains(&line) {
                lines.push(line);
            }
        }
    }
    let concepts: BTreeSet<usize> = unit
        .unit
        .source
        .iter()
        .filter_map(|at| place.read.analysis.source_terms.get(*at))
        .flatten()
        .map(|found| found.concept)
        .collect();
    for concept in concepts.into_iter().filter_map(|at| view.workspace.glossary.concepts.get(at)) {
        let own = concept.terms_in(&pair.target_language).and_then(|terms| terms.note.as_deref());
        let notes = [concept.definition.as_deref(), concept.note.as_deref(), own];
        lines.extend(notes.into_iter().flatten().map(|note| format!("- {}: {note}", concept.id)));
    }
    (!lines.is_empty()).then(|| lines.join("\n"))
}

fn strong(view: &View<'_>, text: &str) -> String {
    if view.client.markdown { format!("**{text}**") } else { text.to_owned() }
}

fn quoted(view: &View<'_>, text: &str) -> String {
    match view.client.markdown {
        true => text.lines().map(|line| format!("> {line}")).collect::<Vec<_>>().join("\n"),
        false => text.to_owned(),
    }
}
