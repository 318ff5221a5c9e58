//! Concepts and terms, as the files under `glossary/` hold them.

use std::collections::BTreeMap;

/// All concepts of a project, of all its glossary files.
#[derive(Clone, Debug, Default)]
pub struct Glossary {
    pub concepts: Vec<Concept>,
}

/// One concept: what its terms in all languages mean.
#[derive(Clone, Debug, PartialEq)]
pub struct Concept {
    pub id: String,
    pub definition: Option<String>,
    pub domain: Option<String>,
    pub note: Option<String>,
    /// `false` for a name that stays as it is in every language.
    pub translate: bool,
    /// Glob patterns of documents the concept is limited to; empty for all.
    pub scope: Vec<String>,
    /// By primary language subtag (`ru`, `en`).
    pub terms: BTreeMap<String, Terms>,
    /// The glossary file it stands in, as named by the reader, and its 1-based line.
    pub file: String,
    pub line: usize,
}

/// A concept's terms in one language; the first is the preferred one.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Terms {
    pub terms: Vec<Term>,
    /// Asked for once per document, at the first use.
    pub first_mention: Option<String>,
    pub note: Option<String>,
    pub case: Case,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Term {
    pub text: String,
    pub status: Status,
    /// 1-based line in the concept's file.
    pub line: usize,
}

/// TBX-Basic's administrative status.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    Preferred,
    Admitted,
    Deprecated,
}

/// How a term's letter case counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Case {
    #[default]
    Any,
    /// As written, but for a capital at the start of a sentence.
    Exact,
    /// The first letter as written.
    Initial,
}

/// Something wrong with a glossary file, with its place.
#[derive(Clone, Debug, PartialEq)]
pub struct Fault {
    pub file: String,
    /// 1-based.
    pub line: usize,
    pub kind: String,
}

impl Glossary {
    /// Reads glossary files, given as (name for messages, content), and merges them.
    pub fn read(_files: &[(String, String)]) -> (Glossary, Vec<Fault>) {
        (Glossary::default(), Vec::new())
    }
}
