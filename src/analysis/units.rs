//! Today's units: what a person accepted and set by hand, and what the aligner finds between.

use std::collections::{HashMap, HashSet};

use crate::align::{Pin, Unit};
use crate::text::Document;
use crate::units::{Drift, Pair, State};

use super::diagnostic::{AnalysedGap, AnalysedUnit};
use super::gaps::{Align, Placed};

/// Today's units: the accepted ones and those set by hand hold, the rest is aligned between them.
pub(super) fn aligned(pair: &Pair, drift: &Drift, align: Align<'_>) -> (Vec<AnalysedUnit>, Vec<AnalysedGap>) {
    let held = drift.standing.iter().map(|standing| &standing.pin);
    let drafts = drift.drafts.iter().map(|draft| &draft.pin);
    let mut pins: Vec<Pin> = held.chain(&drift.pairs).chain(drafts).cloned().collect();
    titles(pair, &mut pins);
    let gaps = Placed::new(pair, drift, &mut pins, align);
    let units = between(pair, drift, &pins, align);
    let gaps = gaps.states(pair, &units);
    (units, gaps)
}

/// The units of the pins, and those that the aligner finds between them.
fn between(pair: &Pair, drift: &Drift, pins: &[Pin], align: Align<'_>) -> Vec<AnalysedUnit> {
    let (source, target) = (pair.source_side(), pair.target_side());
    let known: HashMap<_, _> = drift
        .standing
        .iter()
        .map(|standing| ((&standing.pin.source[..], &standing.pin.target[..]), (standing.accepted, standing.state)))
        .collect();
    // A unit that lost one side is no pin; what the aligner finds in its place is still the accepted unit, changed.
    let mut halves: HashMap<(usize, usize), (usize, State)> = HashMap::new();
    for half in &drift.halves {
        halves.extend(half.pin.source.iter().map(|at| ((0, *at), (half.accepted, half.state))));
        halves.extend(half.pin.target.iter().map(|at| ((1, *at), (half.accepted, half.state))));
    }
    let half = |unit: &Unit| {
        let mut paragraphs = unit.source.iter().map(|at| (0, *at)).chain(unit.target.iter().map(|at| (1, *at)));
        paragraphs.find_map(|paragraph| halves.get(&paragraph).copied())
    };
    // What is left of two units was accepted as the counterpart of something else: the two do not answer each other.
    let strangers = |unit: &Unit| {
        let source = unit.source.iter().map(|at| halves.get(&(0, *at)));
        let target: Vec<_> = unit.target.iter().map(|at| halves.get(&(1, *at))).collect();
        let apart = |one: &(usize, State)| target.iter().all(|other| other.is_some_and(|other| other.0 != one.0));
        !unit.target.is_empty() && !unit.source.is_empty() && source.into_iter().all(|one| one.is_some_and(apart))
    };
    align(&source, &target, pins)
        .into_iter()
        .flat_map(|unit| match strangers(&unit) {
            true => vec![Unit::new(unit.source, Vec::new()), Unit::new(Vec::new(), unit.target)],
            false => vec![unit],
        })
        .map(|unit| {
            let standing = known.get(&(&unit.source[..], &unit.target[..])).copied();
            AnalysedUnit { accepted: standing.or_else(|| half(&unit)), unit }
        })
        .collect()
}

/// Pins that hold the titles apart that a marker of one side has and its counterpart has not.
fn titles(pair: &Pair, pins: &mut Vec<Pin>) {
    let (source, target) = (&pair.source, &pair.target);
    let names = |document: &Document| document.markers.iter().map(|marker| marker.name.clone()).collect::<Vec<_>>();
    let taken: HashSet<(usize, usize)> = pins
        .iter()
        .flat_map(|pin| pin.source.iter().map(|at| (0, *at)).chain(pin.target.iter().map(|at| (1, *at))))
        .collect();
    let equal = similar::capture_diff_slices(similar::Algorithm::Myers, &names(source), &names(target));
    for operation in equal.iter().filter(|operation| operation.tag() == similar::DiffTag::Equal) {
        for (left, right) in operation.old_range().zip(operation.new_range()) {
            let (left, right) = (source.titles(&source.markers[left]), target.titles(&target.markers[right]));
            if left.is_empty() == right.is_empty() {
                continue;
            }
            let left = left.filter(|at| !taken.contains(&(0, *at)));
            let right = right.filter(|at| !taken.contains(&(1, *at)));
            pins.extend(left.map(|at| Pin { source: vec![at], target: Vec::new() }));
            pins.extend(right.map(|at| Pin { source: Vec::new(), target: vec![at] }));
        }
    }
}
