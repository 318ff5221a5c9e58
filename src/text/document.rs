//! The shape of a read file.

use std::ops::Range;

use super::bytes::{self, BYTE_ORDER_MARK};
use super::comment::Delimiters;
use super::directive::{Directive, directive, is_gap};
use super::{Format, Lines, Span, conflict, links, placeholders};

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
    /// A value of the front matter that readers see: title, subtitle, description, summary.
    FrontMatter,
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
    /// What a program fills in or reads: `{{ page.title }}`, `{name}`, `%s`, `$var$`, `:emoji:`, `{.class}`.
    Placeholder,
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
    /// A comment.
    Comment,
    /// A comment that marks a paragraph still to be translated: `tolmach: translate …`.
    Gap,
    /// A comment that quiets rules for the next paragraph: `tolmach: allow RULE: reason`.
    Allow,
    FrontMatter,
    /// Link reference definitions.
    Definitions,
    /// A line that puts a file or a value in: `--8<-- "a.md"`, `{% include a.md %}`.
    Include,
    /// Statements and expressions of MDX that make no text: `import`, `export`, `{…}`.
    Script,
}

/// What opens or closes a container, or gives it attributes: `:::note`, `{% endif %}`, `<Tabs>`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Marker {
    /// Bytes in the file; the titles in it are paragraphs.
    pub span: Span,
    /// The marker without its titles, to be compared with another one.
    pub name: String,
    /// How many paragraphs stand before it, its titles not among them.
    pub before: usize,
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
    /// The line that opens an unresolved merge.
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
    /// In file order; they may hold paragraphs, and nothing else.
    pub markers: Vec<Marker>,
    pub faults: Vec<Fault>,
    /// How it was read.
    pub format: Format,
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
        Document { text, paragraphs: parts.paragraphs, blocks: parts.blocks, markers: parts.markers, faults, format }
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

    /// The comment of a block as it would stand outside quotes and lists: as many quote marks as stand before
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
        let wanted = folded(label);
        let definitions = self.blocks.iter().filter(|block| block.kind == BlockKind::Definitions);
        let lines = definitions.flat_map(|block| self.text[block.span.range()].lines());
        lines
            .filter_map(|line| line.trim_start_matches(['>', ' ', '\t']).strip_prefix('[')?.split_once("]:"))
            .find_map(|(known, rest)| (folded(known) == wanted).then(|| rest.trim()).filter(|rest| !rest.is_empty()))
    }

    /// The attributes in braces behind a heading, `{#id .class}`, which are no part of its text: place and text.
    pub fn heading_attributes(&self, heading: &Paragraph) -> Option<(Span, &str)> {
        matches!(heading.kind, Kind::Heading(_)).then_some(())?;
        let line = self.text.get(heading.span.end..)?.split(['\n', '\r']).next()?;
        let start = line.find('{').filter(|at| line[..*at].trim_matches(['#', ' ', '\t']).is_empty())?;
        let text = line[start..].trim_end();
        let start = heading.span.end + start;
        text.ends_with('}').then(|| (Span::new(start, start + text.len()), text))
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

/// A link's label as CommonMark compares it.
fn folded(label: &str) -> String {
    label.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

/// The marks of quotes, lists, tasks and footnotes that a line begins with, of all that stands before something on it:
/// what follows a word, a tag or a comment is in no further container, and the `>` that ends one is no quote mark.
pub(crate) fn container(before: &str) -> &str {
    let mut at = 0;
    while let Some(letter) = before[at..].chars().next() {
        let rest = &before[at..];
        let label = rest.strip_prefix("[^").and_then(|label| label.find("]:"));
        at += match label {
            Some(label) => "[^]:".len() + label,
            None if ["[ ]", "[x]", "[X]"].iter().any(|task| rest.starts_with(task)) => "[ ]".len(),
            None if rest.starts_with("--") => break,
            None if letter.is_whitespace() || letter.is_ascii_digit() || ">-+*.)|#:".contains(letter) => {
                letter.len_utf8()
            }
            None => break,
        };
    }
    &before[..at]
}

/// The marks of containers with spaces for names of footnotes and boxes of tasks: what they hold is no mark of a quote.
pub(crate) fn without_labels(container: &str) -> String {
    let mut plain = String::with_capacity(container.len());
    let mut rest = container;
    while let Some((before, inside)) = rest.split_once('[') {
        let (label, after) = inside.split_once(']').unwrap_or((inside, ""));
        plain.push_str(before);
        plain.extend(label.chars().map(|_| ' ').chain([' ', ' ']));
        rest = after;
    }
    plain + rest
}

/// How many bytes before a block may be the marks of its containers.
pub(super) const PREFIX: usize = 200;

/// The line without white space before it and at most `quotes` quote marks.
pub(super) fn without_quote_marks(line: &str, quotes: usize) -> &str {
    let mut kept = line.trim_start();
    for _ in 0..quotes {
        let Some(inside) = kept.strip_prefix('>') else { break };
        kept = inside.trim_start();
    }
    kept
}

/// From the first gap of the paragraph to the end of the last, where no letter stands outside of them.
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
}

impl Parts {
    pub(super) fn block(&mut self, span: Span, kind: BlockKind) {
        if !span.is_empty() {
            self.blocks.push(Block { span, kind, before: 0 });
        }
    }

    /// Makes blocks of headings, table rows and front matter that hold nothing but gaps: nobody has translated them.
    fn open_gaps(&mut self, comments: Delimiters) {
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
    fn put_in_order(&mut self) {
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

impl Paragraph {
    /// A paragraph that stands alone, as in `align --batch`: its text is its file.
    pub fn alone(text: &str) -> Paragraph {
        Paragraph {
            span: Span::new(0, text.len()),
            kind: Kind::Prose,
            text: text.to_owned(),
            pieces: vec![Piece { text: 0, file: 0, len: text.len() }],
            marks: placeholders::mark(text, links::mark(text, Vec::new())),
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
