//! Documents of word processors and web pages, made Markdown.
//!
//! | file | answers |
//! |---|---|
//! | `docx`, `docx_runs`, `docx_styles`, `docx_lists`, `docx_properties` | Word: Office Open XML, ECMA-376 |
//! | `odt`, `odt_paragraph`, `odt_styles` | OpenDocument text |
//! | `html`, `html_tree`, `html_element`, `html_encoding`, `html_notes` | web pages, and what programs save as such |
//! | `package` | the archives that the first two are |
//! | `markdown`, `inline`, `escape` | the Markdown that an [`Article`] is written as |
//! | `runs` | stretches of text of one look |
//!
//! Every reader makes an [`Article`]; what has no place in one is counted in [`Lost`]. A paragraph's Markdown is read
//! back before it is kept, so that no letter of the text turns into markup on the way.

mod article;
mod docx;
mod docx_lists;
mod docx_properties;
mod docx_runs;
mod docx_styles;
mod escape;
mod html;
mod html_element;
mod html_encoding;
mod html_notes;
mod html_tree;
mod inline;
mod markdown;
mod odt;
mod odt_paragraph;
mod odt_styles;
mod package;
mod runs;
#[cfg(test)]
mod tests;

pub use self::article::{Article, Block, Lost, LostKind};
pub use self::runs::{Run, Style, What};
use crate::exchange::Broken;

/// A kind of document that can be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Office Open XML.
    Docx,
    /// OpenDocument text.
    Odt,
    /// A web page.
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
