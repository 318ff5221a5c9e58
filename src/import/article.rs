//! A document between its own format and Markdown, and what of it has no place there.

use std::collections::BTreeMap;

use super::runs::Run;

/// Cells of one table, empty ones included.
pub(super) const MOST_CELLS: usize = 100_000;

/// A document on its way to Markdown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Article {
    /// In document order.
    pub blocks: Vec<Block>,
    /// Footnotes, by the number of their mark.
    pub notes: Vec<Vec<Block>>,
    /// What Markdown cannot hold.
    pub lost: Lost,
}

/// A block of an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// Plain text.
    Paragraph(Vec<Run>),
    /// With its level, 1 to 6.
    Heading(u8, Vec<Run>),
    /// A quotation, with its blocks.
    Quote(Vec<Block>),
    /// Items with bullets or numbers.
    List {
        /// The number of the first item; `None` for bullets.
        first: Option<u32>,
        /// The blocks of each item.
        items: Vec<Vec<Block>>,
    },
    /// Text that keeps its spaces and lines.
    Code {
        /// May be empty.
        language: String,
        /// Lines, separated by line feeds.
        text: String,
    },
    /// Rows of cells.
    Table(Vec<Vec<Vec<Run>>>),
    /// A line across the page.
    Rule,
}

/// Something Markdown has no place for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LostKind {
    /// An image that is not in a file of its own.
    Picture,
    /// Films, sound, embedded documents.
    Object,
    /// Kept as plain letters.
    Formula,
    /// A letter of a font of signs.
    Symbol,
    /// A remark of a reviewer.
    Comment,
    /// Taken as accepted.
    TrackedChange,
    /// Text that is not shown.
    HiddenText,
    /// Page headers and footers.
    Margin,
    /// An automatic table of contents.
    Contents,
    /// Menus of a web page.
    Navigation,
    /// What is outside of the page's `main` or `article`.
    Around,
    /// Buttons and fields to fill in.
    Form,
    /// Underlined letters that are no link.
    Underline,
    /// A link to a place within the document, or to no address; its text is kept.
    Link,
    /// Letters or Roman numerals of a list, now figures.
    Numerals,
    /// Numbers that the program puts before headings.
    HeadingNumber,
    /// Cells over several columns or rows.
    MergedCell,
    /// A table that only lays out text.
    LayoutTable,
    /// Paragraphs and lists within a table's cell, now lines.
    Cell,
    /// A line break within a heading.
    Break,
    /// Emphasis or a link that Markdown cannot express where it is.
    Emphasis,
    /// Lists and quotes that are nested too deep.
    Nesting,
}

/// What was lost on the way to Markdown, by kind.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lost {
    kinds: BTreeMap<LostKind, usize>,
}

impl Lost {
    pub(super) fn add(&mut self, kind: LostKind) {
        *self.kinds.entry(kind).or_default() += 1;
    }

    /// Whether everything was kept.
    pub fn is_empty(&self) -> bool {
        self.kinds.is_empty()
    }

    /// In a fixed order, each kind once, with how often.
    pub fn iter(&self) -> impl Iterator<Item = (LostKind, usize)> + '_ {
        self.kinds.iter().map(|(kind, count)| (*kind, *count))
    }
}
