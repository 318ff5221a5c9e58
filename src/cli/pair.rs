//! `tolmach pair` and `tolmach unpair`: the alignment corrected by hand.

use std::io::Write;

use super::error::Error;
use super::exit::Exit;
use super::terminal::Terminal;
use crate::align::Pin;
use crate::i18n::Problem;
use crate::report::visible;
use crate::workspace::{Location, no_conflict, overlap, paragraphs};

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
        let of_both = |paths: &&crate::units::Paths| {
            paths.translated && paths.original == original && paths.translation == translation
        };
        let Some(paths) = workspace.listing.pairs.iter().find(of_both) else {
            return Err(Error::new(Problem::NoPair { original: source.path.into() }).at(target.path, None));
        };
        let pair = workspace.load(paths)?;
        no_conflict(&pair)?;
        let pin = Pin {
            source: paragraphs(&pair, &original, &source)?.source,
            target: paragraphs(&pair, &translation, &target)?.target,
        };
        let before = &pair.units;
        let drift = pair.drift();
        let after = before.pair(pair.today(&drift), &pin);
        workspace.write_units(&lock, &pair, &after, &workspace.analyse(&pair))?;
        let mut out = terminal.out();
        let forgotten = before.accepted.len() - after.accepted.len();
        let said = terminal.ui.pair_done(pair.place(&pin), forgotten);
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
        for paths in workspace.select(std::slice::from_ref(&location.path), &self.language)? {
            let pair = workspace.load(paths)?;
            let pin = paragraphs(&pair, &inside, &location)?;
            let before = &pair.units;
            let drift = pair.drift();
            for set in drift.pairs.iter().filter(|set| overlap(set, &pin)) {
                let said = terminal.ui.unpair_done(pair.place(set));
                writeln!(out, "{}", visible(&said))?;
            }
            let after = before.unpair(pair.today(&drift), &pin);
            count += before.pairs.len() - after.pairs.len();
            workspace.write_units(&lock, &pair, &after, &workspace.analyse(&pair))?;
        }
        if count == 0 {
            return Err(Error::new(Problem::UnpairNone).at(self.path.clone(), None));
        }
        out.flush()?;
        Ok(Exit::Done)
    }
}

fn with_lines(written: &str) -> Result<Location, Error> {
    let location = Location::read(written);
    match location.lines {
        Some(_) => Ok(location),
        None => Err(Error::new(Problem::NoLine).at(location.path, None)),
    }
}
