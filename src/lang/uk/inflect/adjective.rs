//! Ukrainian adjectives, also those that are surnames and places: «Кобилянська», «Дебальцеве».

use super::table::{is_vowel, last, plain_row, without_last};
use crate::lang::inflect::form::{Collector, Group, Slots};
use crate::lang::words::WordList;

static SHORT: WordList = WordList::new(include_str!("../words/short.txt"));

// The last forms of a cell are those of songs: «новая», «живії».
const HARD: [(Group, &str); 4] = [
    (Group::Masculine, "ий ого ому = им ому/ім"),
    (Group::Feminine, "а/ая ої ій у/ую ою ій"),
    (Group::Neuter, "е/еє ого ому е/еє им ому/ім"),
    (Group::Plural, "і/ії их им = ими их"),
];
const SOFT: [(Group, &str); 4] = [
    (Group::Masculine, "ій ього ьому = ім ьому/ім"),
    (Group::Feminine, "я/яя ьої ій ю/юю ьою ій"),
    (Group::Neuter, "є/єє ього ьому є/єє ім ьому/ім"),
    (Group::Plural, "і/ії іх ім = іми іх"),
];
const AFTER_VOWEL: [(Group, &str); 4] = [
    (Group::Masculine, "їй його йому = їм йому/їм"),
    (Group::Feminine, "я йої їй ю йою їй"),
    (Group::Neuter, "є його йому є їм йому/їм"),
    (Group::Plural, "ї їх їм = їми їх"),
];
const OWN: [(Group, &str); 4] = [
    (Group::Masculine, ". ого ому = им ому/ім"),
    (Group::Feminine, "а ої ій у ою ій"),
    (Group::Neuter, "е ого ому е им ому/ім"),
    (Group::Plural, "і их им = ими их"),
];

/// Adjectives of a person's own, which end as nouns do.
const OWN_ADJECTIVES: &[&str] = &["мамин", "бабусин", "сестрин", "тітчин", "дідів", "татів", "батьків", "чортів"];

/// Whether the masculine nominative of an adjective ends so: «новий», «літній», but «геній», «сценарій».
pub(super) fn is_masculine(word: &str, capital: bool) -> bool {
    if word.ends_with("ий") || word.ends_with("їй") || word == "третій" || word == "синій" {
        return word.chars().count() > 3;
    }
    let Some(head) = word.strip_suffix("ній") else { return false };
    !capital && !is_vowel(last(head)) && word != "магній" && !head.is_empty()
}

/// Adds every form of an adjective given in any nominative.
pub(super) fn decline(word: &str, out: &mut Collector) {
    if let Some(stem) = word.strip_suffix("їй") {
        return rows("adjective-soft", &AFTER_VOWEL, stem, out);
    }
    if let Some(stem) = word.strip_suffix("ій") {
        return rows("adjective-soft", &SOFT, stem, out);
    }
    let Some(stem) = ["ий", "а", "е", "і"].iter().find_map(|end| word.strip_suffix(end)) else { return };
    rows("adjective-hard", &HARD, stem, out);
    if let Some(short) = SHORT.value(word) {
        out.add(short.to_owned(), "adjective-short", Slots::NONE);
    }
}

/// Adds the forms of an adjective of a person's own; says whether it is one.
pub(super) fn own(word: &str, out: &mut Collector) -> bool {
    if !OWN_ADJECTIVES.contains(&word) {
        return false;
    }
    out.add(word.to_owned(), "adjective-own", Slots::NONE);
    let stem = word.strip_suffix("ів").map_or_else(|| word.to_owned(), |head| format!("{head}ов"));
    rows("adjective-own", &OWN, &stem, out);
    true
}

/// A name that is an adjective in the feminine or neuter: «Кобилянська», «Осадча», «Дебальцеве»; or in -ой: «Толстой».
pub(super) fn decline_name(word: &str, out: &mut Collector) -> bool {
    let stem = without_last(word);
    if let Some(stem) = word.strip_suffix("ой") {
        plain_row("adjective-hard", Group::Masculine, HARD[0].1, stem, out);
        return true;
    }
    let consonants = |stem: &str| stem.ends_with('н') && !is_vowel(last(without_last(stem)));
    let ends = |ends: &[&str]| ends.iter().any(|end| word.ends_with(end));
    if ends(&["ська", "цька", "зька", "ова", "ева", "єва", "іна", "їна", "ча"]) || (ends(&["на"]) && consonants(stem))
    {
        plain_row("adjective-hard", Group::Feminine, "а ої ій у ою ій", stem, out);
        plain_row("adjective-hard", Group::Plural, "і их им = ими их", stem, out);
        return true;
    }
    if ends(&["ське", "цьке", "зьке", "ве", "не"]) {
        plain_row("adjective-hard", Group::Neuter, "е ого ому е им ому/ім", stem, out);
        return true;
    }
    false
}

fn rows(name: &'static str, rows: &[(Group, &str); 4], stem: &str, out: &mut Collector) {
    for (group, cells) in rows {
        plain_row(name, *group, cells, stem, out);
    }
}
