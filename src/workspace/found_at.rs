//! Which findings are at a place that a user named.

use crate::analysis::{Analysis, Diagnostic};
use crate::text::{Document, Lines, Span};
use crate::units::Pair;

/// The place that a user named.
#[derive(Clone, Copy, Debug)]
pub struct Spot<'a> {
    /// As the user gave it.
    pub path: &'a str,
    /// 1-based.
    pub line: usize,
    /// 1-based, in letters.
    pub column: Option<usize>,
}

/// The findings at a place, as indices: those that mark the column, those that begin on the line, or all of the units
/// that touch the line.
pub fn found_at(pair: &Pair, analysis: &Analysis, spot: Spot<'_>, is_target: bool) -> Vec<usize> {
    let (document, lines) = side(pair, is_target);
    let paragraphs = document.paragraphs_at_lines(lines, spot.line, spot.line);
    let touches = |unit: usize| {
        let unit = &analysis.units[unit].unit;
        let side = if is_target { &unit.target } else { &unit.source };
        side.iter().any(|paragraph| paragraphs.contains(paragraph))
    };
    let spans: Vec<Option<Span>> = analysis.findings.iter().map(|found| marked(document, found, is_target)).collect();
    let position = |offset: usize| lines.position(&document.text, offset);
    let of_unit = |at: usize| match (analysis.findings[at].unit, spans[at]) {
        (Some(unit), _) => touches(unit),
        (None, Some(span)) => (position(span.start).line..=position(span.end).line).contains(&spot.line),
        (None, None) => false,
    };
    let all: Vec<usize> = (0..spans.len()).filter(|at| of_unit(*at)).collect();
    let marks = |at: &usize, column: usize| {
        spans[*at].is_some_and(|span| {
            let (start, end) = (position(span.start), position(span.end));
            let before = (start.line, start.column) <= (spot.line, column);
            before
                && ((spot.line, column) < (end.line, end.column) || (start.line, start.column) == (spot.line, column))
        })
    };
    if let Some(column) = spot.column {
        return all.into_iter().filter(|at| marks(at, column)).collect();
    }
    let begins = |at: &usize| spans[*at].is_some_and(|span| position(span.start).line == spot.line);
    match all.iter().copied().filter(begins).collect::<Vec<usize>>() {
        here if here.is_empty() => all,
        here => here,
    }
}

/// One side of a pair, with its lines.
pub fn side(pair: &Pair, is_target: bool) -> (&Document, &Lines) {
    match is_target {
        true => (&pair.target, pair.target_lines()),
        false => (&pair.source, pair.source_lines()),
    }
}

/// Where a finding is in the file of one side.
pub fn marked(document: &Document, found: &Diagnostic, is_target: bool) -> Option<Span> {
    let places = if is_target { &found.finding.target } else { &found.finding.source };
    let place = places.first()?;
    Some(document.paragraphs.get(place.paragraph).map_or(place.span, |paragraph| paragraph.in_file(place.span)))
}
