//! Names of units in links, which stay while a unit's texts do, wherever it moves.

use std::collections::HashMap;

use super::digest::short;
use crate::align::Unit;
use crate::analysis::AnalysedUnit;
use crate::units::Pair;

/// The name of a unit: of its original's text and of its translation's, each by itself.
///
/// Of an accepted unit the accepted texts count: its name stays when it becomes stale. Of another one a change of
/// one side leaves the other side's half of the name, by which the page's script finds it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Anchor {
    pub(super) source: Option<String>,
    pub(super) target: Option<String>,
}

impl Anchor {
    /// The identifier of the whole unit.
    pub(super) fn id(&self) -> String {
        let halves: Vec<&str> = self.source.iter().chain(&self.target).map(String::as_str).collect();
        halves.join("-")
    }
}

/// The anchors of a page's units, each different from the others.
#[derive(Debug, Default)]
pub(super) struct Anchors {
    seen: HashMap<String, usize>,
}

impl Anchors {
    pub(super) fn next(&mut self, pair: &Pair, analysed: &AnalysedUnit) -> Anchor {
        let (source, target) = texts(pair, analysed);
        Anchor { source: self.half("s", &source), target: self.half("t", &target) }
    }

    fn half(&mut self, side: &str, texts: &[String]) -> Option<String> {
        if texts.is_empty() {
            return None;
        }
        let name = format!("{side}{}", short(&texts.join("\n\n")));
        let count = self.seen.entry(name.clone()).or_default();
        *count += 1;
        Some(if *count == 1 { name } else { format!("{name}.{count}") })
    }
}

fn texts(pair: &Pair, analysed: &AnalysedUnit) -> (Vec<String>, Vec<String>) {
    let unit: &Unit = &analysed.unit;
    let (source, target) = pair.texts(unit);
    match analysed.accepted.and_then(|(at, _)| pair.units.accepted.get(at)) {
        // A side that is gone today has no place to be linked to.
        Some(accepted) => (
            if unit.source.is_empty() { source } else { accepted.source.clone() },
            if unit.target.is_empty() { target } else { accepted.target.clone() },
        ),
        None => (source, target),
    }
}
