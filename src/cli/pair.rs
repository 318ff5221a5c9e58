//! `tolmach pair` and `tolmach unpair`: the alignment corrected by hand.

use std::io::Write;

use super::error::Error;
use super::exit::Exit;
use super::terminal::Terminal;
use crate::align::Pin;
use crate::report::visible;
use crate::units;
use crate::workspace::{Case, Location, overlap};

#[derive(Debug, clap::Args)]
pub(super) struct Pair {
    #[arg(value_name = "ORIGINAL:LINE[-LINE]")]
    original: String,
    #[arg(value_name = "TRANSLATION:LINE[-LINE]")]
    translation: String,
}

#[derive(Debug, clap::Args)]
pub(super) struct Unpair {
    #[arg(value_name = "PATH:LINE[-LINE]")]
    path: String,
    #[arg(long, value_name = "LANG", value_delimiter = ',')]
    language: Vec<crate::lang::Language>,
}

impl Pair {
    pub(super) fn run(&self, terminal: &Terminal) -> Result<Exit, Error> {
        let workspace = terminal.workspace()?;
        let lock = terminal.lock(&workspace.project)?;
        let (source, target) = (with_lines(&self.original)?, with_lines(&self.translation)?);
        let (original, translation) =
            (workspace.project.inside(&source.path)?, workspace.project.inside(&target.path)?);
        let of_both = |pair: &&crate::project::DocumentPair| {
            pair.translated && pair.original == original && pair.translation == translation
        };
        let Some(pair) = workspace.listing.pairs.iter().find(of_both) else {
            return Err(Error::new("trouble-no-pair").at(target.path, None).with("original", source.path));
        };
        let case = Case::open(&workspace, pair)?;
        case.no_conflict()?;
        let pin = Pin { source: case.pin(&original, &source)?.source, target: case.pin(&translation, &target)?.target };
        let before = &case.loaded.units;
        let drift = units::drift(before, &case.loaded.source, &case.loaded.target);
        let after = before.pair(case.today(&drift), &pin);
        case.write(&workspace, &lock, &after)?;
        let mut out = terminal.out();
        let forgotten = before.accepted.len() - after.accepted.len();
        let said = terminal.ui.say("pair-done", &[("place", case.place(&pin).into()), ("forgotten", forgotten.into())]);
        writeln!(out, "{}", visible(&said))?;
        out.flush()?;
        Ok(Exit::Done)
    }
}

impl Unpair {
    pub(super) fn run(&self, terminal: &Terminal) -> Result<Exit, Error> {
        let workspace = terminal.workspace()?;
        let lock = terminal.lock(&workspace.project)?;
        let location = with_lines(&self.path)?;
        let inside = workspace.project.inside(&location.path)?;
        let mut out = terminal.out();
        let mut count = 0;
        for pair in workspace.select(std::slice::from_ref(&location.path), &self.language)? {
            let case = Case::open(&workspace, pair)?;
            let pin = case.pin(&inside, &location)?;
            let before = &case.loaded.units;
            let drift = units::drift(before, &case.loaded.source, &case.loaded.target);
            for pair in drift.pairs.iter().filter(|pair| overlap(pair, &pin)) {
                let said = terminal.ui.say("unpair-done", &[("place", case.place(pair).into())]);
                writeln!(out, "{}", visible(&said))?;
            }
            let after = before.unpair(case.today(&drift), &pin);
            count += before.pairs.len() - after.pairs.len();
            case.write(&workspace, &lock, &after)?;
        }
        if count == 0 {
            return Err(Error::new("trouble-unpair-none").at(self.path.clone(), None));
        }
        out.flush()?;
        Ok(Exit::Done)
    }
}

fn with_lines(written: &str) -> Result<Location, Error> {
    let location = Location::read(written);
    match location.lines {
        Some(_) => Ok(location),
        None => Err(Error::new("trouble-no-line").at(location.path, None)),
    }
}
