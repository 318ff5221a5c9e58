//! What the columns of a table of terms hold, by their names in whatever language, by their letters, or as asked.

use super::grid::Row;
use super::{Languages, same_tongue};
use crate::lang::{Language, Script};

/// What a column holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Role {
    /// The concept's id.
    Concept,
    /// The language of the row's term, in a table of one row a term.
    Language,
    /// A term, of the language that another column names.
    Term,
    /// Whether the term is preferred, admitted or deprecated.
    Status,
    /// What the concept means.
    Definition,
    /// The field it belongs to.
    Domain,
    /// A note on the concept.
    Note,
    /// A note on the term.
    TermNote,
    /// Weblate's flags.
    Flags,
    /// What only tolmach knows of a term or concept, by its name.
    Property(String),
    /// A term of this language, a primary subtag.
    Of(String),
    /// More terms of the language of the column before.
    Synonyms(String),
    /// Terms of the language of the column before that are not to be used.
    Forbidden(String),
    /// What is not understood, by its name; empty where the table names no columns.
    Unknown(String),
}

/// The roles of the columns, and whether the first row names them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Header {
    pub(super) roles: Vec<Role>,
    pub(super) named: bool,
}

/// Names of columns in small letters, and what they mean.
const NAMES: &[(&str, Role)] = &[
    ("concept", Role::Concept),
    ("id", Role::Concept),
    ("понятие", Role::Concept),
    ("language", Role::Language),
    ("язык", Role::Language),
    ("sprache", Role::Language),
    ("idioma", Role::Language),
    ("term", Role::Term),
    ("термин", Role::Term),
    ("status", Role::Status),
    ("статус", Role::Status),
    ("estado", Role::Status),
    ("definition", Role::Definition),
    ("определение", Role::Definition),
    ("значение", Role::Definition),
    ("пояснение", Role::Definition),
    ("визначення", Role::Definition),
    ("анықтама", Role::Definition),
    ("definición", Role::Definition),
    ("domain", Role::Domain),
    ("subject", Role::Domain),
    ("область", Role::Domain),
    ("тема", Role::Domain),
    ("тематика", Role::Domain),
    ("fachgebiet", Role::Domain),
    ("sachgebiet", Role::Domain),
    ("note", Role::Note),
    ("notes", Role::Note),
    ("comment", Role::Note),
    ("comments", Role::Note),
    ("remark", Role::Note),
    ("explanation", Role::Note),
    ("description", Role::Note),
    ("developer_comments", Role::Note),
    ("примечание", Role::Note),
    ("примечания", Role::Note),
    ("комментарий", Role::Note),
    ("комментарии", Role::Note),
    ("заметка", Role::Note),
    ("примітка", Role::Note),
    ("ескерту", Role::Note),
    ("anmerkung", Role::Note),
    ("kommentar", Role::Note),
    ("bemerkung", Role::Note),
    ("nota", Role::Note),
    ("notas", Role::Note),
    ("remarque", Role::Note),
    ("commentaire", Role::Note),
    ("term-note", Role::TermNote),
    ("flags", Role::Flags),
    ("translator_comments", Role::Flags),
];

/// Names of the column of the original's terms, and of that of the translation's.
const SOURCE: &[&str] = &[
    "source",
    "source term",
    "original",
    "исходный",
    "исходный термин",
    "исходник",
    "оригинал",
    "исходный текст",
    "источник",
    "слово",
    "выражение",
    "ausgangssprache",
    "quelle",
    "quellterm",
    "origen",
    "término",
    "terme",
    "вихідний термін",
];
const TARGET: &[&str] = &[
    "target",
    "target term",
    "translation",
    "translations",
    "перевод",
    "целевой",
    "целевой термин",
    "переводной термин",
    "эквивалент",
    "соответствие",
    "equivalent",
    "übersetzung",
    "zielsprache",
    "zielterm",
    "traducción",
    "traduction",
    "переклад",
    "аударма",
];
const SYNONYMS: &[&str] = &[
    "synonym",
    "synonyms",
    "синоним",
    "синонимы",
    "варианты",
    "variants",
    "synonyme",
    "sinónimos",
    "admitted",
    "also",
];
const FORBIDDEN: &[&str] = &[
    "forbidden",
    "deprecated",
    "do not use",
    "not",
    "запрещено",
    "не использовать",
    "нерекомендуемый",
    "нерекомендуемые",
    "verboten",
    "prohibido",
];

/// Names of languages, in small letters, by primary subtag.
const LANGUAGES: &[(&str, &[&str])] = &[
    (
        "ru",
        &[
            "russian",
            "русский",
            "русском",
            "по-русски",
            "russisch",
            "ruso",
            "russe",
            "рус",
            "rus",
            "російська",
            "орысша",
            "орыс",
        ],
    ),
    (
        "en",
        &[
            "english",
            "английский",
            "английском",
            "по-английски",
            "englisch",
            "inglés",
            "anglais",
            "англ",
            "eng",
            "англійська",
            "ағылшын",
            "ағылшынша",
        ],
    ),
    ("uk", &["ukrainian", "украинский", "українська", "ukrainisch", "ucraniano", "укр", "ukr"]),
    ("kk", &["kazakh", "казахский", "қазақ", "қазақша", "kasachisch", "kazajo", "каз", "kaz"]),
    ("de", &["german", "немецкий", "deutsch", "alemán", "allemand", "нем", "deu", "ger", "німецька", "неміс"]),
    ("es", &["spanish", "испанский", "spanisch", "español", "espagnol", "исп", "spa", "іспанська"]),
    ("fr", &["french", "французский", "französisch", "francés", "français", "фр", "fra", "французька"]),
    ("zh", &["chinese", "китайский", "chinesisch", "中文", "кит"]),
    ("ar", &["arabic", "арабский", "arabisch", "العربية"]),
    ("pl", &["polish", "польский", "polnisch", "polski"]),
    ("tr", &["turkish", "турецкий", "türkçe"]),
];

impl Header {
    /// The roles that the first row names; `None` where it names no two columns of terms.
    pub(super) fn named(first: &Row, languages: &Languages) -> Option<Header> {
        let mut roles: Vec<Role> = Vec::new();
        for cell in &first.cells {
            let language = roles.iter().rev().find_map(of_language).unwrap_or_else(|| primary(&languages.source));
            roles.push(role(cell, languages, &language));
        }
        // «Термин» beside «Перевод» is a term of the original.
        let translated = roles.contains(&Role::Of(primary(&languages.target)));
        if translated && !roles.contains(&Role::Language) {
            let original = || Role::Of(primary(&languages.source));
            roles.iter_mut().filter(|role| **role == Role::Term).for_each(|role| *role = original());
        }
        let terms: Vec<String> = roles.iter().filter_map(only_of_language).collect();
        let two = terms.iter().any(|language| *language != terms[0]);
        let long = roles.contains(&Role::Term) && roles.contains(&Role::Language);
        (two || long).then_some(Header { roles, named: true })
    }

    /// The roles by the letters of the columns: the first in the script of the original's language holds its terms, the
    /// first other one in that of the translation's holds those, the next a note.
    pub(super) fn by_letters(rows: &[Row], languages: &Languages) -> Header {
        let width = rows.iter().map(|row| row.cells.len()).max().unwrap_or(0);
        let (source, target) = (script(&languages.source), script(&languages.target));
        let column = |wanted: Option<Script>, not: Option<usize>| {
            (0..width).find(|at| Some(*at) != not && wanted.is_some() && of_column(rows, *at) == wanted)
        };
        let (left, right) = match source == target {
            true => (Some(0), Some(1)),
            false => {
                let left = column(source, None);
                (left, column(target, left))
            }
        };
        let left = left.or_else(|| (0..width).find(|at| Some(*at) != right)).unwrap_or(0);
        let right = right.or_else(|| (0..width).find(|at| *at != left)).unwrap_or(1);
        let mut roles: Vec<Role> = (0..width).map(|_| Role::Unknown(String::new())).collect();
        let note = (0..width).find(|at| *at != left && *at != right && *at > left.min(right));
        let of = |tag: &str| Role::Of(primary(tag));
        let wanted = [(Some(left), of(&languages.source)), (Some(right), of(&languages.target)), (note, Role::Note)];
        for (at, role) in wanted {
            if let Some(place) = at.and_then(|at| roles.get_mut(at)) {
                *place = role;
            }
        }
        Header { roles, named: false }
    }
}

fn of_language(role: &Role) -> Option<String> {
    match role {
        Role::Of(language) | Role::Synonyms(language) | Role::Forbidden(language) => Some(language.clone()),
        _ => None,
    }
}

fn only_of_language(role: &Role) -> Option<String> {
    if let Role::Of(language) = role { Some(language.clone()) } else { None }
}

/// What a column's name means; `language` is that of the column before.
pub(super) fn role(name: &str, languages: &Languages, language: &str) -> Role {
    let folded = name.trim().trim_end_matches([':', '.']).to_lowercase();
    let is = |names: &[&str]| names.contains(&folded.as_str());
    if is(SOURCE) {
        return Role::Of(primary(&languages.source));
    }
    if is(TARGET) {
        return Role::Of(primary(&languages.target));
    }
    if super::properties::NAMES.contains(&folded.as_str()) {
        return Role::Property(folded);
    }
    if let Some((_, role)) = NAMES.iter().find(|(known, _)| *known == folded) {
        return role.clone();
    }
    let named = language_of(&folded, languages);
    let words: Vec<&str> = folded.split([' ', '_', '(', ')', '/', ':']).collect();
    let has = |names: &[&str]| is(names) || words.iter().any(|word| names.contains(word));
    let whose = || named.clone().unwrap_or_else(|| language.to_owned());
    match () {
        () if has(SYNONYMS) => Role::Synonyms(whose()),
        () if has(FORBIDDEN) => Role::Forbidden(whose()),
        () => named.map_or_else(|| Role::Unknown(name.trim().to_owned()), Role::Of),
    }
}

/// The language that a column's name is, or names beside a word such as "term": `ru`, `en-GB`, «Русский термин».
fn language_of(folded: &str, languages: &Languages) -> Option<String> {
    const BESIDE: &[&str] = &[
        "term",
        "terms",
        "термин",
        "термины",
        "язык",
        "language",
        "source",
        "target",
        "слово",
        "на",
        "текст",
        "text",
        "name",
        "вариант",
        "begriff",
    ];
    let tags = [&languages.source, &languages.target];
    if let Some(tag) = tags.iter().find(|tag| same_tongue(folded, tag)) {
        return Some(primary(tag));
    }
    let parts = |letter: char| !letter.is_alphabetic() && letter != '-';
    let words: Vec<&str> = folded.split(parts).filter(|word| !word.is_empty()).collect();
    let rest: Vec<&&str> = words.iter().filter(|word| !BESIDE.contains(*word)).collect();
    let [word] = rest.as_slice() else { return None };
    let by_name = LANGUAGES.iter().find(|(_, names)| names.contains(*word)).map(|(code, _)| (*code).to_owned());
    by_name.or_else(|| {
        let tag = primary(word);
        let known = tags.iter().any(|known| same_tongue(&tag, known)) || LANGUAGES.iter().any(|(code, _)| *code == tag);
        known.then_some(tag)
    })
}

fn primary(tag: &str) -> String {
    tag.split(['-', '_']).next().unwrap_or_default().to_lowercase()
}

fn script(tag: &str) -> Option<Script> {
    tag.parse::<Language>().ok().map(|language| Script::of_language(&language))
}

/// The script of most letters of a column.
fn of_column(rows: &[Row], at: usize) -> Option<Script> {
    let cells = rows.iter().filter_map(|row| row.cells.get(at));
    let letters: Vec<Script> = cells.flat_map(|cell| cell.chars()).filter_map(Script::of).collect();
    let first = letters.first()?;
    let usual = letters.iter().filter(|script| *script == first).count();
    if usual * 2 >= letters.len() { Some(*first) } else { letters.iter().find(|script| *script != first).copied() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(cells: &[&str]) -> Row {
        Row { line: 1, cells: cells.iter().map(|cell| (*cell).to_owned()).collect() }
    }

    fn languages() -> Languages {
        Languages::new("ru", "en")
    }

    fn of(code: &str) -> Role {
        Role::Of(code.to_owned())
    }

    #[test]
    fn headers_in_several_languages() {
        for cells in [
            ["ru", "en", "note"],
            ["Русский", "Английский", "Комментарий"],
            ["Russian term", "English term", "Notes"],
            ["Исходный термин", "Перевод", "Примечание"],
            ["Russisch", "Englisch", "Anmerkung"],
            ["Термин", "Перевод", "Примечание"],
            ["Источник", "Эквивалент", "Примечание"],
        ] {
            let header = Header::named(&row(&cells), &languages()).unwrap();
            assert_eq!(header.roles, [of("ru"), of("en"), Role::Note], "{cells:?}");
        }
        let more = Header::named(&row(&["en", "ru", "de", "Синонимы", "weight"]), &languages()).unwrap();
        let synonyms = Role::Synonyms("de".to_owned());
        assert_eq!(more.roles, [of("en"), of("ru"), of("de"), synonyms, Role::Unknown("weight".to_owned())]);
    }

    #[test]
    fn a_row_of_terms_is_no_header() {
        for cells in [["аким", "akim"], ["английский", "English"], ["термин", "term"]] {
            assert_eq!(Header::named(&row(&cells), &languages()), None, "{cells:?}");
        }
    }

    #[test]
    fn without_names_the_letters_tell() {
        let rows = [row(&["akim", "аким", "head of a district"]), row(&["zhuz", "жуз", ""])];
        assert_eq!(Header::by_letters(&rows, &languages()).roles, [of("en"), of("ru"), Role::Note]);
        let german = [row(&["Stadt", "city"])];
        let header = Header::by_letters(&german, &Languages::new("de", "en"));
        assert_eq!(header.roles, [of("de"), of("en")]);
    }
}
