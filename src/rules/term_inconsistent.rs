//! One term of the original rendered by several allowed terms within one document.
//!
//! Only units count in which one term answers one: "the KNB, or National Security Committee" is an explanation. An
//! abbreviation and the words it means are one rendering, as are terms that differ in the original too.

use std::collections::BTreeMap;

use super::terms::{Found, by_concept, in_source, in_target, terms};
use super::{AKIMAT, Context, Example, Finding, Rule, Scope, Severity, facts};
use crate::align::Unit;
use crate::glossary::Status;

pub(super) const RULE: Rule =
    Rule::new("term-inconsistent", Severity::Warning, Scope::Document(run)).facts::<Facts>().examples(&[
        Example::found(
            "Акимат закрыт.\n\nАкимат открыт.",
            "The akimat is closed.\n\nThe local administration is open.",
        )
        .glossary(AKIMAT),
        Example::silent("Акимат закрыт.\n\nАкимат открыт.", "The akimat is closed.\n\nThe akimat is open.")
            .glossary(AKIMAT),
    ]);

facts! {
    struct Facts {
        term: String,
        concept: String,
        found: String,
        usual: String,
        /// How often each of the two occurs in the document.
        count: usize,
        usual_count: usize,
    }
}

fn run(units: &[Unit], context: &Context<'_>) -> Vec<Finding> {
    // By concept and term of the original, by term of the translation: its occurrences and those it answers.
    let mut renderings: BTreeMap<(usize, usize), BTreeMap<usize, Vec<Pair<'_>>>> = BTreeMap::new();
    for unit in units {
        let (source, target) = (by_concept(&in_source(unit, context)), by_concept(&in_target(unit, context)));
        for (concept, found) in source {
            let Some(answers) = target.get(&concept) else { continue };
            let allowed = answers.iter().all(|answer| answer.occurrence.status != Status::Deprecated);
            if let (Some(term), Some(answer)) = (only(&found), only(answers))
                && allowed
            {
                let answer = group(context, concept, answer);
                let pair = Pair { source: found[0], target: answers[0] };
                renderings.entry((concept, term)).or_default().entry(answer).or_default().push(pair);
            }
        }
    }
    let mut findings = Vec::new();
    for ((concept, _), renderings) in renderings.into_iter().filter(|(_, renderings)| renderings.len() > 1) {
        findings.extend(minority(concept, &renderings, context));
    }
    findings
}

struct Pair<'a> {
    source: Found<'a>,
    target: Found<'a>,
}

/// The one term of all occurrences.
fn only(found: &[Found<'_>]) -> Option<usize> {
    let term = found.first()?.occurrence.term;
    found.iter().all(|one| one.occurrence.term == term).then_some(term)
}

/// The term that means this one and its abbreviation.
fn group(context: &Context<'_>, concept: usize, term: usize) -> usize {
    let Some(all) = terms(context, concept, context.target_language) else { return term };
    let short = |text: &str| !text.chars().any(|c| c.is_lowercase() || c.is_whitespace());
    let Some(own) = all.terms.get(term) else { return term };
    let other = all.terms.iter().position(|other| {
        other.status != Status::Deprecated && short(&other.text) != short(&own.text) && initials(&other.text, &own.text)
    });
    other.map_or(term, |other| other.min(term))
}

/// Whether one of the two is made of the first letters of the other's words, or of their translations: an
/// abbreviation of as many letters as the other has words.
fn initials(one: &str, other: &str) -> bool {
    let words = |text: &str| text.split(|c: char| !c.is_alphanumeric()).filter(|word| word.len() > 3).count();
    let letters = |text: &str| text.chars().filter(|c| c.is_uppercase()).count();
    words(one).max(words(other)) > 1 && letters(one).min(letters(other)) > 0
}

fn minority(concept: usize, renderings: &BTreeMap<usize, Vec<Pair<'_>>>, context: &Context<'_>) -> Vec<Finding> {
    let Some(about) = context.glossary.concepts.get(concept) else { return Vec::new() };
    // Of equally frequent ones the term that the glossary names first is the usual one.
    let most = renderings.iter().max_by_key(|(term, pairs)| (pairs.len(), std::cmp::Reverse(**term)));
    let Some((usual, most)) = most else { return Vec::new() };
    let rare = renderings.iter().filter(|(term, _)| *term != usual);
    rare.map(|(_, pairs)| {
        let facts = Facts {
            term: pairs[0].source.text.to_owned(),
            concept: about.id.clone(),
            found: pairs[0].target.text.to_owned(),
            usual: most[0].target.text.to_owned(),
            count: pairs.len(),
            usual_count: most.len(),
        };
        Finding::new(&RULE, facts)
            .in_source(pairs.iter().map(|pair| pair.source.place))
            .in_target(pairs.iter().map(|pair| pair.target.place))
    })
    .collect()
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{AKIMAT, Bench, fact};

    #[test]
    fn the_rarer_of_two_renderings_is_found() {
        let source = "Акимат закрыт.\n\nВ акимате пусто.\n\nАкимат открыт.";
        let target = "The akimat is closed.\n\nThe local administration is empty.\n\nThe akimat is open.";
        let finding = Bench::new().glossary(AKIMAT).fires("term-inconsistent", source, target);
        assert_eq!(
            (fact(&finding, "found"), fact(&finding, "usual")),
            ("local administration".into(), "akimat".into())
        );
        assert_eq!((finding.source[0].paragraph, finding.target[0].paragraph), (1, 1));
    }

    #[test]
    fn one_rendering_an_explanation_and_an_abbreviation_are_not() {
        let bench = Bench::new().glossary(AKIMAT);
        bench.silent("term-inconsistent", "Акимат закрыт.\n\nВ акимате.", "The akimat is closed.\n\nIn akimats.");
        let explained = "The akimat (local administration) is closed.\n\nIn the akimat.";
        bench.silent("term-inconsistent", "Акимат закрыт.\n\nВ акимате.", explained);
        let short = "The National Security Committee is silent.\n\nThe KNB is silent.";
        bench.silent("term-inconsistent", "КНБ молчит.\n\nКНБ молчит.", short);
    }
}
