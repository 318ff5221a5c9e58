//! Which paragraphs of a translation answer those of its original.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::align::Unit;
use crate::text::{Document, Kind};

/// Which paragraph of a translation answers one of the original: the last of its unit.
#[derive(Clone, Debug, Default)]
pub struct Answers(BTreeMap<usize, usize>);

impl Answers {
    /// Those of some units.
    pub fn of<'u>(units: impl Iterator<Item = &'u Unit>) -> Answers {
        let mut answers = BTreeMap::new();
        for unit in units {
            let last = unit.target.last().into_iter();
            for (source, target) in last.flat_map(|last| unit.source.iter().map(move |source| (*source, *last))) {
                answers.entry(source).or_insert(target);
            }
        }
        Answers(answers)
    }

    /// The row of the translation that answers the last row before `at` in its table, or else the first one behind.
    pub(super) fn row(&self, table: &Range<usize>, at: usize, target: &Document) -> Option<usize> {
        let is_row = |row: &&usize| target.paragraphs[**row].kind == Kind::TableRow;
        let mut before = self.0.range(table.start..at).rev().map(|(_, row)| row);
        let mut behind = self.0.range(at + 1..table.end.max(at + 1)).map(|(_, row)| row);
        before.find(is_row).or_else(|| behind.find(is_row)).copied()
    }
}
