//! From a analysis to its report: places become lines and columns, facts become words. Here, and only here.

use std::sync::Arc;

use super::document::{DocumentReport, FindingReport, FixReport, PlaceReport};
use crate::analysis::{Analysis, Bitext, Counts, Diagnostic};
use crate::i18n::Ui;
use crate::rules::Place;
use crate::text::{Document, Lines, Span};

/// What the two documents are called in the report.
#[derive(Clone, Copy, Debug)]
pub struct Names<'a> {
    pub original: &'a str,
    pub language: &'a str,
    pub translation: &'a str,
}

/// The report of one pair of documents.
pub fn document(names: Names<'_>, bitext: &Bitext<'_>, analysis: &Analysis, ui: &Ui) -> DocumentReport {
    let source = File { path: names.original.into(), document: bitext.source, lines: Lines::new(&bitext.source.text) };
    let target =
        File { path: names.translation.into(), document: bitext.target, lines: Lines::new(&bitext.target.text) };
    DocumentReport {
        original: names.original.to_owned(),
        language: names.language.to_owned(),
        translation: names.translation.to_owned(),
        counts: analysis.counts(bitext.source, bitext.target),
        left_out: analysis.left_out,
        findings: analysis.findings.iter().map(|diagnostic| finding(diagnostic, &source, &target, ui)).collect(),
    }
}

/// The report of a file of the glossary: of findings about the file itself, not about paragraphs.
pub fn glossary(path: &str, language: &str, document: &Document, findings: &[Diagnostic], ui: &Ui) -> DocumentReport {
    let file = File { path: path.into(), document, lines: Lines::new(&document.text) };
    DocumentReport {
        original: path.to_owned(),
        language: language.to_owned(),
        translation: path.to_owned(),
        counts: Counts::default(),
        left_out: 0,
        findings: findings.iter().map(|diagnostic| finding(diagnostic, &file, &file, ui)).collect(),
    }
}

struct File<'a> {
    path: Arc<str>,
    document: &'a Document,
    lines: Lines,
}

fn finding(diagnostic: &Diagnostic, source: &File<'_>, target: &File<'_>, ui: &Ui) -> FindingReport {
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
