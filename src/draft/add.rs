//! Starts a translation: the original's structure, every paragraph a gap or a text from the memory.

use std::ops::Range;

use super::frame::{Page, ending, framed, parting};
use super::lines::with_ending;
use crate::text::{Delimiters, Document, Paragraph};

/// What is written in place of a paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Filling {
    /// A translation that somebody has to confirm.
    Text(String),
    /// A gap with lines for the translator, each with its label (`memory 83%: …`).
    Gap(Vec<String>),
}

/// A translation as it begins.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Started {
    /// The file.
    pub text: String,
    /// Indices of the original's paragraphs that are gaps.
    pub gaps: Vec<usize>,
    /// Indices of the original's paragraphs that have a text to be confirmed.
    pub filled: Vec<usize>,
}

/// Starts a translation of `source`; `fill` is asked about every paragraph, in order.
///
/// Everything between the paragraphs — code, rules, markers, bars — is copied byte for byte.
pub fn start(source: &Document, mut fill: impl FnMut(&Paragraph) -> Filling) -> Started {
    let page = Page::new(source);
    let paragraphs = source.paragraphs.iter().enumerate();
    let mut fillings: Vec<Filling> =
        paragraphs.map(|(at, paragraph)| with_place(page.holds_lines(at), fill(paragraph))).collect();
    below_a_head(&page, &mut fillings);
    let is_gap = |at: usize| matches!(fillings[at], Filling::Gap(_));
    let bare = (0..fillings.len()).map(|at| is_gap(at) && page.renders_nothing(at, &is_gap)).collect();
    let mut beginning = Beginning {
        source,
        page: &page,
        ending: ending(&source.text),
        comments: source.format.comments(),
        fillings: &fillings,
        bare,
        at: 0,
        behind: Vec::new(),
        started: Started::default(),
    };
    for index in 0..source.paragraphs.len() {
        beginning.paragraph(index);
    }
    let Beginning { mut started, at, .. } = beginning;
    started.text.push_str(&source.text[at..]);
    started
}

/// A table needs its head: where that is a gap, the texts of the other rows are notes of theirs.
fn below_a_head(page: &Page<'_>, fillings: &mut [Filling]) {
    let mut at = 0;
    while at < fillings.len() {
        let Some(table) = page.tables.holding(at) else {
            at += 1;
            continue;
        };
        if matches!(fillings[at], Filling::Gap(_)) && page.tables.has_words(at) && page.tables.rows_are_lines(&table) {
            for filling in &mut fillings[table.clone()] {
                if let Filling::Text(text) = filling {
                    *filling = Filling::Gap(vec![format!("memory 100%: {text}")]);
                }
            }
        }
        at = table.end;
    }
}

/// A translation while it is being written.
struct Beginning<'a> {
    source: &'a Document,
    page: &'a Page<'a>,
    ending: &'static str,
    comments: Delimiters,
    fillings: &'a [Filling],
    /// By paragraph, whether it is a gap of which nothing is rendered.
    bare: Vec<bool>,
    /// How much of the original is copied or replaced.
    at: usize,
    /// The gaps of rows that belong behind their table.
    behind: Vec<String>,
    started: Started,
}

impl Beginning<'_> {
    fn paragraph(&mut self, index: usize) {
        match &self.fillings[index] {
            Filling::Gap(notes) => {
                self.started.gaps.push(index);
                self.gap(index, notes);
            }
            Filling::Text(text) => {
                self.started.filled.push(index);
                self.text(index, text);
            }
        }
        if let Some(table) = self.page.tables.holding(index).filter(|table| index + 1 == table.end) {
            self.end_of_table(&table);
        }
    }

    fn gap(&mut self, index: usize, notes: &[String]) {
        let bare = &self.bare;
        let block = || self.page.block(index, &|at| bare[at], self.comments);
        if let Some(block) =
            Some(index).filter(|at| bare[*at]).and_then(|_| block()).filter(|block| block.span.start >= self.at)
        {
            self.copy(block.span.start);
            self.started.text.push_str(block.margin);
            self.started.text.push_str(&block.comment(notes, self.ending, self.comments));
            self.at = block.span.end;
            return;
        }
        if let Some((block, marker)) = self.page.title_block(index, &|at| bare[at]) {
            self.copy(block.span.start);
            let comment = block.comment(notes, self.ending, self.comments);
            self.started.text.push_str(&format!("{0}{comment}{1}{0}{marker}", block.margin, self.ending));
            self.at = block.span.end;
            return;
        }
        if let Some(table) = self.page.tables.holding(index).filter(|table| self.goes_behind(index, table)) {
            let block = self.page.row_block(index, &table, &|_| false);
            self.copy(block.span.start);
            self.behind.push(format!("{}{}", block.margin, block.comment(notes, self.ending, self.comments)));
            self.at = with_ending(&self.source.text, block.span).end;
            return;
        }
        self.copy(self.page.beginning(index));
        let prefix = self.page.prefix(index);
        self.started.text.push_str(&parting(prefix, self.ending));
        self.started.text.push_str(&self.page.gap(index, notes, self.ending, self.comments));
        self.at = self.source.paragraphs[index].span.end;
    }

    /// Whether a row that is a gap stands among others that are none.
    fn goes_behind(&self, index: usize, table: &Range<usize>) -> bool {
        index > table.start && self.page.tables.has_words(index) && self.page.tables.rows_are_lines(table)
    }

    fn text(&mut self, index: usize, text: &str) {
        self.copy(self.page.beginning(index));
        let (paragraph, prefix) = (&self.source.paragraphs[index], self.page.prefix(index));
        self.started.text.push_str(&parting(prefix, self.ending));
        // The mark above a text from the memory. Headings, table rows and front matter have no place for it.
        let mark = match self.page.holds_lines(index) {
            true => format!("{} tolmach: confirm {}\n", self.comments.open, self.comments.close),
            false => String::new(),
        };
        self.started.text.push_str(&framed(&format!("{mark}{text}"), prefix, self.ending));
        self.at = paragraph.span.end;
    }

    fn end_of_table(&mut self, table: &Range<usize>) {
        if self.behind.is_empty() {
            return;
        }
        self.copy(self.page.tables.lines(table).end);
        if !self.started.text.ends_with('\n') {
            self.started.text.push_str(self.ending);
        }
        let gaps = std::mem::take(&mut self.behind).join(self.ending);
        self.started.text.push_str(&gaps);
        // The last row went with the ending of its line.
        if self.at > self.page.tables.lines(table).end {
            self.started.text.push_str(self.ending);
        }
    }

    /// Copies the original up to a place.
    fn copy(&mut self, end: usize) {
        let end = end.max(self.at);
        self.started.text.push_str(&self.source.text[self.at..end]);
        self.at = end;
    }
}

/// A translation of several lines has no place where the original has one.
fn with_place(holds_lines: bool, filling: Filling) -> Filling {
    match filling {
        Filling::Text(text) if !holds_lines && text.contains('\n') => {
            Filling::Gap(vec![format!("memory 100%: {text}")])
        }
        filling => filling,
    }
}
