//! `tolmach status`: a table of documents and languages: translated, accepted, out of date.

use std::io::Write;

use super::error::Error;
use super::exit::Exit;
use super::form::{self, Format};
use super::terminal::Terminal;
use crate::lang::Language;
use crate::report::{status_as_json, status_for_people};
use crate::workspace;

#[derive(Debug, clap::Args)]
pub(super) struct Status {
    paths: Vec<String>,
    #[arg(long, value_enum, default_value_t)]
    format: Format,
    #[arg(long, value_name = "LANG", value_delimiter = ',')]
    language: Vec<Language>,
}

impl Status {
    pub(super) fn run(&self, terminal: &Terminal) -> Result<Exit, Error> {
        let workspace = terminal.workspace()?;
        let pairs = workspace.select(&self.paths, &self.language)?;
        let rows = workspace::status(&workspace, &pairs, terminal)?;
        let mut out = terminal.out();
        match self.format {
            Format::Human => status_for_people(&rows, terminal.width(), &terminal.ui, &mut out)?,
            Format::Json => form::json(&status_as_json(&rows), &mut out)?,
        }
        out.flush()?;
        Ok(Exit::Done)
    }
}
