//! How alike two texts of one document are, where a word counts by how few of the document's texts have it.
//!
//! In texts of one template the words of the template say nothing about which text is which; the name in it says all.
//! The weight is the inverse document frequency (Spärck Jones 1972).

use rustc_hash::{FxHashMap, FxHashSet};
use unicode_segmentation::UnicodeSegmentation;

/// So many letters of a word are kept: enough to know it, too few for most of its endings.
const LETTERS: usize = 5;
/// What a word counts that all texts have.
const COMMON: f64 = 0.05;

/// Texts of one side of a document, accepted and of today, as weighted words.
pub(super) struct Rarity {
    was: Vec<Vec<u32>>,
    now: Vec<Vec<u32>>,
    /// By word.
    weights: Vec<f64>,
}

impl Rarity {
    pub(super) fn of(was: &[&str], now: &[&str]) -> Rarity {
        let mut words: FxHashMap<String, u32> = FxHashMap::default();
        let mut bag = |text: &&str| -> Vec<u32> {
            let mut bag: Vec<u32> = text
                .unicode_words()
                .map(|word| {
                    let word: String = word.chars().take(LETTERS).flat_map(char::to_lowercase).collect();
                    let next = words.len() as u32;
                    *words.entry(word).or_insert(next)
                })
                .collect();
            bag.sort_unstable();
            bag.dedup();
            bag
        };
        let was: Vec<Vec<u32>> = was.iter().map(&mut bag).collect();
        let now: Vec<Vec<u32>> = now.iter().map(&mut bag).collect();
        let mut weights = vec![0.0; words.len()];
        // An accepted text and the same text of today are one.
        let texts: FxHashSet<&Vec<u32>> = was.iter().chain(&now).collect();
        texts.iter().for_each(|bag| bag.iter().for_each(|word| weights[*word as usize] += 1.0));
        for weight in &mut weights {
            *weight = COMMON + (texts.len() as f64 / *weight).ln();
        }
        Rarity { was, now, weights }
    }

    /// How alike an accepted text and a paragraph of today are, 0 to 1: the weight of the words they share, of that of
    /// all words of both.
    pub(super) fn likeness(&self, was: usize, now: usize) -> f64 {
        let (was, now) = (&self.was[was], &self.now[now]);
        let weigh = |words: &[u32]| words.iter().map(|word| self.weights[*word as usize]).sum::<f64>();
        let shared: Vec<u32> = was.iter().filter(|word| now.binary_search(word).is_ok()).copied().collect();
        2.0 * weigh(&shared) / (weigh(was) + weigh(now)).max(f64::MIN_POSITIVE)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_in_a_template_says_which_text_it_is() {
        let was = ["The price of rye bread is 41.", "The price of oat flour is 52.", "The price of honey is 63."];
        let now =
            ["The price of rye bread is 52.", "The price of oat flour, at last, is 54.", "The price of honey is 63."];
        let rarity = Rarity::of(&was, &now);
        assert!(rarity.likeness(1, 1) > rarity.likeness(1, 0));
        assert!((rarity.likeness(2, 2) - 1.0).abs() < 1e-9);
    }
}
