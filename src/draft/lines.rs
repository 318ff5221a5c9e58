//! Lines of a text.

use crate::text::{Document, Span, container, without_labels};

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

/// How many columns white space and marks take; a tab goes to the next fourth one, as CommonMark says.
pub(super) fn columns(prefix: &str) -> usize {
    prefix.chars().fold(0, behind)
}

/// The column behind a letter at a column.
fn behind(column: usize, letter: char) -> usize {
    if letter == '\t' { column / 4 * 4 + 4 } else { column + 1 }
}

/// As much of the beginning of a prefix as some columns hold.
pub(super) fn within(prefix: &str, columns: usize) -> &str {
    let mut column = 0;
    let end = prefix.find(|letter| {
        column = behind(column, letter);
        column > columns
    });
    &prefix[..end.unwrap_or(prefix.len())]
}

/// The prefix of further lines in the same container: quote marks stay, markers become spaces.
pub(super) fn continued(prefix: &str) -> String {
    without_labels(container(prefix)).chars().map(|c| if c == '>' || c.is_whitespace() { c } else { ' ' }).collect()
}

/// What precedes the lines of a table below its first: white space in place of a list item's mark.
pub(super) fn below_first_row(prefix: &str) -> String {
    continued(prefix.split('|').next().unwrap_or_default())
}

/// Whether a line, by its start, belongs to a quote and has no words: nothing but marks, or an alert's name.
pub(super) fn is_quote_line(document: &Document, start: usize) -> bool {
    let line = &document.text[start..line_end(&document.text, start)];
    let inner = line.trim_start_matches([' ', '\t', '>']).trim_end();
    let is_alert = || {
        let next = document.markers.partition_point(|marker| marker.span.end <= start);
        let own = document.markers.get(next).filter(|marker| marker.span.start < start + line.len());
        own.is_some_and(|marker| marker.name.starts_with("[!") && document.titles(marker).is_empty())
    };
    line.contains('>') && (inner.is_empty() || is_alert())
}
