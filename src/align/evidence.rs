//! Why a unit was paired, for a person to judge.

use rustc_hash::FxHashMap;

use crate::text::Paragraph;

use super::judge::Judge;
use super::lengths::Lengths;
use super::links::{Link, Why};
use super::model::{MarkTables, Model, SHAPES};
use super::part::{Part, run};
use super::reader::Reader;
use super::score::{kept, words};
use super::unit::{Evidence, Unit};
use super::vocabulary::Vocabulary;

/// More pairs than this nobody reads.
const MOST: usize = 12;

/// One side with what its words look like in the text.
pub(super) struct Shown<'a> {
    pub(super) side: &'a Vocabulary,
    pub(super) paragraphs: &'a [Paragraph],
    pub(super) reader: &'a Reader,
}

/// Fills in the evidence of a unit that has both sides.
pub(super) fn explain(
    unit: &mut Unit,
    shown: (&Shown<'_>, &Shown<'_>),
    judge: &mut Judge<'_>,
    model: &Model,
    marks: &MarkTables,
) {
    if unit.source.is_empty() || unit.target.is_empty() {
        return;
    }
    let sides = (shown.0.side, shown.1.side);
    let part = Part { source: &unit.source, target: &unit.target };
    let (a, b) = (unit.source.len(), unit.target.len());
    let fits = run(&unit.source, 0) == a && run(&unit.target, 0) == b;
    let scores = judge.shown(&unit.source, &unit.target);
    unit.evidence = Evidence {
        // A pin may hold more paragraphs than the model compares, or such as do not follow each other.
        length: if fits { Lengths::new(sides, part, model).score(0, 0, a, b) } else { 0.0 },
        words: words(&scores, model),
        structure: kept(sides, part, SHAPES.iter().position(|shape| (shape.0, shape.1) == (a, b)), marks),
        ..Evidence::default()
    };
    let written = (shown.0.written(&unit.source), shown.1.written(&unit.target));
    for (word, link) in one_to_one(judge.links(&unit.source, &unit.target)) {
        let (Some(source), Some(target)) = (written.0.get(&word), written.1.get(&link.target)) else { continue };
        let pair = (source.clone(), target.clone());
        let names = sides.0.types[word as usize].name && sides.1.types[link.target as usize].name;
        let evidence = &mut unit.evidence;
        match link.why {
            Why::Number => push(&mut evidence.numbers, sides.0.key(word).to_owned()),
            Why::Sound | Why::Same if names || link.why == Why::Same => push(&mut evidence.names, pair),
            Why::Sound | Why::Same | Why::Lexicon => push(&mut evidence.lexicon, pair),
        }
    }
}

fn push<T>(list: &mut Vec<T>, item: T) {
    if list.len() < MOST {
        list.push(item);
    }
}

/// The most telling links, each word in one of them, in the order of the source's words.
fn one_to_one(mut links: Vec<(u32, Link)>) -> Vec<(u32, Link)> {
    links.sort_by(|x, y| {
        let weight = |link: &Link| link.trust * link.forward.min(link.backward);
        weight(&y.1).total_cmp(&weight(&x.1)).then(x.0.cmp(&y.0)).then(x.1.target.cmp(&y.1.target))
    });
    let mut taken = (FxHashMap::default(), FxHashMap::default());
    links.retain(|(word, link)| {
        let free = !taken.0.contains_key(word) && !taken.1.contains_key(&link.target);
        if free {
            taken.0.insert(*word, ());
            taken.1.insert(link.target, ());
        }
        free
    });
    links
}

impl Shown<'_> {
    /// How each type is first written in a block.
    fn written(&self, block: &[usize]) -> FxHashMap<u32, String> {
        let mut written = FxHashMap::default();
        for at in block {
            let text = &self.paragraphs[*at].text;
            super::tokens::each(text, |key, class, start, end| {
                if let Some(kind) = self.side.find(&self.reader.key_of(key, class)) {
                    written.entry(kind).or_insert_with(|| text[start..end].to_owned());
                }
            });
        }
        written
    }
}
