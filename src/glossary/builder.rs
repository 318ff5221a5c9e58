//! Builds an index: expands the terms of a glossary into forms, and the forms into paths of the trie.

use rustc_hash::FxHashMap;

use super::entry::{Entry, Signs};
use super::index::Index;
use super::tokens::counts;
use super::{Glossary, Term, reading};
use crate::lang::Language;
use crate::lang::inflect::{Forms, Inflect, Word, fold, forms};

/// Abbreviations are short; a longer word all in capitals is only shouted.
const ABBREVIATION: usize = 6;

/// Signs at the end of a term that are part of its last word; a full stop or an exclamation mark is not.
const TAIL: &str = "+#&@%$€°™®";

impl Index {
    /// Expands all terms of the glossary in one language, deprecated ones too.
    pub fn new(glossary: &Glossary, language: &Language) -> Index {
        let mut builder = IndexBuilder::new(language);
        for (concept, one) in glossary.concepts.iter().enumerate() {
            let Some(terms) = one.terms_in(language) else { continue };
            for (place, term) in terms.terms.iter().enumerate() {
                let text = term.text.as_str().into();
                let case = terms.case_of(place);
                let not_forms = term.not_forms.iter().map(|form| fold(form).into()).collect();
                let homograph = reading::is_homograph(term, language);
                let entry =
                    Entry { concept, term: place, status: term.status, case, text, signs: None, homograph, not_forms };
                builder.term(term, &entry);
            }
        }
        builder.finish()
    }
}

/// A word as written, its forms, and whether any ending may follow.
type Spelled = (Box<str>, Vec<Box<str>>, bool);

/// An index while terms are added to it.
struct IndexBuilder<'a> {
    index: Index,
    /// By the word as written and its forms.
    lexemes: FxHashMap<Spelled, u32>,
    nodes: u32,
    language: &'a Language,
}

impl<'a> IndexBuilder<'a> {
    fn new(language: &'a Language) -> Self {
        let mut index = Index::default();
        index.lexemes.language = language.code().to_owned();
        Self { index, lexemes: FxHashMap::default(), nodes: 1, language }
    }

    fn finish(mut self) -> Index {
        let lexemes = &mut self.index.lexemes;
        lexemes.beginning_lengths = lexemes.beginnings.keys().map(|beginning| beginning.len()).collect();
        lexemes.beginning_lengths.sort_unstable();
        lexemes.beginning_lengths.dedup();
        self.index
    }

    fn term(&mut self, term: &Term, entry: &Entry) {
        let derived = if term.derived { Derived::Counts } else { Derived::Other };
        self.path(term.inflected(self.language), entry.clone(), derived);
        for form in &term.forms {
            let text = form.as_str().into();
            self.path(forms(form, self.language, Inflect::None), Entry { text, ..entry.clone() }, Derived::Other);
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
            if derived == Derived::Counts && self.index.lexemes.capitals[lexeme as usize] > 1 {
                let known = self.index.lexemes.abbreviations.entry(fold(&word.text).into()).or_default();
                if !known.contains(&lexeme) {
                    known.push(lexeme);
                }
            }
            let next = self.nodes;
            node = *self.index.steps.entry((node, lexeme)).or_insert(next);
            if node == next {
                self.nodes += 1;
            }
        }
        let place = u32::try_from(self.index.entries.len()).expect("terms are fewer than four thousand million");
        self.index.entries.push(entry);
        self.index.ends.entry(node).or_default().push(place);
    }

    /// The lexeme of a word, with its forms in the map.
    fn lexeme(&mut self, word: &Word) -> u32 {
        let forms = word.forms.iter().map(|form| form.text.as_str().into()).collect();
        let key = (word.text.as_str().into(), forms, word.any_ending);
        if let Some(known) = self.lexemes.get(&key) {
            return *known;
        }
        let lexeme =
            u32::try_from(self.index.lexemes.capitals.len()).expect("words are fewer than four thousand million");
        self.lexemes.insert(key, lexeme);
        self.index.lexemes.capitals.push(capitals(&word.text));
        if word.any_ending {
            self.index.lexemes.beginnings.entry(fold(&word.text).into()).or_default().push(lexeme);
        }
        // A possessive in a bare apostrophe is not a word's end in text.
        for form in word.forms.iter().filter(|form| !form.text.ends_with('\'')) {
            let lexemes = self.index.lexemes.forms.entry(fold(&form.text).into()).or_default();
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
