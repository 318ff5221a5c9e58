//! The places of a part that the search reaches, and the chances of what follows what.

use super::band::Band;
use super::model::{BOTH, EXTEND, EXTEND_BOTH, Model, SHAPES};
use super::score::Scores;

/// After a unit, after source paragraphs without counterpart, after target paragraphs without, and after target
/// paragraphs without that follow source paragraphs without: in this order only, so that a run of both has one path.
pub(super) const STATES: usize = 4;

pub(super) struct Place {
    pub(super) row: u32,
    pub(super) column: u32,
    pub(super) forward: [f64; STATES],
    pub(super) backward: [f64; STATES],
    /// The paths here that go on with a unit, with a source paragraph without counterpart, with a target paragraph without,
    /// with one after source paragraphs without; until the place is kept, all of them.
    pub(super) onward: [f64; 4],
    /// What is gained by passing here.
    pub(super) met: f64,
    pub(super) scores: Scores,
}

pub(super) const NONE: u32 = u32::MAX;
pub(super) const ZERO: f64 = f64::NEG_INFINITY;

/// The places reached, and their positions in the band.
pub(super) struct Field<'c> {
    pub(super) band: &'c Band,
    /// How many of the [`SHAPES`] are looked at, from the first.
    pub(super) shapes: usize,
    starts: Vec<usize>,
    pub(super) at: Vec<u32>,
    pub(super) places: Vec<Place>,
}

impl Field<'_> {
    pub(super) fn new(band: &Band, shapes: usize, rows: usize) -> Field<'_> {
        let mut starts = Vec::with_capacity(rows + 2);
        let mut sum = 0;
        for row in 0..=rows {
            starts.push(sum);
            let (low, high) = band.row(row);
            sum += high - low + 1;
        }
        Field { band, shapes, starts, at: vec![NONE; sum], places: Vec::new() }
    }

    pub(super) fn index(&self, row: usize, column: usize) -> Option<usize> {
        let (low, high) = self.band.row(row);
        (low <= column && column <= high).then(|| self.starts[row] + column - low)
    }

    pub(super) fn place(&self, row: Option<usize>, column: Option<usize>) -> Option<&Place> {
        let at = self.at[self.index(row?, column?)?];
        self.places.get(at as usize)
    }
}

/// Logarithms of the chances of what follows what.
pub(super) struct Chances {
    pub(super) unit: [f64; STATES],
    /// A source paragraph without counterpart after each state, a target paragraph without.
    pub(super) source: [f64; STATES],
    pub(super) target: [f64; STATES],
    /// The same after source paragraphs without counterpart.
    pub(super) both: [f64; STATES],
    pub(super) shapes: [f64; SHAPES.len()],
}

pub(super) fn chances(model: &Model) -> Chances {
    let (open, extend) = (model.open, EXTEND);
    Chances {
        unit: [(1.0 - open).ln(), (1.0 - extend).ln(), (1.0 - extend).ln(), (1.0 - EXTEND_BOTH).ln()],
        source: [(open / 2.0).ln(), (extend * 0.9).ln(), ZERO, ZERO],
        target: [(open / 2.0).ln(), ZERO, extend.ln(), ZERO],
        both: [ZERO, (extend * BOTH).ln(), ZERO, EXTEND_BOTH.ln()],
        shapes: model.shapes.map(f64::ln),
    }
}

pub(super) fn plus(a: [f64; STATES], b: [f64; STATES]) -> [f64; STATES] {
    [a[0] + b[0], a[1] + b[1], a[2] + b[2], a[3] + b[3]]
}
