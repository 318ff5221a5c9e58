//! What may be wrong with a glossary file.

use std::fmt;

/// Something wrong with a glossary file, with its place.
#[derive(Clone, Debug, PartialEq)]
pub struct Fault {
    /// The file's name, as it was given to the reader.
    pub file: String,
    /// 1-based.
    pub line: usize,
    /// What is wrong.
    pub kind: FaultKind,
}

/// Whether the glossary may be used all the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Gravity {
    /// It may be used.
    Warning,
    /// It may not be used.
    Error,
}

/// What is wrong, and with what.
#[derive(Clone, Debug, PartialEq)]
pub enum FaultKind {
    /// No TOML; in the words of the parser.
    Syntax {
        /// In English.
        message: String,
    },
    /// A key that means nothing here.
    UnknownKey {
        /// As it is written.
        key: String,
        /// A known key that is spelled almost so.
        nearest: Option<String>,
    },
    /// A key whose value is of another type than wanted.
    WrongType {
        /// The key of the value.
        key: String,
        /// What it must be.
        wanted: Wanted,
    },
    /// A value that is none of those allowed.
    UnknownValue {
        /// The key of the value.
        key: String,
        /// As it is written.
        value: String,
        /// An allowed value that is spelled almost so.
        nearest: Option<String>,
        /// All values that the key may have.
        allowed: Vec<&'static str>,
    },
    /// A concept without an `id`, or with an empty one.
    NoId,
    /// A concept without terms.
    NoTerms {
        /// The concept's id.
        concept: String,
    },
    /// A concept without terms in a language that the project needs.
    NoLanguage {
        /// The concept's id.
        concept: String,
        /// Its primary subtag.
        language: String,
    },
    /// A language with nothing but deprecated terms.
    NoPreferred {
        /// The concept's id.
        concept: String,
        /// Its primary subtag.
        language: String,
    },
    /// Two tables of one concept are the same language: `en` and `en-GB`.
    LanguageTwice {
        /// The concept's id.
        concept: String,
        /// The key of the second table.
        language: String,
    },
    /// Two concepts have one id.
    ConceptTwice {
        /// The id of both.
        concept: String,
        /// The file of the first one.
        other_file: String,
        /// The 1-based line of the first one.
        other_line: usize,
    },
    /// Two concepts prefer one term.
    TermTwice {
        /// As it is written.
        term: String,
        /// Its primary subtag.
        language: String,
        /// The id of the first concept.
        other: String,
        /// The file of the first concept.
        other_file: String,
        /// The 1-based line of its term.
        other_line: usize,
    },
    /// Two concepts share a term, one of them only admits it.
    TermShared {
        /// As it is written.
        term: String,
        /// Its primary subtag.
        language: String,
        /// The id of the first concept.
        other: String,
        /// The file of the first concept.
        other_file: String,
        /// The 1-based line of its term.
        other_line: usize,
    },
    /// One concept has a term twice.
    TermRepeated {
        /// As it is written.
        term: String,
        /// The 1-based line of the first one.
        other_line: usize,
    },
    /// A term without words.
    EmptyTerm {
        /// The key it is given under.
        key: String,
    },
    /// A term without a letter or a digit.
    OnlyPunctuation {
        /// As it is written.
        term: String,
    },
    /// A term of more letters than any term has.
    TooLong {
        /// How many it has, in Unicode scalar values.
        letters: usize,
        /// The most that are read.
        limit: usize,
    },
    /// A term in letters that its language is not written in, or in two scripts within one word.
    WrongScript {
        /// As it is written.
        term: String,
        /// Its primary subtag.
        language: String,
    },
}

impl Fault {
    /// Whether the glossary may be used with this fault in it.
    pub fn gravity(&self) -> Gravity {
        match self.kind {
            FaultKind::NoTerms { .. }
            | FaultKind::NoLanguage { .. }
            | FaultKind::NoPreferred { .. }
            | FaultKind::TermShared { .. }
            | FaultKind::TermRepeated { .. }
            | FaultKind::WrongScript { .. } => Gravity::Warning,
            _ => Gravity::Error,
        }
    }
}

/// What the value of a key must be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// Text in quotes.
    String,
    /// An array of such texts.
    Strings,
    /// `true` or `false`.
    Boolean,
    /// A table.
    Table,
    /// An array of tables.
    Tables,
    /// One term: a string, or a table with `term`.
    Term,
    /// One term or an array of them.
    Terms,
}

impl Wanted {
    fn name(self) -> &'static str {
        match self {
            Wanted::String => "string",
            Wanted::Strings => "strings",
            Wanted::Boolean => "boolean",
            Wanted::Table => "table",
            Wanted::Tables => "tables",
            Wanted::Term => "term",
            Wanted::Terms => "terms",
        }
    }
}

impl FaultKind {
    /// The phrase that words it.
    pub fn id(&self) -> &'static str {
        match self {
            FaultKind::Syntax { .. } => "glossary-syntax",
            FaultKind::UnknownKey { .. } => "glossary-unknown-key",
            FaultKind::WrongType { .. } => "glossary-wrong-type",
            FaultKind::UnknownValue { .. } => "glossary-unknown-value",
            FaultKind::NoId => "glossary-no-id",
            FaultKind::NoTerms { .. } => "glossary-no-terms",
            FaultKind::NoLanguage { .. } => "glossary-no-language",
            FaultKind::NoPreferred { .. } => "glossary-no-preferred",
            FaultKind::LanguageTwice { .. } => "glossary-language-twice",
            FaultKind::ConceptTwice { .. } => "glossary-concept-twice",
            FaultKind::TermTwice { .. } => "glossary-term-twice",
            FaultKind::TermShared { .. } => "glossary-term-shared",
            FaultKind::TermRepeated { .. } => "glossary-term-repeated",
            FaultKind::EmptyTerm { .. } => "glossary-empty-term",
            FaultKind::OnlyPunctuation { .. } => "glossary-only-punctuation",
            FaultKind::TooLong { .. } => "glossary-too-long",
            FaultKind::WrongScript { .. } => "glossary-wrong-script",
        }
    }

    /// What the phrase is made of, by name.
    pub fn facts(&self) -> Vec<(&'static str, String)> {
        match self {
            FaultKind::Syntax { message } => vec![("toml", message.clone())],
            FaultKind::UnknownKey { key, nearest } => {
                vec![("key", key.clone()), ("nearest", nearest.clone().unwrap_or_default())]
            }
            FaultKind::WrongType { key, wanted } => vec![("key", key.clone()), ("wanted", wanted.name().to_owned())],
            FaultKind::UnknownValue { key, value, nearest, allowed } => vec![
                ("key", key.clone()),
                ("value", value.clone()),
                ("nearest", nearest.clone().unwrap_or_default()),
                ("allowed", allowed.join(", ")),
            ],
            FaultKind::NoId => Vec::new(),
            FaultKind::NoTerms { concept } => vec![("concept", concept.clone())],
            FaultKind::NoLanguage { concept, language }
            | FaultKind::NoPreferred { concept, language }
            | FaultKind::LanguageTwice { concept, language } => {
                vec![("concept", concept.clone()), ("language", language.clone())]
            }
            FaultKind::ConceptTwice { concept, other_file, other_line } => {
                vec![("concept", concept.clone()), ("place", format!("{other_file}:{other_line}"))]
            }
            FaultKind::TermTwice { term, language, other, other_file, other_line }
            | FaultKind::TermShared { term, language, other, other_file, other_line } => vec![
                ("term", term.clone()),
                ("language", language.clone()),
                ("other", other.clone()),
                ("place", format!("{other_file}:{other_line}")),
            ],
            FaultKind::TermRepeated { term, other_line } => {
                vec![("term", term.clone()), ("line", other_line.to_string())]
            }
            FaultKind::EmptyTerm { key } => vec![("key", key.clone())],
            FaultKind::OnlyPunctuation { term } => vec![("term", term.clone())],
            FaultKind::TooLong { letters, limit } => {
                vec![("letters", letters.to_string()), ("limit", limit.to_string())]
            }
            FaultKind::WrongScript { term, language } => {
                vec![("term", term.clone()), ("language", language.clone())]
            }
        }
    }
}

impl fmt::Display for FaultKind {
    /// The phrase's name and facts, for logs and tests; people read what `ui` makes of them.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.id())?;
        self.facts().iter().try_for_each(|(name, value)| write!(f, " {name}={value:?}"))
    }
}
