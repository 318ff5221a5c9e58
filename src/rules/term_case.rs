//! A term in letters of another size than the glossary asks for: "Akimat" in mid-sentence, "Knb".

use super::terms::{Found, allowed, by_concept, in_source, in_target, terms};
use super::{AKIMAT, Context, Example, Finding, Fix, Rule, Scope, Severity, facts, passage};
use crate::align::Unit;
use crate::glossary::{Case, Status};
use crate::lang::Language;
use crate::text::{Kind, Paragraph, sentences, words};

pub(super) const RULE: Rule = Rule::new("term-case", Severity::Warning, Scope::Unit(run)).facts::<Facts>().examples(&[
    Example::found("Он пошёл в акимат.", "He went to the Akimat.").glossary(AKIMAT),
    Example::silent("Он пошёл в акимат.", "He went to the akimat.").glossary(AKIMAT),
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
    for found in in_source(unit, context) {
        let paragraph = &context.source.paragraphs[found.place.paragraph];
        if let Some((finding, _)) = look(&found, paragraph, context, context.source_language) {
            findings.push(finding.in_source([found.place]));
        }
    }
    for found in in_target(unit, context) {
        let paragraph = &context.target.paragraphs[found.place.paragraph];
        if let Some((finding, text)) = look(&found, paragraph, context, context.target_language) {
            let fix = Fix { place: found.place, text, safe: true };
            findings.push(finding.in_target([found.place]).mended_by(Some(fix)));
        }
    }
    findings.extend(abbreviations(unit, context));
    findings
}

/// Abbreviations in small letters, "Knb": the index does not take them for the term, the unit's source says they are.
fn abbreviations(unit: &Unit, context: &Context<'_>) -> Vec<Finding> {
    let rendered = by_concept(&in_target(unit, context));
    let mut findings = Vec::new();
    for (concept, found) in by_concept(&in_source(unit, context)) {
        let all = terms(context, concept, context.target_language).filter(|_| !rendered.contains_key(&concept));
        let Some(all) = all.filter(|all| all.case != Case::Any) else { continue };
        let id = context.glossary.concepts.get(concept).map_or("", |about| about.id.as_str());
        let capitals = |term: &str| !term.chars().any(|letter| letter.is_lowercase() || letter.is_whitespace());
        for term in allowed(all).into_iter().filter(|term| capitals(&term.text)) {
            let folded = term.text.to_lowercase();
            for passage in passage::target(unit, context) {
                let wording = passage.wording();
                let alike = words(&wording).into_iter().filter(|span| wording[span.range()].to_lowercase() == folded);
                for place in alike.map(|span| passage.place(span.range())) {
                    let fix = Fix { place, text: term.text.clone(), safe: true };
                    let written = wording[place.span.range()].to_owned();
                    let facts = Facts { term: written, concept: id.to_owned(), preferred: term.text.clone() };
                    let finding = Finding::new(&RULE, facts).in_source([found[0].place]).in_target([place]);
                    findings.push(finding.mended_by(Some(fix)));
                }
            }
        }
    }
    findings
}

/// The finding about an occurrence, and its text in the right case; `None` where it is right.
fn look(
    found: &Found<'_>,
    paragraph: &Paragraph,
    context: &Context<'_>,
    language: &Language,
) -> Option<(Finding, String)> {
    let concept = context.glossary.concepts.get(found.occurrence.concept)?;
    let terms = terms(context, found.occurrence.concept, language)?;
    let term = terms.terms.get(found.occurrence.term).filter(|term| term.status != Status::Deprecated)?;
    let right = match terms.case_of(found.occurrence.term) {
        Case::Any => return None,
        case => recased(found.text, &term.text, case)?,
    };
    if right == found.text || may_be_capital(found, &right, paragraph) {
        return None;
    }
    let facts = Facts { term: found.text.to_owned(), concept: concept.id.clone(), preferred: right.clone() };
    Some((Finding::new(&RULE, facts), right))
}

/// The occurrence with the letters of the term, as far as its words are the term's; `None` where they are not.
fn recased(text: &str, term: &str, case: Case) -> Option<String> {
    let mut right = String::with_capacity(text.len());
    let mut words = term.split_whitespace();
    for (at, piece) in text.split_inclusive(char::is_whitespace).enumerate() {
        let word = words.next()?;
        let kept = if case == Case::Initial && at > 0 {
            0
        } else if case == Case::Initial {
            1
        } else {
            usize::MAX
        };
        let mut letters = word.chars().take(kept);
        let mut same = true;
        for letter in piece.chars() {
            let model = if same { letters.next() } else { None };
            same = model.is_some_and(|model| model.to_lowercase().eq(letter.to_lowercase()));
            right.push(if same { model? } else { letter });
        }
    }
    Some(right)
}

/// Whether only the capital differs, at the start of a sentence or in a heading, or all stands in capitals.
fn may_be_capital(found: &Found<'_>, right: &str, paragraph: &Paragraph) -> bool {
    let shouted = found.text.chars().filter(|letter| letter.is_alphabetic()).count() > 1
        && !found.text.chars().any(char::is_lowercase)
        && !paragraph.text.chars().any(char::is_lowercase);
    let mut letters = right.chars();
    let capital: String = letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect();
    let heading = matches!(paragraph.kind, Kind::Heading(_) | Kind::FrontMatter | Kind::TableRow)
        && found.text.to_lowercase() == right.to_lowercase()
        && right.chars().all(|letter| !letter.is_uppercase());
    shouted || heading || (capital == found.text && starts_sentence(found, paragraph))
}

fn starts_sentence(found: &Found<'_>, paragraph: &Paragraph) -> bool {
    let start = found.place.span.start;
    let only_marks = |from: usize| !paragraph.text[from..start].contains(char::is_alphanumeric);
    if sentences(&paragraph.text).iter().any(|sentence| sentence.start <= start && only_marks(sentence.start)) {
        return true;
    }
    // Quoted speech and what follows a colon or a dash at the head of a line may begin with a capital.
    let before = paragraph.text[..start].trim_end_matches(char::is_whitespace);
    before.ends_with(['“', '«', '"', '„', ':', '‘', '\n', '(', '*', '['])
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{AKIMAT, Bench};

    #[test]
    fn a_capital_in_mid_sentence_and_a_small_abbreviation_are_found() {
        let bench = Bench::new().glossary(AKIMAT);
        let finding = bench.fires("term-case", "Он в акимате.", "He is in the Akimat.");
        assert_eq!(finding.fix.unwrap().text, "akimat");
        let finding = bench.fires("term-case", "Он в КНБ.", "He is in the Knb.");
        assert_eq!(finding.fix.unwrap().text, "KNB");
    }

    #[test]
    fn sentence_starts_and_headings_may_have_a_capital() {
        let bench = Bench::new().glossary(AKIMAT);
        bench.silent(
            "term-case",
            "Акимат закрыт. «Акимат открыт».",
            "Akimat buildings are closed. “Akimat buildings are open.”",
        );
        bench.silent("term-case", "# Что такое акимат", "# What an Akimat Is");
        bench.silent("term-case", "Акиматы и КНБ.", "He saw akimats and the KNB’s men.");
    }
}
