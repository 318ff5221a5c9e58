//! Keeps a translation in step with its original, and never loses a letter of it.

use std::collections::BTreeSet;

use super::round::round;
use crate::align::Unit;
use crate::text::Document;
use crate::units::{Drift, Units};

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
    /// Those that should have been moved, set aside or commented, but stand where no comment can: in front matter, in
    /// the first row of a table, in a table within a quote or a list; and those that a further update would touch
    /// again, since texts repeat or Markdown reads them otherwise then. They are left as they are.
    pub left: Vec<usize>,
    /// Indices of the original's paragraphs that should be gaps, but whose gap Markdown would read as something else.
    pub gapless: Vec<usize>,
}

/// A translation as it stands.
#[derive(Clone, Debug)]
pub struct Today {
    pub target: Document,
    /// What became of the accepted units.
    pub drift: Drift,
    /// The units of both documents, in source order.
    pub aligned: Vec<Unit>,
}

/// After so many rounds a translation is in step, or never will be.
const ROUNDS: usize = 8;

/// Brings the translation `text` into step with `source`.
///
/// `today` reads a translation and says how it stands to `source`; `notes` gives the lines for the gap of a paragraph
/// of the original, by its index. Every letter of `text` stays, and a second run changes nothing more: what would do
/// otherwise is found out before anything is given back, and not done.
pub fn update(
    source: &Document,
    text: &str,
    units: &Units,
    today: &mut dyn FnMut(&str) -> Today,
    notes: &mut dyn FnMut(usize) -> Vec<String>,
) -> Updated {
    let mut work = Work { source, units, today, notes };
    let mut held = Held::default();
    loop {
        let updated = work.careful(text, &mut held);
        // With something held back the translation is another, in which it need not be held back.
        let stays = held == Held::default()
            || updated.text == text
            || work.careful(&updated.text, &mut Held::default()).text == updated.text;
        if stays {
            return updated;
        }
        held.more();
    }
}

/// What an update does not do to this translation, since it would lose a letter or never come to an end.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Held {
    /// Gaps, by paragraph of the original.
    gaps: BTreeSet<usize>,
    /// How many of the steps are held back altogether: moves, then removals, comments, gaps.
    steps: usize,
}

impl Held {
    fn more(&mut self) {
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

/// Why an update came to nothing.
enum Fault {
    /// A gap was asked for that was made before: Markdown reads it as something else.
    Gaps(BTreeSet<usize>),
    /// A letter was lost, or the rounds had no end.
    Other,
}

struct Work<'a> {
    source: &'a Document,
    units: &'a Units,
    today: &'a mut dyn FnMut(&str) -> Today,
    notes: &'a mut dyn FnMut(usize) -> Vec<String>,
}

impl Work<'_> {
    /// The update that holds back as little as it must; `held` says what that was.
    fn careful(&mut self, text: &str, held: &mut Held) -> Updated {
        loop {
            match self.rounds(text, held) {
                Ok(updated) => return updated,
                Err(Fault::Gaps(gaps)) if held.gaps.len() < ROUNDS => held.gaps.extend(gaps),
                // With every step held back nothing is done, and nothing can go wrong.
                Err(_) => held.more(),
            }
        }
    }

    /// Rounds until there is nothing to do: where a paragraph is set aside or moves, those beside it may be known
    /// again.
    fn rounds(&mut self, text: &str, held: &Held) -> Result<Updated, Fault> {
        let mut updated = self.round(text, held)?;
        if updated.text == text {
            return Ok(updated);
        }
        for _ in 0..ROUNDS {
            let next = self.round(&updated.text, held)?;
            if next.text == updated.text {
                return Ok(updated);
            }
            let again: BTreeSet<usize> = next.gaps.iter().copied().filter(|at| updated.gaps.contains(at)).collect();
            if !again.is_empty() {
                return Err(Fault::Gaps(again));
            }
            updated.gaps.extend(next.gaps);
            updated.moved.extend(next.moved);
            updated.set_aside.extend(next.set_aside);
            updated.changed.extend(next.changed);
            updated.text = next.text;
        }
        Err(Fault::Other)
    }

    fn round(&mut self, text: &str, held: &Held) -> Result<Updated, Fault> {
        round(self.source, &(self.today)(text), self.units, held, self.notes).ok_or(Fault::Other)
    }
}
