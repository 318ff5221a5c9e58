//! Formats of the answer: one format, one file, written to `&mut dyn Write`.
//!
//! Never knows clap, files, or any rule of the craft.

mod alignment;
#[cfg(feature = "book")]
pub mod book;
pub mod candidate;
mod checked;
mod columns;
mod concise;
mod document;
mod drift;
mod fill;
mod format;
mod gap;
mod gather;
mod github;
mod gitlab;
#[cfg(feature = "pages")]
pub mod html;
mod human;
mod json;
mod junit;
mod markdown;
mod patch;
mod rdjson;
mod rule_help;
mod rule_reference;
mod sarif;
#[cfg(test)]
mod specimen;
mod spill_file;
mod status;
mod stream;
pub mod styles;
mod summary;
mod visible;

use std::io;

use serde::Serialize;

use crate::rules::Severity;
use crate::workspace::{Baseline, Known};

pub use alignment::{AlignmentPage, alignment_as_json, alignment_for_people};
pub use checked::{Checking, checked};
pub use columns::{first_columns, shortened, shortened_before};
pub use concise::concise;
pub use document::{DocumentReport, Facts, FindingReport, FixReport, PlaceReport};
pub use drift::{Ink, drift_as_json, drift_for_people};
pub use fill::filled_as_json;
pub use format::{AnswerPage, Format};
pub use gap::{gap_as_json, gap_as_prompt, prompt_head, term_as_json};
pub use gather::document;
pub use github::github;
pub use gitlab::gitlab;
pub use human::{Page, human};
pub use json::{document_as_json, json};
pub use junit::junit;
pub use markdown::markdown;
pub use patch::patch;
pub use rdjson::rdjson;
pub use rule_help::{Part, help, title};
pub use rule_reference::rule_reference;
pub use sarif::sarif;
pub use spill_file::Store;
pub use status::{status_as_badge, status_as_json, status_for_people};
pub use summary::plural_summary;
pub use visible::{Guard, visible, visible_line};

use spill_file::SpillFile;

/// What `check` found, ready to be written in any format; holds texts of findings, never whole documents, and of
/// those that lie in its store none.
#[derive(Debug, Default)]
pub struct Report {
    spill_file: SpillFile,
    /// Originals without a translation: (original, language, the translation's path).
    pub untranslated: Vec<(String, String, String)>,
    /// Files that are no translation (a glossary) and their findings; both names are the file's.
    pub elsewhere: Vec<DocumentReport>,
    /// Why something could not be checked, in words.
    pub errors: Vec<String>,
    /// Where the project is in its repository, empty or ending in `/`: CI systems count from there.
    pub prefix: String,
    /// How many findings there are; as of the last [`Report::sum_up`].
    pub summary: FindingCounts,
    /// How many units there are; as of the last [`Report::sum_up`].
    pub totals: Totals,
}

/// The counts of all pairs together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Totals {
    /// All units.
    pub units: usize,
    /// Those with paragraphs on both sides.
    pub aligned: usize,
    /// Those that a person accepted.
    pub accepted: usize,
    /// Of the accepted ones, those of which a side changed.
    pub changed: usize,
}

/// How many findings there are, waived ones apart.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct FindingCounts {
    /// Open findings of severity error.
    pub error: usize,
    /// Open findings of severity warning.
    pub warning: usize,
    /// Open findings of severity info.
    pub info: usize,
    /// Findings that somebody waived.
    pub waived: usize,
    /// Findings left out because the baseline knows them.
    pub baseline: usize,
    /// Further findings of a rule in a unit that has a hundred of them.
    #[serde(skip_serializing_if = "none")]
    pub left_out: usize,
}

impl FindingCounts {
    /// Whether an open finding is at least this severe.
    pub fn reaches(&self, limit: Severity) -> bool {
        let counts = [(Severity::Error, self.error), (Severity::Warning, self.warning), (Severity::Info, self.info)];
        counts.iter().any(|(severity, count)| *count > 0 && *severity >= limit)
    }
}

fn none(count: &usize) -> bool {
    *count == 0
}

impl Report {
    /// A report whose documents lie in `store`; where it takes no more, in memory.
    pub fn on(store: Box<dyn Store>) -> Report {
        Report { spill_file: SpillFile::on(store), ..Report::default() }
    }

    /// Adds a pair of documents behind the others.
    pub fn push(&mut self, document: DocumentReport) {
        self.spill_file.push(&document);
    }

    /// As [`Report::push`], of a report that is JSON already.
    fn push_json(&mut self, bytes: Vec<u8>) {
        self.spill_file.push_json(bytes);
    }

    /// As [`Report::set`], of a report that is JSON already.
    fn set_json(&mut self, at: usize, bytes: Vec<u8>) {
        self.spill_file.set_json(at, bytes);
    }

    /// Puts a report in the place of one that was added before.
    pub fn set(&mut self, at: usize, document: DocumentReport) {
        self.spill_file.set(at, &document);
    }

    /// How many pairs of documents there are.
    pub fn len(&self) -> usize {
        self.spill_file.len()
    }

    /// Whether there is no pair of documents.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The pairs of documents, one after the other; an error where the store cannot be read.
    pub fn documents(&self) -> impl Iterator<Item = io::Result<DocumentReport>> {
        (0..self.len()).map(|at| self.spill_file.get(at))
    }

    /// The pairs of documents, then the files that are no translation.
    pub fn all(&self) -> impl Iterator<Item = io::Result<DocumentReport>> {
        self.documents().chain(self.elsewhere.iter().cloned().map(Ok))
    }

    /// What `of` makes of the findings, by document.
    pub fn each<T>(
        &self,
        of: impl Fn(&DocumentReport, &FindingReport) -> Option<T>,
    ) -> impl Iterator<Item = io::Result<T>> {
        self.all().flat_map(move |document| match document {
            Ok(document) => document.findings.iter().filter_map(|finding| of(&document, finding)).map(Ok).collect(),
            Err(error) => vec![Err(error)],
        })
    }

    /// Leaves out the findings that `keep` says no to.
    ///
    /// # Errors
    ///
    /// Where the store cannot be read.
    pub fn retain(&mut self, mut keep: impl FnMut(&FindingReport) -> bool) -> io::Result<()> {
        for at in 0..self.len() {
            let mut document = self.spill_file.get(at)?;
            let before = document.findings.len();
            document.findings.retain(&mut keep);
            if document.findings.len() < before {
                self.spill_file.set(at, &document);
            }
        }
        self.elsewhere.iter_mut().for_each(|file| file.findings.retain(&mut keep));
        Ok(())
    }

    /// The findings that nobody waived, for a baseline.
    ///
    /// # Errors
    ///
    /// Where the store cannot be read.
    pub fn known(&self) -> io::Result<Vec<Known>> {
        let known = self.each(|document, finding| {
            finding.waived.is_none().then(|| Known {
                path: document.translation.clone(),
                rule: finding.rule.clone().into_owned(),
                message: finding.message.clone(),
                fingerprint: finding.fingerprint.clone(),
            })
        });
        known.collect()
    }

    /// Takes out the findings that a baseline knows; the summary says how many.
    ///
    /// # Errors
    ///
    /// Where the store cannot be read.
    pub fn subtract(&mut self, baseline: &mut Baseline) -> io::Result<()> {
        let mut left_out = 0;
        self.retain(|finding| {
            let known = finding.waived.is_none() && baseline.take(&finding.fingerprint);
            left_out += usize::from(known);
            !known
        })?;
        self.summary.baseline = left_out;
        Ok(())
    }

    /// A path of the project as a path of its repository.
    pub fn in_repository(&self, path: &str) -> String {
        format!("{}{path}", self.prefix)
    }

    /// Counts units and findings anew.
    ///
    /// # Errors
    ///
    /// Where the store cannot be read.
    pub fn sum_up(&mut self) -> io::Result<()> {
        let mut summary = FindingCounts { baseline: self.summary.baseline, ..FindingCounts::default() };
        let mut totals = Totals::default();
        for document in self.all() {
            let document = document?;
            for finding in &document.findings {
                match (&finding.waived, finding.severity) {
                    (Some(_), _) => summary.waived += 1,
                    (None, Severity::Error) => summary.error += 1,
                    (None, Severity::Warning) => summary.warning += 1,
                    (None, Severity::Info) => summary.info += 1,
                    (None, Severity::Off) => {}
                }
            }
            let counts = document.counts;
            summary.left_out += document.left_out;
            totals.units += counts.units;
            totals.aligned += counts.aligned;
            totals.accepted += counts.accepted;
            totals.changed += counts.changed();
        }
        (self.summary, self.totals) = (summary, totals);
        Ok(())
    }
}
