//! Words that depend on a term's head: «Комитет национальной безопасности», «вид документа».
//!
//! They are in an oblique case whatever case the head is in, but may change their number: «виды документов».

use super::table::{is_vowel, last};
use super::{Form, Inflect, Slots, adjective, fold};
use crate::lang::inflect::form::{AS_WRITTEN, Case, Group};

/// Endings of the genitive and instrumental, and the nominative endings they come from, the likeliest first.
const OBLIQUE: &[(&str, &[&str])] = &[
    ("ого", &["ый", "ой", "ий"]),
    ("его", &["ий"]),
    ("ых", &["ый", "ой"]),
    ("их", &["ий"]),
    ("ств", &["ство"]),
    ("ства", &["ство"]),
    ("ий", &["ие", "ия"]),
    ("ия", &["ие", "ий"]),
    ("ии", &["ия"]),
    ("ев", &["й"]),
    ("ов", &[""]),
    ("ок", &["ка"]),
    ("ек", &["ка"]),
    ("ей", &["ь", "я"]),
    ("ой", &["ая", "а"]),
    ("а", &["", "о"]),
    ("ы", &["а"]),
    ("и", &["ь", "а", "я"]),
    ("я", &["ь", "й", "е"]),
];

/// The forms a later word may have: as written, and the same case in the other number.
pub(in crate::lang) fn forms(word: &str) -> Vec<Form> {
    let folded = fold(word);
    let mut forms = vec![Form { text: word.to_owned(), table: AS_WRITTEN, slots: Slots::ANY }];
    let capital = word.chars().next().is_some_and(char::is_uppercase);
    if folded.chars().count() < 4 || capital || !folded.chars().all(|letter| ('а'..='я').contains(&letter)) {
        return forms;
    }
    for (ending, nominatives) in OBLIQUE {
        let Some(stem) = folded.strip_suffix(ending).filter(|stem| stem.chars().count() >= 3) else { continue };
        // One vowel of the last two belongs to the longer ending: «ия» is not «и» and «я».
        if is_vowel(last(stem)) && ending.chars().count() == 1 {
            continue;
        }
        if let Some(found) = nominatives.iter().find_map(|end| other_number(&folded, &format!("{stem}{end}"))) {
            forms.extend(found.into_iter().filter(|form| form.text != folded));
            break;
        }
    }
    forms
}

/// The genitives of a nominative, if the word is one of them.
fn other_number(word: &str, nominative: &str) -> Option<Vec<Form>> {
    let genitive = [Group::Masculine, Group::Feminine, Group::Neuter, Group::Plural]
        .into_iter()
        .fold(Slots::NONE, |slots, group| slots.with(Slots::one(group, Case::Genitive)));
    let (kind, forms) = super::forms(nominative, Inflect::Auto);
    let fits = |form: &Form| !form.slots.shared(genitive).is_empty();
    let stem_is_whole = kind == Inflect::Adjective || !adjective::looks_like(nominative);
    let own = forms.iter().find(|form| form.text == word && fits(form))?.slots;
    if !stem_is_whole {
        return None;
    }
    // An adjective keeps its gender: of «национальной» there is «национальных» but no «национального».
    let plural = Slots::one(Group::Plural, Case::Genitive);
    let singular = own.shared(plural).is_empty();
    let fits = |form: &Form| fits(form) && (!singular || form.text == word || !form.slots.shared(plural).is_empty());
    Some(forms.into_iter().filter(fits).map(|form| Form { slots: Slots::ANY, ..form }).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(word: &str) -> Vec<String> {
        forms(word).into_iter().map(|form| form.text).collect()
    }

    #[test]
    fn a_later_word_changes_its_number_only() {
        assert_eq!(texts("документа"), ["документа", "документов"]);
        assert_eq!(texts("финансов"), ["финансов", "финанса"]);
        assert!(texts("заявок").contains(&"заявки".to_owned()));
        assert!(texts("прав").len() == 1);
    }
}
