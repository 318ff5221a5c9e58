//! Faults of a file itself, put at the paragraphs they are in or next to.

use super::{Context, Finding, Place, Rule, Side, facts};
use crate::text::{Document, FaultKind, Span};

facts! {
    /// Where a fault is.
    pub(super) struct FaultFacts {
        side: Side,
        /// Of the file, from 1.
        byte: usize,
    }
}

/// A finding of a rule for each fault of one kind of either document.
pub(super) fn faults_of_kind(kind: FaultKind, rule: &'static Rule, context: &Context<'_>) -> Vec<Finding> {
    faults(context, |found, side, byte| (found == kind).then(|| Finding::new(rule, FaultFacts { side, byte })))
}

/// A finding for each fault of either document that `finding` knows: its kind, the side, the byte from 1.
pub(super) fn faults(
    context: &Context<'_>,
    finding: impl Fn(FaultKind, Side, usize) -> Option<Finding>,
) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (document, side) in [(context.source, Side::Source), (context.target, Side::Target)] {
        for fault in &document.faults {
            let Some(finding) = finding(fault.kind, side, fault.span.start + 1) else { continue };
            let place = place(document, fault.span);
            findings.push(if side == Side::Source { finding.in_source(place) } else { finding.in_target(place) });
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
