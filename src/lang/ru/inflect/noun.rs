//! Russian nouns by their last letters, without a dictionary.

use super::irregular;
use super::paradigms::{
    ANIN, EI_WITH_SOFT_SIGN, HARD_A, HARD_E, HARD_MASCULINE, HUSHING_MASCULINE, IE, IE_WITH_SOFT_SIGN, II, IYA, MYA, O,
    SHORT_I, SINGULAR_OF_I, SINGULAR_OF_II, SINGULAR_OF_Y, SINGULAR_OF_YI, SOFT_A, SOFT_E, SOFT_FEMININE,
    SOFT_MASCULINE, SOFT_SIGN_E, SOFT_SIGN_YA, YOUNG,
};
use super::table::{Noun, Stress, is_hushing, is_velar, is_vowel, last, row, syllables, without_last};
use super::vowels::{genitive_plurals, soft_genitive_plurals, stems};
use crate::lang::inflect::form::{Collector, Group::*, Slots};
use crate::lang::words::WordList;

/// Soft nouns whose gender their last letters do not show, or show wrongly; also as the end of a longer word.
static MASCULINE_SOFT: WordList = WordList::new(include_str!("../words/masculine_soft.txt"));
static FEMININE_SOFT: WordList = WordList::new(include_str!("../words/feminine_soft.txt"));

/// Endings of soft nouns that are feminine, but for the listed ones.
const FEMININE_ENDS: &[&str] =
    &["ить", "уть", "ость", "сть", "знь", "вь", "жь", "чь", "шь", "щь", "ядь", "адь", "едь", "сь", "еть", "фть"];
/// Endings of soft nouns that are masculine, but for the listed ones.
const MASCULINE_ENDS: &[&str] =
    &["тель", "арь", "вождь", "дождь", "гвоздь", "нтябрь", "тябрь", "абрь", "враль", "рубль", "раль"];

/// Nouns in -ой, which else is an adjective's ending.
pub(super) static NOUNS_IN_OJ: WordList = WordList::new(include_str!("../words/nouns_in_oj.txt"));

/// Nouns in -ей whose й leaves a ь: «муравья».
const EI_TO_SOFT_SIGN: &[&str] = &["муравей", "воробей", "соловей", "ручей", "улей", "репей", "чирей", "жеребей"];

/// Words that never change, though their ending looks as if they did.
static UNCHANGED: WordList = WordList::new(include_str!("../words/unchanged.txt"));

/// Adds the forms of a noun; `word` is folded, `capital` is how it was written.
pub(super) fn decline(word: &str, capital: bool, out: &mut Collector) {
    if UNCHANGED.has(word) || (capital && word.ends_with("енко")) {
        return;
    }
    if irregular::decline(word, out) {
        return;
    }
    half(word, capital, out);
    let stem = without_last(word);
    if stem.is_empty() {
        return;
    }
    match last(word) {
        'й' => short_i(word, out),
        'ь' => soft_sign(word, capital, out),
        'а' => feminine_a(word, stem, capital, out),
        'я' => feminine_ya(word, stem, out),
        'о' if is_vowel(last(stem)) => {}
        'о' => neuter_o(stem, out),
        'е' => neuter_e(word, stem, capital, out),
        'ы' => plural_y(word, stem, out),
        'и' => plural_i(word, stem, capital, out),
        letter if is_vowel(letter) => {}
        _ => consonant(word, out),
    }
}

/// «полчаса»: in the other cases half is полу- and the noun keeps its own.
fn half(word: &str, capital: bool, out: &mut Collector) {
    let Some((_, whole)) = HALVES.iter().find(|(half, _)| *half == word).filter(|_| !capital) else { return };
    let soft = whole.ends_with('ь');
    let stem = whole.trim_end_matches('ь');
    let endings = if soft { "я ю ем е" } else { "а у ом е" };
    out.endings(&format!("полу{stem}"), endings, "noun-half");
}

/// Halves, with the noun they are of.
const HALVES: &[(&str, &str)] = &[
    ("полчаса", "час"),
    ("полгода", "год"),
    ("полмесяца", "месяц"),
    ("полвека", "век"),
    ("полдня", "дн"),
    ("полкилометра", "километр"),
    ("полметра", "метр"),
    ("полмиллиона", "миллион"),
    ("полстакана", "стакан"),
];

fn consonant(word: &str, out: &mut Collector) {
    let stems = stems(word);
    for stem in &stems {
        let table = if is_hushing(last(stem)) { &HUSHING_MASCULINE } else { &HARD_MASCULINE };
        table.decline(stem, &[word], out);
    }
    for (end, start) in [("анин", "ан"), ("янин", "ян")] {
        if let Some(head) = word.strip_suffix(end) {
            let stem = format!("{head}{start}");
            ANIN.decline(&stem, &[&stem], out);
        }
    }
    if let Some(head) = word.strip_suffix("енок").or_else(|| word.strip_suffix("онок")) {
        let cells = if is_hushing(last(head)) {
            "ата ат атам = атами атах"
        } else {
            "ята ят ятам = ятами ятах"
        };
        Noun { plural: cells, ..YOUNG }.decline(head, &[], out);
    }
}

fn short_i(word: &str, out: &mut Collector) {
    let stem = without_last(word);
    if EI_TO_SOFT_SIGN.contains(&word) {
        EI_WITH_SOFT_SIGN.decline(without_last(stem), &[word], out);
    } else if last(stem) == 'и' {
        II.decline(stem, &[word], out);
    } else {
        SHORT_I.decline(stem, &[word], out);
    }
}

fn soft_sign(word: &str, capital: bool, out: &mut Collector) {
    let ends = |ends: &[&str]| ends.iter().any(|end| word.ends_with(end));
    // The longer of two listed ends decides: «полутень» is «тень», «олень» no «лень».
    let listed = |list: &WordList| list.end_of(word).map(|(before, _)| word.len() - before.len());
    let (of_men, of_women) = (listed(&MASCULINE_SOFT), listed(&FEMININE_SOFT));
    let known = of_men.is_some() || of_women.is_some();
    let (feminine, masculine) = match (capital, known) {
        // A name that looks like a listed word may have the other gender: «Даль» is a man, «даль» is not.
        (true, _) => (ends(FEMININE_ENDS) && of_men.is_none(), ends(MASCULINE_ENDS) && of_women.is_none()),
        (false, true) => (of_women > of_men, of_men > of_women),
        (false, false) => (ends(FEMININE_ENDS), !ends(FEMININE_ENDS) && ends(MASCULINE_ENDS)),
    };
    for stem in stems(word) {
        if !masculine {
            SOFT_FEMININE.decline(&stem, &[word], out);
        }
        if !feminine {
            SOFT_MASCULINE.decline(&stem, &[word], out);
        }
    }
}

/// Men named by a word in -а or -я agree as men: «верховный судья».
const MEN: &[&str] =
    &["судья", "глава", "мужчина", "юноша", "дядя", "староста", "воевода", "старшина", "папа", "слуга"];

fn gender_of_a(word: &str, capital: bool) -> &'static [crate::lang::inflect::form::Group] {
    if capital || MEN.contains(&word) { &[Feminine, Masculine] } else { &[Feminine] }
}

fn feminine_a(word: &str, stem: &str, capital: bool, out: &mut Collector) {
    if is_vowel(last(stem)) {
        return;
    }
    // The bare plural of a name is another word sooner than the name: «осам» is no form of «Осама».
    let bare = if capital { Vec::new() } else { genitive_plurals(stem) };
    let bare: Vec<&str> = bare.iter().map(String::as_str).collect();
    if GENITIVE_IN_EJ.contains(&word) {
        row(HARD_A.name, ". ей . . . .", &[Plural], stem, &[], Stress::Unknown, out);
    }
    let singular = match () {
        () if STRESSED_A.contains(&word) => "а ы е у +ой/+ою е",
        () if syllables(word) > 2 && (is_hushing(last(stem)) || last(stem) == 'ц') => "а ы е у ей/ею е",
        () => HARD_A.singular,
    };
    let bare_for_stress = if STRESSED_A.contains(&word) { vec![stem] } else { Vec::new() };
    let table = Noun { genders: gender_of_a(word, capital), singular, ..HARD_A };
    row(table.name, table.singular, table.genders, stem, &bare_for_stress, Stress::Unknown, out);
    row(table.name, table.plural, &[Plural], stem, &bare, Stress::Unknown, out);
    if let Some(head) = word.strip_suffix("ства") {
        // A neuter given in the plural: «ведомства».
        row("noun-plural-neuter", ". . . . ством .", &[Neuter], head, &[], Stress::Unknown, out);
        out.add(format!("{head}ство"), "noun-plural-neuter", Slots::NONE);
    }
}

/// Nouns in -а whose genitive plural ends in -ей.
const GENITIVE_IN_EJ: &[&str] =
    &["юноша", "ханжа", "левша", "свеча", "вожжа", "паша", "межа", "праща", "каланча", "ноздря"];

/// Nouns in -жа, -ша, -ча, -ща and -ца that are stressed there: «душой», but «задачей».
const STRESSED_A: &[&str] = &[
    "душа",
    "межа",
    "свеча",
    "парча",
    "лапша",
    "каланча",
    "алыча",
    "овца",
    "пыльца",
    "ханжа",
    "левша",
    "праща",
    "вожжа",
    "паранджа",
    "саранча",
    "епанча",
    "хрипотца",
    "ленца",
    "рысца",
];

fn feminine_ya(word: &str, stem: &str, out: &mut Collector) {
    if let Some(head) = word.strip_suffix("мя").filter(|head| NAMES_IN_MYA.contains(head)) {
        MYA.decline(head, &[], out);
        // «знамён», but «семян» and «стремян».
        if head.ends_with('е') {
            row(MYA.name, ". мян . . . .", &[Plural], head, &[], Stress::Unknown, out);
        }
        return;
    }
    if let Some(head) = word.strip_suffix("ья") {
        return Noun { genders: gender_of_a(word, false), ..SOFT_SIGN_YA }.decline(head, &[], out);
    }
    if PLURAL_NEUTERS.iter().any(|end| word.ends_with(end)) {
        out.endings(stem, "е ем", "noun-plural-neuter");
    }
    let bare = soft_genitive_plurals(stem);
    let bare: Vec<&str> = bare.iter().map(String::as_str).collect();
    let table = if last(stem) == 'и' { IYA } else { SOFT_A };
    Noun { genders: gender_of_a(word, false), ..table }.decline(stem, &bare, out);
}

/// Neuters given in the plural, which look like feminines: «действия».
const PLURAL_NEUTERS: &[&str] = &["ствия", "ения", "ования", "ивания", "ывания", "ятия", "ытия", "ития"];

/// The ten neuters in -мя, without it.
const NAMES_IN_MYA: &[&str] = &["и", "вре", "пле", "зна", "бре", "пла", "се", "стре", "те", "вы"];

fn neuter_o(stem: &str, out: &mut Collector) {
    let bare = genitive_plurals(stem);
    let mut bare: Vec<&str> = bare.iter().map(String::as_str).collect();
    // «войска» has «войск», but «яблоки» and «очки» have another plural beside it.
    if last(stem) == 'к' && (stem.ends_with("ик") || !is_vowel(last(without_last(stem)))) {
        Noun { singular: ". . . . . .", plural: "и ов ам и ами ах", ..O }.decline(stem, &[], out);
    }
    if stem.ends_with("ств") {
        bare.truncate(1);
    }
    O.decline(stem, &bare, out);
}

fn neuter_e(word: &str, stem: &str, capital: bool, out: &mut Collector) {
    let end = last(stem);
    match end {
        'и' => {
            IE.decline(stem, &[], out);
            IE_WITH_SOFT_SIGN.decline(without_last(stem), &[], out);
        }
        'ь' => SOFT_SIGN_E.decline(without_last(stem), &[], out),
        _ if end == 'ц' || is_hushing(end) => {
            let bare = genitive_plurals(stem);
            let bare: Vec<&str> = bare.iter().map(String::as_str).collect();
            HARD_E.decline(stem, &bare, out);
        }
        _ if ["море", "поле", "горе"].iter().any(|neuter| word.ends_with(neuter)) => {
            SOFT_E.decline(stem, &[], out)
        }
        _ if !capital && (stem.ends_with("ан") || stem.ends_with("ян")) => {
            ANIN.decline(stem, &[stem], out);
            HARD_MASCULINE.decline(&format!("{stem}ин"), &[&format!("{stem}ин")], out);
        }
        // «Кале», «Актобе»: a name, or a word of another language.
        _ => {}
    }
}

fn plural_y(word: &str, stem: &str, out: &mut Collector) {
    if is_vowel(last(stem)) {
        return;
    }
    let mut bare = genitive_plurals(stem);
    bare.push(stem.to_owned());
    let bare: Vec<&str> = bare.iter().map(String::as_str).collect();
    SINGULAR_OF_Y.decline(stem, &bare, out);
    HARD_A_OF_PLURAL.decline(stem, &[], out);
    restore_cells(word, out);
}

fn plural_i(word: &str, stem: &str, capital: bool, out: &mut Collector) {
    let end = last(stem);
    match end {
        'и' => SINGULAR_OF_II.decline(stem, &[], out),
        'ь' => SINGULAR_OF_YI.decline(without_last(stem), &[], out),
        _ if is_velar(end) || is_hushing(end) => {
            let bare = genitive_plurals(stem);
            let bare: Vec<&str> = bare.iter().map(String::as_str).chain([stem]).collect();
            let plural = if is_hushing(end) { "и -/ей ам = ами ах" } else { "и -/ов ам = ами ах" };
            Noun { name: "noun-plural-и", plural, ..SINGULAR_OF_Y }.decline(stem, &bare, out);
            HARD_A_OF_PLURAL.decline(stem, &[], out);
        }
        _ if PLURAL_PLACES.contains(&word) => {
            let genitive = if is_vowel(end) { "и ев ям = ями ях" } else { "и ей ям = ями ях" };
            row(SINGULAR_OF_I.name, genitive, &[Plural], stem, &[], Stress::Unknown, out);
        }
        // «Тбилиси», «Маккарти»: names in -и stay.
        _ if capital || is_vowel(end) || syllables(word) < 2 => {}
        _ => {
            SINGULAR_OF_I.decline(stem, &[], out);
            out.add(format!("{stem}ь"), SINGULAR_OF_I.name, Slots::NONE);
        }
    }
    restore_cells(word, out);
}

/// Names in -и that are plurals, beside those after a velar or hushing sound, which are plurals by rule.
const PLURAL_PLACES: &[&str] = &[
    "жигули",
    "гималаи",
    "пиренеи",
    "дарданеллы",
    "фили",
    "кижи",
    "помпеи",
    "аппалачи",
    "сейшели",
    "бермуди",
    "канари",
];

/// The singular that «подписки» may have beside that of «отчеты».
const HARD_A_OF_PLURAL: Noun = Noun { name: "noun-plural-ы", plural: ". . . . . .", ..HARD_A };

/// A noun given in the plural is a plural, whatever cells of a singular look alike.
fn restore_cells(word: &str, out: &mut Collector) {
    if !out.is_empty() {
        out.add(word.to_owned(), "noun-plural", Slots::NONE);
    }
}
