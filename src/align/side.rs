//! What the aligner is given.

use crate::lang::Language;
use crate::text::{Block, Paragraph};

/// One side of what is aligned.
#[derive(Clone, Copy, Debug)]
pub struct Side<'a> {
    /// The language of its text.
    pub language: &'a Language,
    /// In file order.
    pub paragraphs: &'a [Paragraph],
    /// Structure blocks, anchors between the paragraphs; may be empty.
    pub blocks: &'a [Block],
    /// The file's text, where the blocks' spans point; may be empty where `blocks` is.
    pub text: &'a str,
}
