//! What the glossary lacks, among some documents of the project.

use rustc_hash::FxHashSet;

use crate::analysis::suggest::{Analysed, Candidate, suggest};
use crate::lang::{Language, lexicon, sounds};

/// The candidates of documents of one pair of languages.
pub fn candidates(source: &Language, target: &Language, texts: &[Analysed<'_>]) -> Vec<Candidate> {
    let english = "en".parse().expect("en is a language tag");
    // The lists give the words of the source whatever they are paired with.
    let other = if lexicon::pairs(source, target).is_empty() { &english } else { target };
    let common: FxHashSet<String> =
        lexicon::pairs(source, other).into_iter().map(|pair| pair.source.to_lowercase()).collect();
    suggest(texts, &common, &|left, right| sounds::similarity(left, right))
}
