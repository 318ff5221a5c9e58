//! What a report of the whole project counts, for its index and for programs.

use serde::{Deserialize, Serialize};

use crate::analysis::Counts;
use crate::report::DocumentReport;
use crate::rules::Severity;

/// One document in one language.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
pub struct Row {
    /// Inside the project.
    pub original: String,
    /// The translation's, as a BCP 47 tag.
    pub language: String,
    /// `None` where nobody has begun.
    pub translation: Option<String>,
    /// The address of its page from the index.
    pub page: Option<String>,
    /// Its units and paragraphs.
    pub counts: Counts,
    /// Its findings.
    pub findings: Found,
}

/// How many findings there are, waived ones apart.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
pub struct Found {
    /// Of the severity error.
    pub error: usize,
    /// Of the severity warning.
    pub warning: usize,
    /// Of the severity info.
    pub info: usize,
    /// Those that a person waived, of any severity.
    pub waived: usize,
}

/// All documents of a report.
#[derive(Clone, Debug, Default)]
pub struct ProjectSummary {
    /// The originals', as a BCP 47 tag.
    pub source_language: String,
    /// By original, then language.
    pub rows: Vec<Row>,
    /// Findings about files that are no translation, as the glossary's.
    pub elsewhere: Vec<DocumentReport>,
    /// Why something could not be checked, in words.
    pub errors: Vec<String>,
    /// Every page that was written, from the report's folder.
    pub pages: Vec<String>,
}

impl Row {
    /// Counts a pair's findings.
    pub fn of(report: &DocumentReport, page: Option<String>) -> Row {
        let mut findings = Found::default();
        for finding in &report.findings {
            match (&finding.waived, finding.severity) {
                (Some(_), _) => findings.waived += 1,
                (None, Severity::Error) => findings.error += 1,
                (None, Severity::Warning) => findings.warning += 1,
                (None, Severity::Info) => findings.info += 1,
                (None, Severity::Off) => {}
            }
        }
        Row {
            original: report.original.clone(),
            language: report.language.clone(),
            translation: Some(report.translation.clone()),
            page,
            counts: report.counts,
            findings,
        }
    }
}

impl Found {
    /// Findings that nobody waived.
    pub fn open(&self) -> usize {
        self.error + self.warning + self.info
    }
}

/// The sums of rows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
pub(super) struct Sums {
    pub(super) documents: usize,
    pub(super) untranslated: usize,
    pub(super) units: usize,
    pub(super) aligned: usize,
    pub(super) accepted: usize,
    pub(super) stale: usize,
    pub(super) edited: usize,
    pub(super) missing: usize,
    pub(super) extra: usize,
    pub(super) words_missing: usize,
    #[serde(default)]
    pub(super) drafts: usize,
    pub(super) findings: Found,
}

impl Sums {
    pub(super) fn of<'a>(rows: impl IntoIterator<Item = &'a Row>) -> Sums {
        let mut sums = Sums::default();
        for row in rows {
            let counts = &row.counts;
            sums.documents += 1;
            sums.untranslated += usize::from(row.translation.is_none());
            sums.units += counts.units;
            sums.aligned += counts.aligned;
            sums.accepted += counts.accepted;
            sums.stale += counts.stale;
            sums.edited += counts.edited;
            sums.missing += counts.missing;
            sums.extra += counts.extra;
            sums.words_missing += counts.words_missing;
            sums.drafts += counts.drafts;
            sums.findings.error += row.findings.error;
            sums.findings.warning += row.findings.warning;
            sums.findings.info += row.findings.info;
            sums.findings.waived += row.findings.waived;
        }
        sums
    }

    /// How much of the originals has a translation, in percent, rounded down: 100 says all of it.
    pub(super) fn translated(&self) -> usize {
        let all = self.aligned + self.missing;
        (self.aligned * 100).checked_div(all).unwrap_or(100)
    }
}

/// The report for programs, and for the trend of the next one.
pub fn project_json(project: &ProjectSummary) -> String {
    #[derive(Serialize)]
    struct File<'a> {
        version: u8,
        source_language: &'a str,
        totals: Sums,
        documents: &'a [Row],
        errors: &'a [String],
        pages: &'a [String],
    }
    let file = File {
        version: 1,
        source_language: &project.source_language,
        totals: Sums::of(&project.rows),
        documents: &project.rows,
        errors: &project.errors,
        pages: &project.pages,
    };
    serde_json::to_string_pretty(&file).expect("strings and numbers") + "\n"
}
