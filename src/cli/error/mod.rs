//! Why a command could not give its answer: a place, a cause, the way out. Worded at the door, by `ui`.

mod exchange;
mod glossary;
mod workspace;

use std::io;

use crate::i18n::{Messages, Problem};
use crate::report::{visible, visible_line};

pub(super) use exchange::exchange;
#[cfg(feature = "lsp")]
pub(super) use glossary::draft_refused;
pub(super) use glossary::{add_refusal, draft_error, glossary};
pub(super) use workspace::units;

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
