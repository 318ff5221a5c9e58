//! What is reported about one pair of documents.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::analysis::Counts;
use crate::rules::{Fact, Severity};
use crate::text::Position;

/// One pair of documents.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct DocumentReport {
    /// Inside the project.
    pub original: String,
    /// The translation's, as a BCP 47 tag.
    pub language: String,
    /// Inside the project.
    pub translation: String,
    /// Of units and paragraphs.
    pub counts: Counts,
    /// In the order of the analysis.
    pub findings: Vec<FindingReport>,
    /// Findings beyond the hundred of one rule in one unit that are told.
    pub left_out: usize,
}

/// One finding with its words and places in the files.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct FindingReport {
    /// The rule's id.
    pub rule: Cow<'static, str>,
    /// The unit it is about, by its place among the document's units; `None` for a whole document.
    pub unit: Option<usize>,
    /// As the project's settings give it.
    pub severity: Severity,
    /// The sentence, in the interface language.
    pub message: String,
    /// The place in the original.
    pub source: Option<PlaceReport>,
    /// The place in the translation.
    pub target: Option<PlaceReport>,
    /// Further places, beyond the first of each side.
    pub also: Vec<PlaceReport>,
    /// The values in the sentence.
    pub facts: Facts,
    /// A replacement that mends it.
    pub fix: Option<FixReport>,
    /// The same as long as the finding is the same; in hexadecimal.
    pub fingerprint: String,
    /// The reason it is suppressed for.
    pub waived: Option<String>,
}

/// Facts by name, in the order of their names; few, and of very many findings.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Facts(Box<[(Cow<'static, str>, Fact)]>);

impl Facts {
    /// The value of this name.
    pub fn get(&self, name: &str) -> Option<&Fact> {
        self.0.iter().find(|(known, _)| *known == name).map(|(_, fact)| fact)
    }

    /// Whether the finding has no facts.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl FromIterator<(&'static str, Fact)> for Facts {
    fn from_iter<I: IntoIterator<Item = (&'static str, Fact)>>(facts: I) -> Facts {
        let mut facts: Vec<(&'static str, Fact)> = facts.into_iter().collect();
        facts.sort_by_key(|(name, _)| *name);
        Facts(facts.into_iter().map(|(name, fact)| (name.into(), fact)).collect())
    }
}

impl Serialize for Facts {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(name, fact)| (name, fact)))
    }
}

impl<'de> Deserialize<'de> for Facts {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Facts, D::Error> {
        // In the order of their names, as they were written.
        let facts: BTreeMap<String, Fact> = BTreeMap::deserialize(from)?;
        Ok(Facts(facts.into_iter().map(|(name, fact)| (name.into(), fact)).collect()))
    }
}

/// A place in a file.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct PlaceReport {
    /// Inside the project.
    pub path: Arc<str>,
    /// Of the first letter.
    pub start: Position,
    /// Past the last letter.
    pub end: Position,
    /// Offsets into the file, end excluded.
    pub bytes: (usize, usize),
    /// The columns of start and end in bytes, 1-based, each on its own line.
    pub byte_columns: (usize, usize),
    /// The bytes of the place; empty where it is in no paragraph.
    pub text: String,
    /// The paragraph (line joints as spaces) and the place in it, in bytes.
    pub paragraph: String,
    /// Bytes of `paragraph`, end excluded.
    pub within: (usize, usize),
}

/// A replacement in the translation's file.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct FixReport {
    /// Of the translation's file, end excluded.
    pub bytes: (usize, usize),
    /// What the file holds there afterwards.
    pub text: String,
    /// Whether it may be made without a person's look.
    pub safe: bool,
}
