//! The order of the aligner's work.

use rustc_hash::FxHashSet;

use super::band::Band;
use super::hits::Answers;
use super::judge::Judge;
use super::lambda::{LAMBDAS, WordScore};
use super::model::{FIRST_SHAPES, MarkTables, Model, SHAPES};
use super::part::Part;
use super::pins::{Plan, Stretch};
use super::score::{Scorer, Scratch, words};
use super::search::{self, Step};
use super::task::{Pairing, Task};
use super::unit::{Pin, Unit};
use super::vocabulary::{Places, Vocabulary};

/// The units, and the model as it was estimated for them.
pub(super) struct Solved {
    pub(super) units: Vec<Unit>,
    pub(super) model: Model,
    pub(super) marks: MarkTables,
}

/// The units of documents of so many paragraphs in which every paragraph is pinned, without a look at the texts;
/// `None` where something is left to search.
pub fn pinned_whole(pins: &[Pin], sources: usize, targets: usize) -> Option<Vec<Unit>> {
    let plan = Plan::new(pins, &[], sources, targets);
    if plan.stretches.iter().any(|stretch| !stretch.source.is_empty() || !stretch.target.is_empty()) {
        return None;
    }
    let mut units: Vec<Unit> = pinned(&plan).collect();
    super::order::in_source_order(&mut units);
    Some(units)
}

fn pinned(plan: &Plan<'_>) -> impl Iterator<Item = Unit> {
    plan.pins.iter().map(|(pin, crossing)| Unit {
        moved: *crossing,
        pinned: true,
        ..Unit::new(pin.source.clone(), pin.target.clone())
    })
}

impl Task<'_> {
    /// Searches, estimates the model from what was found, and searches again.
    pub(super) fn solve(&self, pins: &[Pin]) -> Solved {
        let plan = Plan::new(pins, self.notes, self.source.features.len(), self.target.features.len());
        let marks = MarkTables::new(self.source, self.target);
        let places = self.target.places();
        let mut model = Model::new(self.source, self.target);
        let (found, near) = self.search(&plan.stretches, None, &model, &marks, &places);
        self.estimate(&found, &mut model);
        let (mut found, _) = self.search(&plan.stretches, Some(&near), &model, &marks, &places);
        let moved = super::moves::take(self, &mut found, &model, &marks, &places);
        let mut units: Vec<Unit> = found.into_iter().map(unit).collect();
        units.extend(moved.into_iter().map(|pairing| Unit { moved: true, ..unit(pairing) }));
        units.extend(pinned(&plan));
        units.extend(plan.notes.iter().map(|note| Unit::new(note.source.clone(), note.target.clone())));
        super::order::in_source_order(&mut units);
        Solved { units, model, marks }
    }

    /// Searches parts that are known to answer each other, as [`Task::solve`] does but without moves: the pairings of
    /// each part. `open` is the probability that something without counterpart follows.
    pub(super) fn solve_parts(&self, parts: &[Stretch], open: f64) -> Vec<Vec<Pairing>> {
        let marks = MarkTables::new(self.source, self.target);
        let places = self.target.places();
        let mut model = Model { open, ..Model::new(self.source, self.target) };
        let (found, near) = self.search(parts, None, &model, &marks, &places);
        self.estimate(&found, &mut model);
        let mut found = self.search(parts, Some(&near), &model, &marks, &places).0.into_iter().peekable();
        let of = |part: &Stretch, pairing: &Pairing| {
            pairing.source.first().is_some_and(|at| part.source.contains(at))
                || pairing.target.first().is_some_and(|at| part.target.contains(at))
        };
        let mut next = |part: &Stretch| -> Vec<Pairing> {
            std::iter::from_fn(|| found.next_if(|pairing| of(part, pairing))).collect()
        };
        parts.iter().map(&mut next).collect()
    }

    /// Searches every stretch, within the bands of an earlier search where there was one.
    fn search(
        &self,
        stretches: &[Stretch],
        bands: Option<&[Band]>,
        model: &Model,
        marks: &MarkTables,
        places: &Places,
    ) -> (Vec<Pairing>, Vec<Band>) {
        let mut found = Vec::new();
        let mut narrowed = Vec::new();
        let mut column = vec![u32::MAX; self.target.features.len()];
        let mut scratch = Scratch::new(self.sides());
        for (number, stretch) in stretches.iter().enumerate() {
            for (at, paragraph) in stretch.target.iter().enumerate() {
                column[*paragraph] = at as u32;
            }
            let part = Part { source: &stretch.source, target: &stretch.target };
            let (shapes, found_now);
            let band = match bands.and_then(|bands| bands.get(number)) {
                Some(band) => {
                    shapes = SHAPES.len();
                    band
                }
                None => {
                    shapes = FIRST_SHAPES;
                    found_now = Band::find(self.sides(), part, &self.links, places, &column);
                    &found_now
                }
            };
            let answers = Answers { sides: self.sides(), part, links: &self.links, places, column: &column };
            let met = self.met(stretch);
            let (steps, near) = search::path(&mut Scorer::new(answers, model, marks, shapes, &mut scratch), band, &met);
            found.extend(steps.into_iter().map(|step| pairing(stretch, step)));
            narrowed.push(near);
            for paragraph in &stretch.target {
                column[*paragraph] = u32::MAX;
            }
        }
        (found, narrowed)
    }

    /// The places of a stretch where the sides meet at a block.
    fn met(&self, stretch: &Stretch) -> FxHashSet<(usize, usize)> {
        let at = |paragraphs: &[usize], before: usize| paragraphs.partition_point(|paragraph| *paragraph < before);
        let places = self.meetings.iter().map(|met| (at(&stretch.source, met.0), at(&stretch.target, met.1)));
        places.collect()
    }

    /// The length ratio and its spread, and how much of the words the links explain, from the surer units.
    fn estimate(&self, found: &[Pairing], model: &mut Model) {
        let mut judge = Judge::new(self.sides(), &self.links, model);
        let mut weights = [[PRIOR_UNITS / LAMBDAS as f64; LAMBDAS]; 2];
        let length = |side: &Vocabulary, block: &[usize]| -> f64 {
            block.iter().map(|at| f64::from(side.features[*at].length)).sum::<f64>()
        };
        let (mut gap, mut count) = (model.ratio * PRIOR_UNITS, PRIOR_UNITS);
        let sure = || found.iter().filter(|p| p.posterior > 0.5 && !p.source.is_empty() && !p.target.is_empty());
        for pairing in sure() {
            let shown = judge.shown(&pairing.source, &pairing.target);
            for (weights, shown) in weights.iter_mut().zip(&shown) {
                let top = shown.words.iter().copied().fold(f32::NEG_INFINITY, f32::max);
                let chances = shown.words.map(|lambda| f64::from(lambda - top).exp());
                let all: f64 = chances.iter().sum();
                for (weight, chance) in weights.iter_mut().zip(chances) {
                    *weight += pairing.posterior * chance / all;
                }
            }
            let (s, t) = (length(self.source, &pairing.source), length(self.target, &pairing.target));
            let trust = pairing.posterior * s.min(200.0) / 100.0;
            gap += trust * (t / s).ln();
            count += trust;
        }
        for (kept, numbers) in model.kept.iter_mut().zip(judge.numbers()) {
            let (prior, all) = (PRIOR_NUMBERS, numbers.all as f64);
            *kept = ((*kept * prior + numbers.kept as f64) / (prior + all)).min(0.99);
        }
        let (all, recounted) = judge.recounted();
        model.recounted = (model.recounted * PRIOR_RECOUNTED + recounted) / (PRIOR_RECOUNTED + all);
        self.estimate_free(found, model, &mut judge);
        self.estimate_shapes(found, model);
        model.ratio = gap / count;
        // The variance beyond that of short texts, about the mean just found.
        let (mut spread, mut count) = (model.spread * PRIOR_UNITS, PRIOR_UNITS);
        for pairing in sure() {
            let (s, t) = (length(self.source, &pairing.source), length(self.target, &pairing.target));
            let off = ((t / s).ln() - model.ratio).powi(2).min(0.25);
            spread += pairing.posterior * (off - model.noise / s).max(0.0);
            count += pairing.posterior;
        }
        model.spread = (spread / count).clamp(0.005, 0.06);
        for (lambdas, weights) in model.lambdas.iter_mut().zip(weights) {
            let all: f64 = weights.iter().sum();
            *lambdas = weights.map(|weight| (weight / all).ln() as f32);
        }
    }
}

impl Task<'_> {
    /// The share of free renderings: of pairs that are more probably such a one than what their words show.
    fn estimate_free(&self, found: &[Pairing], model: &mut Model, judge: &mut Judge<'_>) {
        let (mut free, mut all) = (model.free * PRIOR_FREE, PRIOR_FREE);
        for pairing in found.iter().filter(|pairing| pairing.source.len() == 1 && pairing.target.len() == 1) {
            let numberless = |score: WordScore| WordScore { numbers: 0.0, ..score };
            let shown = words(&judge.shown(&pairing.source, &pairing.target).map(numberless), model);
            let odds = (model.free.ln() - shown).exp();
            free += pairing.posterior * odds / (1.0 + odds);
            all += pairing.posterior;
        }
        model.free = free / all;
    }

    /// How often the shapes are met here: alike ones together, and beside what is usual.
    fn estimate_shapes(&self, found: &[Pairing], model: &mut Model) {
        let group = |a: usize, b: usize| match (a.min(b), a.max(b)) {
            (1, 1) => 0,
            (1, 2) => 1,
            (2, 2) => 2,
            _ => 3,
        };
        let mut usual = [0.0; 4];
        SHAPES.iter().for_each(|(a, b, share)| usual[group(*a, *b)] += share);
        let mut seen = [0.0; 4];
        for pairing in found {
            let both = !pairing.source.is_empty() && !pairing.target.is_empty();
            if both {
                seen[group(pairing.source.len(), pairing.target.len())] += 1.0;
            }
        }
        let all: f64 = seen.iter().sum();
        for (share, (a, b, _)) in model.shapes.iter_mut().zip(SHAPES) {
            let group = group(a, b);
            *share *= (PRIOR_SHAPES * usual[group] + seen[group]) / (PRIOR_SHAPES + all) / usual[group];
        }
    }
}

/// How many units the numbers we begin with are worth.
const PRIOR_UNITS: f64 = 4.0;
const PRIOR_NUMBERS: f64 = 10.0;
const PRIOR_SHAPES: f64 = 50.0;
const PRIOR_FREE: f64 = 10.0;
const PRIOR_RECOUNTED: f64 = 20.0;

fn pairing(stretch: &Stretch, step: Step) -> Pairing {
    Pairing {
        source: stretch.source[step.row..step.row + step.rows].to_vec(),
        target: stretch.target[step.column..step.column + step.columns].to_vec(),
        posterior: step.posterior,
    }
}

fn unit(pairing: Pairing) -> Unit {
    Unit { confidence: pairing.posterior, ..Unit::new(pairing.source, pairing.target) }
}
