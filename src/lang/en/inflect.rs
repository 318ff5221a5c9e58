//! English: plurals, possessives, and verbs where the glossary says so.

use crate::lang::inflect::Inflect;
use crate::lang::inflect::fold::{dress, fold};
use crate::lang::inflect::form::{AS_WRITTEN, Case, Collector, Form, Group, Slots};

pub(in crate::lang) const PLURAL: &str = "noun-plural";
pub(in crate::lang) const POSSESSIVE: &str = "noun-possessive";
const SINGULAR: &str = "noun-singular";
const VERB: &str = "verb";

/// Singular and plural where no rule gives the plural; also as the end of a longer word.
const IRREGULAR: &[(&str, &str)] = &[
    ("man", "men"),
    ("woman", "women"),
    ("child", "children"),
    ("person", "people"),
    ("foot", "feet"),
    ("tooth", "teeth"),
    ("mouse", "mice"),
    ("goose", "geese"),
    ("ox", "oxen"),
    ("datum", "data"),
    ("medium", "media"),
    ("criterion", "criteria"),
    ("phenomenon", "phenomena"),
    ("index", "indices"),
    ("matrix", "matrices"),
    ("vertex", "vertices"),
    ("appendix", "appendices"),
    ("analysis", "analyses"),
    ("basis", "bases"),
    ("thesis", "theses"),
    ("crisis", "crises"),
    ("axis", "axes"),
    ("leaf", "leaves"),
    ("life", "lives"),
    ("knife", "knives"),
    ("wife", "wives"),
    ("half", "halves"),
    ("shelf", "shelves"),
    ("self", "selves"),
    ("thief", "thieves"),
    ("wolf", "wolves"),
    ("calf", "calves"),
];

/// Words that look like a plural and are none.
const NO_PLURAL: &[&str] = &[
    "news",
    "series",
    "species",
    "means",
    "always",
    "headquarters",
    "this",
    "his",
    "its",
    "was",
    "has",
    "does",
    "gas",
    "bus",
    "lens",
    "alias",
    "atlas",
    "canvas",
    "bias",
    "chaos",
    "cosmos",
    "plus",
    "yes",
    "perhaps",
    "besides",
    "us",
];

/// Words that end the part of a term in which its head is the last word: "committee of national security".
pub(in crate::lang) const LINKS: &[&str] =
    &["of", "in", "for", "on", "to", "and", "with", "at", "by", "from", "under", "against"];

/// Every form of one word; capitals mark a name, whose final s is its own.
pub(in crate::lang) fn forms(word: &str, inflect: Inflect) -> (Inflect, Vec<Form>) {
    let folded = fold(word);
    let mut out = Collector::default();
    out.add(folded.clone(), AS_WRITTEN, singular());
    let letters = folded.chars().all(char::is_alphabetic) && folded.chars().count() > 1;
    let kind = match inflect {
        Inflect::None | Inflect::Adjective => inflect,
        Inflect::Verb => {
            verb(&folded, &mut out);
            Inflect::Verb
        }
        _ if !letters => Inflect::None,
        _ => {
            noun(&folded, word.chars().next().is_some_and(char::is_uppercase), &mut out);
            if inflect == Inflect::Surname { Inflect::Surname } else { Inflect::Noun }
        }
    };
    let mut forms = out.forms();
    forms.iter_mut().for_each(|form| form.text = dress(word, &form.text));
    (kind, forms)
}

fn singular() -> Slots {
    Slots::one(Group::Masculine, Case::Nominative)
}

fn plural_slot() -> Slots {
    Slots::one(Group::Plural, Case::Nominative)
}

fn noun(word: &str, capital: bool, out: &mut Collector) {
    let mut plural = plural(word);
    if let Some(singular_form) = (!capital).then(|| singular_of(word)).flatten() {
        out.add(word.to_owned(), PLURAL, plural_slot());
        out.add(singular_form, SINGULAR, singular());
        plural = word.to_owned();
    }
    out.add(plural.clone(), PLURAL, plural_slot());
    out.add(format!("{word}'s"), POSSESSIVE, Slots::one(Group::Masculine, Case::Genitive));
    let ending = if plural.ends_with('s') { "'" } else { "'s" };
    out.add(format!("{plural}{ending}"), POSSESSIVE, Slots::one(Group::Plural, Case::Genitive));
}

/// The plural of a singular: "akimats", "zhuzes", "kurultais", "bodies", "women".
pub(in crate::lang) fn plural(word: &str) -> String {
    if let Some((head, plural)) = irregular(word, |pair| (pair.0, pair.1)) {
        return format!("{head}{plural}");
    }
    let ends = |ends: &[&str]| ends.iter().any(|end| word.ends_with(end));
    let consonant_y = word.strip_suffix('y').filter(|head| !head.ends_with(['a', 'e', 'i', 'o', 'u']));
    match consonant_y {
        Some(head) if !head.is_empty() => format!("{head}ies"),
        _ if ends(&["s", "x", "z", "ch", "sh", "zh"]) => format!("{word}es"),
        _ => format!("{word}s"),
    }
}

/// The singular of a word that looks like a plural; `None` where it is none.
fn singular_of(word: &str) -> Option<String> {
    if let Some((head, singular)) = irregular(word, |pair| (pair.1, pair.0)) {
        return Some(format!("{head}{singular}"));
    }
    let ends = |ends: &[&str]| ends.iter().any(|end| word.ends_with(end));
    if NO_PLURAL.contains(&word) || ends(&["ss", "us", "is", "ics", "'s"]) || word.chars().count() < 4 {
        return None;
    }
    let stem = word.strip_suffix('s')?;
    if let Some(head) = stem.strip_suffix("ie").filter(|head| head.chars().count() > 1) {
        return Some(format!("{head}y"));
    }
    let hissing = ["xe", "ze", "che", "she", "zhe", "sse"].iter().any(|end| stem.ends_with(end));
    Some(if hissing { stem[..stem.len() - 1].to_owned() } else { stem.to_owned() })
}

/// The part of a word before one side of an irregular pair, and the other side.
fn irregular(
    word: &str,
    side: impl Fn(&(&'static str, &'static str)) -> (&'static str, &'static str),
) -> Option<(&str, &'static str)> {
    IRREGULAR.iter().map(side).find_map(|(from, to)| {
        let head = word.strip_suffix(from)?;
        // "human" and "german" are no men, "workwoman" and "policeman" are.
        let compound = from.chars().count() > 4 || (head.chars().count() > 3 && matches!(from, "man" | "men"));
        (head.is_empty() || (compound && !["hu", "ger", "otto", "tali", "sha"].contains(&head))).then_some((head, to))
    })
}

fn verb(word: &str, out: &mut Collector) {
    let silent = word.strip_suffix('e');
    let stem = silent.unwrap_or(word);
    let consonant_y = word.strip_suffix('y').filter(|head| !head.ends_with(['a', 'e', 'i', 'o', 'u']));
    out.add(plural(word), VERB, Slots::NONE);
    out.add(consonant_y.map_or(format!("{stem}ed"), |head| format!("{head}ied")), VERB, Slots::NONE);
    out.add(format!("{stem}ing"), VERB, Slots::NONE);
    if let Some(double) = doubled(word) {
        out.endings(&double, "ed ing", VERB);
    }
}

/// "plan" → "plann": one vowel and one consonant at the end.
fn doubled(word: &str) -> Option<String> {
    let letters: Vec<char> = word.chars().rev().take(3).collect();
    let vowel = |letter: &char| "aeiou".contains(*letter);
    match letters.as_slice() {
        [end, middle, before] if !vowel(end) && vowel(middle) && !vowel(before) && !"wxy".contains(*end) => {
            Some(format!("{word}{end}"))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(word: &str) -> Vec<String> {
        forms(word, Inflect::Auto).1.into_iter().map(|form| form.text).collect()
    }

    #[test]
    fn plural_and_possessive() {
        assert_eq!(texts("akimat"), ["akimat", "akimats", "akimat's", "akimats'"]);
        assert_eq!(texts("KNB"), ["KNB", "KNBs", "KNB's", "KNBs'"]);
        assert_eq!(plural("zhuz"), "zhuzes");
        assert_eq!(plural("kurultai"), "kurultais");
        assert_eq!(plural("taigazh"), "taigazhes");
        assert_eq!(plural("policewoman"), "policewomen");
        assert_eq!(plural("human"), "humans");
    }

    #[test]
    fn a_term_in_the_plural_has_its_singular() {
        assert!(texts("mambets").contains(&"mambet".to_owned()));
        assert!(texts("authorities").contains(&"authority".to_owned()));
        assert!(!texts("news").contains(&"new".to_owned()));
        assert!(!texts("Mars").contains(&"Mar".to_owned()));
    }

    #[test]
    fn verbs_when_asked() {
        let (_, forms) = forms("plan", Inflect::Verb);
        assert!(forms.iter().any(|form| form.text == "planned"));
    }
}
