//! From a analysis to its report: places become lines and columns, facts become words. Here, and only here.

use std::sync::Arc;

use super::document::{DocumentReport, FindingReport, FixReport, PlaceReport};
use crate::analysis::{Analysis, Diagnostic};
use crate::i18n::Messages;
use crate::rules::Place;
use crate::text::{Document, Lines, Span};
use crate::units::Pair;

/// The report of one pair of documents, or of a file of the glossary ([`Pair::of_glossary`]).
pub fn document(pair: &Pair, analysis: &Analysis, ui: &Messages) -> DocumentReport {
    let paths = &pair.paths;
    let source = File { path: paths.original.as_str().into(), document: &pair.source, lines: pair.source_lines() };
    let target = File { path: paths.translation.as_str().into(), document: &pair.target, lines: pair.target_lines() };
    DocumentReport {
        original: paths.original.clone(),
        language: pair.target_language.to_string(),
        translation: paths.translation.clone(),
        counts: analysis.counts(&pair.source, &pair.target),
        left_out: analysis.left_out,
        findings: analysis.findings.iter().map(|diagnostic| finding(diagnostic, &source, &target, ui)).collect(),
    }
}

struct File<'a> {
    path: Arc<str>,
    document: &'a Document,
    lines: &'a Lines,
}

fn finding(diagnostic: &Diagnostic, source: &File<'_>, target: &File<'_>, ui: &Messages) -> FindingReport {
    let finding = &diagnostic.finding;
    let also = finding.source.iter().skip(1).map(|found| source.place(found));
    FindingReport {
        rule: finding.rule.into(),
        unit: diagnostic.unit,
        severity: diagnostic.severity,
        message: ui.finding(finding),
        source: finding.source.first().map(|found| source.place(found)),
        target: finding.target.first().map(|found| target.place(found)),
        also: also.chain(finding.target.iter().skip(1).map(|found| target.place(found))).collect(),
        facts: finding.facts.iter().cloned().collect(),
        fix: finding.fix.as_ref().map(|fix| {
            let span = target.in_file(&fix.place);
            FixReport { bytes: (span.start, span.end), text: fix.text.clone(), safe: fix.safe }
        }),
        fingerprint: diagnostic.fingerprint.clone(),
        waived: diagnostic.waived.clone(),
    }
}

impl File<'_> {
    fn in_file(&self, place: &Place) -> Span {
        // A finding about the file itself (an encoding, a conflict marker) has no paragraph: its span is the file's.
        self.document.paragraphs.get(place.paragraph).map_or(place.span, |paragraph| paragraph.in_file(place.span))
    }

    fn place(&self, place: &Place) -> PlaceReport {
        let text = &self.document.text;
        let span = self.in_file(place);
        let start = self.lines.position(text, span.start);
        let (paragraph, within) = match self.document.paragraphs.get(place.paragraph) {
            Some(paragraph) => (paragraph.text.as_str(), place.span),
            None => {
                let line = self.lines.line(text, start.line).unwrap_or_default();
                let clipped = Span::new(span.start.clamp(line.start, line.end), span.end.clamp(line.start, line.end));
                (&text[line.range()], Span::new(clipped.start - line.start, clipped.end - line.start))
            }
        };
        let around = around(paragraph, within);
        PlaceReport {
            path: self.path.clone(),
            start,
            end: self.lines.position(text, span.end),
            bytes: (span.start, span.end),
            byte_columns: (self.lines.byte_column(text, span.start), self.lines.byte_column(text, span.end)),
            text: paragraph.get(within.range()).unwrap_or_default().to_owned(),
            paragraph: paragraph.get(around.range()).unwrap_or_default().replace(['\n', '\r', '\t'], " "),
            within: (within.start - around.start, within.end - around.start),
        }
    }
}

/// As much of a paragraph as a page shows: a thousand findings in one of a megabyte must not be a gigabyte.
fn around(paragraph: &str, place: Span) -> Span {
    const ROOM: usize = 2000;
    let mut start = place.start.saturating_sub(ROOM);
    let mut end = place.end.saturating_add(ROOM).min(paragraph.len());
    while !paragraph.is_char_boundary(start) {
        start -= 1;
    }
    while !paragraph.is_char_boundary(end) {
        end += 1;
    }
    Span::new(start, end.max(start))
}
