//! Terms with the forms of their words, and which form a word of a text nearly is.

use std::cell::RefCell;
use std::rc::Rc;

use rustc_hash::FxHashMap;

use crate::glossary::Term;
use crate::lang::inflect::fold;
use crate::lang::{Kinship, Language, lexicon, same_root};
use crate::text::Span;

/// The fewest letters of a word that is compared; shorter ones are near to too many others.
const LEAST: usize = 4;

/// From this length on two letters may differ.
const LONG: usize = 8;

/// By concept, the terms that words of a pair's translation are compared with, each inflected once.
#[derive(Debug, Default)]
pub struct WantedTerms(RefCell<FxHashMap<usize, Rc<[Wanted]>>>);

impl WantedTerms {
    /// Those of a concept, as `read` gives them the first time.
    pub(super) fn of(&self, concept: usize, read: impl FnOnce() -> Vec<Wanted>) -> Rc<[Wanted]> {
        if let Some(known) = self.0.borrow().get(&concept) {
            return known.clone();
        }
        let wanted: Rc<[Wanted]> = read().into();
        self.0.borrow_mut().insert(concept, wanted.clone());
        wanted
    }
}

/// A term with the folded forms of each of its words.
#[derive(Debug)]
pub(super) struct Wanted {
    pub(super) text: String,
    pub(super) words: Vec<Word>,
}

#[derive(Debug)]
pub(super) struct Word {
    text: String,
    forms: Vec<(String, Vec<char>)>,
    /// Signs between the word before and this one: a hyphen is kept.
    hyphen: bool,
    /// What comparing with words of the document gave, each word once.
    compared: RefCell<FxHashMap<String, Option<Option<String>>>>,
}

impl Wanted {
    /// `None` for an abbreviation and other terms that no misspelling can be told of.
    pub(super) fn of(term: &Term, language: &Language) -> Option<Wanted> {
        let forms = term.inflected(language);
        let word = |word: &crate::lang::inflect::Word| {
            let texts = word.forms.iter().map(|form| (form.text.clone(), fold(&form.text).chars().collect()));
            Word {
                text: word.text.clone(),
                forms: texts.collect(),
                hyphen: word.before == "-",
                compared: RefCell::default(),
            }
        };
        let words: Vec<Word> = forms.words.iter().filter(|word| !word.any_ending).map(word).collect();
        let telling = words.iter().any(|word| is_telling(&word.text));
        (telling && words.len() == forms.words.len()).then(|| Wanted { text: term.text.clone(), words })
    }

    /// The form that was meant, where the words of a window nearly are the term and none of its forms.
    pub(super) fn nearly(&self, wording: &str, window: &[Span], language: &Language) -> Option<String> {
        let mut meant = String::new();
        let mut near = 0;
        for (at, (word, span)) in self.words.iter().zip(window).enumerate() {
            if at > 0 {
                let between = &wording[window[at - 1].end..span.start];
                if !matches!(between, " " | "\u{a0}" | "-" | "\n") {
                    return None;
                }
                meant.push_str(if word.hyphen { "-" } else { between });
            }
            let text = &wording[span.range()];
            match word.compare_once(text, language)? {
                Some(form) => {
                    near += 1;
                    meant.push_str(&form);
                }
                None => meant.push_str(text),
            }
        }
        (near > 0 && near * 2 <= self.words.len() + 1).then_some(meant)
    }
}

/// Whether a word is long enough, and no abbreviation.
fn is_telling(word: &str) -> bool {
    word.chars().count() >= LEAST && word.chars().all(char::is_alphabetic) && word.chars().any(char::is_lowercase)
}

impl Word {
    /// As [`Word::compare`], which takes long where the text is near.
    fn compare_once(&self, text: &str, language: &Language) -> Option<Option<String>> {
        if let Some(known) = self.compared.borrow().get(text) {
            return known.clone();
        }
        let compared = self.compare(text, language);
        self.compared.borrow_mut().insert(text.to_owned(), compared.clone());
        compared
    }

    /// `Some(None)` where the text is a form of the word, the form that was meant where it nearly is one, else `None`.
    fn compare(&self, text: &str, language: &Language) -> Option<Option<String>> {
        let folded = fold(text);
        let bare = folded.strip_suffix("'s").unwrap_or(&folded);
        let letters: Vec<char> = bare.chars().collect();
        if self.forms.iter().any(|(_, form)| *form == letters) || folded == fold(&self.text) {
            return Some(None);
        }
        if !is_telling(&self.text) || letters.len() < LEAST || !letters.iter().all(|letter| letter.is_alphabetic()) {
            return None;
        }
        let limit = if letters.len() < LONG { 1 } else { 2 };
        let near = self.forms.iter().filter(|(form, letters)| letters.len() >= LEAST && !form.contains('\''));
        let near = near.filter_map(|(form, wanted)| Some((distance(&letters, wanted, limit)?, form)));
        let (distance, form) = near.min_by_key(|(distance, _)| *distance)?;
        let kin = same_root(&self.text, bare, language);
        let derived = kin == Kinship::Sure || (kin == Kinship::Likely && distance > 1) || is_woman(bare, &self.text);
        let another = derived || lexicon::is_word(bare, language);
        (!another).then(|| Some(lettered(form, text)))
    }
}

/// «Nazarbayeva» is another person, not a slip for «Nazarbayev».
fn is_woman(word: &str, term: &str) -> bool {
    let term = fold(term);
    let surname = ["v", "in", "в", "ин"].iter().any(|ending| term.ends_with(ending));
    surname && word.strip_prefix(term.as_str()).is_some_and(|rest| matches!(rest, "a" | "а" | "ой" | "у"))
}

fn lettered(form: &str, text: &str) -> String {
    let capital = text.chars().next().is_some_and(char::is_uppercase);
    let mut letters = form.chars();
    match letters.next() {
        Some(first) if capital => first.to_uppercase().chain(letters).collect(),
        _ => form.to_owned(),
    }
}

/// Letters to change, add, drop or swap to get from one word to the other; `None` where the first letters differ, where
/// one word begins with the whole other ("Kazakh" and "Kazakhs"), or where it is more than `limit`.
fn distance(one: &[char], other: &[char], limit: usize) -> Option<usize> {
    let lengthened = one.starts_with(other) && one.get(other.len()..) != Some(&['e']) && !doubles_its_end(one, other);
    if one.first() != other.first() || other.starts_with(one) || lengthened || one.len().abs_diff(other.len()) > limit {
        return None;
    }
    let width = other.len() + 1;
    let mut rows = [vec![0; width], (0..width).collect::<Vec<usize>>(), vec![0; width]];
    for (at, letter) in one.iter().enumerate() {
        rows.rotate_left(1);
        // Now rows[0] is the row before, rows[1] is to be written, and rows[2] is the row before the last.
        let (last, rest) = rows.split_at_mut(1);
        let (row, older) = rest.split_at_mut(1);
        let (last, row, older) = (&last[0], &mut row[0], &older[0]);
        row[0] = at + 1;
        for (there, target) in other.iter().enumerate() {
            let changed = last[there] + usize::from(letter != target);
            let mut best = changed.min(last[there + 1] + 1).min(row[there] + 1);
            let swapped = at > 0 && there > 0 && *letter == other[there - 1] && one[at - 1] == *target;
            if swapped {
                best = best.min(older[there - 1] + 1);
            }
            row[there + 1] = best;
        }
        if row.iter().min().is_some_and(|least| *least > limit) {
            return None;
        }
    }
    Some(rows[1][other.len()]).filter(|distance| *distance <= limit)
}

/// "akimatt": the last letter twice.
fn doubles_its_end(one: &[char], other: &[char]) -> bool {
    one.len() == other.len() + 1 && one.last() == other.last()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::words;

    fn near(text: &str, term: &str, language: &str) -> Option<String> {
        let language = language.parse().unwrap();
        let term = Term { text: term.to_owned(), ..Term::default() };
        Wanted::of(&term, &language)?.nearly(text, &words(text), &language)
    }

    #[test]
    fn a_slip_in_any_form_and_in_any_word() {
        for (text, term, language, meant) in [
            ("akymat", "akimat", "en", "akimat"),
            ("Akimate", "akimat", "en", "Akimat"),
            ("Tokaev", "Tokayev", "en", "Tokayev"),
            ("zhizes", "zhuz", "en", "zhuzes"),
            ("акиамата", "акимат", "ru", "акимата"),
            ("учётной запсью", "учётная запись", "ru", "учётной записью"),
            ("премьер-минстра", "премьер-министр", "ru", "премьер-министра"),
            ("вакцинция", "вакцинация", "ru", "вакцинация"),
            ("Secruity Council", "Security Council", "en", "Security Council"),
        ] {
            assert_eq!(near(text, term, language).as_deref(), Some(meant), "{text}");
        }
    }

    #[test]
    fn forms_derived_words_and_other_words_are_none() {
        for (text, term, language) in [
            ("akim", "akimat", "en"),
            ("Kazakhs", "Kazakh", "en"),
            ("actions", "sanctions", "en"),
            ("vaccinating", "vaccination", "en"),
            ("heroes", "hero", "en"),
            ("indexes", "index", "en"),
            ("climate", "akimat", "en"),
            ("акиматами", "акимат", "ru"),
            ("заказан", "заказ", "ru"),
            ("Назарбаева", "Назарбаев", "ru"),
            ("security board", "Security Council", "en"),
        ] {
            assert_eq!(near(text, term, language), None, "{text}");
        }
    }
}
