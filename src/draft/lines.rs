//! Lines of a text.

use crate::text::{Document, Span};

pub(super) fn before_on_line(document: &Document, at: usize) -> &str {
    let start = document.paragraphs[at].span.start;
    &document.text[line_start(&document.text, start)..start]
}

/// The start of the line, behind a byte order mark.
pub(super) fn line_start(text: &str, offset: usize) -> usize {
    let first = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8().min(offset) } else { 0 };
    text[..offset].rfind(['\n', '\r']).map_or(first, |at| at + 1)
}

/// The end of the line, before its ending.
pub(super) fn line_end(text: &str, offset: usize) -> usize {
    text[offset..].find(['\n', '\r']).map_or(text.len(), |at| offset + at)
}

/// Whole lines with the ending of the last one.
pub(super) fn with_ending(text: &str, span: Span) -> Span {
    let rest = &text[span.end..];
    let ending = if rest.starts_with("\r\n") { 2 } else { usize::from(!rest.is_empty()) };
    Span::new(span.start, span.end + ending)
}
