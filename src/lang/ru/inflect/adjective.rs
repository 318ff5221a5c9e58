//! Russian adjectives, also those used as nouns («силовой», «рабочий», «главное») and surnames like them.

use super::noun::NOUNS_IN_OJ;
use super::table::{Adjective, Stress, is_hushing, is_velar, is_vowel, last};
use crate::lang::inflect::form::{Collector, Slots};
use crate::lang::words::WordList;

const HARD: Adjective = Adjective {
    name: "adjective-hard",
    masculine: "ый ого ому = ым ом",
    feminine: "ая ой ой ую ой/ою ой",
    neuter: "ое ого ому ое ым ом",
    plural: "ые ых ым = ыми ых",
};
const STRESSED: Adjective =
    Adjective { name: "adjective-stressed", masculine: "ой ого ому = ым ом", ..HARD };
const SOFT: Adjective = Adjective {
    name: "adjective-soft",
    masculine: "ий его ему = им ем",
    feminine: "яя ей ей юю ей/ею ей",
    neuter: "ее его ему ее им ем",
    plural: "ие их им = ими их",
};
const POSSESSIVE: Adjective = Adjective {
    name: "adjective-possessive",
    masculine: "ий ьего ьему = ьим ьем",
    feminine: "ья ьей ьей ью ьей/ьею ьей",
    neuter: "ье ьего ьему ье ьим ьем",
    plural: "ьи ьих ьим = ьими ьих",
};

/// Adjectives in -ий with ь in their other forms; those in -чий («птичий») of animals and people.
static POSSESSIVES: WordList = WordList::new(include_str!("../words/possessives.txt"));

const OWN: Adjective = Adjective {
    name: "adjective-own",
    masculine: "- ого/а ому/у = ым ом",
    feminine: "а ой ой у ой/ою ой",
    neuter: "о ого/а ому/у о ым ом",
    plural: "ы ых ым = ыми ых",
};

/// Adds the forms of an adjective of a person's own: «мамин», «мамина», «маминого».
pub(super) fn possessive(word: &str, out: &mut Collector) {
    out.add(word.to_owned(), OWN.name, Slots::NONE);
    OWN.decline(word, Stress::Unknown, out);
}

/// Nouns in -ий whose last consonant would let them be adjectives.
const NOUNS_IN_IJ: &[&str] =
    &["гений", "сергий", "георгий", "аркадий", "евтихий", "пений", "литий", "магний", "кремний", "апогий"];

/// Nouns in -ая, -ое, -ие and the like, which else are an adjective's endings; those in -ие also as the end of a
/// longer word: «оружие», «отличие», «наречие», «равнодушие».
const NOUNS_ALONE: &[&str] = &["стая", "свая", "сбруя", "трое", "терние", "каноэ"];
static NOUNS_IN_IE: WordList = WordList::new(include_str!("../words/nouns_in_ie.txt"));

/// Adjectives in the plural that have no singular of their own as terms: «данные» is no «данный».
static PLURAL_ONLY: WordList = WordList::new(include_str!("../words/plural_only.txt"));

/// Adjectives in -анный, -янный and -енный that are made from a noun in -н and are no participles: their short form would
/// be the noun. Also as the end of a longer stem: «иностранный», «безымянный», «современный».
static NOT_PARTICIPLES: WordList = WordList::new(include_str!("../words/not_participles.txt"));

/// Whether the word ends as an adjective in the nominative does. «герой» and «сценарий» do not.
pub(super) fn looks_like(word: &str) -> bool {
    stem(word).is_some()
}

/// Adds the forms of an adjective given in any nominative; says whether it is one.
pub(super) fn decline(word: &str, out: &mut Collector) -> bool {
    if let Some(head) = word.strip_suffix("ий").filter(|_| POSSESSIVES.has(word)) {
        if word == "божий" {
            SOFT.decline("божи", Stress::Unknown, out);
        }
        POSSESSIVE.decline(head, Stress::Unknown, out);
        return true;
    }
    let Some((stem, table, stress)) = stem(word) else { return false };
    if PLURAL_ONLY.has(word) {
        table.decline_plural(stem, stress, out);
    } else {
        table.decline(stem, stress, out);
    }
    if word.ends_with(['й', 'е']) {
        short_participle(stem, out);
    }
    true
}

fn stem(word: &str) -> Option<(&str, &'static Adjective, Stress)> {
    if NOUNS_ALONE.contains(&word) || NOUNS_IN_IE.has_end(word) {
        return None;
    }
    let letters = word.chars().count();
    let head = |end: &str| word.strip_suffix(end).filter(|head| letters >= 4 && !is_vowel(last(head)));
    if let Some(head) = head("ой").filter(|_| !NOUNS_IN_OJ.has(word)) {
        return Some((head, &STRESSED, Stress::Ending));
    }
    if let Some(head) = ["ый", "ая", "ое", "ые"].into_iter().find_map(head) {
        return Some((head, &HARD, Stress::Unknown));
    }
    if let Some(head) = head("ий").filter(|_| !NOUNS_IN_IJ.contains(&word)) {
        let end = last(head);
        return match () {
            () if is_velar(end) => Some((head, &HARD, Stress::Stem)),
            () if is_hushing(end) => Some((head, &HARD, Stress::Stem)),
            () if is_soft(head) => Some((head, &SOFT, Stress::Unknown)),
            () => None,
        };
    }
    if let Some(head) = ["яя", "ее"].into_iter().find_map(head) {
        let table = if is_hushing(last(head)) { &HARD } else { &SOFT };
        return Some((head, table, Stress::Stem));
    }
    let head = head("ие")?;
    let end = last(head);
    match () {
        () if is_velar(end) || is_hushing(end) => Some((head, &HARD, Stress::Unknown)),
        () if is_soft(head) => Some((head, &SOFT, Stress::Unknown)),
        () => None,
    }
}

/// «последн», «син»: a soft adjective's stem ends in н after a consonant; «алюмини», «сценари» are nouns.
fn is_soft(head: &str) -> bool {
    let before = head.strip_suffix('н').map(last);
    before.is_some_and(|letter| !is_vowel(letter) || head == "син")
}

/// Participles in -анный and -енный have short forms with one н: «присвоен», «присвоены».
fn short_participle(stem: &str, out: &mut Collector) {
    let participle = ["анн", "янн", "енн"].iter().any(|end| stem.ends_with(end))
        && stem.chars().count() >= 6
        && !NOT_PARTICIPLES.has_end(stem);
    if let Some(short) = stem.strip_suffix('н').filter(|_| participle) {
        for ending in ["", "а", "о", "ы"] {
            out.add(format!("{short}{ending}"), "adjective-short", Slots::NONE);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn forms(word: &str) -> Vec<String> {
        let mut out = Collector::default();
        decline(word, &mut out);
        out.forms().into_iter().map(|form| form.text).collect()
    }

    fn has(word: &str, wanted: &[&str]) -> bool {
        let forms = forms(word);
        wanted.iter().all(|form| forms.iter().any(|found| found == form))
    }

    #[test]
    fn spelling_follows_the_last_consonant() {
        assert!(has("силовой", &["силового", "силовые"]));
        assert!(has("старший", &["старшего", "старшим", "старшие"]));
        assert!(!has("старший", &["старшого"]));
        assert!(has("большой", &["большого", "большие"]));
        assert!(!has("большой", &["большего"]));
        assert!(has("последний", &["последнего", "последняя"]));
        assert!(has("третий", &["третьего", "третья"]));
    }

    #[test]
    fn nouns_are_left_alone() {
        assert!(["герой", "сценарий", "алюминий", "гений", "здание", "бой"].iter().all(|word| forms(word).is_empty()));
    }
}
