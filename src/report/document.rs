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
    pub original: String,
    pub language: String,
    pub translation: String,
    pub counts: Counts,
    pub findings: Vec<FindingReport>,
    /// Findings beyond the hundred of one rule in one unit that are told.
    pub left_out: usize,
}

/// One finding with its words and places in the files.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct FindingReport {
    pub rule: Cow<'static, str>,
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
pub struct Facts(Box<[(Cow<'static, str>, Fact)]>);

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
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct FixReport {
    pub bytes: (usize, usize),
    pub text: String,
    pub safe: bool,
}
