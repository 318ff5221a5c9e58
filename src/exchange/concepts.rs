//! Concepts of a glossary as entries of a term base, and entries as concepts.

use super::properties;
use super::tbx::{ExchangedTerm, TermEntry, TermStatus};
use crate::glossary::{Concept, Glossary, Status, Term, Terms};

/// The concepts of a glossary as entries of a term base.
pub fn term_entries(glossary: &Glossary) -> Vec<TermEntry> {
    glossary.concepts.iter().map(entry).collect()
}

fn entry(concept: &Concept) -> TermEntry {
    let status = |status| match status {
        Status::Preferred => TermStatus::Preferred,
        Status::Admitted => TermStatus::Admitted,
        Status::Deprecated => TermStatus::Deprecated,
    };
    let of_language = |(language, terms): (&String, &Terms)| {
        let exchanged = terms.terms.iter().enumerate().map(|(at, term)| ExchangedTerm {
            language: language.clone(),
            text: term.text.clone(),
            status: Some(status(term.status)),
            // A language's note goes with its first term.
            note: term.note.clone().or(terms.note.clone().filter(|_| at == 0)).unwrap_or_default(),
            properties: properties::of_term(terms, at),
        });
        exchanged.collect::<Vec<_>>()
    };
    TermEntry {
        id: concept.id.clone(),
        definition: concept.definition.clone().unwrap_or_default(),
        domain: concept.domain.clone().unwrap_or_default(),
        note: concept.note.clone().unwrap_or_default(),
        terms: concept.terms.iter().flat_map(of_language).collect(),
        properties: properties::of_concept(concept),
    }
}

/// How many concepts have properties that only tolmach's own tables hold: inflected forms, a first mention, a scope, and
/// that they are not translated.
pub fn concepts_with_own_properties(glossary: &Glossary) -> usize {
    let own =
        |entry: &TermEntry| !entry.properties.is_empty() || entry.terms.iter().any(|term| !term.properties.is_empty());
    glossary.concepts.iter().map(entry).filter(own).count()
}

/// The concept of an entry; without a file, and without an id where the entry has none.
pub fn concept_of(entry: &TermEntry) -> Concept {
    let some = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
    let mut concept = Concept {
        id: entry.id.clone(),
        definition: some(&entry.definition),
        domain: some(&entry.domain),
        note: some(&entry.note),
        ..Concept::default()
    };
    properties::set_concept(&mut concept, &entry.properties);
    let mut languages: Vec<String> = Vec::new();
    for term in &entry.terms {
        let code = code(&term.language);
        if !code.is_empty() && !languages.contains(&code) {
            languages.push(code);
        }
    }
    for language in languages {
        let terms: Vec<&ExchangedTerm> = entry.terms.iter().filter(|term| code(&term.language) == language).collect();
        concept.terms.insert(language, terms_of(&terms));
    }
    concept
}

fn terms_of(terms: &[&ExchangedTerm]) -> Terms {
    let preferred = terms
        .iter()
        .position(|term| term.status == Some(TermStatus::Preferred))
        .or_else(|| terms.iter().position(|term| term.status.is_none()))
        .or_else(|| terms.iter().position(|term| term.status == Some(TermStatus::Admitted)));
    let mut found = Terms::default();
    for (at, exchanged) in terms.iter().enumerate() {
        let status = match exchanged.status {
            _ if Some(at) == preferred => Status::Preferred,
            Some(TermStatus::Deprecated) => Status::Deprecated,
            _ => Status::Admitted,
        };
        let mut term = Term { text: exchanged.text.trim().to_owned(), status, ..Term::default() };
        properties::set_term(&mut term, &mut found, &exchanged.properties);
        if !exchanged.note.is_empty() {
            let note = found.note.get_or_insert_default();
            if !note.is_empty() {
                note.push_str("; ");
            }
            note.push_str(&exchanged.note);
        }
        found.terms.push(term);
    }
    found.terms.sort_by_key(|term| term.status);
    found
}

/// The primary subtag, as glossary files name languages.
fn code(tag: &str) -> String {
    tag.split(['-', '_']).next().unwrap_or_default().to_lowercase()
}
