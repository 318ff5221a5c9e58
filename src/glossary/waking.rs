//! A large glossary's terms, whose forms are made when a text has a word that they may begin with.
//!
//! All forms of a word begin alike ([`Beginnings`]), so that a word of a text tells which terms may begin at it. Whether
//! a word is looked up whole or in parts (at an apostrophe, at an ending behind capitals) depends on all words of all
//! terms, so that such a word wakes every term that may have it anywhere.

use std::hash::{Hash, Hasher};
use std::sync::{PoisonError, RwLock};

use rustc_hash::{FxHashSet, FxHasher};

use super::Glossary;
use super::builder::Builder;
use super::concept::{Concepts, Term};
use super::occurrence::Occurrence;
use super::tokens::{looked_up, wholes};
use crate::lang::Language;
use crate::lang::inflect::{Beginnings, Inflect, fold, words};
use crate::text::Paragraph;

/// A large glossary in one language.
#[derive(Debug)]
pub(super) struct Waking {
    concepts: Concepts,
    language: Language,
    /// Concept and place of each term.
    terms: Vec<(u32, u32)>,
    firsts: Sorted,
    anywhere: Sorted,
    awake: RwLock<Awake>,
}

/// What was asked for up to now.
#[derive(Debug)]
struct Awake {
    builder: Builder,
    /// The words of texts whose terms are all awake.
    words: FxHashSet<Box<str>>,
    /// For each term whether its forms are made.
    terms: Vec<bool>,
}

impl Waking {
    /// Takes in a glossary; `None` for a language of which no beginnings are known.
    pub(super) fn new(glossary: &Glossary, language: &Language) -> Option<Waking> {
        let mut asleep = Asleep::new(Beginnings::of(language)?);
        for (at, concept) in glossary.concepts.iter().enumerate() {
            let Some(terms) = concept.terms_in(language) else { continue };
            for (place, term) in terms.terms.iter().enumerate() {
                asleep.add((u32::try_from(at).ok()?, u32::try_from(place).ok()?), term);
            }
        }
        let (builder, words) = (Builder::new(language), FxHashSet::default());
        let mut awake = Awake { builder, words, terms: vec![false; asleep.terms.len()] };
        let (concepts, language, terms) = (glossary.concepts.clone(), language.clone(), asleep.terms);
        for term in asleep.always {
            awake.wake(term, terms[term as usize], &concepts, &language);
        }
        let (firsts, anywhere) = (Sorted::new(asleep.firsts), Sorted::new(asleep.anywhere));
        Some(Waking { concepts, language, terms, firsts, anywhere, awake: RwLock::new(awake) })
    }

    /// Every occurrence, as all terms at once would give them.
    pub(super) fn find(&self, paragraph: &Paragraph) -> Vec<Occurrence> {
        {
            let awake = self.awake.read().unwrap_or_else(PoisonError::into_inner);
            if wholes(paragraph).all(|whole| awake.words.contains(whole.text.as_ref())) {
                return awake.builder.trie().find(paragraph);
            }
        }
        let mut awake = self.awake.write().unwrap_or_else(PoisonError::into_inner);
        for whole in wholes(paragraph) {
            if awake.words.insert(whole.text.as_ref().into()) {
                for term in self.asked_by(&whole.text) {
                    awake.wake(term, self.terms[term as usize], &self.concepts, &self.language);
                }
            }
        }
        awake.builder.trie().find(paragraph)
    }

    /// The terms that a word of a text may belong to, as far as it matters whether their forms are made.
    fn asked_by(&self, word: &str) -> Vec<u32> {
        let mut terms = Vec::new();
        let in_parts = is_read_in_parts(word);
        for part in looked_up(word) {
            let folded = fold(part);
            self.firsts.begin(&folded, &mut terms);
            if in_parts {
                self.anywhere.begin(&folded, &mut terms);
            }
        }
        terms
    }
}

/// Whether a word that no term has as it is may be read in parts: «KNB's», «КНБшник».
fn is_read_in_parts(word: &str) -> bool {
    let small = word.char_indices().find(|(_, letter)| letter.is_lowercase());
    looked_up(word).nth(1).is_some() || small.is_some_and(|(end, _)| word[..end].chars().count() > 1)
}

impl Awake {
    /// Makes the forms of a term, unless they are made.
    fn wake(&mut self, term: u32, (concept, place): (u32, u32), concepts: &Concepts, language: &Language) {
        let made = &mut self.terms[term as usize];
        if std::mem::replace(made, true) {
            return;
        }
        if let Some(terms) = concepts[concept as usize].terms_in(language) {
            self.builder.add(concept as usize, terms, place as usize);
        }
    }
}

/// A waking glossary while it takes in its terms.
struct Asleep {
    beginnings: Beginnings,
    terms: Vec<(u32, u32)>,
    firsts: Vec<Key>,
    anywhere: Vec<Key>,
    /// Terms with a word of which no beginning is known.
    always: Vec<u32>,
}

impl Asleep {
    fn new(beginnings: Beginnings) -> Asleep {
        Asleep { beginnings, terms: Vec::new(), firsts: Vec::new(), anywhere: Vec::new(), always: Vec::new() }
    }

    fn add(&mut self, place: (u32, u32), term: &Term) {
        let number = u32::try_from(self.terms.len()).expect("terms are fewer than four thousand million");
        self.terms.push(place);
        let mut known = self.way(number, &term.text, term.way());
        for form in &term.forms {
            known &= self.way(number, form, Inflect::None);
        }
        if !known {
            self.always.push(number);
        }
    }

    /// Takes in one way to write a term; whether the beginnings of all its words are known.
    fn way(&mut self, term: u32, text: &str, inflect: Inflect) -> bool {
        let mut known = true;
        for (at, (_, word)) in words(text).enumerate() {
            let beginning = self.beginnings.beginning(word, inflect);
            known &= !beginning.is_empty();
            let key = Key { length: beginning.len().try_into().unwrap_or(u16::MAX), hash: hash(&beginning), term };
            if at == 0 {
                self.firsts.push(key);
            }
            self.anywhere.push(key);
        }
        known
    }
}

/// A term by the beginning of a word. Two beginnings with one hash only wake more terms.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Key {
    hash: u32,
    /// Of the beginning, in bytes.
    length: u16,
    term: u32,
}

/// Terms in the order of the beginnings of their words.
#[derive(Debug)]
struct Sorted {
    keys: Vec<Key>,
    /// In bytes, the shortest first.
    lengths: Vec<u16>,
}

impl Sorted {
    fn new(mut keys: Vec<Key>) -> Sorted {
        keys.sort_unstable();
        keys.dedup();
        keys.shrink_to_fit();
        let mut lengths: Vec<u16> = keys.iter().map(|key| key.length).collect();
        lengths.sort_unstable();
        lengths.dedup();
        Sorted { keys, lengths }
    }

    /// Adds the terms that have a word which this folded one may be a form of.
    fn begin(&self, folded: &str, terms: &mut Vec<u32>) {
        for length in &self.lengths {
            let Some(beginning) = folded.get(..usize::from(*length)) else { continue };
            let wanted = (hash(beginning), *length);
            let first = self.keys.partition_point(|key| (key.hash, key.length) < wanted);
            let same = self.keys[first..].iter().take_while(|key| (key.hash, key.length) == wanted);
            terms.extend(same.map(|key| key.term));
        }
    }
}

fn hash(text: &str) -> u32 {
    let mut hasher = FxHasher::default();
    text.hash(&mut hasher);
    let hash = hasher.finish();
    u32::try_from(hash >> 32).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::super::testing::glossary;
    use super::*;

    /// What both kinds of an index find in a text.
    fn both(concepts: &[String], language: &str, texts: &[&str]) -> [Vec<Vec<Occurrence>>; 2] {
        let (glossary, _) = glossary(language, concepts);
        assert_eq!(glossary.concepts.len(), concepts.len());
        let language = language.parse().unwrap();
        let (whole, waking) = (Builder::whole(&glossary, &language), Waking::new(&glossary, &language).unwrap());
        let paragraphs: Vec<Paragraph> = texts.iter().map(|text| Paragraph::alone(text)).collect();
        [
            paragraphs.iter().map(|one| whole.find(one)).collect(),
            paragraphs.iter().map(|one| waking.find(one)).collect(),
        ]
    }

    fn preferred(terms: &[&str]) -> Vec<String> {
        terms.iter().map(|term| format!("preferred = \"{term}\"")).collect()
    }

    #[test]
    fn a_word_wakes_what_it_may_begin() {
        let concepts =
            preferred(&["акимат", "права человека", "человек", "идти на выборы", "КНБ", "назарбаев*", "счёт"]);
        let texts =
            ["Люди в акимате", "о правах человека", "шёл на выборы", "КНБшники", "назарбаевщина счета", "ничего"];
        let [whole, waking] = both(&concepts, "ru", &texts);
        assert_eq!(whole, waking);
        assert!(whole[..5].iter().all(|found| !found.is_empty()) && whole[5].is_empty(), "{whole:?}");
    }

    #[test]
    fn a_word_in_parts_is_read_as_all_terms_have_it() {
        // The genitive is a form of the second term's last word, so that the first term is not in it.
        let concepts = preferred(&["KNB", "old knb", "people", "C++"]);
        let [whole, waking] = both(&concepts, "en", &["the KNB's men", "the KNBs", "persons", "C and C++"]);
        assert_eq!(whole, waking);
    }

    #[test]
    fn a_language_without_known_beginnings_is_made_at_once() {
        let (glossary, _) = Glossary::read(&[]);
        assert!(Waking::new(&glossary, &"de".parse().unwrap()).is_none());
        assert!(Waking::new(&glossary, &"ja".parse().unwrap()).is_some());
    }

    proptest::proptest! {
        #[test]
        fn both_kinds_find_the_same(
            terms in proptest::collection::vec("(КНБ|аким|акимат|право|люди|человек|отец|Алматы|районный|идти|в)( (КНБ|акима|отца|силой|людей|лёд))?", 1..8),
            texts in proptest::collection::vec("((КНБ|КНБшник|аким|акимате|прав|правами|людей|человека|отца|шёл|льда|идти|АКИМ|Knb’s)[ -]){0,8}", 1..6),
        ) {
            let concepts = preferred(&terms.iter().map(String::as_str).collect::<Vec<_>>());
            let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
            for language in ["ru", "en"] {
                let [whole, waking] = both(&concepts, language, &texts);
                proptest::prop_assert_eq!(whole, waking);
            }
        }
    }
}
