//! Where a term was found.

use super::Status;
use super::reading::Reading;
use crate::text::Span;

/// A place where a term occurs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Occurrence {
    /// Index into `Glossary::concepts`.
    pub concept: usize,
    /// Index into the `terms` of the concept's [`super::Terms`] in this language.
    pub term: usize,
    /// The status of the term.
    pub status: Status,
    /// Bytes of the paragraph's text.
    pub span: Span,
    /// Whether the letter case is as the term's `case` asks; a capital at the start of a sentence always is.
    pub case_fits: bool,
    /// Whether it is the term at all, as far as one can see.
    pub reading: Reading,
}
