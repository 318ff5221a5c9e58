//! Which paragraphs of two documents answer each other, and how surely.
//!
//! Knows paragraphs of two languages. Never knows files, terminals, the glossary's verdicts or what was accepted:
//! it only gets [`Pin`]s, pairs that must hold.

use crate::lang::Language;
use crate::text::{Block, Paragraph};

mod lexicon;
mod unit;

pub use lexicon::Lexicon;
pub use unit::{Evidence, Pin, Unit};

/// One side of what is aligned.
#[derive(Clone, Copy, Debug)]
pub struct Side<'a> {
    pub language: &'a Language,
    pub paragraphs: &'a [Paragraph],
    /// Structure blocks, anchors between the paragraphs; may be empty.
    pub blocks: &'a [Block],
    /// The file's text, where the blocks' spans point; may be empty where `blocks` is.
    pub text: &'a str,
}

/// Aligns two sides: every paragraph of either stands in exactly one of the returned units, which come in
/// source order (units without a source after the unit their target follows).
pub fn align(source: &Side<'_>, target: &Side<'_>, pins: &[Pin], lexicon: &Lexicon) -> Vec<Unit> {
    let _ = (pins, lexicon);
    let shared = source.paragraphs.len().min(target.paragraphs.len());
    let pairs = (0..shared).map(|at| Unit::new(vec![at], vec![at]));
    let missing = (shared..source.paragraphs.len()).map(|at| Unit::new(vec![at], vec![]));
    let extra = (shared..target.paragraphs.len()).map(|at| Unit::new(vec![], vec![at]));
    pairs.chain(missing).chain(extra).collect()
}
