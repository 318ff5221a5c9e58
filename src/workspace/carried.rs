//! Acceptance follows the texts: a unit that is gone from its document and whose two texts are in another one, since a
//! document was split or joined, or a section moved to another page, counts as accepted there.
//!
//! One gone unit accepts one place: the first in the order of the listing. A text that is still at its place accepts
//! nothing elsewhere.

use std::collections::HashSet;
use std::sync::Arc;

use super::carrying::{Carried, Carrying};
use super::units_files::lock;
use super::unplaced::{Head, HeadIndex, Unplaced};
use super::{Error, Workspace};
use crate::align::Pin;
use crate::edit::Transaction;
use crate::lang::Language;
use crate::units::{Accepted, Pair, Paths, Units};

impl Workspace {
    /// The pair with the units accepted that came to it from other documents.
    pub(super) fn with_carried(&self, pair: Pair) -> Pair {
        if !pair.paths.translated || !self.may_receive(&pair) {
            return pair;
        }
        let carrying = self.carrying(&pair.paths.language);
        let Some(carried) = carrying.get(&pair.paths.translation) else { return pair };
        let pins: Vec<Pin> = pins(&pair, carried.iter().map(|one| &one.unit)).into_iter().flatten().collect();
        let drift = pair.drift();
        let units = pair.units.accept(pair.today(&drift), &pins);
        pair.with_carried(units, pins.len())
    }

    /// Whether a unit that is gone from its document begins with texts of this pair that nobody accepted. Other pairs
    /// are read only where one was accepted with such texts.
    fn may_receive(&self, pair: &Pair) -> bool {
        let unplaced = self.note_unplaced(pair);
        let index = || self.head_index(&pair.paths.language);
        unplaced.sought.iter().any(|head| {
            let others = index().pairs(*head).map(|at| &self.listing.pairs[at]);
            let mut others = others.filter(|paths| paths.units != pair.paths.units);
            others.any(|paths| self.unplaced(paths).gone.iter().any(|unit| Head::of(unit) == Some(*head)))
        })
    }

    /// What of a pair has no place yet, kept for those that ask about it without reading it.
    fn note_unplaced(&self, pair: &Pair) -> Arc<Unplaced> {
        let is_own = |at: usize| self.listing.pairs[at].units == pair.paths.units;
        let unplaced = Arc::new(Unplaced::of(pair, || self.head_index(&pair.paths.language), is_own));
        lock(&self.units.file(&pair.paths.units)).unplaced = Some(unplaced.clone());
        unplaced
    }

    /// What of a pair has no place yet; the pair is read where it was not. A pair that cannot be read has nothing:
    /// whoever needs it for itself reports that.
    fn unplaced(&self, paths: &Paths) -> Arc<Unplaced> {
        let known = lock(&self.units.file(&paths.units)).unplaced.clone();
        known.unwrap_or_else(|| self.read(paths).map(|pair| self.note_unplaced(&pair)).unwrap_or_default())
    }

    /// Which pairs of a language accepted units with which texts.
    fn head_index(&self, language: &Language) -> &HeadIndex {
        if self.languages[language].heads.get().is_none() {
            let pairs = self.listing.pairs.iter().filter(|pair| pair.language == *language && pair.translated);
            self.units.read_ahead(&self.project, pairs, usize::MAX);
        }
        self.languages[language].heads.get_or_init(|| {
            let pairs = (0u32..).zip(&self.listing.pairs);
            let pairs = pairs.filter(|(_, pair)| pair.language == *language && pair.translated);
            HeadIndex::new(pairs.map(|(at, pair)| (at, self.units.heads(&self.project, &pair.units))))
        })
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
        if pair.carried == 0 {
            return Ok(transaction);
        }
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
        !self.unplaced(&pair.paths).gone.is_empty()
            && self.carrying(&pair.paths.language).values().flatten().any(|one| one.from == pair.paths.units)
    }

    fn find_carried(&self, language: &Language) -> Carrying {
        let pairs = self.listing.pairs.iter().filter(|pair| pair.language == *language && pair.translated);
        let unplaced: Vec<(&Paths, Arc<Unplaced>)> = pairs.map(|paths| (paths, self.unplaced(paths))).collect();
        let of_pair = |(paths, unplaced): &(&Paths, Arc<Unplaced>)| {
            let carried = |unit: &Accepted| Carried { from: paths.units.clone(), unit: unit.clone() };
            unplaced.gone.iter().map(carried).collect::<Vec<_>>()
        };
        let mut gone: Vec<Carried> = unplaced.iter().flat_map(of_pair).collect();
        let mut carrying = Carrying::new();
        for (paths, unplaced) in &unplaced {
            let sought = |one: &Carried| {
                one.from != paths.units && Head::of(&one.unit).is_some_and(|head| unplaced.sought.contains(&head))
            };
            let (candidates, others): (Vec<Carried>, Vec<Carried>) = gone.into_iter().partition(sought);
            gone = others;
            let Some(pair) = (!candidates.is_empty()).then(|| self.read(paths)).flatten() else {
                gone.extend(candidates);
                continue;
            };
            let (here, left) = placed(&pair, candidates);
            gone.extend(left);
            if !here.is_empty() {
                carrying.insert(paths.translation.clone(), here);
            }
        }
        carrying
    }

    /// Reads a pair as its own files have it; `None` where that is not possible.
    fn read(&self, paths: &Paths) -> Option<Pair> {
        let files = self.files(paths).ok()?;
        Pair::read(paths.clone(), &self.project.config.source_language, files).ok()
    }
}

/// Those of the units whose texts are free in the pair, each text once, and the others.
fn placed(pair: &Pair, candidates: Vec<Carried>) -> (Vec<Carried>, Vec<Carried>) {
    let pins = pins(pair, candidates.iter().map(|one| &one.unit));
    let (mut here, mut left) = (Vec::new(), Vec::new());
    for (one, pin) in candidates.into_iter().zip(pins) {
        match pin {
            Some(_) => here.push(one),
            None => left.push(one),
        }
    }
    (here, left)
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
