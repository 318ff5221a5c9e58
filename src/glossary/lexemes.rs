//! The words of all terms of one language, by their forms.

use std::borrow::Cow;

use rustc_hash::FxHashMap;

use crate::lang::inflect::{fold, is_suffix_of_abbreviation};

/// Lexemes by form; a lexeme is a word of a term with all its forms, known by a number.
#[derive(Clone, Debug, Default)]
pub(super) struct Lexemes {
    pub(super) language: String,
    /// Folded form → lexemes.
    pub(super) forms: FxHashMap<Box<str>, Vec<u32>>,
    /// Folded beginnings that may have any ending → lexemes, and the lengths of the beginnings in bytes.
    pub(super) beginnings: FxHashMap<Box<str>, Vec<u32>>,
    pub(super) beginning_lengths: Vec<usize>,
    /// For each lexeme how many of its first letters must be capitals: those of an abbreviation, none of another word.
    pub(super) capitals: Vec<u8>,
    /// Abbreviations whose derived words count as well, folded → lexemes.
    pub(super) abbreviations: FxHashMap<Box<str>, Vec<u32>>,
}

impl Lexemes {
    /// Adds a beginning that may have any ending.
    pub(super) fn add_beginning(&mut self, beginning: &str, lexeme: u32) {
        if let Err(place) = self.beginning_lengths.binary_search(&beginning.len()) {
            self.beginning_lengths.insert(place, beginning.len());
        }
        self.beginnings.entry(beginning.into()).or_default().push(lexeme);
    }

    /// The lexemes that a word of a text may be a form of.
    pub(super) fn of(&self, word: &str) -> Cow<'_, [u32]> {
        let folded = fold(word);
        let known = self.forms.get(folded.as_str()).map_or(&[][..], Vec::as_slice);
        let beginnings = self.beginning_lengths.iter().filter_map(|length| self.beginnings.get(folded.get(..*length)?));
        let fits = |lexeme: &u32| begins_in_capitals(word, self.capitals[*lexeme as usize].into());
        let derived = if known.is_empty() { self.derived(word) } else { &[] };
        let mut more = beginnings.flatten().chain(derived).peekable();
        if more.peek().is_none() && known.iter().all(fits) {
            return Cow::Borrowed(known);
        }
        Cow::Owned(known.iter().chain(more).copied().filter(fits).collect())
    }
    /// The lexemes that a compound of German holds, as its first or last part: «Bezirksakimat», «Akimatsgebäude».
    pub(super) fn in_compound(&self, word: &str) -> &[u32] {
        const LEAST: usize = 4;
        const LINKS: &[&str] = &["", "s", "es", "n", "en", "e", "er"];
        let folded = fold(word);
        let long = |part: &str| part.chars().count() >= LEAST;
        let fits = |part: &str| {
            self.forms
                .get(part)
                .map(Vec::as_slice)
                .filter(|all| all.iter().all(|one| self.capitals[*one as usize] == 0))
        };
        let cuts = folded.char_indices().map(|(at, _)| at).filter(|at| long(&folded[..*at]) && long(&folded[*at..]));
        let cuts: Vec<usize> = cuts.collect();
        // The last part is what the compound is; the longest one first.
        let last = cuts.iter().find_map(|at| fits(&folded[*at..]));
        let first = || {
            cuts.iter().rev().find_map(|at| {
                LINKS
                    .iter()
                    .filter_map(|link| folded[..*at].strip_suffix(link))
                    .filter(|part| long(part))
                    .find_map(fits)
            })
        };
        last.or_else(first).unwrap_or_default()
    }

    /// The abbreviations that a word is made from: «КНБшник», «НАТОвский», «ЕСом».
    fn derived(&self, word: &str) -> &[u32] {
        let small = word.char_indices().find(|(_, letter)| letter.is_lowercase());
        let Some((end, _)) = small.filter(|(end, _)| word[..*end].chars().count() > 1) else { return &[] };
        let abbreviations = self.abbreviations.get(fold(&word[..end]).as_str());
        let known = abbreviations.map_or(&[][..], Vec::as_slice);
        if known.is_empty() || !is_suffix_of_abbreviation(&word[end..], &self.language) { &[] } else { known }
    }
}

fn begins_in_capitals(word: &str, letters: usize) -> bool {
    word.chars().filter(|letter| letter.is_alphabetic()).take(letters).all(char::is_uppercase)
}
