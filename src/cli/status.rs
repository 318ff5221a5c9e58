//! `tolmach status`: a table of documents and languages: translated, accepted, out of date.

use std::io::Write;

use super::cached;
use super::error::Error;
use super::exit::Exit;
use super::form;
use super::terminal::Terminal;
use crate::lang::Language;
use crate::report::{status_as_badge, status_as_json, status_for_people};
use crate::workspace;

#[derive(Debug, clap::Args)]
pub(super) struct Status {
    paths: Vec<String>,
    #[arg(long, value_enum, default_value_t)]
    format: Form,
    #[arg(long, value_name = "LANG", value_delimiter = ',')]
    language: Vec<Language>,
    #[arg(long)]
    no_cache: bool,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
enum Form {
    #[default]
    Human,
    Json,
    /// What an endpoint of shields.io answers.
    Badge,
}

impl Status {
    pub(super) fn run(&self, terminal: &Terminal) -> Result<Exit, Error> {
        let workspace = terminal.workspace()?;
        let pairs = workspace.select(&self.paths, &self.language)?;
        let cache = if self.no_cache { None } else { cached::answers(terminal, &workspace, "status")? };
        let rows = workspace::status(&workspace, &pairs, cache.as_ref(), terminal)?;
        let mut out = terminal.out();
        match self.format {
            Form::Human => status_for_people(&rows, terminal.width(), &terminal.ui, &mut out)?,
            Form::Json => form::json(&status_as_json(&rows), &mut out)?,
            Form::Badge => form::json(&status_as_badge(&rows, &terminal.ui), &mut out)?,
        }
        out.flush()?;
        Exit::unless(workspace.absent_in(&self.paths))
    }
}
