//! What a syntax reads, before it is a document.

use super::comment::Delimiters;
use super::directive::is_gap;
use super::{Block, BlockKind, Marker, Paragraph, Span};

/// From the first gap of the paragraph to the end of the last, where no letter is outside of them.
fn only_gaps(paragraph: &Paragraph, comments: Delimiters) -> Option<Span> {
    let text = paragraph.text.as_str();
    let first = text.find(comments.open)?;
    let mut at = 0;
    while let Some(start) = text[at..].find(comments.open).map(|found| at + found) {
        let end = start + comments.end(&text[start..])?;
        if text[at..start].contains(char::is_alphabetic) || !is_gap(&text[start..end]) {
            return None;
        }
        at = end;
    }
    (!text[at..].contains(char::is_alphabetic)).then(|| Span::new(first, at))
}

/// What a reader of one format finds.
#[derive(Debug, Default)]
pub(crate) struct Parts {
    pub(super) paragraphs: Vec<Paragraph>,
    pub(super) blocks: Vec<Block>,
    pub(super) markers: Vec<Marker>,
    pub(super) quotes: Vec<Span>,
}

impl Parts {
    pub(super) fn block(&mut self, span: Span, kind: BlockKind) {
        if !span.is_empty() {
            self.blocks.push(Block { span, kind, before: 0 });
        }
    }

    /// Makes blocks of headings, table rows and front matter that hold nothing but gaps: nobody has translated them.
    pub(super) fn open_gaps(&mut self, comments: Delimiters) {
        let (blocks, paragraphs) = (&mut self.blocks, &mut self.paragraphs);
        paragraphs.retain(|paragraph| {
            let gap = only_gaps(paragraph, comments);
            if let Some(span) = gap {
                blocks.push(Block { span: paragraph.in_file(span), kind: BlockKind::Gap, before: 0 });
            }
            gap.is_none()
        });
    }

    /// Sorts by place, drops what is empty or overlaps, and counts the paragraphs before each block.
    pub(super) fn put_in_order(&mut self) {
        self.paragraphs.sort_by_key(|paragraph| paragraph.span);
        let mut end = 0;
        self.paragraphs.retain(|paragraph| {
            let free = paragraph.span.start >= end && !paragraph.span.is_empty();
            end = if free { paragraph.span.end } else { end };
            free
        });
        self.markers.sort_by_key(|marker| marker.span);
        for marker in &mut self.markers {
            marker.before = self.paragraphs.partition_point(|paragraph| paragraph.span.start < marker.span.start);
        }
        self.blocks.sort_by_key(|block| block.span);
        let mut end = 0;
        let paragraphs = &self.paragraphs;
        self.blocks.retain_mut(|block| {
            block.before = paragraphs.partition_point(|paragraph| paragraph.span.end <= block.span.start);
            let overlaps = paragraphs.get(block.before).is_some_and(|next| next.span.start < block.span.end);
            let free = block.span.start >= end && !block.span.is_empty() && !overlaps;
            end = if free { block.span.end } else { end };
            free
        });
    }
}
