//! `tolmach forget`: takes acceptance back.

use std::io::Write;

use super::accept::excerpt;
use super::error::Error;
use super::exit::Exit;
use super::terminal::Terminal;
use crate::i18n::Problem;
use crate::lang::Language;
use crate::report::visible;
use crate::units::Units;
use crate::workspace::{Location, chosen, located, overlap};

#[derive(Debug, clap::Args)]
pub(super) struct Forget {
    paths: Vec<String>,
    #[arg(long)]
    all: bool,
    #[arg(long)]
    dry_run: bool,
    #[arg(long, value_name = "LANG", value_delimiter = ',')]
    language: Vec<Language>,
}

impl Forget {
    pub(super) fn run(&self, terminal: &Terminal) -> Result<Exit, Error> {
        if self.paths.is_empty() && !self.all {
            return Err(Error::new(Problem::ForgetWhat));
        }
        let workspace = terminal.workspace()?;
        let lock = terminal.lock(&workspace.project)?;
        let locations: Vec<Location> = self.paths.iter().map(|path| Location::read(path)).collect();
        let mut out = terminal.out();
        for (paths, locations) in located(&workspace, &locations, &self.language)? {
            let pair = workspace.load(paths)?;
            let before = &pair.units;
            let drift = pair.drift();
            let after = match chosen(&workspace, &pair, &locations)?.filter(|_| !self.all) {
                None => Units { accepted: Vec::new(), ..before.clone() },
                Some(lines) => {
                    for standing in drift.standing.iter().filter(|standing| overlap(&lines, &standing.pin)) {
                        let first = before.accepted[standing.accepted].source.first();
                        let shown = excerpt(first.map(String::as_str).unwrap_or_default());
                        writeln!(out, "{}  {shown}", visible(&pair.place(&standing.pin)))?;
                    }
                    before.forget(pair.today(&drift), &[lines])
                }
            };
            if !self.dry_run {
                workspace.write_units(&lock, &pair, &after, &workspace.analyse(&pair))?;
            }
            let count = before.accepted.len() - after.accepted.len();
            let said = match self.dry_run {
                true => terminal.ui.forget_would(paths.units.as_str(), count),
                false => terminal.ui.forget_done(paths.units.as_str(), count),
            };
            writeln!(out, "{}", visible(&said))?;
        }
        out.flush()?;
        Ok(Exit::Done)
    }
}
