//! Documents of word processors and web pages, made Markdown.
//!
//! | file | answers |
//! |---|---|
//! | `docx`, `docx_runs`, `docx_styles`, `docx_lists` | Word: Office Open XML, ECMA-376 |
//! | `odt`, `odt_styles` | OpenDocument text |
//! | `html`, `html_tree`, `html_notes` | web pages, and what programs save as such |
//! | `package` | the archives that the first two are |
//! | `markdown`, `inline`, `escape` | the Markdown that an [`Article`] is written as |
//! | `runs` | stretches of text of one look |
//!
//! Every reader makes an [`Article`]; what has no place in one is counted in [`Lost`]. A paragraph's Markdown is read
//! back before it is kept, so that no letter of the text turns into markup on the way.

mod docx;
mod docx_lists;
mod docx_runs;
mod docx_styles;
mod escape;
mod html;
mod html_notes;
mod html_tree;
mod inline;
mod markdown;
mod odt;
mod odt_styles;
mod package;
mod runs;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

pub use self::runs::{Run, Style, What};
use crate::exchange::Broken;

/// A document on its way to Markdown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Article {
    pub blocks: Vec<Block>,
    /// Footnotes, by the number in [`What::Note`].
    pub notes: Vec<Vec<Block>>,
    pub lost: Lost,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    Paragraph(Vec<Run>),
    /// With its level, 1 to 6.
    Heading(u8, Vec<Run>),
    Quote(Vec<Block>),
    List {
        /// The number of the first item; `None` for bullets.
        first: Option<u32>,
        items: Vec<Vec<Block>>,
    },
    Code {
        /// May be empty.
        language: String,
        text: String,
    },
    /// Rows of cells.
    Table(Vec<Vec<Vec<Run>>>),
    Rule,
}

/// Something Markdown has no place for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LostKind {
    Picture,
    /// Films, sound, embedded documents.
    Object,
    /// Kept as plain letters.
    Formula,
    /// A letter of a font of signs.
    Symbol,
    Comment,
    /// Taken as accepted.
    TrackedChange,
    HiddenText,
    /// Page headers and footers.
    Margin,
    /// An automatic table of contents.
    Contents,
    /// Menus of a web page.
    Navigation,
    /// What stands outside of the page's `main` or `article`.
    Around,
    /// Buttons and fields to fill in.
    Form,
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
    /// Emphasis or a link that Markdown cannot express where it stands.
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
    fn add(&mut self, kind: LostKind) {
        *self.kinds.entry(kind).or_default() += 1;
    }

    pub fn is_empty(&self) -> bool {
        self.kinds.is_empty()
    }

    /// In a fixed order, each kind once, with how often.
    pub fn iter(&self) -> impl Iterator<Item = (LostKind, usize)> + '_ {
        self.kinds.iter().map(|(kind, count)| (*kind, *count))
    }
}

/// A kind of document that can be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Docx,
    Odt,
    Html,
}

/// Reads a document of another program.
///
/// # Errors
///
/// Where the file is broken, or larger, wider or deeper than any document is.
pub fn read(kind: Kind, bytes: &[u8]) -> Result<Article, Broken> {
    let article = match kind {
        Kind::Docx => docx::read(bytes),
        Kind::Odt => odt::read(bytes),
        Kind::Html => html::read(bytes),
    }?;
    let mut blocks = mended(article.blocks);
    // Lines part something; the one above footnotes goes with them.
    blocks.dedup_by(|one, other| *one == Block::Rule && *other == Block::Rule);
    while blocks.last() == Some(&Block::Rule) {
        blocks.pop();
    }
    Ok(Article { blocks, ..article })
}

/// Joins lists that are written as several.
///
/// Word processors begin a new list where the marks change: what is one list with another inside comes as three.
fn mended(blocks: Vec<Block>) -> Vec<Block> {
    let mut whole: Vec<Block> = Vec::new();
    for block in blocks {
        let Block::List { first, mut items } = block else {
            whole.push(block);
            continue;
        };
        let carries = |item: &Vec<Block>| matches!(item.first(), Some(Block::List { .. }));
        match whole.last_mut() {
            Some(Block::List { items: before, .. }) if !before.is_empty() && items.iter().all(carries) => {
                if let Some(item) = before.last_mut() {
                    item.extend(items.into_iter().flatten());
                    *item = mended(std::mem::take(item));
                }
            }
            Some(Block::List { first: Some(number), items: before })
                if first.is_some_and(|first| first as usize == *number as usize + before.len()) =>
            {
                before.append(&mut items);
            }
            _ => whole.push(Block::List { first, items }),
        }
    }
    whole
}

/// The article as Markdown, with what was lost on the whole way.
pub fn markdown(article: Article) -> (String, Lost) {
    markdown::write(article)
}
