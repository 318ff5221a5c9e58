//! What may be written behind an abbreviation to make another word of it: «КНБшник», «НАТОвский», «ЕСом».

use crate::lang::{Endings, Profile};

/// Beginnings of the suffixes of people and adjectives.
const SUFFIXES: &[&str] =
    &["шни", "шн", "овец", "овц", "евец", "евц", "вец", "вц", "овск", "евск", "вск", "ист", "овка", "овк"];

/// Endings of nouns.
const ENDINGS: &[&str] = &["а", "у", "ом", "ем", "е", "ы", "и", "ов", "ам", "ами", "ах", "і", "ів", "ові"];

/// Whether small letters behind an abbreviation of a language make a word of it; `language` is a primary subtag.
pub fn is_suffix_of_abbreviation(suffix: &str, language: &str) -> bool {
    let slavic = Profile::known(language).is_some_and(|profile| profile.endings == Endings::EastSlavic);
    slavic && (ENDINGS.contains(&suffix) || SUFFIXES.iter().any(|start| suffix.starts_with(start)))
}
