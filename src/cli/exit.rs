//! Exit codes, the promise to scripts and CI.

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
}

impl From<Exit> for std::process::ExitCode {
    fn from(exit: Exit) -> Self {
        (exit as u8).into()
    }
}
