//! The shares of words that the links explain, which the model mixes over.

use std::ops::AddAssign;

/// The shares of words that the links explain, mixed over.
pub(super) const LAMBDAS: usize = 8;
pub(super) const EXPLAINED: [f64; LAMBDAS] = [0.02, 0.05, 0.1, 0.18, 0.28, 0.4, 0.55, 0.7];

/// The words' score of paragraphs, given those of the other side.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct WordScore {
    /// Of words, one value for each λ.
    pub(super) words: [f32; LAMBDAS],
    /// Of numbers, which have a λ of their own.
    pub(super) numbers: f32,
}

impl AddAssign for WordScore {
    fn add_assign(&mut self, more: WordScore) {
        for (sum, more) in self.words.iter_mut().zip(more.words) {
            *sum += more;
        }
        self.numbers += more.numbers;
    }
}
