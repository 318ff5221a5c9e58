//! Whether a term is written in its language's script.

use crate::lang::{Profile, Script};

/// Whether the term is in the script of its language. A Latin name or abbreviation («Google», «IT») may be in a Cyrillic
/// language; one word in two scripts («акимaт» with a Latin a) fits nowhere.
pub(super) fn fits(term: &str, language: &str) -> bool {
    let mixed = term
        .split(|letter: char| !letter.is_alphabetic())
        .any(|word| word.chars().any(is_cyrillic) && word.chars().any(is_latin));
    // Kazakh is written in both; of a language without a row nothing is known.
    let wrong = match Profile::known(language).map_or(&[][..], |profile| profile.scripts) {
        [Script::Cyrillic] => !term.chars().any(is_cyrillic) && term.chars().next().is_some_and(is_small_latin),
        [Script::Latin] => term.chars().any(is_cyrillic),
        _ => false,
    };
    !mixed && !wrong
}

fn is_cyrillic(letter: char) -> bool {
    ('\u{400}'..='\u{52f}').contains(&letter)
}

fn is_latin(letter: char) -> bool {
    letter.is_alphabetic() && letter < '\u{250}'
}

fn is_small_latin(letter: char) -> bool {
    is_latin(letter) && letter.is_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn look_alike_letters_and_foreign_scripts() {
        assert!(fits("акимат", "ru") && fits("IT-компания", "ru") && fits("Google", "ru"));
        assert!(!fits("акимaт", "ru"), "a Latin a");
        assert!(!fits("akimat", "ru") && !fits("акимат", "en"));
        assert!(fits("市役所", "ja") && fits("ákimat", "es"));
    }
}
