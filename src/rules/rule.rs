//! What a rule is, and what it looks at.

use super::Finding;
use crate::align::Unit;
use crate::glossary::{Glossary, Occurrence};
use crate::lang::Language;
use crate::text::Document;

/// How loud a rule is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Deserialize, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    Off,
    Info,
    Warning,
    Error,
}

/// A rule: its name, how loud it is by default, and what runs it.
#[derive(Clone, Copy, Debug)]
pub struct Rule {
    pub id: &'static str,
    pub severity: Severity,
    pub run: Run,
}

/// What a rule looks at.
#[derive(Clone, Copy, Debug)]
pub enum Run {
    /// One unit at a time.
    Unit(fn(&Unit, &Context<'_>) -> Vec<Finding>),
    /// All units of a pair of documents.
    Documents(fn(&[Unit], &Context<'_>) -> Vec<Finding>),
    /// More than a pair of documents, or what was accepted: `review` runs it.
    Review,
}

impl Rule {
    /// The rule of a name.
    pub fn named(id: &str) -> Option<&'static Rule> {
        super::RULES.iter().find(|rule| rule.id == id)
    }

    /// What the rule finds in all units of a pair of documents, in the units' order; nothing where `review` runs it.
    pub fn findings(&self, units: &[Unit], context: &Context<'_>) -> Vec<Finding> {
        match self.run {
            Run::Unit(run) => units.iter().flat_map(|unit| run(unit, context)).collect(),
            Run::Documents(run) => run(units, context),
            Run::Review => Vec::new(),
        }
    }
}

/// The pair of documents a rule looks at.
#[derive(Clone, Copy, Debug)]
pub struct Context<'a> {
    pub source: &'a Document,
    pub target: &'a Document,
    pub source_language: &'a Language,
    pub target_language: &'a Language,
    pub glossary: &'a Glossary,
    /// By paragraph of the source, the source-language terms in it.
    pub source_terms: &'a [Vec<Occurrence>],
    /// By paragraph of the target, the target-language terms in it.
    pub target_terms: &'a [Vec<Occurrence>],
    pub options: &'a Options,
}

/// Limits that `tolmach.toml` may set.
#[derive(Clone, Debug)]
pub struct Options {
    /// Under this confidence an unaccepted unit is `uncertain-alignment`.
    pub confidence: f64,
    /// `length-ratio`: target letters by source letters, after the pair of languages' usual ratio.
    pub length_ratio: (f64, f64),
    /// `placeholder`: further texts that must not be left in a translation.
    pub placeholders: Vec<String>,
    /// `link-mismatch`: beginnings of addresses in the source, and what they become in the target.
    pub rewrites: Vec<(String, String)>,
}

impl Default for Options {
    fn default() -> Options {
        Options { confidence: 0.8, length_ratio: (0.5, 2.0), placeholders: Vec::new(), rewrites: Vec::new() }
    }
}
