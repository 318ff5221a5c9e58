//! A finding's page: its sentence, both paragraphs, the concept's entry, the evidence, what changed since it was accepted.

use std::ops::Range;

use ratatui::text::Line;

use super::lines::{Look, Marked, Palette, beside};
use crate::analysis::Diagnostic;
use crate::diff;
use crate::glossary::{Concept, Glossary, Status, Terms};
use crate::i18n::Messages;
use crate::lang::Language;
use crate::report::visible;
use crate::rules::{Place, Severity};
use crate::session::{FindingList, ReviewedPair};
use crate::text::{Document, Lines};
use crate::units::State;

/// Under so many columns two paragraphs are one over the other.
const BESIDE: usize = 80;

/// In fewer columns than this they are so too where one of them would take more rows than that.
const WIDE: usize = 100;
const SHORT: usize = 10;

/// What a page is written with.
#[derive(Clone, Copy)]
pub(super) struct Pen<'a> {
    /// The messages of the interface.
    pub ui: &'a Messages,
    /// The project's concepts.
    pub glossary: &'a Glossary,
    /// Of the originals.
    pub source_language: &'a Language,
    /// Whether to use colours.
    pub palette: Palette,
    /// In columns.
    pub width: usize,
}

impl Pen<'_> {
    fn wrap(&self, marked: &Marked, indent: usize) -> Vec<Line<'static>> {
        marked.wrapped(self.width, indent, self.palette)
    }
}

/// The whole page of a finding.
pub(super) fn page(sheet: &ReviewedPair, judged: &Diagnostic, pen: Pen<'_>) -> Vec<Line<'static>> {
    let mut lines = sentence(judged, pen);
    // A concept's entry is all there is to see of a file of the glossary.
    if sheet.is_pair() {
        lines.push(Line::default());
        lines.extend(paragraphs(sheet, judged, pen));
    }
    lines.extend(drift(sheet, judged, pen));
    if let Some(fix) = &judged.finding.fix {
        let said = pen.ui.report_fix(visible(&fix.text).into_owned());
        lines.push(Line::default());
        lines.extend(pen.wrap(&Marked::new(&said, Look::Plain), 2));
    }
    let concept =
        FindingList::concept(judged).and_then(|id| pen.glossary.concepts.iter().find(|concept| concept.id == id));
    if let Some(concept) = concept {
        lines.push(Line::default());
        lines.extend(entry(concept, pen));
    }
    if let Some(unit) = judged.unit {
        lines.push(Line::default());
        lines.extend(evidence(sheet, unit, pen));
    }
    lines
}

/// The rule and its sentence.
pub(super) fn sentence(judged: &Diagnostic, pen: Pen<'_>) -> Vec<Line<'static>> {
    let severity = pen.ui.severity(judged.severity);
    let label = format!("{severity}[{}]: ", judged.finding.rule);
    let marked = Marked::new(&label, look(judged.severity)).and(&pen.ui.finding(&judged.finding), Look::Plain);
    pen.wrap(&marked, 2)
}

pub(super) fn look(severity: Severity) -> Look {
    match severity {
        Severity::Error => Look::Error,
        Severity::Warning => Look::Warning,
        Severity::Info | Severity::Off => Look::Info,
    }
}

/// Both sides of the finding's unit, the places marked: side by side where there is room and both languages run from
/// left to right, else one over the other.
fn paragraphs(sheet: &ReviewedPair, judged: &Diagnostic, pen: Pen<'_>) -> Vec<Line<'static>> {
    let unit = sheet.unit(judged);
    let finding = &judged.finding;
    let side = |document: &Document, path: &str, own: Option<&Vec<usize>>, places: &[Place], pen: Pen<'_>| {
        let mut shown: Vec<usize> = own.cloned().unwrap_or_default();
        if own.is_none() {
            shown.extend(places.iter().map(|place| place.paragraph).filter(|at| *at < document.paragraphs.len()));
            shown.dedup();
        }
        column(document, path, &shown, places, pen)
    };
    let (source, target) = (unit.map(|unit| &unit.source), unit.map(|unit| &unit.target));
    let sides = |pen: Pen<'_>| {
        let (pair, paths) = (&sheet.pair, &sheet.pair.paths);
        let left = side(&pair.source, &paths.original, source, &finding.source, pen);
        (left, side(&pair.target, &paths.translation, target, &finding.target, pen))
    };
    let may_be_beside = pen.width >= BESIDE && !leftward(pen.source_language) && !leftward(&sheet.pair.target_language);
    if may_be_beside {
        let half = Pen { width: (pen.width - 3) / 2, ..pen };
        let (left, right) = sides(half);
        if pen.width >= WIDE || left.len().max(right.len()) <= SHORT {
            return beside(left, right, half.width, pen.palette);
        }
    }
    let (left, right) = sides(pen);
    left.into_iter().chain([Line::default()]).chain(right).collect()
}

/// Whether a language is written from right to left: a terminal that turns such text around would carry the bar
/// between two columns along.
fn leftward(language: &Language) -> bool {
    ["ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"].contains(&language.code())
}

fn column(document: &Document, path: &str, shown: &[usize], places: &[Place], pen: Pen<'_>) -> Vec<Line<'static>> {
    let lines = Lines::new(&document.text);
    let number = |at: &usize| lines.position(&document.text, document.paragraphs[*at].span.start).line;
    let heading = match shown.first() {
        Some(first) => format!("{path}:{}", number(first)),
        None => path.to_owned(),
    };
    let mut column = pen.wrap(&Marked::new(&heading, Look::Dim), 0);
    for at in shown {
        let paragraph = &document.paragraphs[*at];
        let whole = |place: &&Place| place.span.len() == paragraph.text.len();
        let own = places.iter().filter(|place| place.paragraph == *at && !whole(place));
        let ranges: Vec<Range<usize>> = own.map(|place| place.span.range()).collect();
        column.extend(pen.wrap(&Marked::with_places(&paragraph.text, &ranges), 0));
    }
    if shown.is_empty() {
        // A conflict marker or a broken byte is in no paragraph: its line is shown.
        let found = places.first().and_then(|place| {
            let line = lines.position(&document.text, place.span.start).line;
            Some(format!("{line}: {}", &document.text[lines.line(&document.text, line)?.range()]))
        });
        let nothing = || pen.ui.review_nothing();
        column.extend(pen.wrap(&Marked::new(&found.unwrap_or_else(nothing), Look::Dim), 0));
    }
    column
}

/// What changed on either side since the unit was accepted, word by word.
fn drift(sheet: &ReviewedPair, judged: &Diagnostic, pen: Pen<'_>) -> Vec<Line<'static>> {
    let mut lines = Vec::new();
    let Some(reviewed) = judged.unit.and_then(|unit| sheet.analysis.units.get(unit)) else { return lines };
    let Some((accepted, state)) = reviewed.accepted else { return lines };
    let Some(was) = sheet.pair.units.accepted.get(accepted) else { return lines };
    let now = |document: &Document, at: &[usize]| {
        at.iter().map(|at| document.paragraphs[*at].text.as_str()).collect::<Vec<_>>().join("\n")
    };
    let sides = [
        (
            matches!(state, State::Stale | State::Both),
            pen.ui.review_source_was(),
            &was.source,
            now(&sheet.pair.source, &reviewed.unit.source),
        ),
        (
            matches!(state, State::Edited | State::Both),
            pen.ui.review_target_was(),
            &was.target,
            now(&sheet.pair.target, &reviewed.unit.target),
        ),
    ];
    for (_, heading, was, now) in sides.into_iter().filter(|side| side.0) {
        lines.push(Line::default());
        lines.extend(pen.wrap(&Marked::new(&heading, Look::Dim), 0));
        lines.extend(pen.wrap(&Marked::with_changes(&diff::words(&was.join("\n"), &now)), 0));
    }
    lines
}

/// A concept with its terms in both languages' order of the file, and their notes.
fn entry(concept: &Concept, pen: Pen<'_>) -> Vec<Line<'static>> {
    let mut head = Marked::new(&concept.id, Look::Head);
    if let Some(definition) = &concept.definition {
        head.push(&format!(" — {definition}"), Look::Plain);
    }
    let place = format!("  {}:{}", concept.file, concept.line);
    let mut lines = pen.wrap(&head.and(&place, Look::Dim), 2);
    for (language, terms) in &concept.terms {
        lines.extend(pen.wrap(&Marked::new(&format!("  {language}  {}", statuses(terms, pen.ui)), Look::Plain), 6));
        if let Some(note) = &terms.note {
            lines.extend(pen.wrap(&Marked::new(&format!("      {note}"), Look::Dim), 6));
        }
    }
    if let Some(note) = &concept.note {
        lines.extend(pen.wrap(&Marked::new(&format!("  {note}"), Look::Dim), 2));
    }
    lines
}

/// Preferred, admitted and deprecated terms, in words.
pub(super) fn statuses(terms: &Terms, ui: &Messages) -> String {
    let of = |status: Status| {
        let list: Vec<&str> =
            terms.terms.iter().filter(|term| term.status == status).map(|term| term.text.as_str()).collect();
        (!list.is_empty()).then(|| ui.terms_of(status, &list.join(", ")))
    };
    let all = [Status::Preferred, Status::Admitted, Status::Deprecated].map(of);
    all.into_iter().flatten().collect::<Vec<_>>().join("; ")
}

/// Why these paragraphs were paired, and whether a person said so.
fn evidence(sheet: &ReviewedPair, unit: usize, pen: Pen<'_>) -> Vec<Line<'static>> {
    let reviewed = &sheet.analysis.units[unit];
    let unit = &reviewed.unit;
    let mut parts = vec![pen.ui.review_confidence((unit.confidence * 1000.0).floor() / 1000.0)];
    let state = match reviewed.accepted {
        None if reviewed.unread_draft(&sheet.analysis.drift).is_some() => pen.ui.page_state_draft(),
        None => pen.ui.review_not_accepted(),
        Some((_, State::Fresh { .. })) => pen.ui.review_accepted(),
        Some(_) => pen.ui.review_changed(),
    };
    parts.push(state);
    let is_draft = sheet.analysis.drift.draft(&unit.source, &unit.target).is_some();
    if unit.pinned && reviewed.accepted.is_none() && !is_draft {
        parts.push(pen.ui.review_by_hand());
    }
    if unit.moved {
        parts.push(pen.ui.align_moved());
    }
    let pairs = |pairs: &[(String, String)]| {
        pairs.iter().map(|(left, right)| format!("{left} = {right}")).collect::<Vec<_>>().join(", ")
    };
    let (names, lexicon) = (pairs(&unit.evidence.names), pairs(&unit.evidence.lexicon));
    if !names.is_empty() {
        parts.push(pen.ui.align_names(names));
    }
    if !unit.evidence.numbers.is_empty() {
        parts.push(pen.ui.align_numbers(unit.evidence.numbers.join(", ")));
    }
    if !lexicon.is_empty() {
        parts.push(pen.ui.align_lexicon(lexicon));
    }
    pen.wrap(&Marked::new(&parts.join("; "), Look::Dim), 2)
}

/// The page as lines for a screen reader or a pipe: each paragraph on a line of its own behind what it is.
pub(super) fn spoken(sheet: &ReviewedPair, judged: &Diagnostic, pen: Pen<'_>) -> Vec<String> {
    let mut lines: Vec<Line<'static>> = sentence(judged, pen);
    let finding = &judged.finding;
    let unit = sheet.unit(judged);
    let sides = [
        (
            Messages::review_original as fn(&Messages, String) -> String,
            &sheet.pair.source,
            &sheet.pair.paths.original,
            unit.map(|unit| &unit.source),
            &finding.source,
        ),
        (
            Messages::review_translation,
            &sheet.pair.target,
            &sheet.pair.paths.translation,
            unit.map(|unit| &unit.target),
            &finding.target,
        ),
    ];
    for (heading, document, path, own, places) in sides.into_iter().filter(|_| sheet.is_pair()) {
        let column = column(document, path, own.map_or(&[], |own| own), places, pen);
        let place = column.first().map(text).unwrap_or_default();
        lines.push(Line::from(heading(pen.ui, place)));
        lines.extend(column.into_iter().skip(1));
    }
    lines.extend(drift(sheet, judged, pen));
    if let Some(fix) = &finding.fix {
        let said = pen.ui.report_fix(visible(&fix.text).into_owned());
        lines.push(Line::from(said));
    }
    let concept =
        FindingList::concept(judged).and_then(|id| pen.glossary.concepts.iter().find(|concept| concept.id == id));
    lines.extend(concept.map(|concept| entry(concept, pen)).unwrap_or_default());
    if let Some(unit) = judged.unit {
        lines.extend(evidence(sheet, unit, pen));
    }
    lines.iter().map(text).filter(|line| !line.is_empty()).collect()
}

fn text(line: &Line<'_>) -> String {
    line.spans.iter().map(|span| span.content.as_ref()).collect()
}
