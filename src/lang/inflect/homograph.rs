//! Names that are spelled like a form of a common word.

use crate::lang::{Endings, Language, Profile};

/// Endings of surnames that are endings of the genitive plural too: «Седых волос», «много жуков».
const GENITIVE_PLURAL: &[&str] = &["ых", "их", "ов", "ев", "ёв"];

/// Whether a name, as written, may be a common word in one of its forms: «Седых», «Жуков».
pub fn may_be_common_word(name: &str, language: &Language) -> bool {
    Profile::of(language).endings == Endings::EastSlavic
        && name.chars().count() > 3
        && GENITIVE_PLURAL.iter().any(|ending| name.ends_with(ending))
}
