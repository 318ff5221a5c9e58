//! English: inflection, verbs and number words.

pub(super) mod derive;
pub(super) mod inflect;
pub(super) mod numbers;
mod verb;
