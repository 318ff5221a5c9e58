//! What a term is taken for.

use std::fmt;
use std::str::FromStr;

/// How a term is inflected.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Hash)]
pub enum Inflect {
    /// By its letters.
    #[default]
    Auto,
    /// As a noun.
    Noun,
    /// As an adjective.
    Adjective,
    /// As a surname, which some languages inflect in its own way.
    Surname,
    /// As a verb.
    Verb,
    /// Not at all.
    None,
}

impl Inflect {
    /// In the order in which they are documented.
    pub const ALL: [Inflect; 6] =
        [Inflect::Auto, Inflect::Noun, Inflect::Adjective, Inflect::Surname, Inflect::Verb, Inflect::None];

    /// The word for it in glossary files.
    pub fn name(self) -> &'static str {
        match self {
            Inflect::Auto => "auto",
            Inflect::Noun => "noun",
            Inflect::Adjective => "adjective",
            Inflect::Surname => "surname",
            Inflect::Verb => "verb",
            Inflect::None => "none",
        }
    }
}

impl fmt::Display for Inflect {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl FromStr for Inflect {
    /// The text that names no way to inflect.
    type Err = String;

    fn from_str(text: &str) -> Result<Inflect, String> {
        Inflect::ALL.into_iter().find(|inflect| inflect.name() == text).ok_or_else(|| text.to_owned())
    }
}
