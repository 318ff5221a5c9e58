//! `diff`: which units are not as they were accepted.

use crate::text::{Document, Lines, Verbatim};
use crate::units::{BlockState, BlockUnit, Blocks, Pair, Paths, Standing, State};

/// What changed in one pair of documents.
#[derive(Clone, Debug)]
pub struct DocumentDrift {
    /// Inside the project.
    pub original: String,
    /// The translation's, as a BCP 47 tag.
    pub language: String,
    /// Inside the project.
    pub translation: String,
    /// In document order.
    pub units: Vec<UnitDrift>,
}

/// What changed in one unit.
#[derive(Clone, Debug)]
pub struct UnitDrift {
    /// What happened to it.
    pub state: DriftState,
    /// Whether the accepted unit lost its paragraphs on one side.
    pub removed: bool,
    /// In the original.
    pub source: SideDrift,
    /// In the translation.
    pub target: SideDrift,
}

/// What happened to a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DriftState {
    /// Its original changed.
    Stale,
    /// Its translation changed.
    Edited,
    /// Both changed.
    Both,
    /// Nothing is left of it.
    Gone,
    /// It was not there.
    New,
}

impl DriftState {
    /// The word for it in JSON and in the classes of pages.
    pub fn name(self) -> &'static str {
        match self {
            DriftState::Stale => "stale",
            DriftState::Edited => "edited",
            DriftState::Both => "both",
            DriftState::Gone => "gone",
            DriftState::New => "new",
        }
    }
}

/// One side of a unit.
#[derive(Clone, Debug, Default)]
pub struct SideDrift {
    /// The paragraphs' texts as they were; empty where there were none.
    pub was: Vec<String>,
    /// Today's.
    pub now: Vec<String>,
    /// The 1-based lines where today's paragraphs begin.
    pub lines: Vec<usize>,
    /// Whether the wording changed.
    pub changed: bool,
}

impl DocumentDrift {
    /// The drift of a pair of documents with these units.
    pub(super) fn of(paths: &Paths, units: Vec<UnitDrift>) -> DocumentDrift {
        DocumentDrift {
            original: paths.original.clone(),
            language: paths.language.to_string(),
            translation: paths.translation.clone(),
            units,
        }
    }
}

/// The units that are not as they were accepted.
pub fn drift_since_accepted(pair: &Pair) -> DocumentDrift {
    let drift = pair.drift();
    let (source, target) = (Side::new(&pair.source), Side::new(&pair.target));
    let changed = |one: &&Standing| !matches!(one.state, State::Fresh { .. });
    let mut told: Vec<(usize, UnitDrift)> = Vec::new();
    for one in drift.standing.iter().chain(&drift.halves).filter(changed) {
        let (source_was, target_was) = one.was(&pair.units);
        let (state, source_changed, target_changed) = match one.state {
            State::Stale => (DriftState::Stale, true, false),
            State::Edited => (DriftState::Edited, false, true),
            State::Both | State::Fresh { .. } => (DriftState::Both, true, true),
        };
        let unit = UnitDrift {
            state,
            removed: one.pin.source.is_empty() || one.pin.target.is_empty(),
            source: source.drift(source_was, &one.pin.source, source_changed),
            target: target.drift(target_was, &one.pin.target, target_changed),
        };
        told.push((one.accepted, unit));
    }
    for at in &drift.gone {
        let unit = &pair.units.accepted[*at];
        let side = |texts: &[String]| SideDrift { was: texts.to_vec(), changed: true, ..SideDrift::default() };
        told.push((
            *at,
            UnitDrift {
                state: DriftState::Gone,
                removed: false,
                source: side(&unit.source),
                target: side(&unit.target),
            },
        ));
    }
    told.sort_by_key(|(accepted, _)| *accepted);
    let blocks = block_drift(pair, &pair.blocks(&drift), [&source, &target]);
    DocumentDrift::of(&pair.paths, told.into_iter().map(|(_, unit)| unit).chain(blocks).collect())
}

/// Code and other verbatim blocks that are not as they were recorded.
fn block_drift(pair: &Pair, blocks: &Blocks, sides: [&Side<'_>; 2]) -> Vec<UnitDrift> {
    let unit = |unit: &BlockUnit| {
        let (state, source_changed, target_changed) = match unit.state {
            BlockState::Unrecorded | BlockState::Accepted(State::Stale) => (DriftState::Stale, true, false),
            BlockState::Accepted(State::Edited) => (DriftState::Edited, false, true),
            BlockState::Accepted(State::Both) => (DriftState::Both, true, true),
            BlockState::Open | BlockState::Accepted(State::Fresh { .. }) => return None,
        };
        let [source_was, target_was] = blocks.was(unit, &pair.units);
        let source = unit.pair.0.map(|at| &blocks.source[at]);
        let target = unit.pair.1.map(|at| &blocks.target[at]);
        Some(UnitDrift {
            state,
            removed: false,
            source: sides[0].block(source_was, source, source_changed),
            target: sides[1].block(target_was, target, target_changed),
        })
    };
    blocks.units.iter().filter_map(unit).collect()
}

/// Today's document and its lines.
pub(super) struct Side<'a> {
    document: &'a Document,
    lines: Lines,
}

impl<'a> Side<'a> {
    pub(super) fn new(document: &'a Document) -> Side<'a> {
        Side { document, lines: Lines::new(&document.text) }
    }

    fn block(&self, was: Option<&str>, now: Option<&Verbatim>, changed: bool) -> SideDrift {
        let line = |block: &Verbatim| self.lines.position(&self.document.text, block.span.start).line;
        SideDrift {
            was: was.into_iter().map(str::to_owned).collect(),
            now: now.map(|block| block.text.clone()).into_iter().collect(),
            lines: now.map(line).into_iter().collect(),
            changed,
        }
    }

    pub(super) fn drift(&self, was: Vec<&str>, now: &[usize], changed: bool) -> SideDrift {
        let line = |at: &usize| self.lines.position(&self.document.text, self.document.paragraphs[*at].span.start).line;
        SideDrift {
            was: was.into_iter().map(str::to_owned).collect(),
            now: now.iter().map(|at| self.document.paragraphs[*at].text.clone()).collect(),
            lines: now.iter().map(line).collect(),
            changed,
        }
    }
}
