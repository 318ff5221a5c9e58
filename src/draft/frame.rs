//! How a comment stands in place of a paragraph: in its quote, its list item, its table row.

use super::rows::table_around;
use crate::text::{Document, Kind, MarkKind, Paragraph, Span, container, gap, without_labels};

/// Whether comments of several lines can stand where such a paragraph stands.
pub(super) fn holds_lines(kind: Kind) -> bool {
    !matches!(kind, Kind::Heading(_) | Kind::TableRow | Kind::FrontMatter)
}

/// What stands before the paragraph on its first line: `> - `, `# `, `title: `; without a no-break space or the like,
/// behind which no comment could begin.
pub(super) fn prefix<'a>(document: &'a Document, paragraph: &Paragraph) -> &'a str {
    let prefix = before_on_line(document, paragraph);
    if paragraph.kind == Kind::TableRow && prefix.trim().is_empty() && hangs(document, paragraph) {
        return "";
    }
    let wide = |c: char| c.is_whitespace() && !matches!(c, ' ' | '\t');
    &prefix[..prefix.find(wide).unwrap_or(prefix.len())]
}

fn before_on_line<'a>(document: &'a Document, paragraph: &Paragraph) -> &'a str {
    &document.text[line_start(&document.text, paragraph.span.start)..paragraph.span.start]
}

/// Whether a row is indented so much deeper than its table that it would be code as soon as it is a comment.
fn hangs(document: &Document, row: &Paragraph) -> bool {
    let indent = columns(before_on_line(document, row));
    if indent < 4 {
        return false;
    }
    let Ok(at) = document.paragraphs.binary_search_by_key(&row.span.start, |paragraph| paragraph.span.start) else {
        return false;
    };
    let first = before_on_line(document, &document.paragraphs[table_around(document, at).start]);
    indent >= columns(first.split('|').next().unwrap_or_default()) + 4
}

/// How many columns white space and marks take; a tab goes to the next fourth one, as CommonMark says.
fn columns(prefix: &str) -> usize {
    prefix.chars().fold(0, |at, c| if c == '\t' { at / 4 * 4 + 4 } else { at + 1 })
}

/// Where the paragraph begins, white space before it included that is no part of the prefix.
pub(super) fn beginning(document: &Document, paragraph: &Paragraph) -> usize {
    line_start(&document.text, paragraph.span.start) + prefix(document, paragraph).len()
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

/// The line ending of a document: that of its first line.
pub(super) fn ending(text: &str) -> &'static str {
    match text.find('\n') {
        Some(at) if text[..at].ends_with('\r') => "\r\n",
        _ => "\n",
    }
}

/// The prefix of further lines in the same container: quote marks stay, markers become spaces.
fn continued(prefix: &str) -> String {
    without_labels(container(prefix)).chars().map(|c| if c == '>' || c.is_whitespace() { c } else { ' ' }).collect()
}

/// Text of several lines as it stands behind `prefix`.
pub(super) fn framed(text: &str, prefix: &str, ending: &str) -> String {
    text.replace('\n', &format!("{ending}{}", continued(prefix).trim_end_matches(['\n', '\r'])))
}

/// The gap that stands in place of a paragraph of the original, without the prefix of its first line.
pub(super) fn gap_for(document: &Document, paragraph: &Paragraph, notes: &[String], ending: &str) -> String {
    match paragraph.kind {
        Kind::TableRow => row(paragraph),
        Kind::Heading(_) => in_line(&paragraph.text),
        Kind::FrontMatter => {
            let quoted = document.text[..paragraph.span.start].ends_with(['"', '\'']);
            // A colon in a bare YAML value would end the key, and quotes would end the value.
            let text = in_line(&paragraph.text).replace('"', "\\\"");
            if quoted { text } else { format!("\"{text}\"") }
        }
        _ => framed(&gap(&paragraph.text, notes), prefix(document, paragraph), ending),
    }
}

/// What parts a gap from what stands before it on its line: a comment or a tag that ends there would hide the gap's
/// first line and show the others.
pub(super) fn parting(prefix: &str, ending: &str) -> String {
    match prefix[container(prefix).len()..].contains('>') {
        true => format!("{ending}{}", continued(prefix).trim_end_matches(['\n', '\r'])),
        false => String::new(),
    }
}

/// A gap on one line.
fn in_line(text: &str) -> String {
    let comment = gap(&text.split_whitespace().collect::<Vec<_>>().join(" "), &[]);
    comment.replace('\n', " ")
}

/// A table row whose every cell with words is a gap.
fn row(paragraph: &Paragraph) -> String {
    let text = &paragraph.text;
    let mut row = String::new();
    let mut at = 0;
    let bars = paragraph.marks.iter().filter(|mark| mark.kind == MarkKind::Delimiter);
    for bar in bars.map(|mark| mark.span).filter(|span| text[span.range()].contains('|')) {
        cell(&mut row, &text[at..bar.start]);
        row.push_str(&text[bar.range()]);
        at = bar.end;
    }
    cell(&mut row, &text[at..]);
    row
}

fn cell(row: &mut String, text: &str) {
    // Numbers need no translation, and a row of nothing else no translator.
    if text.contains(char::is_alphabetic) {
        row.push_str(&in_line(text));
    } else {
        row.push_str(text);
    }
}

/// A comment that keeps a text: `<!-- tolmach: LABEL`, the text, `-->`; whatever the text holds does not end it.
pub(super) fn kept(label: &str, text: &str) -> String {
    let gap = gap(text, &[]);
    gap.replacen("translate", label, 1)
}

/// The bytes of the lines that a paragraph of the translation takes, with the line under a heading or a table's head.
pub(super) fn lines_of(document: &Document, paragraph: &Paragraph) -> Span {
    let text = &document.text;
    let start = line_start(text, paragraph.span.start);
    let mut end = line_end(text, paragraph.span.end);
    if matches!(paragraph.kind, Kind::Heading(_) | Kind::TableRow) {
        let next = end + text[end..].len() - text[end..].trim_start_matches(['\n', '\r']).len();
        let next_end = line_end(text, next);
        let line = text[next..next_end].trim();
        let is_next_line = text[end..next].matches('\n').count() == 1 && !line.is_empty();
        let underline = match paragraph.kind {
            Kind::TableRow => line.contains('-') && line.chars().all(|c| "|:->\t ".contains(c)),
            _ => line.chars().all(|c| c == '=') || line.chars().all(|c| c == '-'),
        };
        if is_next_line && underline {
            end = next_end;
        }
    }
    Span::new(start, end)
}
