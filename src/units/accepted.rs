//! What a person decided about a pair of documents.

use serde::Deserialize;

/// What a units file holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Units {
    /// In document order.
    pub accepted: Vec<Accepted>,
    /// Alignments corrected by hand.
    pub pairs: Vec<Paired>,
    pub waivers: Vec<Waiver>,
    /// Code and other verbatim blocks as they were when a person accepted what is around them, one text a side.
    pub blocks: Vec<Accepted>,
}

/// The texts of a unit as a person accepted them.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Deserialize)]
pub struct Accepted {
    #[serde(default)]
    pub source: Vec<String>,
    #[serde(default)]
    pub target: Vec<String>,
}

/// An alignment set by hand, by the texts it holds for.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Deserialize)]
pub struct Paired {
    #[serde(default)]
    pub source: Vec<String>,
    #[serde(default)]
    pub target: Vec<String>,
}

/// A person's word that a finding is fine where it stands; it expires when either text changes.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Deserialize)]
pub struct Waiver {
    pub rule: String,
    #[serde(default)]
    pub reason: String,
    #[serde(default)]
    pub source: Vec<String>,
    #[serde(default)]
    pub target: Vec<String>,
}

impl Accepted {
    pub(super) fn source(&self) -> &[String] {
        &self.source
    }

    pub(super) fn target(&self) -> &[String] {
        &self.target
    }
}
