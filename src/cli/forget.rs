//! `tolmach forget`: takes acceptance back.

use std::io::Write;

use super::accept::excerpt;
use super::error::Error;
use super::exit::Exit;
use super::terminal::Terminal;
use crate::lang::Language;
use crate::report::visible;
use crate::units::{self, Units};
use crate::workspace::{Case, Location, cases, chosen, overlap};

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
            return Err(Error::new("trouble-forget-what"));
        }
        let workspace = terminal.workspace()?;
        let lock = terminal.lock(&workspace.project)?;
        let locations: Vec<Location> = self.paths.iter().map(|path| Location::read(path)).collect();
        let mut out = terminal.out();
        for (pair, locations) in cases(&workspace, &locations, &self.language)? {
            let case = Case::open(&workspace, pair)?;
            let before = &case.loaded.units;
            let drift = units::drift(before, &case.loaded.source, &case.loaded.target);
            let after = match chosen(&workspace, &case, &locations)?.filter(|_| !self.all) {
                None => Units { accepted: Vec::new(), ..before.clone() },
                Some(lines) => {
                    for standing in drift.standing.iter().filter(|standing| overlap(&lines, &standing.pin)) {
                        let first = before.accepted[standing.accepted].source.first();
                        let shown = excerpt(first.map(String::as_str).unwrap_or_default());
                        writeln!(out, "{}  {shown}", visible(&case.place(&standing.pin)))?;
                    }
                    before.forget(case.today(&drift), &[lines])
                }
            };
            if !self.dry_run {
                case.write(&workspace, &lock, &after)?;
            }
            let id = if self.dry_run { "forget-would" } else { "forget-done" };
            let count = before.accepted.len() - after.accepted.len();
            let said = terminal.ui.say(id, &[("path", pair.units.as_str().into()), ("count", count.into())]);
            writeln!(out, "{}", visible(&said))?;
        }
        out.flush()?;
        Ok(Exit::Done)
    }
}
