//! The properties of Word's paragraphs and cells.

use super::docx_lists::Piece;
use super::docx_styles::Numbering;
use super::package::Source;
use super::runs::Run;
use crate::exchange::xml::Node;
use crate::exchange::{Broken, BrokenKind};

/// A paragraph on its way to a piece.
#[derive(Default)]
pub(super) struct Paragraph {
    pub(super) style: Option<String>,
    pub(super) outline: Option<u8>,
    pub(super) numbering: Numbering,
    /// Whether there is a line below it.
    pub(super) rule: bool,
    pub(super) runs: Vec<Run>,
    /// The paragraphs of text boxes that hang on it.
    pub(super) beside: Vec<Piece>,
}

/// Reads the properties of a paragraph, up to their end.
pub(super) fn paragraph_properties(xml: &mut Source<'_>, into: &mut Paragraph) -> Result<(), Broken> {
    let mut inside = Vec::new();
    loop {
        match xml.next()? {
            Node::Open(element) => {
                let value = || element.local("val");
                match element.name.as_str() {
                    "pStyle" => into.style = value().map(str::to_owned),
                    "outlineLvl" => into.outline = value().and_then(|level| level.parse().ok()),
                    "numId" => into.numbering.id = value().map(str::to_owned),
                    "ilvl" => into.numbering.level = value().and_then(|level| level.parse().ok()),
                    "bottom" if inside.last().is_some_and(|name| name == "pBdr") => {
                        into.rule = value().is_some_and(|line| !matches!(line, "nil" | "none"));
                    }
                    // How the paragraph was before a tracked change.
                    "pPrChange" => {
                        xml.skip()?;
                        continue;
                    }
                    _ => {}
                }
                inside.push(element.name);
            }
            Node::Close(_) if inside.is_empty() => return Ok(()),
            Node::Close(_) => drop(inside.pop()),
            Node::Text(_) => {}
            Node::End => return Err(xml.broken(BrokenKind::Truncated)),
        }
    }
}

/// How many columns a cell spans, and whether it goes on over rows.
pub(super) fn cell_properties(xml: &mut Source<'_>) -> Result<(usize, bool), Broken> {
    let (mut columns, mut rows) = (1, false);
    xml.children(|xml, element| {
        match element.name.as_str() {
            "gridSpan" => columns = element.local("val").and_then(|span| span.parse().ok()).unwrap_or(1),
            "vMerge" => rows = element.local("val") == Some("restart"),
            _ => {}
        }
        xml.skip()
    })?;
    Ok((columns, rows))
}
