//! English: plurals, possessives, and verbs where the glossary says so.

use std::sync::OnceLock;

use rustc_hash::FxHashMap;

use crate::lang::inflect::Inflect;
use crate::lang::inflect::fold::{dress, fold};
use crate::lang::inflect::form::{AS_WRITTEN, Case, Collector, Form, Group, Slots};
use crate::lang::words::WordList;

use super::endings::regular;
use super::verb::conjugate;

pub(in crate::lang) const PLURAL: &str = "noun-plural";
pub(in crate::lang) const POSSESSIVE: &str = "noun-possessive";
const SINGULAR: &str = "noun-singular";

static IRREGULAR: WordList = WordList::new(include_str!("words/plurals.txt"));
static UNCHANGED: WordList = WordList::new(include_str!("words/unchanged.txt"));
static PLURAL_ONLY: WordList = WordList::new(include_str!("words/plural_only.txt"));
static SINGULAR_IN_S: WordList = WordList::new(include_str!("words/singular_in_s.txt"));

/// Words that end the part of a term in which its head is the last word: "committee of national security".
pub(in crate::lang) const LINKS: &[&str] = &[
    "of", "in", "for", "on", "to", "and", "with", "at", "by", "from", "under", "against", "up", "off", "out",
    "without", "de", "du", "la", "as",
];

/// Adjectives that follow their noun: "attorneys general", "courts-martial".
pub(in crate::lang) const BEHIND: &[&str] = &[
    "general",
    "martial",
    "elect",
    "laureate",
    "emeritus",
    "designate",
    "royal",
    "errant",
    "extraordinary",
    "militant",
    "presumptive",
    "apparent",
    "plenipotentiary",
    "politic",
];

/// Every form of one word; capitals mark a name, whose final s is its own.
pub(in crate::lang) fn forms(word: &str, inflect: Inflect) -> (Inflect, Vec<Form>) {
    let folded = fold(word);
    let mut out = Collector::default();
    let letters = folded.chars().all(char::is_alphabetic) && folded.chars().count() > 1;
    let kind = match inflect {
        Inflect::Verb => {
            out.add(folded.clone(), AS_WRITTEN, singular());
            conjugate(&folded, &mut out);
            Inflect::Verb
        }
        Inflect::None | Inflect::Adjective => inflect,
        _ if !letters => Inflect::None,
        _ => {
            noun(&folded, word.chars().next().is_some_and(char::is_uppercase), &mut out);
            if inflect == Inflect::Surname { Inflect::Surname } else { Inflect::Noun }
        }
    };
    if out.is_empty() {
        out.add(folded, AS_WRITTEN, singular());
    }
    let mut forms = out.forms();
    forms.iter_mut().for_each(|form| form.text = dress(word, &form.text));
    (kind, forms)
}

/// How many of the first letters of a folded noun all its forms have.
pub(in crate::lang) fn kept(word: &str) -> usize {
    let letters = word.chars().count();
    let changed = match () {
        () if irregular(word).is_some() || irregular_singular(word).is_some() => IRREGULAR_END,
        () if word.ends_with("ies") => 3,
        () if word.ends_with('s') => 2,
        () => 1,
    };
    letters.saturating_sub(changed).max(1)
}

/// Of "person", "people" and "mouse", "mice" at the end of a word this many letters differ.
const IRREGULAR_END: usize = 5;

fn singular() -> Slots {
    Slots::one(Group::Masculine, Case::Nominative)
}

fn plural_slot() -> Slots {
    Slots::one(Group::Plural, Case::Nominative)
}

fn noun(word: &str, capital: bool, out: &mut Collector) {
    let given = if capital { None } else { singular_of(word) };
    let only_plural = !capital && PLURAL_ONLY.has(word);
    let plurals = match (&given, UNCHANGED.has(word)) {
        (_, true) => vec![word.to_owned()],
        _ if only_plural => vec![word.to_owned()],
        (Some(singular), false) => plurals(singular),
        (None, false) => plurals(word),
    };
    let number = if given.is_some() || only_plural { plural_slot() } else { singular() };
    out.add(word.to_owned(), AS_WRITTEN, number);
    let singulars = match given {
        Some(given) => vec![given],
        None if only_plural => Vec::new(),
        None => vec![word.to_owned()],
    };
    for one in &singulars {
        out.add(one.clone(), SINGULAR, singular());
    }
    for plural in &plurals {
        out.add(plural.clone(), PLURAL, plural_slot());
    }
    // A name keeps its letters as well: "the two Germanys".
    if capital && word.ends_with('y') {
        out.add(format!("{word}s"), PLURAL, plural_slot());
    }
    for one in &singulars {
        out.add(format!("{one}'s"), POSSESSIVE, Slots::one(Group::Masculine, Case::Genitive));
    }
    for plural in &plurals {
        let ending = if plural.ends_with('s') { "'" } else { "'s" };
        out.add(format!("{plural}{ending}"), POSSESSIVE, Slots::one(Group::Plural, Case::Genitive));
    }
}

/// The plurals of a singular, the usual one first: "akimats", "zhuzes", "kurultais", "bodies", "women".
pub(in crate::lang) fn plurals(word: &str) -> Vec<String> {
    if let Some((head, plurals)) = irregular(word) {
        return plurals.split('/').map(|plural| format!("{head}{plural}")).collect();
    }
    if UNCHANGED.has(word) {
        return vec![word.to_owned()];
    }
    vec![regular(word)]
}

/// The singular of a word that looks like a plural; `None` where it is none.
fn singular_of(word: &str) -> Option<String> {
    if let Some(singular) = irregular_singular(word) {
        return Some(singular);
    }
    let ends = |ends: &[&str]| ends.iter().any(|end| word.ends_with(end));
    let listed = [&SINGULAR_IN_S, &UNCHANGED, &PLURAL_ONLY].iter().any(|list| list.has(word));
    if listed || ends(&["ss", "us", "is", "ics", "'s"]) || word.chars().count() < 4 {
        return None;
    }
    let stem = word.strip_suffix('s')?;
    if let Some(head) = stem.strip_suffix("ie").filter(|head| head.chars().count() > 1) {
        return Some(format!("{head}y"));
    }
    let hissing = ["xe", "ze", "che", "she", "zhe", "sse"].iter().any(|end| stem.ends_with(end));
    Some(if hissing { stem[..stem.len() - 1].to_owned() } else { stem.to_owned() })
}

/// The part of a word before an irregular singular, and the plurals of that.
fn irregular(word: &str) -> Option<(&str, &'static str)> {
    if let Some(plurals) = IRREGULAR.value(word) {
        return Some(("", plurals));
    }
    // "policeman" and "grandchild", but no "human" and no "german".
    let compound = |end: &str| {
        let head = word.strip_suffix(end)?;
        let other = ["hu", "ger", "otto", "tali", "sha", "ro", "nor", "brah", "cay"].contains(&head);
        (head.chars().count() > 2 && !other).then_some(head)
    };
    let ends = ["woman", "man", "child", "person", "mouse", "foot", "tooth", "wife", "knife", "leaf", "shelf", "wolf"];
    let found = ends.iter().find_map(|end| Some((compound(end)?, IRREGULAR.value(end)?)));
    found.filter(|_| word.chars().all(char::is_alphabetic))
}

fn irregular_singular(word: &str) -> Option<String> {
    static SINGULARS: OnceLock<FxHashMap<&'static str, &'static str>> = OnceLock::new();
    let singulars = SINGULARS.get_or_init(|| {
        let mut singulars: FxHashMap<&str, &str> = FxHashMap::default();
        for (singular, plurals) in IRREGULAR.entries() {
            for plural in plurals.split('/') {
                let known = singulars.entry(plural).or_insert(singular);
                *known = singular.min(known);
            }
        }
        singulars
    });
    if let Some(singular) = singulars.get(word) {
        return (!PLURAL_ONLY.has(word)).then(|| (*singular).to_owned());
    }
    let ends = [("women", "woman"), ("men", "man"), ("children", "child"), ("wives", "wife"), ("leaves", "leaf")];
    ends.iter().find_map(|(plural, singular)| {
        let head = word.strip_suffix(plural).filter(|head| head.chars().count() > 2)?;
        Some(format!("{head}{singular}"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(word: &str) -> Vec<String> {
        forms(word, Inflect::Auto).1.into_iter().map(|form| form.text).collect()
    }

    fn has(word: &str, wanted: &[&str], unwanted: &[&str]) {
        let texts = texts(word);
        let found = |form: &&&str| texts.iter().any(|text| text == **form);
        assert_eq!(wanted.iter().find(|form| !found(form)), None, "{word} has {texts:?}");
        assert_eq!(unwanted.iter().find(found), None, "{word} has {texts:?}");
    }

    #[test]
    fn plural_and_possessive() {
        assert_eq!(texts("akimat"), ["akimat", "akimats", "akimat's", "akimats'"]);
        assert_eq!(texts("KNB"), ["KNB", "KNBs", "KNB's", "KNBs'"]);
        has("zhuz", &["zhuzes"], &["zhuzs"]);
        has("kurultai", &["kurultais"], &[]);
        has("taigazh", &["taigazhes"], &[]);
        has("policewoman", &["policewomen"], &["policewomans"]);
        has("human", &["humans"], &["humen"]);
    }

    #[test]
    fn plurals_that_no_rule_gives() {
        has("hero", &["heroes", "heroes'"], &["heros"]);
        has("index", &["indices", "indexes"], &[]);
        has("bacterium", &["bacteria"], &["bacteriums"]);
        has("quiz", &["quizzes"], &["quizes"]);
        has("person", &["people", "persons"], &[]);
        has("oligarch", &["oligarchs"], &["oligarches"]);
        has("aircraft", &["aircraft", "aircraft's"], &["aircrafts"]);
        has("grandchild", &["grandchildren"], &["grandchilds"]);
        has("Germany", &["Germany's", "Germanys"], &[]);
    }

    #[test]
    fn a_term_in_the_plural_has_its_singular() {
        has("mambets", &["mambet"], &[]);
        has("authorities", &["authority"], &[]);
        has("bacteria", &["bacterium"], &["bacterias"]);
        has("news", &["news"], &["new", "newses"]);
        has("Mars", &["Mars"], &["Mar"]);
        has("customs", &["customs", "customs'"], &["custom", "customses"]);
    }

    #[test]
    fn verbs_when_asked() {
        let (_, forms) = forms("plan", Inflect::Verb);
        assert!(forms.iter().any(|form| form.text == "planned"));
    }
}
