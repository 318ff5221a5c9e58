//! Sentences of a unit that have no counterpart in it, as the rules about omitted and added sentences report them.

use super::{Context, Place};
use crate::align::{Sentence, SentenceUnit, Unit};

/// A sentence without counterpart that is less sure is not reported, nor one of a unit that itself is less sure.
const SURE: f64 = 0.85;
const SURE_UNIT: f64 = 0.5;

/// A unit with so probable a sentence without counterpart on both sides is a free translation.
const FREE: f64 = 0.3;

/// A sentence of fewer words that carry meaning is not missed.
const WORDS: usize = 2;

/// A byline has at most so many words.
const BYLINE: usize = 8;

/// Beginnings of bylines and credits, in lower case.
const BYLINES: &[&str] = &[
    "by ",
    "text by",
    "text:",
    "photo",
    "translated by",
    "translation:",
    "author:",
    "автор",
    "текст",
    "фото",
    "перевод",
    "перевёл",
    "перевела",
    "переводчик",
    "аударған",
    "мәтін:",
    "сурет:",
];

/// A sentence without counterpart, with its words that nothing answers.
pub(super) struct Lone {
    pub(super) place: Place,
    pub(super) excerpt: String,
    pub(super) words: Vec<String>,
}

/// The side whose sentences have no counterpart.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Without {
    /// Sentences of the source that the translation leaves out.
    Target,
    /// Sentences of the target that the translator added.
    Source,
}

/// The sentences of the units that lack a counterpart, in order.
pub(super) fn lone(units: &[Unit], context: &Context<'_>, without: Without) -> Vec<Lone> {
    let found = context.sentences.of(units);
    let lacks = |unit: &SentenceUnit, without: Without| match without {
        Without::Target => unit.target.is_empty(),
        Without::Source => unit.source.is_empty(),
    };
    let mut lone = Vec::new();
    for inside in found.chunk_by(|one, next| one.unit == next.unit) {
        let unit = inside.first().and_then(|first| units.get(first.unit));
        let sure = unit.is_some_and(|unit| unit.pinned || unit.confidence >= SURE_UNIT);
        let some = |without| inside.iter().any(|unit| lacks(unit, without) && unit.confidence > FREE);
        if !sure || (some(Without::Source) && some(Without::Target)) {
            continue;
        }
        for unit in inside.iter().filter(|unit| lacks(unit, without) && unit.confidence >= SURE) {
            let (document, sentences) = match without {
                Without::Target => (context.source, &unit.source),
                Without::Source => (context.target, &unit.target),
            };
            let text = |sentence: &Sentence| document.paragraphs[sentence.paragraph].text.get(sentence.span.range());
            for sentence in sentences {
                if let Some(text) = text(sentence).filter(|text| is_missed(text)) {
                    lone.push(Lone {
                        place: Place::new(sentence.paragraph, sentence.span.range()),
                        excerpt: excerpt(text),
                        words: unit.unanswered.clone(),
                    });
                }
            }
        }
    }
    lone
}

/// Whether a reader misses a sentence: it has words that carry meaning, and is no gloss in brackets and no byline.
fn is_missed(text: &str) -> bool {
    let text = text.trim();
    let words: Vec<&str> = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let carries = |word: &&str| {
        let unspaced = word.chars().next().is_some_and(|c| c > '\u{2E80}');
        let long = word.chars().count() >= if unspaced { 4 } else { 3 };
        long || word.chars().all(char::is_numeric)
    };
    let weight: usize = words
        .iter()
        .filter(|word| carries(word))
        .map(|word| 1 + word.chars().filter(|c| *c > '\u{2E80}').count() / 4)
        .sum();
    let gloss = text.starts_with(['(', '[', '（']) && text.trim_end_matches('.').ends_with([')', ']', '）']);
    let lower = text.to_lowercase();
    let byline = words.len() <= BYLINE && BYLINES.iter().any(|start| lower.starts_with(start));
    weight >= WORDS && !gloss && !byline
}

/// The beginning of a sentence, on one line.
fn excerpt(text: &str) -> String {
    const LETTERS: usize = 60;
    let line = crate::text::on_one_line(text);
    match line.char_indices().nth(LETTERS) {
        Some((end, _)) => format!("{}…", line[..end].trim_end()),
        None => line,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn glosses_bylines_and_short_sentences_are_not_missed() {
        for text in ["(See the next page.)", "By Anna Serikova.", "Фото автора.", "Да.", "— О!"] {
            assert!(!is_missed(text), "{text}");
        }
        for text in ["Tap Settings.", "Сегодня по мосту ходят трамваи.", "今天有轨电车开过这座桥。"]
        {
            assert!(is_missed(text), "{text}");
        }
    }
}
