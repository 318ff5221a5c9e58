//! Where the search looks: for every source paragraph a range of target paragraphs.
//!
//! A small part is searched whole. In a large one rare words that answer each other give anchors; the heaviest chain
//! of them that goes forward on both sides is followed closely, and the gaps between its links are searched whole
//! where they are small and along their diagonal where they are not. So cost is linear in the length of the
//! documents, however long an insertion is.

use rustc_hash::FxHashMap;

use super::links::Links;
use super::part::Part;
use super::vocabulary::{Places, Vocabulary};

/// Parts of at most this many pairs of paragraphs are searched whole.
const WHOLE: usize = 40_000;

/// How far around an anchor the search looks.
const ARM: usize = 6;

/// How far around the diagonal of a large gap the search looks.
const DIAGONAL: usize = 24;

/// A word in more paragraphs than this gives no anchor.
const RARE: usize = 12;

/// For every row, from 0 to the number of source paragraphs inclusive, the first and last column searched.
pub(super) struct Band {
    bounds: Vec<(u32, u32)>,
}

impl Band {
    pub(super) fn find(
        sides: (&Vocabulary, &Vocabulary),
        part: Part<'_>,
        links: &Links,
        places: &Places,
        column: &[u32],
    ) -> Band {
        let (n, m) = (part.source.len(), part.target.len());
        if n.saturating_mul(m) <= WHOLE {
            return Band::whole(n, m);
        }
        let chain = chain(anchors(sides, part, links, places, column));
        let mut bounds = vec![(u32::MAX, 0u32); n + 1];
        let mut from = (0, 0);
        for to in chain.into_iter().chain([(n, m)]) {
            gap(&mut bounds, from, to, m);
            from = to;
        }
        level(&mut bounds, m);
        Band { bounds }
    }

    /// All pairs of paragraphs.
    pub(super) fn whole(n: usize, m: usize) -> Band {
        Band { bounds: vec![(0, m as u32); n + 1] }
    }

    /// What holds all of the places.
    pub(super) fn along(places: impl Iterator<Item = (usize, usize)>, n: usize, m: usize) -> Band {
        let mut bounds = vec![(u32::MAX, 0u32); n + 1];
        for (row, column) in places {
            bounds[row].0 = bounds[row].0.min(column as u32);
            bounds[row].1 = bounds[row].1.max(column as u32);
        }
        level(&mut bounds, m);
        Band { bounds }
    }

    pub(super) fn row(&self, row: usize) -> (usize, usize) {
        self.bounds.get(row).map_or((0, 0), |bounds| (bounds.0 as usize, bounds.1 as usize))
    }
}

/// Pairs of paragraphs that share rare words, with the weight of those words; the best few of each source paragraph.
fn anchors(
    sides: (&Vocabulary, &Vocabulary),
    part: Part<'_>,
    links: &Links,
    places: &Places,
    column: &[u32],
) -> Vec<(usize, usize, f64)> {
    let mut found = Vec::new();
    let mut votes: FxHashMap<u32, f64> = FxHashMap::default();
    for (row, paragraph) in part.source.iter().enumerate() {
        votes.clear();
        for word in sides.0.words(*paragraph) {
            if sides.0.types[*word as usize].spread as usize > RARE {
                continue;
            }
            for link in links.of(*word) {
                let paragraphs = places.of(link.target);
                if paragraphs.len() > RARE {
                    continue;
                }
                for at in paragraphs {
                    *votes.entry(column[*at as usize]).or_default() +=
                        f64::from(link.trust) * (sides.1.features.len() as f64 / paragraphs.len() as f64).ln().max(0.1);
                }
            }
        }
        votes.remove(&u32::MAX);
        let mut best: Vec<(u32, f64)> = votes.iter().map(|vote| (*vote.0, *vote.1)).collect();
        best.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        let second = best.get(1).map_or(0.0, |vote| vote.1);
        if let Some((at, weight)) = best.first()
            && *weight > 4.0
            && *weight > 1.5 * second
        {
            found.push((row, *at as usize, *weight - second));
        }
    }
    found
}

/// The heaviest chain of anchors that ascends on both sides, by a Fenwick tree of maxima: `n log n`.
fn chain(anchors: Vec<(usize, usize, f64)>) -> Vec<(usize, usize)> {
    let columns = anchors.iter().map(|anchor| anchor.1 + 2).max().unwrap_or(0);
    let mut best: Vec<(f64, usize)> = vec![(0.0, usize::MAX); columns + 1];
    let mut before = vec![usize::MAX; anchors.len()];
    let mut last = (0.0, usize::MAX);
    for (at, (_, column, weight)) in anchors.iter().enumerate() {
        let mut top = (0.0, usize::MAX);
        let mut node = *column;
        while node > 0 {
            if best[node].0 > top.0 {
                top = best[node];
            }
            node &= node - 1;
        }
        before[at] = top.1;
        let total = (top.0 + weight, at);
        if total.0 > last.0 {
            last = total;
        }
        let mut node = *column + 1;
        while node <= columns {
            if total.0 > best[node].0 {
                best[node] = total;
            }
            node += node & node.wrapping_neg();
        }
    }
    let mut chain = Vec::new();
    let mut at = last.1;
    while at != usize::MAX {
        chain.push((anchors[at].0, anchors[at].1));
        at = before[at];
    }
    chain.reverse();
    chain
}

fn gap(bounds: &mut [(u32, u32)], from: (usize, usize), to: (usize, usize), m: usize) {
    let (rows, columns) = (to.0 - from.0, to.1.saturating_sub(from.1));
    let mut open = |row: usize, low: usize, high: usize| {
        if let Some(bound) = bounds.get_mut(row) {
            bound.0 = bound.0.min(low as u32);
            bound.1 = bound.1.max(high.min(m) as u32);
        }
    };
    let whole = rows.saturating_mul(columns) <= WHOLE;
    for row in from.0.saturating_sub(ARM)..=to.0 + ARM {
        let inside = row.clamp(from.0, to.0);
        let (low, high) = if whole {
            (from.1, to.1)
        } else {
            let along = from.1 + (inside - from.0) * columns / rows.max(1);
            let step = columns / rows.max(1) + DIAGONAL;
            (along.saturating_sub(step).max(from.1), (along + step).min(to.1))
        };
        open(row, low.saturating_sub(ARM), high + ARM);
    }
}

/// Makes both bounds ascend, begin at the first and end at the last column, without a hole between two rows.
fn level(bounds: &mut [(u32, u32)], m: usize) {
    let mut high = 0;
    for bound in bounds.iter_mut() {
        high = bound.1.max(high);
        bound.1 = high;
    }
    let mut low = m as u32;
    for bound in bounds.iter_mut().rev() {
        low = bound.0.min(low);
        bound.0 = low;
    }
    if let Some(first) = bounds.first_mut() {
        first.0 = 0;
    }
    if let Some(last) = bounds.last_mut() {
        last.1 = m as u32;
    }
    for at in 1..bounds.len() {
        bounds[at].0 = bounds[at].0.min(bounds[at - 1].1);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_heaviest_chain_goes_forward_on_both_sides() {
        let anchors = vec![(0, 0, 5.0), (1, 9, 6.0), (2, 2, 4.0), (3, 3, 4.0)];
        assert_eq!(chain(anchors), [(0, 0), (2, 2), (3, 3)]);
    }

    #[test]
    fn bounds_have_no_hole() {
        let mut bounds = vec![(u32::MAX, 0); 401];
        gap(&mut bounds, (0, 0), (100, 5000), 6000);
        gap(&mut bounds, (100, 5000), (400, 6000), 6000);
        level(&mut bounds, 6000);
        assert_eq!(bounds[0].0, 0);
        assert_eq!(bounds[400].1, 6000);
        for pair in bounds.windows(2) {
            assert!(pair[0].0 <= pair[1].0 && pair[0].1 <= pair[1].1 && pair[1].0 <= pair[0].1);
        }
    }
}
