//! A term of the translation whose concept the original does not speak of: a synonym was sharpened into a term.

use super::terms::{by_concept, in_source, in_target, terms};
use super::{AKIMAT, Context, Example, Finding, Rule, Scope, Severity, facts, passage};
use crate::align::Unit;

pub(super) const RULE: Rule =
    Rule::new("term-unexpected", Severity::Off, Scope::Unit(run)).compares().facts::<Facts>().examples(&[
        Example::found("Здание закрыто.", "The akimat is closed.").glossary(AKIMAT),
        Example::silent("Здание закрыто.", "The building is closed.").glossary(AKIMAT),
    ]);

facts! {
    struct Facts {
        term: String,
        concept: String,
    }
}

fn run(unit: &Unit, context: &Context<'_>) -> Vec<Finding> {
    let Some((source, _)) = passage::both(unit, context) else { return Vec::new() };
    let spoken = by_concept(&in_source(unit, context));
    let mut findings = Vec::new();
    for (concept, found) in by_concept(&in_target(unit, context)) {
        // Without a term in the original's language nothing can be expected there.
        if spoken.contains_key(&concept) || terms(context, concept, context.source_language).is_none() {
            continue;
        }
        let Some(about) = context.glossary.concepts.get(concept) else { continue };
        let facts = Facts { term: found[0].text.to_owned(), concept: about.id.clone() };
        let finding = Finding::new(&RULE, facts).in_source(source.iter().map(passage::Passage::whole));
        findings.push(finding.in_target(found.iter().map(|one| one.place)));
    }
    findings
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{AKIMAT, Bench, fact};

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
