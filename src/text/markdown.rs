//! Markdown: CommonMark with tables, footnotes, front matter.

use super::Document;

/// Reads Markdown.
pub(super) fn read(text: String) -> Document {
    Document { text, ..Document::default() }
}
