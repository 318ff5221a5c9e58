//! Faults of a file itself, put at the paragraphs they stand in or next to.

use super::{Context, Finding, Place};
use crate::text::{Document, FaultKind, Span};

/// Facts of one fault.
pub(super) type Facts = Vec<(&'static str, String)>;

/// A finding of `rule` for each fault of either document that `facts` knows.
pub(super) fn faults(rule: &'static str, context: &Context<'_>, facts: fn(FaultKind) -> Option<Facts>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (document, original) in [(context.source, true), (context.target, false)] {
        for fault in &document.faults {
            let Some(facts) = facts(fault.kind) else { continue };
            let place = place(document, fault.span);
            let finding = Finding::new(rule);
            let mut finding = if original { finding.in_source(place) } else { finding.in_target(place) };
            for (name, fact) in facts {
                finding = finding.with(name, fact);
            }
            let bytes = fault.span.start + 1;
            findings.push(finding.with("side", if original { "source" } else { "target" }).with("byte", bytes));
        }
    }
    findings
}

/// The place of bytes of the file; where they are in no paragraph, the head of the next one, or the end of the last.
fn place(document: &Document, bytes: Span) -> Option<Place> {
    let next = document.paragraphs.partition_point(|paragraph| paragraph.span.end <= bytes.start);
    let index = next.min(document.paragraphs.len().checked_sub(1)?);
    let paragraph = &document.paragraphs[index];
    if !paragraph.span.overlaps(bytes) {
        let at = if index == next { 0 } else { paragraph.text.len() };
        return Some(Place::new(index, at..at));
    }
    let piece = paragraph.pieces.iter().find(|piece| Span::new(piece.file, piece.file + piece.len).overlaps(bytes))?;
    let start = piece.text + bytes.start.saturating_sub(piece.file);
    let end = (piece.text + (bytes.end - piece.file)).min(piece.text + piece.len);
    let inside = paragraph.text.get(start..end).is_some();
    Some(Place::new(index, if inside { start..end } else { 0..0 }))
}
