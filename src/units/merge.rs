//! Two versions of a units file made one, by unit.
//!
//! `git merge` does it line by line where two people worked on different places; here is what is done where they met.

use std::hash::Hash;

use rustc_hash::{FxHashMap, FxHashSet};

use super::drift::Standing;
use super::{Accepted, Drift, Units, Waiver};

/// The versions of a file that a merge left between conflict markers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Conflict {
    /// The version of the branch that is checked out.
    pub ours: String,
    /// What both came from; `None` where git is not configured to write it down (`merge.conflictStyle = diff3`).
    pub base: Option<String>,
    /// The version of the other branch.
    pub theirs: String,
}

impl Conflict {
    /// Takes a file with conflict markers apart; a file without any is both sides.
    ///
    /// # Errors
    ///
    /// The line, from 1, of a marker that opens or ends nothing.
    pub fn read(text: &str) -> Result<Conflict, usize> {
        #[derive(Clone, Copy, PartialEq)]
        enum Part {
            All,
            Ours,
            Base,
            Theirs,
        }
        let mut part = Part::All;
        let mut opened = 0;
        let (mut ours, mut base, mut theirs) = (String::new(), String::new(), String::new());
        let mut has_base = false;
        for (at, line) in text.split_inclusive('\n').enumerate() {
            let mark = |mark: &str| line.starts_with(mark);
            part = match part {
                Part::All if mark("<<<<<<<") => {
                    opened = at + 1;
                    Part::Ours
                }
                Part::All if mark(">>>>>>>") || mark("|||||||") => return Err(at + 1),
                Part::Ours if mark("|||||||") => {
                    has_base = true;
                    Part::Base
                }
                Part::Ours | Part::Base if mark("=======") => Part::Theirs,
                Part::Theirs if mark(">>>>>>>") => Part::All,
                _ if mark("<<<<<<<") => return Err(at + 1),
                _ => {
                    let texts: &mut [&mut String] = match part {
                        Part::All => &mut [&mut ours, &mut base, &mut theirs],
                        Part::Ours => &mut [&mut ours],
                        Part::Base => &mut [&mut base],
                        Part::Theirs => &mut [&mut theirs],
                    };
                    texts.iter_mut().for_each(|text| text.push_str(line));
                    continue;
                }
            };
        }
        match part {
            Part::All => Ok(Conflict { ours, base: has_base.then_some(base), theirs }),
            _ => Err(opened),
        }
    }
}

impl Units {
    /// Both sides' units: what either added is there, what either took away since `base` is not. Where both changed
    /// one unit, both versions are there; [`Units::settled`] keeps the one that matches the texts.
    pub fn merged(base: Option<&Units>, ours: &Units, theirs: &Units) -> Units {
        let mut merged = Units {
            accepted: merge(base.map(|base| &base.accepted[..]), &ours.accepted, &theirs.accepted),
            pairs: merge(base.map(|base| &base.pairs[..]), &ours.pairs, &theirs.pairs),
            waivers: merge(base.map(|base| &base.waivers[..]), &ours.waivers, &theirs.waivers),
            blocks: merge(base.map(|base| &base.blocks[..]), &ours.blocks, &theirs.blocks),
            drafts: merge(base.map(|base| &base.drafts[..]), &ours.drafts, &theirs.drafts),
        };
        // Two reasons for one waiver: ours is kept.
        merged.waivers.retain(|waiver| {
            let same =
                |own: &&Waiver| own.is_for(&waiver.rule, waiver.finding.as_deref(), &waiver.source, &waiver.target);
            ours.waivers.iter().find(same).is_none_or(|own| own == waiver)
        });
        merged.pairs.sort_by(|left, right| (&left.source, &left.target).cmp(&(&right.source, &right.target)));
        merged.drafts.sort_by(|left, right| (&left.source, &left.target).cmp(&(&right.source, &right.target)));
        merged.waivers.sort_by(|left, right| {
            let key = |waiver: &Waiver| {
                (waiver.source.clone(), waiver.target.clone(), waiver.rule.clone(), waiver.finding.clone())
            };
            key(left).cmp(&key(right))
        });
        merged
    }

    /// The units without those that are another version of one that has its place in today's texts.
    pub fn settled(&self, drift: &Drift) -> Units {
        let standing = drift.standing.iter().flat_map(Standing::units);
        let mut texts: FxHashSet<(usize, &str)> = FxHashSet::default();
        for unit in standing.filter_map(|at| self.accepted.get(at)) {
            texts.extend(sided(unit));
        }
        let lost: FxHashSet<usize> = drift.halves.iter().map(|half| half.accepted).chain(drift.gone.clone()).collect();
        let kept =
            |(at, unit): &(usize, &Accepted)| !lost.contains(at) || !sided(unit).any(|text| texts.contains(&text));
        let accepted = self.accepted.iter().enumerate().filter(kept).map(|(_, unit)| unit.clone()).collect();
        Units { accepted, ..self.clone() }
    }
}

/// The unit's texts with their side.
fn sided(unit: &Accepted) -> impl Iterator<Item = (usize, &str)> {
    let source = unit.source.iter().map(|text| (0, text.as_str()));
    source.chain(unit.target.iter().map(|text| (1, text.as_str())))
}

/// Merges two lists by their items; what only `theirs` has comes behind what is before it there.
fn merge<T: Clone + Eq + Hash>(base: Option<&[T]>, ours: &[T], theirs: &[T]) -> Vec<T> {
    let count = |list: &[T]| {
        let mut counts: FxHashMap<T, usize> = FxHashMap::default();
        list.iter().for_each(|item| *counts.entry(item.clone()).or_default() += 1);
        counts
    };
    let (had, our, their) = (base.map(count), count(ours), count(theirs));
    let wanted = |item: &T| {
        let of = |counts: &FxHashMap<T, usize>| counts.get(item).copied().unwrap_or_default();
        match &had {
            Some(had) => (of(&our) + of(&their)).saturating_sub(of(had)),
            None => of(&our).max(of(&their)),
        }
    };
    let mut left: FxHashMap<T, usize> =
        our.keys().chain(their.keys()).map(|item| (item.clone(), wanted(item))).collect();
    let mut take = |item: &T| {
        let left = left.get_mut(item).filter(|left| **left > 0);
        left.map(|left| *left -= 1).is_some()
    };
    // Behind each of our items, kept or not, what only they have.
    let mut buckets: Vec<Vec<T>> = vec![Vec::new()];
    let mut places: FxHashMap<&T, Vec<usize>> = FxHashMap::default();
    for (at, item) in ours.iter().enumerate() {
        buckets.push(if take(item) { vec![item.clone()] } else { Vec::new() });
        places.entry(item).or_default().push(at + 1);
    }
    places.values_mut().for_each(|places| places.reverse());
    let mut last = 0;
    for item in theirs {
        match places.get_mut(item).and_then(Vec::pop) {
            Some(place) => last = place,
            None if take(item) => buckets[last].push(item.clone()),
            None => {}
        }
    }
    buckets.into_iter().flatten().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn units(list: &[(&str, &str)]) -> Units {
        let one = |text: &str| vec![text.to_owned()];
        let accepted = list.iter().map(|(source, target)| Accepted { source: one(source), target: one(target) });
        Units { accepted: accepted.collect(), ..Units::default() }
    }

    #[test]
    fn what_either_side_accepts_is_accepted() {
        let base = units(&[("а", "a"), ("г", "d")]);
        let ours = units(&[("а", "a"), ("б", "b"), ("г", "d")]);
        let theirs = units(&[("а", "a"), ("в", "c"), ("г", "d"), ("д", "e")]);
        let merged = Units::merged(Some(&base), &ours, &theirs);
        assert_eq!(merged, units(&[("а", "a"), ("в", "c"), ("б", "b"), ("г", "d"), ("д", "e")]));
    }

    #[test]
    fn what_one_side_took_away_is_not_there() {
        let base = units(&[("а", "a"), ("б", "b"), ("а", "a")]);
        let ours = units(&[("а", "a"), ("а", "a")]);
        let theirs = units(&[("а", "a"), ("б", "b")]);
        assert_eq!(Units::merged(Some(&base), &ours, &theirs), units(&[("а", "a")]));
        assert_eq!(Units::merged(None, &ours, &theirs), units(&[("а", "a"), ("б", "b"), ("а", "a")]));
    }

    #[test]
    fn of_two_reasons_for_a_waiver_ours_is_kept() {
        let waiver = |reason: &str| Waiver {
            rule: "end-mark".into(),
            finding: None,
            reason: reason.into(),
            source: vec!["а".into()],
            target: vec![],
        };
        let side = |reason| Units { waivers: vec![waiver(reason)], ..Units::default() };
        assert_eq!(Units::merged(None, &side("x"), &side("y")).waivers, [waiver("x")]);
    }

    #[test]
    fn a_conflict_is_taken_apart() {
        let text = "a\n<<<<<<< HEAD\nb\n||||||| base\nc\n=======\nd\n>>>>>>> other\ne\n";
        let conflict = Conflict::read(text).unwrap();
        assert_eq!((conflict.ours.as_str(), conflict.theirs.as_str()), ("a\nb\ne\n", "a\nd\ne\n"));
        assert_eq!(conflict.base.as_deref(), Some("a\nc\ne\n"));
        assert_eq!(Conflict::read("a\n<<<<<<< HEAD\nb\n"), Err(2));
        assert_eq!(Conflict::read("a\n>>>>>>> other\n"), Err(2));
    }
}
