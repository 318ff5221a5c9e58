//! The path through a part: every paragraph in one unit, in order, and how probable each unit is.
//!
//! Forward and backward sums over all paths (as in Moore 2002), cell by cell along the diagonals, with a beam: a place
//! whose best path is hopelessly behind the best at the same distance is not gone on from.

use rustc_hash::FxHashSet;

use super::band::Band;
use super::fast::{self, sum, sum_of};
use super::field::{Chances, Field, NONE, STATES, ZERO, chances, plus};
use super::forward::forward;
use super::model::{REACH, SHAPES};
use super::score::Scorer;

/// A unit of the path, as rows and columns of the part.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Step {
    pub(super) row: usize,
    pub(super) column: usize,
    pub(super) rows: usize,
    pub(super) columns: usize,
    pub(super) posterior: f64,
}

/// A place whose paths together are this many nats less probable than all need not be searched again.
const NEAR: f64 = 16.0;

/// A unit of two paragraphs counts once in the expected number of right units, a larger one by this power of its size: less than
/// in proportion, or two pairs of equal probability would always become one.
const LARGER: f64 = 0.4;

/// What a paragraph without counterpart counts: so much that it weighs as much beside a pair as that pair with it in one unit.
const ALONE: f64 = 0.2;

/// The most probable path, and the places near it, where a second search need only look.
pub(super) fn path(scorer: &mut Scorer<'_>, band: &Band, met: &FxHashSet<(usize, usize)>) -> (Vec<Step>, Band) {
    let (n, m) = (scorer.part().source.len(), scorer.part().target.len());
    let mut field = Field::new(band, scorer.shapes, n);
    let chances = chances(scorer.model());
    forward(scorer, &mut field, &chances, met, (n, m));
    let Some(total) = field.place(Some(n), Some(m)).map(|last| sum(last.forward)) else {
        return (unpaired(n, m), Band::whole(n, m));
    };
    backward(&mut field, &chances, n, m);
    let steps = best(&field, &chances, total, n, m);
    let near = field.places.iter().filter(|place| {
        let through: [f64; STATES] = plus(place.forward, place.backward);
        sum(through) > total - NEAR
    });
    let narrowed = Band::along(near.map(|place| (place.row as usize, place.column as usize)), n, m);
    (steps, narrowed)
}

fn backward(field: &mut Field<'_>, chances: &Chances, n: usize, m: usize) {
    for at in (0..field.places.len()).rev() {
        let (row, column) = (field.places[at].row as usize, field.places[at].column as usize);
        if (row, column) == (n, m) {
            field.places[at].backward = [0.0; STATES];
            continue;
        }
        let mut terms = [ZERO; SHAPES.len()];
        for (shape, (a, b, _)) in SHAPES.iter().enumerate().take(field.shapes) {
            let score = field.places[at].scores[shape];
            if score == f32::NEG_INFINITY {
                continue;
            }
            if row + a > n || column + b > m {
                continue;
            }
            let Some(next) = field.place(Some(row + a), Some(column + b)) else { continue };
            terms[shape] = f64::from(score) + chances.shapes[shape] + next.backward[0] + next.met;
        }
        let unit = sum_of(&terms[..field.shapes]);
        let below = if row < n { field.place(Some(row + 1), Some(column)) } else { None };
        let right = if column < m { field.place(Some(row), Some(column + 1)) } else { None };
        let source = below.map_or(ZERO, |place| place.backward[1] + place.met);
        let target = right.map_or(ZERO, |place| place.backward[2] + place.met);
        let both = right.map_or(ZERO, |place| place.backward[3] + place.met);
        field.places[at].backward = std::array::from_fn(|state| {
            sum([
                unit + chances.unit[state],
                source + chances.source[state],
                target + chances.target[state],
                both + chances.both[state],
            ])
        });
    }
}

/// The path whose units together are the most probable (maximum expected number of right units), rather than the single likeliest
/// path: it does not let one unlikely unit drag its neighbours along.
fn best(field: &Field<'_>, chances: &Chances, total: f64, n: usize, m: usize) -> Vec<Step> {
    let worths: [f64; 2 * REACH + 1] = std::array::from_fn(|paragraphs| (paragraphs as f64 / 2.0).powf(LARGER));
    let count = field.places.len();
    let mut search = Search { field, total, end: (n, m), gain: vec![ZERO; count], from: vec![None; count] };
    if let Some(first) = search.gain.first_mut() {
        *first = 0.0;
    }
    for at in 0..count {
        if search.gain[at] != ZERO {
            search.units(at, chances, &worths);
            search.unpaired(at);
        }
    }
    let steps = search.steps();
    let complete = steps.iter().map(|step| step.rows).sum::<usize>() == n
        && steps.iter().map(|step| step.columns).sum::<usize>() == m;
    if complete { steps } else { unpaired(n, m) }
}

/// The search for the path of the greatest expected number of right units.
struct Search<'f> {
    field: &'f Field<'f>,
    /// Logarithm of the sum over all paths.
    total: f64,
    /// Rows and columns of the part.
    end: (usize, usize),
    /// By place, the greatest number that a path up to it has.
    gain: Vec<f64>,
    /// By place, the place before it on that path, and the step from there.
    from: Vec<Option<(u32, Step)>>,
}

impl Search<'_> {
    /// Goes on from a place with a unit of each shape.
    fn units(&mut self, at: usize, chances: &Chances, worths: &[f64; 2 * REACH + 1]) {
        let (field, (n, m)) = (self.field, self.end);
        let place = &field.places[at];
        let (row, column) = (place.row as usize, place.column as usize);
        for (shape, (a, b, _)) in SHAPES.iter().enumerate().take(field.shapes) {
            let score = place.scores[shape];
            if score == f32::NEG_INFINITY {
                continue;
            }
            let Some(next) =
                (row + a <= n && column + b <= m).then(|| field.place(Some(row + a), Some(column + b))).flatten()
            else {
                continue;
            };
            let chance = place.onward[0] + f64::from(score) + chances.shapes[shape] + next.backward[0] + next.met;
            self.reach(at, (*a, *b), chance, worths[a + b]);
        }
    }

    /// Goes on from a place with a paragraph of either side that has no counterpart.
    fn unpaired(&mut self, at: usize) {
        let (field, (n, m)) = (self.field, self.end);
        let place = &field.places[at];
        let (row, column) = (place.row as usize, place.column as usize);
        if row < n
            && let Some(next) = field.place(Some(row + 1), Some(column))
        {
            self.reach(at, (1, 0), place.onward[1] + next.backward[1] + next.met, ALONE);
        }
        if column < m
            && let Some(next) = field.place(Some(row), Some(column + 1))
        {
            let target = sum([place.onward[2] + next.backward[2], place.onward[3] + next.backward[3]]);
            self.reach(at, (0, 1), target + next.met, ALONE);
        }
    }

    /// Takes the step to the place behind these rows and columns where no better one is known; `chance` is the
    /// logarithm of the sum over the paths that hold it, `worth` how many right units it is.
    fn reach(&mut self, at: usize, (rows, columns): (usize, usize), chance: f64, worth: f64) {
        let place = &self.field.places[at];
        let (row, column) = (place.row as usize, place.column as usize);
        let (n, m) = self.end;
        let inside = row + rows <= n && column + columns <= m;
        let Some(index) = inside.then(|| self.field.index(row + rows, column + columns)).flatten() else { return };
        let next = self.field.at[index];
        if next == NONE || chance == ZERO {
            return;
        }
        let posterior = fast::exp((chance - self.total).min(0.0));
        let sum = self.gain[at] + worth * posterior;
        if sum > self.gain[next as usize] {
            self.gain[next as usize] = sum;
            self.from[next as usize] = Some((at as u32, Step { row, column, rows, columns, posterior }));
        }
    }

    /// The steps of the best path to the end of the part.
    fn steps(&self) -> Vec<Step> {
        let mut steps = Vec::new();
        let mut at = self.field.index(self.end.0, self.end.1).map_or(NONE, |index| self.field.at[index]);
        while let Some(Some((before, step))) = self.from.get(at as usize) {
            steps.push(*step);
            at = *before;
        }
        steps.reverse();
        steps
    }
}

/// Nobody paired: what is left where the search could not reach the end.
fn unpaired(n: usize, m: usize) -> Vec<Step> {
    let source = (0..n).map(|row| Step { row, column: 0, rows: 1, columns: 0, posterior: 0.0 });
    let target = (0..m).map(|column| Step { row: n, column, rows: 0, columns: 1, posterior: 0.0 });
    source.chain(target).collect()
}
