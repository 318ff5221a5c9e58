//! Place before likeness: an accepted paragraph that changed is looked for where its counterpart says it is.
//!
//! In texts of one template (price lists, changelogs, parameter lists) a paragraph that nobody accepted may be more like
//! the accepted one than the accepted one's own new version is. Where one side of a unit is unchanged, the place of the
//! other side follows from it: between the nearest units unchanged on both sides, at the same depth, with the same
//! figures.

use std::cell::OnceCell;

use rustc_hash::FxHashSet;

use crate::diff::in_order;

use super::Units;
use super::assigned::{Candidate, assigned};
use super::places::Side;
use super::rarity::Rarity;

/// What the same place among the neighbours is worth beside likeness, which is 0 to 1.
const SAME_PLACE: f64 = 0.35;
/// What the same figures as in the counterpart are worth; other figures cost as much.
const SAME_FIGURES: f64 = 0.3;
/// The least likeness of two versions of one paragraph.
const LIKE: f64 = 0.15;
/// The likeness that makes one side surely the unit's.
const SURE: f64 = 0.5;
/// So many paragraphs are tried as the new version of a text.
const LIKEST: usize = 12;
/// More paragraphs between two sure units than this are left to likeness alone.
const MOST: usize = 400;

/// By side, pairs of an accepted text (index into [`Side::was`]) and today's paragraph that is its new version.
pub(super) fn known(units: &Units, sides: &[Side<'_>; 2], today: &[Vec<&str>; 2]) -> [Vec<(usize, usize)>; 2] {
    let whole = sides.iter().zip(today).all(|(side, today)| side.equal.len() == side.was.len().max(today.len()));
    if whole {
        return [Vec::new(), Vec::new()];
    }
    let found = [0, 1].map(|side| by_unit(units, &sides[side]));
    let task = Task::new(sides, today, &found);
    let mut candidates = Vec::new();
    for unit in 0..units.accepted.len() {
        task.candidates(unit, &mut candidates);
    }
    assigned(candidates)
}

/// By accepted unit, today's paragraphs of one side in the order of its texts; `None` where one is not there unchanged.
type Unchanged = Vec<Option<Vec<usize>>>;

fn by_unit(units: &Units, side: &Side<'_>) -> Unchanged {
    let mut found: Unchanged = vec![Some(Vec::new()); units.accepted.len()];
    let mut equal = side.equal.iter().peekable();
    for (at, (unit, _)) in side.owners.iter().enumerate() {
        match (equal.next_if(|(was, _)| *was == at), &mut found[*unit]) {
            (Some((_, now)), Some(places)) => places.push(*now),
            (None, _) => found[*unit] = None,
            _ => {}
        }
    }
    found
}

struct Task<'a> {
    sides: &'a [Side<'a>; 2],
    today: &'a [Vec<&'a str>; 2],
    found: &'a [Unchanged; 2],
    /// By side and unit, its texts as indices into [`Side::was`].
    texts: [Vec<std::ops::Range<usize>>; 2],
    /// By side, whether a paragraph of today is an accepted text unchanged.
    taken: [Vec<bool>; 2],
    anchors: Vec<Anchor>,
    rarity: [OnceCell<Rarity>; 2],
    /// Whether a unit has nothing unchanged left.
    gone: bool,
}

/// A unit unchanged on both sides that kept its order among the others.
#[derive(Clone, Copy)]
struct Anchor {
    unit: usize,
    /// By side, its first and its last paragraph.
    places: [(usize, usize); 2],
}

/// A paragraph of today that may be an accepted text, changed or as it was.
struct Version {
    now: usize,
    likeness: f64,
    /// How far it has the figures that the accepted text had, if it changed.
    kept: f64,
    /// Whether most of the accepted text is in it.
    whole: bool,
}

/// By side, today's paragraphs between two anchors.
type Between = [std::ops::Range<usize>; 2];

impl<'a> Task<'a> {
    fn new(sides: &'a [Side<'a>; 2], today: &'a [Vec<&'a str>; 2], found: &'a [Unchanged; 2]) -> Task<'a> {
        let texts = [0, 1].map(|side| {
            let mut ranges = vec![0..0; found[side].len()];
            for (at, (unit, text)) in sides[side].owners.iter().enumerate() {
                let start = if *text == 0 { at } else { ranges[*unit].start };
                ranges[*unit] = start..at + 1;
            }
            ranges
        });
        let taken = [0, 1].map(|side| {
            let mut taken = vec![false; today[side].len()];
            sides[side].equal.iter().for_each(|(_, now)| taken[*now] = true);
            taken
        });
        let gone = found[0].iter().zip(&found[1]).any(|sides| sides == (&None, &None));
        Task { sides, today, found, texts, taken, anchors: anchors(found), rarity: Default::default(), gone }
    }

    /// Where the changed texts of a unit may be today.
    fn candidates(&self, unit: usize, candidates: &mut Vec<Candidate>) {
        let unchanged = [0, 1].map(|side| self.found[side][unit].as_deref().and_then(<[usize]>::first).copied());
        let alone = |side: usize| unchanged[side].is_some() || self.texts[side][unit].len() == 1;
        if !(alone(0) && alone(1)) || (unchanged[0].is_some() && unchanged[1].is_some()) {
            return;
        }
        let between = self.between(unit, unchanged);
        let siblings = |side: usize| between[side].clone().filter(|now| !self.taken[side][*now]).count();
        // Only a paragraph that nobody accepted, or a unit that is gone, could take the place.
        let one_side = unchanged[0].is_some() || unchanged[1].is_some();
        let rivals = siblings(0).max(siblings(1)) >= 2 || self.gone;
        if !rivals || between.iter().any(|range| range.len() > MOST) {
            return;
        }
        let versions = [0, 1].map(|side| match unchanged[side] {
            Some(now) => vec![Version { now, likeness: 1.0, kept: -1.0, whole: false }],
            None => self.versions(side, self.texts[side][unit].start, &between[side]),
        });
        for source in &versions[0] {
            for target in &versions[1] {
                let Some(score) = self.score([source, target], &between, one_side) else { continue };
                let version =
                    |side: usize, now: usize| unchanged[side].is_none().then(|| (self.texts[side][unit].start, now));
                let versions = [version(0, source.now), version(1, target.now)];
                candidates.push(Candidate { unit, score, versions, whole: source.whole && target.whole });
            }
        }
    }

    /// What two paragraphs are worth as the new versions of a unit's texts; `one_side` where one of them is as it was.
    fn score(&self, [source, target]: [&Version; 2], between: &Between, one_side: bool) -> Option<f64> {
        let place = place(source.now, target.now, between);
        let shared = agreement(self.today[0][source.now], self.today[1][target.now]);
        let kept = source.kept.max(target.kept);
        // A paragraph written anew is known by its place alone, where the other side is surely the unit's.
        let known = source.likeness.max(target.likeness) >= SURE || kept > 0.0;
        let sure = place == SAME_PLACE && (shared > 0.0 || known);
        if (source.likeness.min(target.likeness) < LIKE && !sure) || !(one_side || known) {
            return None;
        }
        let coherence = match one_side {
            // Another figure on the side that changed is what makes the unit stale or edited.
            true => place + SAME_FIGURES * kept.max(shared).max(0.0),
            // Where both sides changed, place and figures that both have say that two paragraphs belong together, not to
            // whom; figures of the accepted text do.
            false => 0.5 * place + SAME_FIGURES * kept.max(0.5 * shared),
        };
        Some(source.likeness + target.likeness + coherence)
    }

    /// The paragraphs that may be the new version of a text, the likest first.
    fn versions(&self, side: usize, was: usize, between: &std::ops::Range<usize>) -> Vec<Version> {
        let free = between.clone().filter(|now| !self.taken[side][*now]);
        let rarity = self.rarity[side].get_or_init(|| Rarity::of(&self.sides[side].was, &self.today[side]));
        let version = |now: usize| {
            let (likeness, whole) = (rarity.likeness(was, now), rarity.within(was, now) >= SURE);
            Version { now, likeness, kept: -1.0, whole }
        };
        let mut versions: Vec<Version> = free.map(version).collect();
        versions.sort_by(|a, b| b.likeness.total_cmp(&a.likeness).then(a.now.cmp(&b.now)));
        versions.truncate(LIKEST);
        for one in &mut versions {
            one.kept = agreement(self.sides[side].was[was], self.today[side][one.now]);
        }
        versions
    }

    /// The paragraphs between the nearest anchors: around the side that did not change, else around the unit's place
    /// among the accepted ones.
    fn between(&self, unit: usize, unchanged: [Option<usize>; 2]) -> Between {
        let next = match unchanged {
            [Some(place), _] => self.anchors.partition_point(|anchor| anchor.places[0].0 <= place),
            [_, Some(place)] => self.anchors.partition_point(|anchor| anchor.places[1].0 <= place),
            _ => {
                let after = self.anchors.iter().position(|anchor| anchor.unit > unit);
                after.unwrap_or(self.anchors.len())
            }
        };
        let before = next.checked_sub(1).map(|at| self.anchors[at]);
        let after = self.anchors.get(next);
        [0, 1].map(|side| {
            let start = before.map_or(0, |anchor| anchor.places[side].1 + 1);
            start..after.map_or(self.today[side].len(), |anchor| anchor.places[side].0).max(start)
        })
    }
}

/// Units unchanged on both sides that keep their order.
fn anchors(found: &[Unchanged; 2]) -> Vec<Anchor> {
    let ends = |places: &Vec<usize>| Some((*places.iter().min()?, *places.iter().max()?));
    let both = (found[0].iter().zip(&found[1])).enumerate();
    let mut both: Vec<Anchor> = both
        .filter_map(|(unit, (source, target))| {
            Some(Anchor { unit, places: [ends(source.as_ref()?)?, ends(target.as_ref()?)?] })
        })
        .collect();
    both.sort_unstable_by_key(|anchor| anchor.places);
    // A unit that moved is no landmark.
    let order: Vec<(usize, usize)> = both.iter().map(|anchor| (anchor.places[0].0, anchor.places[1].0)).collect();
    let standing = in_order(&order);
    let mut anchors: Vec<Anchor> = Vec::new();
    for (anchor, _) in both.into_iter().zip(standing).filter(|(_, standing)| *standing) {
        if anchors.last().is_none_or(|last| (0..2).all(|side| last.places[side].1 < anchor.places[side].0)) {
            anchors.push(anchor);
        }
    }
    anchors
}

/// What it is worth that two paragraphs are equally deep between the anchors, from the start, from the end, or both.
fn place(source: usize, target: usize, between: &Between) -> f64 {
    let depth =
        |at: usize, range: &std::ops::Range<usize>| range.contains(&at).then(|| (at - range.start, range.end - at));
    let (Some(source), Some(target)) = (depth(source, &between[0]), depth(target, &between[1])) else { return 0.0 };
    match (source.0 == target.0, source.1 == target.1) {
        (true, true) => SAME_PLACE,
        (true, false) | (false, true) => SAME_PLACE / 2.0,
        (false, false) => 0.0,
    }
}

/// How far the figures of two texts agree, -1 to 1; 0 where one of them has none.
fn agreement(one: &str, other: &str) -> f64 {
    let figures = |text: &str| -> FxHashSet<String> {
        text.split(|letter: char| !letter.is_ascii_digit()).filter(|run| !run.is_empty()).map(str::to_owned).collect()
    };
    let (one, other) = (figures(one), figures(other));
    if one.is_empty() || other.is_empty() {
        return 0.0;
    }
    let shared = one.intersection(&other).count() as f64;
    2.0 * (shared / one.len().max(other.len()) as f64) - 1.0
}

#[cfg(test)]
mod tests {
    use crate::text::{Document, Format};
    use crate::units::{Accepted, State, Units, drift};

    fn document(texts: &[&str]) -> Document {
        Document::read(texts.join("\n\n").as_bytes(), Format::Markdown)
    }

    fn units(accepted: &[(&str, &str)]) -> Units {
        let unit = |(source, target): &(&str, &str)| Accepted {
            source: vec![(*source).to_owned()],
            target: vec![(*target).to_owned()],
        };
        Units { accepted: accepted.iter().map(unit).collect(), ..Units::default() }
    }

    #[test]
    fn a_sibling_nobody_accepted_does_not_take_the_place_of_an_edited_paragraph() {
        let source = document(&["Rye bread costs 41 roubles.", "Wheat bread costs 52 roubles.", "We open at eight."]);
        let target =
            document(&["Ржаной хлеб стоит 41 рубль.", "Пшеничный, 52 рубля за буханку.", "Мы открываемся в восемь."]);
        let units = units(&[
            ("Wheat bread costs 52 roubles.", "Пшеничный хлеб стоит 52 рубля."),
            ("We open at eight.", "Мы открываемся в восемь."),
        ]);
        let drift = drift(&units, &source, &target);
        assert_eq!(drift.standing[0].pin.target, [1], "{drift:?}");
        assert_eq!(drift.standing[0].state, State::Edited);
    }

    #[test]
    fn the_same_on_the_side_of_the_original() {
        let source = document(&["Rye bread costs 41 roubles.", "Wheat, 52 roubles a loaf.", "We open at eight."]);
        let target =
            document(&["Ржаной хлеб стоит 41 рубль.", "Пшеничный хлеб стоит 52 рубля.", "Мы открываемся в восемь."]);
        let units = units(&[
            ("Wheat bread costs 52 roubles.", "Пшеничный хлеб стоит 52 рубля."),
            ("We open at eight.", "Мы открываемся в восемь."),
        ]);
        let drift = drift(&units, &source, &target);
        assert_eq!(drift.standing[0].pin.source, [1], "{drift:?}");
        assert_eq!(drift.standing[0].state, State::Stale);
    }

    #[test]
    fn a_paragraph_that_moved_and_changed_is_still_found() {
        let source = document(&["One road leads north.", "The mill was built in 1901.", "Nobody lives there now."]);
        let target = document(&["Там никто не живёт теперь.", "Одна дорога ведёт на север.", "Мельница 1901 года."]);
        let units = units(&[("Nobody lives there now.", "Там теперь никто не живёт, говорят.")]);
        let drift = drift(&units, &source, &target);
        assert_eq!(drift.standing[0].pin.target, [0], "{drift:?}");
    }
}
