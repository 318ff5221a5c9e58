//! A term of the translation whose concept the original does not speak of: a synonym was sharpened into a term.

use super::terms::{by_concept, in_source, in_target, terms};
use super::{Context, Finding, passage};
use crate::align::Unit;

pub(super) fn run(unit: &Unit, context: &Context<'_>) -> Vec<Finding> {
    let Some((source, _)) = passage::both(unit, context) else { return Vec::new() };
    let spoken = by_concept(&in_source(unit, context));
    let mut findings = Vec::new();
    for (concept, found) in by_concept(&in_target(unit, context)) {
        // Without a term in the original's language nothing can be expected there.
        if spoken.contains_key(&concept) || terms(context, concept, context.source_language).is_none() {
            continue;
        }
        let Some(about) = context.glossary.concepts.get(concept) else { continue };
        let finding = Finding::new("term-unexpected").in_source(source.iter().map(passage::Passage::whole));
        let finding = finding.in_target(found.iter().map(|one| one.place));
        findings.push(finding.with("term", found[0].text).with("concept", about.id.as_str()));
    }
    findings
}

#[cfg(test)]
mod tests {
    use crate::rules::bench::{AKIMAT, Bench, fact};

    #[test]
    fn a_term_that_the_original_lacks_is_found() {
        let finding =
            Bench::new().glossary(AKIMAT).fires("term-unexpected", "Здание закрыто.", "The akimat is closed.");
        assert_eq!((fact(&finding, "term"), fact(&finding, "concept")), ("akimat".to_owned(), "akimat".to_owned()));
    }

    #[test]
    fn a_term_that_answers_one_is_not() {
        let bench = Bench::new().glossary(AKIMAT);
        bench.silent("term-unexpected", "Акимат закрыт.", "The akimat is closed.");
        bench.silent("term-unexpected", "Здание закрыто.", "The building is closed.");
    }
}
