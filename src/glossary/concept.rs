//! Concepts and terms, as the files under `glossary/` hold them.

use std::ops::Deref;
use std::sync::Arc;

use super::by_language::ByLanguage;
use crate::lang::Language;
use crate::lang::inflect::{Forms, Inflect, forms};

/// All concepts of a project, of all its glossary files.
#[derive(Clone, Debug, Default)]
pub struct Glossary {
    /// In the order of the files, in file order.
    pub concepts: Concepts,
}

/// Concepts, shared by what looks them up.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Concepts(Arc<Vec<Concept>>);

impl Concepts {
    /// The concepts themselves, copied where somebody shares them.
    pub fn into_vec(self) -> Vec<Concept> {
        Arc::unwrap_or_clone(self.0)
    }
}

impl From<Vec<Concept>> for Concepts {
    fn from(concepts: Vec<Concept>) -> Concepts {
        Concepts(Arc::new(concepts))
    }
}

impl Deref for Concepts {
    type Target = Vec<Concept>;

    fn deref(&self) -> &Vec<Concept> {
        &self.0
    }
}

impl<'c> IntoIterator for &'c Concepts {
    type Item = &'c Concept;
    type IntoIter = std::slice::Iter<'c, Concept>;

    fn into_iter(self) -> std::slice::Iter<'c, Concept> {
        self.0.iter()
    }
}

/// One concept: what its terms in all languages mean.
#[derive(Clone, Debug, PartialEq)]
pub struct Concept {
    /// Unique in the project.
    pub id: String,
    /// What the concept means, for translators.
    pub definition: Option<String>,
    /// TBX's subject field.
    pub domain: Option<String>,
    /// For translators.
    pub note: Option<String>,
    /// `false` for a name that stays as it is in every language.
    pub translate: bool,
    /// Glob patterns of documents the concept is limited to; empty for all.
    pub scope: Vec<String>,
    /// How loud findings about it are, where its entry says so.
    pub severity: Option<Loudness>,
    /// By primary language subtag (`ru`, `en`).
    pub terms: ByLanguage<Terms>,
    /// The glossary file it is in, as named by the reader, and its 1-based line.
    pub file: String,
    /// 1-based.
    pub line: usize,
}

impl Default for Concept {
    /// A concept without a name or a term, which is translated.
    fn default() -> Concept {
        Concept {
            id: String::new(),
            definition: None,
            domain: None,
            note: None,
            translate: true,
            scope: Vec::new(),
            severity: None,
            terms: ByLanguage::default(),
            file: String::new(),
            line: 1,
        }
    }
}

/// A concept's terms in one language; the first is the preferred one.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Terms {
    /// In file order, the preferred one first.
    pub terms: Vec<Term>,
    /// Asked for once per document, at the first use.
    pub first_mention: Option<String>,
    /// For translators into this language.
    pub note: Option<String>,
    /// How letter case counts, for all of the terms.
    pub case: Case,
}

/// A term: its words, and what the tables do not know of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Term {
    /// Its base form, as it is written in the file.
    pub text: String,
    /// Whether it is the one to use.
    pub status: Status,
    /// 1-based line in the concept's file.
    pub line: usize,
    /// How its forms are made.
    pub inflect: Inflect,
    /// Forms beside the generated ones.
    pub forms: Vec<String>,
    /// Generated forms that are none of this term.
    pub not_forms: Vec<String>,
    /// In which numbers it is used.
    pub number: Number,
    /// Whether words made from an abbreviation («КНБшник») are the term as well.
    pub derived: bool,
    /// Where the entry says it.
    pub pos: Option<PartOfSpeech>,
    /// For translators.
    pub note: Option<String>,
    /// Its own, where it differs from that of its language.
    pub case: Option<Case>,
}

impl Default for Term {
    /// A preferred term without words, inflected by its letters.
    fn default() -> Term {
        Term {
            text: String::new(),
            status: Status::Preferred,
            line: 1,
            inflect: Inflect::Auto,
            forms: Vec::new(),
            not_forms: Vec::new(),
            number: Number::Both,
            derived: true,
            pos: None,
            note: None,
            case: None,
        }
    }
}

impl Term {
    /// The term with its generated forms, as its entry asks.
    pub fn inflected(&self, language: &Language) -> Forms {
        let mut forms = forms(&self.text, language, self.way());
        if self.number == Number::PluralOnly {
            forms.leave_plural();
        }
        forms
    }

    /// How its entry says that it is inflected.
    pub(super) fn way(&self) -> Inflect {
        match (self.inflect, self.pos) {
            (Inflect::Auto, Some(pos)) => pos.inflect(),
            (inflect, _) => inflect,
        }
    }
}

/// In which numbers a term occurs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Number {
    /// Singular and plural.
    #[default]
    Both,
    /// `plural = "only"`: «часы» is no «час».
    PluralOnly,
}

/// What a term is, where its entry says so; TBX-Basic's part of speech.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PartOfSpeech {
    /// `noun`
    Noun,
    /// `verb`
    Verb,
    /// `adjective`
    Adjective,
}

impl PartOfSpeech {
    /// All parts of speech that an entry may name.
    pub const ALL: [PartOfSpeech; 3] = [PartOfSpeech::Noun, PartOfSpeech::Verb, PartOfSpeech::Adjective];

    /// The word for it in glossary files.
    pub fn name(self) -> &'static str {
        match self {
            PartOfSpeech::Noun => "noun",
            PartOfSpeech::Verb => "verb",
            PartOfSpeech::Adjective => "adjective",
        }
    }

    fn inflect(self) -> Inflect {
        match self {
            PartOfSpeech::Noun => Inflect::Noun,
            PartOfSpeech::Verb => Inflect::Verb,
            PartOfSpeech::Adjective => Inflect::Adjective,
        }
    }
}

/// How loud findings about a concept are: the rules' own severities.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Loudness {
    /// Nothing about it is reported.
    Off,
    /// `info`
    Info,
    /// `warning`
    Warning,
    /// `error`
    Error,
}

impl Loudness {
    /// All of them, the quietest first.
    pub const ALL: [Loudness; 4] = [Loudness::Off, Loudness::Info, Loudness::Warning, Loudness::Error];

    /// The word for it in glossary files.
    pub fn name(self) -> &'static str {
        match self {
            Loudness::Off => "off",
            Loudness::Info => "info",
            Loudness::Warning => "warning",
            Loudness::Error => "error",
        }
    }
}

/// TBX-Basic's administrative status.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    /// The term to use.
    Preferred,
    /// A term that may be used.
    Admitted,
    /// A term that must not be used.
    Deprecated,
}

impl Status {
    /// The key of glossary files.
    pub fn name(self) -> &'static str {
        match self {
            Status::Preferred => "preferred",
            Status::Admitted => "admitted",
            Status::Deprecated => "deprecated",
        }
    }
}

/// How a term's letter case counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Case {
    /// Capitals and small letters are the same.
    #[default]
    Any,
    /// As written, but for a capital at the start of a sentence.
    Exact,
    /// The first letter as written.
    Initial,
}

impl Case {
    /// In the order in which they are documented.
    pub const ALL: [Case; 3] = [Case::Any, Case::Exact, Case::Initial];

    /// The word for it in glossary files.
    pub fn name(self) -> &'static str {
        match self {
            Case::Any => "any",
            Case::Exact => "exact",
            Case::Initial => "initial",
        }
    }
}

impl Concept {
    /// Its terms in a language. A name that stays as it is (`translate = false`) has the terms of whatever language it is
    /// given in.
    pub fn terms_in(&self, language: &Language) -> Option<&Terms> {
        let own = self.terms.get(language.code());
        own.or_else(|| self.terms.values().next().filter(|_| !self.translate))
    }
}

impl Terms {
    /// The preferred term, else the first admitted one.
    pub fn preferred(&self) -> Option<&Term> {
        self.terms.iter().find(|term| term.status != Status::Deprecated)
    }

    /// How letter case counts for the term at this place.
    pub fn case_of(&self, term: usize) -> Case {
        self.terms.get(term).and_then(|term| term.case).unwrap_or(self.case)
    }
}
