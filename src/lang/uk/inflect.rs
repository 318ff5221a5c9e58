//! Ukrainian: nouns, adjectives and surnames by their last letters, with the alternations of і and of velars.

use crate::lang::inflect::Inflect;
use crate::lang::inflect::fold::{dress, fold};
use crate::lang::inflect::form::{AS_WRITTEN, Case, Collector, Form, Group, Slots};

/// A paradigm: nominative, genitive, dative, accusative, instrumental, locative, vocative; then the plural's six.
///
/// `-` is the bare form, `=` an accusative like the nominative or the genitive, `.` no form, `/` parts alternatives;
/// `~` before an ending says that к, г, х become ц, з, с.
struct Table {
    name: &'static str,
    group: Group,
    singular: &'static str,
    plural: &'static str,
}

const MASCULINE: Table = Table {
    name: "noun-masculine-hard",
    group: Group::Masculine,
    singular: "- а/у у/ові = ом ~і/у/ові е",
    plural: "и ів ам = ами ах",
};
const SOFT_MASCULINE: Table = Table {
    name: "noun-masculine-soft",
    group: Group::Masculine,
    singular: "- я/ю ю/еві = ем і/ю/еві ю",
    plural: "і ів/ей ям = ями ях",
};
const SHORT_I: Table = Table {
    name: "noun-masculine-й",
    group: Group::Masculine,
    singular: "- я/ю ю/єві = єм ї/ю/єві ю",
    plural: "ї їв ям = ями ях",
};
const FEMININE_A: Table = Table {
    name: "noun-feminine-а",
    group: Group::Feminine,
    singular: "а и ~і у ою/ею ~і о",
    plural: "и - ам = ами ах",
};
const FEMININE_YA: Table =
    Table {
        name: "noun-feminine-я", group: Group::Feminine, singular: "я і і ю ею і е", plural: "і ь/ей ям = ями ях"
    };
const FEMININE_IYA: Table =
    Table {
        name: "noun-feminine-ія", group: Group::Feminine, singular: "я ї ї ю єю ї є", plural: "ї й ям = ями ях"
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
const NEUTER_E: Table = Table {
    name: "noun-neuter-е",
    group: Group::Neuter,
    singular: "е а/я у/ю е ем і е",
    plural: "а/я -/ь ам/ям а/я ами/ями ах/ях",
};
const NEUTER_YA: Table =
    Table {
        name: "noun-neuter-я", group: Group::Neuter, singular: "я я ю я ям і/ю я", plural: "я ь ям я ями ях"
    };
const SURNAME: Table = Table {
    name: "surname",
    group: Group::Masculine,
    singular: "- а у/ові = им і/у/ові е",
    plural: "и их им = ими их",
};

const ADJECTIVE: [(Group, &str); 4] = [
    (Group::Masculine, "ий ого ому = им ому/ім"),
    (Group::Feminine, "а ої ій у ою ій"),
    (Group::Neuter, "е ого ому е им ому/ім"),
    (Group::Plural, "і их им = ими их"),
];
const SOFT_ADJECTIVE: [(Group, &str); 4] = [
    (Group::Masculine, "ій ього ьому = ім ьому/ім"),
    (Group::Feminine, "я ьої ій ю ьою ій"),
    (Group::Neuter, "є ього ьому є ім ьому/ім"),
    (Group::Plural, "і іх ім = іми іх"),
];

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
    crate::lang::inflect::fold::is_cyrillic(letter) || letter == '\''
}

/// Whether a word standing before the head agrees with it.
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
    let adjective = word.ends_with("ий") || (word.ends_with("ній") && !capital);
    if inflect == Inflect::Adjective || (adjective && inflect != Inflect::Noun) {
        adjective_forms(word, out);
        return Inflect::Adjective;
    }
    let surname = (capital || inflect == Inflect::Surname)
        && ["ов", "ев", "єв", "ін", "їн", "ин"].iter().any(|end| word.ends_with(end));
    if surname {
        apply(&SURNAME, word, &[word], out);
    }
    if !surname || inflect != Inflect::Surname {
        noun(word, out);
    }
    if surname || inflect == Inflect::Surname { Inflect::Surname } else { Inflect::Noun }
}

fn adjective_forms(word: &str, out: &mut Collector) {
    let soft = word.strip_suffix("ій");
    let hard = ["ий", "а", "е", "і"].iter().find_map(|end| word.strip_suffix(end));
    let (stem, rows) = match (soft, hard) {
        (Some(stem), _) => (stem, SOFT_ADJECTIVE),
        (None, Some(stem)) => (stem, ADJECTIVE),
        (None, None) => return,
    };
    for (group, cells) in rows {
        let table = if soft.is_some() { "adjective-soft" } else { "adjective-hard" };
        row(table, group, cells, stem, &[], out);
    }
}

fn noun(word: &str, out: &mut Collector) {
    let Some(end) = word.chars().last() else { return };
    let stem = &word[..word.len() - end.len_utf8()];
    match end {
        'й' => apply(&SHORT_I, stem, &[word], out),
        'ь' if word.ends_with("ість") => {
            let stem = format!("{}ост", &word[..word.len() - "ість".len()]);
            apply(&FEMININE_CONSONANT, &stem, &[word], out);
            out.add(format!("{stem}і"), FEMININE_CONSONANT.name, Slots::NONE);
            out.add(format!("{}ю", word.trim_end_matches('ь')), FEMININE_CONSONANT.name, instrumental());
        }
        'ь' => {
            for stem in opened(stem) {
                apply(&SOFT_MASCULINE, &stem, &[word], out);
                apply(&FEMININE_CONSONANT, &stem, &[word], out);
            }
            out.add(format!("{stem}ю"), FEMININE_CONSONANT.name, instrumental());
        }
        'а' => {
            let bare = bare(stem);
            apply(&FEMININE_A, stem, &bare.iter().map(String::as_str).collect::<Vec<_>>(), out);
        }
        'я' if stem.ends_with(['і', 'а', 'у']) => apply(&FEMININE_IYA, stem, &[word], out),
        'я' if doubled(stem) => {
            apply(&NEUTER_YA, stem, &[word], out);
            out.add(stem[..stem.len() - 'н'.len_utf8()].to_owned() + "ь", NEUTER_YA.name, Slots::NONE);
        }
        'я' => apply(&FEMININE_YA, stem, &[word], out),
        'о' => {
            let bare = bare(stem);
            apply(&NEUTER_O, stem, &bare.iter().map(String::as_str).collect::<Vec<_>>(), out);
        }
        'е' => apply(&NEUTER_E, stem, &[stem], out),
        'и' => apply(&MASCULINE, stem, &[stem], out),
        'і' | 'ї' | 'у' | 'ю' | 'є' => {}
        _ => {
            for stem in opened(word) {
                apply(&MASCULINE, &stem, &[word], out);
            }
        }
    }
}

fn instrumental() -> Slots {
    Slots::one(Group::Feminine, Case::Instrumental)
}

/// «питання», «життя»: a doubled consonant before -я.
fn doubled(stem: &str) -> bool {
    let mut letters = stem.chars().rev();
    let end = letters.next();
    end.is_some() && end == letters.next() && !stem.ends_with("сс")
}

/// The stems of a word whose last syllable is closed: і may open into о, е or є («Львів», «Львова»; «Київ», «Києва»), a vowel may
/// fall out («народовець», «народовця»).
fn opened(word: &str) -> Vec<String> {
    let mut stems = vec![word.to_owned()];
    if let Some(head) = word.strip_suffix("ець").or_else(|| word.strip_suffix("ец")) {
        return vec![format!("{head}ц")];
    }
    if let Some(head) = word.strip_suffix("ок").filter(|head| head.chars().count() > 2) {
        stems.push(format!("{head}к"));
    }
    let mut letters = word.char_indices().rev();
    if let (Some((end, _)), Some((vowel, letter))) = (letters.next(), letters.next()) {
        let others: &[&str] = match letter {
            'і' => &["о", "е"],
            'ї' => &["є"],
            _ => &[],
        };
        // The table is asked for the likeliest: «-ів» of places and «-іг», «-ід» of nouns.
        stems.extend(others.iter().map(|other| format!("{}{other}{}", &word[..vowel], &word[end..])));
    }
    stems
}

/// Bare genitive plurals: «карток», «книг», «сіл».
fn bare(stem: &str) -> Vec<String> {
    let mut letters = stem.chars().rev();
    let (end, before) = (letters.next().unwrap_or(' '), letters.next().unwrap_or(' '));
    let vowel = |letter: char| "аеєиіїоуюя".contains(letter);
    let head = &stem[..stem.len() - end.len_utf8()];
    let mut bare = vec![stem.to_owned()];
    if end == 'к' && !vowel(before) {
        let head = head.strip_suffix('ь').unwrap_or(head);
        bare = vec![format!("{head}ок")];
    } else if let Some(open) = head.strip_suffix(['о', 'е']).filter(|_| !vowel(end)) {
        bare.push(format!("{open}і{end}"));
    }
    bare
}

fn apply(table: &Table, stem: &str, bare: &[&str], out: &mut Collector) {
    row(table.name, table.group, table.singular, stem, bare, out);
    row(table.name, Group::Plural, table.plural, stem, bare, out);
}

fn row(name: &'static str, group: Group, cells: &str, stem: &str, bare: &[&str], out: &mut Collector) {
    let cells: Vec<&str> = cells.split_whitespace().collect();
    let same = cells.get(3) == Some(&"=");
    for (place, cell) in cells.iter().enumerate() {
        let slots = cases(place, same).iter().fold(Slots::NONE, |slots, case| slots.with(Slots::one(group, *case)));
        for ending in cell.split('/').filter(|ending| !matches!(*ending, "." | "=")) {
            if ending == "-" {
                bare.iter().for_each(|bare| out.add((*bare).to_owned(), name, slots));
            } else if let Some(ending) = ending.strip_prefix('~') {
                out.add(format!("{}{ending}", softened(stem)), name, slots);
            } else {
                out.add(spelled(stem, ending), name, slots);
            }
        }
    }
}

fn cases(place: usize, same: bool) -> &'static [Case] {
    match (place, same) {
        (0, true) => &[Case::Nominative, Case::AccusativeThing],
        (1, true) => &[Case::Genitive, Case::AccusativePerson],
        (0, false) => &[Case::Nominative],
        (1, false) => &[Case::Genitive],
        (2, _) => &[Case::Dative],
        (3, _) => &[Case::AccusativeThing, Case::AccusativePerson],
        (4, _) => &[Case::Instrumental],
        (5, _) => &[Case::Prepositional],
        _ => &[],
    }
}

/// «книга» → «книзі», «рука» → «руці», «муха» → «мусі».
fn softened(stem: &str) -> String {
    [('к', 'ц'), ('г', 'з'), ('х', 'с')]
        .into_iter()
        .find_map(|(velar, soft)| Some(format!("{}{soft}", stem.strip_suffix(velar)?)))
        .unwrap_or_else(|| stem.to_owned())
}

/// After hushing sounds and ц of a hard noun о is е, after hushing sounds и is і.
fn spelled(stem: &str, ending: &str) -> String {
    let hushing = stem.ends_with(['ж', 'ч', 'ш', 'щ']);
    match ending.strip_prefix('о') {
        Some(rest) if hushing && !rest.starts_with(['г', 'ї']) && ending != "о" => format!("{stem}е{rest}"),
        _ if hushing && ending == "и" => format!("{stem}і"),
        _ => format!("{stem}{ending}"),
    }
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
}
