//! The formats of `check`'s answer: the one table of their names and writers.

use std::io::{self, Write};

use super::{Page, Report, concise, github, gitlab, human, json, junit, markdown, rdjson, sarif};
use crate::i18n::Messages;
use crate::rules::Severity;

/// A format of the answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// For people, on a terminal.
    Human,
    /// One line a finding, as compilers print them.
    Concise,
    /// Our own JSON: `docs/formats.md`.
    Json,
    /// SARIF 2.1.0.
    Sarif,
    /// Commands of a GitHub workflow.
    Github,
    /// GitLab's code quality report.
    Gitlab,
    /// JUnit XML.
    Junit,
    /// Diagnostics for reviewdog.
    Rdjson,
    /// A summary in Markdown.
    Markdown,
    /// A page for a browser.
    #[cfg(feature = "pages")]
    Html,
}

/// What a writer needs to know beside the report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AnswerPage {
    /// Columns to lay text out in.
    pub width: usize,
    /// Whether waived findings are shown to people.
    pub waived: bool,
    /// From which severity on a finding is a failure; `None` for none.
    pub limit: Option<Severity>,
}

impl Format {
    /// In the order in which they are offered.
    pub const ALL: &'static [Format] = &[
        Format::Human,
        Format::Concise,
        Format::Json,
        Format::Sarif,
        Format::Github,
        Format::Gitlab,
        Format::Junit,
        Format::Rdjson,
        Format::Markdown,
        #[cfg(feature = "pages")]
        Format::Html,
    ];

    /// What the user calls it.
    pub fn name(self) -> &'static str {
        match self {
            Format::Human => "human",
            Format::Concise => "concise",
            Format::Json => "json",
            Format::Sarif => "sarif",
            Format::Github => "github",
            Format::Gitlab => "gitlab",
            Format::Junit => "junit",
            Format::Rdjson => "rdjson",
            Format::Markdown => "markdown",
            #[cfg(feature = "pages")]
            Format::Html => "html",
        }
    }

    /// The format of this name.
    pub fn of_name(name: &str) -> Option<Format> {
        Format::ALL.iter().copied().find(|format| format.name() == name)
    }

    /// Writes a report in this format.
    ///
    /// # Errors
    ///
    /// Where the writer fails.
    pub fn write(self, report: &Report, page: AnswerPage, ui: &Messages, out: &mut dyn Write) -> io::Result<()> {
        match self {
            Format::Human => human(report, Page { width: page.width, waived: page.waived }, ui, out),
            Format::Concise => concise(report, ui, out),
            Format::Json => json(report, out),
            Format::Sarif => sarif(report, ui, out),
            Format::Github => github(report, ui, out),
            Format::Gitlab => gitlab(report, out),
            Format::Junit => junit(report, page.limit, ui, out),
            Format::Rdjson => rdjson(report, out),
            Format::Markdown => markdown(report, ui, out),
            #[cfg(feature = "pages")]
            Format::Html => out.write_all(super::html::check_page(report, ui)?.as_bytes()),
        }
    }
}
