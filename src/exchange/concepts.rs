//! Concepts of a glossary as entries of a term base, and entries as a file of a glossary.

use super::tbx::{ExchangedTerm, TermEntry, TermStatus};
use crate::glossary::{Concept, Glossary, Status, Terms};

/// The concepts of a glossary as entries of a term base.
pub fn term_entries(glossary: &Glossary) -> Vec<TermEntry> {
    let status = |status| match status {
        Status::Preferred => TermStatus::Preferred,
        Status::Admitted => TermStatus::Admitted,
        Status::Deprecated => TermStatus::Deprecated,
    };
    let concepts = glossary.concepts.iter();
    concepts
        .map(|concept| TermEntry {
            id: concept.id.clone(),
            definition: concept.definition.clone().unwrap_or_default(),
            domain: concept.domain.clone().unwrap_or_default(),
            note: concept.note.clone().unwrap_or_default(),
            terms: concept
                .terms
                .iter()
                .flat_map(|(language, terms)| {
                    terms.terms.iter().enumerate().map(move |(at, term)| ExchangedTerm {
                        language: language.clone(),
                        text: term.text.clone(),
                        status: Some(status(term.status)),
                        // A language's note goes with its first term.
                        note: term.note.clone().or(terms.note.clone().filter(|_| at == 0)).unwrap_or_default(),
                    })
                })
                .collect(),
        })
        .collect()
}

/// How many concepts have properties that no term base holds: inflected forms, a first mention, a scope, and that they
/// are not translated.
pub fn concepts_with_own_properties(glossary: &Glossary) -> usize {
    let of_terms =
        |terms: &Terms| terms.first_mention.is_some() || terms.terms.iter().any(|term| !term.forms.is_empty());
    let own =
        |concept: &&Concept| !concept.translate || !concept.scope.is_empty() || concept.terms.values().any(of_terms);
    glossary.concepts.iter().filter(own).count()
}

/// A glossary file of the entries; ids that are missing or taken get a number. `known` is the glossary that
/// the file is added to.
pub fn glossary_file(entries: &[TermEntry], known: &Glossary) -> String {
    let mut taken: Vec<String> = known.concepts.iter().map(|concept| concept.id.clone()).collect();
    let mut text = String::new();
    for entry in entries {
        let first = entry.terms.first().map_or("", |term| term.text.as_str());
        let wanted = if entry.id.is_empty() { first } else { &entry.id };
        let mut id = wanted.to_owned();
        let mut number = 1;
        while taken.contains(&id) {
            number += 1;
            id = format!("{wanted}-{number}");
        }
        taken.push(id.clone());
        text.push_str(&format!("[[concept]]\nid = {}\n", string(&id)));
        for (key, value) in [("definition", &entry.definition), ("domain", &entry.domain), ("note", &entry.note)] {
            if !value.is_empty() {
                text.push_str(&format!("{key} = {}\n", string(value)));
            }
        }
        let mut languages: Vec<String> = Vec::new();
        for term in &entry.terms {
            let code = code(&term.language);
            if !languages.contains(&code) {
                languages.push(code);
            }
        }
        for language in &languages {
            let terms: Vec<&ExchangedTerm> =
                entry.terms.iter().filter(|term| code(&term.language) == *language).collect();
            text.push_str(&language_table(language, &terms));
        }
        text.push('\n');
    }
    text
}

fn language_table(language: &str, terms: &[&ExchangedTerm]) -> String {
    let preferred = terms
        .iter()
        .position(|term| term.status == Some(TermStatus::Preferred))
        .or_else(|| terms.iter().position(|term| term.status.is_none()))
        .or_else(|| terms.iter().position(|term| term.status == Some(TermStatus::Admitted)));
    let mut text = format!("[concept.{language}]\n");
    if let Some(preferred) = preferred {
        text.push_str(&format!("preferred = {}\n", string(&terms[preferred].text)));
    }
    let others = |deprecated: bool| -> Vec<String> {
        let rest = terms.iter().enumerate().filter(|(at, _)| Some(*at) != preferred);
        let wanted = rest.filter(|(_, term)| (term.status == Some(TermStatus::Deprecated)) == deprecated);
        wanted.map(|(_, term)| string(&term.text)).collect()
    };
    for (key, list) in [("admitted", others(false)), ("deprecated", others(true))] {
        if !list.is_empty() {
            text.push_str(&format!("{key} = [{}]\n", list.join(", ")));
        }
    }
    let notes: Vec<&str> = terms.iter().map(|term| term.note.as_str()).filter(|note| !note.is_empty()).collect();
    if !notes.is_empty() {
        text.push_str(&format!("note = {}\n", string(&notes.join("; "))));
    }
    text
}

/// The primary subtag, as glossary files name languages.
fn code(tag: &str) -> String {
    tag.split(['-', '_']).next().unwrap_or_default().to_lowercase()
}

/// A TOML string.
fn string(text: &str) -> String {
    toml_edit::Value::from(text).to_string()
}
