//! German: nouns by their endings and umlauts, adjectives by theirs.

use crate::lang::inflect::Inflect;
use crate::lang::inflect::fold::{dress, fold};
use crate::lang::inflect::form::{AS_WRITTEN, Collector, Form, Slots};

const NOUN: &str = "noun";
const UMLAUT: &str = "noun-umlaut";
const ADJECTIVE: &str = "adjective";
const VERB: &str = "verb";

/// Every form of one word; a capital marks a noun, as German writes.
pub(in crate::lang) fn forms(word: &str, inflect: Inflect) -> (Inflect, Vec<Form>) {
    let folded = fold(word);
    let capital = word.chars().next().is_some_and(char::is_uppercase);
    let abbreviation = capital && word.chars().all(char::is_uppercase);
    let mut out = Collector::default();
    out.add(folded.clone(), AS_WRITTEN, Slots::NONE);
    let kind = match inflect {
        _ if folded.chars().count() < 3 && !abbreviation => Inflect::None,
        Inflect::None => Inflect::None,
        _ if abbreviation => {
            out.endings(&folded, "s", NOUN);
            Inflect::Noun
        }
        Inflect::Surname => {
            out.endings(&folded, "s", NOUN);
            Inflect::Surname
        }
        Inflect::Verb => {
            verb(&folded, &mut out);
            Inflect::Verb
        }
        Inflect::Adjective => {
            adjective(&folded, &mut out);
            Inflect::Adjective
        }
        Inflect::Auto if !capital => {
            adjective(&folded, &mut out);
            Inflect::Adjective
        }
        _ => {
            noun(&folded, &mut out);
            Inflect::Noun
        }
    };
    let mut forms = out.forms();
    forms.iter_mut().for_each(|form| form.text = dress(word, &form.text));
    (kind, forms)
}

fn noun(word: &str, out: &mut Collector) {
    match word.strip_suffix('e') {
        Some(_) => out.endings(word, "n s ns", NOUN),
        None => out.endings(word, "e en er ern es s n ns", NOUN),
    }
    // A plural as lemma: «Wahlen».
    for ending in ["en", "e", "n"] {
        if let Some(singular) = word.strip_suffix(ending).filter(|singular| singular.chars().count() >= 4) {
            out.endings(singular, "- e s", NOUN);
            break;
        }
    }
    if word.ends_with("in") {
        out.endings(word, "nen", NOUN);
    }
    if word.ends_with("nis") {
        out.endings(word, "se sen ses", NOUN);
    }
    for (ending, others) in [("um", "en a"), ("us", "en"), ("a", "en"), ("is", "en"), ("ma", "mata")] {
        if let Some(stem) = word.strip_suffix(ending) {
            out.endings(stem, others, NOUN);
        }
    }
    if let Some(stem) = of_adjective(word) {
        out.endings(stem, "e er en em es", ADJECTIVE);
    }
    if let Some(changed) = umlaut(word) {
        out.endings(&changed, "- e er ern en n", UMLAUT);
    }
}

/// Ends of nouns that are inflected as adjectives, without -e or -er: «Beamter», «Vorsitzende».
const ADJECTIVES: &[&str] = &[
    "beamt",
    "gestellt",
    "geordnet",
    "itzend",
    "ierend",
    "eisend",
    "iert",
    "wandt",
    "kannt",
    "deutsch",
    "sandt",
    "lehrt",
    "schworen",
    "fangen",
    "trieben",
    "mächtigt",
    "auftragt",
    "jugendlich",
    "wachsen",
    "hörig",
    "letzt",
    "schuldigt",
    "klagt",
    "freiwillig",
    "selbständig",
    "industriell",
    "intellektuell",
    "überlebend",
];

/// The stem of a noun that is inflected as an adjective.
fn of_adjective(word: &str) -> Option<&str> {
    let stem = word.strip_suffix("er").or_else(|| word.strip_suffix('e'))?;
    ADJECTIVES.iter().any(|end| stem.ends_with(end)).then_some(stem)
}

/// The word with the umlaut of its last stressed vowel: «Land» → «länd», «Haus» → «häus».
fn umlaut(word: &str) -> Option<String> {
    let bare = word.strip_suffix('e').unwrap_or(word);
    let bare = ["er", "el", "en"].iter().find_map(|end| bare.strip_suffix(end)).unwrap_or(bare);
    let (place, vowel) = bare.char_indices().rev().find(|(_, letter)| "aeiouäöüy".contains(*letter))?;
    let (place, from, to) = match vowel {
        'u' if bare[..place].ends_with('a') => (place - 1, "au", "äu"),
        'a' => (place, "a", "ä"),
        'o' => (place, "o", "ö"),
        'u' => (place, "u", "ü"),
        _ => return None,
    };
    Some(format!("{}{to}{}", &word[..place], &word[place + from.len()..]))
}

fn adjective(word: &str, out: &mut Collector) {
    let inflected = ["e", "er", "en", "em", "es"].iter().filter_map(|end| word.strip_suffix(end));
    let stem = inflected.filter(|stem| stem.chars().count() >= 3).min_by_key(|stem| stem.len());
    for stem in [Some(word), stem].into_iter().flatten() {
        out.endings(stem, "- e en em er es", ADJECTIVE);
    }
    for (ending, letter) in [("el", "l"), ("er", "r")] {
        if let Some(head) = word.strip_suffix(ending) {
            out.endings(&format!("{head}{letter}"), "e en em er es", ADJECTIVE);
        }
    }
}

fn verb(word: &str, out: &mut Collector) {
    let stem = word.strip_suffix("en").or_else(|| word.strip_suffix('n')).unwrap_or(word);
    out.endings(stem, "e st est t et en te ten test tet ete eten end ende enden", VERB);
    out.endings(&format!("ge{stem}"), "t et te ten tes ter en ene enen", VERB);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn has(word: &str, wanted: &[&str]) {
        let (_, forms) = forms(word, Inflect::Auto);
        for form in wanted {
            assert!(forms.iter().any(|found| found.text == *form), "{form} of {word}: {forms:?}");
        }
    }

    #[test]
    fn nouns_and_adjectives() {
        has("Akimat", &["Akimate", "Akimats", "Akimaten"]);
        has("Rathaus", &["Rathäuser", "Rathauses"]);
        has("Behörde", &["Behörden"]);
        has("Bürgermeisterin", &["Bürgermeisterinnen"]);
        has("Präsident", &["Präsidenten"]);
        has("Beamter", &["Beamte", "Beamten", "Beamtem"]);
        has("Vorsitzende", &["Vorsitzender", "Vorsitzenden"]);
        has("Zentrum", &["Zentren"]);
        has("national", &["nationale", "nationalen"]);
        has("KNB", &["KNBs"]);
    }
}
