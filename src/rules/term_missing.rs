//! A term of the source whose agreed rendering is nowhere in the translation.
//!
//! Counting is per unit: a term that stands twice in the source and once in the target was mentioned again by a
//! pronoun. Any preferred or admitted term will do.

use super::terms::{allowed, by_concept, in_source, in_target, terms};
use super::{AKIMAT, Context, Example, Finding, Rule, Scope, Severity, facts, passage, term_variant};
use crate::align::Unit;
use crate::glossary::Term;
use crate::text::words;

pub(super) const RULE: Rule =
    Rule::new("term-missing", Severity::Warning, Scope::Unit(run)).facts::<Facts>().examples(&[
        Example::found("У акимата собрались люди.", "People gathered at the town hall.").glossary(AKIMAT),
        Example::silent("У акимата собрались люди.", "People gathered at the akimat.").glossary(AKIMAT),
    ]);

facts! {
    struct Facts {
        /// As written in the original.
        term: String,
        concept: String,
        preferred: String,
        looked_for: Vec<String>,
    }
}

fn run(unit: &Unit, context: &Context<'_>) -> Vec<Finding> {
    let Some((_, target)) = passage::both(unit, context) else { return Vec::new() };
    let rendered = by_concept(&in_target(unit, context));
    let mut findings = Vec::new();
    let mut wording = None;
    for (concept, found) in by_concept(&in_source(unit, context)) {
        // A deprecated term in the target is said by `term-deprecated`.
        if rendered.contains_key(&concept) {
            continue;
        }
        let Some(about) = context.glossary.concepts.get(concept) else { continue };
        let looked_for: Vec<&Term> = match terms(context, concept, context.target_language) {
            Some(target_terms) => allowed(target_terms),
            // A name that stays as it is.
            None if !about.translate => {
                terms(context, concept, context.source_language).map(allowed).unwrap_or_default()
            }
            None => continue,
        };
        let Some(preferred) = looked_for.first() else { continue };
        // A longer term may have taken the words: "West Kazakhstan Region" is a region too.
        let wording =
            wording.get_or_insert_with(|| target.iter().map(|passage| folded(&passage.wording())).collect::<String>());
        if looked_for.iter().any(|term| wording.contains(&folded(&term.text))) {
            continue;
        }
        // A misspelled rendering is said by `term-variant`.
        if !term_variant::variants(unit, context, concept).is_empty() {
            continue;
        }
        let facts = Facts {
            term: found[0].text.to_owned(),
            concept: about.id.clone(),
            preferred: preferred.text.clone(),
            looked_for: looked_for.iter().map(|term| term.text.clone()).collect(),
        };
        findings.push(
            Finding::new(&RULE, facts)
                .in_source(found.iter().map(|one| one.place))
                .in_target(target.iter().map(passage::Passage::whole)),
        );
    }
    findings
}

/// The words in small letters, each between spaces.
fn folded(text: &str) -> String {
    words(text).iter().fold(" ".to_owned(), |folded, span| folded + &text[span.range()].to_lowercase() + " ")
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{AKIMAT, Bench, fact};

    #[test]
    fn a_term_without_its_rendering_is_missing() {
        let finding = Bench::new().glossary(AKIMAT).fires("term-missing", "У здания акимата.", "Near the building.");
        assert_eq!(fact(&finding, "term"), "акимата");
        assert_eq!(fact(&finding, "looked-for"), "akimat|local administration");
    }

    #[test]
    fn any_allowed_term_will_do_and_once_is_enough() {
        let bench = Bench::new().glossary(AKIMAT);
        bench.silent("term-missing", "Акимат и снова акимат.", "The akimat, and it again.");
        bench.silent("term-missing", "Акимат закрыт.", "The local administration is closed.");
        bench.silent("term-missing", "Дом закрыт.", "The house is closed.");
    }

    #[test]
    fn a_deprecated_rendering_is_not_said_to_be_missing() {
        Bench::new().glossary(AKIMAT).silent("term-missing", "Акимат закрыт.", "The city hall is closed.");
    }
}
