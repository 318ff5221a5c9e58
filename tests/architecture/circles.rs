//! Files of a room that need each other.

use std::collections::BTreeSet;

/// The groups of two and more of `count` nodes that can be reached from one another, each sorted.
pub(crate) fn circles(count: usize, arrows: &BTreeSet<(usize, usize)>) -> Vec<Vec<usize>> {
    let reach: Vec<BTreeSet<usize>> = (0..count).map(|from| reachable(from, arrows)).collect();
    let mut seen = BTreeSet::new();
    let mut found = Vec::new();
    for one in 0..count {
        let group: Vec<usize> =
            reach[one].iter().copied().filter(|&other| other == one || reach[other].contains(&one)).collect();
        if group.len() > 1 && group.contains(&one) && seen.insert(group.clone()) {
            found.push(group);
        }
    }
    found
}

fn reachable(from: usize, arrows: &BTreeSet<(usize, usize)>) -> BTreeSet<usize> {
    let mut reached = BTreeSet::new();
    let mut waiting = vec![from];
    while let Some(at) = waiting.pop() {
        for &(_, to) in arrows.range((at, 0)..=(at, usize::MAX)) {
            if reached.insert(to) {
                waiting.push(to);
            }
        }
    }
    reached
}
