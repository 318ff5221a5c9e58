//! What a person decided about a pair of documents.

use serde::Deserialize;

/// What a units file holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Units {
    /// In document order.
    pub accepted: Vec<Accepted>,
    /// Alignments corrected by hand.
    pub pairs: Vec<Paired>,
    /// In the order of the file.
    pub waivers: Vec<Waiver>,
    /// Code and other verbatim blocks as they were when a person accepted what is around them, one text a side.
    pub blocks: Vec<Accepted>,
    /// Translations that a machine made and nobody has accepted.
    pub drafts: Vec<Draft>,
}

/// The texts of a unit as a person accepted them.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Deserialize)]
pub struct Accepted {
    /// Texts of the source paragraphs, in order.
    #[serde(default)]
    pub source: Vec<String>,
    /// Texts of the target paragraphs, in order.
    #[serde(default)]
    pub target: Vec<String>,
}

/// A translation that a machine made. While the translation has this very text nobody has worked on it; any other text is
/// a person's.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Draft {
    /// Texts of the source paragraphs, in order.
    #[serde(default)]
    pub source: Vec<String>,
    /// Texts of the target paragraphs as the machine gave them, in order.
    #[serde(default)]
    pub target: Vec<String>,
    /// Which machine.
    #[serde(default)]
    pub by: String,
    /// Texts of the source paragraphs for which a person had accepted what the draft replaced.
    #[serde(default)]
    pub accepted_source: Vec<String>,
    /// The translation that a person had accepted and the draft replaced.
    #[serde(default)]
    pub accepted_target: Vec<String>,
}

/// An alignment set by hand, by the texts it holds for.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Deserialize)]
pub struct Paired {
    /// Texts of the source paragraphs, in order.
    #[serde(default)]
    pub source: Vec<String>,
    /// Texts of the target paragraphs, in order.
    #[serde(default)]
    pub target: Vec<String>,
}

/// A person's word that a finding is fine where it is; it expires when either text changes.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Deserialize)]
pub struct Waiver {
    /// The rule's id.
    pub rule: String,
    /// The finding it is for, by what it marks; `None` for every finding of the rule in these texts.
    #[serde(default)]
    pub finding: Option<String>,
    /// In the words of the person.
    #[serde(default)]
    pub reason: String,
    /// Texts of the unit's source paragraphs, in order.
    #[serde(default)]
    pub source: Vec<String>,
    /// Texts of the unit's target paragraphs, in order.
    #[serde(default)]
    pub target: Vec<String>,
}

impl Waiver {
    /// Whether it is the waiver of this finding of a rule in these texts.
    pub fn is_for(&self, rule: &str, finding: Option<&str>, source: &[String], target: &[String]) -> bool {
        self.rule == rule && self.finding.as_deref() == finding && self.source == source && self.target == target
    }
}

impl Accepted {
    pub(super) fn source(&self) -> &[String] {
        &self.source
    }

    pub(super) fn target(&self) -> &[String] {
        &self.target
    }
}
