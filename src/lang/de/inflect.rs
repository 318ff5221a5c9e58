//! German: nouns by their endings and umlauts, adjectives by theirs.

use crate::lang::inflect::Inflect;
use crate::lang::inflect::fold::{dress, fold};
use crate::lang::inflect::form::{AS_WRITTEN, Collector, Form, Slots};
use crate::lang::words::WordList;

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
    forms.iter_mut().for_each(|form| form.text = written(word, &form.text, capital));
    (kind, forms)
}

/// With the letters of the word; a noun keeps its capital where the umlaut changes the first letter: «Amt», «Ämter».
fn written(word: &str, form: &str, capital: bool) -> String {
    let dressed = dress(word, form);
    let mut letters = dressed.chars();
    match letters.next() {
        Some(first) if capital => first.to_uppercase().chain(letters).collect(),
        _ => dressed,
    }
}

/// Forms that no rule gives.
static IRREGULAR: WordList = WordList::new(include_str!("words/irregular.txt"));

/// Nouns whose plural ends in -er, with the umlaut where the vowel has one; also as the end of a compound.
static PLURAL_IN_ER: WordList = WordList::new(include_str!("words/plurals_in_er.txt"));

fn noun(word: &str, out: &mut Collector) {
    let in_er = PLURAL_IN_ER.has_end(word);
    match word.strip_suffix('e') {
        Some(_) => out.endings(word, "n s ns", NOUN),
        None => out.endings(word, "e en es s n ns", NOUN),
    }
    // «Kinder», but «Räder»: "Rader" is no plural, and «Spieler» none of «Spiel».
    if in_er {
        out.endings(&umlaut(word).unwrap_or_else(|| word.to_owned()), "er ern", UMLAUT);
    }
    // «Bauten», «Neubauten».
    if let Some(head) = word.strip_suffix("bau") {
        out.endings(&format!("{head}bauten"), "-", NOUN);
    }
    if let Some((head, others)) = IRREGULAR.end_of(word) {
        for other in others.split('/') {
            out.endings(&format!("{head}{other}"), "-", NOUN);
        }
    }
    singular_of(word, out);
    if word.ends_with("in") {
        out.endings(word, "nen", NOUN);
    }
    if word.ends_with("nis") {
        out.endings(word, "se sen ses", NOUN);
    }
    for (ending, others) in [("um", "en a"), ("us", "en"), ("a", "en"), ("is", "en"), ("o", "en i"), ("ma", "mata")] {
        if let Some(stem) = word.strip_suffix(ending) {
            out.endings(stem, others, NOUN);
        }
    }
    if let Some(stem) = of_adjective(word) {
        out.endings(stem, "e er en em es", ADJECTIVE);
    }
    if let Some(changed) = umlaut(word) {
        // «Städten», but «Vätern»: what ends in -er, -el or -en takes the -n alone.
        let short = ["er", "el", "en", "e"].iter().any(|end| word.ends_with(end));
        out.endings(&changed, if short { "- n" } else { "- e en" }, UMLAUT);
    }
}

/// The singular of a term in the plural: «Wahlen», «Berichte». A short word in -e is one itself: «Marke» is no «Mark».
fn singular_of(word: &str, out: &mut Collector) {
    let vowels = |text: &str| text.chars().filter(|letter| "aeiouäöüy".contains(*letter)).count();
    for ending in ["en", "e", "n"] {
        let Some(singular) = word.strip_suffix(ending).filter(|singular| singular.chars().count() >= 4) else {
            continue;
        };
        let own = ending == "e" && (vowels(singular) < 2 || singular.ends_with(['e', 'i']));
        if !own {
            out.endings(singular, "- e s", NOUN);
        }
        break;
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

    fn lacks(word: &str, unwanted: &[&str]) {
        let (_, forms) = forms(word, Inflect::Auto);
        let found = forms.iter().find(|form| unwanted.contains(&form.text.as_str()));
        assert_eq!(found, None, "{word}");
    }

    #[test]
    fn a_word_derived_with_er_is_another_word() {
        lacks("Wahl", &["Wahler", "Wähler", "Wählern"]);
        lacks("Spiel", &["Spieler", "Spielern"]);
        lacks("Politik", &["Politiker"]);
        lacks("Burg", &["Bürger", "Burger"]);
        lacks("Rad", &["Rader"]);
        lacks("Marke", &["Mark"]);
        lacks("Armee", &["Arme"]);
        has("Rad", &["Räder", "Rädern"]);
        has("Kind", &["Kinder", "Kindern"]);
        has("Bundesland", &["Bundesländer", "Bundesländern"]);
        has("Irrtum", &["Irrtümer"]);
        has("Neubau", &["Neubauten"]);
        has("Amt", &["Amtes", "Ämter", "Ämtern"]);
        has("Arzt", &["Ärzte", "Ärzten"]);
        has("Bankkonto", &["Bankkonten"]);
        has("Sitzungssaal", &["Sitzungssäle"]);
        has("Stadt", &["Städte", "Städten"]);
        has("Berichte", &["Bericht"]);
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
