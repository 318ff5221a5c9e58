//! The formats of `check`'s answer and where each goes: `--format human --format sarif=out.sarif`.

use std::io::{BufWriter, Write};
use std::str::FromStr;

use anstream::StripStream;

use super::error::Error;
use super::terminal::Terminal;
use super::verbosity::Verbosity;
use crate::i18n::Problem;
use crate::project;
use crate::report::{self, AnswerPage, Format, Guard, Report};
use crate::rules::Severity;
use crate::workspace::Workspace;

/// One answer: its format, and the file it goes to where that is not standard output.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Answer {
    pub format: Format,
    pub path: Option<String>,
}

/// A format that there is not; its display lists those that there are.
#[derive(Debug, PartialEq)]
pub(super) struct UnknownFormat;

impl std::fmt::Display for UnknownFormat {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str(&Format::ALL.iter().map(|format| format.name()).collect::<Vec<_>>().join(", "))
    }
}

impl std::error::Error for UnknownFormat {}

impl FromStr for Answer {
    type Err = UnknownFormat;

    fn from_str(written: &str) -> Result<Answer, UnknownFormat> {
        let (name, path) = match written.split_once('=') {
            Some((name, path)) => (name, Some(path.to_owned())),
            None => (written, None),
        };
        match Format::of_name(name).filter(|_| path.as_deref() != Some("")) {
            Some(format) => Ok(Answer { format, path }),
            None => Err(UnknownFormat),
        }
    }
}

/// Gives the answer without a file the file of `--output`.
///
/// # Errors
///
/// Where two answers would go to one place, or one would overwrite a file of the project.
pub(super) fn placed(answers: &[Answer], output: Option<&String>, workspace: &Workspace) -> Result<Vec<Answer>, Error> {
    let mut placed: Vec<Answer> = Vec::new();
    for answer in answers {
        let answer = Answer { format: answer.format, path: answer.path.clone().or(output.cloned()) };
        if let Some(path) = &answer.path {
            free(path, workspace)?;
        }
        if placed.iter().any(|other| other.path == answer.path) {
            return Err(Error::new(Problem::TwoAnswers));
        }
        placed.push(answer);
    }
    Ok(placed)
}

/// Refuses a file that belongs to the project.
///
/// # Errors
///
/// Where the path names a document, a units file, a glossary or `tolmach.toml`.
pub(super) fn free(path: &str, workspace: &Workspace) -> Result<(), Error> {
    match workspace.owns(path) {
        true => Err(Error::new(Problem::AnswerOverFile).at(path, None)),
        false => Ok(()),
    }
}

/// Writes the report in one format to its place.
///
/// # Errors
///
/// Where it cannot be written.
pub(super) fn write(
    answer: &Answer,
    report: &Report,
    terminal: &Terminal,
    waived: bool,
    limit: Option<Severity>,
) -> Result<(), Error> {
    let waived = waived || terminal.verbosity == Verbosity::Verbose;
    let page = AnswerPage { width: terminal.width(), waived, limit };
    let write = |out: &mut dyn Write| answer.format.write(report, page, &terminal.ui, out);
    match (&answer.path, answer.format) {
        (Some(path), Format::Github) => project::stream_loose(path, |file| {
            let mut out = BufWriter::new(StripStream::new(file));
            write(&mut out)?;
            out.flush()
        })?,
        // A job may print the file into its log: only what is made of a runner's commands keeps them.
        (Some(path), _) => project::stream_loose(path, |file| {
            let mut out = Guard::new(BufWriter::new(StripStream::new(file)));
            write(&mut out)?;
            out.flush()
        })?,
        // Straight out: the answer may be as long as all findings together.
        (None, Format::Github) => {
            let mut out = terminal.unguarded();
            write(&mut out)?;
            out.flush()?;
        }
        (None, _) => {
            let mut out = terminal.out();
            write(&mut out)?;
            out.flush()?;
        }
    }
    if answer.format == Format::Github {
        let summary = std::env::var("GITHUB_STEP_SUMMARY").ok().filter(|path| !path.is_empty());
        if let Some(path) = summary {
            let mut text = Vec::new();
            report::markdown(report, &terminal.ui, &mut text)?;
            project::append_loose(&path, &text)?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_may_name_its_file() {
        let sarif = Answer { format: Format::Sarif, path: Some("a=b.sarif".to_owned()) };
        assert_eq!("sarif=a=b.sarif".parse(), Ok(sarif));
        assert_eq!("junit".parse(), Ok(Answer { format: Format::Junit, path: None }));
        assert!("sarif=".parse::<Answer>().is_err());
        assert!("xml".parse::<Answer>().unwrap_err().to_string().contains("junit"));
    }
}
