//! Joins the two sides: which accepted units are where, which became one, and which lost a side.

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;

use crate::diff::Fate;

use super::Accepted;
use super::places::{Found, Places};

/// Accepted units that are together: one, or several that share a merged paragraph.
pub(super) struct Group {
    /// Indices of accepted units, ascending; at least one.
    pub(super) units: Vec<usize>,
    /// By side (source, target) and unit, where its texts are.
    pub(super) places: [Vec<(usize, Vec<Option<Found>>)>; 2],
}

/// Groups the accepted units by where their texts were found; `sizes` are the numbers of today's paragraphs.
pub(super) fn gather(accepted: &[Accepted], mut places: [Places; 2], sizes: [usize; 2]) -> Vec<Group> {
    if places.iter().flatten().any(|texts| lost(texts)) {
        exchange(accepted, &mut places);
        for side in [0, 1] {
            recover(side, &mut places, sizes);
        }
    }
    let mut roots: Vec<usize> = (0..accepted.len()).collect();
    for side in &places {
        join_merged(side, &mut roots);
    }
    let mut groups: BTreeMap<usize, Group> = BTreeMap::new();
    let [source, target] = places;
    for (unit, (source, target)) in source.into_iter().zip(target).enumerate() {
        let root = root(&mut roots, unit);
        let group = groups.entry(root).or_insert_with(|| Group { units: Vec::new(), places: [Vec::new(), Vec::new()] });
        group.units.push(unit);
        group.places[0].push((unit, source));
        group.places[1].push((unit, target));
    }
    groups.into_values().collect()
}

/// Whether a side that had texts has none left.
fn lost(texts: &[Option<Found>]) -> bool {
    !texts.is_empty() && texts.iter().all(Option::is_none)
}

/// Of units with equal texts on one side it is chance which one keeps its place there: one that is on the other
/// side too takes the place of one that does not.
fn exchange(accepted: &[Accepted], places: &mut [Places; 2]) {
    for side in [0, 1] {
        let other = 1 - side;
        let mut needing: FxHashMap<&[String], Vec<usize>> = FxHashMap::default();
        let texts = |unit: usize| if side == 0 { accepted[unit].source() } else { accepted[unit].target() };
        for unit in (0..accepted.len()).rev() {
            if lost(&places[side][unit]) && !lost(&places[other][unit]) {
                needing.entry(texts(unit)).or_default().push(unit);
            }
        }
        if needing.is_empty() {
            continue;
        }
        for unit in 0..accepted.len() {
            if !lost(&places[side][unit])
                && lost(&places[other][unit])
                && let Some(taker) = needing.get_mut(texts(unit)).and_then(Vec::pop)
            {
                places[side].swap(unit, taker);
            }
        }
    }
}

/// Gives units that lost `side` the paragraphs nobody knows at the place where theirs was, when no other paragraph
/// of the other side could be answered by them: a paragraph translated anew, or written anew.
fn recover(side: usize, places: &mut [Places; 2], sizes: [usize; 2]) {
    let other = 1 - side;
    let mut free = vec![true; sizes[side]];
    for found in places[side].iter().flatten().flatten() {
        found.now.iter().for_each(|at| free[*at] = false);
    }
    // By paragraph of the other side, the unit it belongs to.
    let mut owner: Vec<Option<usize>> = vec![None; sizes[other]];
    for (unit, texts) in places[other].iter().enumerate() {
        texts.iter().flatten().for_each(|found| found.now.iter().for_each(|at| owner[*at] = Some(unit)));
    }
    let mut at = 0;
    while at < owner.len() {
        let is_lost = |at: usize| owner[at].is_some_and(|unit| lost(&places[side][unit]));
        let run = owner[at..].iter().enumerate().take_while(|(ahead, _)| is_lost(at + ahead)).count();
        if run == 0 {
            at += 1;
            continue;
        }
        let mut units: Vec<usize> = owner[at..at + run].iter().flatten().copied().collect();
        units.dedup();
        let before = match at.checked_sub(1) {
            None => Some(0),
            Some(before) => owner[before].and_then(|unit| edge(&places[side][unit], Edge::End)),
        };
        let after = match owner.get(at + run) {
            None => Some(sizes[side]),
            Some(after) => after.and_then(|unit| edge(&places[side][unit], Edge::Start)),
        };
        if let (Some(before), Some(after)) = (before, after)
            && before < after
            && free[before..after].iter().all(|free| *free)
        {
            take(&mut places[side], &units, before..after);
        }
        at += run;
    }
}

enum Edge {
    Start,
    End,
}

/// Where a unit's paragraphs begin, or the place behind their end.
fn edge(texts: &[Option<Found>], edge: Edge) -> Option<usize> {
    let now = texts.iter().flatten().flat_map(|found| found.now.iter().copied());
    match edge {
        Edge::Start => now.min(),
        Edge::End => now.max().map(|last| last + 1),
    }
}

/// One unit takes up to three paragraphs for each it lost; several units share when the numbers agree.
fn take(places: &mut Places, units: &[usize], now: std::ops::Range<usize>) {
    let wanted: usize = units.iter().map(|unit| places[*unit].len()).sum();
    let found = |now: Vec<usize>| Some(Found { now, fate: Fate::Reworded, moved: false });
    match units {
        [unit] if now.len() != wanted && now.len() <= 3 * wanted => places[*unit][0] = found(now.collect()),
        _ if now.len() == wanted => {
            let mut now = now;
            for unit in units {
                places[*unit].iter_mut().for_each(|place| *place = found(now.next().into_iter().collect()));
            }
        }
        _ => {}
    }
}

/// Units that share one of today's paragraphs become one group.
fn join_merged(side: &Places, roots: &mut [usize]) {
    let mut first: FxHashMap<usize, usize> = FxHashMap::default();
    for (unit, texts) in side.iter().enumerate() {
        for found in texts.iter().flatten().filter(|found| found.fate == Fate::Merged) {
            let one = *first.entry(found.now[0]).or_insert(unit);
            let (one, unit) = (root(roots, one), root(roots, unit));
            roots[one.max(unit)] = one.min(unit);
        }
    }
}

fn root(roots: &mut [usize], mut unit: usize) -> usize {
    while roots[unit] != unit {
        roots[unit] = roots[roots[unit]];
        unit = roots[unit];
    }
    unit
}
