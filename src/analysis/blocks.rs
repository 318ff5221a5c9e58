//! Findings about the verbatim blocks that changed since they were recorded.

use rustc_hash::FxHashSet;

use crate::diff;
use crate::rules::{AcceptedState, Finding, Place, block_finding, commented_block};
use crate::text::on_one_line;
use crate::units::{BlockState, Blocks, Pair, State};

/// `stale-translation` and `edited-translation` for verbatim blocks, and `leftover-marker` for those that are as they were
/// accepted with a comment above them; `commented` are those of the translation that have one.
pub(super) fn findings(pair: &Pair, blocks: &Blocks, commented: &[usize]) -> Vec<Finding> {
    let has_comment = |unit: &crate::units::BlockUnit| unit.pair.1.is_some_and(|at| commented.contains(&at));
    let place = |block: &crate::text::Verbatim| Place::in_file(block.span);
    let finding = |unit: &crate::units::BlockUnit| {
        let state = match unit.state {
            BlockState::Unrecorded | BlockState::Accepted(State::Stale) => AcceptedState::Stale,
            BlockState::Accepted(State::Both) => AcceptedState::Both,
            BlockState::Accepted(State::Edited) => AcceptedState::Edited,
            BlockState::Accepted(State::Fresh { .. }) if has_comment(unit) => {
                let sides = (unit.pair.0.map(|at| &blocks.source[at]), unit.pair.1.map(|at| &blocks.target[at]));
                return Some(commented_block().in_source(sides.0.map(place)).in_target(sides.1.map(place)));
            }
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
