//! How much likelier two blocks of paragraphs are as translations of each other than as unrelated text.

use super::fast;
use super::hits::{Answers, Direction, Rows};
use super::lambda::{EXPLAINED, LAMBDAS, WordScore};
use super::lengths::Lengths;
use super::marks::{COUNTED, MOST, Marks};
use super::model::{FIRST_SHAPES, MarkTables, Model, REACH, SHAPES};
use super::part::{Part, run};
use super::vocabulary::{Size, Vocabulary, Worth};

/// Scores of all shapes at one place; `f32::NEG_INFINITY` where a shape does not fit.
pub(super) type Scores = [f32; SHAPES.len()];

/// What scores one part.
pub(super) struct Scorer<'a> {
    answers: Answers<'a>,
    model: &'a Model,
    marks: &'a MarkTables,
    /// How many of the [`SHAPES`] are looked at, from the first.
    pub(super) shapes: usize,
    lengths: Lengths,
    scratch: &'a mut Scratch,
    constants: LambdaConstants,
}

/// What is allocated once for all parts of a task.
pub(super) struct Scratch {
    rows: Rows,
    /// By word of the target, by word of the source; 0 between two questions.
    sums: [Vec<f32>; 2],
    touched: Vec<u32>,
}

impl Scratch {
    pub(super) fn new(sides: (&Vocabulary, &Vocabulary)) -> Scratch {
        Scratch {
            rows: Rows::default(),
            sums: [vec![0.0; sides.1.types.len()], vec![0.0; sides.0.types.len()]],
            touched: Vec::new(),
        }
    }
}

/// The shares of words not explained, in logarithms, and the odds of the explained.
pub(super) struct LambdaConstants {
    rest: [f32; LAMBDAS],
    odds: [f32; LAMBDAS],
    /// How often a small and another number is kept, and what it costs that it is not.
    kept: [f64; 2],
    lost: [f64; 2],
    /// Logarithms of the shares of paragraphs whose numbers are kept as such, and are not.
    counted: f64,
    pub(super) recounted: f64,
    /// Logarithms of the shares of free renderings: one paragraph by one, a merge of two, a larger block.
    free: [f64; 3],
    /// Logarithms of the shapes' shares.
    rarity: [f64; SHAPES.len()],
}

pub(super) fn lambda_constants(model: &Model) -> LambdaConstants {
    LambdaConstants {
        rest: EXPLAINED.map(|share| (MISSING_WORD * (1.0 - share).ln()) as f32),
        odds: EXPLAINED.map(|share| (share / (1.0 - share)) as f32),
        kept: model.kept,
        counted: (1.0 - model.recounted).ln(),
        recounted: model.recounted.ln(),
        free: FREE.map(|rarer| model.free.ln() + rarer),
        lost: model.kept.map(|kept| MISSING_NUMBER * (1.0 - kept).ln()),
        rarity: model.shapes.map(f64::ln),
    }
}

impl<'a> Scorer<'a> {
    pub(super) fn new(
        answers: Answers<'a>,
        model: &'a Model,
        marks: &'a MarkTables,
        shapes: usize,
        scratch: &'a mut Scratch,
    ) -> Scorer<'a> {
        let sides = answers.sides;
        scratch.rows.restart();
        Scorer {
            lengths: Lengths::new(sides, answers.part, model),
            answers,
            model,
            marks,
            shapes,
            scratch,
            constants: lambda_constants(model),
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
        self.scratch.rows.forget(row);
    }

    /// Scores of the shapes that begin at a source and a target paragraph of the part; `bounds` gives the columns of
    /// a row.
    pub(super) fn score(&mut self, row: usize, column: usize, bounds: &dyn Fn(usize) -> (usize, usize)) -> Scores {
        let mut scores = [f32::NEG_INFINITY; SHAPES.len()];
        let part = self.answers.part;
        let (rows, columns) = (run(part.source, row), run(part.target, column));
        for (at, (a, b, _)) in SHAPES.iter().enumerate().take(self.shapes) {
            if *a > rows || *b > columns {
                continue;
            }
            let Plain { length, marks, structure } = self.plain(row, column, at);
            let plain = length + marks + structure;
            if at != 0 && plain + self.constants.rarity[at] < HOPELESS {
                continue;
            }
            self.scratch.rows.prepare(row + REACH.min(rows) - 1, &self.answers, bounds);
            let shown = self.shown(row, column, *a, *b);
            let counted = WORDS * f64::from(shown[0].numbers + shown[1].numbers);
            let free = length + structure.min(0.0) + counted + self.constants.free[(a + b - 2).min(FREE.len() - 1)];
            // The mean over the shares is at most the best of them.
            let most = counted + WORDS * f64::from(top(&shown[0].words) + top(&shown[1].words));
            if at != TWO_TWO && plain + most < FRUITLESS {
                if free > FRUITLESS {
                    scores[at] = free as f32;
                }
                continue;
            }
            let mut worth = words(&shown, self.model);
            if at == TWO_TWO && self.shapes > FIRST_SHAPES && scores[0] > SOUND {
                let shifted = words(&self.shifted(row, column), self.model);
                worth = fast::sum([worth, shifted]) - std::f64::consts::LN_2;
            }
            scores[at] = fast::sum([plain + worth, free]) as f32;
        }
        scores
    }

    /// What a block of one of the [`SHAPES`] looks like.
    fn plain(&self, row: usize, column: usize, shape: usize) -> Plain {
        let (a, b, _) = SHAPES[shape];
        let part = self.answers.part;
        let block = Part { source: &part.source[row..row + a], target: &part.target[column..column + b] };
        Plain {
            length: self.lengths.score(row, column, a, b),
            marks: marked(self.answers.sides, block, Some(shape), self.marks),
            structure: structure(self.answers.sides, block, self.marks),
        }
    }

    /// The words' score for every share explained, target words given the source and the other way round.
    fn shown(&mut self, row: usize, column: usize, a: usize, b: usize) -> [WordScore; 2] {
        let mut sum = [WordScore::default(); 2];
        for at in column..column + b {
            sum[0] += self.block(row, at, a, Direction::Forward);
        }
        for at in row..row + a {
            sum[1] += self.block(at, column, b, Direction::Backward);
        }
        sum
    }

    /// The same for two source and two target paragraphs that answer each other one by one, but for a few words that
    /// the translator put on the other side of the break.
    fn shifted(&mut self, row: usize, column: usize) -> [WordScore; 2] {
        let mut sum = [WordScore::default(); 2];
        for at in 0..2 {
            let (i, j) = (row + at, column + at);
            sum[0] += self.leaking((i, j), (row + 1 - at, j), Direction::Forward);
            sum[1] += self.leaking((i, j), (i, column + 1 - at), Direction::Backward);
        }
        sum
    }

    /// The words' score of one paragraph of a place given the other one, and a little of another place's.
    fn leaking(&mut self, place: (usize, usize), other: (usize, usize), direction: Direction) -> WordScore {
        let (part, sides) = (self.answers.part, self.answers.sides);
        let features = |direction: Direction, place: (usize, usize)| match direction {
            Direction::Forward => sides.0.features[part.source[place.0]].size,
            Direction::Backward => sides.1.features[part.target[place.1]].size,
        };
        let (side, size) = match direction {
            Direction::Forward => (sides.1, sides.1.features[part.target[place.1]].size),
            Direction::Backward => (sides.0, sides.0.features[part.source[place.0]].size),
        };
        let (main, leak) = (features(direction, place), features(direction, other));
        let numbers = 1.0 / (main.small + main.large + leak.small + leak.large).max(1) as f32;
        let Scratch { rows, sums, touched } = &mut *self.scratch;
        let sums = &mut sums[direction as usize];
        for (place, given, share) in [(place, main, 1.0 - LEAK), (other, leak, LEAK)] {
            let words = share / given.words.max(1) as f32;
            for hit in rows.hits(place.0, place.1) {
                let (word, worth) = hit.seen(direction);
                let sum = &mut sums[word as usize];
                if *sum == 0.0 {
                    touched.push(word);
                }
                *sum += worth * if side.worth(word) == Worth::Word { words } else { numbers };
            }
        }
        let one = Size { words: 1, small: 0, large: 1 };
        let score = explained(side, touched, sums, one, size, &self.constants);
        touched.drain(..).for_each(|word| sums[word as usize] = 0.0);
        score
    }

    /// The words' score of one paragraph of a place, given the block of `count` paragraphs that begins at the other.
    fn block(&mut self, row: usize, column: usize, count: usize, direction: Direction) -> WordScore {
        if let Some(known) = self.scratch.rows.known(row, column, count, direction) {
            return *known;
        }
        let (part, sides) = (self.answers.part, self.answers.sides);
        let (given, from, side, size) = match direction {
            Direction::Forward => (sides.0, &part.source[row..], sides.1, sides.1.features[part.target[column]].size),
            Direction::Backward => (sides.1, &part.target[column..], sides.0, sides.0.features[part.source[row]].size),
        };
        let Scratch { rows, sums, touched } = &mut *self.scratch;
        let sums = &mut sums[direction as usize];
        let mut around = Size::default();
        for (more, at) in from.iter().take(count).enumerate() {
            around += given.features[*at].size;
            let hits = match direction {
                Direction::Forward => rows.hits(row + more, column),
                Direction::Backward => rows.hits(row, column + more),
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
        let score = explained(side, touched, sums, around, size, &self.constants);
        touched.drain(..).for_each(|word| sums[word as usize] = 0.0);
        self.scratch.rows.keep(row, column, count, direction, score);
        score
    }
}

/// What a block looks like, whatever its words are.
struct Plain {
    length: f64,
    marks: f64,
    structure: f64,
}

/// The score of the marks and of the structure of a block; the marks' counts only where it is of one of the [`SHAPES`].
pub(super) fn kept(
    sides: (&Vocabulary, &Vocabulary),
    block: Part<'_>,
    shape: Option<usize>,
    marks: &MarkTables,
) -> f64 {
    marked(sides, block, shape, marks) + structure(sides, block, marks)
}

fn marked(sides: (&Vocabulary, &Vocabulary), block: Part<'_>, shape: Option<usize>, marks: &MarkTables) -> f64 {
    let counts = |side: &Vocabulary, block: &[usize]| {
        let mut counts = [0u8; COUNTED];
        for at in block {
            for (sum, count) in counts.iter_mut().zip(side.features[*at].marks.counts) {
                *sum = (*sum + count).min(MOST as u8);
            }
        }
        counts
    };
    let ends = |side: &Vocabulary, block: &[usize]| {
        let marks = |at: Option<&usize>| at.map_or_else(Marks::default, |at| side.features[*at].marks);
        (marks(block.first()).start, marks(block.last()).end)
    };
    let ((source_start, source_end), (target_start, target_end)) =
        (ends(sides.0, block.source), ends(sides.1, block.target));
    let counted =
        shape.map_or(0.0, |shape| marks.counts(shape, &counts(sides.0, block.source), &counts(sides.1, block.target)));
    MARKS * (counted + marks.starts(source_start, target_start) + marks.ends(source_end, target_end))
}

/// The score of the kinds of a block's paragraphs: headings answer headings, and are not run into other text.
fn structure(sides: (&Vocabulary, &Vocabulary), block: Part<'_>, marks: &MarkTables) -> f64 {
    let mut places = 0.0;
    for s in block.source {
        for t in block.target {
            places += marks.places(sides.0.features[*s].marks.place, sides.1.features[*t].marks.place);
        }
    }
    let (a, b) = (block.source.len(), block.target.len());
    let headings = |side: &Vocabulary, block: &[usize]| {
        block.iter().filter(|at| side.features[**at].marks.is_heading()).count() as f64
    };
    let run_in = match a.max(b) {
        1 => 0.0,
        _ => (headings(sides.0, block.source) - headings(sides.1, block.target)).abs(),
    };
    places / a.max(b) as f64 - RUN_IN * run_in
}

/// A block whose length, marks and shape are less likely than this is not saved by its words. Found on the aligned
/// texts at hand: three nats above the place where a true unit was lost for the first time.
const HOPELESS: f64 = -10.5;

/// A block that scores less is less likely than any number of paragraphs without counterpart in its place.
const FRUITLESS: f64 = -14.0;

/// How much rarer, as logarithms, a merge of two and a larger block are rendered freely than one paragraph. Of a free rendering the
/// length and the numbers count, and nothing else.
const FREE: [f64; 3] = [0.0, -3.5, -6.5];

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

/// How much rarer, as a logarithm, a block is in which a heading became part of other text.
const RUN_IN: f64 = 4.0;

/// Weight of each direction of the words, of the marks.
const WORDS: f64 = 0.55;
const MARKS: f64 = 0.75;

/// `Σ ln(λ·r/n + 1 − λ)` over the words of a paragraph of `side`, for every λ: the touched ones explained by a block
/// of the size `given`, the rest not. Numbers are kept far oftener than words and have a λ of their own.
pub(super) fn explained(
    side: &Vocabulary,
    touched: &[u32],
    sums: &[f32],
    given: Size,
    size: Size,
    constants: &LambdaConstants,
) -> WordScore {
    let mut product = [1.0f32; LAMBDAS];
    let counts = size.small + size.large > 0;
    let mut numbers = size.small as f64 * constants.lost[0] + size.large as f64 * constants.lost[1];
    let mut lambdas: [f32; LAMBDAS] = constants.rest.map(|rest| rest * size.words as f32);
    let (words, counted) = (given.words.max(1) as f32, (given.small + given.large).max(1) as f64);
    for word in touched {
        let sum = sums[*word as usize];
        let kept = match side.worth(*word) {
            Worth::Word => {
                let ratio = sum / words;
                for (product, odds) in product.iter_mut().zip(constants.odds) {
                    *product *= 1.0 + odds * ratio;
                }
                // The last lambda is the highest; the logarithm is taken before it could overflow.
                if product[LAMBDAS - 1] > 1e25 {
                    add(&mut lambdas, &fast::ln_each(std::mem::replace(&mut product, [1.0; LAMBDAS])));
                }
                continue;
            }
            Worth::Small => constants.kept[0],
            Worth::Large => constants.kept[1],
        };
        numbers += fast::ln(1.0 + kept / (1.0 - kept) * f64::from(sum) / counted);
    }
    add(&mut lambdas, &fast::ln_each(product));
    let numbers = if counts { fast::sum([constants.counted + numbers, constants.recounted]) } else { numbers };
    WordScore { words: lambdas, numbers: numbers as f32 }
}

fn add(sum: &mut [f32; LAMBDAS], more: &[f32; LAMBDAS]) {
    for lambda in 0..LAMBDAS {
        sum[lambda] += more[lambda];
    }
}

fn top(lambdas: &[f32; LAMBDAS]) -> f32 {
    lambdas.iter().copied().fold(f32::NEG_INFINITY, f32::max)
}

/// The words' score of a block in both directions, which are two views of one fact: the logarithms of the
/// means over the shares explained.
pub(super) fn words(shown: &[WordScore; 2], model: &Model) -> f64 {
    let weighted = |side: usize| std::array::from_fn(|at| shown[side].words[at] + model.lambdas[side][at]);
    let numbers = f64::from(shown[0].numbers + shown[1].numbers);
    WORDS * (fast::sum_lambdas([weighted(0), weighted(1)]) + numbers)
}
