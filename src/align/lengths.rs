//! The score of the lengths of two blocks.
//!
//! A translation's length is log-normal about the original's (as in Gale & Church 1993, with the logarithm for their
//! difference): `ln |T| ~ N(ln |S| + ratio, spread + noise / |S|)`, weighed against the lengths that paragraphs of the
//! document have anyway, in both directions.

use super::fast;
use super::model::{Model, REACH};
use super::part::{Part, run};
use super::vocabulary::Vocabulary;

/// What is known of a block that begins at a paragraph.
#[derive(Clone, Copy, Default)]
struct Block {
    log: f64,
    /// How likely the block's length is on its own.
    apart: f64,
    /// `1 / (2 σ²)` and `ln σ` of the other side's length, given this one.
    sharpness: f64,
    width: f64,
}

/// The blocks of a part, by their first paragraph and their size.
pub(super) struct Lengths {
    source: Vec<[Block; REACH]>,
    target: Vec<[Block; REACH]>,
    ratio: f64,
}

/// A translator now and then explains or leaves out at will: no length costs more than this.
const AT_WILL: f64 = -6.9;

impl Lengths {
    pub(super) fn new(sides: (&Vocabulary, &Vocabulary), part: Part<'_>, model: &Model) -> Lengths {
        Lengths {
            source: blocks(sides.0, part.source, model),
            target: blocks(sides.1, part.target, model),
            ratio: model.ratio,
        }
    }

    /// The mean of both directions, for a block of `a` and a block of `b` paragraphs.
    pub(super) fn score(&self, row: usize, column: usize, a: usize, b: usize) -> f64 {
        let (source, target) = (&self.source[row][a - 1], &self.target[column][b - 1]);
        let gap = target.log - source.log - self.ratio;
        let side =
            |given: &Block, other: &Block| (-gap * gap * given.sharpness - given.width - other.apart).max(AT_WILL);
        0.5 * (side(source, target) + side(target, source))
    }
}

fn blocks(side: &Vocabulary, paragraphs: &[usize], model: &Model) -> Vec<[Block; REACH]> {
    let (mean, variance) = usual(side, model);
    let mut blocks = vec![[Block::default(); REACH]; paragraphs.len()];
    for (at, sizes) in blocks.iter_mut().enumerate() {
        let mut length = 0.0;
        for (more, block) in sizes.iter_mut().enumerate().take(run(paragraphs, at)) {
            length += f64::from(side.features[paragraphs[at + more]].length);
            let close = model.spread + model.noise / length;
            let count = (more + 1) as f64;
            let variance = variance / count.sqrt();
            let log = fast::ln(length);
            let away = log - mean - count.ln();
            *block = Block {
                log,
                apart: -0.5 * away * away / variance - 0.5 * variance.ln(),
                sharpness: 0.5 / close,
                width: 0.5 * fast::ln(close),
            };
        }
    }
    blocks
}

/// Mean and variance of the logarithm of a paragraph's length, as they can be relied on.
fn usual(side: &Vocabulary, model: &Model) -> (f64, f64) {
    let count = side.features.len().max(1) as f64;
    let (mean, variance) = side.lengths;
    // A document of few paragraphs does not show how different lengths can be; and none is surer of them than of
    // the length of a translation.
    let shown = (variance * count + 0.5 * 4.0) / (count + 4.0);
    (mean, shown.max(model.spread + model.noise / fast::exp(mean)))
}
