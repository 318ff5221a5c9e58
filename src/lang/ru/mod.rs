//! Russian: inflection and number words.

pub(super) mod derive;
pub(super) mod inflect;
pub(super) mod numbers;
