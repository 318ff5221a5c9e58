//! Concepts, their terms, and where the terms occur in a text, in every inflected form.
//!
//! Never knows whether an occurrence is a mistake.

mod concept;
mod index;

pub use concept::{Case, Concept, Fault, Glossary, Status, Term, Terms};
pub use index::{Index, Occurrence};
