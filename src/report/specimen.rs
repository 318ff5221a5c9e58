//! A small report that the tests of every format write.

use super::{DocumentReport, FindingReport, FixReport, PlaceReport, Report};
use crate::analysis::Counts;
use crate::rules::{Fact, Severity};
use crate::text::Position;

/// Of the first of the specimen's documents the first finding.
pub(super) fn finding() -> FindingReport {
    documents()[0].findings[0].clone()
}

/// A report of two documents.
pub(super) fn report() -> Report {
    of(documents())
}

pub(super) fn of(documents: Vec<DocumentReport>) -> Report {
    let mut report = Report { prefix: "docs/".to_owned(), ..Report::default() };
    documents.into_iter().for_each(|document| report.push(document));
    report.sum_up().expect("a readable store");
    report
}

/// A finding with a fix, whose texts hold what the formats must escape, and a waived one without a source; and a
/// document without any.
pub(super) fn documents() -> Vec<DocumentReport> {
    let (original, translation) = ("originals/а #.md", "translations/en/а #.md");
    let found = FindingReport {
        rule: "term-deprecated".into(),
        unit: Some(0),
        severity: Severity::Warning,
        message: "“city hall”: say “akimat”, 100%\n::error::not obeyed, <b> & \"quoted\"".to_owned(),
        source: Some(place(original, 3, "Городской ⟦акимат⟧ открыт.")),
        target: Some(place(translation, 3, "The ⟦city hall⟧ is open.")),
        also: Vec::new(),
        facts: [("preferred", Fact::Text("akimat".to_owned()))].into_iter().collect(),
        fix: Some(FixReport { bytes: (34, 43), text: "akimat".to_owned(), safe: true }),
        fingerprint: "0123456789abcdef".to_owned(),
        waived: None,
    };
    let waived = FindingReport {
        rule: "number-mismatch".into(),
        unit: Some(1),
        severity: Severity::Error,
        message: "1905".to_owned(),
        source: None,
        target: Some(place(translation, 5, "in ⟦1904⟧")),
        also: Vec::new(),
        facts: Default::default(),
        fix: None,
        fingerprint: "fedcba9876543210".to_owned(),
        waived: Some("on purpose".to_owned()),
    };
    let quiet = DocumentReport {
        original: "originals/b.md".to_owned(),
        language: "en".to_owned(),
        translation: "translations/en/b.md".to_owned(),
        counts: Counts::default(),
        findings: Vec::new(),
        left_out: 0,
    };
    let loud = DocumentReport {
        original: original.to_owned(),
        translation: translation.to_owned(),
        findings: vec![found, waived],
        ..quiet.clone()
    };
    vec![loud, quiet]
}

/// A place in a one-line paragraph, marked `⟦so⟧`.
pub(super) fn place(path: &str, line: usize, marked: &str) -> PlaceReport {
    let start = marked.find('⟦').expect("a mark");
    let end = marked.find('⟧').expect("a mark") - '⟦'.len_utf8();
    let paragraph = marked.replace(['⟦', '⟧'], "");
    let column = |at: usize| paragraph[..at].chars().count() + 1;
    PlaceReport {
        path: path.into(),
        start: Position { line, column: column(start) },
        end: Position { line, column: column(end) },
        bytes: (30 + start, 30 + end),
        byte_columns: (start + 1, end + 1),
        text: paragraph[start..end].to_owned(),
        within: (start, end),
        paragraph,
    }
}
