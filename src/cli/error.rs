//! Why a command could not give its answer: a place, a cause, the way out. Worded at the door, by `ui`.

use std::io;

use crate::align::DictionaryError;
use crate::glossary::Fault;
use crate::i18n::{Argument, Ui, Value};
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
    pub id: &'static str,
    pub arguments: Vec<(&'static str, Value<'static>)>,
}

impl Error {
    pub(super) fn new(id: &'static str) -> Error {
        Error::Said(Said { path: None, line: None, id, arguments: Vec::new() })
    }

    /// With the file it is about.
    pub(super) fn at(self, path: impl Into<String>, line: Option<usize>) -> Error {
        match self {
            Error::Said(said) => Error::Said(Said { path: Some(path.into()), line, ..said }),
            other => other,
        }
    }

    pub(super) fn with(self, name: &'static str, value: impl Into<Value<'static>>) -> Error {
        match self {
            Error::Said(mut said) => {
                said.arguments.push((name, value.into()));
                Error::Said(said)
            }
            other => other,
        }
    }

    /// The lines to show: `path:line: cause`, then the way out.
    pub(super) fn lines(&self, ui: &Ui) -> Vec<String> {
        match self {
            Error::Said(said) => said.lines(ui),
            Error::Output(error) => vec![ui.say("trouble-output", &[("error", error.to_string().into())])],
            Error::Several(all) => all.iter().flat_map(|error| error.lines(ui)).collect(),
        }
    }
}

impl Said {
    fn lines(&self, ui: &Ui) -> Vec<String> {
        let arguments: Vec<Argument<'_>> = self.arguments.iter().map(|(name, value)| (*name, value.clone())).collect();
        let place = match (&self.path, self.line) {
            (Some(path), Some(line)) => format!("{path}:{line}: "),
            (Some(path), None) => format!("{path}: "),
            (None, _) => String::new(),
        };
        let cause = visible(&ui.say(self.id, &arguments)).replace('\n', " ");
        let cause = format!("{}{cause}", visible_line(&place));
        let hint = ui.try_say(&format!("{}.hint", self.id), &arguments);
        let hint = hint
            .map(|hint| format!("  {}", ui.say("trouble-hint", &[("hint", visible_line(&hint).into_owned().into())])));
        std::iter::once(cause).chain(hint).collect()
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
        let or_none = |nearest: Option<String>| nearest.unwrap_or_else(|| "none".to_owned());
        match error.kind {
            ErrorKind::NoProject => said("trouble-no-project"),
            ErrorKind::NotFound => said("trouble-not-found"),
            ErrorKind::Outside => said("trouble-outside"),
            ErrorKind::NotADocument => said("trouble-not-a-document"),
            ErrorKind::NotAFile => said("trouble-not-a-file"),
            ErrorKind::TooLarge { limit } => said("trouble-too-large").with("limit", (limit >> 20) as f64),
            ErrorKind::Name => said("trouble-name"),
            ErrorKind::DiskFull => said("trouble-disk-full"),
            ErrorKind::Forbidden => said("trouble-forbidden"),
            ErrorKind::NotUtf8 { offset } => said("trouble-not-utf8").with("offset", offset),
            ErrorKind::Toml { message } => said("trouble-toml").with("message", message),
            ErrorKind::UnknownKey { key, nearest } => {
                said("trouble-unknown-key").with("key", key).with("nearest", or_none(nearest))
            }
            ErrorKind::UnknownRule { rule, nearest } => {
                said("trouble-unknown-rule").with("rule", rule).with("nearest", or_none(nearest))
            }
            ErrorKind::UnknownLanguage { tag } => said("trouble-unknown-language").with("tag", tag),
            ErrorKind::Pattern { message } => said("trouble-pattern").with("what", message),
            ErrorKind::NoOriginal { original } => said("trouble-no-original").with("original", original),
            ErrorKind::SharedUnits { other } => said("trouble-shared-units").with("other", other),
            ErrorKind::Exists => said("trouble-exists"),
            ErrorKind::Locked => said("trouble-locked"),
            ErrorKind::ChangedOnDisk => said("trouble-changed-on-disk"),
            ErrorKind::NoGit => said("trouble-no-git"),
            ErrorKind::NoRepository => said("trouble-no-repository"),
            ErrorKind::NoRevision => said("trouble-no-revision"),
            ErrorKind::NoDocuments => said("trouble-no-documents"),
            ErrorKind::Io(cause) => {
                Error::new("trouble-io").at(error.path, error.line).with("error", cause.to_string())
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
            Kind::NoDocuments { patterns } => Error::new("trouble-no-documents").at(patterns.join(", "), None),
            Kind::NoSuchLanguage { language, known } => Error::new("trouble-no-such-language")
                .with("language", language.to_string())
                .with("known", list(&known)),
            Kind::NotFound { path } => Error::new("trouble-not-found").at(path, None),
            Kind::NotADocument { path } => Error::new("trouble-not-a-document").at(path, None),
            Kind::TooManyParagraphs { path, count, limit } => {
                Error::new("trouble-too-many-paragraphs").at(path, None).with("count", count).with("limit", limit)
            }
            Kind::LongParagraph { path, line, size, limit } => Error::new("trouble-long-paragraph")
                .at(path, Some(line))
                .with("size", size >> 10)
                .with("limit", limit >> 10),
            Kind::UnknownRule { rule, nearest } => Error::new("trouble-unknown-rule")
                .with("rule", rule)
                .with("nearest", nearest.unwrap_or_else(|| "none".to_owned())),
            Kind::Scope { file, line, pattern } => {
                Error::new("trouble-glob").at(file, Some(line)).with("pattern", pattern)
            }
            Kind::Glossary(faults) => Error::Several(faults.iter().map(glossary).collect()),
            Kind::Units { path, fault } => units(&path, fault),
            Kind::LexiconLine { path, line } => Error::new("trouble-lexicon-line").at(path, Some(line)),
            Kind::Dictionary { text, error: DictionaryError::NotGzip(message), .. } => {
                Error::new("trouble-lexicon-gzip").at(text, None).with("error", message)
            }
            Kind::Dictionary { index, text, error: DictionaryError::EmptyIndex } => {
                Error::new("trouble-lexicon-index").at(index, None).with("text", text)
            }
            Kind::Exchange { path, broken } => super::memory_file::error(&path, broken),
            Kind::NoParagraph { path, line } => Error::new("trouble-no-paragraph").at(path, Some(line)),
            Kind::ConflictMarker { path, line } => Error::new("trouble-conflict-document").at(path, Some(line)),
            Kind::Baseline { path, line, message } => {
                Error::new("trouble-baseline").at(path, line).with("message", message)
            }
        }
    }
}

/// Something wrong with a glossary file.
pub(super) fn glossary(fault: &Fault) -> Error {
    let said = Error::new(fault.kind.id()).at(fault.file.clone(), Some(fault.line));
    let none =
        |name: &str, value: String| if name == "nearest" && value.is_empty() { "none".to_owned() } else { value };
    fault.kind.facts().into_iter().fold(said, |said, (name, value)| said.with(name, none(name, value)))
}

/// A units file that cannot be read.
pub(super) fn units(path: &str, fault: UnitsFault) -> Error {
    match fault {
        UnitsFault::Broken { line, message } => {
            Error::new("trouble-toml").at(path, Some(line)).with("message", message)
        }
        UnitsFault::ConflictMarker { line } => {
            Error::new("trouble-conflict").at(path, Some(line)).with("path", path.to_owned())
        }
        UnitsFault::Format { found } => Error::new("trouble-format").at(path, None).with("found", found as f64),
    }
}
