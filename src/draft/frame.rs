//! How a comment takes the place of a paragraph: in its quote, its list item, its table row.

use std::collections::HashSet;
use std::ops::Range;

use crate::text::{
    BlockKind, Delimiters, Document, Format, Kind, MarkKind, Paragraph, Span, container, gap, on_one_line,
    without_labels,
};

/// Whether comments of several lines can be written where such a paragraph is.
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

    /// The rows of the table that a row is in.
    pub(super) fn table(&self, row: usize) -> Option<Range<usize>> {
        let table = self.tables.get(self.tables.partition_point(|table| table.end <= row))?;
        table.contains(&row).then(|| table.clone())
    }

    /// The first rows of the tables that are in no quote and no list, so that lines can come and go above them.
    pub(super) fn tables_alone(&self) -> HashSet<usize> {
        let bare = |row: usize| self.prefix(row).trim_matches([' ', '|']).is_empty();
        let alone = |table: &&Range<usize>| self.prefix(table.start).len() < 4 && (*table).clone().all(bare);
        self.tables.iter().filter(alone).map(|table| table.start).collect()
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
        let table = self.table(at).filter(|_| prefix.trim().is_empty() && columns(prefix) >= 4)?;
        Some(columns(before_on_line(self.document, table.start).split('|').next().unwrap_or_default()))
    }

    /// Where the paragraph `at` begins, white space before it included that is no part of the prefix.
    pub(super) fn beginning(&self, at: usize) -> usize {
        line_start(&self.document.text, self.document.paragraphs[at].span.start) + self.prefix(at).len()
    }

    /// The gap of a heading or of the first paragraph of a list item as a block of its own, from which nothing is
    /// rendered: no empty heading, no bullet. `None` where such a block cannot be written.
    ///
    /// `is_gap` says which other paragraphs of the original are gaps: below an item that is one, a comment as deep as
    /// its own item would be code.
    pub(super) fn block(
        &self,
        at: usize,
        is_gap: &dyn Fn(usize) -> bool,
        comments: Delimiters,
    ) -> Option<GapBlock<'a>> {
        let text = self.document.text.as_str();
        let paragraph = &self.document.paragraphs[at];
        let start = line_start(text, paragraph.span.start);
        let before = &text[start..paragraph.span.start];
        if self.document.format != Format::Markdown || comments.open != "<!--" {
            return None;
        }
        let outer = before.len() - before.trim_start_matches([' ', '\t', '>']).len();
        let margin = self.margin(at, &before[..outer], is_gap);
        let (shown, end) = match paragraph.kind {
            Kind::Heading(level) => {
                let lines = lines_of(self.document, paragraph);
                let shown = match before[outer..].starts_with('#') {
                    true => text[start + outer..lines.end].trim_end().to_owned(),
                    false => format!("{} {}", "#".repeat(usize::from(level)), on_one_line(&paragraph.text)),
                };
                (shown, lines.end)
            }
            Kind::ListItem(_) if before.len() > outer => {
                (format!("{}{}", &before[outer..], paragraph.text), paragraph.span.end)
            }
            // A further paragraph of an item stays as deep as it is, unless its item is a comment farther to the left.
            Kind::ListItem(_) if margin.len() < outer => (paragraph.text.clone(), paragraph.span.end),
            _ => return None,
        };
        let read = Document::read(shown.as_bytes(), Format::Markdown);
        let known = read.paragraphs.len() == 1 && read.paragraphs[0].text == paragraph.text;
        known.then_some(GapBlock { shown, margin, span: Span::new(start, end) })
    }

    /// The columns that a paragraph's container takes, at most three more than those of the outermost item around it
    /// that is a gap.
    fn margin(&self, at: usize, own: &'a str, is_gap: &dyn Fn(usize) -> bool) -> &'a str {
        let mut depth = columns(own);
        let mut margin = own;
        for above in (0..at).rev() {
            if !matches!(self.document.paragraphs[above].kind, Kind::ListItem(_)) || depth == 0 {
                break;
            }
            let before = before_on_line(self.document, above);
            let outer = &before[..before.len() - before.trim_start_matches([' ', '\t', '>']).len()];
            if outer.len() < before.len() && columns(outer) < depth {
                depth = columns(outer);
                if is_gap(above) {
                    margin = within(own, depth + 3);
                }
            }
        }
        margin
    }

    /// Whether the list item `at` has something else than list items of the original, so that it keeps its bullet.
    pub(super) fn holds_more(&self, at: usize, is_gap: &dyn Fn(usize) -> bool) -> bool {
        let document = self.document;
        let text = document.text.as_str();
        let first = line_start(text, document.paragraphs[at].span.start);
        let quotes = marker_column(document, document.paragraphs[at].span.start).matches('>').count();
        // Behind the quote marks of the item alone: further ones are of a quote that may be beside the list.
        let depth = |start: usize| {
            let line = &text[line_start(text, start)..start];
            let inner = (0..quotes).try_fold(line, |rest, _| rest.trim_start().strip_prefix('>'));
            inner.map_or(0, |inner| columns(&inner[..inner.len() - inner.trim_start_matches([' ', '\t']).len()]))
        };
        let own = depth(document.paragraphs[at].span.start.max(first));
        let is_deeper = |start: usize| depth(start) > own;
        let below = document.paragraphs[at + 1..].iter().take_while(|next| is_deeper(next.span.start)).count();
        let end = document.paragraphs.get(at + 1 + below).map_or(document.text.len(), |next| next.span.start);
        let other = |below: usize| !matches!(document.paragraphs[below].kind, Kind::ListItem(_)) || !is_gap(below);
        let first = document.blocks.partition_point(|block| block.span.start < document.paragraphs[at].span.end);
        let blocks = document.blocks[first..].iter().take_while(|block| block.span.start < end);
        (at + 1..at + 1 + below).any(other)
            || blocks.into_iter().any(|block| block.kind != BlockKind::Comment && is_deeper(block.span.start))
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

/// A gap that is a block of its own.
pub(super) struct GapBlock<'a> {
    /// The paragraph with the marks of its heading or list item.
    shown: String,
    /// What precedes each of its lines.
    pub(super) margin: &'a str,
    /// Bytes of the original: whole lines, without what follows a list item's paragraph.
    pub(super) span: Span,
}

impl GapBlock<'_> {
    /// The comment, without what precedes its first line.
    pub(super) fn comment(&self, notes: &[String], ending: &str, comments: Delimiters) -> String {
        framed(&gap(comments, &self.shown, notes), self.margin, ending)
    }
}

/// The white space and the marks of quotes before something on its line.
fn marker_column(document: &Document, start: usize) -> String {
    let before = &document.text[line_start(&document.text, start)..start];
    before.chars().take_while(|c| matches!(c, ' ' | '\t' | '>')).collect()
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

/// Whether a row is in one table with the row before it.
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

/// The column behind a letter at a column.
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

/// Whole lines with the ending of the last one.
pub(super) fn with_ending(text: &str, span: Span) -> Span {
    let rest = &text[span.end..];
    let ending = if rest.starts_with("\r\n") { 2 } else { usize::from(!rest.is_empty()) };
    Span::new(span.start, span.end + ending)
}
