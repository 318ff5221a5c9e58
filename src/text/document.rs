//! The shape of a read file.

use super::Span;

/// How a file is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    Markdown,
    Plain(Layout),
}

/// How plain text is cut into paragraphs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Layout {
    /// By blank lines; by lines where a file has several lines and no blank one.
    #[default]
    Auto,
    BlankLine,
    Line,
}

/// What a paragraph is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    Prose,
    /// A heading of level 1 to 6.
    Heading(u8),
    /// A paragraph in a list item; the depth counts from 1.
    ListItem(u8),
    /// A paragraph in a block quote; the depth counts from 1.
    Quote(u8),
    TableRow,
    /// A paragraph of a footnote's definition.
    Footnote,
}

/// What is aligned and translated: a paragraph, heading, list item, table row, footnote text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paragraph {
    /// Bytes in the file, from the first letter of the content (after `# `, `- `, `> `) to the last.
    pub span: Span,
    pub kind: Kind,
    /// The content with its inline markup, without the quote marks and indents of continuation lines; lines
    /// are joined by `\n`. This is what is aligned, compared, checked and kept in the units file.
    pub text: String,
    /// Where each stretch of `text` stands in the file, in order, covering `text` but for its line joints.
    pub pieces: Vec<Piece>,
    /// Inline markup, in order; spans are bytes of `text`.
    pub marks: Vec<Mark>,
}

/// A stretch of a paragraph's text and where it stands in the file.
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
    pub span: Span,
    pub kind: MarkKind,
}

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
    /// Delimiters without wording: `**`, `_`, `[`, `](`, `)`, `![`, table bars, a hard break's backslash.
    Delimiter,
}

/// What is not translated but marks a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// Bytes in the file.
    pub span: Span,
    pub kind: BlockKind,
    /// How many paragraphs stand before it.
    pub before: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum BlockKind {
    Code,
    Rule,
    Html,
    /// An HTML comment.
    Comment,
    /// An HTML comment that marks a paragraph still to be translated: `<!-- tolmach: translate … -->`.
    Gap,
    /// An HTML comment that quiets rules for the next paragraph: `<!-- tolmach: allow RULE: reason -->`.
    Allow,
    FrontMatter,
    /// Link reference definitions.
    Definitions,
}

/// Something wrong with the file itself; reading goes on regardless.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Bytes in the file.
    pub span: Span,
    pub kind: FaultKind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FaultKind {
    /// The first byte that is not UTF-8, with the encoding the file is likely in (`windows-1251`, `UTF-16LE` …).
    NotUtf8 {
        likely: Option<&'static str>,
    },
    ByteOrderMark,
    /// A line of an unresolved merge.
    ConflictMarker,
}

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
    pub faults: Vec<Fault>,
}

impl Document {
    /// Reads any bytes; what is wrong with them is told in `faults`.
    pub fn read(bytes: &[u8], format: Format) -> Document {
        let text = String::from_utf8_lossy(bytes).into_owned();
        match format {
            Format::Markdown => super::markdown::read(text),
            Format::Plain(layout) => super::plain::read(text, layout),
        }
    }
}

impl Paragraph {
    /// A paragraph that stands alone, as in `align --batch`: its text is its file.
    pub fn alone(text: &str) -> Paragraph {
        Paragraph {
            span: Span::new(0, text.len()),
            kind: Kind::Prose,
            text: text.to_owned(),
            pieces: vec![Piece { text: 0, file: 0, len: text.len() }],
            marks: Vec::new(),
        }
    }

    /// Where bytes of `text` stand in the file.
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
