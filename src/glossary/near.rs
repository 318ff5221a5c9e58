//! Near misses: words that sound like a term and are spelled otherwise («akymat», "Tokaev" beside "Tokayev").
//!
//! Only terms that sound like a term of the same concept in another language are looked for: such names and loan words
//! are what people spell in several ways. "County" is no near miss of "country", whatever their letters.

use super::Status;
use super::entry::Entry;
use super::index::Index;
use super::nearest::distance;
use super::sounding::LETTERS;
use super::tokens::{APOSTROPHES, tokens};
use crate::lang::inflect::fold;
use crate::lang::sounds::skeleton;
use crate::text::{Paragraph, Span};

/// A word that is likely a misspelled term.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Near {
    /// Index into `Glossary::concepts`.
    pub concept: usize,
    /// Index into the `terms` of the concept's [`super::Terms`] in this language.
    pub term: usize,
    /// The status of the term.
    pub status: Status,
    /// Bytes of the paragraph's text.
    pub span: Span,
    /// The form that was meant, in the term's own letters.
    pub meant: String,
}

/// From this length on two letters may differ.
const LONG: usize = 9;

impl Index {
    /// The words of a paragraph that are no form of any term, but nearly one of a name or loan word.
    pub fn near(&self, paragraph: &Paragraph) -> Vec<Near> {
        if self.sounding.is_empty() {
            return Vec::new();
        }
        let unknown = tokens(&self.lexemes, paragraph).into_iter().filter(|token| token.lexemes.is_empty());
        unknown.filter_map(|token| self.nearly(paragraph, token.span)).collect()
    }

    fn nearly(&self, paragraph: &Paragraph, span: Span) -> Option<Near> {
        let whole = &paragraph.text[span.range()];
        let word = whole.find(APOSTROPHES).map_or(whole, |end| &whole[..end]);
        let letters: Vec<char> = fold(word).chars().collect();
        if letters.len() < LETTERS || letters.iter().any(|letter| !letter.is_alphabetic()) {
            return None;
        }
        let limit = if letters.len() >= LONG { 2 } else { 1 };
        let near = |form: &str| {
            let form: Vec<char> = form.chars().collect();
            distance(&letters, &form, limit).filter(|_| form.len() >= LETTERS && !is_woman(&letters, &form))
        };
        let candidates = self.sounding.get(&skeleton(word))?;
        let (_, form, entry) = candidates
            .iter()
            .filter_map(|(form, entry)| Some((near(&fold(form))?, form, entry)))
            .min_by_key(|(distance, ..)| *distance)?;
        let Entry { concept, term, status, .. } = self.entries[*entry as usize];
        let span = Span::new(span.start, span.start + word.len());
        Some(Near { concept, term, status, span, meant: form.to_string() })
    }
}

/// «Nazarbayeva» is another person, not a slip for «Nazarbayev».
fn is_woman(letters: &[char], form: &[char]) -> bool {
    let surname =
        form.ends_with(&['v']) || form.ends_with(&['i', 'n']) || form.ends_with(&['в']) || form.ends_with(&['и', 'н']);
    let woman = |rest: &[char]| matches!(rest, ['a'] | ['а'] | ['о', 'й']);
    surname && letters.strip_prefix(form).is_some_and(woman)
}

#[cfg(test)]
mod tests {
    use super::super::Glossary;
    use super::*;

    fn near(text: &str) -> Vec<String> {
        let concept = |id: &str, ru: &str, en: &str| {
            format!(
                "[[concept]]\nid = \"{id}\"\n[concept.ru]\npreferred = \"{ru}\"\n[concept.en]\npreferred = \"{en}\"\n"
            )
        };
        let glossary = concept("a", "акимат", "akimat")
            + &concept("b", "Токаев", "Tokayev")
            + &concept("c", "округ", "county")
            + &concept("d", "Назарбаев", "Nazarbayev")
            + &concept("e", "мамбет", "mambet");
        let (glossary, faults) = Glossary::read(&[("g".to_owned(), glossary)]);
        assert_eq!(faults, []);
        let index = Index::new(&glossary, &"en".parse().unwrap());
        let paragraph = Paragraph::alone(text);
        let shown = |near: Near| format!("{} → {}", &paragraph.text[near.span.range()], near.meant);
        index.near(&paragraph).into_iter().map(shown).collect()
    }

    #[test]
    fn other_spellings_of_names_and_loan_words() {
        assert_eq!(near("the akymat and Tokaev's men"), ["akymat → akimat", "Tokaev → Tokayev"]);
        assert_eq!(near("Akimate, Nazarbaevs"), ["Akimate → akimat", "Nazarbaevs → Nazarbayevs"]);
    }

    #[test]
    fn other_words_are_left_alone() {
        assert_eq!(near("Akimov, mamba, acclimate, comet, count, country, akimats, Nazarbayeva, climate"), [""; 0]);
    }
}
