//! What a trie of terms leads to.

use super::{Case, Status};

/// A term as written, or one of the further forms that the glossary lists.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Entry {
    pub(super) concept: usize,
    pub(super) term: usize,
    pub(super) status: Status,
    pub(super) case: Case,
    pub(super) text: Box<str>,
    /// Whether it is a name that is spelled like a common word in one of its forms.
    pub(super) homograph: bool,
    /// Generated forms that are none of the term, folded.
    pub(super) not_forms: Box<[Box<str>]>,
    /// Signs before, between and after its words, for a term that has any («C++», «U.S.»).
    pub(super) signs: Option<Box<Signs>>,
}

/// The signs of a term, but for white space and hyphens.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Signs {
    pub(super) before: String,
    /// One fewer than words.
    pub(super) between: Vec<String>,
    pub(super) after: String,
}
