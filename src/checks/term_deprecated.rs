//! A term that the glossary has turned down, in either language.
//!
//! It counts where the concept is spoken of: a "city hall" in a text about London is no akimat. In the translation
//! the unit's source says so, or, for a term that is no abbreviation, any paragraph of the original.

use rustc_hash::FxHashSet;

use super::terms::{Found, allowed, in_source, in_target, terms};
use super::{Context, Finding, Fix};
use crate::align::Unit;
use crate::glossary::Status;

pub(super) fn run(unit: &Unit, context: &Context<'_>) -> Vec<Finding> {
    let source = in_source(unit, context);
    let spoken: FxHashSet<usize> = source.iter().map(|found| found.occurrence.concept).collect();
    let mut findings = Vec::new();
    for found in source.iter().filter(|found| found.occurrence.status == Status::Deprecated) {
        findings
            .extend(finding(found, context, context.source_language).map(|finding| finding.in_source([found.place])));
    }
    for found in in_target(unit, context).iter().filter(|found| found.occurrence.status == Status::Deprecated) {
        let concept = found.occurrence.concept;
        let abbreviation = !found.text.chars().any(char::is_lowercase);
        let counts =
            spoken.contains(&concept) || unit.source.is_empty() || (!abbreviation && spoken_of(concept, context));
        if !counts {
            continue;
        }
        let places = source.iter().filter(|one| one.occurrence.concept == concept).map(|one| one.place);
        if let Some(finding) = finding(found, context, context.target_language) {
            findings.push(finding.in_source(places).in_target([found.place]).mended_by(fix(found, context)));
        }
    }
    findings
}

fn spoken_of(concept: usize, context: &Context<'_>) -> bool {
    context.source_terms.iter().flatten().any(|occurrence| occurrence.concept == concept)
}

fn finding(found: &Found<'_>, context: &Context<'_>, language: &crate::lang::Language) -> Option<Finding> {
    let concept = context.glossary.concepts.get(found.occurrence.concept)?;
    let preferred = allowed(concept.terms.get(language.code())?).first().map_or("", |term| term.text.as_str());
    let finding = Finding::new("term-deprecated").with("term", found.text).with("concept", concept.id.as_str());
    Some(finding.with("preferred", preferred))
}

/// The preferred term in the place of the deprecated one, safe where there is only one to choose.
fn fix(found: &Found<'_>, context: &Context<'_>) -> Option<Fix> {
    let allowed = allowed(terms(context, found.occurrence.concept, context.target_language)?);
    let preferred = allowed.first()?;
    let deprecated =
        &terms(context, found.occurrence.concept, context.target_language)?.terms.get(found.occurrence.term)?.text;
    let plain = found.text.to_lowercase() == deprecated.to_lowercase();
    let text = if plain { cased(found.text, &preferred.text) } else { return None };
    Some(Fix { place: found.place, text, safe: false })
}

/// `term` with a capital where `like` has one.
fn cased(like: &str, term: &str) -> String {
    let mut letters = term.chars();
    match letters.next() {
        Some(first) if like.chars().next().is_some_and(char::is_uppercase) => {
            first.to_uppercase().chain(letters).collect()
        }
        _ => term.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use crate::checks::bench::{AKIMAT, Bench, fact};

    #[test]
    fn a_deprecated_term_is_found_with_its_replacement() {
        let finding = Bench::new().glossary(AKIMAT).fires("term-deprecated", "Акимат закрыт.", "City hall is closed.");
        assert_eq!(
            (fact(&finding, "term"), fact(&finding, "preferred")),
            ("City hall".to_owned(), "akimat".to_owned())
        );
        assert_eq!(finding.fix.unwrap().text, "Akimat");
    }

    #[test]
    fn it_counts_in_the_source_too() {
        Bench::new().glossary(AKIMAT).fires("term-deprecated", "Горсовет закрыт.", "The akimat is closed.");
    }

    #[test]
    fn where_the_concept_is_not_spoken_of_it_is_another_thing() {
        let bench = Bench::new().glossary(AKIMAT);
        bench.silent("term-deprecated", "Ратуша Лондона закрыта.", "London’s city hall is closed.");
        bench.silent("term-deprecated", "Акимат закрыт.", "The akimat is closed.");
    }
}
