//! The numbers of the model, and how they are estimated from a document.

use super::fast;
use super::lambda::LAMBDAS;
use super::marks::{COUNTED, ENDS, MOST, PICTURE, PLACES, STARTS, VERSIONS};
use super::vocabulary::Vocabulary;

/// Blocks of source and target paragraphs that may answer each other, with their prior share of all units with both
/// sides. The shares are those of hand-made alignments in the literature (Gale & Church 1993, tables 5; Moore 2002), with the
/// rarer shapes that they leave out.
pub(super) const SHAPES: [(usize, usize, f64); 13] = [
    (1, 1, 0.86),
    (2, 1, 0.055),
    (1, 2, 0.055),
    (2, 2, 0.02),
    (3, 1, 0.0135),
    (1, 3, 0.0135),
    (4, 1, 0.003),
    (1, 4, 0.003),
    (2, 3, 0.003),
    (3, 2, 0.003),
    (3, 3, 0.001),
    (1, 5, 0.00075),
    (5, 1, 0.00075),
];

/// The longest block on one side.
pub(super) const REACH: usize = 5;

/// The first search, which only finds where to look closely and what the document is like, tries as many of the
/// [`SHAPES`], from the first.
pub(super) const FIRST_SHAPES: usize = 6;

/// The ratio of whole sides is trusted so far from that of their usual paragraphs.
const LEFT_OUT: f64 = 0.2;

/// How often a number is kept, before the document has shown it.
const KEPT_NUMBERS: [f64; 2] = [0.6, 0.92];

/// Probability that a unit is followed by a paragraph without counterpart, and that such a paragraph is followed by
/// another.
const OPEN: f64 = 0.055;
pub(super) const EXTEND: f64 = 0.35;

/// How much rarer such a run of the source is followed by one of the target than by another of its own paragraphs, and
/// the probability that the latter goes on: what seems left out on both sides in one place is mostly one free translation.
pub(super) const BOTH: f64 = 0.01;
pub(super) const EXTEND_BOTH: f64 = 0.05;

/// How often a translator renders a paragraph so freely that its words and marks show nothing, and how often all its numbers are
/// converted, rounded or written in words, before the document has shown it.
const FREE: f64 = 0.08;
const RECOUNTED: f64 = 0.001;

/// What is estimated from a document.
#[derive(Clone, Debug)]
pub(super) struct Model {
    /// Logarithm of target letters for a source letter.
    pub(super) ratio: f64,
    /// Variance of the logarithm of a length: `spread + noise / length`.
    pub(super) spread: f64,
    pub(super) noise: f64,
    /// Logarithms of the weights of [`EXPLAINED`], words of the target by the source and the other way round.
    pub(super) lambdas: [[f32; LAMBDAS]; 2],
    /// How often a number of one side is also on the other: small ones, which are also written in words, and others.
    pub(super) kept: [f64; 2],
    /// Shares of the [`SHAPES`] among units with both sides.
    pub(super) shapes: [f64; SHAPES.len()],
    /// Probability that a unit is followed by a paragraph without counterpart.
    pub(super) open: f64,
    /// Share of units rendered so freely that their words and marks show nothing.
    pub(super) free: f64,
    /// Share of paragraphs whose numbers are converted, rounded or written in words throughout.
    pub(super) recounted: f64,
}

impl Model {
    pub(super) fn new(source: &Vocabulary, target: &Vocabulary) -> Model {
        let total =
            |side: &Vocabulary| side.features.iter().map(|features| f64::from(features.length)).sum::<f64>().max(1.0);
        // The ratio of whole sides does not depend on merges, that of usual paragraphs does not depend on omissions.
        let (whole, paragraph) = ((total(target) / total(source)).ln(), target.lengths.0 - source.lengths.0);
        Model {
            ratio: whole.clamp(paragraph - LEFT_OUT, paragraph + LEFT_OUT).clamp(-2.5, 2.5),
            spread: 0.015,
            noise: 2.0,
            lambdas: [[-(LAMBDAS as f32).ln(); LAMBDAS]; 2],
            kept: KEPT_NUMBERS,
            open: OPEN,
            free: FREE,
            recounted: RECOUNTED,
            shapes: SHAPES.map(|shape| shape.2),
        }
    }
}

/// Logarithms of how much likelier two counts, ends, starts or places are together than apart.
pub(super) struct MarkTables {
    /// By shape, then by kind, source count, target count.
    counts: Vec<[[f32; MOST + 1]; MOST + 1]>,
    starts: [[f32; STARTS]; STARTS],
    ends: [[f32; ENDS]; ENDS],
    places: [[f32; PLACES]; PLACES],
}

/// Share of units in which a translator kept the count, and by how much rarer each further difference is.
const KEPT: [(f64, f64); COUNTED] = [(0.12, 0.1), (0.05, 0.1), (0.06, 0.1), (0.12, 0.15), (0.06, 0.1), (0.1, 0.1)];

/// Share of units whose end, start, place are chosen anew.
const END_CHANGED: f64 = 0.12;
const START_CHANGED: f64 = 0.25;
const PLACE_CHANGED: f64 = 0.05;

/// The score of a pair of places that is none.
const NEVER: f32 = -20.0;

impl MarkTables {
    pub(super) fn new(source: &Vocabulary, target: &Vocabulary) -> MarkTables {
        let histograms = |side: &Vocabulary| -> Vec<Vec<[f64; MOST + 1]>> {
            (0..COUNTED).map(|kind| histograms(side, kind)).collect()
        };
        let (sources, targets) = (histograms(source), histograms(target));
        let mut counts = Vec::with_capacity(SHAPES.len() * COUNTED);
        for (a, b, _) in SHAPES {
            for kind in 0..COUNTED {
                counts.push(count_table(&sources[kind][a - 1], &targets[kind][b - 1], KEPT[kind]));
            }
        }
        MarkTables {
            counts,
            starts: class_table(source, target, START_CHANGED, |features| features.marks.start),
            ends: class_table(source, target, END_CHANGED, |features| features.marks.end),
            places: places(source, target),
        }
    }

    /// The score of the marks of two blocks of one of the [`SHAPES`], from the sums of their counts.
    pub(super) fn counts(&self, shape: usize, source: &[u8; COUNTED], target: &[u8; COUNTED]) -> f64 {
        let mut sum = 0.0;
        for (kind, table) in self.counts[shape * COUNTED..(shape + 1) * COUNTED].iter().enumerate() {
            sum += table[source[kind] as usize][target[kind] as usize];
        }
        f64::from(sum)
    }

    pub(super) fn ends(&self, source: u8, target: u8) -> f64 {
        f64::from(self.ends[source as usize][target as usize])
    }

    pub(super) fn starts(&self, source: u8, target: u8) -> f64 {
        f64::from(self.starts[source as usize][target as usize])
    }

    pub(super) fn places(&self, source: u8, target: u8) -> f64 {
        f64::from(self.places[source as usize][target as usize])
    }
}

/// The distributions of a count over blocks of 1, 2 … paragraphs of a side, as if they were independent.
fn histograms(side: &Vocabulary, kind: usize) -> Vec<[f64; MOST + 1]> {
    let mut one = [0.2 / (MOST + 1) as f64; MOST + 1];
    one[0] += 0.4;
    one[1] += 0.4;
    for features in &side.features {
        one[features.marks.counts[kind] as usize] += 1.0;
    }
    let all: f64 = one.iter().sum();
    one.iter_mut().for_each(|share| *share /= all);
    let mut blocks = vec![one];
    for size in 1..REACH {
        let mut next = [0.0; MOST + 1];
        for (x, p) in blocks[size - 1].iter().enumerate() {
            for (y, q) in one.iter().enumerate() {
                next[(x + y).min(MOST)] += p * q;
            }
        }
        blocks.push(next);
    }
    blocks
}

/// The table of places. A list of versions answers another or nothing: each version has its own, or none. So does a
/// picture, whose words are those of its file's name.
fn places(source: &Vocabulary, target: &Vocabulary) -> [[f32; PLACES]; PLACES] {
    let mut table = class_table(source, target, PLACE_CHANGED, |features| features.marks.place);
    for alone in [PICTURE, VERSIONS].map(usize::from) {
        for place in (0..PLACES).filter(|place| *place != alone) {
            table[place][alone] = NEVER;
            table[alone][place] = NEVER;
        }
    }
    table
}

/// `½ ln P(y|x)/P(y) + ½ ln P(x|y)/P(x)`, where a count is kept but for a share of units.
fn count_table(source: &[f64; MOST + 1], target: &[f64; MOST + 1], kept: (f64, f64)) -> [[f32; MOST + 1]; MOST + 1] {
    let (anew, step) = kept;
    let mut powers = [1.0; MOST + 1];
    for at in 1..=MOST {
        powers[at] = powers[at - 1] * step;
    }
    let norms: [f64; MOST + 1] = std::array::from_fn(|x| (0..=MOST).map(|z| powers[x.abs_diff(z)]).sum());
    let mut table = [[0.0; MOST + 1]; MOST + 1];
    let mut row = [1.0f32; (MOST + 1).next_multiple_of(LAMBDAS)];
    for (x, logs) in table.iter_mut().enumerate() {
        for y in 0..=MOST {
            let near = (1.0 - anew) * powers[x.abs_diff(y)];
            let forward = near / (norms[x] * target[y]) + anew;
            let backward = near / (norms[y] * source[x]) + anew;
            row[y] = (forward * backward) as f32;
        }
        for (odds, logs) in row.as_chunks::<LAMBDAS>().0.iter().zip(logs.chunks_mut(LAMBDAS)) {
            let ln = fast::ln_each(*odds);
            logs.iter_mut().zip(ln).for_each(|(log, ln)| *log = 0.5 * ln);
        }
    }
    table
}

/// The same for classes that are kept or chosen anew.
fn class_table<const N: usize>(
    source: &Vocabulary,
    target: &Vocabulary,
    anew: f64,
    class: impl Fn(&super::vocabulary::Features) -> u8,
) -> [[f32; N]; N] {
    let shares = |side: &Vocabulary| {
        let mut shares = [0.5; N];
        shares[0] += 0.5;
        side.features.iter().for_each(|features| shares[class(features) as usize] += 1.0);
        let all: f64 = shares.iter().sum();
        shares.map(|share| share / all)
    };
    let (source, target) = (shares(source), shares(target));
    let mut table = [[0.0; N]; N];
    for (x, row) in table.iter_mut().enumerate() {
        for (y, cell) in row.iter_mut().enumerate() {
            let kept = if x == y { 1.0 - anew } else { 0.0 };
            *cell = (0.5 * ((kept / target[y] + anew).ln() + (kept / source[x] + anew).ln())) as f32;
        }
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::align::reader::Reader;
    use crate::text::Paragraph;

    #[test]
    fn what_is_left_out_hardly_changes_the_ratio() {
        let (ru, en) = ("ru".parse().unwrap(), "en".parse().unwrap());
        let read = |count: usize| {
            let paragraphs: Vec<Paragraph> = (0..count).map(|_| Paragraph::alone("Мост стоит до сих пор.")).collect();
            Vocabulary::read(&paragraphs, &Reader::new(&ru, &en))
        };
        assert_eq!(Model::new(&read(20), &read(20)).ratio, 0.0);
        assert!(Model::new(&read(20), &read(8)).ratio >= -LEFT_OUT);
    }
}
