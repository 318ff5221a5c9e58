//! Acceptance follows the texts: a unit that is gone from its document and whose two texts are in another one, since a
//! document was split or joined, or a section moved to another page, counts as accepted there.
//!
//! One gone unit accepts one place: the first in the order of the listing. A text that is still at its place accepts
//! nothing elsewhere.

use std::collections::HashSet;

use super::carrying::{Carried, Carrying};
use super::{Error, Workspace};
use crate::align::Pin;
use crate::edit::Transaction;
use crate::lang::Language;
use crate::text::Paragraph;
use crate::units::{Accepted, Files, Pair, Paths, Units};

impl Workspace {
    /// The pair with the units accepted that came to it from other documents.
    pub(super) fn with_carried(&self, pair: Pair) -> Pair {
        let known: HashSet<&str> =
            pair.units.accepted.iter().flat_map(|unit| &unit.source).map(String::as_str).collect();
        let covered = |paragraph: &Paragraph| known.contains(paragraph.text.as_str());
        if !pair.paths.translated || pair.source.paragraphs.iter().all(covered) {
            return pair;
        }
        let carrying = self.carrying(&pair.paths.language);
        let Some(carried) = carrying.get(&pair.paths.translation) else { return pair };
        let pins: Vec<Pin> = pins(&pair, carried.iter().map(|one| &one.unit)).into_iter().flatten().collect();
        let drift = pair.drift();
        let units = pair.units.accept(pair.today(&drift), &pins);
        pair.with_carried(units, pins.len())
    }

    /// What left its document for another one, worked out once, from the files as they are then.
    pub fn carrying(&self, language: &Language) -> &Carrying {
        self.languages[language].carrying.get_or_init(|| self.find_carried(language))
    }

    /// Takes the units that came to a pair out of the files that they are recorded in.
    ///
    /// # Errors
    ///
    /// If such a file cannot be read.
    pub fn carry(&self, pair: &Pair) -> Result<Transaction, Error> {
        let mut transaction = Transaction::new();
        let carrying = self.carrying(&pair.paths.language);
        let carried = carrying.get(&pair.paths.translation).map(Vec::as_slice).unwrap_or_default();
        let files: HashSet<&str> = carried.iter().map(|one| one.from.as_str()).collect();
        for path in files {
            let before = self.project.snapshot(path)?.0;
            let Some(text) = before.as_deref().map(String::from_utf8_lossy) else { continue };
            let Ok(mut units) = Units::read(&text) else { continue };
            let gone: HashSet<&Accepted> = carried.iter().filter(|one| one.from == path).map(|one| &one.unit).collect();
            units.accepted.retain(|unit| !gone.contains(unit));
            let after = units.write_over(&text).into_bytes();
            let one = Transaction::of(path, before.clone(), Some(after));
            transaction = transaction.then(one).expect("each file is changed once");
        }
        Ok(transaction)
    }

    /// Whether units of this units file count as accepted in other documents.
    pub fn is_carried_from(&self, pair: &Pair) -> bool {
        self.carrying(&pair.paths.language).values().flatten().any(|one| one.from == pair.paths.units)
    }

    fn find_carried(&self, language: &Language) -> Carrying {
        let pairs = || self.listing.pairs.iter().filter(|pair| pair.language == *language && pair.translated);
        let mut gone: Vec<Carried> = pairs().flat_map(|paths| self.gone(paths)).collect();
        let mut carrying = Carrying::new();
        for paths in pairs() {
            if gone.is_empty() {
                break;
            }
            let Some(files) = self.texts(paths).filter(|files| gone.iter().any(|one| holds(files, &one.unit))) else {
                continue;
            };
            let Some(pair) = self.read(paths, files) else { continue };
            let others: Vec<&Accepted> =
                gone.iter().filter(|one| one.from != paths.units).map(|one| &one.unit).collect();
            let placed: HashSet<Accepted> = others
                .iter()
                .zip(pins(&pair, others.iter().copied()))
                .filter(|(_, pin)| pin.is_some())
                .map(|(unit, _)| (*unit).clone())
                .collect();
            let mut here = Vec::new();
            gone.retain(|one| {
                let comes = one.from != paths.units && placed.contains(&one.unit);
                if comes && !here.iter().any(|known: &Carried| known.unit == one.unit) {
                    here.push(one.clone());
                    return false;
                }
                true
            });
            if !here.is_empty() {
                carrying.insert(paths.translation.clone(), here);
            }
        }
        carrying
    }

    /// The accepted units of a pair of which nothing is left in its texts.
    fn gone(&self, paths: &Paths) -> Vec<Carried> {
        let found = || {
            let units = self.project.snapshot(&paths.units).ok()?.0?;
            let accepted = Units::read(&String::from_utf8_lossy(&units)).ok()?.accepted;
            let files = Files { units: Some(units), ..self.texts(paths)? };
            // A look at the bytes saves reading the documents in which everything is at its place.
            if accepted.iter().all(|unit| holds(&files, unit)) {
                return None;
            }
            let pair = self.read(paths, files)?;
            let gone = pair.drift().gone;
            let both = |unit: &&Accepted| !unit.source.is_empty() && !unit.target.is_empty();
            let units = gone.into_iter().filter_map(|at| pair.units.accepted.get(at)).filter(both);
            Some(units.map(|unit| Carried { from: paths.units.clone(), unit: unit.clone() }).collect())
        };
        found().unwrap_or_default()
    }

    fn texts(&self, paths: &Paths) -> Option<Files> {
        let original = self.project.read(&paths.original).ok()?;
        let translation = self.project.read(&paths.translation).ok()?;
        Some(Files { original: Some(original), translation: Some(translation), units: None })
    }

    /// The pair of files, with its units file where none was given.
    fn read(&self, paths: &Paths, mut files: Files) -> Option<Pair> {
        if files.units.is_none() {
            files.units = self.project.snapshot(&paths.units).ok()?.0;
        }
        Pair::read(paths.clone(), &self.project.config.source_language, files).ok()
    }
}

/// Whether the first lines of a unit's texts are in the files, as far as bytes tell.
fn holds(files: &Files, unit: &Accepted) -> bool {
    let found = |bytes: &Option<Vec<u8>>, texts: &[String]| {
        let line = texts.first().and_then(|text| text.lines().next()).unwrap_or_default();
        bytes.as_deref().is_some_and(|bytes| String::from_utf8_lossy(bytes).contains(line))
    };
    found(&files.original, &unit.source) && found(&files.translation, &unit.target)
}

/// For each unit the paragraphs of a pair that have its texts and that no accepted unit has; each paragraph once.
fn pins<'a>(pair: &Pair, units: impl Iterator<Item = &'a Accepted>) -> Vec<Option<Pin>> {
    let drift = pair.drift();
    let mut free = [vec![true; pair.source.paragraphs.len()], vec![true; pair.target.paragraphs.len()]];
    for standing in drift.standing.iter().chain(&drift.halves) {
        standing.pin.source.iter().for_each(|at| free[0][*at] = false);
        standing.pin.target.iter().for_each(|at| free[1][*at] = false);
    }
    let documents = [&pair.source.paragraphs, &pair.target.paragraphs];
    let place = |free: &[Vec<bool>; 2], side: usize, texts: &[String]| -> Option<Vec<usize>> {
        let mut places: Vec<usize> = Vec::new();
        for text in texts {
            let is_it = |at: &usize| free[side][*at] && documents[side][*at].text == *text && !places.contains(at);
            places.push((0..documents[side].len()).find(is_it)?);
        }
        places.sort_unstable();
        Some(places)
    };
    let mut pins = Vec::new();
    for unit in units {
        let found = place(&free, 0, &unit.source).zip(place(&free, 1, &unit.target));
        if let Some((source, target)) = &found {
            source.iter().for_each(|at| free[0][*at] = false);
            target.iter().for_each(|at| free[1][*at] = false);
        }
        pins.push(found.map(|(source, target)| Pin { source, target }));
    }
    pins
}
