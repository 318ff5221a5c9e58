//! What only tolmach knows of a concept or term, as names and texts for the columns of its own tables.

use crate::glossary::{Case, Concept, Loudness, Number, PartOfSpeech, Term, Terms};
use crate::lang::inflect::Inflect;

/// Names and texts.
pub type Properties = Vec<(String, String)>;

/// The names of all columns for properties, in their order.
pub(super) const NAMES: &[&str] = &[
    "translate",
    "scope",
    "severity",
    "case",
    "inflect",
    "forms",
    "not-forms",
    "plural",
    "derived",
    "pos",
    "first-mention",
];

/// Between the parts of a list in one cell.
const BAR: &str = " | ";

pub(super) fn of_concept(concept: &Concept) -> Properties {
    let mut all = Properties::new();
    let mut put = |name: &str, text: String| all.push((name.to_owned(), text));
    if !concept.translate {
        put("translate", "false".to_owned());
    }
    if !concept.scope.is_empty() {
        put("scope", concept.scope.join(BAR));
    }
    if let Some(severity) = concept.severity {
        put("severity", severity.name().to_owned());
    }
    all
}

/// The properties of a term; what its language says is written with the first.
pub(super) fn of_term(terms: &Terms, at: usize) -> Properties {
    let Some(term) = terms.terms.get(at) else { return Properties::new() };
    let mut all = Properties::new();
    let mut put = |name: &str, text: String| all.push((name.to_owned(), text));
    let case = if at == 0 { terms.case_of(0) } else { term.case.unwrap_or_default() };
    if case != Case::Any {
        put("case", case.name().to_owned());
    }
    if term.inflect != Inflect::Auto {
        put("inflect", term.inflect.name().to_owned());
    }
    for (name, forms) in [("forms", &term.forms), ("not-forms", &term.not_forms)] {
        if !forms.is_empty() {
            put(name, forms.join(BAR));
        }
    }
    if term.number == Number::PluralOnly {
        put("plural", "only".to_owned());
    }
    if !term.derived {
        put("derived", "false".to_owned());
    }
    if let Some(pos) = term.pos {
        put("pos", pos.name().to_owned());
    }
    if let Some(first) = terms.first_mention.clone().filter(|_| at == 0) {
        put("first-mention", first);
    }
    all
}

fn list(text: &str) -> Vec<String> {
    text.split('|').map(|part| part.trim().to_owned()).filter(|part| !part.is_empty()).collect()
}

fn named<T: Copy>(all: &[T], name: fn(T) -> &'static str, text: &str) -> Option<T> {
    all.iter().copied().find(|one| name(*one) == text)
}

pub(super) fn set_concept(concept: &mut Concept, properties: &Properties) {
    for (name, text) in properties {
        match name.as_str() {
            "translate" => concept.translate = text != "false",
            "scope" => concept.scope = list(text),
            "severity" => concept.severity = named(&Loudness::ALL, Loudness::name, text),
            _ => {}
        }
    }
}

pub(super) fn set_term(term: &mut Term, terms: &mut Terms, properties: &Properties) {
    for (name, text) in properties {
        match name.as_str() {
            // The files say it once for a language.
            "case" => terms.case = named(&Case::ALL, Case::name, text).unwrap_or_default(),
            "inflect" => term.inflect = named(&Inflect::ALL, Inflect::name, text).unwrap_or_default(),
            "forms" => term.forms = list(text),
            "not-forms" => term.not_forms = list(text),
            "plural" if text == "only" => term.number = Number::PluralOnly,
            "derived" => term.derived = text != "false",
            "pos" => term.pos = named(&PartOfSpeech::ALL, PartOfSpeech::name, text),
            "first-mention" => terms.first_mention = Some(text.clone()),
            _ => {}
        }
    }
}
