//! What is aligned and translated.

use std::fmt;
use std::sync::OnceLock;

use super::Span;

/// What a paragraph is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// A paragraph of text.
    Prose,
    /// A heading of level 1 to 6.
    Heading(u8),
    /// A paragraph in a list item; the depth counts from 1.
    ListItem(u8),
    /// A paragraph in a block quote; the depth counts from 1.
    Quote(u8),
    /// A row of a table, its cells separated by `|`.
    TableRow,
    /// A paragraph of a footnote's definition.
    Footnote,
    /// A value of the front matter that readers see: title, subtitle, description, summary.
    FrontMatter,
}

/// What is aligned and translated: a paragraph, heading, list item, table row, footnote text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paragraph {
    /// Bytes in the file, from the first letter of the content (after `# `, `- `, `> `) to the last.
    pub span: Span,
    /// What it is in the document.
    pub kind: Kind,
    /// The content with its inline markup, without the quote marks and indents of continuation lines; lines
    /// are joined by `\n`. This is what is aligned, compared, checked and kept in the units file.
    pub text: String,
    /// Where each stretch of `text` is in the file, in order, covering `text` but for its line joints.
    pub pieces: Vec<Piece>,
    /// Inline markup, in order; spans are bytes of `text`.
    pub marks: Vec<Mark>,
    pub(super) words: WordSpans,
}

/// The words of a paragraph, cut when they are first asked for; they follow from its text and marks, so that a copy,
/// whose text may be changed, begins without them.
#[derive(Default)]
pub(super) struct WordSpans(OnceLock<Box<[Span]>>);

impl WordSpans {
    pub(super) fn get_or_cut(&self, cut: impl FnOnce() -> Vec<Span>) -> &[Span] {
        self.0.get_or_init(|| cut().into())
    }
}

impl Clone for WordSpans {
    fn clone(&self) -> WordSpans {
        WordSpans::default()
    }
}

impl PartialEq for WordSpans {
    fn eq(&self, _: &WordSpans) -> bool {
        true
    }
}

impl Eq for WordSpans {}

impl fmt::Debug for WordSpans {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("WordSpans")
    }
}

/// A stretch of a paragraph's text and where it is in the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Byte offset in the paragraph's `text`.
    pub text: usize,
    /// Byte offset in the file.
    pub file: usize,
    /// Length in bytes.
    pub len: usize,
}

/// A piece of inline markup, a span of bytes of the paragraph's text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Bytes of the paragraph's text.
    pub span: Span,
    /// What the markup means.
    pub kind: MarkKind,
}

/// What a piece of inline markup means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum MarkKind {
    /// A code span with its backticks.
    Code,
    /// A link's or image's destination (and title), without the parentheses; a reference label.
    Destination,
    /// An autolink, bare URL or e-mail address.
    Url,
    /// An inline HTML tag, comment or entity-like markup.
    Html,
    /// A footnote reference, `[^1]`.
    FootnoteReference,
    /// What a program fills in or reads: `{{ page.title }}`, `{name}`, `%s`, `$var$`, `:emoji:`, `{.class}`.
    Placeholder,
    /// Delimiters without wording: `**`, `_`, `[`, `](`, `)`, `![`, table bars, a hard break's backslash.
    Delimiter,
}

impl Paragraph {
    /// Where bytes of `text` are in the file.
    pub fn in_file(&self, span: Span) -> Span {
        let start = self.offset_in_file(span.start);
        let end = if span.is_empty() { start } else { self.offset_in_file(span.end - 1) + 1 };
        Span::new(start, end.max(start))
    }

    fn offset_in_file(&self, offset: usize) -> usize {
        let next = self.pieces.partition_point(|piece| piece.text <= offset);
        match self.pieces.get(next.saturating_sub(1)) {
            Some(piece) => piece.file + (offset - piece.text.min(offset)).min(piece.len),
            None => self.span.start,
        }
    }
}
