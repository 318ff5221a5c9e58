//! Concepts and terms that are claimed twice, and concepts that lack a language.

use std::collections::hash_map::Entry as MapEntry;

use rustc_hash::FxHashMap;

use super::concept::{Concept, Glossary, Status, Term};
use super::fault::{Fault, FaultKind};
use crate::lang::Language;
use crate::lang::inflect::fold;
use crate::text::on_one_line;

/// Adds a fault for each id and each term that an earlier concept has, naming both places.
pub(super) fn check(glossary: &Glossary, faults: &mut Vec<Fault>) {
    let mut ids: FxHashMap<&str, &Concept> = FxHashMap::default();
    let mut terms: FxHashMap<(&str, String), (&Concept, &Term)> = FxHashMap::default();
    for concept in &glossary.concepts {
        if let Some(other) = ids.get(concept.id.as_str()) {
            let kind = FaultKind::ConceptTwice {
                concept: concept.id.clone(),
                other_file: other.file.clone(),
                other_line: other.line,
            };
            faults.push(Fault { file: concept.file.clone(), line: concept.line, kind });
            continue;
        }
        ids.insert(&concept.id, concept);
        for (language, list) in &concept.terms {
            for term in &list.terms {
                let folded = on_one_line(&fold(&term.text));
                match terms.entry((language, folded)) {
                    MapEntry::Occupied(known) => {
                        let (other, earlier) = known.get();
                        faults.extend(shared(concept, term, language, other, earlier));
                    }
                    MapEntry::Vacant(place) => {
                        place.insert((concept, term));
                    }
                }
            }
        }
    }
}

/// The fault of a term that is elsewhere too. What one concept deprecates may well be another's term.
fn shared(concept: &Concept, term: &Term, language: &str, other: &Concept, earlier: &Term) -> Option<Fault> {
    let place = || (term.text.clone(), other.id.clone(), other.file.clone(), language.to_owned());
    let kind = if concept.id == other.id {
        FaultKind::TermRepeated { term: term.text.clone(), other_line: earlier.line }
    } else {
        let (term_text, other_id, other_file, language) = place();
        let other_line = earlier.line;
        match (term.status, earlier.status) {
            (Status::Deprecated, _) | (_, Status::Deprecated) => return None,
            (Status::Preferred, Status::Preferred) => {
                FaultKind::TermTwice { term: term_text, language, other: other_id, other_file, other_line }
            }
            _ => FaultKind::TermShared { term: term_text, language, other: other_id, other_file, other_line },
        }
    };
    Some(Fault { file: concept.file.clone(), line: term.line, kind })
}

impl Glossary {
    /// The concepts that have no terms in a language; a name that stays as it is needs none.
    pub fn lacking(&self, language: &Language) -> Vec<Fault> {
        self.concepts
            .iter()
            .filter(|concept| concept.terms_in(language).is_none() && !concept.terms.is_empty())
            .map(|concept| Fault {
                file: concept.file.clone(),
                line: concept.line,
                kind: FaultKind::NoLanguage { concept: concept.id.clone(), language: language.to_string() },
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::super::fault::Gravity;
    use super::*;

    fn concept(id: &str, term: &str) -> String {
        format!("[[concept]]\nid = \"{id}\"\n[concept.en]\npreferred = \"{term}\"\n")
    }

    fn faults(first: String, second: String) -> Vec<Fault> {
        Glossary::read(&[("a.toml".to_owned(), first), ("b.toml".to_owned(), second)]).1
    }

    #[test]
    fn both_places_of_a_term_are_named() {
        let found = faults(concept("a", "Akim"), concept("b", "akim"));
        let kind = found[0].kind.to_string();
        assert_eq!((found[0].file.as_str(), found[0].line), ("b.toml", 4));
        assert_eq!(found[0].gravity(), Gravity::Error);
        assert!(kind.contains("place=\"a.toml:4\"") && kind.contains("other=\"a\""), "{kind}");
    }

    #[test]
    fn both_places_of_a_concept_are_named() {
        let found = faults(concept("a", "x"), concept("a", "y"));
        assert_eq!(found.len(), 1);
        assert!(found[0].kind.to_string().contains("place=\"a.toml:1\""));
    }

    #[test]
    fn what_one_deprecates_another_may_prefer() {
        let text = format!("{}deprecated = [\"city hall\"]\n", concept("a", "akimat"));
        assert_eq!(faults(text, concept("b", "city hall")), []);
    }

    #[test]
    fn a_missing_language_is_said() {
        let (glossary, _) = Glossary::read(&[("a".to_owned(), concept("a", "x"))]);
        assert_eq!(glossary.lacking(&"ru".parse().unwrap()).len(), 1);
        assert_eq!(glossary.lacking(&"en-GB".parse().unwrap()), []);
    }
}
