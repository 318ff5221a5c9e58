//! The forward sums of the search: the places of each diagonal that are not far behind the best path.

use std::ops::RangeInclusive;

use rustc_hash::FxHashSet;

use super::band::Band;
use super::fast::{sum, sum_of};
use super::field::{Chances, Field, Place, STATES, ZERO, plus};
use super::model::{REACH, SHAPES};
use super::score::Scorer;

/// A path this many nats behind is given up.
const BEAM: f64 = 17.0;

/// Logarithm of how much likelier a translator leaves a block of code where it was than puts it anywhere else nearby.
const MET: f64 = 4.0;

/// Finds the places and sums the paths to each of them, diagonal by diagonal.
pub(super) fn forward(
    scorer: &mut Scorer<'_>,
    field: &mut Field<'_>,
    chances: &Chances,
    met: &FxHashSet<(usize, usize)>,
    (n, m): (usize, usize),
) {
    let mut frontier = Frontier::default();
    for distance in 0..=n + m {
        let rows = frontier.rows(field.band, distance, (n, m));
        let from = field.places.len();
        let best = frontier.best[0].max(frontier.best[1]);
        let here = diagonal(field, chances, met, (n, m), distance, rows, best);
        keep_near(field, from, here.max(best) - BEAM, (n, m));
        frontier.pass(distance, &field.places[from..], here);
        scorer.forget(frontier.lowest.iter().copied().min().unwrap_or(0).min(n as u32) as usize);
        open(scorer, field, from, chances, (n, m));
    }
}

/// What the next diagonal needs to know of those before it.
struct Frontier {
    /// The first and the last row of the band on the diagonal.
    top: usize,
    bottom: usize,
    /// Of the last diagonals. A jump passes over at most two reaches of them, so no row above or far below these is
    /// asked for again.
    lowest: [u32; 2 * REACH + 1],
    highest: [u32; 2 * REACH + 1],
    /// The logarithms of the best paths on the last two.
    best: [f64; 2],
}

impl Default for Frontier {
    fn default() -> Frontier {
        let none = [0; 2 * REACH + 1];
        Frontier { top: 0, bottom: 0, lowest: none, highest: none, best: [ZERO; 2] }
    }
}

impl Frontier {
    /// The rows where the diagonal can be reached.
    fn rows(&mut self, band: &Band, distance: usize, (n, m): (usize, usize)) -> RangeInclusive<usize> {
        while self.bottom < n && self.bottom + 1 + band.row(self.bottom + 1).0 <= distance {
            self.bottom += 1;
        }
        while self.top < self.bottom && self.top + band.row(self.top).1 < distance {
            self.top += 1;
        }
        let low = self.lowest.iter().min().copied().unwrap_or(0) as usize;
        let high = self.highest.iter().max().copied().unwrap_or(0) as usize;
        let first = self.top.max(distance.saturating_sub(m)).max(low);
        first..=self.bottom.min(distance).min(high + REACH)
    }

    /// Takes in the places of a diagonal; `here` is the logarithm of the best path to one of them.
    fn pass(&mut self, distance: usize, places: &[Place], here: f64) {
        let rows = || places.iter().map(|place| place.row);
        self.lowest[distance % self.lowest.len()] = rows().min().unwrap_or(u32::MAX);
        self.highest[distance % self.highest.len()] = rows().max().unwrap_or(0);
        self.best = [self.best[1], here];
    }
}

/// Adds the places of one diagonal that are not far behind the `best` path; the logarithm of the best path to one of
/// them.
fn diagonal(
    field: &mut Field<'_>,
    chances: &Chances,
    met: &FxHashSet<(usize, usize)>,
    (n, m): (usize, usize),
    distance: usize,
    rows: RangeInclusive<usize>,
    best: f64,
) -> f64 {
    let mut here = ZERO;
    for row in rows {
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
        if all == ZERO || (all < best.max(here) - BEAM && (row, column) != (n, m)) {
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
    here
}

/// Drops those of the last places that were added before the best of their diagonal was known and are below `floor`,
/// but for the end of the part.
fn keep_near(field: &mut Field<'_>, from: usize, floor: f64, (n, m): (usize, usize)) {
    let mut kept = from;
    for at in from..field.places.len() {
        let place = &field.places[at];
        if place.onward[0] >= floor || (place.row as usize, place.column as usize) == (n, m) {
            field.places.swap(kept, at);
            kept += 1;
        }
    }
    field.places.truncate(kept);
}

/// Gives the last places their positions in the band, the chances of what follows, and the scores of their units.
fn open(scorer: &mut Scorer<'_>, field: &mut Field<'_>, from: usize, chances: &Chances, (n, m): (usize, usize)) {
    let band = field.band;
    let bounds = |row: usize| band.row(row);
    for at in from..field.places.len() {
        let (row, column) = (field.places[at].row as usize, field.places[at].column as usize);
        if let Some(index) = field.index(row, column) {
            field.at[index] = at as u32;
        }
        let place = &mut field.places[at];
        let sums = place.forward;
        place.onward = [chances.unit, chances.source, chances.target, chances.both].map(|next| sum(plus(sums, next)));
        if row < n && column < m {
            field.places[at].scores = scorer.score(row, column, &bounds);
        }
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
