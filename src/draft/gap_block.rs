//! Gaps that are blocks of their own, of which nothing is rendered: no empty heading, bullet, cell or quote.

use std::ops::Range;

use super::frame::{Page, framed, lines_of};
use super::lines::{before_on_line, columns, continued, is_quote_line, line_end, line_start, within};
use super::tables::{bare_lines, parted};
use crate::text::{Delimiters, Document, Format, Kind, Span, gap, gap_key, on_one_line};

/// A gap that is a block of its own.
pub(super) struct GapBlock<'a> {
    /// The paragraph with the marks of its heading, list item, quote or footnote; a row with the lines of its table
    /// around it that have no words.
    pub(super) shown: String,
    /// What precedes the first line.
    pub(super) margin: &'a str,
    /// White space and marks of quotes that precede the others: as deep as what a person writes over the gap belongs,
    /// while the first line of a comment is never so deep that it would be code.
    pub(super) inner: &'a str,
    /// Bytes of the original: whole lines, without what follows a list item's paragraph.
    pub(super) span: Span,
}

impl GapBlock<'_> {
    /// The comment, without what precedes its first line.
    pub(super) fn comment(&self, notes: &[String], ending: &str, comments: Delimiters) -> String {
        framed(&gap(comments, &self.shown, notes), self.inner, ending)
    }
}

impl<'a> Page<'a> {
    /// The gap of a heading, of a table's row, of a hidden quote's paragraph or of the first paragraph of a list item or
    /// a footnote as a block of its own. `None` where such a block cannot be written.
    ///
    /// `is_gap` says which other paragraphs of the original are gaps: below an item that is one, a comment as deep as
    /// its own item would be code. A row has a block where its whole table is gaps, a quote where all of it is.
    pub(super) fn block(
        &self,
        at: usize,
        is_gap: &dyn Fn(usize) -> bool,
        comments: Delimiters,
    ) -> Option<GapBlock<'a>> {
        let block = match self.document.format {
            Format::Markdown if comments.open == "<!--" => self.any_block(at, is_gap)?,
            Format::Mdx => {
                let alone = |block: &GapBlock<'_>| {
                    block.margin.trim().is_empty() && self.starts_a_flow(at, block.span.start, is_gap)
                };
                self.any_block(at, is_gap).filter(alone)?
            }
            _ => return None,
        };
        let paragraph = &self.document.paragraphs[at];
        let read = Document::read(block.shown.as_bytes(), self.document.format);
        let known = read.paragraphs.len() == 1 && read.paragraphs[0].text == paragraph.text;
        (known || paragraph.kind == Kind::TableRow).then_some(block)
    }

    fn any_block(&self, at: usize, is_gap: &dyn Fn(usize) -> bool) -> Option<GapBlock<'a>> {
        let paragraph = &self.document.paragraphs[at];
        if let Some((quote, depth)) = self.hidden_quote(at, is_gap) {
            return self.quote_block(at, quote, depth, is_gap);
        }
        if paragraph.kind == Kind::TableRow {
            let table = self.tables.holding(at).filter(|table| self.tables.hides(table, is_gap))?;
            return Some(self.row_block(at, &table, is_gap));
        }
        let start = line_start(&self.document.text, paragraph.span.start);
        let before = before_on_line(self.document, at);
        let (outer, marks) = parted(before);
        let margin = self.margin(at, outer, is_gap);
        match paragraph.kind {
            Kind::Heading(_) => self.heading_block(at, is_gap),
            Kind::ListItem(_) | Kind::Footnote if !marks.is_empty() => {
                let shown = format!("{marks}{}", paragraph.text);
                Some(GapBlock { shown, margin, inner: outer, span: Span::new(start, paragraph.span.end) })
            }
            // A further paragraph of an item stays as deep as it is, unless its item is a comment farther to the left.
            Kind::ListItem(_) | Kind::Footnote if margin.len() < outer.len() => {
                let span = Span::new(start, paragraph.span.end);
                Some(GapBlock { shown: paragraph.text.clone(), margin, inner: outer, span })
            }
            _ => self.element_block(at, margin),
        }
    }

    /// A heading with its sign, and with the mark of its list item where it is all of it.
    fn heading_block(&self, at: usize, is_gap: &dyn Fn(usize) -> bool) -> Option<GapBlock<'a>> {
        let paragraph = &self.document.paragraphs[at];
        let lines = lines_of(self.document, paragraph);
        let before = before_on_line(self.document, at);
        let (outer, marks) = parted(before);
        let label = marks.split('#').next().unwrap_or_default();
        let (margin, inner, label) = match label.is_empty() || !self.holds_more(at, is_gap) {
            true => (self.margin(at, outer, is_gap), outer, label),
            false => (&before[..outer.len() + label.len()], &before[..outer.len() + label.len()], ""),
        };
        let shown = format!("{label}{}", self.heading(at));
        Some(GapBlock { shown, margin, inner, span: Span::new(lines.start, lines.end) })
    }

    /// A heading on one line, as it is written where it has a sign before it.
    fn heading(&self, at: usize) -> String {
        let (text, paragraph) = (&self.document.text, &self.document.paragraphs[at]);
        let before = before_on_line(self.document, at);
        match (before.find('#'), paragraph.kind) {
            (Some(sign), _) => {
                let start = paragraph.span.start - before.len() + sign;
                text[start..line_end(text, paragraph.span.end)].trim_end().to_owned()
            }
            (None, Kind::Heading(level)) => {
                format!("{} {}", "#".repeat(usize::from(level)), on_one_line(&paragraph.text))
            }
            (None, _) => paragraph.text.clone(),
        }
    }

    /// A text that is alone in an HTML element on its line, with the tags of the element.
    fn element_block(&self, at: usize, margin: &'a str) -> Option<GapBlock<'a>> {
        let (text, paragraph) = (self.document.text.as_str(), &self.document.paragraphs[at]);
        let (start, end) = (line_start(text, paragraph.span.start), line_end(text, paragraph.span.end));
        let opening = parted(&text[start..paragraph.span.start]).1.strip_prefix('<')?.strip_suffix('>')?;
        let closing = text[paragraph.span.end..end].trim_end().strip_prefix("</")?.strip_suffix('>')?;
        let name = opening.split([' ', '\t']).next()?;
        let fits = name == closing && !opening.contains(['<', '>']) && self.document.format == Format::Markdown;
        let shown = format!("<{opening}>{}</{closing}>", &text[paragraph.span.range()]);
        fits.then_some(GapBlock { shown, margin, inner: margin, span: Span::new(start, end) })
    }

    /// The gap of a paragraph in a quote that is hidden altogether, with the marks of the quote, of which `depth` others
    /// are around it; lines of the quote without words are with the paragraph below them.
    fn quote_block(
        &self,
        at: usize,
        quote: Span,
        depth: usize,
        is_gap: &dyn Fn(usize) -> bool,
    ) -> Option<GapBlock<'a>> {
        let (text, paragraph) = (self.document.text.as_str(), &self.document.paragraphs[at]);
        let row = self.tables.holding(at);
        let own = match &row {
            Some(table) => self.tables.row_lines(at, table),
            None => Span::new(line_start(text, paragraph.span.start), paragraph.span.end),
        };
        let before = before_on_line(self.document, at);
        let mark = before.match_indices('>').nth(depth)?.0;
        let outer = parted(&before[..mark]).0;
        // A quote that begins an item is in the comment with the bullet, where nothing else is in the item.
        let (margin, inner, from) = match outer.len() == mark || !self.holds_more(at, is_gap) {
            true => (self.margin(at, outer, is_gap), outer, outer.len()),
            false => (&before[..mark], &before[..mark], mark),
        };
        let marks = before[from..].split('#').next().unwrap_or_default();
        let start = self.above(own.start, quote);
        let mut lines: Vec<String> = text[start..own.start].lines().map(|line| within_quote(line, depth)).collect();
        let end = match row {
            Some(_) => {
                let quoted = parted(&before[from..]).0;
                lines.extend(self.row_lines_shown(at, own).iter().map(|line| format!("{quoted}{line}")));
                own.end
            }
            None => {
                let is_heading = matches!(paragraph.kind, Kind::Heading(_));
                let shown = if is_heading { self.heading(at) } else { paragraph.text.clone() };
                lines.push(format!("{marks}{}", framed(&shown, marks, "\n")));
                if is_heading { lines_of(self.document, paragraph).end } else { line_end(text, own.end) }
            }
        };
        let below = self.below(end, quote);
        lines.extend(text[end..below].lines().skip(1).map(|line| within_quote(line, depth)));
        Some(GapBlock { shown: lines.join("\n"), margin, inner, span: Span::new(start, below) })
    }

    /// Where the lines of a quote without words begin that are above a line.
    fn above(&self, start: usize, quote: Span) -> usize {
        let text = self.document.text.as_str();
        let first = line_start(text, quote.start);
        let mut at = start;
        while at > first {
            let line = line_start(text, text[..at - 1].trim_end_matches('\r').len());
            if !is_quote_line(self.document, line) {
                break;
            }
            at = line;
        }
        at
    }

    /// Where the lines of a quote without words end that are below its last paragraph.
    fn below(&self, end: usize, quote: Span) -> usize {
        let text = self.document.text.as_str();
        let last = self.document.paragraphs.partition_point(|paragraph| paragraph.span.start < quote.end);
        let is_last = self.document.paragraphs[..last].last().is_none_or(|last| last.span.end <= end);
        let rest = text[end..quote.end.max(end)].trim_end_matches(['\n', '\r']);
        let empty = rest.trim_matches([' ', '\t', '>', '\n', '\r']).is_empty();
        if is_last && empty { end + rest.len() } else { end }
    }

    /// The columns that a paragraph's container takes, at most three more than those of the outermost item around it
    /// that is a gap.
    fn margin(&self, at: usize, own: &'a str, is_gap: &dyn Fn(usize) -> bool) -> &'a str {
        let mut depth = columns(own);
        let mut margin = own;
        let in_container =
            |kind: Kind| matches!(kind, Kind::ListItem(_) | Kind::Footnote | Kind::Quote(_) | Kind::TableRow);
        for above in (0..at).rev() {
            if !in_container(self.document.paragraphs[above].kind) || depth == 0 {
                break;
            }
            let (outer, marks) = parted(before_on_line(self.document, above));
            if !marks.trim_matches(['|', ' ']).is_empty() && columns(outer) < depth {
                depth = columns(outer);
                if is_gap(above) {
                    margin = within(own, depth + 3);
                }
            }
        }
        margin
    }

    /// The gap of a row as a block of its own, with the lines without words around it: those below it, and those above the
    /// first row.
    pub(super) fn row_block(&self, at: usize, table: &Range<usize>, is_gap: &dyn Fn(usize) -> bool) -> GapBlock<'a> {
        let span = self.tables.row_lines(at, table);
        let mut lines = self.row_lines_shown(at, span);
        let before = before_on_line(self.document, at);
        let (outer, marks) = parted(before);
        let label = marks.split('|').next().unwrap_or_default();
        if label.is_empty() {
            let margin = self.margin(table.start, outer, is_gap);
            return GapBlock { shown: lines.join("\n"), margin, inner: outer, span };
        }
        // The table begins on the line of its list item.
        let (margin, inner) = match self.holds_more(at, is_gap) {
            true => (&before[..outer.len() + label.len()], &before[..outer.len() + label.len()]),
            false => {
                let indent = continued(label);
                lines.iter_mut().skip(1).for_each(|line| line.insert_str(0, &indent));
                lines[0].insert_str(0, label);
                (self.margin(table.start, outer, is_gap), outer)
            }
        };
        GapBlock { shown: lines.join("\n"), margin, inner, span }
    }

    /// The lines of a row without what precedes them.
    fn row_lines_shown(&self, at: usize, span: Span) -> Vec<String> {
        let (text, paragraph) = (self.document.text.as_str(), &self.document.paragraphs[at]);
        let own = Span::new(line_start(text, paragraph.span.start), line_end(text, paragraph.span.end));
        let label = parted(before_on_line(self.document, at)).1.split('|').next().unwrap_or_default();
        let row = parted(&text[own.range()]).1.trim_end();
        let row = row.strip_prefix(label).unwrap_or(row);
        let row = match gap_key(row) == gap_key(&paragraph.text) {
            true => row.to_owned(),
            // Cells beyond the table are none of its text.
            false => format!("| {} |", paragraph.text.trim_matches(['|', ' '])),
        };
        let mut lines: Vec<String> = bare_lines(&text[span.start..own.start]).map(str::to_owned).collect();
        lines.push(row);
        lines.extend(bare_lines(&text[own.end..span.end]).map(str::to_owned));
        lines
    }
}

/// A line of a quote without words, without the marks of `depth` quotes around it.
fn within_quote(line: &str, depth: usize) -> String {
    line.match_indices('>').nth(depth).map_or_else(|| ">".to_owned(), |(at, _)| line[at..].trim_end().to_owned())
}
