//! Formats of the answer: one format, one file, written to `&mut dyn Write`.
//!
//! Never knows clap, files, or any rule of the craft.

mod drift;
mod gather;
mod github;
mod gitlab;
mod human;
mod json;
mod junit;
mod patch;
mod sarif;
#[cfg(test)]
mod specimen;
mod visible;

use std::sync::Arc;

use serde::Serialize;

use crate::checks::{Fact, Severity};
use crate::review::Counts;
use crate::text::Position;

pub use drift::{DocumentDrift, Ink, SideDrift, UnitDrift, drift_as_json, drift_for_people};
pub use gather::{Names, document};
pub use github::{github, github_summary};
pub use gitlab::gitlab;
pub use human::{Page, human, plural_summary, styles};
pub use json::json;
pub use junit::junit;
pub use patch::patch;
pub use sarif::sarif;
pub use visible::{Guard, visible, visible_line};

/// What `check` found, ready to be written in any format; holds texts of findings, never whole documents.
#[derive(Clone, Debug, Default)]
pub struct Report {
    pub documents: Vec<DocumentReport>,
    /// Originals without a translation: (original, language, the translation's path).
    pub untranslated: Vec<(String, String, String)>,
    /// Files that are no translation (a glossary) and their findings; both names are the file's.
    pub elsewhere: Vec<DocumentReport>,
    /// Why something could not be checked, in words.
    pub troubles: Vec<String>,
    /// Where the project stands in its repository, empty or ending in `/`: CI systems count from there.
    pub prefix: String,
    pub summary: Summary,
}

/// One pair of documents.
#[derive(Clone, Debug)]
pub struct DocumentReport {
    pub original: String,
    pub language: String,
    pub translation: String,
    pub counts: Counts,
    pub findings: Vec<FindingReport>,
}

/// One finding with its words and places in the files.
#[derive(Clone, Debug)]
pub struct FindingReport {
    pub rule: &'static str,
    /// The unit it is about, by its place among the document's units; `None` for a whole document.
    pub unit: Option<usize>,
    pub severity: Severity,
    /// The sentence, in the interface language.
    pub message: String,
    pub source: Option<PlaceReport>,
    pub target: Option<PlaceReport>,
    /// Further places, beyond the first of each side.
    pub also: Vec<PlaceReport>,
    pub facts: Facts,
    pub fix: Option<FixReport>,
    pub fingerprint: String,
    /// The reason it is quieted for.
    pub waived: Option<String>,
}

/// Facts by name, in the order of their names; few, and of very many findings.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Facts(Box<[(&'static str, Fact)]>);

impl Facts {
    pub fn get(&self, name: &str) -> Option<&Fact> {
        self.0.iter().find(|(known, _)| *known == name).map(|(_, fact)| fact)
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl FromIterator<(&'static str, Fact)> for Facts {
    fn from_iter<I: IntoIterator<Item = (&'static str, Fact)>>(facts: I) -> Facts {
        let mut facts: Vec<(&'static str, Fact)> = facts.into_iter().collect();
        facts.sort_by_key(|(name, _)| *name);
        Facts(facts.into())
    }
}

impl Serialize for Facts {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(name, fact)| (name, fact)))
    }
}

/// A place in a file.
#[derive(Clone, Debug)]
pub struct PlaceReport {
    pub path: Arc<str>,
    pub start: Position,
    /// Past the last letter.
    pub end: Position,
    /// Offsets into the file, end excluded.
    pub bytes: (usize, usize),
    pub text: String,
    /// The paragraph (line joints as spaces) and the place in it, in bytes.
    pub paragraph: String,
    pub within: (usize, usize),
}

/// A replacement in the translation's file.
#[derive(Clone, Debug)]
pub struct FixReport {
    pub bytes: (usize, usize),
    pub text: String,
    pub safe: bool,
}

/// How many findings there are, waived ones apart.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Summary {
    pub error: usize,
    pub warning: usize,
    pub info: usize,
    pub waived: usize,
    /// Findings left out because the baseline knows them.
    pub baseline: usize,
    /// Further findings of a rule in a unit that has a hundred of them.
    #[serde(skip_serializing_if = "none")]
    pub left_out: usize,
}

fn none(count: &usize) -> bool {
    *count == 0
}

impl Report {
    /// All findings, by document.
    pub fn findings(&self) -> impl Iterator<Item = (&DocumentReport, &FindingReport)> {
        let all = self.documents.iter().chain(&self.elsewhere);
        all.flat_map(|document| document.findings.iter().map(move |finding| (document, finding)))
    }

    /// A path of the project as a path of its repository.
    pub fn in_repository(&self, path: &str) -> String {
        format!("{}{path}", self.prefix)
    }

    /// Counts the findings anew.
    pub fn sum_up(&mut self) {
        let mut summary = Summary { baseline: self.summary.baseline, ..Summary::default() };
        for (_, finding) in self.findings() {
            match (&finding.waived, finding.severity) {
                (Some(_), _) => summary.waived += 1,
                (None, Severity::Error) => summary.error += 1,
                (None, Severity::Warning) => summary.warning += 1,
                (None, Severity::Info) => summary.info += 1,
                (None, Severity::Off) => {}
            }
        }
        summary.left_out = self.documents.iter().map(|document| document.counts.left_out).sum();
        self.summary = summary;
    }
}
