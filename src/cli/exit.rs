//! Exit codes, the promise to scripts and CI.

use super::error::Error;
use crate::report::FindingCounts;
use crate::rules::Severity;

/// How a command ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub enum Exit {
    /// Done; nothing at or above the limit was found.
    Done = 0,
    /// Findings at or above `--fail-on`.
    Findings = 1,
    /// The answer could not be computed, or not for everything that was asked.
    Error = 2,
}

impl Exit {
    /// That of a check with these findings.
    pub(super) fn of(findings: &FindingCounts, limit: Option<Severity>) -> Exit {
        match limit.is_some_and(|limit| findings.reaches(limit)) {
            true => Exit::Findings,
            false => Exit::Done,
        }
    }

    /// That of a command that did what could be done: `errors` are what could not.
    pub(super) fn unless(errors: impl IntoIterator<Item = impl Into<Error>>) -> Result<Exit, Error> {
        let errors: Vec<Error> = errors.into_iter().map(Into::into).collect();
        if errors.is_empty() { Ok(Exit::Done) } else { Err(Error::Several(errors)) }
    }
}

impl From<Exit> for std::process::ExitCode {
    fn from(exit: Exit) -> Self {
        (exit as u8).into()
    }
}
