//! What stands in a file: paragraphs, structure blocks, inline marks and words, with exact places.
//!
//! Knows letters, byte spans, lines and columns. Never knows that there are two languages, or any file system.
//!
//! Reading is total and lossless: any byte string gives a [`Document`]; spans are byte offsets into that
//! string, in order and without overlap, so that paragraphs, blocks and what lies between them give it back.

mod document;
mod markdown;
mod place;
mod plain;

pub use document::{
    Block, BlockKind, Document, Fault, FaultKind, Format, Kind, Layout, Mark, MarkKind, Paragraph, Piece,
};
pub use place::{Lines, Position, Span};
