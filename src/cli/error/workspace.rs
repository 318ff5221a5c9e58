//! What keeps a project, its files or its workspace from being read.

use crate::align::DictionaryError;
use crate::i18n::{Problem, TroublePatternWhat};
use crate::project::{self, ErrorKind, PatternFault};
use crate::units::UnitsFault;
use crate::workspace::{self, Absence, Refusal};

use super::{Error, exchange, glossary};

impl From<project::Error> for Error {
    fn from(error: project::Error) -> Error {
        let said = |id| Error::new(id).at(error.path.clone(), error.line);
        match error.kind {
            ErrorKind::NoProject => said(Problem::NoProject),
            ErrorKind::NotFound => said(Problem::NotFound),
            ErrorKind::Outside => said(Problem::Outside),
            ErrorKind::GitFolder => said(Problem::GitFolder),
            ErrorKind::NotADocument => said(Problem::NotADocument),
            ErrorKind::NotAFile => said(Problem::NotAFile),
            ErrorKind::TooLarge { limit } => said(Problem::TooLarge { limit: ((limit >> 20) as f64).into() }),
            ErrorKind::Name => said(Problem::Name),
            ErrorKind::DiskFull => said(Problem::DiskFull),
            ErrorKind::Forbidden => said(Problem::Forbidden),
            ErrorKind::NotUtf8 { offset } => said(Problem::NotUtf8 { offset: offset.into() }),
            ErrorKind::Toml { message } => said(Problem::Toml { toml: message.into() }),
            ErrorKind::UnknownKey { key, nearest } => said(Problem::UnknownKey { key: key.into(), nearest }),
            ErrorKind::UnknownRule { rule, nearest } => said(Problem::UnknownRule { rule: rule.into(), nearest }),
            ErrorKind::UnknownLanguage { tag } => said(Problem::UnknownLanguage { tag: tag.into() }),
            ErrorKind::UnknownDialect { dialect, nearest } => {
                said(Problem::UnknownDialect { dialect: dialect.into(), nearest })
            }
            ErrorKind::Glob { pattern } => said(Problem::Glob { pattern: pattern.into() }),
            ErrorKind::Unreadable => said(Problem::Unreadable),
            ErrorKind::Pattern(fault) => said(Problem::Pattern {
                what: match fault {
                    PatternFault::NoLanguage => TroublePatternWhat::Language,
                    PatternFault::TooLong => TroublePatternWhat::Long,
                    PatternFault::OtherStars => TroublePatternWhat::Stars,
                },
            }),
            ErrorKind::SharedUnits { other } => said(Problem::SharedUnits { other: other.into() }),
            ErrorKind::Exists => said(Problem::Exists),
            ErrorKind::Locked => said(Problem::Locked),
            ErrorKind::ChangedOnDisk => said(Problem::ChangedOnDisk),
            ErrorKind::NoGit => said(Problem::NoGit),
            ErrorKind::NoRepository => said(Problem::NoRepository),
            ErrorKind::NoRevision => said(Problem::NoRevision),
            ErrorKind::MissingObject => said(Problem::MissingObject),
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
            Kind::Exchange { path, broken } => exchange(&path, broken),
            Kind::NoParagraph { path, line } => Error::new(Problem::NoParagraph).at(path, Some(line)),
            Kind::ConflictMarker { path, line } => Error::new(Problem::ConflictDocument).at(path, Some(line)),
            Kind::NotAcceptable { place, refusal: Refusal::Gap } => Error::new(Problem::AcceptGap).at(place, None),
            Kind::Absent { path, absence, renamed } => {
                let renamed = renamed.map(|renamed| format!("{} {}", renamed.from, renamed.to));
                let problem = match absence {
                    Absence::Original { original } => Problem::NoOriginal { original: original.into(), renamed },
                    Absence::Translation => Problem::NoTranslation { renamed },
                    Absence::Documents { original } => Problem::OrphanUnits { original: original.into(), renamed },
                    Absence::Deleted => Problem::Deleted,
                    Absence::Untranslated => Problem::Untranslated,
                };
                Error::new(problem).at(path, None)
            }
            Kind::NotCleared { path } => Error::new(Problem::AcceptMarked).at(path, None),
            Kind::NotAcceptable { place, refusal: Refusal::Unrecorded } => {
                Error::new(Problem::AcceptUnrecorded).at(place, None)
            }
            Kind::NotAcceptable { place, .. } => Error::new(Problem::AcceptAlone).at(place, None),
            Kind::Baseline { path, line, message } => {
                Error::new(Problem::Baseline { message: message.into() }).at(path, line)
            }
        }
    }
}

/// A units file that cannot be read.
pub(in crate::cli) fn units(path: &str, fault: UnitsFault) -> Error {
    match fault {
        UnitsFault::Broken { line, message } => Error::new(Problem::Toml { toml: message.into() }).at(path, Some(line)),
        UnitsFault::ConflictMarker { line } => {
            Error::new(Problem::Conflict { path: path.to_owned().into() }).at(path, Some(line))
        }
        UnitsFault::Format { found } => Error::new(Problem::Format { found: (found as f64).into() }).at(path, None),
    }
}
