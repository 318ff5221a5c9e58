//! `tolmach report`: pages of all documents for a browser.

use std::io::Write;

use super::error::Error;
use super::exit::Exit;
use super::report_index::{MARK, Since};
use super::report_pages::{Written, write};
use super::terminal::Terminal;
use crate::i18n::Problem;
use crate::lang::Language;
use crate::project::{self, Publication};
use crate::report::html::{ProjectSummary, Trend};
use crate::report::visible_line;
use crate::units::Paths;
use crate::workspace::{Workspace, drift_since};

#[derive(Debug, clap::Args)]
pub(super) struct Report {
    #[arg(value_name = "DIR")]
    folder: String,
    paths: Vec<String>,
    #[arg(long, value_name = "LANG", value_delimiter = ',')]
    language: Vec<Language>,
    #[arg(long, value_name = "FILE")]
    trend: Option<String>,
    #[arg(long, value_name = "REVISION")]
    since: Option<String>,
}

impl Report {
    pub(super) fn run(&self, terminal: &Terminal) -> Result<Exit, Error> {
        let workspace = terminal.workspace()?;
        let pairs = workspace.select(&self.paths, &self.language)?;
        let trend = self.trend.as_deref().map(trend).transpose()?;
        let foreign = || Error::new(Problem::ForeignFolder).at(&self.folder, None);
        let mut folder = Publication::open(&self.folder, MARK)?.ok_or_else(foreign)?;
        let since = self.since.as_deref().map(|revision| self.changes(&workspace, &pairs, revision)).transpose()?;
        let whole = self.paths.is_empty() && self.language.is_empty();
        let Written { project, errors } =
            write(terminal, &workspace, &pairs, whole, trend.as_ref(), since, &mut folder)?;
        self.say(terminal, &project, folder.finish())?;
        if errors.is_empty() {
            return Ok(Exit::Done);
        }
        terminal.print_error(&Error::Several(errors));
        Ok(Exit::Error)
    }

    fn changes(&self, workspace: &Workspace, pairs: &[&Paths], revision: &str) -> Result<Since, Error> {
        let translated: Vec<&Paths> = pairs.iter().copied().filter(|paths| paths.translated).collect();
        Ok((revision.to_owned(), drift_since(workspace, &translated, revision)?))
    }

    fn say(&self, terminal: &Terminal, project: &ProjectSummary, written: usize) -> Result<(), Error> {
        let mut out = terminal.out();
        let said = terminal.ui.report_written(project.pages.len(), self.folder.as_str(), written);
        writeln!(out, "{}", visible_line(&said))?;
        Ok(out.flush()?)
    }
}

fn trend(path: &str) -> Result<Trend, Error> {
    let broken = |(line, message): (Option<usize>, String)| {
        Error::new(Problem::NoTrend { message: message.into() }).at(path, line)
    };
    Trend::read(&project::read_loose(path)?).map_err(broken)
}
