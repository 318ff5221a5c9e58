//! Brings code and other verbatim blocks of the original into its translation.

use super::frame::{framed, kept};
use super::lines::{line_end, line_start};
use super::pass::Updater;
use super::tables::parted;
use crate::align::Unit;
use crate::diff::marked;
use crate::text::{BlockKind, Span, Verbatim, on_one_line};
use crate::units::{BlockState, BlockUnit, Blocks, Drift, State, Units};

impl Updater<'_> {
    /// Puts a block that changed in the original in where the translation had the old one as it was, and leaves it where
    /// the translator made another of it; names the change above both; puts in what is new.
    pub(super) fn blocks(&mut self, units: &Units, drift: &Drift, aligned: &[Unit]) {
        let blocks = Blocks::of(units, self.source, self.target, drift);
        for unit in blocks.units.iter().filter(|unit| unit.is_stale()) {
            match unit.pair {
                (Some(left), Some(right)) => {
                    self.changed_block(units, &blocks, unit, (&blocks.source[left], &blocks.target[right]));
                }
                (Some(left), None) => self.new_block(&blocks, left, aligned),
                _ => {}
            }
        }
    }

    fn changed_block(&mut self, units: &Units, blocks: &Blocks, unit: &BlockUnit, now: (&Verbatim, &Verbatim)) {
        let (source, target) = now;
        let [Some(source_was), Some(target_was)] = blocks.was(unit, units) else { return };
        if unit.state == BlockState::Unrecorded || source.text == target.text {
            return;
        }
        let start = line_start(&self.target.text, target.span.start);
        let prefix = &self.target.text[start..target.span.start];
        let untouched = unit.state == BlockState::Accepted(State::Stale) && source_was == target_was;
        let comment = kept(self.marks, "changed", &marked(source_was, &source.text));
        let known = self.comments.contains(&(target.before, on_one_line(&comment)));
        // Before indented code a comment would be code, and beside a bullet it would part the item from it.
        let has_place = prefix.is_empty() || (parted(prefix).1.is_empty() && target.whole.starts_with(['`', '~']));
        if !known && !self.held.comments() && has_place {
            self.edits.adds(&comment);
            self.edits.insert_before(target.span.start, framed(&format!("{comment}\n"), prefix, self.ending));
            self.updated.blocks_marked += usize::from(!untouched);
        }
        if untouched && !self.held.removals() {
            let block = framed(&source.whole, prefix, self.ending);
            self.edits.adds(&block);
            self.edits.takes(&self.target.text[target.span.range()]);
            self.edits.replace(target.span, block);
            self.updated.blocks_put += 1;
        }
    }

    /// Puts in a block that only the original has, behind what answers the paragraph or the block before it.
    fn new_block(&mut self, blocks: &Blocks, at: usize, aligned: &[Unit]) {
        let block = &blocks.source[at];
        let line = line_start(&self.source.text, block.span.start);
        let alone = line == block.span.start && block.kind != BlockKind::Definitions;
        if !alone || self.held.gap(usize::MAX) {
            return;
        }
        let Some(anchor) = self.anchor(blocks, at, aligned) else { return };
        let text = block.whole.replace('\n', self.ending);
        self.edits.adds(&text);
        self.edits.insert(anchor, &text, &self.ending.repeat(2));
        self.updated.blocks_put += 1;
    }

    fn anchor(&self, blocks: &Blocks, at: usize, aligned: &[Unit]) -> Option<usize> {
        let block = &blocks.source[at];
        let before = at.checked_sub(1).filter(|before| blocks.source[*before].before == block.before);
        let end = match (before, block.before.checked_sub(1)) {
            (Some(before), _) => {
                let unit = blocks.units.iter().find(|unit| unit.pair.0 == Some(before))?;
                match unit.pair.1 {
                    Some(answer) => blocks.target[answer].span.end,
                    // It comes in at the same place, before this one.
                    None => return self.anchor(blocks, before, aligned),
                }
            }
            (None, Some(paragraph)) => {
                let unit = aligned.iter().find(|unit| unit.source.contains(&paragraph))?;
                self.target.paragraphs[*unit.target.last()?].span.end
            }
            (None, None) => return Some(self.beginning()),
        };
        let line = Span::new(line_start(&self.target.text, end), line_end(&self.target.text, end));
        // Behind an item of a list or a row of a table the block would be a part of it, or end it.
        let bare =
            self.target.text[line.range()].starts_with(|c: char| c.is_alphanumeric() || "#*`~_[\"«“".contains(c));
        bare.then_some(line.end)
    }
}
