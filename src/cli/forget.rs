//! `tolmach forget`: takes acceptance back.

use std::io::Write;

use super::accept::excerpt;
use super::desk::Desk;
use super::exit::Exit;
use super::spot::{Case, Spot, cases, chosen, overlap};
use super::trouble::Trouble;
use super::workshop::Workshop;
use crate::lang::Language;
use crate::report::visible;
use crate::units::{self, Units};

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
    pub(super) fn run(&self, desk: &Desk) -> Result<Exit, Trouble> {
        if self.paths.is_empty() && !self.all {
            return Err(Trouble::new("trouble-forget-what"));
        }
        let workshop = Workshop::open(desk)?;
        let lock = desk.lock(&workshop.project)?;
        let spots: Vec<Spot> = self.paths.iter().map(|path| Spot::read(path)).collect();
        let mut out = desk.out();
        for (pair, spots) in cases(&workshop, &spots, &self.language)? {
            let case = Case::open(&workshop, pair)?;
            let before = &case.loaded.units;
            let drift = units::drift(before, &case.loaded.source.paragraphs, &case.loaded.target.paragraphs);
            let after = match chosen(&workshop, &case, &spots)?.filter(|_| !self.all) {
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
                case.write(&workshop, &lock, &after)?;
            }
            let id = if self.dry_run { "forget-would" } else { "forget-done" };
            let count = before.accepted.len() - after.accepted.len();
            let said = desk.ui.say(id, &[("path", pair.units.as_str().into()), ("count", count.into())]);
            writeln!(out, "{}", visible(&said))?;
        }
        out.flush()?;
        Ok(Exit::Done)
    }
}
