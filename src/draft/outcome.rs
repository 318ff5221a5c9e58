//! What an update is given and what it gives back.

use std::collections::BTreeSet;

use crate::align::Unit;
use crate::text::{Document, Span};
use crate::units::Drift;

/// A translation brought into step.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Updated {
    /// The file; equal to what it was where there was nothing to do.
    pub text: String,
    /// Indices of the original's paragraphs that are new gaps.
    pub gaps: Vec<usize>,
    /// Indices of the translation's paragraphs, as they were before they were touched, that moved.
    pub moved: Vec<usize>,
    /// Those that were set aside in a comment, since the original no longer has their paragraph.
    pub set_aside: Vec<usize>,
    /// Those that have a comment above them with what changed in the original.
    pub changed: Vec<usize>,
    /// How many verbatim blocks of the original were put in, in place of its old ones or as new ones.
    pub blocks_put: usize,
    /// How many verbatim blocks that the translator changed have a comment above them with what changed in the original.
    pub blocks_marked: usize,
    /// Those that should have been moved, set aside or commented, but are where no comment can be: in front matter, in
    /// the first row of a table, in a table within a quote or a list; and those that a further update would touch
    /// again, since texts repeat or Markdown reads them otherwise then. They are left as they are.
    pub left: Vec<usize>,
    /// How many gaps that nobody filled lost their paragraph of the original; their comments say so.
    pub gone: usize,
    /// How many texts that were typed inside the comment of a gap now replace it.
    pub uncovered: usize,
    /// The comments, as bytes of the translation as it was, whose text is neither the original's nor plainly a
    /// translation; they are left as they are.
    pub unknown: Vec<Span>,
    /// Indices of the original's paragraphs that should be gaps, but whose gap Markdown would read as something else.
    pub gapless: Vec<usize>,
}

/// Today's translation.
#[derive(Clone, Debug)]
pub struct Today {
    /// The translation as read.
    pub target: Document,
    /// What became of the accepted units.
    pub drift: Drift,
    /// The units of both documents, in source order.
    pub aligned: Vec<Unit>,
    /// The comments of gaps in which a person typed a translation, with what was typed.
    pub typed: Vec<(Span, String)>,
    /// The comments of gaps whose text the original no longer has, with that text; nobody typed a word in them.
    pub outdated: Vec<(Span, String)>,
    /// The comments of gaps of which nobody knows whether a person typed in them.
    pub unknown: Vec<Span>,
}

/// What an update does not do to this translation, since it would lose a letter or never come to an end.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Held {
    /// Gaps, by paragraph of the original.
    pub(super) gaps: BTreeSet<usize>,
    /// How many of the steps are held back altogether: moves, then removals, comments, gaps.
    steps: usize,
}

impl Held {
    pub(super) fn more(&mut self) {
        self.steps += 1;
    }

    pub(super) fn moves(&self) -> bool {
        self.steps > 0
    }

    pub(super) fn removals(&self) -> bool {
        self.steps > 1
    }

    pub(super) fn comments(&self) -> bool {
        self.steps > 2
    }

    pub(super) fn gap(&self, at: usize) -> bool {
        self.steps > 3 || self.gaps.contains(&at)
    }
}
