//! A term of the source whose agreed rendering is nowhere in the translation.
//!
//! Counting is per unit: a term that occurs twice in the source and once in the target was mentioned again by a
//! pronoun. Any preferred or admitted term will do, and so will a word of the same root.

use super::terms::{
    Found, allowed, by_concept, in_source, in_target, is_allowed_elsewhere, is_in_kept_name, is_spoken_of, terms,
};
use super::{
    AKIMAT, Context, Example, Finding, Rule, Scope, Severity, facts, near_miss, passage, renderings, word_use,
};
use crate::align::Unit;
use crate::glossary::{Status, Term};

pub(super) const RULE: Rule =
    Rule::new("term-missing", Severity::Warning, Scope::Unit(run)).compares().facts::<Facts>().examples(&[
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
    let (source, rendered) = (in_source(unit, context), in_target(unit, context));
    let mut findings = Vec::new();
    for (concept, found) in by_concept(&source) {
        if is_rendered(concept, &source, &rendered) {
            continue;
        }
        let Some((id, looked_for)) = looked_for(concept, context) else { continue };
        let Some(preferred) = looked_for.first() else { continue };
        let kept = found.iter().all(|one| is_in_kept_name(one, unit, context));
        let demands = !kept && is_spoken_of(&found, context) && !word_use::is_another_use(&found, preferred, context);
        // A misspelled rendering is said by `term-variant`.
        if !demands
            || renderings::is_rendered(unit, context, concept)
            || !near_miss::near_misses(unit, context, concept).is_empty()
        {
            continue;
        }
        let facts = Facts {
            term: found[0].text.to_owned(),
            concept: id.to_owned(),
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

/// The concept's id and the terms that would do; `None` where nothing can be asked for.
fn looked_for<'a>(concept: usize, context: &Context<'a>) -> Option<(&'a str, Vec<&'a Term>)> {
    let about = context.glossary.concepts.get(concept)?;
    let looked_for = match terms(context, concept, context.target_language) {
        Some(target_terms) => allowed(target_terms),
        // A name that stays as it is.
        None if !about.translate => terms(context, concept, context.source_language).map(allowed)?,
        None => return None,
    };
    Some((&about.id, looked_for))
}

/// Whether a term of the concept occurs in the translation. A deprecated one is found by `term-deprecated`, unless it is
/// there for another concept.
fn is_rendered(concept: usize, source: &[Found<'_>], target: &[Found<'_>]) -> bool {
    target
        .iter()
        .filter(|found| found.occurrence.concept == concept)
        .any(|found| found.occurrence.status != Status::Deprecated || !is_allowed_elsewhere(found, source, target))
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

    const NAMES: &str = r#"
[[concept]]
id = "zhukov"
[concept.ru]
preferred = "Жуков"
[concept.en]
preferred = "Zhukov"

[[concept]]
id = "order"
[concept.en]
preferred = "order"
[concept.ru]
preferred = "заказ"

[[concept]]
id = "deploy"
[concept.en]
preferred = "deploy"
[concept.ru]
preferred = "развернуть"
"#;

    #[test]
    fn a_surname_is_asked_for_where_it_can_be_one() {
        let bench = Bench::new().glossary(NAMES);
        bench.silent("term-missing", "Жуков на поле стало больше.", "There were more beetles on the field.");
        bench.silent("term-missing", "Здесь много жуков.", "There are many beetles here.");
        bench.fires("term-missing", "Жуков вошёл в дом.", "He came into the house.");
        bench.fires("term-missing", "Там был Жуков.\n\nЖуков в доме.", "Zhukov was there.\n\nHe is in the house.");
    }

    #[test]
    fn an_english_noun_is_not_asked_for_where_it_is_a_verb() {
        let bench = Bench::of("en", "ru").glossary(NAMES);
        bench.silent("term-missing", "We order the goods.", "Мы выписываем товары.");
        bench.silent("term-missing", "He came in order to help.", "Он пришёл, чтобы помочь.");
        bench.silent("term-missing", "I’ll order the goods.", "Я выпишу товары.");
        bench.silent("term-missing", "They wouldn't order it.", "Они бы его не выписали.");
        bench.fires("term-missing", "The order is here.", "Товар здесь.");
        bench.fires("term-missing", "You can deploy the program.", "Вы можете поставить программу.");
    }

    #[test]
    fn a_deprecated_rendering_is_not_said_to_be_missing() {
        Bench::new().glossary(AKIMAT).silent("term-missing", "Акимат закрыт.", "The city hall is closed.");
    }
}
