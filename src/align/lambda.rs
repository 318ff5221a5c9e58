//! The shares of words that the links explain, which the model mixes over.

/// The shares of words that the links explain, mixed over.
pub(super) const LAMBDAS: usize = 8;
pub(super) const EXPLAINED: [f64; LAMBDAS] = [0.02, 0.05, 0.1, 0.18, 0.28, 0.4, 0.55, 0.7];
