//! `tolmach pair` and `tolmach unpair`: the alignment corrected by hand.

use std::io::Write;

use super::desk::Desk;
use super::exit::Exit;
use super::spot::{Case, Spot};
use super::trouble::Trouble;
use super::workshop::Workshop;
use crate::align::Pin;
use crate::report::visible;
use crate::units;

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
    pub(super) fn run(&self, desk: &Desk) -> Result<Exit, Trouble> {
        let workshop = Workshop::open(desk)?;
        let lock = desk.lock(&workshop.project)?;
        let (source, target) = (with_lines(&self.original)?, with_lines(&self.translation)?);
        let (original, translation) = (workshop.project.inside(&source.path)?, workshop.project.inside(&target.path)?);
        let of_both = |pair: &&crate::project::DocumentPair| {
            pair.translated && pair.original == original && pair.translation == translation
        };
        let Some(pair) = workshop.listing.pairs.iter().find(of_both) else {
            return Err(Trouble::new("trouble-no-pair").at(target.path, None).with("original", source.path));
        };
        let case = Case::open(&workshop, pair)?;
        case.no_conflict()?;
        let pin = Pin { source: case.pin(&original, &source)?.source, target: case.pin(&translation, &target)?.target };
        let before = &case.loaded.units;
        let drift = units::drift(before, &case.loaded.source.paragraphs, &case.loaded.target.paragraphs);
        let after = before.pair(case.today(&drift), &pin);
        case.write(&workshop, &lock, &after)?;
        let mut out = desk.out();
        let forgotten = before.accepted.len() - after.accepted.len();
        let said = desk.ui.say("pair-done", &[("place", case.place(&pin).into()), ("forgotten", forgotten.into())]);
        writeln!(out, "{}", visible(&said))?;
        out.flush()?;
        Ok(Exit::Done)
    }
}

impl Unpair {
    pub(super) fn run(&self, desk: &Desk) -> Result<Exit, Trouble> {
        let workshop = Workshop::open(desk)?;
        let lock = desk.lock(&workshop.project)?;
        let spot = with_lines(&self.path)?;
        let inside = workshop.project.inside(&spot.path)?;
        let mut out = desk.out();
        let mut count = 0;
        for pair in workshop.select(std::slice::from_ref(&spot.path), &self.language)? {
            let case = Case::open(&workshop, pair)?;
            let pin = case.pin(&inside, &spot)?;
            let before = &case.loaded.units;
            let drift = units::drift(before, &case.loaded.source.paragraphs, &case.loaded.target.paragraphs);
            for pair in drift.pairs.iter().filter(|pair| super::spot::overlap(pair, &pin)) {
                let said = desk.ui.say("unpair-done", &[("place", case.place(pair).into())]);
                writeln!(out, "{}", visible(&said))?;
            }
            let after = before.unpair(case.today(&drift), &pin);
            count += before.pairs.len() - after.pairs.len();
            case.write(&workshop, &lock, &after)?;
        }
        if count == 0 {
            return Err(Trouble::new("trouble-unpair-none").at(self.path.clone(), None));
        }
        out.flush()?;
        Ok(Exit::Done)
    }
}

fn with_lines(written: &str) -> Result<Spot, Trouble> {
    let spot = Spot::read(written);
    match spot.lines {
        Some(_) => Ok(spot),
        None => Err(Trouble::new("trouble-no-line").at(spot.path, None)),
    }
}
