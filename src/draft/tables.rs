//! The tables of a document, and which of them can be left out. A comment between two rows would end a table, so the gap of
//! a row is behind its table, and a table of gaps is nothing but comments.

use std::cell::RefCell;
use std::collections::HashMap;
use std::ops::Range;

use super::lines::{before_on_line, below_first_row, line_end, line_start};
use crate::text::{Document, Format, Kind, Span, container, is_bare_row};

/// Which rows are in one table.
pub(super) struct Tables<'a> {
    document: &'a Document,
    /// The rows of each, in order, as indices of paragraphs.
    pub(super) all: Vec<Range<usize>>,
    /// By first row, whether all of a table is hidden in comments; asked about each row of it.
    hidden: RefCell<HashMap<usize, bool>>,
    /// By first row, whether each row of a table is a line by itself; asked about each row of it.
    lines: RefCell<HashMap<usize, bool>>,
}

impl<'a> Tables<'a> {
    pub(super) fn of(document: &'a Document) -> Tables<'a> {
        let mut all: Vec<Range<usize>> = Vec::new();
        for (at, paragraph) in document.paragraphs.iter().enumerate() {
            if paragraph.kind != Kind::TableRow {
                continue;
            }
            match all.last_mut().filter(|table| table.end == at) {
                Some(table) if joined(document, at) => table.end = at + 1,
                _ => all.push(at..at + 1),
            }
        }
        Tables { document, all, hidden: RefCell::default(), lines: RefCell::default() }
    }

    /// The rows of the table that a row is in.
    pub(super) fn holding(&self, row: usize) -> Option<Range<usize>> {
        let all = &self.all;
        let table = all.get(all.partition_point(|table| table.end <= row))?;
        table.contains(&row).then(|| table.clone())
    }

    /// Whether the table of a row is left out altogether: each row is a gap that can be a comment of its own. One row
    /// in a comment would end the table.
    pub(super) fn hides(&self, table: &Range<usize>, is_gap: &dyn Fn(usize) -> bool) -> bool {
        if let Some(known) = self.hidden.borrow().get(&table.start) {
            return *known;
        }
        let hides =
            self.rows_are_lines(table) && table.clone().all(is_gap) && table.clone().any(|at| self.has_words(at));
        self.hidden.borrow_mut().insert(table.start, hides);
        hides
    }

    /// Whether a row has something to translate.
    pub(super) fn has_words(&self, row: usize) -> bool {
        self.document.paragraphs[row].text.contains(char::is_alphabetic)
    }

    /// Whether each row of a table is a line by itself, with nothing of a list before it but on the first line, and the
    /// head has its line below.
    pub(super) fn rows_are_lines(&self, table: &Range<usize>) -> bool {
        if let Some(known) = self.lines.borrow().get(&table.start) {
            return *known;
        }
        let are_lines = self.read_lines(table);
        self.lines.borrow_mut().insert(table.start, are_lines);
        are_lines
    }

    fn read_lines(&self, table: &Range<usize>) -> bool {
        let first = before_on_line(self.document, table.start);
        let margin = below_first_row(first);
        let alone = |at: usize| {
            let (own, lead) = parted(before_on_line(self.document, at));
            at == table.start || (own == margin && matches!(lead.trim_end(), "" | "|"))
        };
        let head = self.row_lines(table.start, table);
        let is_under_head = |line: &str| line.contains('-') && is_bare_row(parted(line.trim_end()).1);
        !matches!(self.document.format, Format::Plain(_))
            && first.len() == container(first).len()
            && table.clone().all(alone)
            && self.document.text[head.range()].lines().any(is_under_head)
    }

    /// The bytes of a row's lines: its own, those without words below it, and those above the first row.
    pub(super) fn row_lines(&self, at: usize, table: &Range<usize>) -> Span {
        let (text, paragraph) = (self.document.text.as_str(), &self.document.paragraphs[at]);
        let (mut start, mut end) = (line_start(text, paragraph.span.start), line_end(text, paragraph.span.end));
        while let Some(above) = previous_line(text, start).filter(|above| at == table.start && is_bare(text, *above)) {
            start = above.start;
        }
        while let Some(below) = next_line(text, end).filter(|below| is_bare(text, *below)) {
            end = below.end;
        }
        Span::new(start, end)
    }

    /// The bytes of a table's lines.
    pub(super) fn lines(&self, table: &Range<usize>) -> Span {
        let (first, last) = (self.row_lines(table.start, table), self.row_lines(table.end - 1, table));
        Span::new(first.start, last.end)
    }
}

/// The white space and the marks of quotes that a line begins with, and the rest of it.
pub(super) fn parted(line: &str) -> (&str, &str) {
    line.split_at(line.len() - line.trim_start_matches([' ', '\t', '>']).len())
}

/// Lines without what precedes them; those that have nothing else are none.
pub(super) fn bare_lines(lines: &str) -> impl Iterator<Item = &str> {
    lines.lines().map(|line| parted(line).1.trim_end()).filter(|line| !line.is_empty())
}

/// Whether a row is in one table with the row before it: nothing but lines without words are between.
fn joined(document: &Document, row: usize) -> bool {
    let between = &document.text[document.paragraphs[row - 1].span.end..document.paragraphs[row].span.start];
    let lines: Vec<&str> = between.split('\n').collect();
    let inner = lines.get(1..lines.len() - 1).unwrap_or_default();
    lines.len() > 1 && inner.iter().all(|line| is_rule(parted(line).1.trim_end()))
}

/// Whether a line is an empty row or the line under a head, which may have no bars where the table has one column.
fn is_rule(line: &str) -> bool {
    is_bare_row(line) || line.contains('-') && line.chars().all(|c| ":- ".contains(c))
}

fn is_bare(text: &str, line: Span) -> bool {
    is_bare_row(parted(text[line.range()].trim_end()).1)
}

fn previous_line(text: &str, start: usize) -> Option<Span> {
    let end = text[..start].strip_suffix('\n')?.trim_end_matches('\r').len();
    Some(Span::new(line_start(text, end), end))
}

fn next_line(text: &str, end: usize) -> Option<Span> {
    let rest = &text[end..];
    let start = text.len() - rest.strip_prefix("\r\n").or_else(|| rest.strip_prefix('\n'))?.len();
    Some(Span::new(start, line_end(text, start)))
}
