//! A part of the two sides that is aligned in one go.

use super::model::REACH;

/// A part of the two sides that is aligned in one go: which paragraphs, by their numbers on the sides.
#[derive(Clone, Copy)]
pub(super) struct Part<'a> {
    pub(super) source: &'a [usize],
    pub(super) target: &'a [usize],
}

/// How many paragraphs from `at` follow each other without one left out between, at most [`REACH`].
pub(super) fn run(paragraphs: &[usize], at: usize) -> usize {
    let most = REACH.min(paragraphs.len() - at);
    (1..most).find(|step| paragraphs[at + step] != paragraphs[at] + step).unwrap_or(most)
}
