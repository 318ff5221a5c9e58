//! The words that answer each other in the rows that the search is at, by place.

use std::collections::VecDeque;

use super::lambda::WordScore;
use super::links::Links;
use super::model::REACH;
use super::part::Part;
use super::vocabulary::{Places, Vocabulary};

/// One word of a source paragraph and one of a target paragraph that may answer each other.
#[derive(Clone, Copy)]
pub(super) struct Hit {
    pub(super) source: u32,
    pub(super) target: u32,
    pub(super) forward: f32,
    pub(super) backward: f32,
}

impl Hit {
    /// The word that is explained, and how well.
    pub(super) fn seen(&self, direction: Direction) -> (u32, f32) {
        match direction {
            Direction::Forward => (self.target, self.forward),
            Direction::Backward => (self.source, self.backward),
        }
    }
}

/// The words' score of a paragraph, given 1, 2 … paragraphs of the other side, as far as they were asked for.
type Blocks = [Option<WordScore>; REACH];

/// Which of a place's paragraphs is asked about.
#[derive(Clone, Copy)]
pub(super) enum Direction {
    /// The target's words, given source paragraphs from this one.
    Forward,
    /// The source's words, given target paragraphs from this one.
    Backward,
}

/// The hits of one source paragraph, with what was computed of them.
#[derive(Default)]
struct Row {
    low: usize,
    /// Where each column's hits begin, and where the last ones end.
    starts: Vec<u32>,
    hits: Vec<Hit>,
    /// For each column and direction where its blocks are, [`NONE`] before they are computed.
    slots: Vec<[u32; 2]>,
    blocks: Vec<Blocks>,
}

const NONE: u32 = u32::MAX;

/// The rows that the search has not yet passed.
#[derive(Default)]
pub(super) struct Rows {
    rows: VecDeque<Row>,
    first: usize,
    /// Rows that were passed, to be filled again.
    spare: Vec<Row>,
    found: Vec<(u32, Hit)>,
}

/// The links between the words of a part, and the paragraphs of each word.
pub(super) struct Answers<'a> {
    pub(super) sides: (&'a Vocabulary, &'a Vocabulary),
    pub(super) part: Part<'a>,
    pub(super) links: &'a Links,
    pub(super) places: &'a Places,
    /// The position of each target paragraph in the part, `u32::MAX` where it is not in it.
    pub(super) column: &'a [u32],
}

impl Rows {
    /// Forgets all rows, for another part.
    pub(super) fn restart(&mut self) {
        self.spare.extend(self.rows.drain(..));
        self.first = 0;
    }

    /// Forgets the rows above `row`; they will not be asked for again.
    pub(super) fn forget(&mut self, row: usize) {
        while self.first < row
            && let Some(passed) = self.rows.pop_front()
        {
            self.spare.push(passed);
            self.first += 1;
        }
        self.first = self.first.max(row);
    }

    /// Finds the hits of the rows up to this one where that has not been done; `bounds` gives the columns of a row.
    pub(super) fn prepare(&mut self, row: usize, answers: &Answers<'_>, bounds: &dyn Fn(usize) -> (usize, usize)) {
        while self.first + self.rows.len() <= row {
            let at = self.first + self.rows.len();
            let (low, high) = bounds(at);
            let high = (high + REACH).min(answers.part.target.len()).max(low);
            let mut next = self.spare.pop().unwrap_or_default();
            self.found.clear();
            if low < high {
                find(answers, at, low, high, &mut self.found);
            }
            next.fill(low, high - low, &self.found);
            self.rows.push_back(next);
        }
    }

    /// The hits of a place.
    pub(super) fn hits(&self, row: usize, column: usize) -> &[Hit] {
        self.row(row).map_or(&[], |row| {
            let at = column.wrapping_sub(row.low);
            match (row.starts.get(at), row.starts.get(at.wrapping_add(1))) {
                (Some(start), Some(end)) => &row.hits[*start as usize..*end as usize],
                _ => &[],
            }
        })
    }

    /// What was kept of a place, for blocks of `size` paragraphs.
    pub(super) fn known(&self, row: usize, column: usize, size: usize, direction: Direction) -> Option<&WordScore> {
        let row = self.row(row)?;
        let slot = row.slots.get(column.checked_sub(row.low)?)?[direction as usize];
        row.blocks.get(slot as usize)?[size - 1].as_ref()
    }

    pub(super) fn keep(&mut self, row: usize, column: usize, size: usize, direction: Direction, score: WordScore) {
        let Some(row) = row.checked_sub(self.first).and_then(|at| self.rows.get_mut(at)) else { return };
        let Some(slots) = column.checked_sub(row.low).and_then(|at| row.slots.get_mut(at)) else { return };
        let slot = &mut slots[direction as usize];
        if *slot == NONE {
            *slot = row.blocks.len() as u32;
            row.blocks.push([None; REACH]);
        }
        row.blocks[*slot as usize][size - 1] = Some(score);
    }

    fn row(&self, row: usize) -> Option<&Row> {
        self.rows.get(row.checked_sub(self.first)?)
    }
}

impl Row {
    /// Sorts the hits by column.
    fn fill(&mut self, low: usize, columns: usize, found: &[(u32, Hit)]) {
        self.low = low;
        self.blocks.clear();
        self.slots.clear();
        self.slots.resize(columns, [NONE; 2]);
        self.starts.clear();
        self.starts.resize(columns + 2, 0);
        for (column, _) in found {
            self.starts[*column as usize - low + 2] += 1;
        }
        for at in 1..self.starts.len() {
            self.starts[at] += self.starts[at - 1];
        }
        self.hits.clear();
        self.hits.resize(found.len(), Hit { source: 0, target: 0, forward: 0.0, backward: 0.0 });
        for (column, hit) in found {
            // Once all its hits are in, a column's entry is where the next one's begin.
            let at = &mut self.starts[*column as usize - low + 1];
            self.hits[*at as usize] = *hit;
            *at += 1;
        }
        self.starts.pop();
    }
}

fn find(answers: &Answers<'_>, row: usize, low: usize, high: usize, found: &mut Vec<(u32, Hit)>) {
    let target = answers.part.target;
    let (from, to) = (target[low] as u32, target[high - 1] as u32);
    for word in answers.sides.0.words(answers.part.source[row]) {
        for link in answers.links.of(*word) {
            let paragraphs = answers.places.of(link.target);
            let start = if paragraphs.first() < Some(&from) { paragraphs.partition_point(|at| *at < from) } else { 0 };
            for at in paragraphs[start..].iter().take_while(|at| **at <= to) {
                let column = answers.column[*at as usize];
                if column != u32::MAX {
                    let (forward, backward) = (link.forward, link.backward);
                    found.push((column, Hit { source: *word, target: link.target, forward, backward }));
                }
            }
        }
    }
}
