//! What the rules say of answers in place.

use std::collections::{BTreeMap, HashSet};

use super::proposal::{FillFault, FillFinding, Filled, Reason, Verdict};
use super::tried::{Candidate, Tried};
use crate::analysis::{Analysis, Diagnostic};
use crate::rules::{Severity, UNREAD_DRAFT};
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
        // Every answer is a draft that nobody has read.
        let is_news = |found: &Diagnostic| found.waived.is_none() && found.finding.rule != UNREAD_DRAFT;
        let about = |found: &&Diagnostic| found.unit == Some(unit) && is_news(found);
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
    /// without marks may have other links and lack code; code that is no piece of the original is the rules' to report.
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
        let code = |document: &Document, paragraphs: &[usize]| -> HashSet<String> {
            let paragraphs = paragraphs.iter().map(|at| &document.paragraphs[*at]);
            let marks = paragraphs.flat_map(|paragraph| paragraph.marks.iter().map(move |mark| (paragraph, mark)));
            let code = marks.filter(|(_, mark)| mark.kind == MarkKind::Code);
            code.map(|(paragraph, mark)| paragraph.text[mark.span.range()].to_owned()).collect()
        };
        let [original, answer] = [code(self.source, &candidate.slot.source), code(&self.tried.pair.target, place)];
        let is_new_code = |piece: &str| answer.contains(piece) && !original.contains(piece);
        let is_left_out = |piece: &str| !candidate.marked && original.contains(piece);
        let damaged = difference.into_iter().filter(|(_, count)| *count != 0).map(|(piece, _)| piece);
        damaged.filter(|piece| !is_new_code(piece) && !is_left_out(piece)).map(FillFault::Damaged).collect()
    }
}

fn is_kept(kind: MarkKind, marked: bool) -> bool {
    match kind {
        MarkKind::Code | MarkKind::Html | MarkKind::FootnoteReference | MarkKind::Placeholder => true,
        MarkKind::Destination | MarkKind::Url => marked,
        MarkKind::Delimiter => false,
    }
}
