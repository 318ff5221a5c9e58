//! Every paragraph is in exactly one unit, in source order, confidences are probabilities, pins that can hold do,
//! and the answer is the same on any number of threads and with or without evidence.

use std::sync::LazyLock;

use rayon::{ThreadPool, ThreadPoolBuilder};
use tolmach::align::{Pin, Side, Unit, align, align_without_evidence};
use tolmach::lang::Language;
use tolmach::text::{Document, Format};

use super::{languages, lexicon, texts};

/// Of one thread and of two.
static POOLS: LazyLock<[ThreadPool; 2]> =
    LazyLock::new(|| [1, 2].map(|threads| ThreadPoolBuilder::new().num_threads(threads).build().expect("threads")));

/// Input: languages, source, target, pins (`0 1 - 2` a line).
pub fn hold(bytes: &[u8]) {
    let [tags, source, target, pins] = texts(bytes);
    let (from, to) = languages(&tags);
    let read = |text: &str| Document::read(text.as_bytes(), Format::Markdown);
    let (source, target) = (read(&source), read(&target));
    let pins: Vec<Pin> = pins.lines().map(pin).collect();
    let sides = (side(&from, &source), side(&to, &target));
    let lexicon = lexicon(&from, &to);
    let units = align(&sides.0, &sides.1, &pins, &lexicon);
    whole(&units, source.paragraphs.len(), target.paragraphs.len());
    for pool in POOLS.iter() {
        let again = || align(&sides.0, &sides.1, &pins, &lexicon);
        let (one, other) = pool.join(again, again);
        assert!(one == units && other == units, "{units:?}\n{one:?}\n{other:?}");
    }
    let shapes = |units: &[Unit]| -> Vec<_> {
        units.iter().map(|unit| (unit.source.clone(), unit.target.clone(), unit.confidence, unit.moved)).collect()
    };
    let bare = align_without_evidence(&sides.0, &sides.1, &pins, &lexicon);
    assert_eq!(shapes(&bare), shapes(&units));
}

fn side<'a>(language: &'a Language, document: &'a Document) -> Side<'a> {
    Side { language, paragraphs: &document.paragraphs, blocks: &document.blocks, text: &document.text }
}

/// Paragraphs occur once, in order; units without a source are behind what their target follows.
pub fn whole(units: &[Unit], sources: usize, targets: usize) {
    let mut seen = (vec![0; sources], vec![0; targets]);
    let mut last = None;
    for unit in units {
        assert!((0.0..=1.0).contains(&unit.confidence), "{unit:?}");
        assert!(!unit.source.is_empty() || !unit.target.is_empty());
        assert!(unit.source.is_sorted() && unit.target.is_sorted(), "{unit:?}");
        unit.source.iter().for_each(|at| seen.0[*at] += 1);
        unit.target.iter().for_each(|at| seen.1[*at] += 1);
        if let Some(first) = unit.source.first() {
            assert!(last < Some(first), "{units:?}");
            last = Some(first);
        }
        let evidence = &unit.evidence;
        assert!([evidence.length, evidence.words, evidence.structure].iter().all(|score| score.is_finite()));
    }
    assert!(seen.0.iter().chain(&seen.1).all(|count| *count == 1), "{units:?}");
}

fn pin(line: &str) -> Pin {
    let (source, target) = line.split_once('-').unwrap_or((line, ""));
    let indices = |text: &str| text.split_whitespace().filter_map(|index| index.parse().ok()).collect();
    Pin { source: indices(source), target: indices(target) }
}
