//! One row a language. Quotation marks are those of the Unicode CLDR's `delimiters` (version 44), with the secondary
//! marks that good typography of each language also knows; lengths were measured on translations of the same texts.

mod asia;
mod bases;
mod europe;

use self::bases::UNKNOWN;
use super::Language;
use super::profile::Profile;
use super::script::Script;

/// Every language that something is known about.
fn rows() -> impl Iterator<Item = &'static Profile> {
    europe::ROWS.iter().chain(asia::ROWS)
}

impl Profile {
    /// The row of a language; a row without knowledge for a language that has none.
    pub fn of(language: &Language) -> &'static Profile {
        Profile::known(language.code()).unwrap_or(&UNKNOWN)
    }

    /// The row of a primary subtag.
    pub fn known(tag: &str) -> Option<&'static Profile> {
        rows().find(|row| row.tags.contains(&tag))
    }

    /// The row of a language by the name that the detector has for it.
    pub fn detected(code: &str) -> Option<&'static Profile> {
        rows().find(|row| row.detected == code)
    }
}

impl Script {
    /// The script a language is usually written in, or the one its tag names.
    pub fn of_language(language: &Language) -> Script {
        match language.identifier().script.as_ref().map(|script| script.as_str()) {
            Some("Latn") => return Script::Latin,
            Some("Cyrl") => return Script::Cyrillic,
            Some("Arab") => return Script::Arabic,
            _ => {}
        }
        Profile::of(language).script()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_has_one_row_and_its_neighbours_have_one() {
        for row in rows() {
            for tag in row.tags {
                assert_eq!(rows().filter(|other| other.tags.contains(tag)).count(), 1, "{tag}");
            }
            for near in row.near {
                let other = Profile::known(near).unwrap_or_else(|| panic!("{near} has no row"));
                assert!(other.near.contains(&row.tags[0]), "{near} and {}", row.tags[0]);
            }
        }
    }

    #[test]
    fn an_unknown_language_has_a_row_without_knowledge() {
        let esperanto = Profile::of(&"eo".parse().unwrap());
        assert!(esperanto.inflection.is_none() && esperanto.script() == Script::Latin);
        assert!(Profile::known("eo").is_none());
    }
}
