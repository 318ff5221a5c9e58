//! The terms of a unit's two sides, concept by concept.

use std::collections::BTreeMap;

use super::{Context, Place};
use crate::align::Unit;
use crate::glossary::{Occurrence, Reading, Status, Term, Terms};
use crate::lang::{Language, Profile, lexicon};
use crate::text::Kind;

/// An occurrence and its place.
#[derive(Clone, Copy)]
pub(super) struct Found<'a> {
    pub(super) occurrence: &'a Occurrence,
    pub(super) place: Place,
    /// The words as written.
    pub(super) text: &'a str,
}

/// The source's terms in order of place.
pub(super) fn in_source<'a>(unit: &Unit, context: &Context<'a>) -> Vec<Found<'a>> {
    found(&unit.source, context.source_terms, &context.source.paragraphs)
}

/// The target's terms in order of place.
pub(super) fn in_target<'a>(unit: &Unit, context: &Context<'a>) -> Vec<Found<'a>> {
    found(&unit.target, context.target_terms, &context.target.paragraphs)
}

fn found<'a>(
    indices: &[usize],
    terms: &'a [Vec<Occurrence>],
    paragraphs: &'a [crate::text::Paragraph],
) -> Vec<Found<'a>> {
    let mut found = Vec::new();
    for index in indices {
        let (Some(occurrences), Some(paragraph)) = (terms.get(*index), paragraphs.get(*index)) else { continue };
        for occurrence in occurrences {
            let place = Place { paragraph: *index, span: occurrence.span };
            let text = paragraph.text.get(occurrence.span.range()).unwrap_or("");
            found.push(Found { occurrence, place, text });
        }
    }
    found
}

/// The occurrences of each concept.
pub(super) fn by_concept<'a>(found: &[Found<'a>]) -> BTreeMap<usize, Vec<Found<'a>>> {
    let mut concepts: BTreeMap<usize, Vec<Found<'a>>> = BTreeMap::new();
    for one in found {
        concepts.entry(one.occurrence.concept).or_default().push(*one);
    }
    concepts
}

/// A concept's terms in a language.
pub(super) fn terms<'a>(context: &Context<'a>, concept: usize, language: &Language) -> Option<&'a Terms> {
    context.glossary.concepts.get(concept)?.terms_in(language)
}

/// The terms a translator may use: preferred first, then admitted.
pub(super) fn allowed(terms: &Terms) -> Vec<&Term> {
    let mut allowed: Vec<&Term> = terms.terms.iter().filter(|term| term.status != Status::Deprecated).collect();
    allowed.sort_by_key(|term| term.status);
    allowed
}

/// Whether one of the places of a concept in the original surely speaks of it.
///
/// A name spelled like a common word counts at the start of a sentence only where the original has it elsewhere too.
pub(super) fn is_spoken_of(found: &[Found<'_>], context: &Context<'_>) -> bool {
    let sure = |one: &Occurrence| one.reading == Reading::Term;
    found.iter().any(|one| match one.occurrence.reading {
        Reading::Term => true,
        Reading::Word => false,
        Reading::NameOrWord => {
            let all = context.source_terms.iter().flatten();
            all.filter(|other| other.concept == one.occurrence.concept).any(sure)
        }
    })
}

/// Whether a turned-down term of the translation is an allowed one of another concept that the original speaks of.
pub(super) fn is_allowed_elsewhere(found: &Found<'_>, source: &[Found<'_>], target: &[Found<'_>]) -> bool {
    let spoken = |concept: usize| source.iter().any(|one| one.occurrence.concept == concept);
    target.iter().any(|other| {
        other.occurrence.concept != found.occurrence.concept
            && other.occurrence.status != Status::Deprecated
            && other.place.paragraph == found.place.paragraph
            && other.place.span.overlaps(found.place.span)
            && spoken(other.occurrence.concept)
    })
}

/// Whether a term of the original is a part of a name that the translation leaves in its own letters: "VVI Ltd England".
pub(super) fn is_in_kept_name(found: &Found<'_>, unit: &Unit, context: &Context<'_>) -> bool {
    let scripts = [context.source_language, context.target_language].map(|language| Profile::of(language).script());
    let Some(paragraph) = context.source.paragraphs.get(found.place.paragraph) else { return false };
    if scripts[0] == scripts[1] || !is_capital(found.text) {
        return false;
    }
    let (text, span) = (paragraph.text.as_str(), found.place.span);
    let before = text[..span.start].strip_suffix(' ').and_then(|text| text.rsplit(' ').next());
    let after = text[span.end..].strip_prefix(' ').and_then(|text| text.split([' ', '.', ',', ';', ')']).next());
    // "US Defense Agency" is a name of common words, which a translation has to translate.
    let own = |word: &&str| is_capital(word) && !lexicon::is_word(&word.to_lowercase(), context.source_language);
    let name = |joined: String| {
        unit.target.iter().filter_map(|at| context.target.paragraphs.get(*at)).any(|own| own.text.contains(&joined))
    };
    before.filter(own).is_some_and(|word| name(format!("{word} {}", found.text)))
        || after.filter(own).is_some_and(|word| name(format!("{} {word}", found.text)))
}

/// Whether a common word with a capital beside a term makes it a part of another name: "Premier League".
pub(super) fn is_in_other_name(found: &Found<'_>, context: &Context<'_>) -> bool {
    let Some(paragraph) = context.source.paragraphs.get(found.place.paragraph) else { return false };
    let after = paragraph.text[found.place.span.end..].strip_prefix(' ').unwrap_or_default();
    let next = after.split(|letter: char| !letter.is_alphabetic()).next().unwrap_or_default();
    is_capital(found.text)
        && is_capital(next)
        && !after[next.len()..].trim_start().is_empty()
        && !matches!(paragraph.kind, Kind::Heading(_))
        && lexicon::is_word(&next.to_lowercase(), context.source_language)
        // A title in which every word has a capital says nothing.
        && paragraph.text.split(' ').filter(|word| !is_capital(word)).count() > 2
}

fn is_capital(word: &str) -> bool {
    word.chars().next().is_some_and(char::is_uppercase)
}
