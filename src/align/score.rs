//! How much likelier two blocks of paragraphs are as translations of each other than as unrelated text.

use super::fast;
use super::hits::{Answers, Direction, Rows};
use super::lengths::Lengths;
use super::marks::{COUNTED, MOST, Marks};
use super::model::{EXPLAINED, FIRST_REACH, FIRST_SHAPES, LANES, MarkTables, Model, REACH, SHAPES};
use super::page::{Page, Size, Worth};

/// Scores of all shapes at one place; `f32::NEG_INFINITY` where a shape does not fit.
pub(super) type Scores = [f32; SHAPES.len()];

/// A part of the two sides that is aligned in one go: which paragraphs, by their numbers on the pages.
#[derive(Clone, Copy)]
pub(super) struct Part<'a> {
    pub(super) source: &'a [usize],
    pub(super) target: &'a [usize],
}

/// What scores one part.
pub(super) struct Scorer<'a> {
    answers: Answers<'a>,
    model: &'a Model,
    marks: &'a MarkTables,
    /// How many of the [`SHAPES`] are looked at, from the first.
    shapes: usize,
    rows: Rows,
    lengths: Lengths,
    scratch: Scratch,
    constants: LaneConstants,
}

#[derive(Default)]
struct Scratch {
    /// By word of the target, by word of the source.
    sums: [Vec<f32>; 2],
    touched: Vec<u32>,
}

/// The shares of words not explained, in logarithms, and the odds of the explained.
pub(super) struct LaneConstants {
    rest: [f32; LANES],
    odds: [f32; LANES],
    /// What a number costs that is not kept.
    small: f64,
    large: f64,
}

pub(super) fn lane_constants() -> LaneConstants {
    LaneConstants {
        rest: EXPLAINED.map(|share| (1.0 - share).ln() as f32),
        odds: EXPLAINED.map(|share| (share / (1.0 - share)) as f32),
        small: (1.0 - SMALL_KEPT).ln(),
        large: (1.0 - LARGE_KEPT).ln(),
    }
}

impl<'a> Scorer<'a> {
    pub(super) fn new(answers: Answers<'a>, model: &'a Model, marks: &'a MarkTables, shapes: usize) -> Scorer<'a> {
        let pages = answers.pages;
        Scorer {
            lengths: Lengths::new(pages, answers.part, model),
            answers,
            model,
            marks,
            shapes,
            rows: Rows::default(),
            scratch: Scratch {
                sums: [vec![0.0; pages.1.types.len()], vec![0.0; pages.0.types.len()]],
                touched: Vec::new(),
            },
            constants: lane_constants(),
        }
    }

    pub(super) fn part(&self) -> Part<'a> {
        self.answers.part
    }

    /// Forgets the rows above `row`; they will not be asked for again.
    pub(super) fn forget(&mut self, row: usize) {
        self.rows.forget(row);
    }

    /// Scores of the shapes that begin at a source and a target paragraph of the part; `bounds` tells the columns of
    /// a row.
    pub(super) fn shapes(&mut self, row: usize, column: usize, bounds: &dyn Fn(usize) -> (usize, usize)) -> Scores {
        let mut scores = [f32::NEG_INFINITY; SHAPES.len()];
        let part = self.answers.part;
        let (rows, columns) = (run(part.source, row), run(part.target, column));
        for (at, (a, b, _)) in SHAPES.iter().enumerate().take(self.shapes) {
            if *a > rows || *b > columns {
                continue;
            }
            let plain = self.plain(row, column, at);
            if plain < HOPELESS && at != 0 {
                continue;
            }
            self.rows.prepare(row + REACH.min(rows) - 1, &self.answers, bounds);
            let lanes = self.lanes(row, column, *a, *b);
            // The mean over the shares is at most the best of them.
            if plain + WORDS * f64::from(top(&lanes[0]) + top(&lanes[1])) < HOPELESS {
                continue;
            }
            scores[at] = (plain + words(&lanes, self.model)) as f32;
        }
        scores
    }

    /// Length and marks of a block of one of the [`SHAPES`].
    fn plain(&self, row: usize, column: usize, shape: usize) -> f64 {
        let (a, b, _) = SHAPES[shape];
        let part = self.answers.part;
        let block = Part { source: &part.source[row..row + a], target: &part.target[column..column + b] };
        self.lengths.score(row, column, a, b) + kept(self.answers.pages, block, Some(shape), self.marks)
    }

    /// The words' score for every share explained, target words given the source and the other way round.
    fn lanes(&mut self, row: usize, column: usize, a: usize, b: usize) -> [[f32; LANES]; 2] {
        let mut lanes = [[0.0; LANES]; 2];
        for at in column..column + b {
            self.compute(row, at, Direction::Forward);
            if let Some(blocks) = self.rows.blocks(row, at, Direction::Forward) {
                add(&mut lanes[0], &blocks[a - 1]);
            }
        }
        for at in row..row + a {
            self.compute(at, column, Direction::Backward);
            if let Some(blocks) = self.rows.blocks(at, column, Direction::Backward) {
                add(&mut lanes[1], &blocks[b - 1]);
            }
        }
        lanes
    }

    /// Computes the blocks of a place where that has not been done.
    fn compute(&mut self, row: usize, column: usize, direction: Direction) {
        if self.rows.blocks(row, column, direction).is_some() {
            return;
        }
        let (part, pages) = (self.answers.part, self.answers.pages);
        let (given, from, page, size) = match direction {
            Direction::Forward => (pages.0, &part.source[row..], pages.1, pages.1.bags[part.target[column]].size),
            Direction::Backward => (pages.1, &part.target[column..], pages.0, pages.0.bags[part.source[row]].size),
        };
        let reach = self.reach();
        let Scratch { sums, touched } = &mut self.scratch;
        let sums = &mut sums[direction as usize];
        let mut blocks = [[0.0; LANES]; REACH];
        let mut around = Size::default();
        for more in 0..run(from, 0).min(reach) {
            around += given.bags[from[more]].size;
            let hits = match direction {
                Direction::Forward => self.rows.hits(row + more, column),
                Direction::Backward => self.rows.hits(row, column + more),
            };
            for hit in hits {
                let (word, worth) = match direction {
                    Direction::Forward => (hit.target, hit.forward),
                    Direction::Backward => (hit.source, hit.backward),
                };
                let sum = &mut sums[word as usize];
                if *sum == 0.0 {
                    touched.push(word);
                }
                *sum += worth;
            }
            blocks[more] = explained(page, touched, sums, around, size, &self.constants);
        }
        touched.drain(..).for_each(|word| sums[word as usize] = 0.0);
        self.rows.keep(row, column, direction, blocks);
    }

    /// The longest block on one side that is looked at.
    fn reach(&self) -> usize {
        if self.shapes <= FIRST_SHAPES { FIRST_REACH } else { REACH }
    }
}

/// What the marks of a block say; their counts only where it is of one of the [`SHAPES`].
pub(super) fn kept(pages: (&Page, &Page), block: Part<'_>, shape: Option<usize>, marks: &MarkTables) -> f64 {
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
    let counted = shape.map_or(0.0, |shape| {
        marks.counts(shape, &counts(pages.0, block.source), &counts(pages.1, block.target))
    });
    let kept = counted
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
    let mut product = [1.0f32; LANES];
    let mut numbers = size.small as f64 * constants.small + size.large as f64 * constants.large;
    let mut lanes: [f32; LANES] = constants.rest.map(|rest| rest * size.words as f32);
    let (words, counted) = (given.words.max(1) as f32, (given.small + given.large).max(1) as f64);
    for word in touched {
        let sum = sums[*word as usize];
        let kept = match page.worth(*word) {
            Worth::Word => {
                let ratio = sum / words;
                for lane in 0..LANES {
                    product[lane] *= 1.0 + constants.odds[lane] * ratio;
                }
                // The last lane is the highest; the logarithm is taken before it could overflow.
                if product[LANES - 1] > 1e25 {
                    add(&mut lanes, &fast::ln_each(std::mem::replace(&mut product, [1.0; LANES])));
                }
                continue;
            }
            Worth::Small => SMALL_KEPT,
            Worth::Large => LARGE_KEPT,
        };
        numbers += fast::ln(1.0 + kept / (1.0 - kept) * f64::from(sum) / counted);
    }
    add(&mut lanes, &fast::ln_each(product));
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
fn mix(lanes: &[f32; LANES], weights: &[f32; LANES]) -> f64 {
    fast::sum_lanes(std::array::from_fn(|lane| lanes[lane] + weights[lane]))
}
