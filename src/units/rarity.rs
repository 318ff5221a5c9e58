//! How alike two texts of one document are, where a word counts by how few of the document's texts have it.
//!
//! In texts of one template the words of the template say nothing about which text is which; the name in it says all.
//! The weight is the inverse document frequency (Spärck Jones 1972). Words that are always together, as those of one way
//! to put it are, are hardly more evidence than one of them; figures change more readily than words.

use rustc_hash::FxHashMap;
use unicode_segmentation::UnicodeSegmentation;

/// So many letters of a word are kept: enough to know it, too few for most of its endings.
const LETTERS: usize = 5;
/// What a word counts that all texts have.
const COMMON: f64 = 0.05;
/// What a figure counts beside a word that is as rare.
const FIGURE: f64 = 0.7;

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
        let mut weights = weights(words.len(), was.iter().chain(&now));
        for (word, at) in &words {
            if word.starts_with(|letter: char| letter.is_ascii_digit()) {
                weights[*at as usize] *= FIGURE;
            }
        }
        Rarity { was, now, weights }
    }

    /// How alike an accepted text and a paragraph of today are, 0 to 1: the weight of the words they share, of that of
    /// all words of both.
    pub(super) fn likeness(&self, was: usize, now: usize) -> f64 {
        2.0 * self.shared(was, now) / (self.weigh(&self.was[was]) + self.weigh(&self.now[now])).max(f64::MIN_POSITIVE)
    }

    /// How much of an accepted text is in a paragraph of today, 0 to 1.
    pub(super) fn within(&self, was: usize, now: usize) -> f64 {
        self.shared(was, now) / self.weigh(&self.was[was]).max(f64::MIN_POSITIVE)
    }

    fn shared(&self, was: usize, now: usize) -> f64 {
        let (was, now) = (&self.was[was], &self.now[now]);
        let shared: Vec<u32> = was.iter().filter(|word| now.binary_search(word).is_ok()).copied().collect();
        self.weigh(&shared)
    }

    fn weigh(&self, words: &[u32]) -> f64 {
        words.iter().map(|word| self.weights[*word as usize]).sum()
    }
}

/// What each of so many words counts in these texts.
fn weights<'t>(words: usize, texts: impl Iterator<Item = &'t Vec<u32>>) -> Vec<f64> {
    // An accepted text and the same text of today are one. The order is given, so that the sums are always the same.
    let mut texts: Vec<&Vec<u32>> = texts.collect();
    texts.sort_unstable();
    texts.dedup();
    let mut having: Vec<Vec<u32>> = vec![Vec::new(); words];
    for (at, bag) in (0..).zip(&texts) {
        bag.iter().for_each(|word| having[*word as usize].push(at));
    }
    let mut together: FxHashMap<&[u32], f64> = FxHashMap::default();
    having.iter().for_each(|texts| *together.entry(texts).or_default() += 1.0);
    let weight = |having: &Vec<u32>| {
        let rarity = COMMON + (texts.len() as f64 / having.len() as f64).ln();
        // Words that one text alone has are nobody's template.
        if having.len() > 1 { rarity / together[having.as_slice()].sqrt() } else { rarity }
    };
    having.iter().map(weight).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_way_to_put_it_says_less_than_the_name() {
        let way = "The council has set it again:";
        let was: [String; 4] =
            [format!("{way} honey, 41."), format!("{way} milk, 52."), format!("{way} tea, 9."), "Bread: 7.".into()];
        let now: [String; 4] =
            ["Honey: 41.".into(), format!("{way} milk, 60."), format!("{way} tea, 9."), "Bread: 8.".into()];
        let [was, now] = [&was, &now].map(|texts| texts.each_ref().map(String::as_str));
        let rarity = Rarity::of(&was, &now);
        assert!(rarity.likeness(0, 0) > rarity.likeness(0, 1));
    }

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
