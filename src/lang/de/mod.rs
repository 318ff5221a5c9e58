//! German: inflection and number words.

pub(super) mod inflect;
pub(super) mod numbers;
