//! How a comment stands in place of a paragraph: in its quote, its list item, its table row.

use std::collections::HashSet;
use std::ops::Range;

use crate::text::{Delimiters, Document, Kind, MarkKind, Paragraph, Span, container, gap, on_one_line, without_labels};

/// Whether comments of several lines can stand where such a paragraph stands.
pub(super) fn holds_lines(kind: Kind) -> bool {
    !matches!(kind, Kind::Heading(_) | Kind::TableRow | Kind::FrontMatter)
}

/// A document's paragraphs in their quotes, lists and tables.
pub(super) struct Page<'a> {
    document: &'a Document,
    /// The rows of each, in order, as indices of paragraphs.
    tables: Vec<Range<usize>>,
}

impl<'a> Page<'a> {
    pub(super) fn new(document: &'a Document) -> Page<'a> {
        Page { document, tables: tables(document) }
    }

    /// The rows of the table that a row stands in.
    pub(super) fn table(&self, row: usize) -> Option<Range<usize>> {
        let table = self.tables.get(self.tables.partition_point(|table| table.end <= row))?;
        table.contains(&row).then(|| table.clone())
    }

    /// The first rows of the tables that stand in no quote and no list, so that lines can come and go above them.
    pub(super) fn tables_alone(&self) -> HashSet<usize> {
        let bare = |row: usize| self.prefix(row).trim_matches([' ', '|']).is_empty();
        let alone = |table: &&Range<usize>| self.prefix(table.start).len() < 4 && (*table).clone().all(bare);
        self.tables.iter().filter(alone).map(|table| table.start).collect()
    }

    /// What stands before the paragraph `at` on its first line: `> - `, `# `, `title: `; without a no-break space or the
    /// like, behind which no comment could begin.
    pub(super) fn prefix(&self, at: usize) -> &'a str {
        let prefix = before_on_line(self.document, at);
        let prefix = self.indent(at, prefix).map_or(prefix, |indent| within(prefix, indent));
        let wide = |c: char| c.is_whitespace() && !matches!(c, ' ' | '\t');
        &prefix[..prefix.find(wide).unwrap_or(prefix.len())]
    }

    /// The columns that a row's table is indented by, where the row itself stands so deep that it could be code as soon
    /// as it is a comment.
    fn indent(&self, at: usize, prefix: &str) -> Option<usize> {
        let table = self.table(at).filter(|_| prefix.trim().is_empty() && columns(prefix) >= 4)?;
        Some(columns(before_on_line(self.document, table.start).split('|').next().unwrap_or_default()))
    }

    /// Where the paragraph `at` begins, white space before it included that is no part of the prefix.
    pub(super) fn beginning(&self, at: usize) -> usize {
        line_start(&self.document.text, self.document.paragraphs[at].span.start) + self.prefix(at).len()
    }

    /// The gap that stands in place of the paragraph `at` of the original, without the prefix of its first line.
    pub(super) fn gap(&self, at: usize, notes: &[String], ending: &str, comments: Delimiters) -> String {
        let paragraph = &self.document.paragraphs[at];
        match paragraph.kind {
            Kind::TableRow => row(comments, paragraph),
            Kind::Heading(_) => in_line(comments, &paragraph.text),
            Kind::FrontMatter => {
                let quoted = self.document.text[..paragraph.span.start].ends_with(['"', '\'']);
                // A colon in a bare YAML value would end the key, and quotes would end the value.
                let text = in_line(comments, &paragraph.text).replace('"', "\\\"");
                if quoted { text } else { format!("\"{text}\"") }
            }
            _ => framed(&gap(comments, &paragraph.text, notes), self.prefix(at), ending),
        }
    }
}

/// Runs of rows with nothing but the line under the first one in between.
fn tables(document: &Document) -> Vec<Range<usize>> {
    let mut tables: Vec<Range<usize>> = Vec::new();
    for (at, paragraph) in document.paragraphs.iter().enumerate() {
        if paragraph.kind != Kind::TableRow {
            continue;
        }
        match tables.last_mut().filter(|table| table.end == at) {
            Some(table) if joined(document, at) => table.end = at + 1,
            _ => tables.push(at..at + 1),
        }
    }
    tables
}

/// Whether a row stands in one table with the row before it.
fn joined(document: &Document, row: usize) -> bool {
    let between = &document.text[document.paragraphs[row - 1].span.end..document.paragraphs[row].span.start];
    between.matches('\n').count() <= 2 && !between.contains("\n\n") && !between.contains("\n\r\n")
}

fn before_on_line(document: &Document, at: usize) -> &str {
    let start = document.paragraphs[at].span.start;
    &document.text[line_start(&document.text, start)..start]
}

/// How many columns white space and marks take; a tab goes to the next fourth one, as CommonMark says.
fn columns(prefix: &str) -> usize {
    prefix.chars().fold(0, behind)
}

/// The column behind a letter that stands at a column.
fn behind(column: usize, letter: char) -> usize {
    if letter == '\t' { column / 4 * 4 + 4 } else { column + 1 }
}

/// As much of the beginning of a prefix as some columns hold.
fn within(prefix: &str, columns: usize) -> &str {
    let mut column = 0;
    let end = prefix.find(|letter| {
        column = behind(column, letter);
        column > columns
    });
    &prefix[..end.unwrap_or(prefix.len())]
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

/// What parts a gap from what stands before it on its line: a comment or a tag that ends there would hide the gap's
/// first line and show the others.
pub(super) fn parting(prefix: &str, ending: &str) -> String {
    match prefix[container(prefix).len()..].contains('>') {
        true => format!("{ending}{}", continued(prefix).trim_end_matches(['\n', '\r'])),
        false => String::new(),
    }
}

/// A gap on one line.
fn in_line(comments: Delimiters, text: &str) -> String {
    let comment = gap(comments, &on_one_line(text), &[]);
    comment.replace('\n', " ")
}

/// A table row whose every cell with words is a gap.
fn row(comments: Delimiters, paragraph: &Paragraph) -> String {
    let text = &paragraph.text;
    let mut row = String::new();
    let mut at = 0;
    let bars = paragraph.marks.iter().filter(|mark| mark.kind == MarkKind::Delimiter);
    for bar in bars.map(|mark| mark.span).filter(|span| text[span.range()].contains('|')) {
        cell(comments, &mut row, &text[at..bar.start]);
        row.push_str(&text[bar.range()]);
        at = bar.end;
    }
    cell(comments, &mut row, &text[at..]);
    row
}

fn cell(comments: Delimiters, row: &mut String, text: &str) {
    // Numbers need no translation, and a row of nothing else no translator.
    if text.contains(char::is_alphabetic) {
        row.push_str(&in_line(comments, text));
    } else {
        row.push_str(text);
    }
}

/// A comment that keeps a text under `tolmach: LABEL`; whatever the text holds does not end it.
pub(super) fn kept(comments: Delimiters, label: &str, text: &str) -> String {
    let gap = gap(comments, text, &[]);
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

/// Whole lines with the ending of the last one.
pub(super) fn with_ending(text: &str, span: Span) -> Span {
    let rest = &text[span.end..];
    let ending = if rest.starts_with("\r\n") { 2 } else { usize::from(!rest.is_empty()) };
    Span::new(span.start, span.end + ending)
}
