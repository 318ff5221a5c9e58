//! A term that the glossary has turned down, in either language.
//!
//! It counts where the concept is spoken of and nothing allowed renders it: a "city hall" in a text about London is no
//! akimat. It does not count where the word is an allowed term of another concept of the same unit, nor where the other
//! side has its literal twin: who writes «Англии» means "England".

use super::terms::{
    Found, allowed, in_source, in_target, is_allowed_elsewhere, is_in_kept_name, is_in_other_name, is_spoken_of, terms,
};
use super::{AKIMAT, Context, Example, Finding, Fix, Place, Rule, Scope, Severity, facts};
use crate::align::Unit;
use crate::glossary::{Status, replacement};
use crate::lang::Language;
use crate::lang::inflect::Readings;
use crate::text::{Kind, MarkKind, Paragraph};

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
    let (source, target) = (in_source(unit, context), in_target(unit, context));
    let turned_down = |found: &&Found<'_>| found.occurrence.status == Status::Deprecated;
    let twins = |found: &Found<'_>, others: &[Found<'_>]| {
        others.iter().filter(turned_down).any(|other| other.occurrence.concept == found.occurrence.concept)
    };
    let mut findings = Vec::new();
    for found in source.iter().filter(turned_down) {
        let named = is_in_kept_name(found, unit, context) || is_in_other_name(found, context);
        if !named && !twins(found, &target) && !is_allowed_elsewhere(found, &source, &source) {
            let finding = finding(found, context, context.source_language);
            findings.extend(finding.map(|finding| finding.in_source([found.place])));
        }
    }
    for found in target.iter().filter(turned_down) {
        let concept = found.occurrence.concept;
        let spoken: Vec<Found<'_>> = source.iter().copied().filter(|one| one.occurrence.concept == concept).collect();
        let counts = is_spoken_of(&spoken, context)
            && spoken.len() > allowed_places(concept, &target)
            && !twins(found, &source)
            && !is_allowed_elsewhere(found, &source, &target);
        if counts && let Some(finding) = finding(found, context, context.target_language) {
            let places = spoken.iter().map(|one| one.place);
            findings.push(finding.in_source(places).in_target([found.place]).mended_by(fix(found, context)));
        }
    }
    findings
}

/// How often the translation has an allowed term of the concept.
fn allowed_places(concept: usize, target: &[Found<'_>]) -> usize {
    let of_concept = target.iter().filter(|found| found.occurrence.concept == concept);
    of_concept.filter(|found| found.occurrence.status != Status::Deprecated).count()
}

fn finding(found: &Found<'_>, context: &Context<'_>, language: &Language) -> Option<Finding> {
    let concept = context.glossary.concepts.get(found.occurrence.concept)?;
    let preferred = allowed(concept.terms.get(language.code())?).first().map_or("", |term| term.text.as_str());
    let (term, preferred) = (found.text.to_owned(), preferred.to_owned());
    Some(Finding::new(&RULE, Facts { term, concept: concept.id.clone(), preferred }))
}

/// The preferred term in the form of the deprecated one, with its article; safe where nothing else can be meant.
fn fix(found: &Found<'_>, context: &Context<'_>) -> Option<Fix> {
    let all = terms(context, found.occurrence.concept, context.target_language)?;
    let (deprecated, preferred) = (all.terms.get(found.occurrence.term)?, *allowed(all).first()?);
    let paragraph = context.target.paragraphs.get(found.place.paragraph)?;
    let put = replacement(paragraph, found.place.span, deprecated, preferred, context.target_language);
    let safe = put.readings == Readings::One && is_plain(found, &deprecated.text, paragraph);
    Some(Fix { place: Place { span: put.span, ..found.place }, text: put.text, safe })
}

/// Whether a term occurs in running text: not in a front-matter value, which may have to be quoted, not in a link, whose
/// words may be a title, and not in a name of other words with capitals.
fn is_plain(found: &Found<'_>, term: &str, paragraph: &Paragraph) -> bool {
    let (text, span) = (paragraph.text.as_str(), found.place.span);
    let capital = |text: &str| text.chars().next().is_some_and(char::is_uppercase);
    let mut before = text[..span.start].trim_end_matches([' ', '\u{a0}']).rsplit([' ', '\u{a0}', '\n']);
    let last = before.next().filter(|word| word.ends_with(char::is_alphabetic)).unwrap_or_default();
    let first_of_sentence = before.next().is_none_or(|word| word.is_empty() || word.ends_with(['.', '!', '?', ':']));
    let next = text[span.end..].strip_prefix([' ', '\u{a0}']).unwrap_or_default();
    let named = !capital(term) && capital(found.text) && ((capital(last) && !first_of_sentence) || capital(next));
    paragraph.kind != Kind::FrontMatter && !is_in_link(paragraph, span.start) && !named
}

fn is_in_link(paragraph: &Paragraph, at: usize) -> bool {
    let marks = paragraph.marks.iter().filter(|mark| mark.kind == MarkKind::Delimiter && mark.span.end <= at);
    let (mut open, mut closed) = (0, 0);
    for mark in marks {
        let sign = &paragraph.text[mark.span.range()];
        open += sign.matches('[').count();
        closed += sign.matches(']').count();
    }
    open > closed
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

    const KAZAKH: &str = r#"
[[concept]]
id = "kazakh"
[concept.ru]
preferred = "казах"
[concept.en]
preferred = "Kazakh"

[[concept]]
id = "kazakhstani"
[concept.ru]
preferred = "казахстанский"
[concept.en]
preferred = "Kazakhstani"
deprecated = ["Kazakh"]

[[concept]]
id = "uk"
[concept.ru]
preferred = "Великобритания"
deprecated = ["Англия"]
[concept.en]
preferred = "UK"
deprecated = ["England"]
"#;

    #[test]
    fn a_word_that_another_concept_of_the_unit_allows_is_not_turned_down() {
        let bench = Bench::new().glossary(KAZAKH);
        bench.silent("term-deprecated", "Казахи и казахстанские власти.", "The Kazakhs and the authorities.");
        bench.fires("term-deprecated", "Казахстанские власти молчат.", "The Kazakh authorities are silent.");
    }

    #[test]
    fn what_renders_the_concept_and_what_has_a_twin_is_not() {
        let bench = Bench::new().glossary(KAZAKH);
        bench.silent("term-deprecated", "На севере Англии тихо.", "It is quiet in the north of England.");
        bench.silent("term-deprecated", "Великобритания молчит.", "The UK is silent, and so is England.");
        bench.fires("term-deprecated", "Великобритания молчит.", "England is silent.");
    }

    const PREMIER: &str = r#"
[[concept]]
id = "prime-minister"
[concept.en]
preferred = "Prime Minister"
deprecated = ["Premier"]
[concept.ru]
preferred = "премьер-министр"
"#;

    #[test]
    fn a_part_of_another_name_of_the_original_is_not() {
        let bench = Bench::of("en", "ru").glossary(PREMIER);
        bench.silent("term-deprecated", "The club plays in the Premier League today.", "Клуб сегодня играет.");
        bench.silent("term-deprecated", "It was sold by the Premier Zorbix firm.", "Это продала Premier Zorbix.");
        bench.fires("term-deprecated", "In the end the Premier went home.", "В конце премьер-министр ушёл.");
        bench.fires("term-deprecated", "In the end the Premier Aubakirov went.", "В конце Аубакиров ушёл.");
        bench.silent("term-missing", "It was sold by the Premier Zorbix firm.", "Это продала Premier Zorbix.");
    }

    #[test]
    fn a_part_of_a_hyphenated_word_is_another_word() {
        let bench = Bench::new().glossary(AKIMAT);
        bench.silent("term-deprecated", "Акимат закрыт.", "The city hall-like building is closed.");
    }

    #[test]
    fn only_what_cannot_be_misread_is_safe() {
        let bench = Bench::new().glossary(AKIMAT);
        let safe = |target: &str| {
            let finding = bench.fires("term-deprecated", "Акимат закрыт.", target);
            finding.fix.is_some_and(|fix| fix.safe)
        };
        assert!(safe("The city hall is closed."));
        assert!(!safe("The [city hall](https://e.org/x) is closed."));
        assert!(!safe("The New York City Hall Park is closed."));
        let bench = Bench::new().glossary(KAZAKH);
        let fix = bench.fires("term-deprecated", "Великобритания молчит.", "He is in England.").fix;
        assert!(fix.is_some_and(|fix| !fix.safe), "an article is wanted");
    }
}
