//! A paragraph's text, made of stretches of the file.

use super::paragraph::WordSpans;
use super::{Kind, Mark, MarkKind, Paragraph, Piece, Span, links, placeholders, typed};

/// Inline markup by its place in the file, in order and disjoint.
pub(super) type FileMark = (Span, MarkKind);

/// The lines of `span`, without line endings and without white space around them; empty ones are left out.
pub(super) fn lines(text: &str, span: Span) -> Vec<Span> {
    let mut lines = Vec::new();
    let mut start = span.start;
    for line in text[span.range()].split_inclusive(['\n', '\r']) {
        let trimmed = trim(text, Span::new(start, start + line.len()));
        if !trimmed.is_empty() {
            lines.push(trimmed);
        }
        start += line.len();
    }
    lines
}

/// The span without the white space at its ends.
pub(super) fn trim(text: &str, span: Span) -> Span {
    let inside = &text[span.range()];
    let start = span.start + (inside.len() - inside.trim_start().len());
    let end = start + inside.trim().len();
    Span::new(start, end)
}

/// One paragraph of these lines; `None` when they hold nothing.
pub(super) fn paragraph(text: &str, lines: &[Span], kind: Kind, marks: &[FileMark]) -> Option<Paragraph> {
    let mut content = String::new();
    let mut pieces: Vec<Piece> = Vec::with_capacity(lines.len());
    for line in lines.iter().filter(|line| !line.is_empty()) {
        if !pieces.is_empty() {
            content.push('\n');
        }
        pieces.push(Piece { text: content.len(), file: line.start, len: line.len() });
        content.push_str(&text[line.range()]);
    }
    let (first, last) = (pieces.first()?, pieces.last()?);
    let span = Span::new(first.file, last.file + last.len);
    let marks = marks
        .iter()
        .filter_map(|(place, kind)| {
            let (start, end) = (first_at(&pieces, place.start)?, last_at(&pieces, place.end)?);
            (start < end).then(|| Mark { span: Span::new(start, end), kind: *kind })
        })
        .collect();
    let marks = placeholders::mark(&content, links::mark(&content, marks));
    Some(Paragraph { span, kind, text: content, pieces, marks, words: WordSpans::default() })
}

/// Paragraphs of these lines, which somebody may have typed as a list or a dialogue, one item a line.
pub(super) fn paragraphs(text: &str, lines: &[Span], kind: Kind, marks: &[FileMark], out: &mut Vec<Paragraph>) {
    let inside_mark = |place: usize| {
        let next = marks.partition_point(|(span, _)| span.end <= place);
        marks.get(next).is_some_and(|(span, _)| span.start < place)
    };
    let shown: Vec<&str> = lines.iter().map(|line| &text[line.range()]).collect();
    let mut starts: Vec<usize> =
        typed::starts(&shown).into_iter().filter(|at| *at > 0 && !inside_mark(lines[*at].start)).collect();
    starts.push(lines.len());
    let (mut from, mut marked) = (0, 0);
    for to in starts {
        let end = lines[from..to].last().map_or(0, |line| line.end);
        let next = marked + marks[marked..].partition_point(|(span, _)| span.start < end);
        out.extend(paragraph(text, &lines[from..to], kind, &marks[marked..next]));
        (from, marked) = (to, next);
    }
}

/// The first place in the text that is at or after a place in the file.
fn first_at(pieces: &[Piece], file: usize) -> Option<usize> {
    let piece = pieces.get(pieces.partition_point(|piece| piece.file + piece.len <= file))?;
    Some(piece.text + file.saturating_sub(piece.file))
}

/// The last place in the text that is at or before a place in the file.
fn last_at(pieces: &[Piece], file: usize) -> Option<usize> {
    let piece = pieces.get(pieces.partition_point(|piece| piece.file < file).checked_sub(1)?)?;
    Some(piece.text + (file - piece.file).min(piece.len))
}
