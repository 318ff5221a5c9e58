//! How alike two texts are, in percent, by letters and by words.

use rapidfuzz::distance::levenshtein;

use super::token;

/// One text that others are measured against.
pub(super) struct Likeness {
    plain: String,
    letters: levenshtein::BatchComparator<char>,
    words: Vec<u64>,
}

impl Likeness {
    pub(super) fn new(text: &str, folded: &str) -> Likeness {
        Likeness {
            plain: token::plain(text),
            letters: levenshtein::BatchComparator::new(folded.chars()),
            words: word_hashes(folded),
        }
    }

    /// The mean of the shares of letters and of words that need no change, rounded down; 100 only for texts that
    /// differ in nothing but looks.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a share of 100 fits")]
    pub(super) fn percent(&self, text: &str) -> u8 {
        if token::plain(text) == self.plain {
            return 100;
        }
        let folded = token::fold(text);
        let letters = self.letters.normalized_similarity(folded.chars());
        let words = word_hashes(&folded);
        let words = match (words.is_empty(), self.words.is_empty()) {
            (true, true) => letters,
            _ => levenshtein::normalized_similarity(self.words.iter().copied(), words.iter().copied()),
        };
        ((letters + words) * 50.0).clamp(0.0, 99.0) as u8
    }
}

fn word_hashes(folded: &str) -> Vec<u64> {
    token::words(folded).map(|span| token::hash(&folded[span.range()])).collect()
}
