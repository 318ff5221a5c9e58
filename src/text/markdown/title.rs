//! The texts of markers that readers see, and rows of tables that the parser does not know.

use pulldown_cmark::{Options, Parser};
use rustc_hash::FxHashSet;

use super::super::parts::Parts;
use super::super::{BlockKind, Kind, Mark, MarkKind, Paragraph, Span};
use super::reader::Reader;

/// The text of a marker that readers see, or a row of a table that the parser does not know.
pub(super) fn read(text: &str, span: Span, kind: Kind, options: Options, parts: &mut Parts) {
    let items = FxHashSet::default();
    let mut reader = Reader::new(text, span.start, &items, Parts::default());
    for (event, range) in Parser::new_ext(&text[span.range()], options).into_offset_iter() {
        reader.take(event, Span::new(range.start + span.start, range.end + span.start));
    }
    let found = reader.parts();
    // A title that nobody has translated is a comment alone.
    parts.blocks.extend(found.blocks.into_iter().filter(|block| block.kind == BlockKind::Gap));
    for mut paragraph in found.paragraphs {
        paragraph.kind = kind;
        if kind == Kind::TableRow {
            mark_bars(&mut paragraph);
        }
        parts.paragraphs.push(paragraph);
    }
}

/// Marks the bars between the cells of a row with the spaces around them.
fn mark_bars(row: &mut Paragraph) {
    let text = &row.text;
    let marked = |at: usize| row.marks.iter().any(|mark| mark.span.start <= at && at < mark.span.end);
    let bars: Vec<Mark> = text
        .match_indices('|')
        .filter(|(at, _)| !marked(*at))
        .map(|(at, _)| {
            let start = text[..at].trim_end().len();
            let end = text.len() - text[at + 1..].trim_start().len();
            Mark { span: Span::new(start, end), kind: MarkKind::Delimiter }
        })
        .collect();
    row.marks.extend(bars);
    row.marks.sort_by_key(|mark| mark.span);
    row.marks.dedup_by(|next, kept| next.span.overlaps(kept.span));
}
