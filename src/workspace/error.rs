//! Why an operation on a project could not be done: kinds and facts, no words.

use std::fmt;

use super::refusal::Refusal;
use crate::align::DictionaryError;
use crate::exchange::Broken;
use crate::glossary::Fault;
use crate::lang::Language;
use crate::project;
use crate::units::UnitsFault;

/// A failure, with its place; the interface words it.
#[derive(Debug)]
pub enum Error {
    /// Reading or writing failed, or the configuration is broken.
    Project(project::Error),
    /// The project has no original.
    NoDocuments { patterns: Vec<String> },
    /// Nothing is translated into this language.
    NoSuchLanguage { language: Language, known: Vec<Language> },
    /// A path that names no file.
    NotFound { path: String },
    /// A path that names no document.
    NotADocument { path: String },
    /// A document larger than any that a person wrote.
    TooManyParagraphs { path: String, count: usize, limit: usize },
    /// A paragraph longer than any that a person wrote; the line is 1-based, sizes are in bytes.
    LongParagraph { path: String, line: usize, size: usize, limit: usize },
    /// No rule has this name or matches this pattern.
    UnknownRule { rule: String, nearest: Option<String> },
    /// A concept's scope that is no pattern of paths.
    Scope { file: String, line: usize, pattern: String },
    /// Glossary files that cannot be used.
    Glossary(Vec<Fault>),
    /// A units file that cannot be used.
    Units { path: String, fault: UnitsFault },
    /// A line of a word list without two words.
    LexiconLine { path: String, line: usize },
    /// A dictionary in the dictd format that cannot be read: its index and its text.
    Dictionary { index: String, text: String, error: DictionaryError },
    /// A file of another tool that cannot be read.
    Exchange { path: String, broken: Broken },
    /// Lines on which no paragraph begins or continues.
    NoParagraph { path: String, line: usize },
    /// A document in the middle of a merge.
    ConflictMarker { path: String, line: usize },
    /// A unit that was named to be accepted and cannot be; the place is `path:line`.
    NotAcceptable { place: String, refusal: Refusal },
    /// A file that is no baseline.
    Baseline { path: String, line: Option<usize>, message: String },
}

impl From<project::Error> for Error {
    fn from(error: project::Error) -> Error {
        Error::Project(error)
    }
}

impl fmt::Display for Error {
    /// For developers; the interface words it from the kind and its facts.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Error::Project(error) => error.fmt(f),
            other => write!(f, "{other:?}"),
        }
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Error::Project(error) => Some(error),
            Error::Exchange { broken, .. } => Some(broken),
            _ => None,
        }
    }
}
