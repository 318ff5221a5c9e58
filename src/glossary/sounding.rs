//! Names and loan words by the skeleton of their sounds.

use rustc_hash::FxHashMap;

use super::Concept;
use super::tokens::APOSTROPHES;
use crate::lang::inflect::Form;
use crate::lang::sounds::{LIKELY, similarity, skeleton, skeletons};

/// Shorter words are near to too many others.
pub(super) const LETTERS: usize = 5;

/// Forms of names and loan words, by the skeleton of their sounds.
pub(super) type Sounding = FxHashMap<String, Vec<(Box<str>, u32)>>;

/// Adds the forms of a term of one word, if it sounds like a term of its concept in another language.
pub(super) fn add(sounding: &mut Sounding, forms: &[Form], text: &str, concept: &Concept, language: &str, entry: u32) {
    if text.chars().count() < LETTERS || !sounds_foreign(text, concept, language) {
        return;
    }
    for form in forms.iter().filter(|form| !form.text.contains(APOSTROPHES)) {
        sounding.entry(skeleton(&form.text)).or_default().push((form.text.as_str().into(), entry));
    }
}

fn sounds_foreign(text: &str, concept: &Concept, language: &str) -> bool {
    let own = skeletons(text);
    let others = concept.terms.iter().filter(|(code, _)| *code != language).flat_map(|(_, terms)| &terms.terms);
    let alike = |other: &str| {
        skeletons(other).iter().any(|skeleton| own.contains(skeleton)) && similarity(text, other) >= LIKELY
    };
    others.map(|other| other.text.as_str()).any(alike)
}
