//! Sentences of a unit that have no counterpart in it, as the rules about omitted and added sentences report them.

use super::{Context, Place};
use crate::align::{Sentence, SentenceUnit, Unit};

/// A sentence of a unit that is less sure is not reported.
const SURE_UNIT: f64 = 0.5;

/// How sure of a sentence without counterpart one must be, in a document whose sentences are paired as surely as the first number
/// or less, and as the second or more: in a free translation what looks left out is mostly said in other words.
const CERTAINTY: (f64, f64) = (0.90, 0.97);
const SURE: (f64, f64) = (0.97, 0.45);

/// Of sentences that are less surely left out, or added, half are said in other words: translators of documentation join
/// sentences and take them apart. In five real repositories six of six surer ones were left out and seven of seven added.
const SURELY_OMITTED: f64 = 0.95;
const SURELY_ADDED: f64 = 0.99;

/// So many units as sure as in a close translation are counted beside those of a document, which may be short.
const PRIOR_UNITS: f64 = 4.0;

/// A unit with so probable a sentence without counterpart on both sides is a free translation.
const FREE: f64 = 0.3;

/// A sentence of fewer words that carry meaning is not missed; in a translation less certain than this it takes more words.
const WORDS: usize = 2;
const FREE_TRANSLATION: f64 = 0.93;
const FREE_WORDS: usize = 6;

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
    /// Whether it may as well be said in other words, or be a part of a sentence that was taken apart.
    pub(super) unsure: bool,
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
    let certainty = certainty(found);
    let sure_enough = sure_enough(certainty);
    let words = if certainty < FREE_TRANSLATION { FREE_WORDS } else { WORDS };
    let mut lone = Vec::new();
    for inside in found.chunk_by(|one, next| one.unit == next.unit) {
        let unit = inside.first().and_then(|first| units.get(first.unit));
        let sure = unit.is_some_and(|unit| unit.pinned || unit.confidence >= SURE_UNIT);
        let some = |without| inside.iter().any(|unit| lacks(unit, without) && unit.confidence > FREE);
        if !sure || (some(Without::Source) && some(Without::Target)) {
            continue;
        }
        for unit in inside.iter().filter(|unit| lacks(unit, without) && unit.confidence >= sure_enough) {
            let (document, sentences, surely) = match without {
                Without::Target => (context.source, &unit.source, SURELY_OMITTED),
                Without::Source => (context.target, &unit.target, SURELY_ADDED),
            };
            let text = |sentence: &Sentence| document.paragraphs[sentence.paragraph].text.get(sentence.span.range());
            for sentence in sentences {
                if let Some(text) = text(sentence).filter(|text| is_missed(text, words)) {
                    lone.push(Lone {
                        place: Place::new(sentence.paragraph, sentence.span.range()),
                        excerpt: excerpt(text),
                        words: unit.unanswered.clone(),
                        unsure: unit.confidence < surely || unit.claims,
                    });
                }
            }
        }
    }
    lone
}

/// How surely the sentences of a document that have a counterpart are paired, on average.
fn certainty(found: &[SentenceUnit]) -> f64 {
    let paired = found.iter().filter(|unit| !unit.source.is_empty() && !unit.target.is_empty());
    let (sum, count) = paired.fold((0.0, 0.0), |(sum, count), unit| (sum + unit.confidence, count + 1.0));
    (sum + PRIOR_UNITS * CERTAINTY.1) / (count + PRIOR_UNITS)
}

/// How sure of a sentence without counterpart one must be in a document of such certainty.
fn sure_enough(certainty: f64) -> f64 {
    let share = ((certainty - CERTAINTY.0) / (CERTAINTY.1 - CERTAINTY.0)).clamp(0.0, 1.0);
    SURE.0 + share * (SURE.1 - SURE.0)
}

/// Whether a reader misses a sentence: it has so many words that carry meaning, and is no gloss in brackets and no byline.
fn is_missed(text: &str, least: usize) -> bool {
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
    weight >= least && !gloss && !byline
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
    fn a_free_translation_has_to_be_surer() {
        let unit = |confidence| SentenceUnit {
            unit: 0,
            source: vec![Sentence { paragraph: 0, span: crate::text::Span::new(0, 1) }],
            target: vec![Sentence { paragraph: 0, span: crate::text::Span::new(0, 1) }],
            confidence,
            unanswered: Vec::new(),
            claims: false,
        };
        let (close, free) = (vec![unit(0.99); 40], vec![unit(0.8); 40]);
        assert!(sure_enough(certainty(&close)) < 0.5 && sure_enough(certainty(&free)) > 0.9);
        assert!(sure_enough(certainty(&[])) < 0.5);
    }

    #[test]
    fn glosses_bylines_and_short_sentences_are_not_missed() {
        for text in ["(See the next page.)", "By Anna Serikova.", "Фото автора.", "Да.", "— О!"] {
            assert!(!is_missed(text, WORDS), "{text}");
        }
        for text in ["Tap Settings.", "Сегодня по мосту ходят трамваи.", "今天有轨电车开过这座桥。"]
        {
            assert!(is_missed(text, WORDS), "{text}");
        }
    }
}
