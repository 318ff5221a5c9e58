//! Concepts, their terms, and where the terms occur in a text, in every inflected form.
//!
//! Never knows whether an occurrence is a mistake.

mod builder;
pub mod change;
mod claims;
mod concept;
pub mod edit;
mod entry;
mod fault;
mod index;
mod letters;
mod lexemes;
pub mod merge;
mod nearest;
mod read;
mod reading;
mod replacement;
mod script;
mod surroundings;
mod tokens;
mod validity;

pub use concept::{Case, Concept, Glossary, Loudness, Number, PartOfSpeech, Status, Term, Terms};
pub use fault::{Fault, FaultKind, Gravity, Wanted};
pub use index::{Index, Occurrence};
pub use reading::Reading;
pub use replacement::{Replacement, replacement};
