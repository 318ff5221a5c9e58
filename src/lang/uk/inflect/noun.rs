//! Ukrainian nouns by their last letters, without a dictionary.

use super::table::{Table, is_vowel, last, row, syllables, without_last};
use super::vowels::{genitives, opened_name, soft_genitives, stems};
use crate::lang::inflect::form::{Case, Collector, Group, Slots};
use crate::lang::words::WordList;

static FEMININE: WordList = WordList::new(include_str!("../words/feminine.txt"));
static MASCULINE_ANYWAY: WordList = WordList::new(include_str!("../words/masculine.txt"));
static MEN_IN_O: WordList = WordList::new(include_str!("../words/men_in_o.txt"));
static YOUNG: WordList = WordList::new(include_str!("../words/young.txt"));
const IRREGULAR: &str = include_str!("../words/irregular.txt");

const MASCULINE: Table = Table {
    name: "noun-masculine-hard",
    group: Group::Masculine,
    singular: "- а/у у/ові = ом ~і/у/ові ^е",
    plural: "и ів ам = ами ах",
};
/// Those in -к, whose к stays in the locative: «у підручнику».
const MASCULINE_K: Table =
    Table { name: "noun-masculine-к", singular: "- а/у у/ові = ом у/ові ^е", ..MASCULINE };
const SOFT_MASCULINE: Table = Table {
    name: "noun-masculine-soft",
    group: Group::Masculine,
    singular: "- я/ю ю/еві = ем і/ю/еві ю",
    plural: "і ів ям = ями ях",
};
const HUSHING_MASCULINE: Table = Table {
    name: "noun-masculine-hushing",
    singular: "- а/у у/еві = ем і/у/еві е/у",
    plural: "і ів ам = ами ах",
    ..MASCULINE
};
const SHORT_I: Table = Table {
    name: "noun-masculine-й",
    group: Group::Masculine,
    singular: "- я/ю ю/єві = єм ї/ю/єві ю",
    plural: "ї їв ям = ями ях",
};
const MAN_IN_O: Table = Table {
    name: "noun-masculine-о",
    group: Group::Masculine,
    singular: "о а у/ові а ом у/ові/~і у/е",
    plural: "и ів ам ів ами ах",
};
const FEMININE_A: Table =
    Table {
        name: "noun-feminine-а", group: Group::Feminine, singular: "а и ~і у ою ~і о", plural: "и - ам = ами ах"
    };
const FEMININE_YA: Table =
    Table {
        name: "noun-feminine-я", group: Group::Feminine, singular: "я і і ю ею і е/ю", plural: "і - ям = ями ях"
    };
const FEMININE_IYA: Table =
    Table {
        name: "noun-feminine-ія", group: Group::Feminine, singular: "я ї ї ю єю ї є", plural: "ї - ям = ями ях"
    };
const FEMININE_CONSONANT: Table = Table {
    name: "noun-feminine-consonant",
    group: Group::Feminine,
    singular: ". і і - . і е",
    plural: "і ей ям = ями ях",
};
const NEUTER_O: Table =
    Table {
        name: "noun-neuter-о", group: Group::Neuter, singular: "о а у о ом ~і/у о", plural: "а - ам а ами ах"
    };
const NEUTER_E: Table =
    Table {
        name: "noun-neuter-е", group: Group::Neuter, singular: "е а у е ем і/у е", plural: "а - ам а ами ах"
    };
const SOFT_E: Table = Table {
    name: "noun-neuter-soft-е",
    group: Group::Neuter,
    singular: "е я ю е ем і/ю е",
    plural: "я ів/ь ям я ями ях",
};
const NEUTER_YA: Table =
    Table {
        name: "noun-neuter-я", group: Group::Neuter, singular: "я я ю я ям і/ю я", plural: "я - ям я ями ях"
    };
const NEUTER_APOSTROPHE: Table =
    Table {
        name: "noun-neuter-'я", group: Group::Neuter, singular: "я я ю я ям ї/ю я", plural: "я їв/- ям я ями ях"
    };

/// Adds the forms of a noun; `word` is folded, `capital` is how it was written.
pub(super) fn decline(word: &str, capital: bool, out: &mut Collector) {
    if irregular(word, out) {
        return;
    }
    let stem = without_last(word);
    match last(word) {
        'й' => short_i(word, out),
        'ь' => soft_sign(word, capital, out),
        'а' => feminine_a(word, stem, capital, out),
        'я' => ya(word, stem, capital, out),
        'о' => neuter_o(word, stem, capital, out),
        'е' => neuter_e(stem, out),
        'и' => plural(stem, "и ів/- ам = ами ах", out),
        'і' if word.ends_with("ощі") || (!capital && syllables(word) > 1) => {
            let soft = !stem.ends_with(['ж', 'ч', 'ш', 'щ']);
            plural(stem, if soft { "і ів/ей ям = ями ях" } else { "і ів/ей ам = ами ах" }, out);
        }
        'і' | 'ї' | 'у' | 'ю' | 'є' | '\'' => {}
        _ => consonant(word, capital, out),
    }
}

/// Adds a noun that is written out; says whether it is one.
fn irregular(word: &str, out: &mut Collector) -> bool {
    let lines = IRREGULAR.lines().filter(|line| !line.starts_with('#'));
    let mut lines = lines.map(|line| line.split('|').collect::<Vec<&str>>());
    let Some(parts) = lines.find(|parts| parts[0] == word) else { return false };
    let group = match parts[1] {
        "m" => Group::Masculine,
        "f" => Group::Feminine,
        _ => Group::Neuter,
    };
    row("noun-irregular", group, parts[2], "", &[], out);
    row("noun-irregular", Group::Plural, parts[3], "", &[], out);
    true
}

fn consonant(word: &str, capital: bool, out: &mut Collector) {
    if is_feminine(word) {
        return feminine(word, out);
    }
    if let Some(stem) = opened_name(word).filter(|_| capital || !NOUNS_IN_IV.contains(&word)) {
        return MASCULINE.decline(&stem, &[word], out);
    }
    if let Some(people) = word
        .strip_suffix("ин")
        .filter(|head| ["ян", "ан", "їн", "татар", "болгар"].iter().any(|end| head.ends_with(end)))
    {
        MASCULINE.decline_singular(word, &[word], out);
        return row("noun-inhabitant", Group::Plural, "и - ам - ами ах", people, &[people], out);
    }
    if capital && word.ends_with("ок") {
        MASCULINE.decline(word, &[word], out);
    }
    let soft = ["ар", "яр", "ир"].iter().any(|end| word.ends_with(end));
    for stem in stems(word) {
        match last(&stem) {
            'ж' | 'ч' | 'ш' | 'щ' => HUSHING_MASCULINE.decline(&stem, &[word], out),
            'к' if word.ends_with("ик") => {
                MASCULINE_K.decline(&stem, &[word], out);
            }
            _ if word.ends_with("ігор") => SOFT_MASCULINE.decline(&stem, &[word], out),
            _ => MASCULINE.decline(&stem, &[word], out),
        }
        if (soft && syllables(word) > 1) || word == "цар" {
            SOFT_MASCULINE.decline(&stem, &[word], out);
        }
    }
}

/// Nouns in -ів that are no places and keep their і or have another stem.
const NOUNS_IN_IV: &[&str] =
    &["гнів", "спів", "наспів", "приспів", "посів", "засів", "хлів", "рів", "острів", "півострів", "готів"];

fn short_i(word: &str, out: &mut Collector) {
    for stem in stems(word) {
        SHORT_I.decline(&stem, &[word], out);
    }
}

/// Whether a noun in a consonant or -ь is feminine by its end.
fn is_feminine(word: &str) -> bool {
    let listed = FEMININE.end_of(word).is_some_and(|(head, mark)| head.is_empty() || mark != "alone");
    listed && !MASCULINE_ANYWAY.has(word)
}

fn soft_sign(word: &str, capital: bool, out: &mut Collector) {
    if is_feminine(word) {
        feminine(word, out);
        // «Еміль», «Каміль»: a man's name may end as a feminine does.
        if !capital {
            return;
        }
    }
    for stem in stems(word) {
        SOFT_MASCULINE.decline(&stem, &[word], out);
        if stem.ends_with('ц') {
            row(SOFT_MASCULINE.name, Group::Masculine, ". . . . . . ^е", &stem, &[], out);
        }
        if ["кін", "гост"].contains(&stem.as_str()) {
            row(SOFT_MASCULINE.name, Group::Plural, "і ей ям = ями ях", &stem, &[], out);
        }
    }
}

/// A feminine noun in a consonant: «область», «ніч», «радість».
fn feminine(word: &str, out: &mut Collector) {
    let abstraction = word.strip_suffix("ість").filter(|_| !KEEP_I.contains(&word));
    let stems = match abstraction {
        Some(head) => vec![format!("{head}ост")],
        None => stems(word),
    };
    for stem in &stems {
        FEMININE_CONSONANT.decline(stem, &[word], out);
        if stem.ends_with(['ж', 'ч', 'ш', 'щ']) {
            row(FEMININE_CONSONANT.name, Group::Plural, ". . ам = ами ах", stem, &[], out);
        }
        if stem.ends_with("ст")
            || ["сол", "осен", "смерт", "чверт", "рус", "білорус", "пам'ят"].contains(&stem.as_str())
        {
            row(FEMININE_CONSONANT.name, Group::Feminine, ". и . . . . .", stem, &[], out);
        }
    }
    // «радістю», but «сіллю», «ніччю»: one consonant behind a vowel is doubled.
    let bare = word.strip_suffix('ь').unwrap_or(word);
    let (end, before) = (last(bare), last(without_last(bare)));
    let instrumental = match () {
        () if "бпвмф".contains(end) || end == 'р' => format!("{bare}'ю"),
        () if is_vowel(before) && end != 'щ' => format!("{bare}{end}ю"),
        () => format!("{bare}ю"),
    };
    out.add(instrumental, FEMININE_CONSONANT.name, Slots::one(Group::Feminine, Case::Instrumental));
    out.add(word.to_owned(), FEMININE_CONSONANT.name, Slots::one(Group::Feminine, Case::Nominative));
}

/// Nouns in -ість whose і stays.
const KEEP_I: &[&str] = &["повість", "совість", "вість"];

fn feminine_a(word: &str, stem: &str, capital: bool, out: &mut Collector) {
    // «боа», «ноа»: no stem of a Slavic noun ends in a vowel.
    if is_vowel(last(stem)) {
        return;
    }
    if YOUNG.has(word) {
        return young(stem, "а", out);
    }
    let bare = if capital { vec![stem.to_owned()] } else { genitives(stem, false) };
    FEMININE_A.decline(stem, &bare.iter().map(String::as_str).collect::<Vec<_>>(), out);
}

fn young(stem: &str, vowel: &str, out: &mut Collector) {
    let singular = format!("{vowel} {vowel}ти {vowel}ті {vowel} {vowel}м {vowel}ті {vowel}");
    let plural = format!("{vowel}та {vowel}т {vowel}там {vowel}т {vowel}тами {vowel}тах");
    row("noun-young", Group::Neuter, &singular, stem, &[], out);
    row("noun-young", Group::Plural, &plural, stem, &[], out);
}

fn ya(word: &str, stem: &str, capital: bool, out: &mut Collector) {
    if (YOUNG.has(word) || word.ends_with("єня")) && !capital {
        return young(stem, "я", out);
    }
    let end = last(stem);
    if is_vowel(end) || end == 'й' {
        let bare = format!("{}й", stem.trim_end_matches('й'));
        return FEMININE_IYA.decline(stem, &[&bare], out);
    }
    if end == '\'' {
        return apostrophe(word, stem, out);
    }
    if end == last(without_last(stem)) && !["стаття", "суддя", "ілля", "рілля"].contains(&word) {
        let single = without_last(stem);
        let bare = if single.ends_with(['ж', 'ч', 'ш', 'щ']) { single.to_owned() } else { format!("{single}ь") };
        NEUTER_YA.decline(stem, &[&bare], out);
        if stem.ends_with("тт") {
            row(NEUTER_YA.name, Group::Plural, ". ів . . . .", stem, &[], out);
        }
        return;
    }
    let bare = match word {
        "стаття" => vec!["статей".to_owned()],
        "суддя" => vec!["суддів".to_owned()],
        _ => soft_genitives(stem),
    };
    let bare: Vec<&str> = bare.iter().map(String::as_str).collect();
    FEMININE_YA.decline(stem, &bare, out);
}

/// «сім'я», «стаття» are feminine, «здоров'я», «подвір'я» neuter.
fn apostrophe(word: &str, stem: &str, out: &mut Collector) {
    if ["сім'я", "рум'я"].contains(&word) {
        let bare = format!("{}ей", stem.trim_end_matches('\''));
        return FEMININE_IYA.decline(stem, &[&bare], out);
    }
    NEUTER_APOSTROPHE.decline(stem, &[stem.trim_end_matches('\'')], out);
}

fn neuter_o(word: &str, stem: &str, capital: bool, out: &mut Collector) {
    if is_vowel(last(stem)) {
        return;
    }
    if capital || MEN_IN_O.has(word) {
        MAN_IN_O.decline(stem, &[], out);
        if !capital {
            return;
        }
    }
    let bare = genitives(stem, true);
    NEUTER_O.decline(stem, &bare.iter().map(String::as_str).collect::<Vec<_>>(), out);
}

fn neuter_e(stem: &str, out: &mut Collector) {
    match last(stem) {
        'ц' => {
            let head = without_last(stem);
            let bare = format!("{head}ець");
            let plain = format!("{stem}ь");
            SOFT_E.decline_singular(stem, &[], out);
            row(SOFT_E.name, Group::Plural, "я - ям я ями ях", stem, &[&bare, &plain], out);
        }
        'ж' | 'ч' | 'ш' | 'щ' => NEUTER_E.decline(stem, &[stem], out),
        'р' | 'л' => SOFT_E.decline(stem, &[], out),
        _ => {}
    }
}

/// A noun given in the plural: its own cases, and the singular of a masculine: «податки», «податок».
fn plural(stem: &str, cells: &str, out: &mut Collector) {
    if is_vowel(last(stem)) || stem.is_empty() {
        return;
    }
    let mut bare = genitives(stem, false);
    bare.push(stem.to_owned());
    let bare: Vec<&str> = bare.iter().map(String::as_str).collect();
    row("noun-plural", Group::Plural, cells, stem, &bare, out);
    if cells.starts_with('и') && !PLURAL_ONLY.contains(&stem) {
        MASCULINE.decline_singular(stem, &[stem], out);
    }
}

/// Stems of nouns in -и that have no singular.
const PLURAL_ONLY: &[&str] = &[
    "карпат",
    "альп",
    "сум",
    "черкас",
    "афін",
    "лубн",
    "прилук",
    "бровар",
    "канікул",
    "штан",
    "вибор",
    "роковин",
    "іменин",
    "жнив",
    "збор",
    "перегон",
    "надр",
    "ласощ",
    "ножиц",
    "шахмат",
    "вершк",
    "пахощ",
    "дітк",
    "фінанс",
    "финанс",
    "балкан",
];
