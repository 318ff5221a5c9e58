//! A near miss of a term: "akymat", "Akimate", "Tokaev" beside "Tokayev". A finding here takes the place of
//! `term-missing`.

use super::near_miss::near_misses;
use super::terms::{by_concept, in_source, is_spoken_of};
use super::{AKIMAT, Context, Example, Finding, Fix, Rule, Scope, Severity, facts};
use crate::align::Unit;

pub(super) const RULE: Rule =
    Rule::new("term-variant", Severity::Warning, Scope::Unit(run)).facts::<Facts>().examples(&[
        Example::found("Акимат закрыт.", "The akymat is closed.").glossary(AKIMAT),
        Example::silent("Акимат закрыт.", "The akimat is closed.").glossary(AKIMAT),
    ]);

facts! {
    struct Facts {
        /// As written.
        term: String,
        concept: String,
        preferred: String,
    }
}

fn run(unit: &Unit, context: &Context<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (concept, found) in by_concept(&in_source(unit, context)) {
        if !is_spoken_of(&found, context) {
            continue;
        }
        for miss in near_misses(unit, context, concept) {
            let fix = Fix { place: miss.place, text: miss.meant, safe: false };
            let id = context.glossary.concepts.get(concept).map_or("", |about| about.id.as_str());
            let facts = Facts { term: miss.text, concept: id.to_owned(), preferred: miss.term };
            let finding =
                Finding::new(&RULE, facts).in_source(found.iter().map(|one| one.place)).in_target([miss.place]);
            findings.push(finding.mended_by(Some(fix)));
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{AKIMAT, Bench, fact};

    #[test]
    fn a_near_miss_is_found_with_the_term_it_misses() {
        let bench = Bench::new().glossary(AKIMAT);
        let finding = bench.fires("term-variant", "Акимат закрыт.", "The Akymat is closed.");
        assert_eq!((fact(&finding, "term"), fact(&finding, "preferred")), ("Akymat".to_owned(), "akimat".to_owned()));
        bench.silent("term-missing", "Акимат закрыт.", "The Akymat is closed.");
    }

    #[test]
    fn forms_and_words_that_only_look_alike_are_not() {
        let bench = Bench::new().glossary(AKIMAT);
        bench.silent("term-variant", "Акимат закрыт.", "The akimats are closed.");
        bench.silent("term-variant", "Дом закрыт.", "The akymat is closed.");
        bench.silent("term-variant", "Акимат закрыт.", "The climate is closed.");
    }

    #[test]
    fn a_slip_in_a_term_of_several_words_is_found_though_a_part_of_it_stands() {
        let bench = Bench::of("en", "ru").glossary(
            "[[concept]]\nid = \"pm\"\n[concept.en]\npreferred = \"Prime Minister\"\n[concept.ru]\n\
             preferred = \"премьер-министр\"\nadmitted = [\"премьер\"]\n",
        );
        let finding = bench.fires("term-variant", "The Prime Minister is silent.", "Премьер-минстр молчит.");
        assert_eq!(finding.fix.unwrap().text, "Премьер-министр");
        bench.silent("term-variant", "The Prime Minister is silent.", "Премьер молчит.");
    }
}
