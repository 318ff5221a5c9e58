//! A term that the glossary has turned down, in either language.
//!
//! It counts where the concept is spoken of: a "city hall" in a text about London is no akimat. In the translation
//! the unit's source says so, or, for a term that is no abbreviation, any paragraph of the original.

use rustc_hash::FxHashSet;

use super::terms::{Found, allowed, in_source, in_target, terms};
use super::{AKIMAT, Context, Example, Finding, Fix, Rule, Scope, Severity, facts};
use crate::align::Unit;
use crate::glossary::Status;
use crate::lang::inflect::{article, like};
use crate::lang::{Article, Language, Profile};

pub(super) const RULE: Rule =
    Rule::new("term-deprecated", Severity::Warning, Scope::Unit(run)).facts::<Facts>().examples(&[
        Example::found("Акимат закрыт.", "The city hall is closed.").glossary(AKIMAT),
        Example::silent("Акимат закрыт.", "The akimat is closed.").glossary(AKIMAT),
    ]);

facts! {
    struct Facts {
        /// As written.
        term: String,
        concept: String,
        /// Empty where the glossary has none.
        preferred: String,
    }
}

fn run(unit: &Unit, context: &Context<'_>) -> Vec<Finding> {
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

fn finding(found: &Found<'_>, context: &Context<'_>, language: &Language) -> Option<Finding> {
    let concept = context.glossary.concepts.get(found.occurrence.concept)?;
    let preferred = allowed(concept.terms.get(language.code())?).first().map_or("", |term| term.text.as_str());
    let (term, preferred) = (found.text.to_owned(), preferred.to_owned());
    Some(Finding::new(&RULE, Facts { term, concept: concept.id.clone(), preferred }))
}

/// The preferred term in the form of the deprecated one, with its article; safe where there is only one to choose.
fn fix(found: &Found<'_>, context: &Context<'_>) -> Option<Fix> {
    let all = terms(context, found.occurrence.concept, context.target_language)?;
    let allowed = allowed(all);
    let deprecated = &all.terms.get(found.occurrence.term)?.text;
    let mut text = like(found.text, deprecated, &allowed.first()?.text, context.target_language);
    let mut place = found.place;
    let before = &context.target.paragraphs.get(place.paragraph)?.text[..place.span.start];
    let trimmed = before.trim_end_matches([' ', '\u{a0}']);
    let space = &before[trimmed.len()..];
    let word = trimmed.rsplit(|letter: char| !letter.is_alphanumeric()).next().unwrap_or("");
    if Profile::of(context.target_language).article == Article::BySound
        && !space.is_empty()
        && let Some(right) = article(word, &text).filter(|right| right != word)
    {
        text = format!("{right}{space}{text}");
        place.span.start = trimmed.len() - word.len();
    }
    Some(Fix { place, text, safe: allowed.len() == 1 })
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{AKIMAT, Bench, fact};

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
    fn the_fix_takes_number_case_and_article_from_the_text() {
        let bench = Bench::new().glossary(AKIMAT);
        let mended = |target: &str| {
            let fix = bench.fires("term-deprecated", "Акимат закрыт.", target).fix.unwrap();
            let mut text = target.to_owned();
            text.replace_range(fix.place.span.range(), &fix.text);
            text
        };
        assert_eq!(mended("It is a city hall."), "It is an akimat.");
        assert_eq!(mended("All city halls are closed."), "All akimats are closed.");
        assert_eq!(mended("City halls’ doors are closed."), "Akimats’ doors are closed.");
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
