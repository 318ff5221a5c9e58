//! Every form of a word or a term, by small tables and without a dictionary.
//!
//! Forms are generated once for each term and then looked up, never guessed from the text by its stem: a stem takes
//! look-alikes for the term («титул» for «титушка») and misses «акиме». Each form tells the table it came from, so that a
//! person can see why it is there, and correct it with `inflect` and `forms` in the glossary.

mod english;
mod fold;
mod form;
mod german;
mod kazakh;
mod like;
mod phrase;
mod russian;
mod spanish;
mod ukrainian;

use std::fmt;
use std::str::FromStr;

pub use fold::{dress, fold};
pub use form::Form;
pub use like::{article, like};
pub use phrase::{Forms, Way, Word, forms, words};

/// How a term is inflected.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Hash)]
pub enum Inflect {
    /// By its letters.
    #[default]
    Auto,
    Noun,
    Adjective,
    Surname,
    Verb,
    /// Not at all.
    None,
}

impl Inflect {
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

/// Every form of one word in a language, the word as written first, and what it was taken for.
fn word_forms(word: &str, language: &str, inflect: Inflect) -> (Inflect, Vec<Form>) {
    match language {
        "ru" => russian::forms(word, inflect),
        "uk" => ukrainian::forms(word, inflect),
        "en" => english::forms(word, inflect),
        "de" => german::forms(word, inflect),
        "es" => spanish::forms(word, inflect),
        "kk" => kazakh::forms(word, inflect),
        _ => (Inflect::None, vec![Form { text: word.to_owned(), table: form::AS_WRITTEN, slots: form::Slots::NONE }]),
    }
}
