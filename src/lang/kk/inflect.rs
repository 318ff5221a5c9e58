//! Kazakh: plural, possession and case, by vowel harmony and the last sound of the stem.

use crate::lang::inflect::Inflect;
use crate::lang::inflect::fold::{dress, fold};
use crate::lang::inflect::form::{AS_WRITTEN, Collector, Form, Slots};

/// Every form of one noun or name: plain and plural, and the possessives of all persons of both, in
/// seven cases.
pub(in crate::lang) fn forms(word: &str, inflect: Inflect) -> (Inflect, Vec<Form>) {
    let folded = fold(word);
    let mut out = Collector::default();
    out.add(folded.clone(), AS_WRITTEN, Slots::NONE);
    let cyrillic = folded.chars().count() > 1 && folded.chars().all(crate::lang::inflect::fold::is_cyrillic);
    let kind = if inflect == Inflect::None || !cyrillic {
        Inflect::None
    } else {
        decline(&folded, &mut out);
        Inflect::Noun
    };
    let mut forms = out.forms();
    forms.iter_mut().for_each(|form| form.text = dress(word, &form.text));
    (kind, forms)
}

fn decline(word: &str, out: &mut Collector) {
    for &front in harmony(word) {
        let plural = format!("{word}{}", plural_ending(word, front));
        cases(word, front, "noun", out);
        cases(&plural, front, "noun-plural", out);
        possessed(&possessive(word, front), front, "noun-possessive", out);
        possessed(&format!("{plural}{}", pick(front, "ы", "і")), front, "noun-plural-possessive", out);
        for stem in [word, plural.as_str()] {
            persons(stem, front, out);
        }
    }
}

/// Whether the endings have front vowels; both where the last vowel does not decide, as in borrowed words.
fn harmony(word: &str) -> &'static [bool] {
    if ["ев", "ов", "ин"].iter().any(|end| word.ends_with(end)) {
        return &[false, true];
    }
    match word.chars().rev().find(|letter| "аоұыуәөүіеиюяэ".contains(*letter)) {
        Some('а' | 'о' | 'ұ' | 'ы' | 'я') => &[false],
        Some('ә' | 'ө' | 'ү' | 'і' | 'е' | 'э') => &[true],
        _ => &[false, true],
    }
}

fn pick(front: bool, back_form: &str, front_form: &str) -> String {
    if front { front_form.to_owned() } else { back_form.to_owned() }
}

/// What the last letter of a stem asks of the ending.
#[derive(Clone, Copy, PartialEq, Eq)]
enum End {
    Vowel,
    /// р, й, у after a vowel, л.
    Liquid,
    Nasal,
    /// з, ж.
    Buzzing,
    Voiceless,
}

fn end(stem: &str) -> End {
    match stem.chars().last() {
        Some(letter) if "аәеоөұүыіиуюяэ".contains(letter) => End::Vowel,
        Some('р' | 'й' | 'л') => End::Liquid,
        Some('м' | 'н' | 'ң') => End::Nasal,
        Some('з' | 'ж') => End::Buzzing,
        _ => End::Voiceless,
    }
}

fn plural_ending(stem: &str, front: bool) -> String {
    match end(stem) {
        End::Vowel => pick(front, "лар", "лер"),
        End::Liquid if !stem.ends_with('л') => pick(front, "лар", "лер"),
        End::Voiceless => pick(front, "тар", "тер"),
        _ => pick(front, "дар", "дер"),
    }
}

/// Genitive, accusative, dative, locative, ablative, instrumental of a stem without possession.
fn cases(stem: &str, front: bool, table: &'static str, out: &mut Collector) {
    let endings = match (end(stem), front) {
        (End::Vowel, false) => "- ның ны ға да дан мен",
        (End::Vowel, true) => "- нің ні ге де ден мен",
        (End::Nasal, false) => "- ның ды ға да нан мен",
        (End::Nasal, true) => "- нің ді ге де нен мен",
        (End::Liquid, false) => "- дың ды ға да дан мен",
        (End::Liquid, true) => "- дің ді ге де ден мен",
        (End::Buzzing, false) => "- дың ды ға да дан бен",
        (End::Buzzing, true) => "- дің ді ге де ден бен",
        (End::Voiceless, false) => "- тың ты қа та тан пен",
        (End::Voiceless, true) => "- тің ті ке те тен пен",
    };
    out.endings(stem, endings, table);
}

/// «акимат» → «акиматы», «кітап» → «кітабы», «қала» → «қаласы».
fn possessive(word: &str, front: bool) -> String {
    if end(word) == End::Vowel && !word.ends_with(['и', 'у']) {
        return format!("{word}{}", pick(front, "сы", "сі"));
    }
    let voiced = [('п', 'б'), ('к', 'г'), ('қ', 'ғ')]
        .into_iter()
        .find_map(|(hard, soft)| Some(format!("{}{soft}", word.strip_suffix(hard)?)));
    format!("{}{}", voiced.as_deref().unwrap_or(word), pick(front, "ы", "і"))
}

/// The possessives of the first and second person: «қалам», «қалаң», «қаламыз», «қалаңыз».
fn persons(stem: &str, front: bool, out: &mut Collector) {
    let vowel = end(stem) == End::Vowel && !stem.ends_with(['и', 'у']);
    let own = possessive(stem, front);
    // Behind a consonant comes the vowel of the third person.
    let base = if vowel { stem } else { own.as_str() };
    let endings = if front { ["м", "ң", "міз", "ңіз"] } else { ["м", "ң", "мыз", "ңыз"] };
    for ending in endings {
        cases(&format!("{base}{ending}"), front, "noun-personal", out);
    }
}

fn possessed(stem: &str, front: bool, table: &'static str, out: &mut Collector) {
    let endings = if front { "- нің н не нде нен мен" } else { "- ның н на нда нан мен" };
    out.endings(stem, endings, table);
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
    fn endings_follow_the_vowels_and_the_last_sound() {
        has("әкімдік", &["әкімдіктің", "әкімдікке", "әкімдіктер", "әкімдігі", "әкімдігінің", "әкімдіктері"]);
        has("қала", &["қаланың", "қалада", "қалалар", "қаласы", "қаласында"]);
        has("қала", &["қалам", "қаламызда", "қалаларыңыз"]);
        has("Тоқаев", &["Тоқаевтың", "Тоқаевқа"]);
        has("мәслихат", &["мәслихаттың", "мәслихатқа", "мәслихаты"]);
    }
}
