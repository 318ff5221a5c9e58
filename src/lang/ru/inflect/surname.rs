//! Russian surnames in -ов, -ев, -ин, -ын, and those of women in -ова, -ева, -ина, -ына.

use super::table::{Stress, row};
use crate::lang::inflect::form::{Collector, Group::*};

const NAME: &str = "surname";

/// Adds the forms of such a surname; says whether it is one. Those in -ский are adjectives, the rest nouns.
///
/// A man's name has the forms of the man and of the family, a woman's those of the woman: «Назарбаев» in a glossary
/// is one person, and «Назарбаевой» another.
pub(super) fn decline(word: &str, out: &mut Collector) -> bool {
    let letters = word.chars().count();
    if letters >= 4 && ["ов", "ев", "ин", "ын"].iter().any(|end| word.ends_with(end)) {
        row(NAME, "- а у = ым е", &[Masculine], word, &[word], Stress::Unknown, out);
        row(NAME, "ы ых ым = ыми ых", &[Plural], word, &[], Stress::Unknown, out);
        return true;
    }
    let woman = ["ова", "ева", "ина", "ына"].iter().any(|end| word.ends_with(end));
    if let Some(stem) = word.strip_suffix('а').filter(|_| letters >= 5 && woman) {
        row(NAME, "а ой ой у ой/ою ой", &[Feminine], stem, &[], Stress::Unknown, out);
        row(NAME, "ы ых ым = ыми ых", &[Plural], stem, &[], Stress::Unknown, out);
        return true;
    }
    false
}
