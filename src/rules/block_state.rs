//! What became of a verbatim block since it was recorded, and of a paragraph since a revision, in the words of the rules
//! about accepted paragraphs.

use super::{AcceptedState, Finding, edited_translation, leftover_marker, stale_translation};
use crate::text::Document;

/// `stale-translation` or `edited-translation` for a block, with the words that changed and without its places; `None`
/// where nothing changed.
pub fn block_finding(state: AcceptedState, change: String) -> Option<Finding> {
    match state {
        AcceptedState::Edited => edited_translation::of_block(state, change),
        _ => stale_translation::of_block(state, change),
    }
}

/// `leftover-marker` for a block that is as it was accepted, below a comment that says what changed; without its places.
pub fn commented_block() -> Finding {
    leftover_marker::of_block()
}

/// `stale-translation` for paragraphs `now` of an original that changed since a revision, in which they were `was`;
/// without its places.
pub fn revision_finding(was: &[&str], original: &Document, now: &[usize]) -> Finding {
    stale_translation::since_revision(was, original, now)
}
