//! How a comment takes the place of a paragraph: in its quote, its list item, its table row.

use std::cell::RefCell;
use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::lines::{before_on_line, columns, continued, line_end, line_start, within};
use super::tables::Tables;
use crate::text::{Delimiters, Document, Kind, MarkKind, Paragraph, Span, container, gap, on_one_line};

/// Whether comments of several lines can be written where such a paragraph is.
pub(super) fn holds_lines(kind: Kind) -> bool {
    !matches!(kind, Kind::Heading(_) | Kind::TableRow | Kind::FrontMatter)
}

/// A document's paragraphs in their quotes, lists and tables.
pub(super) struct Page<'a> {
    pub(super) document: &'a Document,
    pub(super) tables: Tables<'a>,
    /// By start, whether all of a block quote is hidden in comments; asked about each paragraph in it.
    pub(super) hidden_quotes: RefCell<HashMap<usize, bool>>,
    /// By quote, the quote around it.
    pub(super) quotes_around: Vec<Option<usize>>,
    /// By paragraph, whether an MDX expression can take its place.
    pub(super) flows: RefCell<HashMap<usize, bool>>,
}

impl<'a> Page<'a> {
    pub(super) fn new(document: &'a Document) -> Page<'a> {
        Page {
            document,
            tables: Tables::of(document),
            hidden_quotes: RefCell::default(),
            quotes_around: around(&document.quotes),
            flows: RefCell::default(),
        }
    }

    /// Whether comments of several lines can be written where the paragraph `at` is: in no title of a container.
    pub(super) fn holds_lines(&self, at: usize) -> bool {
        let paragraph = &self.document.paragraphs[at];
        holds_lines(paragraph.kind) && !self.document.is_title(paragraph)
    }

    /// What precedes the paragraph `at` on its first line: `> - `, `# `, `title: `; without a no-break space or the
    /// like, behind which no comment could begin.
    pub(super) fn prefix(&self, at: usize) -> &'a str {
        let prefix = before_on_line(self.document, at);
        let prefix = self.indent(at, prefix).map_or(prefix, |indent| within(prefix, indent));
        let wide = |c: char| c.is_whitespace() && !matches!(c, ' ' | '\t');
        &prefix[..prefix.find(wide).unwrap_or(prefix.len())]
    }

    /// The columns that a row's table is indented by, where the row itself is indented so far that it could be code as
    /// soon as it is a comment.
    fn indent(&self, at: usize, prefix: &str) -> Option<usize> {
        let table = self.tables.holding(at).filter(|_| prefix.trim().is_empty() && columns(prefix) >= 4)?;
        Some(columns(before_on_line(self.document, table.start).split('|').next().unwrap_or_default()))
    }

    /// Where the paragraph `at` begins, white space before it included that is no part of the prefix.
    pub(super) fn beginning(&self, at: usize) -> usize {
        line_start(&self.document.text, self.document.paragraphs[at].span.start) + self.prefix(at).len()
    }

    /// The first rows of the tables that are in no quote and no list, so that lines can come and go above them.
    pub(super) fn tables_alone(&self) -> HashSet<usize> {
        let bare = |row: usize| self.prefix(row).trim_matches([' ', '|']).is_empty();
        let alone = |table: &&Range<usize>| self.prefix(table.start).len() < 4 && (*table).clone().all(bare);
        self.tables.all.iter().filter(alone).map(|table| table.start).collect()
    }

    /// The gap in place of the paragraph `at` of the original, without the prefix of its first line.
    pub(super) fn gap(&self, at: usize, notes: &[String], ending: &str, comments: Delimiters) -> String {
        let paragraph = &self.document.paragraphs[at];
        match paragraph.kind {
            Kind::TableRow => row(comments, paragraph),
            Kind::Heading(_) => in_line(comments, &paragraph.text),
            _ if self.document.is_title(paragraph) => in_line(comments, &paragraph.text),
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

/// By span, the innermost of the spans around it.
fn around(spans: &[Span]) -> Vec<Option<usize>> {
    let mut open: Vec<usize> = Vec::new();
    let around = spans.iter().enumerate().map(|(at, span)| {
        open.retain(|outer| span.start < spans[*outer].end);
        let outer = open.last().copied();
        open.push(at);
        outer
    });
    around.collect()
}

/// The line ending of a document: that of its first line.
pub(super) fn ending(text: &str) -> &'static str {
    match text.find('\n') {
        Some(at) if text[..at].ends_with('\r') => "\r\n",
        _ => "\n",
    }
}

/// Text of several lines as it is written behind `prefix`.
pub(super) fn framed(text: &str, prefix: &str, ending: &str) -> String {
    text.replace('\n', &format!("{ending}{}", continued(prefix).trim_end_matches(['\n', '\r'])))
}

/// What separates a gap from what precedes it on its line: a comment or a tag that ends there would hide the gap's
/// first line and show the others.
pub(super) fn parting(prefix: &str, ending: &str) -> String {
    match prefix[container(prefix).len()..].contains('>') {
        true => format!("{ending}{}", continued(prefix).trim_end_matches(['\n', '\r'])),
        false => String::new(),
    }
}

/// A gap on one line.
pub(super) fn in_line(comments: Delimiters, text: &str) -> String {
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

/// The line under the first row of a table, with the ending before it.
pub(super) fn underline(document: &Document, row: &Paragraph, ending: &str) -> Option<String> {
    let whole = lines_of(document, row);
    let line = document.text[line_end(&document.text, row.span.end)..whole.end].trim_start_matches(['\n', '\r']);
    (!line.is_empty()).then(|| format!("{ending}{line}"))
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
