//! Whether a word of an English original is the noun of the glossary or something else: a verb, or a part of an idiom.

use super::Context;
use super::terms::Found;
use crate::glossary::{PartOfSpeech, Term};
use crate::lang::inflect::Inflect;
use crate::text::Paragraph;

/// Words after which an English verb has its plain form.
const BEFORE_VERBS: &[&str] = &[
    "i", "we", "you", "they", "will", "would", "can", "could", "shall", "should", "may", "might", "must", "cannot",
    "can't", "won't", "don't", "didn't", "doesn't", "please", "let's", "who",
];

/// Adverbs that may occur between those and the verb.
const ADVERBS: &[&str] = &["then", "also", "now", "just", "only", "always", "never", "not", "even", "still", "fully"];

/// Words that begin the object of a verb.
const OBJECTS: &[&str] = &[
    "the", "a", "an", "your", "our", "my", "his", "her", "its", "their", "this", "that", "these", "those", "it",
    "them", "you", "us", "me", "him", "all", "any", "every", "each", "for",
];

/// Idioms that a noun is no more than a part of.
const IDIOMS: &[(&str, &str, &str)] = &[
    ("in", "order", "to"),
    ("in", "order", "that"),
    ("in", "order", "for"),
    ("on", "account", "of"),
    ("into", "account", ""),
    ("by", "means", "of"),
    ("in", "terms", "of"),
    ("in", "case", ""),
    ("in", "case", "of"),
    ("in", "view", "of"),
    ("in", "spite", "of"),
    ("in", "light", "of"),
    ("in", "favour", "of"),
    ("in", "favor", "of"),
    ("with", "respect", "to"),
    ("by", "virtue", "of"),
];

/// Whether every place of a concept in an English original is a verb or an idiom, where the rendering is a noun.
pub(super) fn is_another_use(found: &[Found<'_>], rendering: &Term, context: &Context<'_>) -> bool {
    context.source_language.code() == "en"
        && found.iter().all(|found| {
            let Some(paragraph) = context.source.paragraphs.get(found.place.paragraph) else { return false };
            is_idiom(found, paragraph) || (is_noun(found, rendering, context) && is_verb(found, paragraph))
        })
}

/// Whether the entry means a noun: it says so, or the rendering is no verb.
fn is_noun(found: &Found<'_>, rendering: &Term, context: &Context<'_>) -> bool {
    let concept = context.glossary.concepts.get(found.occurrence.concept);
    let terms = concept.and_then(|concept| concept.terms_in(context.source_language));
    let Some(term) = terms.and_then(|terms| terms.terms.get(found.occurrence.term)) else { return false };
    match (term.pos, rendering.pos) {
        (Some(pos), _) | (None, Some(pos)) => pos == PartOfSpeech::Noun,
        (None, None) if matches!(term.inflect, Inflect::Verb | Inflect::None) => false,
        (None, None) => {
            let tells = matches!(context.target_language.code(), "ru" | "uk");
            let kind = rendering.inflected(context.target_language).inflect;
            tells && matches!(kind, Inflect::Noun)
        }
    }
}

fn is_verb(found: &Found<'_>, paragraph: &Paragraph) -> bool {
    let small = found.text.chars().all(|letter| letter.is_lowercase());
    let (before, after) = around(found, paragraph);
    let mut before = before.into_iter().skip_while(|word| ADVERBS.contains(&word.as_str()));
    let last = before.next().unwrap_or_default();
    let object = after.first().is_some_and(|word| OBJECTS.contains(&word.as_str()));
    let modal = BEFORE_VERBS.contains(&last.as_str()) || ["'ll", "'d", "n't"].iter().any(|end| last.ends_with(end));
    small && (modal || (last == "to" && object))
}

fn is_idiom(found: &Found<'_>, paragraph: &Paragraph) -> bool {
    let folded = found.text.to_lowercase();
    let (before, after) = around(found, paragraph);
    IDIOMS.iter().any(|(left, word, right)| {
        folded == *word
            && before.first().is_some_and(|before| before == left)
            && (right.is_empty() || after.first().is_some_and(|after| after == right))
    })
}

/// Up to two words before, the nearest first, and the word after, in small letters.
fn around(found: &Found<'_>, paragraph: &Paragraph) -> (Vec<String>, Vec<String>) {
    let parts = |letter: char| !letter.is_alphanumeric() && !matches!(letter, '\'' | '’');
    let clean = |word: &str| word.to_lowercase().replace('’', "'");
    let (before, after) = (&paragraph.text[..found.place.span.start], &paragraph.text[found.place.span.end..]);
    let clause = before.rsplit(['.', ',', ';', ':', '!', '?', '(']).next().unwrap_or_default();
    let before = clause.rsplit(parts).filter(|word| !word.is_empty()).take(2).map(clean).collect();
    let after = after.split(['.', ',', ';', ':', '!', '?', ')']).next().unwrap_or_default();
    let after = after.split(parts).filter(|word| !word.is_empty()).take(1).map(clean).collect();
    (before, after)
}
