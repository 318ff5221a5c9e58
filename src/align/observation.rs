//! What aligned documents show about their words.

use super::unit::Unit;
use super::vocabulary::Vocabulary;

/// What the units of one document show: for each, the different words of either side.
#[derive(Clone, Debug, Default)]
pub struct Observation {
    pub(super) units: Vec<(Vec<u32>, Vec<u32>)>,
    pub(super) keys: (Vec<String>, Vec<String>),
}

/// Units less sure than this teach nothing.
const SURE: f64 = 0.85;

impl Observation {
    pub(super) fn of_sides(source: &Vocabulary, target: &Vocabulary, units: &[Unit]) -> Observation {
        let words = |side: &Vocabulary, block: &[usize]| {
            let mut words: Vec<u32> = block.iter().flat_map(|at| side.words(*at)).copied().collect();
            words.sort_unstable();
            words.dedup();
            words
        };
        let sure = |unit: &&Unit| {
            let small = unit.source.len() + unit.target.len() <= 4;
            unit.confidence >= SURE && small && !unit.source.is_empty() && !unit.target.is_empty()
        };
        let units = units.iter().filter(sure);
        let keys = |side: &Vocabulary| (0..side.types.len() as u32).map(|kind| side.key(kind).to_owned()).collect();
        Observation {
            units: units.map(|unit| (words(source, &unit.source), words(target, &unit.target))).collect(),
            keys: (keys(source), keys(target)),
        }
    }
}
