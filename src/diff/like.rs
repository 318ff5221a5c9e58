//! Paragraphs that changed their wording, found by the words they share.

use rustc_hash::FxHashMap;
use unicode_segmentation::UnicodeSegmentation;

use super::matched::{Fate, Matched};

/// Shared words, of all words of both (Dice), that make two paragraphs of one gap the same paragraph reworded.
const LIKE_IN_GAP: f64 = 0.3;
/// The same for the only paragraphs of a gap.
const LIKE_ALONE: f64 = 0.15;
/// The same for paragraphs that are in different gaps: moved and reworded.
const LIKE_MOVED: f64 = 0.6;
/// The least number of words that are enough to know a paragraph far from its place.
const WORDS_MOVED: usize = 4;
/// The share of a paragraph's words that must be in what is left of another to be split off it.
const CONTAINED: f64 = 0.6;
/// A gap of so many possible pairs is tried pair by pair; others through their rare words and their places.
const SMALL_GAP: usize = 144;
/// A word of more paragraphs than this finds no candidates.
const COMMON: usize = 24;
/// Up to this many words a paragraph is also compared by pairs of letters.
const SHORT: usize = 4;

/// Pairs what `equal` leaves over; `standing` says which of its pairs keep their order.
pub(super) fn pair_like(was: &[&str], now: &[&str], equal: &[(usize, usize)], standing: &[bool]) -> Vec<Matched> {
    if was.is_empty() || now.is_empty() {
        return Vec::new();
    }
    let sides = Sides::new(was, now, equal, standing);
    let mut candidates = sides.candidates();
    candidates.sort_by(|left, right| right.score.total_cmp(&left.score).then(left.key().cmp(&right.key())));
    let mut groups = Groups { old: vec![None; sides.old.len()], new: vec![None; sides.new.len()], all: Vec::new() };
    for candidate in candidates {
        if groups.old[candidate.old].is_none() && groups.new[candidate.new].is_none() {
            groups.old[candidate.old] = Some(groups.all.len());
            groups.new[candidate.new] = Some(groups.all.len());
            groups.all.push((vec![candidate.old], vec![candidate.new]));
        }
    }
    groups.grow(&sides);
    groups.all.into_iter().map(|(old, new)| sides.matched(&old, &new)).collect()
}

struct Sides {
    old: Vec<Left>,
    new: Vec<Left>,
}

/// A paragraph that has no equal one.
struct Left {
    /// Its index in its version.
    at: usize,
    /// How many pairs that keep their order are before it.
    gap: usize,
    words: Bag,
    letters: Option<Bag>,
}

impl Left {
    fn new(text: &str, at: usize, gap: usize) -> Left {
        let words = Bag::words(text);
        let letters = (words.total <= SHORT).then(|| Bag::letters(text));
        Left { at, gap, words, letters }
    }
}

impl Sides {
    fn new(was: &[&str], now: &[&str], equal: &[(usize, usize)], standing: &[bool]) -> Sides {
        let mut old: Vec<(bool, bool)> = vec![(false, false); was.len()];
        let mut new: Vec<(bool, bool)> = vec![(false, false); now.len()];
        for ((was, now), standing) in equal.iter().zip(standing) {
            (old[*was], new[*now]) = ((true, *standing), (true, *standing));
        }
        Sides { old: left(was, &old), new: left(now, &new) }
    }

    fn matched(&self, old: &[usize], new: &[usize]) -> Matched {
        let fate = match (old.len(), new.len()) {
            (1, 1) => Fate::Reworded,
            (1, _) => Fate::Split,
            _ => Fate::Merged,
        };
        let was = old.iter().map(|at| self.old[*at].at).collect();
        Matched { was, now: new.iter().map(|at| self.new[*at].at).collect(), fate, moved: false }
    }

    fn candidates(&self) -> Vec<Candidate> {
        let mut candidates = Vec::new();
        let mut large = Vec::new();
        let (mut old_end, mut new_end) = (0, 0);
        while old_end < self.old.len() {
            let gap = self.old[old_end].gap;
            let old = run(&self.old, old_end, gap);
            new_end += self.new[new_end..].partition_point(|left| left.gap < gap);
            let new = run(&self.new, new_end, gap);
            (old_end, new_end) = (old.end, new.end);
            let alone = old.len() == 1 && new.len() == 1;
            if old.len() * new.len() > SMALL_GAP {
                self.by_place(&old, &new, &mut candidates);
                large.extend(old);
                continue;
            }
            let limit = if alone { LIKE_ALONE } else { LIKE_IN_GAP };
            for old in old.clone() {
                let before = candidates.len();
                candidates.extend(new.clone().filter_map(|new| self.candidate(old, new, limit)));
                if candidates.len() == before {
                    large.push(old);
                }
            }
        }
        self.by_rare_words(&large, &mut candidates);
        candidates
    }

    /// Pairs that are about equally deep in their gap.
    fn by_place(&self, old: &std::ops::Range<usize>, new: &std::ops::Range<usize>, candidates: &mut Vec<Candidate>) {
        for at in old.clone() {
            let middle = new.start + (at - old.start) * new.len() / old.len();
            let near = middle.saturating_sub(2).max(new.start)..(middle + 3).min(new.end);
            candidates.extend(near.filter_map(|new| self.candidate(at, new, LIKE_IN_GAP)));
        }
    }

    /// Pairs that share words which few paragraphs have, wherever they are.
    fn by_rare_words(&self, old: &[usize], candidates: &mut Vec<Candidate>) {
        if old.is_empty() || self.new.is_empty() {
            return;
        }
        let mut having: FxHashMap<u64, Vec<usize>> = FxHashMap::default();
        for (at, left) in self.new.iter().enumerate() {
            for (word, _) in &left.words.counts {
                let having = having.entry(*word).or_default();
                if having.len() <= COMMON {
                    having.push(at);
                }
            }
        }
        for &old in old {
            let mut shared: FxHashMap<usize, usize> = FxHashMap::default();
            for (word, _) in &self.old[old].words.counts {
                if let Some(having) = having.get(word).filter(|having| having.len() <= COMMON) {
                    having.iter().for_each(|at| *shared.entry(*at).or_default() += 1);
                }
            }
            let mut shared: Vec<(usize, usize)> = shared.into_iter().collect();
            shared.sort_unstable_by_key(|(at, count)| (std::cmp::Reverse(*count), *at));
            for (new, _) in shared.into_iter().take(8) {
                let limit = if self.old[old].gap == self.new[new].gap { LIKE_IN_GAP } else { LIKE_MOVED };
                candidates.extend(self.candidate(old, new, limit));
            }
        }
    }

    fn candidate(&self, old: usize, new: usize, limit: f64) -> Option<Candidate> {
        let (was, now) = (&self.old[old], &self.new[new]);
        let score = likeness(was, now);
        let known = limit < LIKE_MOVED || was.words.total.min(now.words.total) >= WORDS_MOVED;
        let short = limit == LIKE_ALONE && was.words.total.max(now.words.total) <= SHORT;
        (known && (score >= limit || short)).then_some(Candidate { score, old, new })
    }
}

struct Candidate {
    score: f64,
    old: usize,
    new: usize,
}

impl Candidate {
    fn key(&self) -> (usize, usize) {
        (self.old, self.new)
    }
}

fn left(texts: &[&str], paired: &[(bool, bool)]) -> Vec<Left> {
    let mut left = Vec::new();
    let mut gap = 0;
    for (at, (text, (paired, standing))) in texts.iter().zip(paired).enumerate() {
        gap += usize::from(*standing);
        if !paired {
            left.push(Left::new(text, at, gap));
        }
    }
    left
}

fn run(left: &[Left], start: usize, gap: usize) -> std::ops::Range<usize> {
    start..start + left[start..].partition_point(|left| left.gap <= gap)
}

fn likeness(was: &Left, now: &Left) -> f64 {
    let dice = was.words.dice(&now.words);
    let least = was.words.total.min(now.words.total);
    // A piece that is wholly in the other is part of it, however small.
    let contained = was.words.shared(&now.words) as f64 / least.max(1) as f64;
    let part = if contained >= 0.8 && least >= 3 { 0.4 * contained } else { 0.0 };
    let letters = match (&was.letters, &now.letters) {
        (Some(was), Some(now)) => 0.9 * was.dice(now),
        _ => 0.0,
    };
    dice.max(part).max(letters)
}

/// Groups of paragraphs that belong together, as indices into [`Sides`].
struct Groups {
    old: Vec<Option<usize>>,
    new: Vec<Option<usize>>,
    all: Vec<(Vec<usize>, Vec<usize>)>,
}

impl Groups {
    /// Joins to each pair the neighbours without counterpart that hold what the pair lacks.
    fn grow(&mut self, sides: &Sides) {
        for group in 0..self.all.len() {
            let (old, new) = (self.all[group].0[0], self.all[group].1[0]);
            let split = grown(&sides.new, new, &self.new, &sides.old[old].words);
            if split.len() > 1 {
                split.iter().for_each(|at| self.new[*at] = Some(group));
                self.all[group].1 = split;
                continue;
            }
            let merged = grown(&sides.old, old, &self.old, &sides.new[new].words);
            merged.iter().for_each(|at| self.old[*at] = Some(group));
            self.all[group].0 = merged;
        }
    }
}

/// `start` and the free paragraphs beside it whose words are in what is left of `whole`.
fn grown(side: &[Left], start: usize, groups: &[Option<usize>], whole: &Bag) -> Vec<usize> {
    let mut rest = whole.without(&side[start].words);
    let (mut first, mut last) = (start, start);
    loop {
        let joins = |at: usize, rest: &Bag| groups[at].is_none() && rest.holds(&side[at].words);
        let beside = |left: usize, right: usize| side[left].at + 1 == side[right].at;
        if last + 1 < side.len() && beside(last, last + 1) && joins(last + 1, &rest) {
            last += 1;
            rest = rest.without(&side[last].words);
        } else if first > 0 && beside(first - 1, first) && joins(first - 1, &rest) {
            first -= 1;
            rest = rest.without(&side[first].words);
        } else {
            return (first..=last).collect();
        }
    }
}

/// Words (or pairs of letters) with their counts, sorted.
struct Bag {
    counts: Vec<(u64, usize)>,
    total: usize,
}

impl Bag {
    fn words(text: &str) -> Bag {
        Bag::of(text.unicode_words().map(|word| hash(&word.to_lowercase())).collect())
    }

    fn letters(text: &str) -> Bag {
        let letters: Vec<char> = text.to_lowercase().chars().filter(|letter| letter.is_alphanumeric()).collect();
        Bag::of(letters.windows(2).map(|pair| (u64::from(pair[0]) << 32) | u64::from(pair[1])).collect())
    }

    fn of(mut items: Vec<u64>) -> Bag {
        items.sort_unstable();
        let counts = items.chunk_by(u64::eq).map(|run| (run[0], run.len())).collect();
        Bag { counts, total: items.len() }
    }

    fn dice(&self, other: &Bag) -> f64 {
        2.0 * self.shared(other) as f64 / (self.total + other.total).max(1) as f64
    }

    /// How many items are in both.
    fn shared(&self, other: &Bag) -> usize {
        let mut shared = 0;
        self.join(other, |own, other| shared += own.min(other));
        shared
    }

    fn without(&self, other: &Bag) -> Bag {
        let mut counts = Vec::with_capacity(self.counts.len());
        let mut at = 0;
        for (item, count) in &self.counts {
            at += other.counts[at..].partition_point(|(other, _)| other < item);
            let taken = other.counts.get(at).filter(|(other, _)| other == item).map_or(0, |(_, count)| *count);
            if *count > taken {
                counts.push((*item, count - taken));
            }
        }
        let total = counts.iter().map(|(_, count)| count).sum();
        Bag { counts, total }
    }

    /// Whether enough of `part` is in it; a part of one or two words must be in it wholly.
    fn holds(&self, part: &Bag) -> bool {
        let shared = self.shared(part);
        let needed = if part.total <= 2 { part.total as f64 } else { part.total as f64 * CONTAINED };
        shared > 0 && shared as f64 >= needed
    }

    fn join(&self, other: &Bag, mut both: impl FnMut(usize, usize)) {
        let (mut i, mut j) = (0, 0);
        while let (Some((own, count)), Some((item, others))) = (self.counts.get(i), other.counts.get(j)) {
            match own.cmp(item) {
                std::cmp::Ordering::Less => i += 1,
                std::cmp::Ordering::Greater => j += 1,
                std::cmp::Ordering::Equal => {
                    both(*count, *others);
                    (i, j) = (i + 1, j + 1);
                }
            }
        }
    }
}

fn hash(word: &str) -> u64 {
    use std::hash::Hasher;
    let mut hasher = rustc_hash::FxHasher::default();
    hasher.write(word.as_bytes());
    hasher.finish()
}
