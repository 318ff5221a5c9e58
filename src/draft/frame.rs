//! How a comment takes the place of a paragraph: in its quote, its list item, its table row.

use std::collections::HashSet;
use std::ops::Range;

use super::lines::{before_on_line, line_end, line_start};
use super::tables::{Tables, bare_lines, parted};
use crate::text::{
    BlockKind, Delimiters, Document, Format, Kind, MarkKind, Paragraph, Span, container, gap, gap_key, on_one_line,
    without_labels,
};

/// Whether comments of several lines can be written where such a paragraph is.
pub(super) fn holds_lines(kind: Kind) -> bool {
    !matches!(kind, Kind::Heading(_) | Kind::TableRow | Kind::FrontMatter)
}

/// A document's paragraphs in their quotes, lists and tables.
pub(super) struct Page<'a> {
    document: &'a Document,
    pub(super) tables: Tables<'a>,
}

impl<'a> Page<'a> {
    pub(super) fn new(document: &'a Document) -> Page<'a> {
        Page { document, tables: Tables::of(document) }
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

    /// The gap of a heading, of a table's row or of the first paragraph of a list item or a footnote as a block of its
    /// own, from which nothing is rendered: no empty heading, no bullet. `None` where such a block cannot be written.
    ///
    /// `is_gap` says which other paragraphs of the original are gaps: below an item that is one, a comment as deep as
    /// its own item would be code. A row has a block where its whole table is gaps.
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
        if paragraph.kind == Kind::TableRow {
            let table = self.tables.holding(at).filter(|table| self.tables.hides(table, is_gap))?;
            return Some(self.row_block(at, &table, is_gap));
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
            Kind::ListItem(_) | Kind::Footnote if before.len() > outer => {
                (format!("{}{}", &before[outer..], paragraph.text), paragraph.span.end)
            }
            // A further paragraph of an item stays as deep as it is, unless its item is a comment farther to the left.
            Kind::ListItem(_) | Kind::Footnote if margin.len() < outer => (paragraph.text.clone(), paragraph.span.end),
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
            if !matches!(self.document.paragraphs[above].kind, Kind::ListItem(_) | Kind::Footnote) || depth == 0 {
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

    /// Whether the list item or the footnote `at` has something else than gaps of the original, so that it keeps its
    /// bullet or its label.
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
        let is_other = |below: usize| match document.paragraphs[below].kind {
            Kind::ListItem(_) | Kind::Footnote => !is_gap(below),
            Kind::TableRow => !self.tables.holding(below).is_some_and(|table| self.tables.hides(&table, is_gap)),
            _ => true,
        };
        let first = document.blocks.partition_point(|block| block.span.start < document.paragraphs[at].span.end);
        let blocks = document.blocks[first..].iter().take_while(|block| block.span.start < end);
        (at + 1..at + 1 + below).any(is_other)
            || blocks.into_iter().any(|block| block.kind != BlockKind::Comment && is_deeper(block.span.start))
    }

    /// Whether nothing is rendered of a gap, where it is a block of its own.
    pub(super) fn renders_nothing(&self, at: usize, is_gap: &dyn Fn(usize) -> bool) -> bool {
        match self.tables.holding(at) {
            Some(table) => self.tables.hides(&table, is_gap),
            None => !self.holds_more(at, is_gap),
        }
    }

    /// The gap of a row as a block of its own, with the lines without words around it: those below it, and those above the
    /// first row.
    pub(super) fn row_block(&self, at: usize, table: &Range<usize>, is_gap: &dyn Fn(usize) -> bool) -> GapBlock<'a> {
        let (text, paragraph) = (self.document.text.as_str(), &self.document.paragraphs[at]);
        let own = Span::new(line_start(text, paragraph.span.start), line_end(text, paragraph.span.end));
        let span = self.tables.row_lines(at, table);
        let row = parted(&text[own.range()]).1.trim_end();
        let row = match gap_key(row) == gap_key(&paragraph.text) {
            true => row.to_owned(),
            // Cells beyond the table are none of its text.
            false => format!("| {} |", paragraph.text.trim_matches(['|', ' '])),
        };
        let mut lines: Vec<&str> = bare_lines(&text[span.start..own.start]).collect();
        lines.push(&row);
        lines.extend(bare_lines(&text[own.end..span.end]));
        let (margin, _) = parted(before_on_line(self.document, at));
        GapBlock { shown: lines.join("\n"), margin: self.margin(table.start, margin, is_gap), span }
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

/// A gap that is a block of its own.
pub(super) struct GapBlock<'a> {
    /// The paragraph with the marks of its heading, list item or footnote; a row with the lines of its table around it
    /// that have no words.
    pub(super) shown: String,
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
