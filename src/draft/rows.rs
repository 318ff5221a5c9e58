//! The gaps of rows that come to a table which is translated already, and the rows that come back for them.

use std::collections::BTreeMap;
use std::ops::Range;

use super::answers::Answers;
use super::frame::{Page, ending, framed};
use super::lines::{below_first_row, continued, line_end, line_start, with_ending};
use super::pass::Updater;
use super::tables::parted;
use crate::text::{Document, Kind, Open, Span};

impl Updater<'_> {
    /// Puts the gap of a row of the original behind the table of the translation that has other rows of its table;
    /// `false` where there is none.
    pub(super) fn row_gap(&mut self, at: usize, notes: &mut dyn FnMut(usize) -> Vec<String>) -> bool {
        let Some(table) = self.source_page.tables.holding(at).filter(|_| self.source_page.tables.has_words(at)) else {
            return false;
        };
        let Some(row) = self.answers.row(&table, at, self.target) else { return false };
        let Some(answering) =
            self.target_page.tables.holding(row).filter(|own| self.target_page.tables.rows_are_lines(own))
        else {
            return false;
        };
        let block = self.source_page.row_block(at, &table, &|_| false);
        let margin = below_first_row(self.target_page.prefix(answering.start));
        let gap = framed(&format!("{margin}{}", block.comment(&notes(at), "\n", self.marks)), &margin, self.ending);
        self.edits.adds(&gap);
        self.edits.insert(self.target_page.tables.lines(&answering).end, &gap, self.ending);
        self.updated.gaps.push(at);
        true
    }
}

/// A text that takes the place of a gap.
#[derive(Clone, Copy, Debug)]
pub struct Filled<'a> {
    /// The gap in the translation.
    pub gap: &'a Open,
    /// The paragraph of the original, as an index.
    pub source: usize,
    /// What comes instead.
    pub text: &'a str,
}

impl Filled<'_> {
    /// Whether it is the row of a table whose gap is a comment of its own.
    pub(super) fn is_row_of_its_own(&self, source: &Document, target: &Document) -> bool {
        source.paragraphs[self.source].kind == Kind::TableRow && target.text[self.gap.span.range()].contains('\n')
    }
}

/// Puts rows into their tables: behind the answer of the row before, or, where nothing of the table is translated, in the
/// place of the first gap, below a head.
pub(super) struct RowFiller<'a> {
    source: &'a Document,
    target: &'a Document,
    pages: [Page<'a>; 2],
    gaps: &'a [Open],
    answers: &'a Answers,
    /// By start, the end and what is there instead.
    edits: BTreeMap<usize, (usize, String)>,
    /// By fill, where its text goes, as a byte of the translation.
    pub(super) places: Vec<Option<usize>>,
}

impl<'a> RowFiller<'a> {
    pub(super) fn new([source, target]: [&'a Document; 2], gaps: &'a [Open], answers: &'a Answers) -> RowFiller<'a> {
        let pages = [Page::new(source), Page::new(target)];
        RowFiller { source, target, pages, gaps, answers, edits: BTreeMap::new(), places: Vec::new() }
    }

    /// Takes the rows among some fills; gives the edits, by start.
    pub(super) fn fill(&mut self, fills: &[Filled<'_>]) -> BTreeMap<usize, (usize, String)> {
        self.places = vec![None; fills.len()];
        let mut by_table: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for (at, fill) in fills.iter().enumerate() {
            let table =
                self.pages[0].tables.holding(fill.source).filter(|_| fill.is_row_of_its_own(self.source, self.target));
            by_table.entry(table.map_or(usize::MAX, |table| table.start)).or_default().push(at);
        }
        by_table.remove(&usize::MAX);
        for (first, mut rows) in by_table {
            let Some(table) = self.pages[0].tables.holding(first) else { continue };
            rows.sort_by_key(|at| fills[*at].source);
            self.table(&table, fills, &rows);
        }
        std::mem::take(&mut self.edits)
    }

    fn table(&mut self, table: &Range<usize>, fills: &[Filled<'_>], rows: &[usize]) {
        let (target, ending) = (self.target, ending(&self.target.text));
        let mut left = Vec::new();
        for at in rows {
            let fill = &fills[*at];
            match self.answers.row(table, fill.source, target).and_then(|row| self.behind(row)) {
                Some((place, margin)) => {
                    self.insert(place, &format!("{ending}{margin}{}", fill.text));
                    self.take(fill.gap);
                    self.places[*at] = Some(place);
                }
                None => left.push(*at),
            }
        }
        let Some(first) = left.iter().map(|at| fills[*at].gap.span.start).min() else { return };
        let has_head = left.iter().any(|at| fills[*at].source == table.start);
        let head = if has_head { None } else { Some(self.head(table.start, first)) };
        // Without a head no row is one.
        let Some(head) = head.map_or(Some(None), |head| head.map(Some)) else { return };
        let place = line_start(&target.text, head.map_or(first, |head| head.span.start.min(first)));
        let margin = &target.text[place..first.min(line_end(&target.text, place))];
        let margin = parted(margin).0;
        let first = head.or(left.first().map(|at| fills[*at].gap));
        // Below the mark of a list item the other rows are as deep as the first.
        let marks = first.map_or("", |gap| gap.marks(&self.source.paragraphs[table.start].text).0);
        let deeper = if marks.contains('>') { margin.to_owned() } else { format!("{margin}{}", continued(marks)) };
        if let Some(head) = head {
            let cells = self.pages[0].gap(table.start, &[], ending, target.format.comments());
            self.put(place, margin, head, table.start, &cells);
        }
        for at in left {
            let fill = &fills[at];
            let margin = if fill.source == table.start { margin } else { &deeper };
            self.put(place, margin, fill.gap, fill.source, fill.text);
            self.places[at] = Some(place);
        }
    }

    /// Where a row goes that follows a row of the translation, and what is before both on their lines.
    fn behind(&self, row: usize) -> Option<(usize, String)> {
        let table = self.pages[1].tables.holding(row)?;
        let margin = below_first_row(self.pages[1].prefix(table.start));
        Some((self.pages[1].tables.row_lines(row, &table).end, margin))
    }

    /// The gap of a table's head: the last one for its text that is above the gap of another row.
    fn head(&self, head: usize, before: usize) -> Option<&'a Open> {
        let text = &self.source.paragraphs[head].text;
        self.gaps.iter().rfind(|gap| gap.span.end <= before && gap.asks_for(text))
    }

    /// Puts a row with the lines of its table that its gap shows around it in a place, and takes the gap.
    fn put(&mut self, place: usize, margin: &str, gap: &Open, source: usize, row: &str) {
        let ending = ending(&self.target.text);
        let (before, behind) = gap.marks(&self.source.paragraphs[source].text);
        let lines = framed(&format!("{before}{row}{behind}"), margin, ending);
        self.take(gap);
        self.insert(place, &format!("{margin}{lines}{ending}"));
    }

    fn insert(&mut self, place: usize, text: &str) {
        self.edits.entry(place).or_insert((place, String::new())).1.push_str(text);
    }

    /// Takes a gap away, with its lines where nothing else is on them.
    fn take(&mut self, gap: &Open) {
        let text = &self.target.text;
        let lines = Span::new(line_start(text, gap.span.start), line_end(text, gap.span.end));
        let around = [&text[lines.start..gap.span.start], &text[gap.span.end..lines.end]];
        let alone = parted(around[0]).1.is_empty() && around[1].trim().is_empty();
        let span = if alone { with_ending(text, lines) } else { gap.span };
        let edit = self.edits.entry(span.start).or_insert((span.end, String::new()));
        edit.0 = edit.0.max(span.end);
    }
}
