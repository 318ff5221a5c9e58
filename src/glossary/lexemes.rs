//! The words of all terms of one language, by their forms.

use std::borrow::Cow;

use rustc_hash::FxHashMap;

use crate::lang::inflect::fold;

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
}

impl Lexemes {
    /// The lexemes that a word of a text may be a form of.
    pub(super) fn of(&self, word: &str) -> Cow<'_, [u32]> {
        let folded = fold(word);
        let known = self.forms.get(folded.as_str()).map_or(&[][..], Vec::as_slice);
        let beginnings = self.beginning_lengths.iter().filter_map(|length| self.beginnings.get(folded.get(..*length)?));
        let fits = |lexeme: &u32| begins_in_capitals(word, self.capitals[*lexeme as usize].into());
        let mut more = beginnings.flatten().peekable();
        if more.peek().is_none() && known.iter().all(fits) {
            return Cow::Borrowed(known);
        }
        Cow::Owned(known.iter().chain(more).copied().filter(fits).collect())
    }
}

fn begins_in_capitals(word: &str, letters: usize) -> bool {
    word.chars().filter(|letter| letter.is_alphabetic()).take(letters).all(char::is_uppercase)
}
