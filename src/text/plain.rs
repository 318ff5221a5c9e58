//! Plain text: paragraphs by blank lines or by lines.

use super::{Document, Layout};

/// Reads plain text.
pub(super) fn read(text: String, _layout: Layout) -> Document {
    Document { text, ..Document::default() }
}
