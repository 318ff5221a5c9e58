//! What the words around a Russian noun show of its case, number and gender.

use crate::lang::inflect::form::{Case, Group, Slots};
use crate::lang::profile::Agreement;

/// What the words around a Russian noun show of it.
pub(in crate::lang) const AGREEMENT: Agreement =
    Agreement { agrees: agreement, after: cases_after, alone: cases_alone, verbs_agree, is_subject };

const ALL: [Group; 4] = [Group::Masculine, Group::Feminine, Group::Neuter, Group::Plural];
const MASCULINE: &[Group] = &[Group::Masculine];
const FEMININE: &[Group] = &[Group::Feminine];
const NEUTER: &[Group] = &[Group::Neuter];
const PLURAL: &[Group] = &[Group::Plural];
const NOT_FEMININE: &[Group] = &[Group::Masculine, Group::Neuter];

/// Genders or the plural, and cases.
type Cells = (&'static [Group], &'static [Case]);

/// Endings of adjectives, longest first: the genders and cases that they fill.
const ADJECTIVES: &[(&str, &[Cells])] = &[
    ("ого", &[(NOT_FEMININE, &[Case::Genitive]), (MASCULINE, &[Case::AccusativePerson])]),
    ("его", &[(NOT_FEMININE, &[Case::Genitive]), (MASCULINE, &[Case::AccusativePerson])]),
    ("ому", &[(NOT_FEMININE, &[Case::Dative])]),
    ("ему", &[(NOT_FEMININE, &[Case::Dative])]),
    ("ыми", &[(PLURAL, &[Case::Instrumental])]),
    ("ими", &[(PLURAL, &[Case::Instrumental])]),
    ("ым", &[(NOT_FEMININE, &[Case::Instrumental]), (PLURAL, &[Case::Dative])]),
    ("им", &[(NOT_FEMININE, &[Case::Instrumental]), (PLURAL, &[Case::Dative])]),
    ("ом", &[(NOT_FEMININE, &[Case::Prepositional])]),
    ("ем", &[(NOT_FEMININE, &[Case::Prepositional])]),
    ("ая", &[(FEMININE, &[Case::Nominative])]),
    ("яя", &[(FEMININE, &[Case::Nominative])]),
    ("ую", &[(FEMININE, &[Case::AccusativeThing, Case::AccusativePerson])]),
    ("юю", &[(FEMININE, &[Case::AccusativeThing, Case::AccusativePerson])]),
    ("ей", &[(FEMININE, &[Case::Genitive, Case::Dative, Case::Instrumental, Case::Prepositional])]),
    (
        "ой",
        &[
            (FEMININE, &[Case::Genitive, Case::Dative, Case::Instrumental, Case::Prepositional]),
            (MASCULINE, &[Case::Nominative, Case::AccusativeThing]),
        ],
    ),
    ("ое", &[(NEUTER, &[Case::Nominative, Case::AccusativeThing, Case::AccusativePerson])]),
    ("ее", &[(NEUTER, &[Case::Nominative, Case::AccusativeThing, Case::AccusativePerson])]),
    ("ый", &[(MASCULINE, &[Case::Nominative, Case::AccusativeThing])]),
    ("ий", &[(MASCULINE, &[Case::Nominative, Case::AccusativeThing])]),
    ("ые", &[(PLURAL, &[Case::Nominative, Case::AccusativeThing])]),
    ("ие", &[(PLURAL, &[Case::Nominative, Case::AccusativeThing])]),
    ("ых", &[(PLURAL, &[Case::Genitive, Case::Prepositional, Case::AccusativePerson])]),
    ("их", &[(PLURAL, &[Case::Genitive, Case::Prepositional, Case::AccusativePerson])]),
];

/// Pronouns whose short forms look like no adjective.
const PRONOUNS: &[(&str, Group)] = &[
    ("этот", Group::Masculine),
    ("тот", Group::Masculine),
    ("наш", Group::Masculine),
    ("ваш", Group::Masculine),
    ("мой", Group::Masculine),
    ("свой", Group::Masculine),
    ("весь", Group::Masculine),
    ("один", Group::Masculine),
    ("эта", Group::Feminine),
    ("та", Group::Feminine),
    ("наша", Group::Feminine),
    ("ваша", Group::Feminine),
    ("моя", Group::Feminine),
    ("своя", Group::Feminine),
    ("вся", Group::Feminine),
    ("одна", Group::Feminine),
    ("это", Group::Neuter),
    ("наше", Group::Neuter),
    ("ваше", Group::Neuter),
    ("эти", Group::Plural),
    ("те", Group::Plural),
    ("наши", Group::Plural),
    ("ваши", Group::Plural),
    ("свои", Group::Plural),
];

/// Pronouns of the feminine accusative.
const ACCUSATIVE: &[&str] = &["эту", "ту", "нашу", "вашу", "мою", "свою", "всю", "одну"];

/// Nouns and other words that end as adjectives do.
const NO_ADJECTIVES: &[&str] = &[
    "его",
    "ее",
    "их",
    "ей",
    "им",
    "ем",
    "этом",
    "том",
    "чем",
    "совсем",
    "затем",
    "всем",
    "более",
    "менее",
    "ранее",
    "далее",
    "уже",
    "мой",
    "свой",
];

/// The cells that a word before a noun may agree with; `None` for a word that agrees with none.
fn agreement(word: &str) -> Option<Slots> {
    let word = word.replace('ё', "е");
    if let Some((_, group)) = PRONOUNS.iter().find(|(pronoun, _)| *pronoun == word) {
        return Some(cells(&[*group], &[Case::Nominative, Case::AccusativeThing]));
    }
    if ACCUSATIVE.contains(&word.as_str()) {
        return Some(cells(FEMININE, &[Case::AccusativeThing, Case::AccusativePerson]));
    }
    if NO_ADJECTIVES.contains(&word.as_str()) || word.chars().count() < 4 {
        return None;
    }
    let (_, rows) = ADJECTIVES.iter().find(|(ending, _)| word.ends_with(ending))?;
    Some(rows.iter().fold(Slots::NONE, |all, (groups, cases)| all.with(cells(groups, cases))))
}

fn cells(groups: &[Group], cases: &[Case]) -> Slots {
    let mut all = Slots::NONE;
    for group in groups {
        for case in cases {
            all = all.with(Slots::one(*group, *case));
        }
    }
    all
}

const GENITIVE: &[Case] = &[Case::Genitive];
const ACCUSATIVE_OR_PREPOSITIONAL: &[Case] = &[Case::AccusativeThing, Case::AccusativePerson, Case::Prepositional];

/// Prepositions, and the cases after them.
const PREPOSITIONS: &[(&[&str], &[Case])] = &[
    (
        &[
            "без",
            "для",
            "до",
            "из",
            "от",
            "у",
            "около",
            "после",
            "против",
            "среди",
            "вокруг",
            "кроме",
            "вместо",
            "возле",
        ],
        GENITIVE,
    ),
    (
        &[
            "мимо",
            "ради",
            "внутри",
            "вне",
            "напротив",
            "вдоль",
            "накануне",
            "насчет",
            "относительно",
            "из-за",
            "из-под",
        ],
        GENITIVE,
    ),
    (&["к", "ко", "благодаря", "вопреки", "согласно", "навстречу", "по"], &[Case::Dative]),
    (&["через", "про", "сквозь"], &[Case::AccusativeThing, Case::AccusativePerson]),
    (&["над", "надо", "перед", "передо", "между"], &[Case::Instrumental]),
    (&["с", "со"], &[Case::Genitive, Case::Instrumental]),
    (&["за", "под", "подо"], &[Case::AccusativeThing, Case::AccusativePerson, Case::Instrumental]),
    (&["в", "во", "на"], ACCUSATIVE_OR_PREPOSITIONAL),
    (&["о", "об", "обо", "при"], &[Case::Prepositional]),
];

/// The cases that may follow a preposition; `None` where the word is none.
fn cases_after(word: &str) -> Option<Slots> {
    let word = word.replace('ё', "е");
    let (_, cases) = PREPOSITIONS.iter().find(|(words, _)| words.contains(&word.as_str()))?;
    Some(cells(&ALL, cases))
}

/// The cases that occur without a preposition.
fn cases_alone() -> Slots {
    cells(&ALL, &Case::ALL).without(cells(&ALL, &[Case::Prepositional]))
}

/// How far a verb or a relative pronoun that agrees with a noun is looked for, in words.
const NEAR: usize = 4;

/// Whether no verb in the past and no relative pronoun near a subject has a gender that is none of these.
fn verbs_agree(before: &str, after: &str, genders: Slots) -> bool {
    let has = |group: Group| !genders.shared(Slots::group(group)).is_empty();
    let wrong = |word: &str| {
        let ends = |endings: &[&str]| endings.iter().any(|ending| word.ends_with(ending)) && word.chars().count() > 3;
        (!has(Group::Feminine) && (ends(&["ла", "лась"]) || matches!(word, "которая" | "которую" | "которой")))
            || (!has(Group::Neuter) && ends(&["ло", "лось"]))
            || (!has(Group::Masculine) && (ends(&["лся", "ал", "ил", "ел", "ял"]) || word == "который"))
    };
    let short = |word: &str| short_gender(word).is_some_and(|group| !has(group));
    let mut before = before.split_whitespace().rev().take(NEAR).map(bare);
    let mut after = after.split_whitespace().take(NEAR).map(bare);
    !before.any(|word| wrong(&word)) && !after.any(|word| wrong(&word) || short(&word))
}

fn bare(word: &str) -> String {
    word.trim_matches(|letter: char| !letter.is_alphabetic()).to_lowercase()
}

/// The gender of a short participle or adjective: «выделена», «видно», «закрыт»; `None` for other words and plurals.
fn short_gender(word: &str) -> Option<Group> {
    const ENDS: &[(&[&str], Group)] = &[
        (
            &["ена", "ёна", "ана", "яна", "ыта", "ита", "ята", "ута", "дна", "жна", "пна", "вна", "това"],
            Group::Feminine,
        ),
        (&["ено", "ано", "яно", "ыто", "ито", "ято", "уто", "дно", "жно", "пно", "вно", "тово"], Group::Neuter),
        (&["ен", "ён", "ан", "ян", "ыт", "ит", "ят", "ут", "тов"], Group::Masculine),
    ];
    let long = word.chars().count() > 4;
    // «говорит» and «идут» are verbs, and so are most words in -ит, -ят and -ут.
    let verb = ["ит", "ят", "ут"].iter().any(|end| word.ends_with(end)) && !word.starts_with("при");
    let (_, group) = ENDS.iter().find(|(ends, _)| ends.iter().any(|end| word.ends_with(end)))?;
    (long && !verb).then_some(*group)
}

/// Words after which a clause begins.
const CONJUNCTIONS: &[&str] =
    &["если", "когда", "пока", "что", "чтобы", "но", "а", "где", "хотя", "как", "ли", "поскольку", "так"];

/// Verbs without a subject, whose object may come first: «Посылку приходится ждать».
const WITHOUT_SUBJECT: &[&str] = &["приходится", "удается", "удаётся", "придется", "придётся", "удастся", "хочется"];

/// Whether the noun at the start of a clause is its subject: a short participle or a reflexive verb follows, which has no
/// object in the accusative.
fn is_subject(before: Option<&str>, after: &str) -> bool {
    let starts = before.is_none_or(|word| CONJUNCTIONS.contains(&word));
    let clause = after.split([',', ';', ':', '.', '!', '?', '(', '—', '–']).next().unwrap_or_default();
    let mut words = clause.split_whitespace().map(bare);
    let being = |word: &String| {
        matches!(word.as_str(), "не" | "еще" | "ещё" | "уже" | "будет" | "был" | "была" | "было" | "быть" | "может")
    };
    let Some(predicate) = words.find(|word| !being(word)) else { return false };
    let reflexive = ["ется", "ётся", "ится", "лся", "лась", "лось"].iter().any(|end| predicate.ends_with(end));
    let participle = ["ен", "ена", "ено", "ана", "ано", "ёна"].iter().any(|end| predicate.ends_with(end));
    let infinitive = words.next().is_some_and(|word| word.ends_with("ть") || word.ends_with("ти"));
    starts && !infinitive && !WITHOUT_SUBJECT.contains(&predicate.as_str()) && (reflexive || participle)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn adjectives_and_prepositions() {
        let feminine = Slots::group(Group::Feminine);
        assert!(agreement("новой").is_some_and(|slots| !slots.shared(feminine).is_empty()));
        assert!(agreement("нового").is_some_and(|slots| slots.shared(feminine).is_empty()));
        assert_eq!(agreement("город"), None);
        assert_eq!(cases_after("город"), None);
        assert!(cases_after("без").is_some());
    }
}
