//! How today's texts differ from the accepted ones, on both sides.
//!
//! Each side's paragraphs are matched to the accepted ones of that side ([`diff::paragraphs`]), then joined by
//! unit. So a change on one side never hides a change on the other, a unit keeps its acceptance wherever its
//! paragraphs move, and a file's name or history says nothing.
//!
//! [`diff::paragraphs`]: crate::diff::paragraphs

use rustc_hash::FxHashMap;

use crate::align::Pin;
use crate::diff::{Fate, paragraphs};
use crate::text::{Document, Format, Paragraph, defined};

use super::gather::{Group, gather};
use super::places::Side;
use super::{Accepted, Draft, Units, counterpart};

/// What became of an accepted unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum State {
    /// Both texts are as accepted, but for looks.
    Fresh {
        /// Whether the looks of one of them changed.
        cosmetic: bool,
    },
    /// The original changed.
    Stale,
    /// The translation changed.
    Edited,
    /// Both changed.
    Both,
}

/// An accepted unit that still has its place in today's texts.
#[derive(Clone, Debug, PartialEq)]
pub struct Standing {
    /// Index into [`Units::accepted`].
    pub accepted: usize,
    /// Further units, as indices into [`Units::accepted`], that became one with it: a paragraph of theirs was merged
    /// with one of its own.
    pub also: Vec<usize>,
    /// Today's paragraphs.
    pub pin: Pin,
    /// What became of the unit.
    pub state: State,
    /// How its source paragraphs differ from the accepted ones.
    pub source: Touched,
    /// How its target paragraphs differ from the accepted ones.
    pub target: Touched,
}

impl Standing {
    /// The unit and those that became one with it, as indices into [`Units::accepted`].
    pub fn units(&self) -> impl Iterator<Item = usize> + '_ {
        std::iter::once(self.accepted).chain(self.also.iter().copied())
    }
}

/// What happened to one side of an accepted unit.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Touched {
    /// Today's paragraphs whose wording is not what was accepted, ascending; the unit's others are as accepted.
    pub paragraphs: Vec<usize>,
    /// Accepted texts of which nothing is left: index into [`Units::accepted`], index into its texts.
    pub lost: Vec<(usize, usize)>,
    /// Whether the accepted texts are in another order than before, within the unit.
    pub reordered: bool,
    /// Whether the unit's paragraphs are elsewhere among the others than when they were accepted.
    pub moved: bool,
}

/// The accepted units against today's texts.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Drift {
    /// Units that have their place on both sides, by `accepted`. No paragraph is in two of them.
    pub standing: Vec<Standing>,
    /// Pins set by hand ([`Units::pairs`]) that still hold.
    pub pairs: Vec<Pin>,
    /// For each of `pairs`, its index into [`Units::pairs`].
    pub paired: Vec<usize>,
    /// Drafts that have their place on both sides.
    pub drafts: Vec<StandingDraft>,
    /// Units of which one side is left, by `accepted`; the side that is lost has no paragraphs in the pin. They are no
    /// pins for the aligner: it may find what answers them now.
    pub halves: Vec<Standing>,
    /// Indices into [`Units::accepted`]: units of which nothing is left.
    pub gone: Vec<usize>,
}

/// A draft that has its place in today's texts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StandingDraft {
    /// Index into [`Units::drafts`].
    pub draft: usize,
    /// Today's paragraphs.
    pub pin: Pin,
    /// Whether the translation is what the machine gave, or still what the machine's text was to replace; where not, a
    /// person worked on it.
    pub unread: bool,
    /// Whether the original still is what the machine was given.
    pub current: bool,
}

impl Drift {
    /// The draft whose paragraphs these are.
    pub fn draft(&self, source: &[usize], target: &[usize]) -> Option<&StandingDraft> {
        self.drafts.iter().find(|draft| draft.pin.source == source && draft.pin.target == target)
    }
}

impl Drift {
    /// What became of an accepted unit that has its place, or half of it; by its index, or that of one it became
    /// one with.
    pub fn of(&self, accepted: usize) -> Option<&Standing> {
        let by_first = |list: &[Standing]| list.binary_search_by_key(&accepted, |one| one.accepted).ok();
        let first = by_first(&self.standing).map(|at| &self.standing[at]);
        let half = || by_first(&self.halves).map(|at| &self.halves[at]);
        let fused = || self.standing.iter().chain(&self.halves).find(|one| one.also.contains(&accepted));
        first.or_else(half).or_else(fused)
    }
}

impl Standing {
    /// The accepted texts of all its units: source, target.
    pub fn was<'a>(&self, units: &'a Units) -> (Vec<&'a str>, Vec<&'a str>) {
        let accepted: Vec<&Accepted> = self.units().filter_map(|at| units.accepted.get(at)).collect();
        let texts = |side: fn(&Accepted) -> &[String]| {
            accepted.iter().flat_map(|unit| side(unit)).map(String::as_str).collect()
        };
        (texts(Accepted::source), texts(Accepted::target))
    }
}

/// Compares the accepted units with today's paragraphs.
pub fn drift(units: &Units, source: &Document, target: &Document) -> Drift {
    let formats = [source.format, target.format];
    let today = [texts(&source.paragraphs), texts(&target.paragraphs)];
    let mut drift = Drift::default();
    let now = [source, target].map(|document| move |label: &str| document.destination(label).map(str::to_owned));
    let was = [0, 1].map(|side| move |label: &str| recorded(units, side, label));
    // A label that was not recorded leads where it leads today.
    let was = [0, 1].map(|side| {
        let (was, now) = (&was[side], &now[side]);
        move |label: &str| was(label).or_else(|| now(label))
    });
    let sides = [
        Side::new(units, Accepted::source, formats[0], &today[0], [&was[0], &now[0]]),
        Side::new(units, Accepted::target, formats[1], &today[1], [&was[1], &now[1]]),
    ];
    let known = counterpart::known(units, &sides, &today);
    let places = [0, 1].map(|side| sides[side].places(units, &today[side], &known[side]));
    for group in gather(&units.accepted, places, [today[0].len(), today[1].len()]) {
        sort_in(&units.accepted, group, &today, &mut drift);
    }
    let pairs: Vec<Texts<'_>> = units.pairs.iter().map(|pair| [&pair.source[..], &pair.target[..]]).collect();
    for (at, pin) in held(&pairs, formats, &today, &drift) {
        drift.pairs.push(pin);
        drift.paired.push(at);
    }
    let drafts: Vec<Texts<'_>> =
        units.drafts.iter().map(|draft| [&draft.source[..], in_place(draft, &today[1])]).collect();
    for (at, pin) in held(&drafts, formats, &today, &drift) {
        let is = |side: usize, now: &[usize]| drafts[at][side].iter().eq(now.iter().map(|now| today[side][*now]));
        let (current, unread) = (is(0, &pin.source), is(1, &pin.target));
        drift.drafts.push(StandingDraft { draft: at, pin, unread, current });
    }
    drift
}

/// What of a draft is in the translation: its text, or what a person had accepted where the draft's text has not come
/// yet. The record is written first, and the run may have been stopped behind it; that text is not one for today's
/// original.
fn in_place<'d>(draft: &'d Draft, today: &[&str]) -> &'d [String] {
    let there = |texts: &[String]| !texts.is_empty() && texts.iter().all(|text| today.contains(&text.as_str()));
    let waits = there(&draft.accepted_target) && !there(&draft.target);
    if waits { &draft.accepted_target } else { &draft.target }
}

/// Where a label led when the units were accepted, by the recorded definitions of one side.
fn recorded(units: &Units, side: usize, label: &str) -> Option<String> {
    let mut texts = units.blocks.iter().flat_map(|block| if side == 0 { &block.source } else { &block.target });
    texts.find_map(|text| defined(text, label)).map(str::to_owned)
}

fn texts(paragraphs: &[Paragraph]) -> Vec<&str> {
    paragraphs.iter().map(|paragraph| paragraph.text.as_str()).collect()
}

/// Says what became of a group of units, and puts it where it belongs.
fn sort_in(accepted: &[Accepted], group: Group, today: &[Vec<&str>; 2], drift: &mut Drift) {
    let [source, target] = [0, 1].map(|side| touched(&group, side));
    let had = [0, 1].map(|side| group.places[side].iter().any(|(_, texts)| !texts.is_empty()));
    let [(source_now, source), (target_now, target)] = [source, target];
    if source_now.is_empty() && target_now.is_empty() {
        drift.gone.extend(&group.units);
        return;
    }
    let half = (had[0] && source_now.is_empty()) || (had[1] && target_now.is_empty());
    let state = match (source.changed(), target.changed()) {
        (false, false) => State::Fresh { cosmetic: cosmetic(accepted, &group, today) },
        (true, false) => State::Stale,
        (false, true) => State::Edited,
        (true, true) => State::Both,
    };
    let pin = Pin { source: source_now, target: target_now };
    let (first, also) = group.units.split_first().expect("a group has a unit");
    let standing = Standing { accepted: *first, also: also.to_vec(), pin, state, source, target };
    if half { &mut drift.halves } else { &mut drift.standing }.push(standing);
}

impl Touched {
    fn changed(&self) -> bool {
        !self.paragraphs.is_empty() || !self.lost.is_empty() || self.reordered
    }
}

/// One side of a group: today's paragraphs, and what happened to them.
fn touched(group: &Group, side: usize) -> (Vec<usize>, Touched) {
    let mut touched = Touched::default();
    let mut now: Vec<usize> = Vec::new();
    for (unit, texts) in &group.places[side] {
        let mut last = 0;
        for (at, found) in texts.iter().enumerate() {
            let Some(found) = found else {
                touched.lost.push((*unit, at));
                continue;
            };
            touched.moved |= found.moved;
            touched.reordered |= found.now.first().is_some_and(|first| *first < last);
            last = found.now.last().copied().unwrap_or(last);
            if !matches!(found.fate, Fate::Same | Fate::Cosmetic) {
                touched.paragraphs.extend(&found.now);
            }
            now.extend(&found.now);
        }
    }
    for list in [&mut now, &mut touched.paragraphs] {
        list.sort_unstable();
        list.dedup();
    }
    (now, touched)
}

/// Whether a unit that has its place looks other than it did.
fn cosmetic(accepted: &[Accepted], group: &Group, today: &[Vec<&str>; 2]) -> bool {
    (0..2).any(|side| {
        group.places[side].iter().any(|(unit, texts)| {
            let was = if side == 0 { &accepted[*unit].source } else { &accepted[*unit].target };
            let found = was.iter().zip(texts).filter_map(|(was, found)| Some((was, found.as_ref()?)));
            found.into_iter().any(|(was, found)| found.now.iter().any(|now| today[side][*now] != was))
        })
    })
}

/// The texts of a unit: source, target.
type Texts<'a> = [&'a [String]; 2];

/// Finds units of these texts among the paragraphs that no accepted unit and no pair has: index and place.
fn held(units: &[Texts<'_>], formats: [Format; 2], today: &[Vec<&str>; 2], drift: &Drift) -> Vec<(usize, Pin)> {
    if units.is_empty() {
        return Vec::new();
    }
    let mut free = [vec![true; today[0].len()], vec![true; today[1].len()]];
    for pin in drift.standing.iter().chain(&drift.halves).map(|standing| &standing.pin).chain(&drift.pairs) {
        pin.source.iter().for_each(|at| free[0][*at] = false);
        pin.target.iter().for_each(|at| free[1][*at] = false);
    }
    let found = [0, 1].map(|side| {
        let was: Vec<&str> = units.iter().flat_map(|texts| texts[side]).map(String::as_str).collect();
        let free: Vec<usize> = (0..today[side].len()).filter(|at| free[side][*at]).collect();
        let now: Vec<&str> = free.iter().map(|at| today[side][*at]).collect();
        let mut found: FxHashMap<usize, Vec<usize>> = FxHashMap::default();
        for matched in paragraphs(formats[side], &was, &now) {
            // A merge of what two pairs hold would belong to both.
            if let ([was], false) = (matched.was.as_slice(), matched.now.is_empty()) {
                found.insert(*was, matched.now.iter().map(|at| free[*at]).collect());
            }
        }
        found
    });
    let mut next = [0, 0];
    let mut held = Vec::new();
    for (at, texts) in units.iter().enumerate() {
        let mut sides = texts.iter().enumerate().map(|(side, texts)| {
            let own = next[side]..next[side] + texts.len();
            next[side] = own.end;
            let places: Option<Vec<&Vec<usize>>> = own.map(|text| found[side].get(&text)).collect();
            let mut places: Vec<usize> = places?.into_iter().flatten().copied().collect();
            places.sort_unstable();
            Some(places)
        });
        if let (Some(source), Some(target)) = (sides.next().flatten(), sides.next().flatten()) {
            held.push((at, Pin { source, target }));
        }
    }
    held
}
