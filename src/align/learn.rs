//! Word pairs learned from units that are sure, or that a person accepted.
//!
//! Two words are learned as a pair where they occur in the same units far oftener than by chance: by
//! log-likelihood ratio (Dunning 1993) over 10, and by Dice's coefficient at least 0.7 of the best that either word
//! reaches with any other.

use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};

use crate::lang::Language;
use crate::text::Paragraph;

use super::lexicon::{Learned, Lexicon};
use super::observation::Observation;
use super::reading::Reading;
use super::side::Side;
use super::unit::Unit;
use super::witnesses::{Witnesses, unescape};

/// A word in a larger share of units distinguishes too little to be worth counting.
const COMMON: f64 = 0.04;

/// Beside the association itself, how far a learned pair is trusted.
const TRUST: f64 = 0.7;
const LIKELIHOOD: f64 = 10.0;
const NEAR_BEST: f64 = 0.7;

impl Observation {
    /// Texts of two languages that a person paired.
    pub fn of_texts(languages: (&Language, &Language), pairs: &[(&str, &str)]) -> Observation {
        let sources: Vec<Paragraph> = pairs.iter().map(|pair| Paragraph::alone(pair.0)).collect();
        let targets: Vec<Paragraph> = pairs.iter().map(|pair| Paragraph::alone(pair.1)).collect();
        let units: Vec<Unit> = (0..pairs.len()).map(|at| Unit::new(vec![at], vec![at])).collect();
        let side = |language, paragraphs| Side { language, paragraphs, blocks: &[], text: "" };
        Reading::of(&side(languages.0, &sources), &side(languages.1, &targets)).observe(&units)
    }
}

/// Adds to a lexicon what the observations, all of its pair of languages, have in common. The answer depends neither on
/// their order nor on the number of threads.
pub fn learn(observations: impl IntoIterator<Item = Observation>, lexicon: &Lexicon) -> Lexicon {
    let mut witnesses = Witnesses::default();
    observations.into_iter().for_each(|observation| observation.add_to(&mut witnesses));
    lexicon.with_learned(&learned(&witnesses))
}

/// The pairs of words that the units have in common, by the letters of the source, then of the target.
pub fn learned(witnesses: &Witnesses) -> Vec<Learned> {
    let counted = Counted::new(witnesses);
    let shards = rayon::current_num_threads().max(1) * 4;
    let together = |shard: usize| counted.together(shard as u32, shards as u32);
    // A thread of the pool that waits for the others takes up other work meanwhile, which may wait for this lexicon.
    let pairs: Vec<(u32, u32, u32)> = match rayon::current_thread_index() {
        Some(_) => (0..shards).flat_map(together).collect(),
        None => (0..shards).into_par_iter().flat_map_iter(together).collect(),
    };
    let mut known = Vec::new();
    for (s, t, together) in pairs {
        let (a, b) = (counted.spread.0[s as usize], counted.spread.1[t as usize]);
        if likelihood_ratio(f64::from(together), f64::from(a), f64::from(b), counted.units.len() as f64) > LIKELIHOOD {
            known.push((s, t, 2.0 * f64::from(together) / f64::from(a + b)));
        }
    }
    let mut best = (vec![0.0f64; counted.spread.0.len()], vec![0.0f64; counted.spread.1.len()]);
    for (s, t, dice) in &known {
        best.0[*s as usize] = best.0[*s as usize].max(*dice);
        best.1[*t as usize] = best.1[*t as usize].max(*dice);
    }
    let near = |s: u32, t: u32| NEAR_BEST * best.0[s as usize].max(best.1[t as usize]);
    let mut learned: Vec<Learned> = known
        .into_iter()
        .filter(|(s, t, dice)| *dice >= near(*s, *t))
        .filter_map(|(s, t, dice)| {
            let (source, target) = (unescape(counted.keys.0[s as usize])?, unescape(counted.keys.1[t as usize])?);
            Some(Learned { source, target, trust: (TRUST * dice) as f32 })
        })
        .collect();
    learned.sort_by(|a, b| (&a.source, &a.target).cmp(&(&b.source, &b.target)));
    learned
}

/// The units with numbers for their words.
struct Counted<'w> {
    units: Vec<(Vec<u32>, Vec<u32>)>,
    keys: (Vec<&'w str>, Vec<&'w str>),
    /// The number of units with the word.
    spread: (Vec<u32>, Vec<u32>),
}

impl<'w> Counted<'w> {
    fn new(witnesses: &'w Witnesses) -> Counted<'w> {
        let mut numbers: (FxHashMap<&str, u32>, FxHashMap<&str, u32>) = Default::default();
        let mut keys: (Vec<&str>, Vec<&str>) = Default::default();
        // A paragraph that is met again is no second witness.
        let mut met: (FxHashSet<&str>, FxHashSet<&str>) = Default::default();
        let mut units = Vec::new();
        for (source, target) in witnesses.lines().filter_map(|line| line.split_once('\t')) {
            let news = (met.0.insert(source), met.1.insert(target));
            if news.0 && news.1 {
                let source = numbered(source, &mut numbers.0, &mut keys.0);
                units.push((source, numbered(target, &mut numbers.1, &mut keys.1)));
            }
        }
        let mut spread = (vec![0u32; keys.0.len()], vec![0u32; keys.1.len()]);
        for (source, target) in &units {
            source.iter().for_each(|word| spread.0[*word as usize] += 1);
            target.iter().for_each(|word| spread.1[*word as usize] += 1);
        }
        // One occurrence cannot be distinguished from chance, and a word of every unit distinguishes nothing.
        let common = ((units.len() as f64 * COMMON) as u32).max(30);
        let telling = |count: u32| (2..=common).contains(&count);
        for (source, target) in &mut units {
            source.retain(|word| telling(spread.0[*word as usize]));
            target.retain(|word| telling(spread.1[*word as usize]));
        }
        Counted { units, keys, spread }
    }

    /// How often words occur together, for the source words of a shard, in no order that matters.
    fn together(&self, shard: u32, shards: u32) -> Vec<(u32, u32, u32)> {
        let mut counts: FxHashMap<(u32, u32), u32> = FxHashMap::default();
        for (source, target) in &self.units {
            for s in source.iter().filter(|word| *word % shards == shard) {
                for t in target {
                    *counts.entry((*s, *t)).or_default() += 1;
                }
            }
        }
        counts.into_iter().filter(|(_, count)| *count > 1).map(|((s, t), count)| (s, t, count)).collect()
    }
}

fn numbered<'w>(side: &'w str, numbers: &mut FxHashMap<&'w str, u32>, keys: &mut Vec<&'w str>) -> Vec<u32> {
    side.split(' ')
        .filter(|word| !word.is_empty())
        .map(|word| {
            *numbers.entry(word).or_insert_with(|| {
                keys.push(word);
                keys.len() as u32 - 1
            })
        })
        .collect()
}

/// Dunning's ratio for a pair that occurs `together` times, its words `a` and `b` times in `n` units; 0 where they avoid
/// each other.
fn likelihood_ratio(together: f64, a: f64, b: f64, n: f64) -> f64 {
    if together * n <= 1.5 * a * b {
        return 0.0;
    }
    let log = |k: f64, n: f64, p: f64| {
        let p = p.clamp(1e-9, 1.0 - 1e-9);
        k * p.ln() + (n - k) * (1.0 - p).ln()
    };
    let rest = (n - a).max(1.0);
    let (p, with, without) = (b / n, together / a, (b - together) / rest);
    2.0 * (log(together, a, with) + log(b - together, rest, without) - log(together, a, p) - log(b - together, rest, p))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn learned(pairs: &[(&str, &str)]) -> Lexicon {
        let (ru, en) = ("ru".parse().unwrap(), "en".parse().unwrap());
        learn([Observation::of_texts((&ru, &en), pairs)], &Lexicon::new(&ru, &en))
    }

    #[test]
    fn words_that_keep_together_are_learned() {
        let mut pairs = vec![("кошка пьёт", "cat drinks"), ("кошка ждёт", "cat waits"), ("кошка идёт", "cat goes")];
        let others: Vec<(String, String)> =
            (0..40).map(|at| (format!("слово{at} {at}"), format!("word{at} {at}"))).collect();
        pairs.extend(others.iter().map(|pair| (pair.0.as_str(), pair.1.as_str())));
        let lexicon = learned(&pairs);
        assert!(lexicon.translations("кошк").any(|known| known.0 == "cat"));
    }

    #[test]
    fn a_single_meeting_teaches_nothing() {
        assert!(learned(&[("кошка", "cat"), ("дом", "house"), ("сад", "garden")]).is_empty());
    }
}
