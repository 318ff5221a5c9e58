//! Builds an index: expands the terms of a glossary into forms, and the forms into paths of the trie.

use rustc_hash::FxHashMap;

use super::entry::{Entry, Signs};
use super::tokens::counts;
use super::trie::Trie;
use super::{Glossary, Term, Terms, reading};
use crate::lang::Language;
use crate::lang::inflect::{Forms, Inflect, Word, fold, forms};

/// Abbreviations are short; a longer word all in capitals is only shouted.
const ABBREVIATION: usize = 6;

/// Signs at the end of a term that are part of its last word; a full stop or an exclamation mark is not.
const TAIL: &str = "+#&@%$€°™®";

/// A word as written, its forms, and whether any ending may follow.
type Spelled = (Box<str>, Vec<Box<str>>, bool);

/// A trie while terms are added to it.
#[derive(Debug)]
pub(super) struct Builder {
    trie: Trie,
    /// By the word as written and its forms.
    lexemes: FxHashMap<Spelled, u32>,
    nodes: u32,
    language: Language,
}

impl Builder {
    pub(super) fn new(language: &Language) -> Self {
        let mut trie = Trie::default();
        trie.lexemes.language = language.code().to_owned();
        Self { trie, lexemes: FxHashMap::default(), nodes: 1, language: language.clone() }
    }

    /// What was added up to now.
    pub(super) fn trie(&self) -> &Trie {
        &self.trie
    }

    /// Expands all terms of a glossary in one language.
    pub(super) fn whole(glossary: &Glossary, language: &Language) -> Trie {
        let mut builder = Builder::new(language);
        for (concept, one) in glossary.concepts.iter().enumerate() {
            let Some(terms) = one.terms_in(language) else { continue };
            for place in 0..terms.terms.len() {
                builder.add(concept, terms, place);
            }
        }
        builder.trie
    }

    /// Expands one of a concept's terms.
    pub(super) fn add(&mut self, concept: usize, terms: &Terms, place: usize) {
        let term = &terms.terms[place];
        let text = term.text.as_str().into();
        let case = terms.case_of(place);
        let not_forms = term.not_forms.iter().map(|form| fold(form).into()).collect();
        let homograph = reading::is_homograph(term, &self.language);
        let entry = Entry { concept, term: place, status: term.status, case, text, signs: None, homograph, not_forms };
        self.term(term, &entry);
    }

    fn term(&mut self, term: &Term, entry: &Entry) {
        let derived = if term.derived { Derived::Counts } else { Derived::Other };
        self.path(term.inflected(&self.language), entry.clone(), derived);
        for form in &term.forms {
            let text = form.as_str().into();
            self.path(forms(form, &self.language, Inflect::None), Entry { text, ..entry.clone() }, Derived::Other);
        }
    }

    /// Adds one way to write a term.
    fn path(&mut self, forms: Forms, mut entry: Entry, derived: Derived) {
        if forms.words.is_empty() {
            return;
        }
        entry.signs = signs(&forms);
        let mut node = 0;
        for word in &forms.words {
            let lexeme = self.lexeme(word);
            if derived == Derived::Counts && self.trie.lexemes.capitals[lexeme as usize] > 1 {
                let known = self.trie.lexemes.abbreviations.entry(fold(&word.text).into()).or_default();
                if !known.contains(&lexeme) {
                    known.push(lexeme);
                }
            }
            let next = self.nodes;
            node = *self.trie.steps.entry((node, lexeme)).or_insert(next);
            if node == next {
                self.nodes += 1;
            }
        }
        let place = u32::try_from(self.trie.entries.len()).expect("terms are fewer than four thousand million");
        self.trie.entries.push(entry);
        self.trie.ends.entry(node).or_default().push(place);
    }

    /// The lexeme of a word, with its forms in the map.
    fn lexeme(&mut self, word: &Word) -> u32 {
        let forms = word.forms.iter().map(|form| form.text.as_str().into()).collect();
        let key = (word.text.as_str().into(), forms, word.any_ending);
        if let Some(known) = self.lexemes.get(&key) {
            return *known;
        }
        let lexeme =
            u32::try_from(self.trie.lexemes.capitals.len()).expect("words are fewer than four thousand million");
        self.lexemes.insert(key, lexeme);
        self.trie.lexemes.capitals.push(capitals(&word.text));
        if word.any_ending {
            self.trie.lexemes.add_beginning(&fold(&word.text), lexeme);
        }
        // A possessive in a bare apostrophe is not a word's end in text.
        for form in word.forms.iter().filter(|form| !form.text.ends_with('\'')) {
            let lexemes = self.trie.lexemes.forms.entry(fold(&form.text).into()).or_default();
            if lexemes.last() != Some(&lexeme) {
                lexemes.push(lexeme);
            }
        }
        lexeme
    }
}

/// Whether words made from an abbreviation count as the term.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Derived {
    Counts,
    Other,
}

/// How many letters of an abbreviation must be capitals; none of another word.
fn capitals(word: &str) -> u8 {
    let letters: Vec<char> = word.chars().filter(|letter| letter.is_alphabetic()).collect();
    let abbreviation =
        (2..=ABBREVIATION).contains(&letters.len()) && letters.iter().all(|letter| letter.is_uppercase());
    if abbreviation { u8::try_from(letters.len()).unwrap_or(0) } else { 0 }
}

fn signs(forms: &Forms) -> Option<Box<Signs>> {
    let counted = |text: &str| text.chars().filter(|sign| counts(*sign)).collect::<String>();
    let between = forms.words.iter().skip(1).map(|word| counted(&word.before)).collect();
    let after = forms
        .words
        .last()
        .map_or(String::new(), |word| word.after.chars().take_while(|sign| TAIL.contains(*sign)).collect());
    let before = forms.words.first().map_or(String::new(), |word| {
        word.before.chars().rev().take_while(|sign| *sign == '.' || TAIL.contains(*sign)).collect()
    });
    let signs = Signs { before, between, after };
    let any = !signs.before.is_empty() || !signs.after.is_empty() || signs.between.iter().any(|sign| !sign.is_empty());
    any.then(|| Box::new(signs))
}
