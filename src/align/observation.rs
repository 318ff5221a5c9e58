//! What aligned documents show about their words.

use super::unit::Unit;
use super::vocabulary::Vocabulary;
use super::witnesses::{Witness, Witnesses};

/// What the units of one document show: for each, the different words of either side.
#[derive(Clone, Debug, Default)]
pub struct Observation {
    pub(super) units: Vec<Witness>,
}

/// Units less sure than this teach nothing.
const SURE: f64 = 0.85;

impl Observation {
    pub(super) fn of_sides(source: &Vocabulary, target: &Vocabulary, units: &[Unit]) -> Observation {
        let sure = |unit: &&Unit| {
            let small = unit.source.len() + unit.target.len() <= 4;
            unit.confidence >= SURE && small && !unit.source.is_empty() && !unit.target.is_empty()
        };
        let witness = |unit: &Unit| Witness::of(&words(source, &unit.source), &words(target, &unit.target));
        Observation { units: units.iter().filter(sure).map(witness).collect() }
    }

    /// Adds the units to those of other documents.
    pub fn add_to(self, witnesses: &mut Witnesses) {
        self.units.into_iter().for_each(|unit| witnesses.insert(unit));
    }
}

/// The different words of paragraphs, in the order of their letters.
fn words<'s>(side: &'s Vocabulary, block: &[usize]) -> Vec<&'s str> {
    let mut words: Vec<&str> = block.iter().flat_map(|at| side.words(*at)).map(|word| side.key(*word)).collect();
    words.sort_unstable();
    words.dedup();
    words
}
