//! What became of a verbatim block since it was recorded, in the words of the rules about paragraphs.

use super::{AcceptedState, Finding, edited_translation, stale_translation};

/// `stale-translation` or `edited-translation` for a block, with the words that changed and without its places; `None`
/// where nothing changed.
pub fn block_finding(state: AcceptedState, change: String) -> Option<Finding> {
    match state {
        AcceptedState::Edited => edited_translation::of_block(state, change),
        _ => stale_translation::of_block(state, change),
    }
}
