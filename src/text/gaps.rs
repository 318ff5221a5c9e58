//! Which gaps a translation still has, whatever form they stand in.

use std::collections::{HashMap, VecDeque};

use super::comment::Delimiters;
use super::directive::is_gap;
use super::{Block, BlockKind, Document, Paragraph, Span, read_gap};

/// A gap in a translation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Open {
    /// Bytes of the file, from the first comment to the end of the last; a table row has one in every cell.
    pub span: Span,
    /// The paragraph of the original; white space may be joined where it stands on one line.
    pub original: String,
}

/// The gaps of a translation, in order; those in code are no gaps.
pub fn open(document: &Document) -> Vec<Open> {
    let text = &document.text;
    let comments = document.format.comments();
    let mut gaps: Vec<Open> = Vec::new();
    let mut at = 0;
    let front = document.front_matter_end().unwrap_or(0);
    while let Some(found) = comment(&text[at..], comments) {
        let (start, end) = (at + found.start, at + found.end);
        at = end;
        // The first block that does not end before the comment begins.
        let near = document.blocks.partition_point(|block| block.span.end <= start);
        let around = document.blocks.get(near).filter(|block| block.span.start <= start);
        let comment = &text[start..end];
        if let Some(code) = around.filter(|block| block.kind == BlockKind::Code) {
            // What looks like the beginning of a comment in code begins none.
            at = code.span.end;
            continue;
        }
        if !comment.contains("tolmach") {
            continue;
        }
        // A comment that nobody closed ends with its quote or list item, and what follows is none of it.
        let inside = document.blocks[near..].iter().take_while(|block| block.span.start < end);
        if let Some(gap) = inside.into_iter().find(|block| block.kind == BlockKind::Gap && block.span.start > start) {
            at = gap.span.start;
            continue;
        }
        let whole = document.comment(&Block { span: Span::new(start, end), kind: BlockKind::Gap, before: 0 });
        let alone = document.blocks.get(near).is_some_and(|block| block.span == Span::new(start, end));
        let whole = if alone { whole } else { whole.replace("\\\"", "\"") };
        if read_gap(&whole).is_none() {
            continue;
        }
        if comment.contains('\n') {
            let original = read_gap(&whole).map(|gap| gap.original).unwrap_or_default();
            gaps.push(Open { span: Span::new(start, end), original });
            continue;
        }
        // Everything on the line up to its last gap, with the gaps opened again, is the paragraph.
        let line_start = text[..start].rfind(['\n', '\r']).map_or(0, |at| at + 1);
        let line_end = text[start..].find(['\n', '\r']).map_or(text.len(), |at| start + at);
        let line = Span::new(line_start, line_end);
        let last = text[line.range()]
            .rfind(comments.close)
            .map_or(end, |last| line.start + last + comments.close.len())
            .max(end);
        let is_row = start >= front && has_bars(&text[line.range()], comments);
        let shown = match is_row {
            true => text[line.range()].trim_start_matches(['>', ' ', '\t']).trim_end(),
            false => &text[start..last],
        };
        gaps.push(Open { span: Span::new(start, last), original: opened(shown, comments) });
        at = last;
    }
    gaps
}

/// The first comment of a text. One that has a bar behind it on its line, and another comment before its end, ended with
/// its cell.
fn comment(text: &str, comments: Delimiters) -> Option<Span> {
    let mut start = text.find(comments.open)?;
    let end = start + text[start..].find(comments.close)? + comments.close.len();
    while let Some(inner) = text[start + 1..end].find(comments.open).map(|inner| start + 1 + inner) {
        if !text[start..inner].lines().next().is_some_and(|line| line.contains('|')) {
            break;
        }
        start = inner;
    }
    Some(Span::new(start, end))
}

/// Whether a line is a table's row: a bar stands outside its comments.
fn has_bars(line: &str, comments: Delimiters) -> bool {
    let mut rest = line;
    while let Some(found) = comment(rest, comments) {
        if rest[..found.start].contains('|') {
            return true;
        }
        rest = &rest[found.end..];
    }
    rest.contains('|')
}

fn opened(line: &str, comments: Delimiters) -> String {
    let mut opened = String::new();
    let mut rest = line;
    while let Some(found) = comment(rest, comments) {
        opened.push_str(&rest[..found.start]);
        match read_gap(&rest[found.range()].replace("\\\"", "\"")) {
            Some(gap) => opened.push_str(&gap.original),
            None => opened.push_str(&rest[found.range()]),
        }
        rest = &rest[found.end..];
    }
    opened.push_str(rest);
    opened
}

/// Whether a comment that asks for a translation stands within a paragraph of the document.
pub fn holds_gap(paragraph: &Paragraph, document: &Document) -> bool {
    let comments = document.format.comments();
    paragraph.text.match_indices(comments.open).any(|(at, _)| {
        let rest = &paragraph.text[at..];
        is_gap(&rest[..comments.end(rest).unwrap_or(rest.len())])
    })
}

/// The gaps of a translation, each given to one paragraph of the original.
#[derive(Clone, Debug, Default)]
pub struct Gaps {
    /// All of them, in order.
    pub all: Vec<Open>,
    /// By key, those that nobody has taken, as indices in order.
    free: HashMap<String, VecDeque<usize>>,
}

impl Gaps {
    /// The gaps of a translation, in file order.
    pub fn of(translation: &Document) -> Gaps {
        let all = open(translation);
        let mut free: HashMap<String, VecDeque<usize>> = HashMap::new();
        for (at, gap) in all.iter().enumerate() {
            free.entry(key(&gap.original)).or_default().push_back(at);
        }
        Gaps { all, free }
    }

    /// The first gap for this text of the original that has not been taken; taken then.
    pub fn take(&mut self, original: &str) -> Option<&Open> {
        let at = self.free.get_mut(&key(original))?.pop_front()?;
        Some(&self.all[at])
    }
}

/// What of a text a gap keeps in any case: a gap on one line joins white space, and a row's bars may stand outside.
pub(crate) fn key(text: &str) -> String {
    text.split(|c: char| c.is_whitespace() || c == '|').collect()
}
