//! What is wrong with the files of a glossary.

use crate::glossary::edit::Refusal;
use crate::glossary::{Fault, FaultKind, Wanted};
use crate::i18n::{GlossaryWrongTypeWanted, Problem};
use crate::workspace::{AddRefusal, DraftError};

use super::Error;
use crate::cli::terminal::Terminal;

/// Something wrong with a glossary file.
pub(in crate::cli) fn glossary(fault: &Fault) -> Error {
    Error::new(glossary_problem(&fault.kind)).at(fault.file.clone(), Some(fault.line))
}

fn glossary_problem(kind: &FaultKind) -> Problem {
    match kind {
        FaultKind::Syntax { message } => Problem::GlossarySyntax { toml: message.clone().into() },
        FaultKind::UnknownKey { key, nearest } => {
            Problem::GlossaryUnknownKey { key: key.clone().into(), nearest: nearest.clone() }
        }
        FaultKind::WrongType { key, wanted } => {
            Problem::GlossaryWrongType { key: key.clone().into(), wanted: wanted_type(*wanted) }
        }
        FaultKind::UnknownValue { key, value, nearest, allowed } => Problem::GlossaryUnknownValue {
            value: value.clone().into(),
            key: key.clone().into(),
            nearest: nearest.clone(),
            allowed: allowed.join(", ").into(),
        },
        FaultKind::NoId => Problem::GlossaryNoId,
        FaultKind::NoTerms { concept } => Problem::GlossaryNoTerms { concept: concept.clone().into() },
        FaultKind::NoLanguage { concept, language } => {
            Problem::GlossaryNoLanguage { concept: concept.clone().into(), language: language.clone().into() }
        }
        FaultKind::NoPreferred { concept, language } => {
            Problem::GlossaryNoPreferred { concept: concept.clone().into(), language: language.clone().into() }
        }
        FaultKind::LanguageTwice { concept, language } => {
            Problem::GlossaryLanguageTwice { concept: concept.clone().into(), language: language.clone().into() }
        }
        FaultKind::ConceptTwice { concept, other_file, other_line } => Problem::GlossaryConceptTwice {
            concept: concept.clone().into(),
            place: format!("{other_file}:{other_line}").into(),
        },
        FaultKind::TermTwice { term, language, other, other_file, other_line } => Problem::GlossaryTermTwice {
            term: term.clone().into(),
            language: language.clone().into(),
            other: other.clone().into(),
            place: format!("{other_file}:{other_line}").into(),
        },
        FaultKind::TermShared { term, language, other, other_file, other_line } => Problem::GlossaryTermShared {
            term: term.clone().into(),
            language: language.clone().into(),
            other: other.clone().into(),
            place: format!("{other_file}:{other_line}").into(),
        },
        // A line is no quantity: its digits are not grouped.
        FaultKind::TermRepeated { term, other_line } => {
            Problem::GlossaryTermRepeated { term: term.clone().into(), line: other_line.to_string().into() }
        }
        FaultKind::EmptyTerm { key } => Problem::GlossaryEmptyTerm { key: key.clone().into() },
        FaultKind::OnlyPunctuation { term } => Problem::GlossaryOnlyPunctuation { term: term.clone().into() },
        FaultKind::TooLong { letters, limit } => {
            Problem::GlossaryTooLong { letters: letters.to_string().into(), limit: limit.to_string().into() }
        }
        FaultKind::WrongScript { term, language } => {
            Problem::GlossaryWrongScript { term: term.clone().into(), language: language.clone().into() }
        }
    }
}

/// Why terms could not be added to a concept.
pub(in crate::cli) fn add_refusal(concept: &str, refusal: AddRefusal) -> Error {
    let concept = concept.to_owned();
    match refusal {
        AddRefusal::NotAGlossaryFile { path } => Error::new(Problem::NotAGlossaryFile).at(path, None),
        AddRefusal::ConceptElsewhere { file, line } => {
            Error::new(Problem::ConceptElsewhere { concept: concept.into() }).at(file, Some(line))
        }
        AddRefusal::PreferredThere { preferred, term } => Error::new(Problem::PreferredThere {
            concept: concept.into(),
            preferred: preferred.into(),
            language: term.language.into(),
            term: term.text.into(),
        }),
        AddRefusal::File { refusal, term } => {
            let (term, language) = term.map(|term| (term.text, term.language)).unwrap_or_default();
            Error::new(file_refusal(concept, refusal, term, language))
        }
    }
}

/// Why the glossary was not changed, with a note where it could not be read with the change.
pub(in crate::cli) fn draft_error(terminal: &Terminal, error: DraftError) -> Error {
    if matches!(error, DraftError::Unreadable(_)) {
        terminal.note(&terminal.ui.glossary_nothing_added());
    }
    draft_refused(error)
}

/// Why the glossary was not changed.
pub(in crate::cli) fn draft_refused(error: DraftError) -> Error {
    match error {
        DraftError::Workspace(error) | DraftError::Unreadable(error) => error.into(),
        DraftError::NoConcept { concept } => Error::new(Problem::NoSuchConcept { concept: concept.into() }),
        DraftError::NotAGlossaryFile { path } => Error::new(Problem::NotAGlossaryFile).at(path, None),
        DraftError::File { path, refusal } => Error::new(draft_refusal(refusal)).at(path, None),
    }
}

fn draft_refusal(refusal: Refusal) -> Problem {
    match refusal {
        Refusal::NoConcept(concept) | Refusal::ConceptThere(concept) => {
            Problem::NoSuchConcept { concept: concept.into() }
        }
        Refusal::NoTerm(term) => Problem::NoSuchTerm { term: term.into() },
        Refusal::TermThere(term) => Problem::TextThere { text: term.into() },
        other => file_refusal(String::new(), other, String::new(), String::new()),
    }
}

fn file_refusal(concept: String, refusal: Refusal, term: String, language: String) -> Problem {
    let wrong_type =
        |key: String| Problem::GlossaryWrongType { wanted: GlossaryWrongTypeWanted::Form, key: key.into() };
    match refusal {
        Refusal::Syntax(message) => Problem::GlossarySyntax { toml: message.into() },
        Refusal::WrongType(key) => wrong_type(key),
        Refusal::NoConcept(_) => wrong_type("concept".to_owned()),
        Refusal::NoTerm(term) => Problem::NoSuchTerm { term: term.into() },
        Refusal::ConceptThere(_) | Refusal::TermThere(_) => {
            Problem::TermThere { concept: concept.into(), term: term.into(), language: language.into() }
        }
    }
}

fn wanted_type(wanted: Wanted) -> GlossaryWrongTypeWanted {
    match wanted {
        Wanted::String => GlossaryWrongTypeWanted::String,
        Wanted::Strings => GlossaryWrongTypeWanted::Strings,
        Wanted::Boolean => GlossaryWrongTypeWanted::Boolean,
        Wanted::Table | Wanted::Tables | Wanted::Term | Wanted::Terms => GlossaryWrongTypeWanted::Form,
    }
}
