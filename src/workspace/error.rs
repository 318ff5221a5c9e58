//! Why an operation on a project could not be done: kinds and facts, no words.

use std::fmt;

use super::absence::{Absence, Renamed};
use super::refusal::Refusal;
use crate::align::DictionaryError;
use crate::edit::NotComposable;
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
    NoDocuments {
        /// The patterns of originals that were looked for.
        patterns: Vec<String>,
    },
    /// Nothing is translated into this language.
    NoSuchLanguage {
        /// The one that was asked for.
        language: Language,
        /// Those that the project has translations into.
        known: Vec<Language>,
    },
    /// A path that names no file.
    NotFound {
        /// As the user gave it.
        path: String,
    },
    /// A path that names no document.
    NotADocument {
        /// As the user gave it.
        path: String,
    },
    /// A document larger than any that a person wrote.
    TooManyParagraphs {
        /// Inside the project.
        path: String,
        /// How many paragraphs it has.
        count: usize,
        /// The most that are read.
        limit: usize,
    },
    /// A paragraph longer than any that a person wrote; the line is 1-based, sizes are in bytes.
    LongParagraph {
        /// Inside the project.
        path: String,
        /// Where the paragraph begins.
        line: usize,
        /// How many bytes it has.
        size: usize,
        /// The most that are read.
        limit: usize,
    },
    /// No rule has this name or matches this pattern.
    UnknownRule {
        /// As the user gave it.
        rule: String,
        /// A rule that is spelled almost so.
        nearest: Option<String>,
    },
    /// A concept's scope that is no pattern of paths.
    Scope {
        /// The glossary file, inside the project.
        file: String,
        /// The 1-based line of the concept.
        line: usize,
        /// As it is written.
        pattern: String,
    },
    /// Glossary files that cannot be used.
    Glossary(Vec<Fault>),
    /// A units file that cannot be used.
    Units {
        /// Inside the project.
        path: String,
        /// What is wrong with it.
        fault: UnitsFault,
    },
    /// A line of a word list without two words.
    LexiconLine {
        /// Inside the project.
        path: String,
        /// 1-based.
        line: usize,
    },
    /// A dictionary in the dictd format that cannot be read: its index and its text.
    Dictionary {
        /// The path of the index, inside the project.
        index: String,
        /// The path of the text, inside the project.
        text: String,
        /// What is wrong with it.
        error: DictionaryError,
    },
    /// A file of another tool that cannot be read.
    Exchange {
        /// As the user gave it.
        path: String,
        /// What is wrong with it.
        broken: Broken,
    },
    /// Lines on which no paragraph begins or continues.
    NoParagraph {
        /// As the user gave it.
        path: String,
        /// The first of the lines, 1-based.
        line: usize,
    },
    /// Something that ought to be there and is not.
    Absent {
        /// Inside the project.
        path: String,
        /// What is missing.
        absence: Absence,
        /// The original that has its texts now, where there is one.
        renamed: Option<Renamed>,
    },
    /// A translation that would read otherwise without the comments that an acceptance takes away.
    NotCleared {
        /// Of the translation, inside the project.
        path: String,
    },
    /// A document in the middle of a merge.
    ConflictMarker {
        /// Inside the project.
        path: String,
        /// 1-based.
        line: usize,
    },
    /// A unit that was named to be accepted and cannot be; the place is `path:line`.
    NotAcceptable {
        /// The unit's path and line.
        place: String,
        /// Why it cannot be accepted.
        refusal: Refusal,
    },
    /// A file that is no baseline.
    Baseline {
        /// As the user gave it.
        path: String,
        /// 1-based; `None` where the whole file is of another version.
        line: Option<usize>,
        /// In English.
        message: String,
    },
}

impl From<project::Error> for Error {
    fn from(error: project::Error) -> Error {
        Error::Project(error)
    }
}

/// Two changes were made from different texts of one file: one of them was read before the file changed.
impl From<NotComposable> for Error {
    fn from(error: NotComposable) -> Error {
        project::Error::new(error.path, project::ErrorKind::ChangedOnDisk).into()
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
