//! The paragraphs of a unit's side, as rules read them.

use std::ops::Range;

use super::{Context, Place};
use crate::align::Unit;
use crate::text::{MarkKind, Paragraph};

/// The substitute of a byte that is not wording; it is no letter, digit or space.
const MASK: u8 = 1;

/// A paragraph of a unit and its index in its document.
#[derive(Clone, Copy)]
pub(super) struct Passage<'a> {
    pub(super) index: usize,
    pub(super) paragraph: &'a Paragraph,
}

/// The source paragraphs of a unit.
pub(super) fn source<'a>(unit: &Unit, context: &Context<'a>) -> Vec<Passage<'a>> {
    passages(&unit.source, &context.source.paragraphs)
}

/// The target paragraphs of a unit.
pub(super) fn target<'a>(unit: &Unit, context: &Context<'a>) -> Vec<Passage<'a>> {
    passages(&unit.target, &context.target.paragraphs)
}

/// Both sides, where both have a paragraph: what has no counterpart cannot differ from it.
pub(super) fn both<'a>(unit: &Unit, context: &Context<'a>) -> Option<(Vec<Passage<'a>>, Vec<Passage<'a>>)> {
    let (source, target) = (source(unit, context), target(unit, context));
    (!source.is_empty() && !target.is_empty()).then_some((source, target))
}

fn passages<'a>(indices: &[usize], paragraphs: &'a [Paragraph]) -> Vec<Passage<'a>> {
    let known = indices.iter().filter_map(|index| Some(Passage { index: *index, paragraph: paragraphs.get(*index)? }));
    known.collect()
}

impl<'a> Passage<'a> {
    pub(super) fn text(&self) -> &'a str {
        &self.paragraph.text
    }

    /// The text with every byte of code, addresses, tags and markup masked, so that offsets stay.
    pub(super) fn wording(&self) -> String {
        self.without(|_| true)
    }

    /// The text with the marks of some kinds masked, so that offsets stay.
    pub(super) fn without(&self, masked: fn(MarkKind) -> bool) -> String {
        let mut bytes = self.paragraph.text.clone().into_bytes();
        for mark in &self.paragraph.marks {
            if masked(mark.kind)
                && let Some(stretch) = bytes.get_mut(mark.span.range())
            {
                stretch.fill(MASK);
            }
        }
        String::from_utf8(bytes).expect("marks begin and end between characters")
    }

    /// The stretches of text that marks of a kind cover, with their bytes.
    pub(super) fn marked(&self, kind: MarkKind) -> impl Iterator<Item = (Range<usize>, &'a str)> + use<'a> {
        let paragraph = self.paragraph;
        let marks = paragraph.marks.iter().filter(move |mark| mark.kind == kind);
        marks.filter_map(|mark| Some((mark.span.range(), paragraph.text.get(mark.span.range())?)))
    }

    pub(super) fn place(&self, bytes: Range<usize>) -> Place {
        Place::new(self.index, bytes)
    }

    /// The whole paragraph.
    pub(super) fn whole(&self) -> Place {
        self.place(0..self.paragraph.text.len())
    }
}
