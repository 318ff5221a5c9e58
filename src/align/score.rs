//! How much likelier two blocks of paragraphs are as translations of each other than as unrelated text.

use super::fast;
use super::hits::{Answers, Direction, Lanes, Rows};
use super::lengths::Lengths;
use super::marks::{COUNTED, MOST, Marks};
use super::model::{EXPLAINED, FIRST_SHAPES, LANES, MarkTables, Model, REACH, SHAPES};
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
    pub(super) shapes: usize,
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
    /// How often a small and another number is kept, and what it costs that it is not.
    kept: [f64; 2],
    lost: [f64; 2],
    /// Logarithms of the shapes' shares.
    rarity: [f64; SHAPES.len()],
}

pub(super) fn lane_constants(model: &Model) -> LaneConstants {
    LaneConstants {
        rest: EXPLAINED.map(|share| (MISSING_WORD * (1.0 - share).ln()) as f32),
        odds: EXPLAINED.map(|share| (share / (1.0 - share)) as f32),
        kept: model.kept,
        lost: model.kept.map(|kept| MISSING_NUMBER * (1.0 - kept).ln()),
        rarity: model.shapes.map(f64::ln),
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
            constants: lane_constants(model),
        }
    }

    pub(super) fn part(&self) -> Part<'a> {
        self.answers.part
    }

    pub(super) fn model(&self) -> &'a Model {
        self.model
    }

    /// Forgets the rows above `row`; they will not be asked for again.
    pub(super) fn forget(&mut self, row: usize) {
        self.rows.forget(row);
    }

    /// Scores of the shapes that begin at a source and a target paragraph of the part; `bounds` tells the columns of
    /// a row.
    pub(super) fn score(&mut self, row: usize, column: usize, bounds: &dyn Fn(usize) -> (usize, usize)) -> Scores {
        let mut scores = [f32::NEG_INFINITY; SHAPES.len()];
        let part = self.answers.part;
        let (rows, columns) = (run(part.source, row), run(part.target, column));
        for (at, (a, b, _)) in SHAPES.iter().enumerate().take(self.shapes) {
            if *a > rows || *b > columns {
                continue;
            }
            let plain = self.plain(row, column, at);
            if at != 0 && plain + self.constants.rarity[at] < HOPELESS {
                continue;
            }
            self.rows.prepare(row + REACH.min(rows) - 1, &self.answers, bounds);
            let lanes = self.lanes(row, column, *a, *b);
            // The mean over the shares is at most the best of them.
            if at != TWO_TWO && plain + WORDS * f64::from(top(&lanes[0]) + top(&lanes[1])) < FRUITLESS {
                continue;
            }
            let mut worth = words(&lanes, self.model);
            if at == TWO_TWO && self.shapes > FIRST_SHAPES && scores[0] > SOUND {
                let shifted = words(&self.shifted(row, column), self.model);
                worth = fast::sum([worth, shifted]) - std::f64::consts::LN_2;
            }
            scores[at] = (plain + worth) as f32;
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
        let mut sum = [[0.0; LANES]; 2];
        for at in column..column + b {
            add(&mut sum[0], &self.block(row, at, a, Direction::Forward));
        }
        for at in row..row + a {
            add(&mut sum[1], &self.block(at, column, b, Direction::Backward));
        }
        sum
    }

    /// The same for two source and two target paragraphs that answer each other one by one, but for a few words that
    /// the translator put on the other side of the break.
    fn shifted(&mut self, row: usize, column: usize) -> [[f32; LANES]; 2] {
        let mut lanes = [[0.0; LANES]; 2];
        for at in 0..2 {
            let (i, j) = (row + at, column + at);
            add(&mut lanes[0], &self.leaking((i, j), (row + 1 - at, j), Direction::Forward));
            add(&mut lanes[1], &self.leaking((i, j), (i, column + 1 - at), Direction::Backward));
        }
        lanes
    }

    /// What the words of one paragraph of a place say given the other one, and a little of another place's.
    fn leaking(&mut self, place: (usize, usize), other: (usize, usize), direction: Direction) -> [f32; LANES] {
        let (part, pages) = (self.answers.part, self.answers.pages);
        let bag = |direction: Direction, place: (usize, usize)| match direction {
            Direction::Forward => pages.0.bags[part.source[place.0]].size,
            Direction::Backward => pages.1.bags[part.target[place.1]].size,
        };
        let (page, size) = match direction {
            Direction::Forward => (pages.1, pages.1.bags[part.target[place.1]].size),
            Direction::Backward => (pages.0, pages.0.bags[part.source[place.0]].size),
        };
        let (main, leak) = (bag(direction, place), bag(direction, other));
        let numbers = 1.0 / (main.small + main.large + leak.small + leak.large).max(1) as f32;
        let Scratch { sums, touched } = &mut self.scratch;
        let sums = &mut sums[direction as usize];
        for (place, given, share) in [(place, main, 1.0 - LEAK), (other, leak, LEAK)] {
            let words = share / given.words.max(1) as f32;
            for hit in self.rows.hits(place.0, place.1) {
                let (word, worth) = hit.seen(direction);
                let sum = &mut sums[word as usize];
                if *sum == 0.0 {
                    touched.push(word);
                }
                *sum += worth * if page.worth(word) == Worth::Word { words } else { numbers };
            }
        }
        let one = Size { words: 1, small: 0, large: 1 };
        let lanes = explained(page, touched, sums, one, size, &self.constants);
        touched.drain(..).for_each(|word| sums[word as usize] = 0.0);
        lanes
    }

    /// What the words of one paragraph of a place say, given the block of `count` paragraphs that begins at the other.
    fn block(&mut self, row: usize, column: usize, count: usize, direction: Direction) -> Lanes {
        if let Some(known) = self.rows.lanes(row, column, count, direction) {
            return *known;
        }
        let (part, pages) = (self.answers.part, self.answers.pages);
        let (given, from, page, size) = match direction {
            Direction::Forward => (pages.0, &part.source[row..], pages.1, pages.1.bags[part.target[column]].size),
            Direction::Backward => (pages.1, &part.target[column..], pages.0, pages.0.bags[part.source[row]].size),
        };
        let Scratch { sums, touched } = &mut self.scratch;
        let sums = &mut sums[direction as usize];
        let mut around = Size::default();
        for (more, at) in from.iter().take(count).enumerate() {
            around += given.bags[*at].size;
            let hits = match direction {
                Direction::Forward => self.rows.hits(row + more, column),
                Direction::Backward => self.rows.hits(row, column + more),
            };
            for hit in hits {
                let (word, worth) = hit.seen(direction);
                let sum = &mut sums[word as usize];
                if *sum == 0.0 {
                    touched.push(word);
                }
                *sum += worth;
            }
        }
        let lanes = explained(page, touched, sums, around, size, &self.constants);
        touched.drain(..).for_each(|word| sums[word as usize] = 0.0);
        self.rows.keep(row, column, count, direction, lanes);
        lanes
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
    let counted =
        shape.map_or(0.0, |shape| marks.counts(shape, &counts(pages.0, block.source), &counts(pages.1, block.target)));
    let kept = counted + marks.starts(source_start, target_start) + marks.ends(source_end, target_end);
    MARKS * kept + places / a.max(b) as f64
}

/// A block whose length, marks and shape are less likely than this is not saved by its words. Found on the aligned
/// texts at hand: three nats above the place where a true unit was lost for the first time.
const HOPELESS: f64 = -10.5;

/// A block that scores less is less likely than any number of paragraphs without counterpart in its place.
const FRUITLESS: f64 = -14.0;

/// Of the [`SHAPES`], two source and two target paragraphs; and how much of one paragraph's words its neighbour's
/// counterpart may have.
const TWO_TWO: usize = 3;
const LEAK: f32 = 0.03;

/// Paragraphs that answer each other one by one, but for a few words, score at least this.
const SOUND: f32 = -9.0;

/// A word or number that both sides have is seen in both directions, one that is missing in one only; so what is
/// missing weighs more.
const MISSING_WORD: f64 = 1.2;
const MISSING_NUMBER: f64 = 1.6;

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
    let mut numbers = size.small as f64 * constants.lost[0] + size.large as f64 * constants.lost[1];
    let mut lanes: [f32; LANES] = constants.rest.map(|rest| rest * size.words as f32);
    let (words, counted) = (given.words.max(1) as f32, (given.small + given.large).max(1) as f64);
    for word in touched {
        let sum = sums[*word as usize];
        let kept = match page.worth(*word) {
            Worth::Word => {
                let ratio = sum / words;
                for (product, odds) in product.iter_mut().zip(constants.odds) {
                    *product *= 1.0 + odds * ratio;
                }
                // The last lane is the highest; the logarithm is taken before it could overflow.
                if product[LANES - 1] > 1e25 {
                    add(&mut lanes, &fast::ln_each(std::mem::replace(&mut product, [1.0; LANES])));
                }
                continue;
            }
            Worth::Small => constants.kept[0],
            Worth::Large => constants.kept[1],
        };
        numbers += fast::ln(1.0 + kept / (1.0 - kept) * f64::from(sum) / counted);
    }
    add(&mut lanes, &fast::ln_each(product));
    lanes.map(|lane| lane + numbers as f32)
}

pub(super) fn add(sum: &mut [f32; LANES], more: &[f32; LANES]) {
    for lane in 0..LANES {
        sum[lane] += more[lane];
    }
}

fn top(lanes: &[f32; LANES]) -> f32 {
    lanes.iter().copied().fold(f32::NEG_INFINITY, f32::max)
}

/// What the words of a block say in both directions, which are two witnesses of one thing: the logarithms of the
/// means over the shares explained.
pub(super) fn words(lanes: &[[f32; LANES]; 2], model: &Model) -> f64 {
    let weighted = |side: usize| std::array::from_fn(|lane| lanes[side][lane] + model.lanes[side][lane]);
    WORDS * fast::sum_lanes([weighted(0), weighted(1)])
}
