//! A term in letters of another size than the glossary asks for: "Akimat" in mid-sentence, "Knb".
//!
//! Titles, headlines and the names of things have capitals of their own.

use super::terms::{Found, allowed, by_concept, in_source, in_target, terms};
use super::{AKIMAT, Context, Example, Finding, Fix, Rule, Scope, Severity, facts, passage};
use crate::align::Unit;
use crate::glossary::{Case, Reading, Status};
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
    let (source, target) = (in_source(unit, context), in_target(unit, context));
    // «жуков» is the surname where the other side has it.
    let is_term = |found: &Found<'_>, others: &[Found<'_>]| {
        found.occurrence.reading == Reading::Term
            || others.iter().any(|other| other.occurrence.concept == found.occurrence.concept)
    };
    for found in source.iter().filter(|found| is_term(found, &target)) {
        let paragraph = &context.source.paragraphs[found.place.paragraph];
        if let Some((finding, _)) = look(found, paragraph, context, context.source_language) {
            findings.push(finding.in_source([found.place]));
        }
    }
    for found in target.iter().filter(|found| is_term(found, &source)) {
        let paragraph = &context.target.paragraphs[found.place.paragraph];
        if let Some((finding, text)) = look(found, paragraph, context, context.target_language) {
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
    if right == found.text || may_be_capital(found, &right, paragraph) || is_in_title(found, &right, paragraph) {
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

/// Whether only the capital differs, at the start of a sentence or in a heading, or all is in capitals.
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

/// Words with capitals directly before a term that make it a part of their name: "the Nord Comfort Mattress".
const NAME: usize = 2;

/// Whether a capital is that of a title or of a name of several words.
fn is_in_title(found: &Found<'_>, right: &str, paragraph: &Paragraph) -> bool {
    let initial = |text: &str| text.chars().find(|letter| letter.is_alphabetic()).is_some_and(char::is_uppercase);
    if !initial(found.text) || initial(right) {
        return false;
    }
    let span = found.place.span;
    let sentence = sentences(&paragraph.text).into_iter().find(|one| one.start <= span.start && span.end <= one.end);
    let sentence = sentence.map_or(0..paragraph.text.len(), |one| one.range());
    let (before, after) = (&paragraph.text[sentence.start..span.start], &paragraph.text[span.end..sentence.end]);
    let clause = before.rsplit([',', ';', ':', '(', '"', '“', '«', '—', '–']).next().unwrap_or_default();
    let named = clause.split_whitespace().rev().take_while(|word| initial(word) || is_number(word)).count();
    is_title(before, after) || named >= NAME
}

fn is_number(word: &str) -> bool {
    word.contains(|letter: char| letter.is_ascii_digit())
}

/// Whether nearly all long words around a term have capitals, as in a headline.
fn is_title(before: &str, after: &str) -> bool {
    let both = [before, after];
    let long = both.iter().flat_map(|text| words(text).into_iter().map(|span| &text[span.range()]));
    let long: Vec<&str> =
        long.filter(|word| word.chars().count() > 3 && word.chars().all(char::is_alphabetic)).collect();
    let capital = |word: &&&str| word.chars().next().is_some_and(char::is_uppercase);
    let capitals = long.iter().filter(capital).count();
    capitals > 1 && (long.len() - capitals) * 4 <= long.len()
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
    fn titles_and_names_of_things_have_capitals_of_their_own() {
        let bench = Bench::new().glossary(AKIMAT);
        bench.silent("term-case", "Акимат закрыли.", "Southern City Closes Its Last Akimat Building");
        bench.silent("term-case", "Стул «Норд Комфорт Акимат».", "We sell the Nord Comfort Akimat chair.");
        bench.fires("term-case", "Он в акимате Алматы.", "He is in the Almaty Akimat now, and he waits there.");
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
