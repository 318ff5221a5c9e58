//! What is in a file: paragraphs, structure blocks, inline marks and words, with exact places.
//!
//! Knows letters, byte spans, lines and columns. Never knows that there are two languages, or any file system.
//!
//! Reading is total and lossless: any byte string gives a [`Document`]; spans are byte offsets into that
//! string, in order and without overlap, so that paragraphs, blocks and what lies between them give it back.
//!
//! | file | answers |
//! |---|---|
//! | `document` | what a file is, read |
//! | `paragraph`, `block`, `fault` | what a document is made of |
//! | `bytes` | what the bytes say as text, and in which encoding they are likely written |
//! | `syntax` | what a way of writing documents must answer |
//! | `markdown/`, `plain` | the ways there are |
//! | `dialect` | which site generators the documents may be written for |
//! | `verbatim` | what is no prose and is compared as it is written |
//! | `looks` | what of letters, spaces and marks only looks |
//! | `comment` | what a comment begins and ends with |
//! | `anchors` | where on a page a link may lead |
//! | `typed` | which lines of a paragraph are items that somebody typed by hand |
//! | `content` | a paragraph's text, made of stretches of the file |
//! | `links` | bare addresses in a text |
//! | `placeholders` | what of a text a program fills in |
//! | `words`, `sentences` | what a text is made of |
//! | `segment` | where the words of Latin and Cyrillic texts begin and end |
//! | `letter` | whether a character is a letter or a digit |
//! | `gaps` | which paragraphs a translation still lacks, in whatever form |
//! | `endings` | which line endings an edited text has |
//! | `directive` | what a comment that speaks to tolmach says |

mod anchors;
mod attributes;
mod block;
mod bytes;
mod comment;
mod conflict;
mod container;
mod content;
mod definitions;
mod dialect;
mod directive;
mod document;
mod endings;
mod fault;
mod format;
mod gaps;
mod labelled;
mod letter;
mod links;
mod looks;
mod markdown;
mod mask;
mod paragraph;
mod parts;
mod place;
mod placeholders;
mod plain;
mod segment;
mod sentences;
mod syntax;
mod typed;
mod value;
mod verbatim;
mod words;

pub use anchors::Anchors;
pub use attributes::heading_id;
pub use block::{Block, BlockKind, Marker};
pub use comment::Delimiters;
pub(crate) use container::{container, without_labels};
pub use definitions::{Definitions, defined};
pub use dialect::Dialect;
pub(crate) use directive::is_bare_row;
pub use directive::{Allow, Directive, Gap, Label, directive, gap, label, read_gap};
pub use document::Document;
pub(crate) use endings::with_endings_of;
pub use fault::{Fault, FaultKind};
pub use format::Format;
pub use gaps::{Gaps, Open, holds_gap, open};
pub(crate) use gaps::{by_text, key as gap_key};
pub use labelled::{Labelled, labelled, without};
pub use letter::{is_alphabetic, is_alphanumeric, push_lowercase};
pub(crate) use markdown::{front_value, placeholder_name, untitled};
pub use mask::{Mask, MaskFault, Masked};
pub use paragraph::{Kind, Mark, MarkKind, Paragraph, Piece};
pub use place::{Lines, Position, Span};
pub use plain::Layout;
pub use sentences::sentences;
pub use verbatim::{Verbatim, is_translated};
pub use words::{on_one_line, words};
