//! Where the rows of a table stand, and what can stand above it.

use std::ops::Range;

use super::frame::prefix;
use crate::text::{Document, Kind, Span};

/// The rows of the table that a row stands in, as indices of paragraphs.
pub(super) fn table_around(document: &Document, row: usize) -> Range<usize> {
    let paragraphs = &document.paragraphs;
    let joined = |at: usize| {
        let (one, other) = (&paragraphs[at], &paragraphs[at + 1]);
        let between = &document.text[one.span.end..other.span.start];
        let lines = between.matches('\n').count() <= 2 && !between.contains("\n\n") && !between.contains("\n\r\n");
        one.kind == Kind::TableRow && other.kind == Kind::TableRow && lines
    };
    let start = (0..row).rev().take_while(|at| joined(*at)).last().unwrap_or(row);
    let end = (row..paragraphs.len().saturating_sub(1)).take_while(|at| joined(*at)).last().map_or(row, |at| at + 1);
    start..end + 1
}

/// Whether a table stands in no quote and no list, so that lines can come and go above it.
pub(super) fn stands_alone(document: &Document, table: &Range<usize>) -> bool {
    document.paragraphs[table.clone()].iter().all(|row| prefix(document, row).trim_matches([' ', '|']).is_empty())
        && prefix(document, &document.paragraphs[table.start]).len() < 4
}

/// Whole lines with the ending of the last one.
pub(super) fn with_ending(text: &str, span: Span) -> Span {
    let rest = &text[span.end..];
    let ending = if rest.starts_with("\r\n") { 2 } else { usize::from(!rest.is_empty()) };
    Span::new(span.start, span.end + ending)
}
