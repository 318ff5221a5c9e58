//! What became of the verbatim blocks that were recorded beside the accepted units.

use super::{Accepted, Drift, Pair, State, Units};
use crate::align::{self, BlockPair, Unit};
use crate::text::{BlockKind, Document, Lines, Verbatim};

/// The verbatim blocks of both documents, and what became of each since it was recorded.
#[derive(Clone, Debug, Default)]
pub struct Blocks {
    /// Of the original, in file order.
    pub source: Vec<Verbatim>,
    /// Of the translation, in file order.
    pub target: Vec<Verbatim>,
    /// In the order of the documents, each block in exactly one.
    pub units: Vec<BlockUnit>,
}

impl Blocks {
    /// The texts of a block unit as they were recorded; for one that nobody recorded, the translation's text on both
    /// sides, since the original's is not known.
    pub fn was<'a>(&'a self, unit: &BlockUnit, units: &'a Units) -> [Option<&'a str>; 2] {
        let target = unit.pair.1.map(|at| self.target[at].text.as_str());
        match unit.recorded.and_then(|at| units.blocks.get(at)) {
            Some(record) => [&record.source, &record.target].map(|side| side.first().map(String::as_str)),
            None => [target, target],
        }
    }
}

impl Blocks {
    /// The record of a block unit as it is today; `None` where only the original has it.
    fn record(&self, unit: &BlockUnit) -> Option<Accepted> {
        // What only the translation has is the translator's; what only the original has is still to be brought over.
        let target = &self.target[unit.pair.1?];
        let source = unit.pair.0.map(|at| self.source[at].text.clone());
        Some(Accepted { source: source.into_iter().collect(), target: vec![target.text.clone()] })
    }
}

impl Pair {
    /// Where a block unit of this pair is, for people: `path:line ↔ path:line`.
    pub fn block_place(&self, blocks: &Blocks, unit: &BlockUnit) -> String {
        let side = |path: &str, document: &Document, lines: &Lines, block: Option<usize>, all: &[Verbatim]| match block
        {
            // By its number: the texts before it may have changed since the blocks were read.
            Some(at) => {
                let now = document.verbatim().get(at).map_or(all[at].span, |block| block.span);
                format!("{path}:{}", lines.position(&document.text, now.start).line)
            }
            None => "–".to_owned(),
        };
        let (source, target) = unit.pair;
        let original = side(&self.paths.original, &self.source, self.source_lines(), source, &blocks.source);
        let translation = side(&self.paths.translation, &self.target, self.target_lines(), target, &blocks.target);
        format!("{original} ↔ {translation}")
    }

    /// The verbatim blocks, paired by what is around them in the accepted units.
    pub fn blocks(&self, drift: &Drift) -> Blocks {
        Blocks::of(&self.units, &self.source, &self.target, drift)
    }
}

impl Blocks {
    /// The verbatim blocks of two documents, paired by what is around them in the accepted units.
    pub fn of(recorded: &Units, source: &Document, target: &Document, drift: &Drift) -> Blocks {
        let (source, target) = (source.verbatim(), target.verbatim());
        let around = drift.standing.iter().map(|standing| &standing.pin);
        let around: Vec<Unit> = around.map(|pin| Unit::new(pin.source.clone(), pin.target.clone())).collect();
        let pairs = align::verbatim(&source, &target, &around);
        let units = block_units(recorded, &source, &target, &pairs);
        Blocks { source, target, units }
    }
}

/// Blocks of today's documents that answer each other, and what became of them since they were recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BlockUnit {
    /// Indices into the blocks of the original and of the translation.
    pub pair: BlockPair,
    /// Index into [`Units::blocks`]; `None` where none was recorded for it.
    pub recorded: Option<usize>,
    /// What became of the blocks.
    pub state: BlockState,
}

/// What became of a recorded block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BlockState {
    /// Nobody accepted anything of this document, or not this block.
    Open,
    /// As recorded, or as changed since.
    Accepted(State),
    /// The units were accepted by a version that recorded no blocks, and the two sides differ.
    Unrecorded,
}

impl BlockUnit {
    /// Whether only the translation changed.
    pub fn is_edited(&self) -> bool {
        self.state == BlockState::Accepted(State::Edited)
    }

    /// Whether the translation has to follow the original.
    pub fn is_stale(&self) -> bool {
        matches!(self.state, BlockState::Unrecorded | BlockState::Accepted(State::Stale | State::Both))
    }
}

impl Units {
    /// Whether units were accepted without the verbatim blocks beside them.
    pub fn lacks_blocks(&self) -> bool {
        !self.accepted.is_empty() && self.blocks.is_empty()
    }

    /// The units with the blocks of both sides that answer each other recorded.
    #[must_use]
    pub fn record_blocks(&self, blocks: &Blocks) -> Units {
        Units { blocks: blocks.units.iter().filter_map(|unit| blocks.record(unit)).collect(), ..self.clone() }
    }

    /// The units with the named blocks recorded as they are today; every other record stays, where it was between the
    /// others.
    #[must_use]
    pub fn record_named_blocks(&self, blocks: &Blocks, is_named: &dyn Fn(&BlockUnit) -> bool) -> Units {
        let mut records = Vec::with_capacity(self.blocks.len());
        let mut next = 0;
        for unit in &blocks.units {
            let known = unit.recorded.filter(|at| *at >= next);
            // A block that is not found any more stays before the one that followed it.
            if let Some(at) = known {
                let is_found = |at: &usize| blocks.units.iter().any(|unit| unit.recorded == Some(*at));
                records.extend((next..at).filter(|at| !is_found(at)).map(|at| self.blocks[at].clone()));
                next = at + 1;
            }
            let old = || unit.recorded.map(|at| self.blocks[at].clone());
            records.extend(if is_named(unit) { blocks.record(unit) } else { old() });
        }
        let is_found = |at: &usize| blocks.units.iter().any(|unit| unit.recorded == Some(*at));
        records.extend((next..self.blocks.len()).filter(|at| !is_found(at)).map(|at| self.blocks[at].clone()));
        Units { blocks: records, ..self.clone() }
    }
}

/// What became of each pair of today's blocks.
///
/// A record is found by both its texts, then by one of them, then, where as many are left over between two that were
/// found, by its place.
fn block_units(units: &Units, source: &[Verbatim], target: &[Verbatim], pairs: &[BlockPair]) -> Vec<BlockUnit> {
    let texts: Vec<[Option<&str>; 2]> = pairs
        .iter()
        .map(|(left, right)| [left.map(|at| source[at].text.as_str()), right.map(|at| target[at].text.as_str())])
        .collect();
    let recorded = found(units, &texts);
    let state = |at: usize| -> BlockState {
        let Some(record) = recorded[at].map(|record| &units.blocks[record]) else {
            return unrecorded(units, source, target, pairs[at]);
        };
        let changed = |was: &[String], now: Option<&str>| was.first().map(String::as_str) != now;
        let state = match (changed(&record.source, texts[at][0]), changed(&record.target, texts[at][1])) {
            (false, false) => State::Fresh { cosmetic: false },
            (true, false) => State::Stale,
            (false, true) => State::Edited,
            (true, true) => State::Both,
        };
        BlockState::Accepted(state)
    };
    (0..pairs.len()).map(|at| BlockUnit { pair: pairs[at], recorded: recorded[at], state: state(at) }).collect()
}

fn unrecorded(units: &Units, source: &[Verbatim], target: &[Verbatim], pair: BlockPair) -> BlockState {
    // Where definitions of links are written is looks; where they lead, the links are asked.
    let is_definition = |block: Option<&Verbatim>| block.is_some_and(|block| block.kind == BlockKind::Definitions);
    let is_looks = is_definition(pair.0.map(|at| &source[at])) || is_definition(pair.1.map(|at| &target[at]));
    let differ = match pair {
        (Some(left), Some(right)) => source[left].difference(&target[right]).is_some(),
        (left, right) => left.is_some() != right.is_some(),
    };
    match () {
        () if is_looks => BlockState::Open,
        // A block that came into the original since the others were recorded.
        () if !units.blocks.is_empty() && pair.1.is_none() => BlockState::Accepted(State::Stale),
        () if !units.blocks.is_empty() && pair.0.is_none() => BlockState::Accepted(State::Edited),
        () if units.lacks_blocks() && differ => BlockState::Unrecorded,
        () => BlockState::Open,
    }
}

/// By pair of today's blocks, its record.
fn found(units: &Units, texts: &[[Option<&str>; 2]]) -> Vec<Option<usize>> {
    let mut recorded: Vec<Option<usize>> = vec![None; texts.len()];
    let mut free = vec![true; units.blocks.len()];
    let records: Vec<[Option<&str>; 2]> = units
        .blocks
        .iter()
        .map(|block| [block.source.first().map(String::as_str), block.target.first().map(String::as_str)])
        .collect();
    let equal = [
        |one: &[Option<&str>; 2], other: &[Option<&str>; 2]| one == other,
        |one: &[Option<&str>; 2], other: &[Option<&str>; 2]| one[1].is_some() && one[1] == other[1],
        |one: &[Option<&str>; 2], other: &[Option<&str>; 2]| one[0].is_some() && one[0] == other[0],
    ];
    for equal in equal {
        for (at, now) in texts.iter().enumerate().filter(|(at, _)| recorded[*at].is_none()).collect::<Vec<_>>() {
            // Of equal records the one behind the last that was found keeps the order.
            let behind = recorded[..at].iter().flatten().max().map_or(0, |last| last + 1);
            let all = (behind..records.len()).chain(0..behind);
            let record = all.into_iter().find(|record| free[*record] && equal(&records[*record], now));
            if let Some(record) = record {
                free[record] = false;
                recorded[at] = Some(record);
            }
        }
    }
    by_place(&mut recorded, &mut free);
    recorded
}

/// Gives what is left between two that were found its record, where there are as many.
fn by_place(recorded: &mut [Option<usize>], free: &mut [bool]) {
    let mut at = 0;
    while at < recorded.len() {
        let run = recorded[at..].iter().take_while(|record| record.is_none()).count();
        if run == 0 {
            at += 1;
            continue;
        }
        let first = recorded[..at].last().copied().flatten().map_or(0, |record| record + 1);
        let end = recorded.get(at + run).copied().flatten().unwrap_or(free.len());
        if first <= end && end - first == run && free[first..end].iter().all(|free| *free) {
            for step in 0..run {
                recorded[at + step] = Some(first + step);
                free[first + step] = false;
            }
        }
        at += run;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Format;

    fn pair(source: &str, target: &str, units: Units) -> Pair {
        let read = |text: &str| Document::read(text.as_bytes(), Format::Markdown);
        let languages = ("ru".parse().unwrap(), "en".parse().unwrap());
        Pair::of(read(source), read(target), languages, units)
    }

    fn code(first: &str, second: &str) -> String {
        format!("```sh\n{first}\n```\n\n```sh\n{second}\n```\n")
    }

    /// The states of today's blocks, the two sides having been recorded as `was`.
    fn states(was: [&str; 2], now: [&str; 2]) -> Vec<BlockState> {
        let before = pair(was[0], was[1], Units::default());
        let units = Units::default().record_blocks(&before.blocks(&before.drift()));
        let today = pair(now[0], now[1], units);
        today.blocks(&today.drift()).units.iter().map(|unit| unit.state).collect()
    }

    #[test]
    fn a_change_of_either_side_is_told_by_its_side() {
        let was = code("ls", "cd /");
        let fresh = BlockState::Accepted(State::Fresh { cosmetic: false });
        assert_eq!(states([&was, &was], [&was, &was]), [fresh, fresh]);
        let now = code("ls", "cd ~");
        assert_eq!(states([&was, &was], [&now, &was]), [fresh, BlockState::Accepted(State::Stale)]);
        assert_eq!(states([&was, &was], [&was, &now]), [fresh, BlockState::Accepted(State::Edited)]);
        assert_eq!(states([&was, &was], [&now, &now]), [fresh, BlockState::Accepted(State::Both)]);
    }

    #[test]
    fn a_block_that_came_into_the_original_is_stale() {
        let (was, now) = ("```sh\nls\n```\n", code("ls", "make all"));
        assert_eq!(states([was, was], [&now, was])[1], BlockState::Accepted(State::Stale));
    }

    #[test]
    fn a_block_that_came_into_the_translation_is_edited() {
        let (was, now) = ("```sh\nls\n```\n", code("ls", "make all"));
        assert_eq!(states([was, was], [was, &now])[1], BlockState::Accepted(State::Edited));
        let fresh = BlockState::Accepted(State::Fresh { cosmetic: false });
        assert_eq!(states([was, &now], [was, &now]), [fresh, fresh], "a block of the translation's own was accepted");
    }

    #[test]
    fn what_was_never_recorded_is_never_unchanged() {
        let accepted = vec![Accepted { source: vec!["Раз".to_owned()], target: vec!["One".to_owned()] }];
        let units = Units { accepted, ..Units::default() };
        let today = pair("Раз\n\n```sh\nls -a\n```\n", "One\n\n```sh\nls\n```\n", units.clone());
        assert_eq!(today.blocks(&today.drift()).units[0].state, BlockState::Unrecorded);
        let equal = pair("Раз\n\n```sh\nls # раз\n```\n", "One\n\n```sh\nls # one\n```\n", units);
        assert_eq!(equal.blocks(&equal.drift()).units[0].state, BlockState::Open);
    }
}
