//! English: inflection, verbs and number words.

pub(super) mod derive;
mod endings;
pub(super) mod inflect;
pub(super) mod numbers;
mod verb;
