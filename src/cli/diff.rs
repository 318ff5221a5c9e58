//! `tolmach diff`: what changed on either side since it was accepted, or since a revision.

use std::io::Write;

use super::error::Error;
use super::exit::Exit;
use super::form::{self, Format};
use super::terminal::Terminal;
use crate::lang::Language;
use crate::report::{Ink, drift_as_json, drift_for_people};
use crate::units::Paths;
use crate::workspace::{deleted_since, drift_since, drift_since_accepted};

#[derive(Debug, clap::Args)]
pub(super) struct Diff {
    paths: Vec<String>,
    #[arg(long, value_name = "REVISION")]
    since: Option<String>,
    #[arg(long, value_enum, default_value_t)]
    format: Format,
    #[arg(long, value_name = "LANG", value_delimiter = ',')]
    language: Vec<Language>,
}

impl Diff {
    pub(super) fn run(&self, terminal: &Terminal) -> Result<Exit, Error> {
        let workspace = terminal.workspace()?;
        let pairs: Vec<&Paths> =
            workspace.select(&self.paths, &self.language)?.into_iter().filter(|paths| paths.translated).collect();
        let mut accepted = 0;
        let mut unrecorded = 0;
        let mut documents = Vec::new();
        match &self.since {
            Some(revision) => {
                documents = drift_since(&workspace, &pairs, revision)?;
                if self.paths.is_empty() && self.language.is_empty() {
                    let deleted = deleted_since(&workspace, revision, &documents)?;
                    documents.extend(deleted);
                }
            }
            None => {
                for paths in &pairs {
                    let pair = workspace.load(paths)?;
                    accepted += pair.units.accepted.len();
                    let blocks = pair.source.verbatim().len() + pair.target.verbatim().len();
                    unrecorded += usize::from(blocks > 0 && pair.units.lacks_blocks());
                    documents.push(drift_since_accepted(&pair));
                }
            }
        }
        let mut out = terminal.out();
        match self.format {
            Format::Json => {
                form::json(&drift_as_json(&documents), &mut out)?;
            }
            Format::Human => {
                let ink = if terminal.coloured() { Ink::Colours } else { Ink::Marks };
                for document in &documents {
                    drift_for_people(document, terminal.width(), ink, &terminal.ui, &mut out)?;
                }
                let count = documents.iter().map(|document| document.units.len()).sum::<usize>();
                // Of code that nobody recorded it is not known whether it changed.
                if count > 0 || unrecorded == 0 {
                    writeln!(out, "{}", terminal.ui.diff_sum(count))?;
                }
                if unrecorded > 0 {
                    writeln!(out, "{}", terminal.ui.diff_unrecorded(unrecorded))?;
                }
            }
        }
        out.flush()?;
        if self.since.is_none() && accepted == 0 {
            terminal.note(&terminal.ui.diff_nothing_accepted());
        }
        Exit::unless(workspace.absent_in(&self.paths))
    }
}
