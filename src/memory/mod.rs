//! The translation memory: what was translated before, found again when something like it has to be translated.
//!
//! Knows pairs of texts and where they come from, as a word. Never knows paths, files or who accepted what.
//!
//! Paragraphs and, where both sides have equally many, their sentences are indexed by the beginnings of their words.
//! A query adds up the weights of what it shares with each of them, rare words first (Witten, Moffat, Bell, *Managing
//! Gigabytes*, chapter 4), and measures only the best of them letter by letter and word by word, with Myers's
//! bit-parallel edit distance (JACM 46, 1999) of `rapidfuzz`.

mod concordance;
mod index;
mod likeness;
mod token;

pub use concordance::{Mention, Wing};

use std::sync::{Arc, OnceLock};

use rayon::prelude::*;
use rustc_hash::FxHashSet;

use self::index::Index;
use self::likeness::Likeness;
use crate::text::{Span, sentences};

/// Something translated before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pair {
    /// May hold several paragraphs, separated by blank lines.
    pub source: String,
    /// Its translation, in the same form.
    pub target: String,
    /// Where it comes from, for people: a document, an imported file.
    pub origin: Arc<str>,
}

/// Pairs, ready to be searched.
#[derive(Debug, Default)]
pub struct Memory {
    pairs: Vec<Pair>,
    /// What is indexed: whole pairs first, in order, then sentences.
    items: Vec<Item>,
    sources: Index,
    /// Made when it is first asked for: most queries are about the original's side.
    targets: OnceLock<Index>,
    /// Hashes of the folded sources of items, sorted.
    exact: Vec<(u64, u32)>,
}

/// A pair or a sentence of one.
#[derive(Clone, Copy, Debug)]
struct Item {
    pair: u32,
    source: Span,
    target: Span,
}

/// Something like what was asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Match<'a> {
    /// 1 to 100; 100 where only wrapping, typography or emphasis differ, 99 where letter case differs too.
    pub percent: u8,
    /// The known source, or one sentence of it.
    pub source: &'a str,
    /// Its translation.
    pub target: &'a str,
    /// The pair it is from.
    pub pair: &'a Pair,
    /// Whether `source` is one sentence of several of the pair's.
    pub sentence: bool,
}

/// How many of the most promising items are measured exactly.
const MEASURED: usize = 200;

impl Memory {
    /// Indexes the pairs; those with an empty side are left out. At most 2³² − 1 pairs and sentences.
    pub fn new(pairs: Vec<Pair>) -> Memory {
        let empty = |text: &str| text.trim().is_empty();
        let pairs: Vec<Pair> = pairs.into_iter().filter(|pair| !empty(&pair.source) && !empty(&pair.target)).collect();
        let mut items: Vec<Item> = Vec::with_capacity(pairs.len());
        for (at, pair) in (0..u32::MAX).zip(&pairs) {
            let (source, target) = (Span::new(0, pair.source.len()), Span::new(0, pair.target.len()));
            items.push(Item { pair: at, source, target });
        }
        for (at, pair) in (0..u32::MAX).zip(&pairs) {
            let source = sentences(&pair.source);
            if source.len() < 2 {
                continue;
            }
            let target = sentences(&pair.target);
            if source.len() == target.len() {
                items.extend(source.into_iter().zip(target).map(|(source, target)| Item { pair: at, source, target }));
            }
        }
        items.truncate(u32::MAX as usize);
        let source = |item: &Item| &pairs[item.pair as usize].source[item.source.range()];
        let sources = Index::new(&items.iter().map(source).collect::<Vec<_>>());
        let hashes: Vec<u64> = items.par_iter().map(|item| token::hash(&token::fold(source(item)))).collect();
        let mut exact: Vec<(u64, u32)> = hashes.into_iter().zip(0..u32::MAX).collect();
        exact.sort_unstable();
        Memory { pairs, items, sources, targets: OnceLock::new(), exact }
    }

    fn targets(&self) -> &Index {
        self.targets.get_or_init(|| Index::new(&self.pairs.iter().map(|pair| pair.target.as_str()).collect::<Vec<_>>()))
    }

    /// How many pairs it holds.
    pub fn len(&self) -> usize {
        self.pairs.len()
    }

    /// Whether it holds no pair.
    pub fn is_empty(&self) -> bool {
        self.pairs.is_empty()
    }

    /// The pairs, in the order they were given.
    pub fn pairs(&self) -> &[Pair] {
        &self.pairs
    }

    /// Whole paragraphs whose source says the same, whatever its wrapping, typography or emphasis; in order, each
    /// translation once.
    pub fn exact(&self, source: &str) -> Vec<Match<'_>> {
        let folded = token::fold(source);
        let mut seen = FxHashSet::default();
        let matches = self.same(&folded).filter(|at| (*at as usize) < self.pairs.len()).map(|at| self.shown(at, 100));
        matches
            .filter(|found| token::plain(found.source) == token::plain(source))
            .filter(|found| seen.insert(found.target))
            .collect()
    }

    /// The items most like `source`, at least `minimum` percent; best first, then in the order they were given.
    pub fn search(&self, source: &str, limit: usize, minimum: u8) -> Vec<Match<'_>> {
        let folded = token::fold(source);
        if folded.is_empty() || limit == 0 {
            return Vec::new();
        }
        let mut candidates: Vec<u32> = self.same(&folded).take(MEASURED).collect();
        candidates.extend(self.sources.promising(&folded, f32::from(minimum) / 100.0, MEASURED));
        candidates.sort_unstable();
        candidates.dedup();
        let likeness = Likeness::new(source, &folded);
        let mut found: Vec<(u8, u32)> = candidates
            .into_iter()
            .map(|at| (likeness.percent(self.source(at)), at))
            .filter(|(percent, _)| *percent >= minimum.max(1))
            .collect();
        found.sort_unstable_by_key(|(percent, at)| (std::cmp::Reverse(*percent), *at));
        let mut seen = FxHashSet::default();
        let shown = found.into_iter().map(|(percent, at)| self.shown(at, percent));
        shown.filter(|found| seen.insert((found.source, found.target))).take(limit).collect()
    }

    /// For every sentence of a paragraph of several, its span in `source` and the matches that are at least `minimum`
    /// percent; sentences without any are absent.
    pub fn by_sentence(&self, source: &str, limit: usize, minimum: u8) -> Vec<(Span, Vec<Match<'_>>)> {
        let spans = sentences(source);
        if spans.len() < 2 {
            return Vec::new();
        }
        let found = spans.into_iter().map(|span| (span, self.search(&source[span.range()], limit, minimum)));
        found.filter(|(_, matches)| !matches.is_empty()).collect()
    }

    /// Items whose folded source is `folded`.
    fn same<'a>(&'a self, folded: &'a str) -> impl Iterator<Item = u32> + 'a {
        let wanted = token::hash(folded);
        let from = self.exact.partition_point(|(hash, _)| *hash < wanted);
        let equal = self.exact[from..].iter().take_while(move |(hash, _)| *hash == wanted);
        equal.map(|(_, at)| *at).filter(move |at| token::fold(self.source(*at)) == folded)
    }

    fn source(&self, at: u32) -> &str {
        let item = self.items[at as usize];
        &self.pairs[item.pair as usize].source[item.source.range()]
    }

    fn shown(&self, at: u32, percent: u8) -> Match<'_> {
        let item = self.items[at as usize];
        let pair = &self.pairs[item.pair as usize];
        Match {
            percent,
            source: &pair.source[item.source.range()],
            target: &pair.target[item.target.range()],
            pair,
            sentence: (at as usize) >= self.pairs.len(),
        }
    }
}

#[cfg(test)]
mod tests;
