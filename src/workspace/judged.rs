//! What the rules say of answers in place.

use std::collections::BTreeMap;

use super::proposal::{FillFault, FillFinding, Filled, Reason, Verdict};
use super::tried::{Candidate, Tried};
use crate::align::Unit;
use crate::analysis::{Analysis, Diagnostic, Settings};
use crate::draft;
use crate::rules::{Severity, UNREAD_DRAFT};
use crate::text::{Document, Kind, MarkKind};

/// How sure an aligner must be that an answer is for another paragraph, 0 to 1.
const SURE: f64 = 0.9;

/// What the rules say of answers in place.
pub(super) struct Judged<'a> {
    pub(super) tried: &'a Tried,
    pub(super) analysis: &'a Analysis,
    /// The units that an aligner finds that does not know which answer is for which paragraph.
    pub(super) unpinned: &'a [Unit],
    /// The original.
    pub(super) source: &'a Document,
    /// How loud the rules are.
    pub(super) settings: &'a Settings,
}

impl Judged<'_> {
    pub(super) fn verdict(&self, candidate: &Candidate<'_>, place: &[usize], limit: Option<Severity>) -> Filled {
        let pair = &self.tried.pair;
        let unit = self.analysis.units.iter().position(|one| one.unit.source == candidate.slot.source);
        let unit = unit.filter(|at| self.analysis.units[*at].unit.target == place);
        let Some(unit) = unit else { return Filled::faulty(vec![FillFault::Form]) };
        let mut faults = self.damaged(candidate, place);
        faults.extend(self.elsewhere(candidate, place));
        if faults.iter().any(|fault| fault.severity() == Severity::Error) {
            return Filled::faulty(faults);
        }
        // Every answer is a draft that nobody has read.
        let is_news = |found: &Diagnostic| found.waived.is_none() && found.finding.rule != UNREAD_DRAFT;
        let about = |found: &&Diagnostic| found.unit == Some(unit) && is_news(found);
        let findings: Vec<FillFinding> =
            self.analysis.findings.iter().filter(about).map(|found| self.finding(found)).collect();
        let severities = findings.iter().map(|found| found.severity).chain(faults.iter().map(FillFault::severity));
        let fails = limit.is_some_and(|limit| severities.into_iter().any(|severity| severity >= limit));
        let line = pair.target_line(place[0]);
        Filled {
            verdict: if fails { Verdict::Refused(Reason::Checks) } else { Verdict::Landed },
            faults,
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
        // What a translator may have chosen, a machine has not: an added link is as loud as its rule.
        let is_quieter = found.finding.unsure && found.severity == self.settings.severity_of(&found.finding);
        FillFinding {
            severity: if is_quieter { self.settings.severity(found.finding.rule) } else { found.severity },
            source: words(&self.tried.pair.source, &found.finding.source),
            target: words(&self.tried.pair.target, &found.finding.target),
            finding: found.finding.clone(),
        }
    }

    /// The pieces of the original that are not in the answer as its document is read, or are there too often. What a
    /// text without marks lacks of code and links is left out: a person may have had a reason.
    fn damaged(&self, candidate: &Candidate<'_>, place: &[usize]) -> Vec<FillFault> {
        let pair = &self.tried.pair;
        let kept = |kind: MarkKind| is_kept(kind, candidate.marked);
        let mut difference = pieces(self.source, &candidate.slot.source, &kept);
        for (piece, count) in pieces(&pair.target, place, &kept) {
            *difference.entry(piece).or_default() -= count;
        }
        let is_code = |kind: MarkKind| kind == MarkKind::Code;
        let [original, answer] =
            [pieces(self.source, &candidate.slot.source, &is_code), pieces(&pair.target, place, &is_code)];
        let fault = |(piece, count): (String, isize)| match original.contains_key(&piece) {
            // Code that is no piece of the original is the rules' to report.
            false if answer.contains_key(&piece) => None,
            true if !candidate.marked => (count > 0).then_some(FillFault::LeftOut(piece)),
            _ => Some(FillFault::Damaged(piece)),
        };
        let mut faults: Vec<FillFault> =
            difference.into_iter().filter(|(_, count)| *count != 0).filter_map(fault).collect();
        faults.extend(if candidate.marked { None } else { self.link_left_out(candidate, place) });
        // What a row has more of is shown nowhere.
        let bars = |document: &Document, paragraphs: &[usize]| {
            let text = draft::joined(document, paragraphs);
            text.matches('|').count() - text.matches("\\|").count()
        };
        let is_row = self.source.paragraphs[candidate.slot.source[0]].kind == Kind::TableRow;
        if is_row && bars(self.source, &candidate.slot.source) != bars(&pair.target, place) {
            faults.push(FillFault::Form);
        }
        faults
    }

    /// The paragraph of the original that the answer is the translation of, where that is surely another one than it was
    /// given for: a machine that drops a paragraph answers for each with the next one.
    fn elsewhere(&self, candidate: &Candidate<'_>, place: &[usize]) -> Option<FillFault> {
        let own = &candidate.slot.source;
        let here = |unit: &&Unit| unit.target.iter().any(|at| place.contains(at));
        let unit = self.unpinned.iter().find(here).filter(|unit| unit.confidence >= SURE)?;
        let other = unit.source.first().filter(|_| !unit.source.iter().any(|at| own.contains(at)))?;
        Some(FillFault::Elsewhere(self.source.paragraphs[*other].text.clone()))
    }

    /// A link of the original that is not in the answer, where that has fewer links; those of a translation may lead
    /// elsewhere.
    fn link_left_out(&self, candidate: &Candidate<'_>, place: &[usize]) -> Option<FillFault> {
        let is_link = |kind: MarkKind| matches!(kind, MarkKind::Destination | MarkKind::Url);
        let [original, answer] =
            [pieces(self.source, &candidate.slot.source, &is_link), pieces(&self.tried.pair.target, place, &is_link)];
        if answer.values().sum::<isize>() >= original.values().sum() {
            return None;
        }
        let lacks = |(piece, count): &(&String, &isize)| answer.get(*piece).is_none_or(|there| there < *count);
        original.iter().find(lacks).map(|(piece, _)| FillFault::LeftOut(piece.clone()))
    }
}

/// The texts of the marks of these kinds in paragraphs, and how often each is there.
fn pieces(document: &Document, paragraphs: &[usize], kinds: &dyn Fn(MarkKind) -> bool) -> BTreeMap<String, isize> {
    let mut pieces: BTreeMap<String, isize> = BTreeMap::new();
    for paragraph in paragraphs.iter().map(|at| &document.paragraphs[*at]) {
        for mark in paragraph.marks.iter().filter(|mark| kinds(mark.kind)) {
            *pieces.entry(paragraph.text[mark.span.range()].to_owned()).or_default() += 1;
        }
    }
    pieces
}

fn is_kept(kind: MarkKind, marked: bool) -> bool {
    match kind {
        MarkKind::Code | MarkKind::Html | MarkKind::FootnoteReference | MarkKind::Placeholder => true,
        MarkKind::Destination | MarkKind::Url => marked,
        MarkKind::Delimiter => false,
    }
}
