//! Which texts share what with a query: lists of texts by feature, the shortest list read first.

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use super::token;

/// Lists of texts by what is in them.
#[derive(Debug, Default)]
pub(super) struct Index {
    numbers: FxHashMap<u64, u32>,
    /// Where each feature's list starts in `texts`; one more than there are features.
    starts: Vec<usize>,
    texts: Vec<u32>,
    /// By text, the sum of its features' weights.
    weights: Vec<f32>,
}

impl Index {
    pub(super) fn new(texts: &[&str]) -> Index {
        // Folding takes most of the time and is done on all cores; numbers are given in order, so that the index is
        // the same whatever their number.
        let features: Vec<Vec<u64>> = texts.par_iter().map(|text| token::features(&token::fold(text))).collect();
        let mut numbers: FxHashMap<u64, u32> = FxHashMap::default();
        let mut counts: Vec<usize> = Vec::new();
        let mut by_text: Vec<u32> = Vec::new();
        let mut ends: Vec<usize> = Vec::new();
        for features in features {
            for feature in features {
                let next = u32::try_from(numbers.len()).unwrap_or(u32::MAX);
                let number = *numbers.entry(feature).or_insert(next);
                if number == next {
                    counts.push(0);
                }
                counts[number as usize] += 1;
                by_text.push(number);
            }
            ends.push(by_text.len());
        }
        let mut starts = Vec::with_capacity(counts.len() + 1);
        let mut sum = 0;
        starts.push(0);
        for count in &counts {
            sum += count;
            starts.push(sum);
        }
        let mut free = starts.clone();
        let mut lists = vec![0u32; by_text.len()];
        let mut weights = Vec::with_capacity(ends.len());
        let mut from = 0;
        for (end, text) in ends.iter().zip(0u32..) {
            let mut weight = 0.0;
            for number in &by_text[from..*end] {
                let number = *number as usize;
                lists[free[number]] = text;
                free[number] += 1;
                weight += rarity(counts[number], ends.len());
            }
            weights.push(weight);
            from = *end;
        }
        Index { numbers, starts, texts: lists, weights }
    }

    /// The texts that hold a word of this feature, ascending.
    pub(super) fn list(&self, feature: u64) -> &[u32] {
        let Some(number) = self.numbers.get(&feature) else { return &[] };
        let number = *number as usize;
        &self.texts[self.starts[number]..self.starts[number + 1]]
    }

    /// Up to `limit` texts that share most with the query, by shared weight (Dice), in no order.
    ///
    /// `minimum` is the least likeness, 0 to 1, that the caller wants to see: texts that do not share about so much
    /// are passed over without being looked at.
    pub(super) fn promising(&self, folded: &str, minimum: f32, limit: usize) -> Vec<u32> {
        let mut lists: Vec<&[u32]> = Vec::new();
        let mut unknown = 0.0;
        for feature in token::features(folded) {
            match self.list(feature) {
                [] => unknown += rarity(1, self.weights.len()),
                list => lists.push(list),
            }
        }
        lists.sort_by_key(|list| list.len());
        let weight = |list: &[u32]| rarity(list.len(), self.weights.len());
        let whole: f32 = lists.iter().map(|list| weight(list)).sum::<f32>() + unknown;
        // Words that differ a little in their endings share no feature, and words of one letter weigh little, so
        // that half of the likeness asked for is enough to be looked at.
        let needed = whole * minimum * 0.5;
        let mut left: f32 = whole - unknown;
        let mut shared = vec![0f32; self.weights.len()];
        let mut seen: Vec<u32> = Vec::new();
        for list in lists {
            let more = weight(list);
            // A text first met here shares `left` at most.
            let open = left >= needed || seen.is_empty();
            for text in list {
                let place = &mut shared[*text as usize];
                if *place > 0.0 {
                    *place += more;
                } else if open {
                    *place = more;
                    seen.push(*text);
                }
            }
            left -= more;
        }
        let likeness = |text: &u32| {
            let text = *text as usize;
            2.0 * shared[text] / (whole + self.weights[text])
        };
        if seen.len() > limit {
            seen.select_nth_unstable_by(limit, |a, b| likeness(b).total_cmp(&likeness(a)).then(a.cmp(b)));
            seen.truncate(limit);
        }
        seen
    }
}

/// The weight of a feature: the logarithm of how rare it is, never nothing.
#[expect(clippy::cast_precision_loss, reason = "counts of texts need no more than 24 bits here")]
fn rarity(count: usize, of: usize) -> f32 {
    (1.0 + of as f32 / count as f32).ln()
}
