//! Paragraphs put elsewhere: left over on both sides by a search in order, and yet plainly each other's translation.

use rustc_hash::{FxHashMap, FxHashSet};

use super::fast;
use super::judge::Judge;
use super::lengths::Lengths;
use super::model::{MarkTables, Model};
use super::part::Part;
use super::score::{kept, words};
use super::task::{Pairing, Task};
use super::vocabulary::Places;

/// A word in more paragraphs than this does not bring a pair to attention.
const RARE: usize = 30;

/// A paragraph of fewer words, such as the heading of an article, is too like others to be known again elsewhere.
const TELLING: usize = 4;

/// Logarithm of the odds against any given paragraph having been moved to any given place.
const ODDS: f64 = 1.0;

/// A block whose score is not above the odds by this much is not reported.
const SURE: f64 = 1.0;

/// A neighbour of a moved pair needs less: what is moved is moved in blocks.
const BESIDE: f64 = -1.0;

/// Blocks are followed so far in either direction.
const FAR: usize = 200;

/// Takes the pairs out of `found` that are left over on both sides, and gives them back as moved units, best first.
pub(super) fn take(
    task: &Task<'_>,
    found: &mut Vec<Pairing>,
    model: &Model,
    marks: &MarkTables,
    places: &Places,
) -> Vec<Pairing> {
    let mut weigh = Weigh { task, model, marks, judge: Judge::new(task.sides(), &task.links, model) };
    let mut lone = Lone::of(found, task.sides().1.features.len());
    let against = ODDS + fast::ln(1.0 + lone.target.iter().filter(|lone| **lone).count() as f64);
    let mut blocks: Vec<Block> = Vec::new();
    for (source, target, score) in candidates(&mut weigh, found, &lone, places) {
        let inside = |block: &Block| block.holds(source, target);
        if !blocks.iter().any(inside) {
            blocks.push(Block::around((source, target, score), &mut weigh, &lone));
        }
    }
    blocks.retain(|block| block.score() - against > SURE);
    blocks.sort_by(|x, y| y.score().total_cmp(&x.score()).then(x.pairs[0].0.cmp(&y.pairs[0].0)));
    let mut moved: Vec<(usize, usize, f64)> = Vec::new();
    for block in blocks {
        let score = block.score() - against;
        moved.extend(
            block
                .pairs
                .iter()
                .filter(|(source, target, _)| lone.take(*source, *target))
                .map(|pair| (pair.0, pair.1, score)),
        );
    }
    found.retain(|pairing| !lone.taken(pairing));
    let posterior = |score: f64| 1.0 / (1.0 + fast::exp(-score.min(600.0)));
    let pairing =
        |(source, target, score)| Pairing { source: vec![source], target: vec![target], posterior: posterior(score) };
    moved.into_iter().map(pairing).collect()
}

/// Which paragraphs are left over.
struct Lone {
    source: FxHashSet<usize>,
    target: Vec<bool>,
}

impl Lone {
    fn of(found: &[Pairing], targets: usize) -> Lone {
        let source = found.iter().filter(|p| p.target.is_empty()).flat_map(|p| &p.source).copied().collect();
        let mut target = vec![false; targets];
        found.iter().filter(|p| p.source.is_empty()).flat_map(|p| &p.target).for_each(|at| target[*at] = true);
        Lone { source, target }
    }

    fn has(&self, source: usize, target: usize) -> bool {
        self.source.contains(&source) && self.target.get(target) == Some(&true)
    }

    /// Takes both away, where both are there.
    fn take(&mut self, source: usize, target: usize) -> bool {
        let both = self.has(source, target);
        if both {
            self.source.remove(&source);
            self.target[target] = false;
        }
        both
    }

    /// Whether a unit of one side was left over and is no more.
    fn taken(&self, pairing: &Pairing) -> bool {
        match (&pairing.source[..], &pairing.target[..]) {
            ([], target) => target.iter().any(|at| !self.target[*at]),
            (source, []) => source.iter().any(|at| !self.source.contains(at)),
            _ => false,
        }
    }
}

/// Left-over paragraphs that follow each other on both sides, and what speaks for each pair; ascending.
struct Block {
    pairs: Vec<(usize, usize, f64)>,
}

impl Block {
    /// The pairs before and after a pair that may have been moved with it.
    fn around(seed: (usize, usize, f64), weigh: &mut Weigh<'_, '_>, lone: &Lone) -> Block {
        let mut beside = |source: Option<usize>, target: Option<usize>| {
            let (source, target) = source.zip(target).filter(|(source, target)| lone.has(*source, *target))?;
            Some((source, target, weigh.pair(source, target))).filter(|pair| pair.2 > BESIDE)
        };
        let mut pairs: Vec<_> =
            (1..FAR).map_while(|step| beside(seed.0.checked_sub(step), seed.1.checked_sub(step))).collect();
        pairs.reverse();
        pairs.push(seed);
        pairs.extend((1..FAR).map_while(|step| beside(Some(seed.0 + step), Some(seed.1 + step))));
        Block { pairs }
    }

    fn holds(&self, source: usize, target: usize) -> bool {
        self.pairs.first().is_some_and(|first| {
            first.0 <= source && source - first.0 < self.pairs.len() && first.1 + (source - first.0) == target
        })
    }

    fn score(&self) -> f64 {
        self.pairs.iter().map(|pair| pair.2).sum()
    }
}

/// The score of two paragraphs, wherever they are.
struct Weigh<'t, 'p> {
    task: &'t Task<'p>,
    model: &'t Model,
    marks: &'t MarkTables,
    judge: Judge<'t>,
}

impl Weigh<'_, '_> {
    fn pair(&mut self, source: usize, target: usize) -> f64 {
        let block = Part { source: &[source], target: &[target] };
        words(&self.judge.shown(block.source, block.target), self.model)
            + Lengths::new(self.task.sides(), block, self.model).score(0, 0, 1, 1)
            + kept(self.task.sides(), block, Some(0), self.marks)
    }
}

/// Pairs of left-over paragraphs that share rare words and are on different sides of some unit, with the score
/// of each, the best first.
fn candidates(weigh: &mut Weigh<'_, '_>, found: &[Pairing], lone: &Lone, places: &Places) -> Vec<(usize, usize, f64)> {
    let task = weigh.task;
    let source = task.sides().0;
    let mut candidates = Vec::new();
    for (at, room) in rooms(found).into_iter().filter(|(at, _)| source.features[*at].size.words >= TELLING) {
        let mut votes: FxHashMap<usize, u32> = FxHashMap::default();
        for word in source.words(at) {
            for link in task.links.of(*word) {
                let paragraphs = places.of(link.target);
                if paragraphs.len() <= RARE {
                    for other in paragraphs.iter().map(|other| *other as usize).filter(|other| lone.target[*other]) {
                        *votes.entry(other).or_default() += 1;
                    }
                }
            }
        }
        let mut others: Vec<usize> = votes.into_keys().filter(|other| !(room.0..room.1).contains(other)).collect();
        others.sort_unstable();
        for other in others {
            let score = weigh.pair(at, other);
            if score > SURE {
                candidates.push((at, other, score));
            }
        }
    }
    candidates.sort_by(|x, y| y.2.total_cmp(&x.2).then((x.0, x.1).cmp(&(y.0, y.1))));
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
