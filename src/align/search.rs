//! The path through a part: every paragraph in one unit, in order, and how probable each unit is.
//!
//! Forward and backward sums over all paths (as in Moore 2002), cell by cell along the diagonals, with a beam: a place
//! whose best path is hopelessly behind the best at the same distance is not gone on from.

use rustc_hash::FxHashSet;

use super::band::Band;
use super::fast::{self, sum, sum_of};
use super::model::{BOTH, EXTEND, EXTEND_BOTH, Model, REACH, SHAPES};
use super::score::{Scorer, Scores};

/// A unit of the path, as rows and columns of the part.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Step {
    pub(super) row: usize,
    pub(super) column: usize,
    pub(super) rows: usize,
    pub(super) columns: usize,
    pub(super) posterior: f64,
}

/// A path this many nats behind is given up.
const BEAM: f64 = 17.0;

/// A place whose paths together are this many nats less probable than all need not be searched again.
const NEAR: f64 = 16.0;

/// A unit of two paragraphs counts once in the expected number of right units, a larger one by this power of its size: less than
/// in proportion, or two pairs of equal probability would always become one.
const LARGER: f64 = 0.7;

/// Logarithm of how much likelier a translator leaves a block of code where it was than puts it anywhere else nearby.
const MET: f64 = 4.0;

/// After a unit, after source paragraphs without counterpart, after target paragraphs without, and after target
/// paragraphs without that follow source paragraphs without: in this order only, so that a run of both has one path.
const STATES: usize = 4;

struct Place {
    row: u32,
    column: u32,
    forward: [f64; STATES],
    backward: [f64; STATES],
    /// The paths here that go on with a unit, with a source paragraph without counterpart, with a target paragraph without,
    /// with one after source paragraphs without; until the place is kept, all of them.
    onward: [f64; 4],
    /// What is gained by passing here.
    met: f64,
    scores: Scores,
}

const NONE: u32 = u32::MAX;
const ZERO: f64 = f64::NEG_INFINITY;

/// The places reached, and their positions in the band.
struct Field<'c> {
    band: &'c Band,
    /// How many of the [`SHAPES`] are looked at, from the first.
    shapes: usize,
    starts: Vec<usize>,
    at: Vec<u32>,
    places: Vec<Place>,
}

impl Field<'_> {
    fn new(band: &Band, shapes: usize, rows: usize) -> Field<'_> {
        let mut starts = Vec::with_capacity(rows + 2);
        let mut sum = 0;
        for row in 0..=rows {
            starts.push(sum);
            let (low, high) = band.row(row);
            sum += high - low + 1;
        }
        Field { band, shapes, starts, at: vec![NONE; sum], places: Vec::new() }
    }

    fn index(&self, row: usize, column: usize) -> Option<usize> {
        let (low, high) = self.band.row(row);
        (low <= column && column <= high).then(|| self.starts[row] + column - low)
    }

    fn place(&self, row: Option<usize>, column: Option<usize>) -> Option<&Place> {
        let at = self.at[self.index(row?, column?)?];
        self.places.get(at as usize)
    }
}

/// Logarithms of the chances of what follows what.
struct Chances {
    unit: [f64; STATES],
    /// A source paragraph without counterpart after each state, a target paragraph without.
    source: [f64; STATES],
    target: [f64; STATES],
    /// The same after source paragraphs without counterpart.
    both: [f64; STATES],
    shapes: [f64; SHAPES.len()],
}

fn chances(model: &Model) -> Chances {
    let (open, extend) = (model.open, EXTEND);
    Chances {
        unit: [(1.0 - open).ln(), (1.0 - extend).ln(), (1.0 - extend).ln(), (1.0 - EXTEND_BOTH).ln()],
        source: [(open / 2.0).ln(), (extend * 0.9).ln(), ZERO, ZERO],
        target: [(open / 2.0).ln(), ZERO, extend.ln(), ZERO],
        both: [ZERO, (extend * BOTH).ln(), ZERO, EXTEND_BOTH.ln()],
        shapes: model.shapes.map(f64::ln),
    }
}

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

fn forward(
    scorer: &mut Scorer<'_>,
    field: &mut Field<'_>,
    chances: &Chances,
    met: &FxHashSet<(usize, usize)>,
    (n, m): (usize, usize),
) {
    let band = field.band;
    let bounds = |row: usize| band.row(row);
    let (mut top, mut bottom) = (0, 0);
    let mut best = [ZERO; 2];
    // A jump passes over at most two reaches of diagonals, so no row above or far below these is asked for again.
    let mut lowest = [0u32; 2 * REACH + 1];
    let mut highest = [0u32; 2 * REACH + 1];
    for distance in 0..=n + m {
        while bottom < n && bottom + 1 + band.row(bottom + 1).0 <= distance {
            bottom += 1;
        }
        while top < bottom && top + band.row(top).1 < distance {
            top += 1;
        }
        let from = field.places.len();
        let mut here = ZERO;
        let near = (lowest.iter().min().copied().unwrap_or(0), highest.iter().max().copied().unwrap_or(0));
        let first = top.max(distance.saturating_sub(m)).max(near.0 as usize);
        for row in first..=bottom.min(distance).min(near.1 as usize + REACH) {
            let column = distance - row;
            if field.index(row, column).is_none() {
                continue;
            }
            let mut sums = if distance == 0 { [0.0, ZERO, ZERO, ZERO] } else { incoming(field, chances, row, column) };
            // Every path passes the first and the last place.
            let inside = !met.is_empty() && distance > 0 && distance < n + m;
            let gain = if inside && met.contains(&(row, column)) { MET } else { 0.0 };
            sums.iter_mut().for_each(|sum| *sum += gain);
            let all = sum(sums);
            if all == ZERO || (all < best[0].max(best[1]).max(here) - BEAM && (row, column) != (n, m)) {
                continue;
            }
            here = here.max(all);
            let scores = [f32::NEG_INFINITY; SHAPES.len()];
            field.places.push(Place {
                row: row as u32,
                column: column as u32,
                forward: sums,
                backward: [ZERO; STATES],
                onward: [all; 4],
                met: gain,
                scores,
            });
        }
        // The weaker of those seen before the best of this diagonal was known go too, unless nothing else is left.
        let floor = here.max(best[0]).max(best[1]) - BEAM;
        let mut kept = from;
        for at in from..field.places.len() {
            let place = &field.places[at];
            if place.onward[0] >= floor || (place.row as usize, place.column as usize) == (n, m) {
                field.places.swap(kept, at);
                kept += 1;
            }
        }
        field.places.truncate(kept);
        let rows = || field.places[from..].iter().map(|place| place.row);
        lowest[distance % lowest.len()] = rows().min().unwrap_or(u32::MAX);
        highest[distance % highest.len()] = rows().max().unwrap_or(0);
        scorer.forget(lowest.iter().copied().min().unwrap_or(0).min(n as u32) as usize);
        for at in from..field.places.len() {
            let (row, column) = (field.places[at].row as usize, field.places[at].column as usize);
            if let Some(index) = field.index(row, column) {
                field.at[index] = at as u32;
            }
            let place = &mut field.places[at];
            let sums = place.forward;
            place.onward =
                [chances.unit, chances.source, chances.target, chances.both].map(|next| sum(plus(sums, next)));
            if row < n && column < m {
                field.places[at].scores = scorer.score(row, column, &bounds);
            }
        }
        best = [best[1], here];
    }
}

fn incoming(field: &Field<'_>, chances: &Chances, row: usize, column: usize) -> [f64; STATES] {
    let mut terms = [ZERO; SHAPES.len()];
    for (at, (a, b, _)) in SHAPES.iter().enumerate().take(field.shapes) {
        let Some(place) = field.place(row.checked_sub(*a), column.checked_sub(*b)) else { continue };
        if place.scores[at] == f32::NEG_INFINITY {
            continue;
        }
        terms[at] = f64::from(place.scores[at]) + chances.shapes[at] + place.onward[0];
    }
    let source = field.place(row.checked_sub(1), Some(column)).map_or(ZERO, |place| place.onward[1]);
    let target = field.place(Some(row), column.checked_sub(1)).map_or(ZERO, |place| place.onward[2]);
    let both = field.place(Some(row), column.checked_sub(1)).map_or(ZERO, |place| place.onward[3]);
    [sum_of(&terms[..field.shapes]), source, target, both]
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
    let mut gain = vec![ZERO; field.places.len()];
    let mut from: Vec<Option<(u32, Step)>> = vec![None; field.places.len()];
    if let Some(first) = gain.first_mut() {
        *first = 0.0;
    }
    for at in 0..field.places.len() {
        let place = &field.places[at];
        if gain[at] == ZERO {
            continue;
        }
        let (row, column) = (place.row as usize, place.column as usize);
        let mut reach = |rows: usize, columns: usize, chance: f64, worth: f64| {
            let Some(index) =
                (row + rows <= n && column + columns <= m).then(|| field.index(row + rows, column + columns)).flatten()
            else {
                return;
            };
            let next = field.at[index];
            if next == NONE || chance == ZERO {
                return;
            }
            let posterior = fast::exp((chance - total).min(0.0));
            let sum = gain[at] + worth * posterior;
            if sum > gain[next as usize] {
                gain[next as usize] = sum;
                from[next as usize] = Some((at as u32, Step { row, column, rows, columns, posterior }));
            }
        };
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
            reach(*a, *b, chance, worths[a + b]);
        }
        if row < n
            && let Some(next) = field.place(Some(row + 1), Some(column))
        {
            reach(1, 0, place.onward[1] + next.backward[1] + next.met, 0.5);
        }
        if column < m
            && let Some(next) = field.place(Some(row), Some(column + 1))
        {
            let target = sum([place.onward[2] + next.backward[2], place.onward[3] + next.backward[3]]);
            reach(0, 1, target + next.met, 0.5);
        }
    }
    let mut steps = Vec::new();
    let mut at = field.index(n, m).map_or(NONE, |index| field.at[index]);
    while let Some(Some((before, step))) = from.get(at as usize) {
        steps.push(*step);
        at = *before;
    }
    steps.reverse();
    let complete = steps.iter().map(|step| step.rows).sum::<usize>() == n
        && steps.iter().map(|step| step.columns).sum::<usize>() == m;
    if complete { steps } else { unpaired(n, m) }
}

/// Nobody paired: what is left where the search could not reach the end.
fn unpaired(n: usize, m: usize) -> Vec<Step> {
    let source = (0..n).map(|row| Step { row, column: 0, rows: 1, columns: 0, posterior: 0.0 });
    let target = (0..m).map(|column| Step { row: n, column, rows: 0, columns: 1, posterior: 0.0 });
    source.chain(target).collect()
}

fn plus(a: [f64; STATES], b: [f64; STATES]) -> [f64; STATES] {
    [a[0] + b[0], a[1] + b[1], a[2] + b[2], a[3] + b[3]]
}
