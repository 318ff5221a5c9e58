//! Counting over documents.

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;

use super::super::Analysis;

/// Counts by key, in a fixed order.
pub(super) fn tally<K: Ord>(keys: impl IntoIterator<Item = K>) -> BTreeMap<K, usize> {
    let mut counts = BTreeMap::new();
    for key in keys {
        *counts.entry(key).or_default() += 1;
    }
    counts
}

/// Which unit of an analysis a source paragraph belongs to.
pub(super) fn unit_of(analysis: &Analysis) -> FxHashMap<usize, usize> {
    let mut units = FxHashMap::default();
    for (at, analysed) in analysis.units.iter().enumerate() {
        units.extend(analysed.unit.source.iter().map(|paragraph| (*paragraph, at)));
    }
    units
}
