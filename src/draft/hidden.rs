//! Which list items, quotes and tables are nothing but gaps, so that they can be left out.

use super::frame::Page;
use super::lines::{before_on_line, columns, line_end, line_start};
use super::tables::parted;
use crate::text::{BlockKind, Kind, Span};

impl Page<'_> {
    /// Whether nothing is rendered of a gap, where it is a block of its own.
    pub(super) fn renders_nothing(&self, at: usize, is_gap: &dyn Fn(usize) -> bool) -> bool {
        let paragraph = &self.document.paragraphs[at];
        match (self.tables.holding(at), paragraph.kind) {
            (Some(table), _) => self.tables.hides(&table, is_gap),
            (None, Kind::Heading(_) | Kind::Quote(_) | Kind::Prose) => true,
            _ => self.hidden_quote(at, is_gap).is_some() || !self.holds_more(at, is_gap),
        }
    }

    /// Whether the list item or the footnote `at` has something else than gaps of the original, so that it keeps its
    /// bullet or its label.
    pub(super) fn holds_more(&self, at: usize, is_gap: &dyn Fn(usize) -> bool) -> bool {
        let document = self.document;
        let text = document.text.as_str();
        let first = line_start(text, document.paragraphs[at].span.start);
        let quotes = parted(before_on_line(document, at)).0.matches('>').count();
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
            Kind::ListItem(_) | Kind::Footnote | Kind::Quote(_) | Kind::Heading(_) => !is_gap(below),
            Kind::TableRow => !self.tables.holding(below).is_some_and(|table| self.tables.hides(&table, is_gap)),
            _ => true,
        };
        let first = document.blocks.partition_point(|block| block.span.start < document.paragraphs[at].span.end);
        let blocks = document.blocks[first..].iter().take_while(|block| block.span.start < end);
        (at + 1..at + 1 + below).any(is_other)
            || blocks.into_iter().any(|block| block.kind != BlockKind::Comment && is_deeper(block.span.start))
    }

    /// The outermost quote around a paragraph that is nothing but gaps, and how many quotes are around it.
    pub(super) fn hidden_quote(&self, at: usize, is_gap: &dyn Fn(usize) -> bool) -> Option<(Span, usize)> {
        let (quotes, start) = (&self.document.quotes, self.document.paragraphs[at].span.start);
        let mut next = quotes.partition_point(|quote| quote.start <= start).checked_sub(1);
        let mut around = Vec::new();
        while let Some(quote) = next {
            around.extend(Some(quotes[quote]).filter(|quote| start < quote.end));
            next = self.quotes_around[quote];
        }
        around.reverse();
        let depth = around.iter().position(|quote| self.hides_quote(*quote, is_gap))?;
        Some((around[depth], depth))
    }

    fn hides_quote(&self, quote: Span, is_gap: &dyn Fn(usize) -> bool) -> bool {
        if let Some(known) = self.hidden_quotes.borrow().get(&quote.start) {
            return *known;
        }
        let hides = self.reads_as_gaps(quote, is_gap);
        self.hidden_quotes.borrow_mut().insert(quote.start, hides);
        hides
    }

    fn reads_as_gaps(&self, quote: Span, is_gap: &dyn Fn(usize) -> bool) -> bool {
        let document = self.document;
        let first = document.paragraphs.partition_point(|paragraph| paragraph.span.end <= quote.start);
        let end = document.paragraphs.partition_point(|paragraph| paragraph.span.start < quote.end);
        let is_hidden = |at: usize| match self.tables.holding(at) {
            Some(table) => self.tables.hides(&table, is_gap),
            None => is_gap(at),
        };
        let first_block = document.blocks.partition_point(|block| block.span.end <= quote.start);
        let mut blocks = document.blocks[first_block..].iter().take_while(|block| block.span.start < quote.end);
        let first_marker = document.markers.partition_point(|marker| marker.span.end <= quote.start);
        let mut markers = document.markers[first_marker..].iter().take_while(|marker| marker.span.start < quote.end);
        (first..end.max(first)).all(is_hidden)
            && blocks.next().is_none()
            && markers.all(|marker| marker.name.starts_with("[!"))
    }

    /// Whether an MDX expression can be in the place of a gap, whose lines begin at `own`: it would interrupt no
    /// paragraph, and is in no list or quote that stays.
    pub(super) fn starts_a_flow(&self, at: usize, own: usize, is_gap: &dyn Fn(usize) -> bool) -> bool {
        let text = self.document.text.as_str();
        let blank_above = |start: usize| text[..start].lines().next_back().is_none_or(|line| line.trim().is_empty());
        let first = self.tables.holding(at).map_or(at, |table| table.start);
        let (mut first, mut start) = (first, own.min(self.line(first)));
        let asked = at;
        while !blank_above(start) && self.flows.borrow().get(&first).is_none() {
            let before = first.checked_sub(1).filter(|before| is_gap(*before));
            let Some(before) = before.filter(|at| self.ends_above(*at, start)) else {
                self.flows.borrow_mut().insert(asked, false);
                return false;
            };
            first = self.tables.holding(before).map_or(before, |table| table.start);
            start = self.line(first);
        }
        let flows = self.flows.borrow().get(&first).is_none_or(|flows| *flows);
        self.flows.borrow_mut().insert(asked, flows);
        flows
    }

    fn line(&self, at: usize) -> usize {
        line_start(&self.document.text, self.document.paragraphs[at].span.start)
    }

    /// Whether a paragraph ends on the line above, or comments alone are between.
    fn ends_above(&self, at: usize, start: usize) -> bool {
        let end = match self.tables.holding(at) {
            Some(table) => self.tables.lines(&table).end,
            None => line_end(&self.document.text, self.document.paragraphs[at].span.end),
        };
        let is_comment = |line: &str| line.trim().starts_with("{/*") && line.trim().ends_with("*/}");
        self.document.text[end..start.max(end)].lines().skip(1).all(is_comment)
    }
}
