//! A language by its BCP 47 tag.

use std::fmt;
use std::str::FromStr;

use unic_langid::LanguageIdentifier;

/// A language, by its BCP 47 tag.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Language(LanguageIdentifier);

impl Language {
    /// The primary subtag: `"ru"` of `ru-RU`.
    pub fn code(&self) -> &str {
        self.0.language.as_str()
    }

    /// The tag in its parts.
    pub fn identifier(&self) -> &LanguageIdentifier {
        &self.0
    }

    /// Whether the two share their primary subtag.
    pub fn same_tongue(&self, other: &Language) -> bool {
        self.0.language == other.0.language
    }
}

impl FromStr for Language {
    type Err = unic_langid::LanguageIdentifierError;

    fn from_str(tag: &str) -> Result<Language, Self::Err> {
        tag.parse().map(Language)
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}
