//! Which paragraphs of two documents answer each other, and how surely.
//!
//! Knows paragraphs of two languages. Never knows files, terminals, the glossary's verdicts or what was accepted:
//! it only gets [`Pin`]s, pairs that must hold.

use crate::lang::Language;
use crate::text::{Block, Paragraph};

mod corridor;
mod evidence;
mod judge;
mod learn;
mod lexicon;
mod links;
mod marks;
mod model;
mod order;
mod page;
mod pins;
mod score;
mod search;
mod solve;
mod sound;
mod tokens;
mod unit;

use evidence::Shown;
use judge::Judge;
use page::{Page, Reader};
use solve::Task;

pub use learn::{Observation, learn};
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
    let readers = Readers::new(source, target);
    let pages = readers.read(source, target);
    let task = Task::new(&pages.0, &pages.1, lexicon);
    let mut solved = task.solve(pins);
    let shown = (
        Shown { page: &pages.0, paragraphs: source.paragraphs, reader: &readers.0 },
        Shown { page: &pages.1, paragraphs: target.paragraphs, reader: &readers.1 },
    );
    let mut judge = Judge::new((&pages.0, &pages.1), &task.links);
    for unit in &mut solved.units {
        evidence::tell(unit, (&shown.0, &shown.1), &mut judge, &solved.model, &solved.marks);
    }
    solved.units
}

/// The same, without the evidence that a person would read; where every paragraph is pinned it costs next to nothing.
pub fn align_without_evidence(source: &Side<'_>, target: &Side<'_>, pins: &[Pin], lexicon: &Lexicon) -> Vec<Unit> {
    if let Some(units) = solve::pinned_whole(pins, source.paragraphs.len(), target.paragraphs.len()) {
        return units;
    }
    let pages = Readers::new(source, target).read(source, target);
    Task::new(&pages.0, &pages.1, lexicon).solve(pins).units
}

/// How either side's words become types.
struct Readers(Reader, Reader);

impl Readers {
    fn new(source: &Side<'_>, target: &Side<'_>) -> Readers {
        Readers(Reader::new(source.language, target.language), Reader::new(target.language, source.language))
    }

    fn read(&self, source: &Side<'_>, target: &Side<'_>) -> (Page, Page) {
        (Page::read(source.paragraphs, &self.0), Page::read(target.paragraphs, &self.1))
    }
}
