//! What is offered for the glossary, and from what it is found.

use super::super::Analysis;
use crate::glossary::merge::slug;
use crate::text::Span;
use crate::units::Pair;

/// A pair of documents with its analysis, as `suggest` takes them.
pub type Analysed<'a> = (&'a Pair, &'a Analysis);

/// How alike two words of two languages sound, 0..1.
pub type Hearing<'a> = &'a (dyn Fn(&str, &str) -> f64 + Sync);

/// A name or phrase of the originals that has no entry.
#[derive(Clone, Debug, PartialEq)]
pub struct Candidate {
    /// In its dictionary form, as far as the tables of the language give it.
    pub term: String,
    /// What it abbreviates, where a text explains an abbreviation.
    pub expansion: Option<String>,
    /// Whether it is a name, and no phrase of common nouns.
    pub name: bool,
    /// How often it occurs in the originals.
    pub count: usize,
    /// In how many documents.
    pub documents: usize,
    /// What it became, the most frequent first; equal counts by the alphabet.
    pub renderings: Vec<Rendering>,
    /// One place, to show.
    pub example: Example,
}

/// What a candidate became.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rendering {
    /// As the translations write it, in its dictionary form.
    pub text: String,
    /// In how many units.
    pub count: usize,
}

/// One place of a candidate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Example {
    /// Index of the pair of documents, as they were given.
    pub document: usize,
    /// Index of the paragraph in the original, and the place in it.
    pub paragraph: usize,
    /// Bytes of the paragraph's text.
    pub span: Span,
    /// Index of the paragraph in the translation and the place of the rendering in it, where one was found.
    pub target: Option<(usize, Span)>,
}

impl Candidate {
    /// Whether it is written in the translations as in the originals: `Git`, `JSON`.
    pub fn stays(&self) -> bool {
        let [rendering] = self.renderings.as_slice() else { return false };
        rendering.text.to_lowercase() == self.term.to_lowercase()
    }

    /// Whether it was rendered in several ways.
    pub fn inconsistent(&self) -> bool {
        self.renderings.len() > 1
    }

    /// An identifier for the entry: the rendering, or the term, in small letters and hyphens.
    pub fn id(&self) -> String {
        let named = self.renderings.first().map_or(self.term.as_str(), |rendering| &rendering.text);
        slug(named)
    }
}
