//! What the rules say of answers in place.

use std::collections::BTreeMap;

use super::proposal::{FillFault, FillFinding, Filled, Reason, Verdict};
use super::tried::{Candidate, Tried};
use crate::analysis::{Analysis, Diagnostic};
use crate::rules::Severity;
use crate::text::{Document, MarkKind};

/// What the rules say of answers in place.
pub(super) struct Judged<'a> {
    pub(super) tried: &'a Tried,
    pub(super) analysis: &'a Analysis,
    /// The original.
    pub(super) source: &'a Document,
}

impl Judged<'_> {
    pub(super) fn verdict(&self, candidate: &Candidate<'_>, place: &[usize], limit: Option<Severity>) -> Filled {
        let pair = &self.tried.pair;
        let unit = self.analysis.units.iter().position(|one| one.unit.source == candidate.slot.source);
        let unit = unit.filter(|at| self.analysis.units[*at].unit.target == place);
        let Some(unit) = unit else { return Filled::faulty(vec![FillFault::Form]) };
        let damaged = self.damaged(candidate, place);
        if !damaged.is_empty() {
            return Filled::faulty(damaged);
        }
        let about = |found: &&Diagnostic| found.unit == Some(unit) && found.waived.is_none();
        let findings: Vec<FillFinding> =
            self.analysis.findings.iter().filter(about).map(|found| self.finding(found)).collect();
        let fails = limit.is_some_and(|limit| findings.iter().any(|found| found.severity >= limit));
        let line = pair.target_line(place[0]);
        Filled {
            verdict: if fails { Verdict::Refused(Reason::Checks) } else { Verdict::Landed },
            faults: Vec::new(),
            findings,
            place: Some((pair.paths.translation.clone(), line)).filter(|_| !fails),
        }
    }

    fn finding(&self, found: &Diagnostic) -> FillFinding {
        let words = |document: &Document, places: &[crate::rules::Place]| -> Vec<String> {
            let text =
                |place: &crate::rules::Place| document.paragraphs.get(place.paragraph)?.text.get(place.span.range());
            places.iter().filter_map(text).map(str::to_owned).collect()
        };
        FillFinding {
            severity: found.severity,
            source: words(&self.tried.pair.source, &found.finding.source),
            target: words(&self.tried.pair.target, &found.finding.target),
            finding: found.finding.clone(),
        }
    }

    /// The pieces of the original that are not in the answer as its document is read, or are there too often. A text
    /// without marks may have other links.
    fn damaged(&self, candidate: &Candidate<'_>, place: &[usize]) -> Vec<FillFault> {
        let pieces = |document: &Document, paragraphs: &[usize]| {
            let mut pieces: BTreeMap<String, isize> = BTreeMap::new();
            for paragraph in paragraphs.iter().map(|at| &document.paragraphs[*at]) {
                for mark in paragraph.marks.iter().filter(|mark| is_kept(mark.kind, candidate.marked)) {
                    *pieces.entry(paragraph.text[mark.span.range()].to_owned()).or_default() += 1;
                }
            }
            pieces
        };
        let mut difference = pieces(self.source, &candidate.slot.source);
        for (piece, count) in pieces(&self.tried.pair.target, place) {
            *difference.entry(piece).or_default() -= count;
        }
        difference.into_iter().filter(|(_, count)| *count != 0).map(|(piece, _)| FillFault::Damaged(piece)).collect()
    }
}

fn is_kept(kind: MarkKind, marked: bool) -> bool {
    match kind {
        MarkKind::Code | MarkKind::Html | MarkKind::FootnoteReference | MarkKind::Placeholder => true,
        MarkKind::Destination | MarkKind::Url => marked,
        MarkKind::Delimiter => false,
    }
}
