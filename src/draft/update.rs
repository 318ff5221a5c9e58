//! Keeps a translation in step with its original, and never loses a letter of it.

use std::collections::BTreeSet;

use super::old_gaps::uncovered;
use super::outcome::{Held, Today, Updated};
use super::pass::pass;
use crate::text::Document;
use crate::units::Units;

/// After so many passes a translation is in step, or never will be.
const PASSES: usize = 8;

/// Brings the translation `text` into step with `source`.
///
/// `today` reads a translation and compares it with `source`; `notes` gives the lines for the gap of a paragraph
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

/// Why an update came to nothing.
enum Fault {
    /// A gap was asked for that was made before: Markdown reads it as something else.
    Gaps(BTreeSet<usize>),
    /// A letter was lost, or the passes had no end.
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
            match self.passes(text, held) {
                Ok(updated) => return updated,
                Err(Fault::Gaps(gaps)) if held.gaps.len() < PASSES => held.gaps.extend(gaps),
                // With every step held back nothing is done, and nothing can go wrong.
                Err(_) => held.more(),
            }
        }
    }

    /// Passes until there is nothing to do: where a paragraph is set aside or moves, those beside it may be known
    /// again.
    fn passes(&mut self, text: &str, held: &Held) -> Result<Updated, Fault> {
        let mut updated = self.pass(text, held)?;
        if updated.text == text {
            return Ok(updated);
        }
        for _ in 0..PASSES {
            let next = self.pass(&updated.text, held)?;
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
            updated.blocks_put += next.blocks_put;
            updated.blocks_marked += next.blocks_marked;
            updated.gone += next.gone;
            updated.uncovered += next.uncovered;
            updated.text = next.text;
        }
        Err(Fault::Other)
    }

    fn pass(&mut self, text: &str, held: &Held) -> Result<Updated, Fault> {
        let today = (self.today)(text);
        let done = match today.typed.is_empty() || held.removals() {
            true => pass(self.source, &today, self.units, held, self.notes),
            // What people typed is in the text before anything else is done.
            false => uncovered(&today),
        };
        done.ok_or(Fault::Other)
    }
}
