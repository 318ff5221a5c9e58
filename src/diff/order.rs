//! Which pairs keep their order.

/// Which of the pairs `(was, now)`, sorted by `was`, keep their order: a longest run of ascending `now`.
pub fn in_order(pairs: &[(usize, usize)]) -> Vec<bool> {
    let mut ends: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = Vec::with_capacity(pairs.len());
    for (at, pair) in pairs.iter().enumerate() {
        let place = ends.partition_point(|end| pairs[*end].1 < pair.1);
        before.push(place.checked_sub(1).map(|place| ends[place]));
        match ends.get_mut(place) {
            Some(end) => *end = at,
            None => ends.push(at),
        }
    }
    let mut standing = vec![false; pairs.len()];
    let mut last = ends.last().copied();
    while let Some(at) = last {
        standing[at] = true;
        last = before[at];
    }
    standing
}
