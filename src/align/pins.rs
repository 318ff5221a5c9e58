//! Pins cut the work into parts that are searched one by one.

use super::unit::Pin;

/// A part between pins: paragraphs of either side by their numbers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Stretch {
    pub(super) source: Vec<usize>,
    pub(super) target: Vec<usize>,
}

/// The pins that can hold, whether each goes against the order of the others, and what is left to search.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Plan<'p> {
    pub(super) pins: Vec<(&'p Pin, bool)>,
    /// The notes that can hold, in whatever order.
    pub(super) notes: Vec<&'p Pin>,
    pub(super) stretches: Vec<Stretch>,
}

impl<'p> Plan<'p> {
    /// Leaves out pins that point outside the documents or take a paragraph that an earlier pin has taken. The notes are pairs too,
    /// but say nothing about the order of what is around them.
    pub(super) fn new(pins: &'p [Pin], notes: &'p [Pin], sources: usize, targets: usize) -> Plan<'p> {
        let mut taken = (vec![false; sources], vec![false; targets]);
        let mut take = |pin: &&Pin| {
            let empty = pin.source.is_empty() && pin.target.is_empty();
            let holds = !empty && free(&pin.source, &taken.0) && free(&pin.target, &taken.1);
            if holds {
                pin.source.iter().for_each(|at| taken.0[*at] = true);
                pin.target.iter().for_each(|at| taken.1[*at] = true);
            }
            holds
        };
        let holding: Vec<&Pin> = pins.iter().filter(&mut take).collect();
        let notes = notes.iter().filter(&mut take).collect();
        let (cuts, crossing) = in_order(&holding);
        let mut stretches = Vec::new();
        let mut from = (0, 0);
        for to in cuts.into_iter().chain([(sources, targets)]) {
            let rest = |taken: &[bool], from: usize, to: usize| (from..to).filter(|at| !taken[*at]).collect();
            let stretch = Stretch { source: rest(&taken.0, from.0, to.0), target: rest(&taken.1, from.1, to.1) };
            if !stretch.source.is_empty() || !stretch.target.is_empty() {
                stretches.push(stretch);
            }
            from = to;
        }
        Plan { pins: holding.into_iter().zip(crossing).collect(), notes, stretches }
    }
}

fn free(block: &[usize], taken: &[bool]) -> bool {
    block.iter().all(|at| taken.get(*at) == Some(&false)) && block.windows(2).all(|pair| pair[0] < pair[1])
}

/// The longest chain of pins that ascends on both sides, as cuts (before the pin's first paragraphs), and for each
/// pin whether it is outside that chain though it has both sides.
pub(super) fn in_order(pins: &[&Pin]) -> (Vec<(usize, usize)>, Vec<bool>) {
    let first = |pin: &Pin| Some((*pin.source.first()?, *pin.target.first()?));
    let mut placed: Vec<(usize, (usize, usize))> =
        pins.iter().enumerate().filter_map(|(at, pin)| Some((at, first(pin)?))).collect();
    placed.sort_by_key(|pin| pin.1);
    // Patience: for every length the smallest last target.
    let mut tails: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = vec![None; placed.len()];
    for (at, (_, (_, target))) in placed.iter().enumerate() {
        let length = tails.partition_point(|tail| placed[*tail].1.1 < *target);
        before[at] = length.checked_sub(1).map(|shorter| tails[shorter]);
        if length == tails.len() {
            tails.push(at);
        } else {
            tails[length] = at;
        }
    }
    let mut crossing: Vec<bool> = pins.iter().map(|pin| first(pin).is_some()).collect();
    let mut cuts = Vec::new();
    let mut next = tails.last().copied();
    while let Some(at) = next {
        crossing[placed[at].0] = false;
        cuts.push(placed[at].1);
        next = before[at];
    }
    cuts.reverse();
    (cuts, crossing)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pin(source: &[usize], target: &[usize]) -> Pin {
        Pin { source: source.to_vec(), target: target.to_vec() }
    }

    #[test]
    fn a_pin_cuts_the_rest_in_two() {
        let pins = [pin(&[1], &[2])];
        let plan = Plan::new(&pins, &[], 3, 4);
        assert_eq!(
            plan.stretches,
            [Stretch { source: vec![0], target: vec![0, 1] }, Stretch { source: vec![2], target: vec![3] }]
        );
    }

    #[test]
    fn a_pin_against_the_order_is_told() {
        let pins = [pin(&[0], &[0]), pin(&[1], &[3]), pin(&[2], &[1]), pin(&[3], &[2])];
        let plan = Plan::new(&pins, &[], 4, 4);
        assert_eq!(plan.pins.iter().map(|pin| pin.1).collect::<Vec<_>>(), [false, true, false, false]);
    }

    #[test]
    fn pins_that_cannot_hold_are_left_out() {
        let pins = [pin(&[9], &[0]), pin(&[0], &[0]), pin(&[0], &[1]), pin(&[], &[])];
        assert_eq!(Plan::new(&pins, &[], 2, 2).pins.len(), 1);
    }
}
