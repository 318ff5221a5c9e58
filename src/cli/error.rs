//! Why a command could not give its answer: a place, a cause, the way out. Worded at the door, by `ui`.

use std::io;

use crate::align::DictionaryError;
use crate::glossary::{Fault, FaultKind};
use crate::i18n::{GlossaryWrongTypeWanted, Messages, Problem, TroublePatternWhat};
use crate::project::{self, ErrorKind};
use crate::report::{visible, visible_line};
use crate::units::UnitsFault;
use crate::workspace;

/// A failure on its way to the user.
#[derive(Debug)]
pub(super) enum Error {
    /// A message of `error.ftl`, with its arguments; its attribute `.hint` is the way out.
    Said(Said),
    /// Writing the answer failed.
    Output(io::Error),
    /// Several at once.
    Several(Vec<Error>),
}

/// A message with its place.
#[derive(Debug)]
pub(super) struct Said {
    pub path: Option<String>,
    /// 1-based.
    pub line: Option<usize>,
    pub problem: Box<Problem>,
}

impl Error {
    pub(super) fn new(problem: Problem) -> Error {
        Error::Said(Said { path: None, line: None, problem: Box::new(problem) })
    }

    /// With the file it is about.
    pub(super) fn at(self, path: impl Into<String>, line: Option<usize>) -> Error {
        match self {
            Error::Said(said) => Error::Said(Said { path: Some(path.into()), line, ..said }),
            other => other,
        }
    }

    /// The lines to show: `path:line: cause`, then the way out.
    pub(super) fn lines(&self, ui: &Messages) -> Vec<String> {
        match self {
            Error::Said(said) => said.lines(ui),
            Error::Output(error) => vec![ui.trouble_output(error.to_string())],
            Error::Several(all) => all.iter().flat_map(|error| error.lines(ui)).collect(),
        }
    }
}

impl Said {
    fn lines(&self, ui: &Messages) -> Vec<String> {
        let place = match (&self.path, self.line) {
            (Some(path), Some(line)) => format!("{path}:{line}: "),
            (Some(path), None) => format!("{path}: "),
            (None, _) => String::new(),
        };
        let (cause, hint) = ui.problem(&self.problem);
        let cause = format!("{}{}", visible_line(&place), visible(&cause).replace('\n', " "));
        vec![cause, format!("  {}", ui.trouble_hint(visible_line(&hint)))]
    }
}

impl From<io::Error> for Error {
    fn from(error: io::Error) -> Error {
        Error::Output(error)
    }
}

impl From<project::Error> for Error {
    fn from(error: project::Error) -> Error {
        let said = |id| Error::new(id).at(error.path.clone(), error.line);
        match error.kind {
            ErrorKind::NoProject => said(Problem::NoProject),
            ErrorKind::NotFound => said(Problem::NotFound),
            ErrorKind::Outside => said(Problem::Outside),
            ErrorKind::NotADocument => said(Problem::NotADocument),
            ErrorKind::NotAFile => said(Problem::NotAFile),
            ErrorKind::TooLarge { limit } => said(Problem::TooLarge { limit: ((limit >> 20) as f64).into() }),
            ErrorKind::Name => said(Problem::Name),
            ErrorKind::DiskFull => said(Problem::DiskFull),
            ErrorKind::Forbidden => said(Problem::Forbidden),
            ErrorKind::NotUtf8 { offset } => said(Problem::NotUtf8 { offset: offset.into() }),
            ErrorKind::Toml { message } => said(Problem::Toml { message: message.into() }),
            ErrorKind::UnknownKey { key, nearest } => said(Problem::UnknownKey { key: key.into(), nearest }),
            ErrorKind::UnknownRule { rule, nearest } => said(Problem::UnknownRule { rule: rule.into(), nearest }),
            ErrorKind::UnknownLanguage { tag } => said(Problem::UnknownLanguage { tag: tag.into() }),
            ErrorKind::Pattern { message } => said(Problem::Pattern {
                what: match message {
                    "language" => TroublePatternWhat::Language,
                    "long" => TroublePatternWhat::Long,
                    _ => TroublePatternWhat::Stars,
                },
            }),
            ErrorKind::NoOriginal { original } => said(Problem::NoOriginal { original: original.into() }),
            ErrorKind::SharedUnits { other } => said(Problem::SharedUnits { other: other.into() }),
            ErrorKind::Exists => said(Problem::Exists),
            ErrorKind::Locked => said(Problem::Locked),
            ErrorKind::ChangedOnDisk => said(Problem::ChangedOnDisk),
            ErrorKind::NoGit => said(Problem::NoGit),
            ErrorKind::NoRepository => said(Problem::NoRepository),
            ErrorKind::NoRevision => said(Problem::NoRevision),
            ErrorKind::NoDocuments => said(Problem::NoDocuments),
            ErrorKind::Io(cause) => {
                Error::new(Problem::Io { error: cause.to_string().into() }).at(error.path, error.line)
            }
        }
    }
}

impl From<workspace::Error> for Error {
    fn from(error: workspace::Error) -> Error {
        use workspace::Error as Kind;
        let list = |all: &[crate::lang::Language]| all.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
        match error {
            Kind::Project(error) => error.into(),
            Kind::NoDocuments { patterns } => Error::new(Problem::NoDocuments).at(patterns.join(", "), None),
            Kind::NoSuchLanguage { language, known } => Error::new(Problem::NoSuchLanguage {
                language: language.to_string().into(),
                known: list(&known).into(),
            }),
            Kind::NotFound { path } => Error::new(Problem::NotFound).at(path, None),
            Kind::NotADocument { path } => Error::new(Problem::NotADocument).at(path, None),
            Kind::TooManyParagraphs { path, count, limit } => {
                Error::new(Problem::TooManyParagraphs { count: count.into(), limit: limit.into() }).at(path, None)
            }
            Kind::LongParagraph { path, line, size, limit } => {
                Error::new(Problem::LongParagraph { size: (size >> 10).into(), limit: (limit >> 10).into() })
                    .at(path, Some(line))
            }
            Kind::UnknownRule { rule, nearest } => Error::new(Problem::UnknownRule { rule: rule.into(), nearest }),
            Kind::Scope { file, line, pattern } => {
                Error::new(Problem::Glob { pattern: pattern.into() }).at(file, Some(line))
            }
            Kind::Glossary(faults) => Error::Several(faults.iter().map(glossary).collect()),
            Kind::Units { path, fault } => units(&path, fault),
            Kind::LexiconLine { path, line } => Error::new(Problem::LexiconLine).at(path, Some(line)),
            Kind::Dictionary { text, error: DictionaryError::NotGzip(message), .. } => {
                Error::new(Problem::LexiconGzip { error: message.into() }).at(text, None)
            }
            Kind::Dictionary { index, text, error: DictionaryError::EmptyIndex } => {
                Error::new(Problem::LexiconIndex { text: text.into() }).at(index, None)
            }
            Kind::Exchange { path, broken } => super::memory_file::error(&path, broken),
            Kind::NoParagraph { path, line } => Error::new(Problem::NoParagraph).at(path, Some(line)),
            Kind::ConflictMarker { path, line } => Error::new(Problem::ConflictDocument).at(path, Some(line)),
            Kind::Baseline { path, line, message } => {
                Error::new(Problem::Baseline { message: message.into() }).at(path, line)
            }
        }
    }
}

/// Something wrong with a glossary file.
pub(super) fn glossary(fault: &Fault) -> Error {
    Error::new(glossary_problem(&fault.kind)).at(fault.file.clone(), Some(fault.line))
}

fn glossary_problem(kind: &FaultKind) -> Problem {
    match kind {
        FaultKind::Syntax { message } => Problem::GlossarySyntax { message: message.clone().into() },
        FaultKind::UnknownKey { key, nearest } => {
            Problem::GlossaryUnknownKey { key: key.clone().into(), nearest: nearest.clone() }
        }
        FaultKind::WrongType { key, wanted } => {
            Problem::GlossaryWrongType { key: key.clone().into(), wanted: wanted_type(wanted) }
        }
        FaultKind::UnknownValue { key, value, nearest, allowed } => Problem::GlossaryUnknownValue {
            value: value.clone().into(),
            key: key.clone().into(),
            nearest: nearest.clone(),
            allowed: allowed.join(", ").into(),
        },
        FaultKind::NoId => Problem::GlossaryNoId,
        FaultKind::NoTerms { concept } => Problem::GlossaryNoTerms { concept: concept.clone().into() },
        FaultKind::NoLanguage { concept, language } => {
            Problem::GlossaryNoLanguage { concept: concept.clone().into(), language: language.clone().into() }
        }
        FaultKind::NoPreferred { concept, language } => {
            Problem::GlossaryNoPreferred { concept: concept.clone().into(), language: language.clone().into() }
        }
        FaultKind::LanguageTwice { concept, language } => {
            Problem::GlossaryLanguageTwice { concept: concept.clone().into(), language: language.clone().into() }
        }
        FaultKind::ConceptTwice { concept, other_file, other_line } => Problem::GlossaryConceptTwice {
            concept: concept.clone().into(),
            place: format!("{other_file}:{other_line}").into(),
        },
        FaultKind::TermTwice { term, language, other, other_file, other_line } => Problem::GlossaryTermTwice {
            term: term.clone().into(),
            language: language.clone().into(),
            other: other.clone().into(),
            place: format!("{other_file}:{other_line}").into(),
        },
        FaultKind::TermShared { term, language, other, other_file, other_line } => Problem::GlossaryTermShared {
            term: term.clone().into(),
            language: language.clone().into(),
            other: other.clone().into(),
            place: format!("{other_file}:{other_line}").into(),
        },
        // A line is no quantity: its digits are not grouped.
        FaultKind::TermRepeated { term, other_line } => {
            Problem::GlossaryTermRepeated { term: term.clone().into(), line: other_line.to_string().into() }
        }
        FaultKind::EmptyTerm { key } => Problem::GlossaryEmptyTerm { key: key.clone().into() },
        FaultKind::OnlyPunctuation { term } => Problem::GlossaryOnlyPunctuation { term: term.clone().into() },
        FaultKind::TooLong { letters, limit } => {
            Problem::GlossaryTooLong { letters: letters.to_string().into(), limit: limit.to_string().into() }
        }
        FaultKind::WrongScript { term, language } => {
            Problem::GlossaryWrongScript { term: term.clone().into(), language: language.clone().into() }
        }
    }
}

fn wanted_type(wanted: &str) -> GlossaryWrongTypeWanted {
    match wanted {
        "string" => GlossaryWrongTypeWanted::String,
        "strings" => GlossaryWrongTypeWanted::Strings,
        "boolean" => GlossaryWrongTypeWanted::Boolean,
        _ => GlossaryWrongTypeWanted::Form,
    }
}

/// A units file that cannot be read.
pub(super) fn units(path: &str, fault: UnitsFault) -> Error {
    match fault {
        UnitsFault::Broken { line, message } => {
            Error::new(Problem::Toml { message: message.into() }).at(path, Some(line))
        }
        UnitsFault::ConflictMarker { line } => {
            Error::new(Problem::Conflict { path: path.to_owned().into() }).at(path, Some(line))
        }
        UnitsFault::Format { found } => Error::new(Problem::Format { found: (found as f64).into() }).at(path, None),
    }
}
