//! Findings about the verbatim blocks that changed since they were recorded.

use rustc_hash::FxHashSet;

use crate::diff;
use crate::rules::{AcceptedState, Finding, Place, block_finding};
use crate::text::on_one_line;
use crate::units::{BlockState, Blocks, Pair, State};

/// `stale-translation` and `edited-translation` for verbatim blocks.
pub(super) fn findings(pair: &Pair, blocks: &Blocks) -> Vec<Finding> {
    let finding = |unit: &crate::units::BlockUnit| {
        let state = match unit.state {
            BlockState::Unrecorded | BlockState::Accepted(State::Stale) => AcceptedState::Stale,
            BlockState::Accepted(State::Both) => AcceptedState::Both,
            BlockState::Accepted(State::Edited) => AcceptedState::Edited,
            BlockState::Open | BlockState::Accepted(State::Fresh { .. }) => return None,
        };
        let (source, target) = (unit.pair.0.map(|at| &blocks.source[at]), unit.pair.1.map(|at| &blocks.target[at]));
        let [source_was, target_was] = blocks.was(unit, &pair.units);
        let (was, now) = match state {
            AcceptedState::Edited => (target_was, target.map(|block| block.text.as_str())),
            _ => (source_was, source.map(|block| block.text.as_str())),
        };
        let change = change(was.unwrap_or_default(), now.unwrap_or_default());
        let finding = block_finding(state, change)?;
        let place = |block: &crate::text::Verbatim| Place::in_file(block.span);
        Some(finding.in_source(source.map(place)).in_target(target.map(place)))
    };
    blocks.units.iter().filter_map(finding).collect()
}

/// The lines that changed, with the words that did.
fn change(was: &str, now: &str) -> String {
    let only = |here: &str, there: &str| {
        let known: FxHashSet<&str> = there.lines().collect();
        here.lines().filter(|line| !known.contains(line)).collect::<Vec<_>>().join("\n")
    };
    let change = on_one_line(&diff::marked(&only(was, now), &only(now, was)));
    match change.char_indices().nth(LETTERS) {
        Some((end, _)) => format!("{}…", &change[..end]),
        None => change,
    }
}

/// A change of more letters is shown by `diff`.
const LETTERS: usize = 400;
