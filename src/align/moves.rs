//! Paragraphs put elsewhere: left over on both sides by a search in order, and yet plainly each other's translation.

use rustc_hash::FxHashMap;

use super::fast;
use super::judge::Judge;
use super::lengths::Lengths;
use super::model::{MarkTables, Model};
use super::page::Places;
use super::score::{Part, kept, words};
use super::solve::{Pairing, Task};

/// A word in more paragraphs than this does not bring a pair to attention.
const RARE: usize = 30;

/// A paragraph of fewer words, such as the heading of an article, is too like others to be known again elsewhere.
const TELLING: usize = 4;

/// Logarithm of the odds against any given paragraph having been moved to any given place.
const ODDS: f64 = 1.0;

/// Less evidence than this, beyond the odds, is not told.
const SURE: f64 = 1.0;

/// Takes the pairs out of `found` that are left over on both sides, and gives them back as moved units, best first.
pub(super) fn take(
    task: &Task<'_>,
    found: &mut Vec<Pairing>,
    model: &Model,
    marks: &MarkTables,
    places: &Places,
) -> Vec<Pairing> {
    let mut candidates = candidates(task, found, model, marks, places);
    candidates.sort_by(|x, y| y.2.total_cmp(&x.2).then((x.0, x.1).cmp(&(y.0, y.1))));
    let mut taken: (FxHashMap<usize, ()>, FxHashMap<usize, ()>) = Default::default();
    let mut moved = Vec::new();
    for (source, target, score) in candidates {
        if taken.0.contains_key(&source) || taken.1.contains_key(&target) {
            continue;
        }
        taken.0.insert(source, ());
        taken.1.insert(target, ());
        moved.push(Pairing {
            source: vec![source],
            target: vec![target],
            posterior: 1.0 / (1.0 + fast::exp(-score.min(600.0))),
        });
    }
    found.retain(|pairing| {
        let lone = pairing.source.is_empty() || pairing.target.is_empty();
        let elsewhere = pairing.source.iter().any(|at| taken.0.contains_key(at))
            || pairing.target.iter().any(|at| taken.1.contains_key(at));
        !(lone && elsewhere)
    });
    moved
}

/// Pairs of left-over paragraphs that share telling words and stand on different sides of some unit, with the
/// logarithm of their odds.
fn candidates(
    task: &Task<'_>,
    found: &[Pairing],
    model: &Model,
    marks: &MarkTables,
    places: &Places,
) -> Vec<(usize, usize, f64)> {
    let (source, target) = task.pages();
    let mut lone = vec![false; target.bags.len()];
    found.iter().filter(|p| p.source.is_empty()).flat_map(|p| &p.target).for_each(|at| lone[*at] = true);
    let against = ODDS + fast::ln(1.0 + lone.iter().filter(|lone| **lone).count() as f64);
    let mut judge = Judge::new(task.pages(), &task.links, model);
    let mut candidates = Vec::new();
    for (at, room) in rooms(found).into_iter().filter(|(at, _)| source.bags[*at].size.words >= TELLING) {
        let mut votes: FxHashMap<usize, u32> = FxHashMap::default();
        for word in source.words(at) {
            for link in task.links.of(*word) {
                let paragraphs = places.of(link.target);
                if paragraphs.len() <= RARE {
                    for other in paragraphs.iter().map(|other| *other as usize).filter(|other| lone[*other]) {
                        *votes.entry(other).or_default() += 1;
                    }
                }
            }
        }
        let mut others: Vec<usize> = votes.into_keys().filter(|other| !(room.0..room.1).contains(other)).collect();
        others.sort_unstable();
        for other in others {
            let block = Part { source: &[at], target: &[other] };
            let score = words(&judge.lanes(block.source, block.target), model)
                + Lengths::new(task.pages(), block, model).score(0, 0, 1, 1)
                + kept(task.pages(), block, Some(0), marks)
                - against;
            if score > SURE {
                candidates.push((at, other, score));
            }
        }
    }
    candidates
}

/// Every left-over source paragraph with the range of target paragraphs that would not be another place.
fn rooms(found: &[Pairing]) -> Vec<(usize, (usize, usize))> {
    let mut rooms = Vec::new();
    let mut after = 0;
    for (number, pairing) in found.iter().enumerate() {
        if pairing.target.is_empty() {
            let paired = |p: &&Pairing| !p.source.is_empty() && !p.target.is_empty();
            let before = found[number..].iter().find(paired).and_then(|p| p.target.first().copied());
            rooms.extend(pairing.source.iter().map(|at| (*at, (after, before.unwrap_or(usize::MAX)))));
        } else if !pairing.source.is_empty() {
            after = pairing.target.last().map_or(after, |last| last + 1);
        }
    }
    rooms
}
