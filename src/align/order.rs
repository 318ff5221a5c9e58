//! The order of the returned units.

use super::unit::Unit;

/// Source order; a unit without source comes after the unit that its target paragraphs follow.
pub(super) fn in_source_order(units: &mut Vec<Unit>) {
    let mut lone: Vec<Unit> = Vec::new();
    let mut ordered: Vec<Unit> = Vec::with_capacity(units.len());
    for unit in units.drain(..) {
        if unit.source.is_empty() { lone.push(unit) } else { ordered.push(unit) }
    }
    ordered.sort_by(|a, b| a.source.cmp(&b.source));
    lone.sort_by(|a, b| a.target.cmp(&b.target));
    // By the last target paragraph of the unit that is followed; those without a target go with the unit before.
    let mut after: Vec<(usize, usize)> = ordered
        .iter()
        .enumerate()
        .filter(|(_, unit)| !unit.moved)
        .filter_map(|(at, unit)| Some((*unit.target.last()?, at)))
        .collect();
    after.sort_unstable();
    let mut following: Vec<Vec<Unit>> = Vec::new();
    following.resize_with(ordered.len() + 1, Vec::new);
    for unit in lone {
        let first = unit.target.first().copied().unwrap_or(0);
        let place = after.partition_point(|(target, _)| *target < first);
        let slot = place.checked_sub(1).map_or(0, |at| after[at].1 + 1);
        following[slot].push(unit);
    }
    let mut following = following.into_iter();
    units.extend(following.next().into_iter().flatten());
    for (unit, then) in ordered.into_iter().zip(following) {
        units.push(unit);
        units.extend(then);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_unit_without_source_follows_its_neighbour() {
        let mut units = vec![
            Unit::new(vec![], vec![1]),
            Unit::new(vec![1], vec![2]),
            Unit::new(vec![0], vec![0]),
            Unit::new(vec![], vec![3]),
        ];
        in_source_order(&mut units);
        let targets: Vec<_> = units.iter().map(|unit| unit.target[0]).collect();
        assert_eq!(targets, [0, 1, 2, 3]);
    }
}
