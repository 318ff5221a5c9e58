//! What may be wrong with a glossary file.

use std::fmt;

/// Something wrong with a glossary file, with its place.
#[derive(Clone, Debug, PartialEq)]
pub struct Fault {
    pub file: String,
    /// 1-based.
    pub line: usize,
    pub kind: FaultKind,
}

/// Whether the glossary may be used all the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Gravity {
    Warning,
    Error,
}

/// What is wrong, and with what.
#[derive(Clone, Debug, PartialEq)]
pub enum FaultKind {
    /// No TOML; in the words of the parser.
    Syntax {
        message: String,
    },
    /// A key that means nothing here.
    UnknownKey {
        key: String,
        nearest: Option<String>,
    },
    /// A key whose value is of another type than wanted: `string`, `strings`, `boolean`, `table`, `tables`, `term`, `terms`.
    WrongType {
        key: String,
        wanted: &'static str,
    },
    /// A value that is none of those allowed.
    UnknownValue {
        key: String,
        value: String,
        nearest: Option<String>,
        allowed: Vec<&'static str>,
    },
    /// A concept without an `id`, or with an empty one.
    NoId,
    /// A concept without terms.
    NoTerms {
        concept: String,
    },
    /// A concept without terms in a language that the project needs.
    NoLanguage {
        concept: String,
        language: String,
    },
    /// A language with nothing but deprecated terms.
    NoPreferred {
        concept: String,
        language: String,
    },
    /// Two tables of one concept are the same language: `en` and `en-GB`.
    LanguageTwice {
        concept: String,
        language: String,
    },
    /// Two concepts have one id.
    ConceptTwice {
        concept: String,
        other_file: String,
        other_line: usize,
    },
    /// Two concepts prefer one term.
    TermTwice {
        term: String,
        language: String,
        other: String,
        other_file: String,
        other_line: usize,
    },
    /// Two concepts share a term, one of them only admits it.
    TermShared {
        term: String,
        language: String,
        other: String,
        other_file: String,
        other_line: usize,
    },
    /// One concept has a term twice.
    TermRepeated {
        term: String,
        other_line: usize,
    },
    EmptyTerm {
        key: String,
    },
    /// A term without a letter or a digit.
    OnlyPunctuation {
        term: String,
    },
    /// A term of more letters than any term has.
    TooLong {
        letters: usize,
        limit: usize,
    },
    /// A term in letters that its language is not written in, or in two scripts within one word.
    WrongScript {
        term: String,
        language: String,
    },
}

impl Fault {
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
            FaultKind::Syntax { message } => vec![("message", message.clone())],
            FaultKind::UnknownKey { key, nearest } => {
                vec![("key", key.clone()), ("nearest", nearest.clone().unwrap_or_default())]
            }
            FaultKind::WrongType { key, wanted } => vec![("key", key.clone()), ("wanted", (*wanted).to_owned())],
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
