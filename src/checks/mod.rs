//! What is wrong with one unit, or one pair of documents: one rule, one file.
//!
//! Knows a unit, its texts, the glossary. Never knows other documents, lines and columns, or the interface
//! language. A rule's code does not see its severity: the default stands in the one line that registers it.

use crate::align::Unit;
use crate::glossary::{Glossary, Occurrence};
use crate::lang::Language;
use crate::text::{Document, Span};

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
}

impl Default for Options {
    fn default() -> Options {
        Options { confidence: 0.8, length_ratio: (0.5, 2.0), placeholders: Vec::new() }
    }
}

/// One answer of one rule about one place: places and facts, never a sentence.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    pub rule: &'static str,
    /// Places in the source, the first being the one to show; may be empty.
    pub source: Vec<Place>,
    /// Places in the target, the first being the one to show; may be empty.
    pub target: Vec<Place>,
    pub facts: Vec<(&'static str, Fact)>,
    pub fix: Option<Fix>,
}

/// A place in one document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// Index of the paragraph in its document.
    pub paragraph: usize,
    /// Bytes of the paragraph's text.
    pub span: Span,
}

/// What a finding's sentence is made of.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
#[serde(untagged)]
pub enum Fact {
    Text(String),
    Count(u64),
    Share(f64),
    List(Vec<String>),
}

/// A replacement in the target that mends the finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    pub place: Place,
    pub text: String,
    /// Whether it may be applied without a look.
    pub safe: bool,
}

/// Every rule, in the order of `tolmach rules`. A new rule is its file, one line here, and its phrases in `ui`.
pub const RULES: &[Rule] = &[];
