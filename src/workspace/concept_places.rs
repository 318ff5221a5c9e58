//! Where all documents have the terms of some concepts.

use rayon::prelude::*;

use super::{Error, Workspace};
use crate::glossary::{Index, Occurrence};
use crate::text::Document;
use crate::units::Pair;

/// A pair of documents with the places of some concepts; a place is a paragraph, as an index, and what is found in it.
#[derive(Clone, Debug)]
pub struct ConceptPlaces {
    /// The documents; its units are not aligned.
    pub pair: Pair,
    /// In the original.
    pub source: Vec<(usize, Occurrence)>,
    /// In the translation.
    pub target: Vec<(usize, Occurrence)>,
}

impl Workspace {
    /// The pairs that have terms of these concepts (indices into those of the glossary), on whatever side, in the order
    /// of the listing; and why others could not be read.
    pub fn concept_places(&self, concepts: &[usize]) -> (Vec<ConceptPlaces>, Vec<Error>) {
        let read: Vec<Result<ConceptPlaces, Error>> = (self.listing.pairs.par_iter())
            .map(|paths| {
                let pair = self.load(paths)?;
                let source = self.places(&pair, &pair.source, &self.source_index, concepts);
                let target = self.places(&pair, &pair.target, self.target_index(&pair.target_language), concepts);
                Ok(ConceptPlaces { pair, source, target })
            })
            // The documents of a large project are not all kept.
            .filter(|read| !read.as_ref().is_ok_and(|one| one.source.is_empty() && one.target.is_empty()))
            .collect();
        let (mut places, mut errors) = (Vec::new(), Vec::new());
        for one in read {
            match one {
                Ok(one) => places.push(one),
                Err(error) => errors.push(error),
            }
        }
        (places, errors)
    }

    fn places(&self, pair: &Pair, document: &Document, index: &Index, concepts: &[usize]) -> Vec<(usize, Occurrence)> {
        let in_scope =
            |concept: usize| self.scopes[concept].as_ref().is_none_or(|scope| scope.is_match(&pair.paths.original));
        let wanted = |found: &Occurrence| concepts.contains(&found.concept) && in_scope(found.concept);
        let all = document.paragraphs.iter().enumerate();
        all.flat_map(|(at, paragraph)| {
            index.find(paragraph).into_iter().filter(wanted).map(move |found| (at, found)).collect::<Vec<_>>()
        })
        .collect()
    }
}
