//! Ukrainian: nouns, adjectives and surnames by their last letters, with the alternations of і and of velars.

mod adjective;
mod noun;
mod table;
mod vowels;

use crate::lang::inflect::Inflect;
use crate::lang::inflect::fold::{dress, fold, is_cyrillic};
use crate::lang::inflect::form::{AS_WRITTEN, Collector, Form, Group, Slots};
use table::Table;

const SURNAME: Table = Table {
    name: "surname",
    group: Group::Masculine,
    singular: "- а у/ові = им і/у/ові е",
    plural: "и их им = ими их",
};

/// Every form of one word.
pub(in crate::lang) fn forms(word: &str, inflect: Inflect) -> (Inflect, Vec<Form>) {
    let folded = fold(word);
    let mut out = Collector::default();
    let inflected = inflect != Inflect::None && folded.chars().count() > 2 && folded.chars().all(is_letter);
    let kind = if inflected { decline(word, &folded, inflect, &mut out) } else { Inflect::None };
    let mut forms = out.forms();
    match forms.iter().position(|form| form.text == folded) {
        Some(place) => forms[..=place].rotate_right(1),
        None => forms.insert(0, Form { text: folded, table: AS_WRITTEN, slots: Slots::NONE }),
    }
    forms.iter_mut().for_each(|form| form.text = dress(word, &form.text));
    (kind, forms)
}

fn is_letter(letter: char) -> bool {
    is_cyrillic(letter) || letter == '\''
}

/// Whether a word before the head agrees with it.
pub(in crate::lang) fn is_adjective(word: &str) -> bool {
    let folded = fold(word);
    ["ий", "ій", "ська", "цька", "зька", "ське", "ські", "на", "не", "ні"].iter().any(|end| folded.ends_with(end))
        && folded.chars().count() > 4
        && !["ція", "ній"].contains(&folded.as_str())
}

fn decline(written: &str, word: &str, inflect: Inflect, out: &mut Collector) -> Inflect {
    let capital = written.chars().next().is_some_and(char::is_uppercase);
    let abbreviation = written.chars().count() > 1 && written.chars().all(char::is_uppercase);
    if abbreviation {
        return Inflect::None;
    }
    let adjective = inflect == Inflect::Adjective
        || (inflect != Inflect::Noun && (adjective::is_masculine(word, capital) || adjective::own(word, out)));
    if adjective {
        adjective::decline(word, out);
        // «Батий», «Кий»: a name may be a noun all the same.
        if capital && inflect == Inflect::Auto {
            noun::decline(word, capital, out);
        }
        return Inflect::Adjective;
    }
    let surname = (capital || inflect == Inflect::Surname)
        && ["ов", "ев", "єв", "ін", "їн", "ин"].iter().any(|end| word.ends_with(end));
    if surname {
        SURNAME.decline(word, &[word], out);
    }
    let name = capital && adjective::decline_name(word, out);
    if !surname || inflect != Inflect::Surname {
        noun::decline(word, capital, out);
    }
    if surname || name || inflect == Inflect::Surname { Inflect::Surname } else { Inflect::Noun }
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
    fn nouns_adjectives_and_names() {
        has("акимат", &["акимату", "акиматом", "акиматі", "акимати", "акиматів"]);
        has("Харків", &["Харкова", "Харкову", "Харковом", "Харкові"]);
        has("Київ", &["Києва", "Києвом"]);
        has("книга", &["книзі", "книгою", "книг"]);
        has("область", &["області", "областю"]);
        has("незалежність", &["незалежності", "незалежністю"]);
        has("революція", &["революції", "революцією", "революцій"]);
        has("питання", &["питань", "питанням", "питаннями"]);
        has("районний", &["районного", "районній", "районними"]);
        has("Токаєв", &["Токаєва", "Токаєвим"]);
        has("народ", &["народу", "народами"]);
        has("картка", &["карток", "картці"]);
    }

    fn lacks(word: &str, unwanted: &[&str]) {
        let (_, forms) = forms(word, Inflect::Auto);
        let found = |form: &&&str| forms.iter().any(|own| own.text == **form);
        assert_eq!(unwanted.iter().find(found), None, "{word}: {forms:?}");
    }

    #[test]
    fn vowels_change_where_they_do_and_nowhere_else() {
        has("день", &["дня", "днем", "днів"]);
        has("вихід", &["виходу", "виходи"]);
        has("настрій", &["настрою", "настроєм"]);
        has("міст", &["мосту", "мостами"]);
        has("доброволець", &["добровольця", "добровольцем"]);
        lacks("день", &["деня"]);
        lacks("біг", &["богу", "боги"]);
        lacks("хіт", &["хотів"]);
        lacks("вода", &["від"]);
    }

    #[test]
    fn feminines_in_a_consonant_and_young_animals() {
        has("сіль", &["солі", "сіллю"]);
        has("можливість", &["можливості", "можливостей", "можливістю"]);
        has("кошеня", &["кошеняти", "кошенят"]);
        has("лялька", &["ляльок"]);
        has("перший", &["першому", "першою"]);
        has("Кобилянська", &["Кобилянської"]);
    }
}
