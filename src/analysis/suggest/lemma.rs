//! The dictionary form of a candidate, from the forms in which it occurs in the texts.

use std::collections::BTreeMap;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::lang::inflect::{self, Inflect};
use crate::lang::{Endings, Language, Profile, lexicon};

/// As many of a candidate's forms are looked at.
const MOST: usize = 12;

/// Endings that a dictionary form of a noun may have where another one is in the text, the likeliest first.
const NOUNS: &[&str] = &["", "а", "я", "ь", "ия", "ие", "о", "е", "й", "ы", "и"];

/// Endings of adjectives in the nominative.
const ADJECTIVES: &[&str] = &["ый", "ий", "ой", "ая", "яя", "ое", "ее", "ые", "ие"];

/// Endings that an adjective loses, the longest first.
const OBLIQUE: &[&str] = &[
    "ого", "его", "ому", "ему", "ыми", "ими", "ый", "ий", "ой", "ая", "яя", "ое", "ее", "ые", "ие", "ым", "им", "ом",
    "ем", "ую", "юю", "ей", "ых", "их",
];

/// Letters before which a masculine noun has lost its ending and a feminine one has not.
const MASCULINE: &[&str] = &[
    "ус", "ат", "ет", "ит", "изм", "ист", "ант", "ент", "тор", "сор", "ер", "ов", "ев", "ин", "аж", "ник", "ик",
    "тель", "лог", "граф", "ург", "метр", "нг", "рт", "нд", "стан",
];

/// Ends of dictionary forms that leave no doubt.
const CERTAIN: &[&str] = &["ость", "ция", "ство"];

/// Whether a candidate is written small: no name.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Letters {
    Small,
    AsWritten,
}

/// The form that explains most of the texts, given with their counts; an unseen one where it explains more, or as much
/// and is likelier.
pub(super) fn dictionary_form(texts: &BTreeMap<String, usize>, letters: Letters, language: &Language) -> String {
    let small = |text: &str| if letters == Letters::Small { text.to_lowercase() } else { text.to_owned() };
    let mut seen: FxHashMap<String, usize> = FxHashMap::default();
    for (text, count) in texts {
        *seen.entry(small(text)).or_default() += count;
    }
    let mut usual: Vec<(&String, &usize)> = seen.iter().collect();
    usual.sort_by(|one, other| other.1.cmp(one.1).then_with(|| one.0.cmp(other.0)));
    usual.truncate(MOST);
    let mut candidates: Vec<(String, usize)> = usual.iter().map(|(text, _)| ((*text).clone(), 0)).collect();
    if Profile::of(language).endings == Endings::EastSlavic {
        let made = usual.iter().take(3).flat_map(|(text, _)| made(text));
        for (text, order) in made {
            if !candidates.iter().any(|(known, _)| *known == text) {
                candidates.push((text, order + 1));
            }
        }
    }
    let best = candidates.into_iter().map(|(text, order)| {
        let explained = explained(&text, &usual, language);
        let listed = lexicon::is_word(&text.to_lowercase(), language);
        (
            explained,
            listed,
            is_nominative(&text),
            likely(&text, &usual),
            !is_plural(&text, usual.len()),
            std::cmp::Reverse(order),
            std::cmp::Reverse(text.chars().count()),
            text,
        )
    });
    best.max().map_or_else(String::new, |(.., text)| text)
}

fn explained(lemma: &str, usual: &[(&String, &usize)], language: &Language) -> usize {
    let forms = inflect::forms(lemma, language, Inflect::Auto).list();
    let forms: FxHashSet<String> = forms.into_iter().map(|form| inflect::fold(&form.text)).collect();
    usual.iter().filter(|(text, _)| forms.contains(&inflect::fold(text))).map(|(_, count)| **count).sum()
}

/// Whether a singular that explains as much is better: «Украина» than «Украины». What occurs in one form alone may have no
/// other, as «Елбасы», but for -ии.
fn is_plural(lemma: &str, forms: usize) -> bool {
    lemma.ends_with(['ы', 'и']) && (forms > 1 || lemma.ends_with("ии"))
}

/// Whether a noun that ends in a consonant is likelier than the same with -а, which occurs in the texts.
fn likely(lemma: &str, usual: &[(&String, &usize)]) -> bool {
    if CERTAIN.iter().any(|end| lemma.ends_with(end)) {
        return true;
    }
    let masculine = MASCULINE.iter().any(|end| lemma.ends_with(end));
    // A plural is the dictionary form only where no singular explains as much.
    let seen = !lemma.ends_with(['ы', 'и']) && usual.iter().any(|(text, _)| *text == lemma);
    masculine || (seen && !MASCULINE.iter().any(|end| lemma.strip_suffix('а').is_some_and(|stem| stem.ends_with(end))))
}

/// Whether a phrase of an adjective and a noun looks like the nominative; single words all do.
fn is_nominative(lemma: &str) -> bool {
    let Some((adjective, noun)) = lemma.split_once(' ') else { return true };
    let ends = |endings: &[&str]| endings.iter().any(|end| adjective.ends_with(end));
    let soft = noun.ends_with('ь');
    let agrees =
        |adjective: &[&str], noun_ends: &[char], also: bool| ends(adjective) && (noun.ends_with(noun_ends) || also);
    let consonant = !noun.ends_with(['а', 'я', 'о', 'е', 'ё', 'ы', 'и', 'у', 'ю', 'ь']);
    !ends(OBLIQUE)
        || agrees(&["ый", "ий", "ой"], &[], consonant || soft)
        || agrees(&["ая", "яя"], &['а', 'я'], soft)
        || agrees(&["ое", "ее"], &['о', 'е', 'ё'], noun.ends_with("мя"))
        || agrees(&["ые", "ие"], &['ы', 'и'], false)
}

/// Dictionary forms that a text may be a form of, with how unlikely each is.
fn made(text: &str) -> Vec<(String, usize)> {
    let words: Vec<&str> = text.split(' ').collect();
    match words.as_slice() {
        [word] => nouns(word),
        [adjective, noun] => {
            let Some(stem) = OBLIQUE.iter().find_map(|end| adjective.strip_suffix(end)) else { return Vec::new() };
            let both = nouns(noun).into_iter().chain([((*noun).to_owned(), 0)]).flat_map(|(noun, order)| {
                ADJECTIVES.iter().map(move |ending| (format!("{stem}{ending} {noun}"), order))
            });
            both.collect()
        }
        _ => Vec::new(),
    }
}

fn nouns(word: &str) -> Vec<(String, usize)> {
    const ENDINGS: &[&str] = &[
        "иями", "ами", "ями", "иях", "ией", "ием", "ах", "ях", "ам", "ям", "ом", "ем", "ой", "ей", "ою", "ов", "ев",
        "ии", "ию", "ия", "ью", "а", "я", "у", "ю", "ы", "и", "е", "о", "ь", "й",
    ];
    let mut made: Vec<(String, usize)> = Vec::new();
    for stem in ENDINGS.iter().filter_map(|ending| word.strip_suffix(ending)).filter(|stem| stem.chars().count() > 1) {
        // No soft sign follows a vowel.
        let vowel = stem.ends_with(['а', 'о', 'у', 'ы', 'э', 'е', 'ё', 'и', 'ю', 'я']);
        let fitting = NOUNS.iter().enumerate().filter(|(_, ending)| !vowel || **ending != "ь");
        made.extend(fitting.map(|(order, ending)| (format!("{stem}{ending}"), order)));
    }
    made.extend(["а", "о", "ь"].iter().enumerate().map(|(order, ending)| (format!("{word}{ending}"), order + 1)));
    made
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(texts: &[&str], letters: Letters) -> String {
        let mut counts = BTreeMap::new();
        for text in texts {
            *counts.entry((*text).to_owned()).or_default() += 1;
        }
        dictionary_form(&counts, letters, &"ru".parse().unwrap())
    }

    #[test]
    fn a_form_that_does_not_stand_in_the_texts() {
        assert_eq!(of(&["Киеву", "Киевом"], Letters::AsWritten), "Киев");
        assert_eq!(of(&["матраса", "матрасов", "матрасе"], Letters::Small), "матрас");
        assert_eq!(of(&["кокосовой койры", "кокосовую койру"], Letters::Small), "кокосовая койра");
        assert_eq!(of(&["Ливии", "Ливии"], Letters::AsWritten), "Ливия");
        assert_eq!(of(&["Елбасы", "Елбасы"], Letters::AsWritten), "Елбасы");
        assert_eq!(of(&["жесткости"], Letters::Small), "жесткость");
        assert_eq!(of(&["деменции"], Letters::Small), "деменция");
        assert_eq!(of(&["Украины", "Украиной", "Украина"], Letters::AsWritten), "Украина");
        assert_eq!(of(&["Мамбетами", "мамбеты"], Letters::Small), "мамбет");
    }

    #[test]
    fn a_form_that_stands_there_is_taken_where_it_explains_as_much() {
        assert_eq!(of(&["вакцина", "вакцины", "вакцину"], Letters::Small), "вакцина");
        assert_eq!(of(&["штамм", "штамма"], Letters::Small), "штамм");
        assert_eq!(of(&["слезоточивый газ"], Letters::Small), "слезоточивый газ");
    }
}
