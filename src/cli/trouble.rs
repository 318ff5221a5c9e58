//! Why a command could not give its answer: a place, a cause, the way out. Worded at the door, by `ui`.

use std::io;

use crate::glossary::Fault;
use crate::i18n::{Argument, Ui, Value};
use crate::project::{self, ErrorKind};
use crate::report::{visible, visible_line};
use crate::units::UnitsFault;

/// A failure on its way to the user.
#[derive(Debug)]
pub(super) enum Trouble {
    /// A message of `trouble.ftl`, with its arguments; its attribute `.hint` is the way out.
    Said(Said),
    /// Writing the answer failed.
    Output(io::Error),
    /// Several at once.
    Several(Vec<Trouble>),
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

impl Trouble {
    pub(super) fn new(id: &'static str) -> Trouble {
        Trouble::Said(Said { path: None, line: None, id, arguments: Vec::new() })
    }

    /// With the file it is about.
    pub(super) fn at(self, path: impl Into<String>, line: Option<usize>) -> Trouble {
        match self {
            Trouble::Said(said) => Trouble::Said(Said { path: Some(path.into()), line, ..said }),
            other => other,
        }
    }

    pub(super) fn with(self, name: &'static str, value: impl Into<Value<'static>>) -> Trouble {
        match self {
            Trouble::Said(mut said) => {
                said.arguments.push((name, value.into()));
                Trouble::Said(said)
            }
            other => other,
        }
    }

    /// The lines to show: `path:line: cause`, then the way out.
    pub(super) fn lines(&self, ui: &Ui) -> Vec<String> {
        match self {
            Trouble::Said(said) => said.lines(ui),
            Trouble::Output(error) => vec![ui.say("trouble-output", &[("error", error.to_string().into())])],
            Trouble::Several(all) => all.iter().flat_map(|trouble| trouble.lines(ui)).collect(),
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

impl From<io::Error> for Trouble {
    fn from(error: io::Error) -> Trouble {
        Trouble::Output(error)
    }
}

impl From<project::Error> for Trouble {
    fn from(error: project::Error) -> Trouble {
        let said = |id| Trouble::new(id).at(error.path.clone(), error.line);
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
                Trouble::new("trouble-io").at(error.path, error.line).with("error", cause.to_string())
            }
        }
    }
}

/// Something wrong with a glossary file.
pub(super) fn glossary(fault: &Fault) -> Trouble {
    let said = Trouble::new(fault.kind.id()).at(fault.file.clone(), Some(fault.line));
    let none =
        |name: &str, value: String| if name == "nearest" && value.is_empty() { "none".to_owned() } else { value };
    fault.kind.facts().into_iter().fold(said, |said, (name, value)| said.with(name, none(name, value)))
}

/// A units file that cannot be read.
pub(super) fn units(path: &str, fault: UnitsFault) -> Trouble {
    match fault {
        UnitsFault::Broken { line, message } => {
            Trouble::new("trouble-toml").at(path, Some(line)).with("message", message)
        }
        UnitsFault::ConflictMarker { line } => {
            Trouble::new("trouble-conflict").at(path, Some(line)).with("path", path.to_owned())
        }
        UnitsFault::Format { found } => Trouble::new("trouble-format").at(path, None).with("found", found as f64),
    }
}
