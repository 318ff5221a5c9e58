//! What a person decides, as new units: accept, forget, pair, waive.
//!
//! Every function gives the whole new state; the old one stays as it was. What a decision overlaps it replaces. The
//! units come in today's order of the original, so that the same decisions give the same file in whatever order they
//! were taken.

use crate::align::Pin;
use crate::text::Paragraph;

use super::drift::Standing;
use super::{Accepted, Draft, Drift, Paired, Units, Waiver};

/// Today's texts and how they relate to the units: what [`Units`] is asked to decide about.
#[derive(Clone, Copy, Debug)]
pub struct Today<'a> {
    /// Paragraphs of the original.
    pub source: &'a [Paragraph],
    /// Paragraphs of the translation.
    pub target: &'a [Paragraph],
    /// How the units differ from them.
    pub drift: &'a Drift,
}

impl Units {
    /// The units with `pins`, given by today's paragraphs, accepted.
    pub fn accept(&self, today: Today<'_>, pins: &[Pin]) -> Units {
        let mut kept = self.without(today, pins);
        let new: Vec<(Accepted, &Pin)> = pins.iter().map(|pin| (today.accepted(pin), pin)).collect();
        // A unit of which nothing is left but that shares a text with a new one was its other version.
        let gone: Vec<&Accepted> = today.drift.gone.iter().filter_map(|at| self.accepted.get(*at)).collect();
        let shares = |gone: &Accepted| {
            new.iter().any(|(new, _)| {
                gone.source.iter().any(|text| new.source.contains(text))
                    || gone.target.iter().any(|text| new.target.contains(text))
            })
        };
        let outlived: Vec<&Accepted> = gone.into_iter().filter(|gone| shares(gone)).collect();
        kept.retain(|(accepted, _)| !outlived.contains(&accepted));
        let order = today.order();
        kept.extend(new.into_iter().map(|(accepted, pin)| (accepted, order.key(pin))));
        kept.sort_by_key(|(_, key)| *key);
        let pairs = self.pairs_without(today, pins);
        let mut drafts = self.drafts_without(today, pins);
        // A draft that a person wrote anew has no place; its text is accepted now.
        let stands = |draft: &Draft| today.drift.drafts.iter().any(|one| self.drafts.get(one.draft) == Some(draft));
        drafts.retain(|draft| stands(draft) || !kept.iter().any(|(accepted, _)| accepted.source == draft.source));
        let accepted = kept.into_iter().map(|(accepted, _)| accepted).collect();
        Units { accepted, pairs, drafts, ..self.clone() }
    }

    /// The units without those that hold a paragraph of `pins`.
    pub fn forget(&self, today: Today<'_>, pins: &[Pin]) -> Units {
        let accepted = self.without(today, pins).into_iter().map(|(accepted, _)| accepted).collect();
        Units { accepted, ..self.clone() }
    }

    /// The units without those of which nothing is left in today's texts.
    pub fn without_gone(&self, drift: &Drift) -> Units {
        let mut units = self.clone();
        let mut at = 0..;
        units.accepted.retain(|_| at.next().is_some_and(|at| !drift.gone.contains(&at)));
        units
    }

    /// The units with the paragraphs of `pin` paired by hand; what was accepted or paired of them before is not.
    pub fn pair(&self, today: Today<'_>, pin: &Pin) -> Units {
        let mut units = self.forget(today, std::slice::from_ref(pin));
        units.pairs = self.pairs_without(today, std::slice::from_ref(pin));
        units.drafts = self.drafts_without(today, std::slice::from_ref(pin));
        let Accepted { source, target } = today.accepted(pin);
        units.pairs.push(Paired { source, target });
        units.pairs.sort_by(|left, right| (&left.source, &left.target).cmp(&(&right.source, &right.target)));
        units
    }

    /// The units without the pairs set by hand that hold a paragraph of `pin`.
    pub fn unpair(&self, today: Today<'_>, pin: &Pin) -> Units {
        Units { pairs: self.pairs_without(today, std::slice::from_ref(pin)), ..self.clone() }
    }

    /// The units with a waiver; an earlier one of the same rule for the same texts gives way.
    pub fn waive(&self, waiver: Waiver) -> Units {
        let mut units = self.unwaive(&waiver);
        units.waivers.push(waiver);
        units.waivers.sort_by(|left, right| waiver_key(left).cmp(&waiver_key(right)));
        units
    }

    /// The units with today's texts of `pins` as translations that a machine made; earlier drafts of them give way.
    pub fn draft(&self, today: Today<'_>, pins: &[Pin], by: &str) -> Units {
        let mut drafts = self.drafts_without(today, pins);
        drafts.extend(pins.iter().map(|pin| {
            let Accepted { source, target } = today.accepted(pin);
            Draft { source, target, by: by.to_owned(), accepted_source: Vec::new(), accepted_target: Vec::new() }
        }));
        drafts.sort_by(|left, right| (&left.source, &left.target).cmp(&(&right.source, &right.target)));
        Units { drafts, ..self.clone() }
    }

    /// The units without a waiver, whatever its reason.
    pub fn unwaive(&self, waiver: &Waiver) -> Units {
        let Waiver { rule, finding, source, target, .. } = waiver;
        let mut units = self.clone();
        units.waivers.retain(|kept| !kept.is_for(rule, finding.as_deref(), source, target));
        units
    }

    /// The accepted units that hold no paragraph of `pins`, each with its place in today's order.
    fn without(&self, today: Today<'_>, pins: &[Pin]) -> Vec<(Accepted, Key)> {
        let taken = Taken::new(today, pins);
        let mut dropped = vec![false; self.accepted.len()];
        for standing in today.standing() {
            for unit in standing.units() {
                dropped[unit] = taken.overlaps(&standing.pin);
            }
        }
        let placed = self.accepted.iter().zip(today.keys(self)).zip(dropped);
        let kept = placed.filter(|(_, dropped)| !dropped).map(|((accepted, key), _)| (accepted.clone(), key));
        let mut units: Vec<(Accepted, Key)> = kept.collect();
        units.sort_by_key(|(_, key)| *key);
        units
    }

    fn pairs_without(&self, today: Today<'_>, pins: &[Pin]) -> Vec<Paired> {
        let taken = Taken::new(today, pins);
        let overlapping: Vec<usize> = (today.drift.paired.iter().zip(&today.drift.pairs))
            .filter(|(_, pin)| taken.overlaps(pin))
            .map(|(at, _)| *at)
            .collect();
        let mut at = 0..;
        let kept = self.pairs.iter().filter(|_| at.next().is_some_and(|at| !overlapping.contains(&at)));
        kept.cloned().collect()
    }

    /// The drafts that hold no paragraph of `pins`.
    fn drafts_without(&self, today: Today<'_>, pins: &[Pin]) -> Vec<Draft> {
        let taken = Taken::new(today, pins);
        let read = today.drift.drafts.iter().filter(|draft| taken.overlaps(&draft.pin));
        let read: Vec<usize> = read.map(|draft| draft.draft).collect();
        let kept = self.drafts.iter().enumerate().filter(|(at, _)| !read.contains(at));
        kept.map(|(_, draft)| draft.clone()).collect()
    }
}

fn waiver_key(waiver: &Waiver) -> (&[String], &[String], &str, Option<&str>) {
    (&waiver.source, &waiver.target, &waiver.rule, waiver.finding.as_deref())
}

/// Where a unit is in today's original; one without source is behind what its target follows.
pub(super) type Key = (usize, usize, usize);

impl Today<'_> {
    fn accepted(&self, pin: &Pin) -> Accepted {
        let texts = |side: &[Paragraph], at: &[usize]| {
            at.iter().filter_map(|at| side.get(*at)).map(|paragraph| paragraph.text.clone()).collect()
        };
        Accepted { source: texts(self.source, &pin.source), target: texts(self.target, &pin.target) }
    }

    /// The place of each accepted unit in today's order; a unit of which nothing is left follows the one before it.
    pub(super) fn keys(&self, units: &Units) -> Vec<Key> {
        let order = self.order();
        let mut keys: Vec<Option<Key>> = vec![None; units.accepted.len()];
        for standing in self.standing() {
            for unit in standing.units() {
                keys[unit] = Some(order.key(&standing.pin));
            }
        }
        let mut last = Key::default();
        keys.into_iter()
            .map(|key| {
                last = key.unwrap_or(last);
                last
            })
            .collect()
    }

    /// The units of `aligned` with both sides that hold no paragraph of an accepted one, each with its place, in order.
    pub(super) fn free(&self, aligned: &[Pin]) -> Vec<(Key, Accepted)> {
        let accepted: Vec<Pin> = self.standing().map(|standing| standing.pin.clone()).collect();
        let taken = Taken::new(*self, &accepted);
        let order = self.order();
        let mut free: Vec<(Key, Accepted)> = aligned
            .iter()
            .filter(|pin| !pin.source.is_empty() && !pin.target.is_empty() && !taken.overlaps(pin))
            .map(|pin| (order.key(pin), self.accepted(pin)))
            .collect();
        free.sort_by_key(|(key, _)| *key);
        free
    }

    fn standing(&self) -> impl Iterator<Item = &Standing> {
        self.drift.standing.iter().chain(&self.drift.halves)
    }

    fn order(&self) -> Order {
        let mut before = vec![0; self.target.len()];
        for standing in self.drift.standing.iter() {
            if let (Some(source), Some(target)) = (standing.pin.source.last(), standing.pin.target.last()) {
                before[*target] = source + 1;
            }
        }
        let mut last = 0;
        for place in &mut before {
            last = if *place == 0 { last } else { *place };
            *place = last;
        }
        Order { before }
    }
}

/// The places of units that have no source.
struct Order {
    /// By paragraph of the target, how many source paragraphs are before it.
    before: Vec<usize>,
}

impl Order {
    fn key(&self, pin: &Pin) -> Key {
        match (pin.source.first(), pin.target.first()) {
            (Some(source), _) => (source + 1, 0, 0),
            (None, Some(target)) => (self.before.get(*target).copied().unwrap_or_default(), 1, *target),
            (None, None) => Key::default(),
        }
    }
}

/// Which of today's paragraphs a decision is about.
struct Taken {
    source: Vec<bool>,
    target: Vec<bool>,
}

impl Taken {
    fn new(today: Today<'_>, pins: &[Pin]) -> Taken {
        let mut taken = Taken { source: vec![false; today.source.len()], target: vec![false; today.target.len()] };
        for pin in pins {
            mark(&mut taken.source, &pin.source);
            mark(&mut taken.target, &pin.target);
        }
        taken
    }

    fn overlaps(&self, pin: &Pin) -> bool {
        pin.source.iter().any(|at| self.source[*at]) || pin.target.iter().any(|at| self.target[*at])
    }
}

fn mark(taken: &mut [bool], paragraphs: &[usize]) {
    for at in paragraphs {
        if let Some(taken) = taken.get_mut(*at) {
            *taken = true;
        }
    }
}
