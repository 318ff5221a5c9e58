//! What stands in a file: paragraphs, structure blocks, inline marks and words, with exact places.
//!
//! Knows letters, byte spans, lines and columns. Never knows that there are two languages, or any file system.
//!
//! Reading is total and lossless: any byte string gives a [`Document`]; spans are byte offsets into that
//! string, in order and without overlap, so that paragraphs, blocks and what lies between them give it back.
//!
//! | file | answers |
//! |---|---|
//! | `bytes` | what the bytes say as text, and in which encoding they are likely written |
//! | `markdown`, `leaf`, `html`, `front` | where paragraphs and blocks of Markdown stand |
//! | `nesting` | which quotes and lists are too deep to be any |
//! | `plain` | the same for plain text |
//! | `typed` | which lines of a paragraph are items that somebody typed by hand |
//! | `content` | a paragraph's text, made of stretches of the file |
//! | `links` | bare addresses in a text |
//! | `words`, `sentences` | what a text is made of |
//! | `gaps` | which paragraphs a translation still lacks, in whatever form |
//! | `endings` | which line endings an edited text has |
//! | `directive` | what a `<!-- tolmach: … -->` comment says |

mod bytes;
mod conflict;
mod content;
mod directive;
mod document;
mod endings;
mod front;
mod gaps;
mod html;
mod leaf;
mod links;
mod markdown;
mod nesting;
mod place;
mod plain;
mod sentences;
mod typed;
mod words;

pub use directive::{Allow, Directive, Gap, directive, gap, read_gap};
pub use document::{
    Block, BlockKind, Document, Fault, FaultKind, Format, Kind, Layout, Mark, MarkKind, Paragraph, Piece,
};
pub(crate) use document::{container, without_labels};
pub(crate) use endings::with_endings_of;
pub(crate) use gaps::key as gap_key;
pub use gaps::{Gaps, Open, open};
pub use place::{Lines, Position, Span};
pub use sentences::sentences;
pub use words::{on_one_line, words};
