//! The order of the blocks in a units file: one for each aligned unit of the document, accepted or not.
//!
//! A unit that nobody has accepted yet has an empty block, so that it has a place: two people who accept different
//! units change different lines, and plain git merges them. The empty block holds no text, so that editing a paragraph
//! nobody accepted changes no line of the file.

use rustc_hash::FxHashMap;

use crate::align::Pin;

use super::accept::Today;
use super::shape::Shape;
use super::{Accepted, Units, Waiver};

/// The blocks of a units file, in the order of the document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Layout {
    pub(super) blocks: Vec<Block>,
}

/// A block of the file: one unit and the waivers of its findings.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Block {
    /// Index into [`Units::accepted`]; `None` for a unit that nobody has accepted.
    pub(super) accepted: Option<usize>,
    /// Indices into [`Units::waivers`], ascending.
    pub(super) waivers: Vec<usize>,
}

impl Layout {
    /// The blocks for today's texts: the accepted units of `units` and, between them, those of `aligned` that nobody
    /// has accepted. `today.drift` is that of `units`.
    pub fn of_today(units: &Units, today: Today<'_>, aligned: &[Pin]) -> Layout {
        let keys = today.keys(units);
        let free = today.free(aligned);
        let mut blocks: Vec<Block> = Vec::with_capacity(keys.len() + free.len());
        // By the texts of a unit, its block: a waiver holds for the texts it was given for.
        let mut places: FxHashMap<(Vec<String>, Vec<String>), usize> = FxHashMap::default();
        let mut open = free.into_iter().peekable();
        for (at, key) in keys.iter().enumerate() {
            while let Some((_, unit)) = open.next_if(|(place, _)| place < key) {
                places.insert((unit.source, unit.target), blocks.len());
                blocks.push(Block::default());
            }
            let Accepted { source, target } = units.accepted[at].clone();
            places.insert((source, target), blocks.len());
            blocks.push(Block { accepted: Some(at), waivers: Vec::new() });
        }
        for (_, unit) in open {
            places.insert((unit.source, unit.target), blocks.len());
            blocks.push(Block::default());
        }
        for (at, waiver) in units.waivers.iter().enumerate() {
            if let Some(block) = places.get(&(waiver.source.clone(), waiver.target.clone())) {
                blocks[*block].waivers.push(at);
            }
        }
        Layout { blocks }
    }

    /// The blocks of `units` in their order, with the empty ones of the file `before` where they were, for a writer that
    /// does not know today's texts. A unit accepted since takes the place of an empty block beside it.
    pub(super) fn kept(units: &Units, before: &Shape) -> Layout {
        let mut index: FxHashMap<&Accepted, Vec<usize>> = FxHashMap::default();
        for (at, accepted) in units.accepted.iter().enumerate().rev() {
            index.entry(accepted).or_default().push(at);
        }
        let mut waivers: FxHashMap<&Waiver, Vec<usize>> = FxHashMap::default();
        for (at, waiver) in units.waivers.iter().enumerate().rev() {
            waivers.entry(waiver).or_default().push(at);
        }
        let mut known = vec![None; units.accepted.len()];
        // Behind each accepted unit, and before the first, the empty blocks with their waivers.
        let mut empty: Vec<Vec<Block>> = vec![Vec::new(); units.accepted.len() + 1];
        let mut last = 0;
        for block in &before.unit {
            let mut own: Vec<usize> = block.waiver.iter().filter_map(|waiver| waivers.get_mut(waiver)?.pop()).collect();
            own.sort_unstable();
            match block.accepted() {
                None => empty[last].push(Block { accepted: None, waivers: own }),
                Some(accepted) => {
                    if let Some(at) = index.get_mut(&accepted).and_then(Vec::pop) {
                        known[at] = Some(own);
                        last = at + 1;
                    }
                }
            }
        }
        let mut blocks = Vec::with_capacity(before.unit.len().max(units.accepted.len()));
        let mut waiting: Vec<Block> = std::mem::take(&mut empty[0]);
        for (at, own) in known.into_iter().enumerate() {
            match own {
                Some(own) => {
                    blocks.append(&mut waiting);
                    blocks.push(Block { accepted: Some(at), waivers: own });
                }
                None => {
                    let taken = if waiting.is_empty() { Block::default() } else { waiting.remove(0) };
                    blocks.push(Block { accepted: Some(at), ..taken });
                }
            }
            waiting.append(&mut empty[at + 1]);
        }
        blocks.append(&mut waiting);
        Layout { blocks }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn unit(text: &str) -> Accepted {
        Accepted { source: vec![text.to_owned()], target: vec![text.to_uppercase()] }
    }

    fn units(texts: &[&str]) -> Units {
        Units { accepted: texts.iter().map(|text| unit(text)).collect(), ..Units::default() }
    }

    fn order(units: &Units, before: &str) -> Vec<Option<usize>> {
        let (shape, _) = Shape::parse(before).unwrap();
        Layout::kept(units, &shape).blocks.iter().map(|block| block.accepted).collect()
    }

    #[test]
    fn empty_blocks_stay_where_they_were() {
        let all = units(&["a", "c"]);
        let layout = Layout {
            blocks: [Some(0), None, Some(1), None].map(|accepted| Block { accepted, waivers: Vec::new() }).to_vec(),
        };
        let before = all.write_in(&layout, "");
        assert_eq!(Units::read(&before).unwrap(), all);
        assert_eq!(order(&all, &before), [Some(0), None, Some(1), None]);
        assert_eq!(order(&units(&["a", "b", "c"]), &before), [Some(0), Some(1), Some(2), None]);
        assert_eq!(order(&units(&["c"]), &before), [None, Some(0), None]);
        assert_eq!(all.write_over(&before), before);
    }

    #[test]
    fn a_new_unit_goes_between_its_neighbours() {
        let before = units(&["a", "c"]).write_over("");
        assert_eq!(order(&units(&["a", "b", "c", "d"]), &before), [Some(0), Some(1), Some(2), Some(3)]);
    }
}
