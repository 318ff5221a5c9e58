//! The forms of `check`'s answer and where each goes: `--format human --format sarif=out.sarif`.

use std::io::{BufWriter, Write};
use std::str::FromStr;

use anstream::StripStream;

use super::error::Error;
use super::terminal::Terminal;
use super::verbosity::Verbosity;
use crate::i18n::Problem;
use crate::project;
use crate::report::{self, Guard, Page, Report};
use crate::rules::Severity;
use crate::workspace::Workspace;

/// A form of the answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Format {
    Human,
    Json,
    Sarif,
    Github,
    Gitlab,
    Junit,
}

/// What the user calls the forms.
const NAMES: &[(&str, Format)] = &[
    ("human", Format::Human),
    ("json", Format::Json),
    ("sarif", Format::Sarif),
    ("github", Format::Github),
    ("gitlab", Format::Gitlab),
    ("junit", Format::Junit),
];

/// One answer: its form, and the file it goes to where that is not standard output.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Answer {
    pub format: Format,
    pub path: Option<String>,
}

impl FromStr for Answer {
    type Err = String;

    fn from_str(written: &str) -> Result<Answer, String> {
        let (name, path) = match written.split_once('=') {
            Some((name, path)) => (name, Some(path.to_owned())),
            None => (written, None),
        };
        let known = NAMES.iter().find(|(known, _)| *known == name && path.as_deref() != Some(""));
        match known {
            Some((_, format)) => Ok(Answer { format: *format, path }),
            None => Err(NAMES.iter().map(|(name, _)| *name).collect::<Vec<_>>().join(", ")),
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

/// Refuses a file that the project lives by.
///
/// # Errors
///
/// Where the path names a document, a units file, a glossary or `tolmach.toml`.
pub(super) fn free(path: &str, workspace: &Workspace) -> Result<(), Error> {
    let Ok(inside) = workspace.project.inside(path) else { return Ok(()) };
    let document = workspace
        .listing
        .pairs
        .iter()
        .any(|pair| [&pair.original, &pair.translation, &pair.units].iter().any(|file| **file == inside));
    let orphan = workspace.listing.orphans.iter().any(|(translation, _)| *translation == inside);
    let glossary = inside.starts_with("glossary/") && inside.ends_with(".toml");
    match document || orphan || glossary || inside == "tolmach.toml" {
        true => Err(Error::new(Problem::AnswerOverFile).at(path, None)),
        false => Ok(()),
    }
}

/// Writes the report in one form to its place.
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
    let write = |out: &mut dyn Write| match answer.format {
        Format::Human => {
            let page = Page { width: terminal.width(), waived: waived || terminal.verbosity == Verbosity::Verbose };
            report::human(report, page, &terminal.ui, out)
        }
        Format::Json => report::json(report, out),
        Format::Sarif => report::sarif(report, &terminal.ui, out),
        Format::Github => report::github(report, &terminal.ui, out),
        Format::Gitlab => report::gitlab(report, out),
        Format::Junit => report::junit(report, limit, &terminal.ui, out),
    };
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
            report::github_summary(report, &terminal.ui, &mut text)?;
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
        assert!("xml".parse::<Answer>().unwrap_err().contains("junit"));
    }
}
