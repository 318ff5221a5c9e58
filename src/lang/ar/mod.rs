//! Arabic: what is written together with a word and is no part of it.

pub(super) mod numbers;
pub(super) mod stems;
