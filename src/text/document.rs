//! The shape of a read file.

use std::ops::Range;

use super::attributes;
use super::bytes::{self, BYTE_ORDER_MARK};
use super::container::{PREFIX, container, without_labels, without_quote_marks};
use super::definitions::Definitions;
use super::directive::{Directive, directive};
use super::paragraph::WordSpans;
use super::parts::Parts;
use super::{Block, BlockKind, Fault, Format, Kind, Lines, Marker, Paragraph, Piece, Span};
use super::{conflict, links, placeholders};

/// A file as read.
#[derive(Clone, Debug, Default)]
pub struct Document {
    /// The file's text, byte for byte as long as the file: bytes that are not UTF-8 are replaced one for one by
    /// U+001A, so that every span is a place in the file too.
    pub text: String,
    /// In file order, not overlapping.
    pub paragraphs: Vec<Paragraph>,
    /// In file order, not overlapping each other or a paragraph.
    pub blocks: Vec<Block>,
    /// In file order; they may hold paragraphs, and nothing else.
    pub markers: Vec<Marker>,
    /// Block quotes, by start, each before those in it; from the first quote mark to the end of the last line.
    pub quotes: Vec<Span>,
    /// What is wrong with the file itself, in file order.
    pub faults: Vec<Fault>,
    /// How it was read.
    pub format: Format,
    /// Where labels of links lead; empty until the first is asked for.
    pub definitions: Definitions,
}

impl Document {
    /// Reads any bytes; what is wrong with them is told in `faults`.
    pub fn read(bytes: &[u8], format: Format) -> Document {
        let (text, mut faults) = bytes::decode(bytes);
        faults.extend(conflict::markers(&text));
        let from = if text.starts_with(BYTE_ORDER_MARK) { BYTE_ORDER_MARK.len_utf8() } else { 0 };
        let syntax = format.syntax();
        let mut parts = syntax.read(&text, from);
        parts.open_gaps(syntax.comments());
        parts.put_in_order();
        let Parts { paragraphs, blocks, markers, quotes } = parts;
        Document { text, paragraphs, blocks, markers, quotes, faults, format, definitions: Definitions::default() }
    }

    /// The indices of the paragraphs that touch the 1-based lines `first..=last`.
    pub fn paragraphs_at_lines(&self, lines: &Lines, first: usize, last: usize) -> Range<usize> {
        let (Some(from), Some(_)) = (lines.line(&self.text, first), last.checked_sub(first)) else { return 0..0 };
        let to = lines.line(&self.text, last).map_or(self.text.len(), |line| line.end);
        let start = self.paragraphs.partition_point(|paragraph| paragraph.span.end <= from.start);
        let end = self.paragraphs.partition_point(|paragraph| paragraph.span.start < to);
        start..end.max(start)
    }

    /// The index of the first paragraph that touches a 1-based line.
    pub fn paragraph_at_line(&self, lines: &Lines, line: usize) -> Option<usize> {
        let touching = self.paragraphs_at_lines(lines, line, line);
        (!touching.is_empty()).then_some(touching.start)
    }

    /// The comment of a block as it would be outside quotes and lists: as many quote marks as are before
    /// it are taken from each of its other lines.
    pub fn comment(&self, block: &Block) -> String {
        // The marks before a block are few; a line may be endless.
        let near = block.span.start.saturating_sub(PREFIX);
        let before =
            self.text.as_bytes()[near..block.span.start].iter().rposition(|byte| matches!(byte, b'\n' | b'\r'));
        let line_start = before.map_or(near, |at| near + at + 1);
        let before = self.text.get(line_start..block.span.start).unwrap_or_default();
        let prefix = container(before.trim_start_matches(BYTE_ORDER_MARK));
        let quotes = without_labels(prefix).matches('>').count();
        let mut comment = String::new();
        for (at, line) in self.text[block.span.range()].lines().enumerate() {
            comment.push_str(if at == 0 { "" } else { "\n" });
            comment.push_str(if at == 0 { line } else { without_quote_marks(line, quotes) });
        }
        comment
    }

    /// The paragraphs that are titles of a marker, as indices.
    pub fn titles(&self, marker: &Marker) -> Range<usize> {
        let start = self.paragraphs.partition_point(|paragraph| paragraph.span.start < marker.span.start);
        let end = self.paragraphs.partition_point(|paragraph| paragraph.span.start < marker.span.end);
        start..end.max(start)
    }

    /// Whether a paragraph is the title of a marker, which a marker of the same kind may lack.
    pub fn is_title(&self, paragraph: &Paragraph) -> bool {
        let next = self.markers.partition_point(|marker| marker.span.end <= paragraph.span.start);
        self.markers.get(next).is_some_and(|marker| marker.span.contains(paragraph.span))
    }

    /// Where a link's label leads, by the definitions of the document.
    pub fn destination(&self, label: &str) -> Option<&str> {
        let blocks = self.blocks.iter().filter(|block| block.kind == BlockKind::Definitions);
        self.definitions.destination(label, &self.text, blocks.map(|block| block.span))
    }

    /// The attributes in braces behind a heading, `{#id .class}`, which are no part of its text: place and text.
    pub fn heading_attributes(&self, heading: &Paragraph) -> Option<(Span, &str)> {
        attributes::behind(&self.text, heading)
    }

    /// The blocks between the paragraph `at` and the one before it.
    pub fn blocks_before(&self, at: usize) -> &[Block] {
        let first = self.blocks.partition_point(|block| block.before < at);
        let end = self.blocks.partition_point(|block| block.before <= at);
        &self.blocks[first..end]
    }

    /// Where the front matter ends, in bytes of the file.
    pub(crate) fn front_matter_end(&self) -> Option<usize> {
        let front =
            self.blocks.iter().take_while(|block| matches!(block.kind, BlockKind::FrontMatter | BlockKind::Gap));
        front.filter(|block| block.kind == BlockKind::FrontMatter).map(|block| block.span.end).max()
    }

    /// What a comment that speaks to tolmach says; `None` for other blocks and for comments that cannot be read.
    pub fn directive(&self, block: &Block) -> Option<Directive> {
        matches!(block.kind, BlockKind::Gap | BlockKind::Allow).then(|| directive(&self.comment(block)))?
    }
}

impl Paragraph {
    /// A paragraph that is alone, as in `align --batch`: its text is its file.
    pub fn alone(text: &str) -> Paragraph {
        Paragraph {
            span: Span::new(0, text.len()),
            kind: Kind::Prose,
            text: text.to_owned(),
            pieces: vec![Piece { text: 0, file: 0, len: text.len() }],
            marks: placeholders::mark(text, links::mark(text, Vec::new())),
            words: WordSpans::default(),
        }
    }
}
