//! How much likelier two blocks of paragraphs are as translations of each other than as unrelated text.

use std::collections::VecDeque;

use super::fast;
use super::lengths::Lengths;
use super::links::Links;
use super::marks::{COUNTED, MOST, Marks};
use super::model::{EXPLAINED, LANES, MarkTables, Model, REACH, SHAPES};
use super::page::{Page, Places, Size};

/// Scores of all shapes at one place; `f32::NEG_INFINITY` where a shape does not fit.
pub(super) type Scores = [f32; SHAPES.len()];

/// One word of a source paragraph and one of a target paragraph that may answer each other.
#[derive(Clone, Copy)]
struct Hit {
    source: u32,
    target: u32,
    forward: f32,
    backward: f32,
}

/// The hits of one source paragraph, by target paragraph of the corridor, with what was computed of them.
struct Row {
    low: usize,
    cells: Vec<Cell>,
}

#[derive(Default)]
struct Cell {
    hits: Vec<Hit>,
    /// By the number of source paragraphs from this one: the target paragraph's words given them, a lane for each
    /// share explained.
    forward: Option<Box<[[f32; LANES]; REACH]>>,
    backward: Option<Box<[[f32; LANES]; REACH]>>,
}

/// A part of the two sides that is aligned in one go: which paragraphs, by their numbers on the pages.
#[derive(Clone, Copy)]
pub(super) struct Part<'a> {
    pub(super) source: &'a [usize],
    pub(super) target: &'a [usize],
}

/// What scores one part.
pub(super) struct Scorer<'a> {
    pub(super) pages: (&'a Page, &'a Page),
    pub(super) part: Part<'a>,
    pub(super) links: &'a Links,
    pub(super) places: &'a Places,
    pub(super) model: &'a Model,
    pub(super) marks: &'a MarkTables,
    /// Where each target paragraph of the page stands in the part, `u32::MAX` where it does not.
    pub(super) column: &'a [u32],
    rows: VecDeque<Row>,
    first_row: usize,
    lengths: Lengths,
    scratch: Scratch,
    constants: LaneConstants,
}

#[derive(Default)]
struct Scratch {
    forward: Vec<f32>,
    backward: Vec<f32>,
    touched: Vec<u32>,
}

/// The shares of words not explained, in logarithms, and the odds of the explained.
pub(super) struct LaneConstants {
    rest: [f32; LANES],
    odds: [f64; LANES],
    /// What a number costs that is not kept.
    small: f64,
    large: f64,
}

pub(super) fn lane_constants() -> LaneConstants {
    LaneConstants {
        rest: EXPLAINED.map(|share| (1.0 - share).ln() as f32),
        odds: EXPLAINED.map(|share| share / (1.0 - share)),
        small: (1.0 - SMALL_KEPT).ln(),
        large: (1.0 - LARGE_KEPT).ln(),
    }
}

impl<'a> Scorer<'a> {
    pub(super) fn new(
        pages: (&'a Page, &'a Page),
        part: Part<'a>,
        links: &'a Links,
        places: &'a Places,
        model: &'a Model,
        marks: &'a MarkTables,
        column: &'a [u32],
    ) -> Scorer<'a> {
        Scorer {
            pages,
            part,
            links,
            places,
            model,
            marks,
            column,
            rows: VecDeque::new(),
            first_row: 0,
            lengths: Lengths::new(pages, part, model),
            scratch: Scratch {
                forward: vec![0.0; pages.1.types.len()],
                backward: vec![0.0; pages.0.types.len()],
                touched: Vec::new(),
            },
            constants: lane_constants(),
        }
    }

    /// Forgets the rows above `row`; they will not be asked for again.
    pub(super) fn forget(&mut self, row: usize) {
        while self.first_row < row && !self.rows.is_empty() {
            self.rows.pop_front();
            self.first_row += 1;
        }
        self.first_row = self.first_row.max(row);
    }

    /// Scores of all shapes that begin at a source and a target paragraph of the part; `bounds` tells the columns of
    /// a row.
    pub(super) fn shapes(&mut self, row: usize, column: usize, bounds: &dyn Fn(usize) -> (usize, usize)) -> Scores {
        let mut scores = [f32::NEG_INFINITY; SHAPES.len()];
        let rows = run(self.part.source, row);
        let columns = run(self.part.target, column);
        for (at, (a, b, _)) in SHAPES.iter().enumerate() {
            if *a > rows || *b > columns {
                continue;
            }
            let plain = self.plain(row, column, *a, *b);
            if plain < HOPELESS && (*a, *b) != (1, 1) {
                continue;
            }
            for next in row..row + REACH.min(rows) {
                self.prepare(next, bounds);
            }
            let lanes = self.lanes(row, column, *a, *b);
            // The mean over the shares is at most the best of them.
            if plain + WORDS * f64::from(top(&lanes[0]) + top(&lanes[1])) < HOPELESS {
                continue;
            }
            scores[at] = (plain + words(&lanes, self.model)) as f32;
        }
        scores
    }

    /// Length and marks of a block.
    pub(super) fn plain(&self, row: usize, column: usize, a: usize, b: usize) -> f64 {
        let block = Part { source: &self.part.source[row..row + a], target: &self.part.target[column..column + b] };
        self.lengths.score(row, column, a, b) + kept(self.pages, block, self.marks)
    }

    /// The words' score for every share explained, target words given the source and the other way round.
    pub(super) fn lanes(&mut self, row: usize, column: usize, a: usize, b: usize) -> [[f32; LANES]; 2] {
        let mut lanes = [[0.0; LANES]; 2];
        for j in column..column + b {
            add(&mut lanes[0], &self.forward(row, j)[a - 1]);
        }
        for i in row..row + a {
            add(&mut lanes[1], &self.backward(i, column)[b - 1]);
        }
        lanes
    }

    /// Finds the hits of a row where that has not been done.
    pub(super) fn prepare(&mut self, row: usize, bounds: &dyn Fn(usize) -> (usize, usize)) {
        while self.first_row + self.rows.len() <= row {
            let at = self.first_row + self.rows.len();
            let (low, high) = bounds(at);
            let high = (high + REACH).min(self.part.target.len());
            let mut cells: Vec<Cell> = Vec::new();
            cells.resize_with(high.saturating_sub(low), Cell::default);
            if low < high {
                self.fill(at, low, high, &mut cells);
            }
            self.rows.push_back(Row { low, cells });
        }
    }

    fn fill(&self, row: usize, low: usize, high: usize, cells: &mut [Cell]) {
        let from = self.part.target[low] as u32;
        let to = self.part.target[high - 1] as u32;
        for word in self.pages.0.words(self.part.source[row]) {
            for link in self.links.of(*word) {
                let paragraphs = self.places.of(link.target);
                let start = paragraphs.partition_point(|at| *at < from);
                for at in &paragraphs[start..] {
                    if *at > to {
                        break;
                    }
                    let column = self.column[*at as usize];
                    if column == u32::MAX {
                        continue;
                    }
                    cells[column as usize - low].hits.push(Hit {
                        source: *word,
                        target: link.target,
                        forward: link.forward,
                        backward: link.backward,
                    });
                }
            }
        }
    }

    fn cell(&self, row: usize, column: usize) -> Option<&Cell> {
        let row = self.rows.get(row.checked_sub(self.first_row)?)?;
        row.cells.get(column.checked_sub(row.low)?)
    }

    fn forward(&mut self, row: usize, column: usize) -> [[f32; LANES]; REACH] {
        if let Some(known) = self.cell(row, column).and_then(|cell| cell.forward.as_deref()) {
            return *known;
        }
        let mut lanes = [[0.0; LANES]; REACH];
        let mut scratch = std::mem::take(&mut self.scratch);
        let bag = &self.pages.1.bags[self.part.target[column]];
        let mut size = Size::default();
        for a in 1..=run(self.part.source, row).min(REACH) {
            size += self.pages.0.bags[self.part.source[row + a - 1]].size;
            for hit in self.cell(row + a - 1, column).map(|cell| cell.hits.as_slice()).unwrap_or_default() {
                let sum = &mut scratch.forward[hit.target as usize];
                if *sum == 0.0 {
                    scratch.touched.push(hit.target);
                }
                *sum += hit.forward;
            }
            lanes[a - 1] = explained(self.pages.1, &scratch.touched, &scratch.forward, size, bag.size, &self.constants);
        }
        scratch.touched.drain(..).for_each(|word| scratch.forward[word as usize] = 0.0);
        self.scratch = scratch;
        self.keep(row, column, |cell| cell.forward = Some(Box::new(lanes)));
        lanes
    }

    fn backward(&mut self, row: usize, column: usize) -> [[f32; LANES]; REACH] {
        if let Some(known) = self.cell(row, column).and_then(|cell| cell.backward.as_deref()) {
            return *known;
        }
        let mut lanes = [[0.0; LANES]; REACH];
        let mut scratch = std::mem::take(&mut self.scratch);
        let bag = &self.pages.0.bags[self.part.source[row]];
        let mut size = Size::default();
        for b in 1..=run(self.part.target, column).min(REACH) {
            size += self.pages.1.bags[self.part.target[column + b - 1]].size;
            for hit in self.cell(row, column + b - 1).map(|cell| cell.hits.as_slice()).unwrap_or_default() {
                let sum = &mut scratch.backward[hit.source as usize];
                if *sum == 0.0 {
                    scratch.touched.push(hit.source);
                }
                *sum += hit.backward;
            }
            lanes[b - 1] =
                explained(self.pages.0, &scratch.touched, &scratch.backward, size, bag.size, &self.constants);
        }
        scratch.touched.drain(..).for_each(|word| scratch.backward[word as usize] = 0.0);
        self.scratch = scratch;
        self.keep(row, column, |cell| cell.backward = Some(Box::new(lanes)));
        lanes
    }

    fn keep(&mut self, row: usize, column: usize, put: impl FnOnce(&mut Cell)) {
        if let Some(row) = row.checked_sub(self.first_row).and_then(|at| self.rows.get_mut(at))
            && let Some(cell) = column.checked_sub(row.low).and_then(|at| row.cells.get_mut(at))
        {
            put(cell);
        }
    }
}

/// What the marks of a block say.
pub(super) fn kept(pages: (&Page, &Page), block: Part<'_>, marks: &MarkTables) -> f64 {
    let counts = |page: &Page, block: &[usize]| {
        let mut counts = [0u8; COUNTED];
        for at in block {
            for (sum, count) in counts.iter_mut().zip(page.bags[*at].marks.counts) {
                *sum = (*sum + count).min(MOST as u8);
            }
        }
        counts
    };
    let ends = |page: &Page, block: &[usize]| {
        let marks = |at: Option<&usize>| at.map_or_else(Marks::default, |at| page.bags[*at].marks);
        (marks(block.first()).start, marks(block.last()).end)
    };
    let (a, b) = (block.source.len(), block.target.len());
    let ((source_start, source_end), (target_start, target_end)) =
        (ends(pages.0, block.source), ends(pages.1, block.target));
    let mut places = 0.0;
    for s in block.source {
        for t in block.target {
            places += marks.places(pages.0.bags[*s].marks.place, pages.1.bags[*t].marks.place);
        }
    }
    let kept = marks.counts(a, b, &counts(pages.0, block.source), &counts(pages.1, block.target))
        + marks.starts(source_start, target_start)
        + marks.ends(source_end, target_end);
    MARKS * kept + places / a.max(b) as f64
}

/// A block that scores less is less likely than any number of paragraphs without counterpart in its place.
const HOPELESS: f64 = -14.0;

/// Weight of each direction of the words, of the marks.
const WORDS: f64 = 0.55;
const MARKS: f64 = 0.75;

/// How many paragraphs from `at` follow each other without one left out between, at most [`REACH`].
pub(super) fn run(paragraphs: &[usize], at: usize) -> usize {
    let most = REACH.min(paragraphs.len() - at);
    (1..most).find(|step| paragraphs[at + step] != paragraphs[at] + step).unwrap_or(most)
}

/// `Σ ln(λ·r/n + 1 − λ)` over the words of a paragraph of `page`, for every λ: the touched ones explained by a block
/// of the size `given`, the rest not. Numbers are kept far oftener than words and have a λ of their own.
pub(super) fn explained(
    page: &Page,
    touched: &[u32],
    sums: &[f32],
    given: Size,
    size: Size,
    constants: &LaneConstants,
) -> [f32; LANES] {
    let mut product = [1.0f64; LANES];
    let mut numbers = size.small as f64 * constants.small + size.large as f64 * constants.large;
    let mut lanes: [f32; LANES] = constants.rest.map(|rest| rest * size.words as f32);
    let take = |lanes: &mut [f32; LANES], product: &mut [f64; LANES]| {
        for (sum, factors) in lanes.iter_mut().zip(product) {
            *sum += fast::ln(std::mem::replace(factors, 1.0)) as f32;
        }
    };
    for (at, word) in touched.iter().enumerate() {
        let kind = &page.types[*word as usize];
        let sum = f64::from(sums[*word as usize]);
        if kind.number {
            let kept = if kind.small { SMALL_KEPT } else { LARGE_KEPT };
            let count = (given.small + given.large).max(1) as f64;
            numbers += fast::ln(1.0 + kept / (1.0 - kept) * sum / count);
            continue;
        }
        let ratio = sum / given.words.max(1) as f64;
        for (factors, odds) in product.iter_mut().zip(constants.odds) {
            *factors *= 1.0 + odds * ratio;
        }
        // The product of a few dozen factors cannot overflow; their logarithm is taken before it could.
        if at % 24 == 23 {
            take(&mut lanes, &mut product);
        }
    }
    take(&mut lanes, &mut product);
    lanes.map(|lane| lane + numbers as f32)
}

/// How often a number of the one side stands on the other: small ones are also written in words.
const SMALL_KEPT: f64 = 0.6;
const LARGE_KEPT: f64 = 0.92;

pub(super) fn add(sum: &mut [f32; LANES], more: &[f32; LANES]) {
    for lane in 0..LANES {
        sum[lane] += more[lane];
    }
}

fn top(lanes: &[f32; LANES]) -> f32 {
    lanes.iter().copied().fold(f32::NEG_INFINITY, f32::max)
}

/// What the words of a block say in both directions, which are two witnesses of one thing.
pub(super) fn words(lanes: &[[f32; LANES]; 2], model: &Model) -> f64 {
    WORDS * (mix(&lanes[0], &model.lanes[0]) + mix(&lanes[1], &model.lanes[1]))
}

/// The logarithm of the mean over the shares explained.
fn mix(lanes: &[f32; LANES], weights: &[f64; LANES]) -> f64 {
    fast::sum(std::array::from_fn::<f64, LANES, _>(|lane| f64::from(lanes[lane]) + weights[lane]))
}
