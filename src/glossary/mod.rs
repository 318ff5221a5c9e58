//! Concepts, their terms, and where the terms occur in a text, in every inflected form.
//!
//! Never knows whether an occurrence is a mistake.

mod builder;
mod by_language;
pub mod change;
mod claims;
mod concept;
pub mod edit;
mod entry;
mod fault;
mod files;
mod index;
mod letters;
mod lexemes;
pub mod merge;
mod nearest;
mod occurrence;
mod pieces;
mod read;
mod reading;
mod replacement;
mod script;
mod surroundings;
#[cfg(test)]
mod testing;
mod tokens;
mod trie;
mod validity;
mod waking;

pub use by_language::ByLanguage;
pub use concept::{Case, Concept, Concepts, Glossary, Loudness, Number, PartOfSpeech, Status, Term, Terms};
pub use fault::{Fault, FaultKind, Gravity, Wanted};
pub use index::Index;
pub use occurrence::Occurrence;
pub use reading::Reading;
pub use replacement::{Replacement, replacement};
