//! What became of the gaps of a translation: the texts that people write below, above and inside them.
//!
//! A gap says which paragraph of the original it is for. A text that no person accepted answers the gap that it is
//! at, where every paragraph of the original around it has a gap or an accepted translation; between two gaps, and where
//! a paragraph without a gap could claim the text too, the aligner chooses.

use std::collections::HashMap;

use crate::align::{self, Pin, Side, Unit};
use crate::text::{Gaps, Open, by_text, gap_key};
use crate::units::{Drift, Pair};

use super::diagnostic::{AnalysedGap, AnalysedUnit, GapState};

/// An aligner, with or without evidence.
pub(super) type Align<'a> = &'a dyn Fn(&Side<'_>, &Side<'_>, &[Pin]) -> Vec<Unit>;

/// The gaps of a pair, each with its paragraph of the original.
#[derive(Debug, Default)]
pub(super) struct Placed {
    gaps: Vec<Open>,
    sources: Vec<Option<usize>>,
}

impl Placed {
    /// Adds to `pins` what the gaps say: a text that answers one, or that nothing does.
    pub(super) fn new(pair: &Pair, drift: &Drift, pins: &mut Vec<Pin>, align: Align<'_>) -> Placed {
        let gaps = Gaps::of(&pair.target, &pair.source).all;
        if gaps.is_empty() {
            return Placed::default();
        }
        let places = Places::new(pair, drift, pins);
        let sources = places.sources(pair, &gaps);
        let mut filling = Filling::new(&places, &gaps, &sources);
        filling.by_place();
        if !filling.is_done() {
            let (source, target) = (pair.source_side(), pair.target_side());
            let tried = filling.pins(pins, Undecided::Open);
            filling.by_likeness(&align(&source, &target, &tried));
        }
        *pins = filling.pins(pins, Undecided::Closed);
        Placed { gaps, sources }
    }

    /// What became of each gap in today's units.
    pub(super) fn states(self, pair: &Pair, units: &[AnalysedUnit]) -> Vec<AnalysedGap> {
        let mut unit_of: HashMap<usize, usize> = HashMap::new();
        for (at, analysed) in units.iter().enumerate() {
            unit_of.extend(analysed.unit.source.iter().map(|source| (*source, at)));
        }
        let state = |gap: &Open, source: Option<usize>| match source {
            _ if !gap.typed.is_empty() => GapState::Typed(source),
            Some(source) if gap.unfinished => GapState::Open(source),
            Some(source) => match unit_of.get(&source).filter(|at| !units[**at].unit.target.is_empty()) {
                Some(unit) => GapState::Answered(*unit),
                None => GapState::Open(source),
            },
            None => match align::nearer(&gap.original, &pair.source_language, &pair.target_language) {
                Some(language) if *language == pair.target_language => GapState::Typed(None),
                Some(_) => GapState::Outdated,
                None => GapState::Unknown,
            },
        };
        let states = self.gaps.into_iter().zip(self.sources);
        states.map(|(gap, source)| AnalysedGap { state: state(&gap, source), gap }).collect()
    }
}

/// What is known of the paragraphs without the gaps.
struct Places {
    /// By paragraph of the original, whether it has its unit.
    held: Vec<bool>,
    /// By paragraph of the translation, what it is.
    targets: Vec<Target>,
}

/// What a paragraph of the translation is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Target {
    /// It may answer anything.
    Free,
    /// It answers these paragraphs of the original, first and last.
    Held(usize, usize),
    /// It was accepted as the answer of something else, or has no counterpart.
    Other,
}

impl Places {
    fn new(pair: &Pair, drift: &Drift, pins: &[Pin]) -> Places {
        let mut places = Places {
            held: vec![false; pair.source.paragraphs.len()],
            targets: vec![Target::Free; pair.target.paragraphs.len()],
        };
        for half in &drift.halves {
            half.pin.target.iter().for_each(|at| places.targets[*at] = Target::Other);
        }
        for pin in pins {
            pin.source.iter().for_each(|at| places.held[*at] = true);
            let target = match (pin.source.first(), pin.source.last()) {
                (Some(first), Some(last)) => Target::Held(*first, *last),
                _ => Target::Other,
            };
            pin.target.iter().for_each(|at| places.targets[*at] = target);
        }
        places
    }

    /// The paragraph of the original of each gap. Of equal texts a gap has the first that is where the gap does and
    /// has no unit and no gap yet.
    fn sources(&self, pair: &Pair, gaps: &[Open]) -> Vec<Option<usize>> {
        let texts = by_text(&pair.source);
        let mut free: Vec<bool> = self.held.iter().map(|held| !held).collect();
        let mut last = None;
        let mut sources = Vec::with_capacity(gaps.len());
        for gap in gaps {
            let mut equal: Vec<usize> =
                gap.texts().find_map(|text| texts.get(&gap_key(text))).cloned().unwrap_or_default();
            if equal.is_empty() && gap.within.is_some() {
                let asked = pair.source.paragraphs.iter().enumerate();
                equal.extend(asked.filter(|(_, paragraph)| gap.asks_for(&paragraph.text)).map(|(at, _)| at));
            }
            let before = self.targets[..gap.before].iter().rev().find_map(|target| match target {
                Target::Held(_, last) => Some(*last),
                _ => None,
            });
            let after = self.targets[gap.before..].iter().find_map(|target| match target {
                Target::Held(first, _) => Some(*first),
                _ => None,
            });
            let here =
                |at: &usize| last.or(before).is_none_or(|before| before < *at) && after.is_none_or(|after| *at < after);
            let open = || equal.iter().copied().filter(|at| free[*at]);
            let source = open().find(|at| here(at)).or_else(|| open().next()).or_else(|| equal.first().copied());
            if let Some(source) = source.filter(|source| free[*source]) {
                free[source] = false;
                last = Some(source);
            }
            sources.push(source);
        }
        sources
    }
}

/// Texts that nobody accepted between two gaps, or between a gap and an accepted unit.
#[derive(Debug)]
struct Run {
    targets: Vec<usize>,
    /// The gaps before and behind, as indices.
    gaps: [Option<usize>; 2],
    /// How many paragraphs of the original between them have neither a unit nor a gap.
    between: usize,
    done: bool,
}

/// Whether the gaps about which nothing is known may be answered by anything.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Undecided {
    Open,
    Closed,
}

/// Which texts answer which gaps.
struct Filling<'a> {
    sources: &'a [Option<usize>],
    held: &'a [bool],
    runs: Vec<Run>,
    /// By gap, the paragraphs that answer it; `None` where nothing is known yet.
    answers: Vec<Option<Vec<usize>>>,
    /// By gap, whether the aligner may choose it.
    asked: Vec<bool>,
}

/// So sure must the aligner be that a text is above its gap and not below the one before.
const ABOVE: f64 = 0.8;
/// So sure must it be that a text answers a gap where there are enough paragraphs without one.
const INSTEAD: f64 = 0.9;
/// So sure must it be where there are more texts than paragraphs without a gap.
const LIKELY: f64 = 0.5;

impl<'a> Filling<'a> {
    fn new(places: &'a Places, gaps: &'a [Open], sources: &'a [Option<usize>]) -> Filling<'a> {
        let mut answers: Vec<Option<Vec<usize>>> = vec![None; gaps.len()];
        for (at, gap) in gaps.iter().enumerate() {
            answers[at] =
                gap.within.filter(|within| places.targets[*within] == Target::Free).map(|within| vec![within]);
            if !gap.typed.is_empty() {
                answers[at] = Some(Vec::new());
            }
        }
        let mut filling =
            Filling { sources, held: &places.held, runs: Vec::new(), answers, asked: vec![false; gaps.len()] };
        filling.runs = filling.runs(places, gaps);
        filling
    }

    /// The gap's own paragraph of the original, where it has no unit.
    fn source(&self, gap: usize) -> Option<usize> {
        self.sources[gap].filter(|source| !self.held[*source])
    }

    fn runs(&self, places: &Places, gaps: &[Open]) -> Vec<Run> {
        let mut marked: Vec<bool> = self.held.to_vec();
        self.sources.iter().flatten().for_each(|source| marked[*source] = true);
        let within: Vec<usize> = gaps.iter().filter_map(|gap| gap.within).collect();
        let mut runs = Vec::new();
        let mut targets: Vec<usize> = Vec::new();
        let mut left: (Option<usize>, usize) = (None, 0);
        let mut next = 0;
        let mut close = |targets: &mut Vec<usize>, left: (Option<usize>, usize), right: (Option<usize>, usize)| {
            let targets = std::mem::take(targets);
            if targets.is_empty() || left.0.is_none() && right.0.is_none() {
                return;
            }
            // Where the two are in another order than in the original, anything may be between.
            let between =
                marked.get(left.1..right.1).map_or(usize::MAX, |some| some.iter().filter(|one| !**one).count());
            runs.push(Run { targets, gaps: [left.0, right.0], between, done: false });
        };
        for at in 0..=places.targets.len() {
            while let Some(gap) = gaps.get(next).filter(|gap| gap.before <= at) {
                if let Some(source) = self.source(next).filter(|_| gap.within.is_none() && gap.typed.is_empty()) {
                    close(&mut targets, left, (Some(next), source));
                    // The gap of a row is behind its table, and so may be behind the answers of later rows.
                    left = (Some(next), left.1.max(source + 1));
                }
                next += 1;
            }
            match places.targets.get(at) {
                Some(Target::Free) if !within.contains(&at) => targets.push(at),
                Some(Target::Held(first, last)) => {
                    close(&mut targets, left, (None, *first));
                    left = (None, last + 1);
                }
                Some(_) => {}
                None => close(&mut targets, left, (None, marked.len())),
            }
        }
        runs
    }

    fn free(&self, run: &Run) -> [Option<usize>; 2] {
        run.gaps.map(|gap| gap.filter(|gap| self.answers[*gap].is_none()))
    }

    /// Gives texts to gaps where only one gap can have them.
    fn by_place(&mut self) {
        let mut changed = true;
        while std::mem::take(&mut changed) {
            for at in 0..self.runs.len() {
                let run = &self.runs[at];
                if run.done || run.between > 0 || run.targets.len() > 1 {
                    continue;
                }
                let gap = match self.free(run) {
                    [Some(gap), None] | [None, Some(gap)] => gap,
                    [None, None] => {
                        self.runs[at].done = true;
                        continue;
                    }
                    [Some(_), Some(_)] => continue,
                };
                self.answers[gap] = Some(run.targets.clone());
                self.runs[at].done = true;
                changed = true;
            }
        }
        for run in &self.runs {
            if !run.done {
                self.free(run).into_iter().flatten().for_each(|gap| self.asked[gap] = true);
            }
        }
    }

    fn is_done(&self) -> bool {
        !self.asked.contains(&true)
    }

    /// Gives texts to gaps as the aligner pairs them, which was free to.
    fn by_likeness(&mut self, units: &[Unit]) {
        for at in 0..self.runs.len() {
            let run = &self.runs[at];
            if run.done {
                continue;
            }
            let gaps = self.free(run);
            let mut found: Vec<(usize, Vec<usize>)> = Vec::new();
            for (side, gap) in gaps.into_iter().enumerate() {
                let (Some(gap), limit) = (gap, limit(run, side)) else { continue };
                let source = self.source(gap).map(|source| vec![source]);
                let answer = units.iter().find(|unit| {
                    Some(&unit.source) == source.as_ref()
                        && !unit.target.is_empty()
                        && unit.confidence >= limit
                        && unit.target.iter().all(|at| run.targets.contains(at))
                });
                found.extend(answer.map(|unit| (gap, unit.target.clone())));
            }
            if found.is_empty() && run.between == 0 {
                // Nothing speaks against it: a text is below its gap.
                match gaps {
                    [Some(below), _] => found.push((below, vec![run.targets[0]])),
                    [None, Some(above)] => found.extend(run.targets.last().map(|last| (above, vec![*last]))),
                    [None, None] => {}
                }
            }
            for (gap, answer) in found {
                self.answers[gap] = Some(answer);
            }
        }
    }

    /// The pins, with those that the gaps give.
    fn pins(&self, pins: &[Pin], undecided: Undecided) -> Vec<Pin> {
        let mut all = pins.to_vec();
        for gap in 0..self.sources.len() {
            let Some(source) = self.source(gap) else { continue };
            let target = match &self.answers[gap] {
                Some(answer) => answer.clone(),
                None if undecided == Undecided::Open && self.asked[gap] => continue,
                None => Vec::new(),
            };
            all.push(Pin { source: vec![source], target });
        }
        all
    }
}

/// How sure the aligner must be that a text of the run answers the gap before it (side 0) or behind it (side 1).
fn limit(run: &Run, side: usize) -> f64 {
    match run.between {
        0 if side == 0 => 0.0,
        0 => ABOVE,
        between if between < run.targets.len() => LIKELY,
        _ => INSTEAD,
    }
}
