//! What one pair of documents says to the others: its passages, its names, its concepts.

use std::collections::BTreeSet;
use std::sync::Arc;

use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::drift::places;
use super::{AnalysedUnit, Analysis};
use crate::lang::sounds::Sounds;
use crate::rules::Place;
use crate::text::{Paragraph, Span, is_alphabetic};
use crate::units::Pair;

/// Under this confidence a unit that nobody accepted says nothing about how its source is translated.
const SURE: f64 = 0.8;
/// No rule compares shorter paragraphs, so that nothing is kept of them.
const LETTERS: usize = 20;
/// Shorter names differ by chance.
const LETTERS_NAME: usize = 4;
/// How many pairs of capitalised words of a unit are compared at most.
const NAMES_COMPARED: usize = 10_000;

/// The first eight bytes of a SHA-256: enough to distinguish the paragraphs of any project.
pub(super) type Short = [u8; 8];

/// What the rules across documents need to know of one pair; as large as the pair, so not to be kept of every one.
#[derive(Clone, Debug, Default)]
pub struct Summary {
    pub(super) language: String,
    pub(super) passages: Vec<Passage>,
    pub(super) names: Vec<Name>,
    pub(super) concepts: BTreeSet<usize>,
}

/// Of a summary what can be compared with other pairs; a tenth of the pair's size.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Traces {
    pub(super) language: String,
    /// Digests of the source and of the target, letters of the source.
    pub(super) passages: Vec<(u64, u64, usize)>,
    /// Stem and spelling, in the order of the document.
    pub(super) names: Vec<(String, String)>,
    pub(super) concepts: BTreeSet<usize>,
}

impl Summary {
    /// What can be compared with other pairs.
    pub fn traces(&self) -> Traces {
        let number = |short: Short| u64::from_be_bytes(short);
        let passage = |passage: &Passage| (number(passage.source), number(passage.target), passage.letters);
        Traces {
            language: self.language.clone(),
            passages: self.passages.iter().map(passage).collect(),
            names: self.names.iter().map(|name| (name.stem.clone(), name.target.clone())).collect(),
            concepts: self.concepts.clone(),
        }
    }
}

impl Summary {
    /// How the translation spells the names of a stem, each spelling once, in the order of the document.
    pub fn spellings(&self, stem: &str) -> Vec<&str> {
        let mut all: Vec<&str> = Vec::new();
        for name in self.names.iter().filter(|name| name.stem == stem) {
            if !all.contains(&name.target.as_str()) {
                all.push(&name.target);
            }
        }
        all
    }
}

/// The words of a text that may be names.
pub fn names_in(paragraph: &Paragraph) -> Vec<&str> {
    let words = paragraph.words();
    let names = words.iter().map(|span| without_possessive(&paragraph.text[span.range()])).filter(|word| is_name(word));
    names.collect()
}

/// A unit, by its texts.
#[derive(Clone, Debug)]
pub(super) struct Passage {
    pub(super) source: Short,
    pub(super) target: Short,
    /// Letters of the source.
    pub(super) letters: usize,
    pub(super) excerpt: String,
    pub(super) places: (Vec<Place>, Vec<Place>),
}

/// A name and what it became.
#[derive(Clone, Debug)]
pub(super) struct Name {
    pub(super) stem: String,
    pub(super) source: String,
    pub(super) target: String,
    pub(super) places: (Place, Place),
}

/// The summary of one pair of documents. `stem` gives the stem of a word of the source language, in lower case.
pub fn summarise(pair: &Pair, analysis: &Analysis, stem: &dyn Fn(&str) -> String) -> Summary {
    let mut summary = Summary { language: pair.target_language.to_string(), ..Summary::default() };
    let mut sounds_of = SoundsOf::default();
    for analysed in analysis.units.iter().filter(|analysed| sure(analysed)) {
        let unit = &analysed.unit;
        let text = |paragraphs: &[Paragraph], at: &[usize]| -> String {
            at.iter().map(|at| paragraphs[*at].plain()).collect::<Vec<_>>().join("\n")
        };
        let source = text(&pair.source.paragraphs, &unit.source);
        let target = text(&pair.target.paragraphs, &unit.target);
        let letters = source.chars().filter(|letter| is_alphabetic(*letter)).count();
        if letters > LETTERS {
            summary.passages.push(Passage {
                source: digest(&source),
                target: digest(&target),
                letters,
                excerpt: excerpt(&target),
                places: (places(&pair.source, &unit.source), places(&pair.target, &unit.target)),
            });
        }
        summary.names.extend(names(pair, analysis, analysed, stem, &mut sounds_of));
    }
    let occurrences = analysis.source_terms.iter().chain(&analysis.target_terms).flatten();
    summary.concepts = occurrences.map(|found| found.concept).collect();
    summary
}

fn sure(analysed: &AnalysedUnit) -> bool {
    let unit = &analysed.unit;
    let paired = !unit.source.is_empty() && !unit.target.is_empty();
    paired && (analysed.accepted.is_some() || unit.pinned || unit.confidence >= SURE)
}

/// The names of a unit and what they became: words with a capital that sound alike, each the likest of the other side.
fn names<'a>(
    pair: &'a Pair,
    analysis: &Analysis,
    analysed: &AnalysedUnit,
    stem: &dyn Fn(&str) -> String,
    sounds_of: &mut SoundsOf<'a>,
) -> Vec<Name> {
    let unit = &analysed.unit;
    let source = capitals(&pair.source.paragraphs, &unit.source);
    let target = capitals(&pair.target.paragraphs, &unit.target);
    // A unit of so many names is a list, and comparing all with all would take too long.
    if source.len() * target.len() > NAMES_COMPARED {
        return Vec::new();
    }
    // Within one script a name is copied, and words that look alike are many.
    let scripts = |one: &Capital<'_>, other: &Capital<'_>| one.latin != other.latin;
    if !source.iter().any(|one| target.iter().any(|other| scripts(one, other))) {
        return Vec::new();
    }
    let heard: [Vec<Arc<Sounds>>; 2] =
        [&source, &target].map(|side| side.iter().map(|name| sounds_of.get(name.word)).collect());
    let likely = |(at, one): (usize, &Capital<'_>), (there, other): (usize, &Capital<'_>)| {
        scripts(one, other).then(|| heard[0][at].likely(&heard[1][there])).flatten()
    };
    let rows: Vec<Vec<Option<f64>>> = source
        .iter()
        .enumerate()
        .map(|one| target.iter().enumerate().map(|other| likely(one, other)).collect())
        .collect();
    let likest = |scores: &mut dyn Iterator<Item = Option<f64>>| -> Option<usize> {
        let scores = scores.enumerate().filter_map(|(at, score)| Some((at, score?)));
        scores.max_by(|a, b| a.1.total_cmp(&b.1)).map(|(at, _)| at)
    };
    let mut names = Vec::new();
    for (at, name) in source.iter().enumerate() {
        let Some(became) = likest(&mut rows[at].iter().copied()) else { continue };
        if likest(&mut rows.iter().map(|row| row[became]))
            .is_none_or(|back| back != at && source[back].word != name.word)
        {
            continue;
        }
        // What the glossary names, the glossary's rules look after.
        let mut terms = analysis.source_terms.get(name.place.paragraph).into_iter().flatten();
        if terms.any(|found| found.span.overlaps(name.place.span)) {
            continue;
        }
        names.push(Name {
            stem: stem(&name.word.to_lowercase()),
            source: name.word.to_owned(),
            target: target[became].word.to_owned(),
            places: (name.place, target[became].place),
        });
    }
    names
}

/// A word with a capital that may be a name.
struct Capital<'a> {
    word: &'a str,
    place: Place,
    latin: bool,
}

/// The sounds of words, each worked out once.
#[derive(Default)]
struct SoundsOf<'a>(FxHashMap<&'a str, Arc<Sounds>>);

impl<'a> SoundsOf<'a> {
    fn get(&mut self, word: &'a str) -> Arc<Sounds> {
        self.0.entry(word).or_insert_with(|| Arc::new(Sounds::of(word))).clone()
    }
}

fn capitals<'a>(paragraphs: &'a [Paragraph], at: &[usize]) -> Vec<Capital<'a>> {
    let of = |at: &usize| {
        let (at, paragraph) = (*at, &paragraphs[*at]);
        paragraph.words().iter().map(move |&span| (at, span, &paragraph.text[span.range()]))
    };
    at.iter()
        .flat_map(of)
        .map(|(at, span, word)| (at, span.start, without_possessive(word)))
        .filter(|(.., word)| is_name(word))
        .map(|(paragraph, start, word)| Capital {
            word,
            place: Place { paragraph, span: Span::new(start, start + word.len()) },
            latin: word.chars().all(|letter| letter < '\u{250}'),
        })
        .collect()
}

fn is_name(word: &str) -> bool {
    word.chars().next().is_some_and(char::is_uppercase)
        && word.chars().any(char::is_lowercase)
        && word.chars().filter(|letter| is_alphabetic(*letter)).count() >= LETTERS_NAME
}

fn without_possessive(word: &str) -> &str {
    ["'s", "’s", "'", "’"].iter().find_map(|ending| word.strip_suffix(ending)).unwrap_or(word)
}

/// The beginning of a text, for a message.
fn excerpt(text: &str) -> String {
    const SHOWN: usize = 60;
    let mut shown: String = text.chars().take(SHOWN).collect();
    if text.chars().nth(SHOWN).is_some() {
        shown.truncate(shown.rfind(' ').filter(|at| *at > 0).unwrap_or(shown.len()));
        shown.push('…');
    }
    shown
}

fn digest(text: &str) -> Short {
    let mut short = Short::default();
    short.copy_from_slice(&Sha256::digest(text.as_bytes())[..8]);
    short
}
