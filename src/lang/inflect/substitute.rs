//! One term put in another's place: the same grammatical form, and whether there is no other way to read it.

use super::Inflect;
use super::fold;
use super::form::{Case, Form, Group, Slots};
use super::like::lettered;
use super::phrase::forms;
use crate::lang::profile::{Agreement, Profile};
use crate::lang::{Endings, Language};

/// A term, and how its entry says it is inflected.
#[derive(Clone, Copy, Debug)]
pub struct Inflected<'a> {
    /// As the glossary writes it.
    pub text: &'a str,
    /// What its entry says.
    pub inflect: Inflect,
}

/// The text around a place, within its sentence.
#[derive(Clone, Copy, Debug, Default)]
pub struct Around<'a> {
    /// From the start of the sentence.
    pub before: &'a str,
    /// To the end of the sentence.
    pub after: &'a str,
}

/// What to write instead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Substitute {
    /// With the letters of the words it replaces.
    pub text: String,
    /// Whether it is the only one.
    pub readings: Readings,
}

/// In how many ways the words that are replaced can be read, as far as the result differs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Readings {
    /// Nothing else can be meant.
    One,
    /// Another form, or a change of the words around, may be needed.
    Several,
}

/// Writes `preferred` in the form in which `found`, a form of `term`, occurs in the text.
///
/// The words around distinguish cases of one spelling («в иконке», «к иконке») and whether the gender may change («новой
/// иконки» is no «новой значка»).
pub fn substitute(
    found: &str,
    term: Inflected<'_>,
    preferred: Inflected<'_>,
    around: Around<'_>,
    language: &Language,
) -> Substitute {
    let folded = fold(found).replace('\u{a0}', " ");
    let own = forms(term.text, language, term.inflect).list();
    let new = forms(preferred.text, language, preferred.inflect).list();
    let cells =
        own.iter().filter(|form| fold(&form.text) == folded).fold(Slots::NONE, |all, form| all.with(form.slots));
    let dressed = |text: &str| {
        let text = lettered(found, term.text, text);
        if found.contains('’') { text.replace('\'', "’") } else { text }
    };
    if new.len() == 1 && (own.len() == 1 || !cells.is_empty()) {
        return Substitute { text: dressed(&new[0].text), readings: Readings::One };
    }
    if cells.is_empty() {
        return Substitute { text: dressed(preferred.text), readings: Readings::Several };
    }
    let name = |text: &str| text.chars().next().is_some_and(char::is_uppercase);
    let cells = if name(term.text) && name(preferred.text) { cells.without_plural() } else { cells };
    let slavic = Profile::of(language).endings == Endings::EastSlavic;
    let agreement = Profile::of(language).inflection.and_then(|inflection| inflection.agreement);
    let (cells, agrees) = match agreement {
        Some(agreement) => narrowed(cells, &new, around, agreement),
        None => (cells, true),
    };
    let cells = if slavic { of_things(cells, preferred.text) } else { cells };
    let texts = fitting(&new, cells);
    let text = texts.first().map_or_else(|| preferred.text.to_owned(), Clone::clone);
    let one = agrees && texts.len() == 1;
    Substitute { text: dressed(&text), readings: if one { Readings::One } else { Readings::Several } }
}

/// The forms in the wanted cells, whatever the gender, each once. Of the forms that one table has for a cell the first
/// counts; where several tables have one each, the word itself has several readings.
fn fitting(new: &[Form], wanted: Slots) -> Vec<String> {
    let mut texts: Vec<String> = Vec::new();
    for cell in wanted.any_gender_cells() {
        let mut tables: Vec<&str> = Vec::new();
        for form in new.iter().filter(|form| !form.slots.shared(cell).is_empty()) {
            if !tables.contains(&form.table) {
                tables.push(form.table);
                texts.push(form.text.clone());
            }
        }
        // A cell that the new term lacks is a reading that cannot be written.
        if tables.is_empty() {
            texts.push(String::new());
        }
    }
    let mut seen = Vec::new();
    texts.retain(|text| {
        !seen.contains(text) && {
            seen.push(text.clone());
            true
        }
    });
    texts.sort_by_key(String::is_empty);
    texts
}

/// Endings of nouns that mean people.
const PEOPLE: &[&str] = &["тель", "ник", "чик", "щик", "ист", "ец", "анин", "янин", "ер", "ор", "ог", "вед", "арь"];

/// The cells without the accusative of people where the new term is a thing: «иконку» is «значок», no «значка».
fn of_things(cells: Slots, preferred: &str) -> Slots {
    let capital = preferred.chars().next().is_some_and(char::is_uppercase);
    let person = capital || PEOPLE.iter().any(|end| preferred.ends_with(end));
    let both = !cells.shared(Slots::case(Case::AccusativeThing)).is_empty()
        && !cells.shared(Slots::case(Case::AccusativePerson)).is_empty();
    if person || !both { cells } else { cells.without(Slots::case(Case::AccusativePerson)) }
}

/// The cells that the words around allow, and whether those words agree with the new term.
fn narrowed(cells: Slots, new: &[Form], around: Around<'_>, agreement: Agreement) -> (Slots, bool) {
    let mut before: Vec<String> = last_words(around.before);
    let mut agreeing: Vec<Slots> = Vec::new();
    while let Some(slots) = before.last().and_then(|word| (agreement.agrees)(word)) {
        // Adjectives of one noun agree with each other: «почему ваш» and «оставим новый» are no two of them.
        if agreeing.last().is_some_and(|nearer| nearer.shared(slots).is_empty()) {
            break;
        }
        agreeing.push(slots);
        before.pop();
    }
    let cases = before.last().and_then(|word| (agreement.after)(word));
    let wanted = match cases {
        Some(cases) => cells.shared(cases),
        None => cells.shared((agreement.alone)()),
    };
    let mut wanted = if wanted.is_empty() { cells } else { wanted };
    let nominative = wanted.shared(Slots::case(Case::Nominative));
    if !nominative.is_empty() && (agreement.is_subject)(before.last().map(String::as_str), around.after) {
        wanted = nominative;
    }
    for slots in &agreeing {
        let both = wanted.any_gender().shared(slots.any_gender());
        wanted = if both.is_empty() { wanted } else { both };
    }
    let genders = new.iter().fold(Slots::NONE, |all, form| all.with(form.slots));
    let fits = |slots: &Slots| !slots.shared(genders).shared(wanted.any_gender()).is_empty();
    let subject = !wanted.shared(Slots::case(Case::Nominative)).is_empty();
    let verbs = !subject || cells.is_plural() || (agreement.verbs_agree)(around.before, around.after, genders);
    (wanted, agreeing.iter().all(fits) && verbs)
}

/// The words of the clause before a place, the nearest last; nothing but spaces parts them.
fn last_words(before: &str) -> Vec<String> {
    let clause =
        before.rsplit([',', ';', ':', '.', '!', '?', '(', ')', '«', '»', '"', '—', '–']).next().unwrap_or_default();
    clause.split_whitespace().map(|word| word.trim_matches(['*', '_', '[', ']']).to_lowercase()).collect()
}

impl Slots {
    /// All genders and numbers of a case.
    fn case(case: Case) -> Slots {
        [Group::Masculine, Group::Feminine, Group::Neuter, Group::Plural]
            .into_iter()
            .fold(Slots::NONE, |all, group| all.with(Slots::one(group, case)))
    }

    fn without_plural(self) -> Slots {
        let genders = [Group::Masculine, Group::Feminine, Group::Neuter];
        let singular = genders.into_iter().fold(Slots::NONE, |all, group| all.with(Slots::group(group)));
        let left = self.shared(singular);
        if left.is_empty() { self } else { left }
    }

    fn is_plural(self) -> bool {
        self.shared(Slots::group(Group::Plural)) == self
    }

    /// The cells of the set, one by one, each in every gender.
    fn any_gender_cells(self) -> Vec<Slots> {
        let groups = [Group::Masculine, Group::Feminine, Group::Neuter, Group::Plural];
        let mut cells: Vec<Slots> = Vec::new();
        for group in groups {
            for case in Case::ALL {
                let cell = Slots::one(group, case);
                if !self.shared(cell).is_empty() && !cells.contains(&cell.any_gender()) {
                    cells.push(cell.any_gender());
                }
            }
        }
        cells
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn put(before: &str, found: &str, after: &str, terms: (&str, &str), language: &str) -> (String, Readings) {
        let inflected = |text| Inflected { text, inflect: Inflect::Auto };
        let (term, preferred) = (inflected(terms.0), inflected(terms.1));
        let language = language.parse().unwrap();
        let found = substitute(found, term, preferred, Around { before, after }, &language);
        (found.text, found.readings)
    }

    #[test]
    fn english_numbers_and_possessives_have_one_reading() {
        let hall = ("city hall", "akimat");
        assert_eq!(put("the ", "city halls", ".", hall, "en"), ("akimats".to_owned(), Readings::One));
        assert_eq!(put("the ", "City hall's", ".", hall, "en"), ("Akimat's".to_owned(), Readings::One));
        assert_eq!(put("the ", "KGB", ".", ("KGB", "KNB"), "en"), ("KNB".to_owned(), Readings::One));
    }

    #[test]
    fn words_around_tell_cases_apart() {
        let icon = ("иконка", "значок");
        assert_eq!(put("Он на ", "иконке", "", icon, "ru"), ("значке".to_owned(), Readings::One));
        assert_eq!(put("Он к ", "иконке", "", icon, "ru"), ("значку".to_owned(), Readings::One));
        assert_eq!(put("Он без ", "иконки", "", icon, "ru"), ("значка".to_owned(), Readings::One));
        assert_eq!(put("Он видит ", "иконки", "", icon, "ru").1, Readings::Several);
        assert_eq!(put("Он видит ", "иконку", "", icon, "ru"), ("значок".to_owned(), Readings::One));
    }

    #[test]
    fn a_neighbour_of_another_gender_forbids_it() {
        let icon = ("иконка", "значок");
        assert_eq!(put("для новой ", "иконки", "", icon, "ru").1, Readings::Several);
        assert_eq!(put("для нового ", "иконки", "", icon, "ru"), ("значка".to_owned(), Readings::One));
        assert_eq!(put("Там ", "иконка", " появилась.", icon, "ru").1, Readings::Several);
        assert_eq!(put("Там ", "иконка", " видна.", ("иконка", "картинка"), "ru").1, Readings::One);
    }

    #[test]
    fn what_does_not_agree_with_an_adjective_is_none() {
        let code = ("код доступа", "пароль");
        assert_eq!(put("Почему ваш ", "код доступа", " забыт?", code, "ru"), ("пароль".into(), Readings::One));
        let reply = ("отклик", "отзыв");
        assert_eq!(put("Мы оставим новый ", "отклик", "", reply, "ru"), ("отзыв".into(), Readings::One));
        let account = ("учётка", "учётная запись");
        let found = put("Рядом с восстановлением вашей ", "учётки", "", account, "ru");
        assert_eq!(found, ("учётной записи".into(), Readings::One));
    }

    #[test]
    fn a_predicate_shows_the_subject_and_its_gender() {
        let parcel = ("бандероль", "посылка");
        assert_eq!(put("Если ", "бандероль", " будет возвращена.", parcel, "ru"), ("посылка".into(), Readings::One));
        assert_eq!(put("", "Бандероль", " не доставляется сюда.", parcel, "ru"), ("Посылка".into(), Readings::One));
        assert_eq!(put("", "Бандероль", " приходится ждать.", parcel, "ru").1, Readings::Several);
        assert_eq!(put("", "Бандероль", " отправит курьер.", parcel, "ru").1, Readings::Several);
        let icon = ("иконка", "значок");
        assert_eq!(put("", "Иконка", " выделена.", icon, "ru").1, Readings::Several);
        assert_eq!(put("", "Иконка", " сейчас видна.", icon, "ru").1, Readings::Several);
        assert_eq!(put("", "Иконка", " исчезает.", icon, "ru").1, Readings::One);
    }

    #[test]
    fn a_term_of_several_words_fills_what_all_of_them_fill() {
        let account = ("учётка", "учётная запись");
        assert_eq!(put("Я проверю ", "учётку", "", account, "ru"), ("учётную запись".to_owned(), Readings::One));
        assert_eq!(put("Создана ", "учётка", "", account, "ru"), ("учётная запись".to_owned(), Readings::One));
        assert_eq!(put("с вашей ", "учёткой", "", account, "ru").0, "учётной записью");
    }

    #[test]
    fn several_words_and_indeclinable_ones() {
        let code = ("код доступа", "шифр");
        assert_eq!(put("без ", "кода доступа", "", code, "ru"), ("шифра".to_owned(), Readings::One));
        let password = put("без ", "кода доступа", "", ("код доступа", "пароль"), "ru");
        assert_eq!(password, ("пароля".to_owned(), Readings::One));
        // Nothing shows the gender of a word that no list has.
        assert_eq!(put("без ", "кода доступа", "", ("код доступа", "арцыналь"), "ru").1, Readings::Several);
        assert_eq!(put("в ", "Америке", "", ("Америка", "США"), "ru"), ("США".to_owned(), Readings::One));
    }
}
