//! Russian: which tables a word is given to.

mod adjective;
mod agree;
mod irregular;
mod later;
mod noun;
mod paradigms;
mod principal;
mod roots;
mod surname;
mod table;
mod verb;
mod vowels;

use crate::lang::inflect::Inflect;
use crate::lang::inflect::fold::{dress, fold};
use crate::lang::inflect::form::{AS_WRITTEN, Collector, Form, Group, Slots};
use table::{Noun, is_vowel, last};

pub(in crate::lang) use agree::AGREEMENT;
pub(in crate::lang) use later::forms as later;

/// Short words of grammar that occur in terms and never change.
const PARTICLES: &[&str] = &[
    "из",
    "от",
    "до",
    "по",
    "за",
    "на",
    "об",
    "со",
    "во",
    "не",
    "ни",
    "же",
    "бы",
    "ли",
    "их",
    "им",
    "ей",
    "ею",
    "он",
    "мы",
    "вы",
    "ты",
    "то",
    "та",
    "те",
    "ту",
    "как",
    "уж",
    "ну",
    "да",
    "но",
    "для",
    "при",
    "под",
    "над",
    "без",
    "про",
    "или",
    "что",
    "так",
    "где",
    "это",
    "все",
    "еще",
    "уже",
    "его",
    "ее",
    "они",
    "она",
    "оно",
    "мне",
    "нас",
    "вас",
    "тот",
    "том",
    "той",
    "тех",
    "через",
    "между",
    "перед",
    "после",
    "против",
    "среди",
    "имени",
    "около",
    "кто",
    "чем",
];

/// Every form of one Russian word, the word as written first, and what it was taken for.
pub(in crate::lang) fn forms(word: &str, inflect: Inflect) -> (Inflect, Vec<Form>) {
    let folded = fold(word);
    let mut out = Collector::default();
    let kind = if inflect == Inflect::None { Inflect::None } else { decline(word, &folded, inflect, &mut out) };
    let mut forms = out.forms();
    match forms.iter().position(|form| form.text == folded) {
        Some(place) => forms[..=place].rotate_right(1),
        None => forms.insert(0, Form { text: folded, table: AS_WRITTEN, slots: Slots::NONE }),
    }
    forms.iter_mut().for_each(|form| form.text = dress(word, &form.text));
    (kind, forms)
}

fn decline(written: &str, word: &str, inflect: Inflect, out: &mut Collector) -> Inflect {
    let capital = written.chars().next().is_some_and(char::is_uppercase);
    if !word.chars().all(|letter| ('а'..='я').contains(&letter)) {
        return Inflect::None;
    }
    if is_abbreviation(written) {
        abbreviation(word, out);
        return Inflect::Noun;
    }
    match inflect {
        Inflect::Adjective => {
            adjective::decline(word, out);
            Inflect::Adjective
        }
        Inflect::Surname => {
            if !surname::decline(word, out) && !adjective::decline(word, out) {
                noun::decline(word, true, out);
            }
            Inflect::Surname
        }
        Inflect::Noun => {
            noun::decline(word, capital, out);
            Inflect::Noun
        }
        Inflect::Verb => {
            verb::conjugate(word, out);
            Inflect::Verb
        }
        Inflect::Auto | Inflect::None => auto(word, capital, out),
    }
}

/// How many of the first letters of a folded word all its forms have; none for a verb and a noun that follows no table.
pub(in crate::lang) fn kept(word: &str) -> usize {
    // Of an ending alone nothing stays: «ие», «ье».
    let vowels = word.chars().count() == 2 && word.starts_with(['и', 'ь']) && is_vowel(last(word));
    let ending = vowels || matches!(word, "онок" | "енок");
    // A sign or «й» before the last consonant gives way to a vowel, and may be the first letter of what is hardly a word.
    let fleeting = word.starts_with(['ь', 'ъ', 'й']) && word.chars().count() <= LONGEST_END;
    if ending || fleeting || verb::is_infinitive(word) || irregular::is_listed(word) {
        return 0;
    }
    word.chars().count().saturating_sub(LONGEST_END).max(1)
}

/// Of no other word more letters change: «котёнок», «котята».
const LONGEST_END: usize = 4;

/// Adjectives in -ой that are nouns as well: «простой оборудования».
const NOUNS_TOO: &[&str] = &["простой"];

/// Adjectives of a person's own: «мамин», «чёртов».
const POSSESSIVES: &[&str] = &[
    "мамин",
    "папин",
    "бабушкин",
    "дедушкин",
    "тетин",
    "дядин",
    "сестрин",
    "женин",
    "нянин",
    "дочкин",
    "невестин",
    "чертов",
    "царев",
    "отцов",
    "дедов",
    "мужнин",
    "братнин",
    "дочерин",
    "материн",
    "соседкин",
    "богов",
    "адамов",
    "христов",
];

fn auto(word: &str, capital: bool, out: &mut Collector) -> Inflect {
    let letters = word.chars().count();
    if letters < 2 || (letters == 2 && is_vowel(last(word))) || (!capital && PARTICLES.contains(&word)) {
        return Inflect::None;
    }
    if !capital && verb::is_infinitive(word) {
        verb::conjugate(word, out);
        return Inflect::Verb;
    }
    if !capital && POSSESSIVES.contains(&word) {
        adjective::possessive(word, out);
        return Inflect::Adjective;
    }
    if adjective::decline(word, out) {
        if !capital && NOUNS_TOO.contains(&word) {
            noun::decline(word, capital, out);
        }
        // «Георгий», «Ханой»: a name may be a noun all the same; «силовой» is not.
        if capital && ["гий", "хий", "ой"].iter().any(|end| word.ends_with(end)) {
            noun::decline(word, capital, out);
        }
        return Inflect::Adjective;
    }
    if capital && surname::decline(word, out) {
        // «Киев», «Берлин»: a place has the endings of a noun.
        noun::decline(word, capital, out);
        return Inflect::Surname;
    }
    noun::decline(word, capital, out);
    Inflect::Noun
}

const ABBREVIATION: Noun =
    Noun {
        name: "abbreviation", genders: &[Group::Masculine], singular: "- а у = ом е", plural: "ы ов ам = ами ах"
    };

/// Whether all its letters are capitals: «КНБ».
pub(in crate::lang) fn is_abbreviation(written: &str) -> bool {
    let letters: Vec<char> = written.chars().filter(|letter| letter.is_alphabetic()).collect();
    letters.len() >= 2 && letters.iter().all(|letter| letter.is_uppercase())
}

/// An abbreviation that is read as a word takes endings («МИДа», «ЦИКом»); «КНБ» and «США» stay.
fn abbreviation(word: &str, out: &mut Collector) {
    let mut letters = word.chars().rev();
    let ends = (letters.next(), letters.next(), letters.next());
    if let (Some(end), Some(before), Some(_)) = ends
        && !is_vowel(end)
        && is_vowel(before)
    {
        ABBREVIATION.decline(word, &[word], out);
    }
}

/// Whether a word before the head agrees with it as an adjective.
pub(in crate::lang) fn is_adjective(word: &str) -> bool {
    let folded = fold(word);
    adjective::looks_like(&folded) && !is_abbreviation(word)
}

/// Whether a word behind the head is an adjective in the nominative: «Республика Казахская».
pub(in crate::lang) fn is_nominative_adjective(word: &str) -> bool {
    ["ый", "ий", "ая", "яя", "ое", "ее", "ые", "ие"].iter().any(|end| word.ends_with(end)) && is_adjective(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(word: &str) -> Vec<String> {
        forms(word, Inflect::Auto).1.into_iter().map(|form| form.text).collect()
    }

    #[test]
    fn the_word_itself_comes_first() {
        for word in ["акимат", "Токаев", "сделка", "НАТО", "закрыть", "уголь", "Алматы", "отчеты", "в"]
        {
            assert_eq!(texts(word)[0], word);
        }
    }

    #[test]
    fn a_name_is_a_surname_and_a_place() {
        let kiev = texts("Киев");
        assert!(kiev.contains(&"Киевом".to_owned()) && kiev.contains(&"Киевым".to_owned()));
        assert!(!texts("Токаев").contains(&"Токаевой".to_owned()));
    }

    #[test]
    fn a_name_in_a_soft_sign_may_have_the_other_gender_of_a_word() {
        for (name, wanted) in [("Даль", ["Даля", "Дали"]), ("Лебедь", ["Лебедя", "Лебеди"])]
        {
            assert!(wanted.iter().all(|form| texts(name).contains(&(*form).to_owned())), "{name}");
        }
        assert!(!texts("даль").contains(&"даля".to_owned()));
    }

    #[test]
    fn only_abbreviations_read_as_words_take_endings() {
        assert!(texts("МИД").contains(&"МИДом".to_owned()));
        assert_eq!(texts("КНБ"), ["КНБ"]);
        assert_eq!(texts("ОДКБ"), ["ОДКБ"]);
    }

    #[test]
    fn names_of_other_languages_stay() {
        for name in ["Актобе", "Тбилиси", "Токио", "Мангистау", "Порошенко", "Баку"]
        {
            assert_eq!(texts(name), [name]);
        }
    }

    fn has(word: &str, wanted: &[&str], unwanted: &[&str]) {
        let texts = texts(word);
        let found = |form: &&&str| texts.iter().any(|text| text == **form);
        assert_eq!(wanted.iter().find(|form| !found(form)), None, "{word} has {texts:?}");
        assert_eq!(unwanted.iter().find(found), None, "{word} has {texts:?}");
    }

    #[test]
    fn nouns_that_look_like_other_parts_of_speech() {
        has("оружие", &["оружия", "оружием", "оружии"], &["оружого"]);
        has("летучие", &["летучих", "летучего"], &["летучием"]);
        has("совесть", &["совести", "совестью"], &["совем"]);
        has("повесть", &["повестей"], &["повел"]);
        has("стая", &["стаи", "стаей"], &["стой", "стого"]);
        has("печь", &["печи", "печью"], &["пеку"]);
        has("открыть", &["открыл", "откроет"], &[]);
    }

    #[test]
    fn fleeting_vowels_of_whole_classes() {
        has("участок", &["участка", "участками"], &[]);
        has("заяц", &["зайца", "зайцев"], &["заяца"]);
        has("замысел", &["замысла"], &["замысела"]);
        has("дрожь", &["дрожи", "дрожью"], &[]);
    }

    #[test]
    fn a_plural_without_a_singular_has_none() {
        has("часы", &["часов", "часами"], &["час", "часу"]);
        has("данные", &["данных", "данным"], &["данный", "данного"]);
        has("отчеты", &["отчет", "отчетов"], &[]);
    }

    #[test]
    fn a_relative_adjective_has_no_short_form() {
        has("странный", &["странного"], &["страна", "стран"]);
        has("присвоенный", &["присвоен", "присвоены"], &[]);
    }
}
