//! Spanish: plurals, and the gender of adjectives and of words for people.

use crate::lang::inflect::Inflect;
use crate::lang::inflect::fold::{dress, fold};
use crate::lang::inflect::form::{AS_WRITTEN, Collector, Form, Slots};

const PLURAL: &str = "noun-plural";
const SINGULAR: &str = "noun-singular";
const GENDER: &str = "adjective-gender";

/// Words after which nothing agrees with the head of a term: «comité de seguridad».
pub(in crate::lang) const LINKS: &[&str] = &["de", "del", "para", "por", "en", "a", "con", "y", "sobre"];

/// Every form of one word; adjectives change their gender where the glossary says that they are adjectives.
pub(in crate::lang) fn forms(word: &str, inflect: Inflect) -> (Inflect, Vec<Form>) {
    let folded = fold(word);
    let abbreviation = word.chars().count() > 1 && word.chars().all(char::is_uppercase);
    let mut out = Collector::default();
    out.add(folded.clone(), AS_WRITTEN, Slots::NONE);
    let kind = match inflect {
        Inflect::None => Inflect::None,
        _ if abbreviation || folded.chars().count() < 3 => Inflect::None,
        Inflect::Adjective => {
            number(&folded, &mut out);
            gender(&folded, &mut out);
            Inflect::Adjective
        }
        Inflect::Surname => Inflect::Surname,
        _ => {
            number(&folded, &mut out);
            Inflect::Noun
        }
    };
    let mut forms = out.forms();
    forms.iter_mut().for_each(|form| form.text = dress(word, &form.text));
    (kind, forms)
}

fn number(word: &str, out: &mut Collector) {
    for plural in plurals(word) {
        out.add(plural, PLURAL, Slots::NONE);
    }
    let Some(stem) = word.strip_suffix('s').filter(|stem| stem.chars().count() > 3) else { return };
    out.add(stem.to_owned(), SINGULAR, Slots::NONE);
    if let Some(head) = stem.strip_suffix("ce") {
        out.add(format!("{head}z"), SINGULAR, Slots::NONE);
    } else if let Some(head) = stem.strip_suffix("ione") {
        out.add(format!("{head}ión"), SINGULAR, Slots::NONE);
    } else if let Some(head) = stem.strip_suffix('e').filter(|head| head.ends_with(['r', 'l', 'd', 'n'])) {
        out.add(head.to_owned(), SINGULAR, Slots::NONE);
    }
}

/// The plural, and the other one that «israelí» and words taken from other languages have: «blogs», «clubes».
fn plurals(word: &str) -> Vec<String> {
    let usual = plural(word);
    let foreign = word.ends_with(|letter: char| !is_vowel(letter) && !"lrndzjsxy".contains(letter));
    if foreign || word.ends_with(['í', 'ú']) { vec![usual, format!("{word}s")] } else { vec![usual] }
}

/// «akimatos», «leyes», «luces», «elecciones».
fn plural(word: &str) -> String {
    if let Some(head) = word.strip_suffix('z') {
        return format!("{head}ces");
    }
    // «país» keeps its accent: the two vowels are no diphthong.
    if word.ends_with("aís") || word.ends_with("aíz") {
        return format!("{word}es");
    }
    const STRESSED: &[(&str, &str)] = &[
        ("ión", "iones"),
        ("án", "anes"),
        ("ón", "ones"),
        ("én", "enes"),
        ("ín", "ines"),
        ("ún", "unes"),
        ("és", "eses"),
        ("ás", "ases"),
        ("ís", "ises"),
        ("ós", "oses"),
        ("ús", "uses"),
    ];
    for (accented, plain) in STRESSED {
        if let Some(head) = word.strip_suffix(accented) {
            return format!("{head}{plain}");
        }
    }
    if let Some(head) = word.strip_suffix("en").and_then(stressed) {
        return format!("{head}enes");
    }
    let syllables = word.chars().filter(|letter| is_vowel(*letter)).count();
    match word.chars().last() {
        Some('s') if syllables == 1 => format!("{word}es"),
        Some('s' | 'x') => word.to_owned(),
        Some(vowel) if "aeiouáéó".contains(vowel) => format!("{word}s"),
        _ => format!("{word}es"),
    }
}

fn is_vowel(letter: char) -> bool {
    "aeiouáéíóú".contains(letter)
}

/// The beginning of a word with an accent on its last vowel, where none has one: «imag» → «imág», for «imágenes».
fn stressed(head: &str) -> Option<String> {
    if head.contains(['á', 'é', 'í', 'ó', 'ú']) {
        return None;
    }
    // «bien» has one syllable: its two vowels are one.
    let head_of_stress = head.trim_end_matches(['i', 'u']);
    let (at, vowel) = head_of_stress.char_indices().rev().find(|(_, letter)| is_vowel(*letter))?;
    let accented = "áéíóú".chars().nth("aeiou".chars().position(|plain| plain == vowel)?)?;
    Some(format!("{}{accented}{}", &head[..at], &head[at + vowel.len_utf8()..]))
}

fn gender(word: &str, out: &mut Collector) {
    let stem = word.strip_suffix('s').unwrap_or(word);
    if let Some(stem) = stem.strip_suffix(['o', 'a']) {
        out.endings(stem, "o a os as", GENDER);
    } else if stem.ends_with(['r', 'l', 'n', 's']) {
        out.endings(stem, "a as es", GENDER);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn has(word: &str, inflect: Inflect, wanted: &[&str]) {
        let (_, forms) = forms(word, inflect);
        for form in wanted {
            assert!(forms.iter().any(|found| found.text == *form), "{form} of {word}: {forms:?}");
        }
    }

    #[test]
    fn accents_move_with_the_stress() {
        for (word, wanted) in [
            ("imagen", "imágenes"),
            ("chelín", "chelines"),
            ("autobús", "autobuses"),
            ("país", "países"),
            ("mes", "meses"),
            ("crisis", "crisis"),
            ("bien", "bienes"),
            ("virgen", "vírgenes"),
            ("robot", "robots"),
            ("club", "clubes"),
            ("israelí", "israelís"),
            ("israelí", "israelíes"),
        ] {
            let (_, forms) = forms(word, Inflect::Auto);
            assert!(forms.iter().any(|form| form.text == wanted), "{wanted} of {word}: {forms:?}");
        }
    }

    #[test]
    fn plurals_and_genders() {
        has("akimato", Inflect::Auto, &["akimatos"]);
        has("elección", Inflect::Auto, &["elecciones"]);
        has("luz", Inflect::Auto, &["luces"]);
        has("autoridades", Inflect::Auto, &["autoridad"]);
        has("kazajo", Inflect::Adjective, &["kazaja", "kazajos", "kazajas"]);
    }
}
