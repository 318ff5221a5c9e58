//! Whether answers in place are what they ought to be, and how they are recorded.

use std::collections::{HashMap, HashSet};

use super::slots::{Slot, SlotState};
use crate::draft;
use crate::text::{BlockKind, Document, Kind, Paragraph};
use crate::units::{Draft, Pair, Units};

/// An answer with its place.
#[derive(Clone)]
pub(super) struct Candidate<'a> {
    /// Its place among the answers.
    pub(super) at: usize,
    pub(super) slot: &'a Slot,
    pub(super) text: String,
    pub(super) by: String,
    /// Whether it had the marks of the masked text.
    pub(super) marked: bool,
}

/// The pair with some answers in place.
pub(super) struct Tried {
    pub(super) pair: Pair,
    pub(super) units: Units,
    /// The paragraphs of the translation of each answer, in the order of the answers.
    pub(super) places: Vec<Vec<usize>>,
}

/// Whether the document has the paragraphs it had and those of the answers, and nothing else.
pub(super) fn is_shaped(pair: &Pair, now: &Document, candidates: &[Candidate<'_>], places: &[Vec<usize>]) -> bool {
    let was = &pair.target;
    let gaps = candidates.iter().filter(|one| matches!(one.slot.state, SlotState::Gap(_))).count();
    let others = |document: &Document| {
        document.blocks.iter().filter(|block| block.kind != BlockKind::Gap).map(|block| block.kind).collect::<Vec<_>>()
    };
    let mut new: Vec<usize> = places.iter().flatten().copied().collect();
    new.sort_unstable();
    let replaced: HashSet<usize> = candidates.iter().flat_map(|one| &one.slot.target).copied().collect();
    let kept = was.paragraphs.iter().enumerate().filter(|(at, _)| !replaced.contains(at)).map(|(_, one)| one);
    let still = now.paragraphs.iter().enumerate().filter(|(at, _)| new.binary_search(at).is_err()).map(|(_, one)| one);
    let same = |(one, other): (&Paragraph, &Paragraph)| one.kind == other.kind && one.text == other.text;
    now.paragraphs.len() == was.paragraphs.len() + gaps
        && others(was) == others(now)
        && kept.zip(still).all(same)
        && candidates.iter().zip(places).all(|(one, place)| stands(pair, now, one, place))
}

/// Whether an answer is read in its place as it was given, and as the kind of paragraph that its original is.
fn stands(pair: &Pair, now: &Document, candidate: &Candidate<'_>, place: &[usize]) -> bool {
    let text = draft::joined(now, place);
    let kind = pair.source.paragraphs[candidate.slot.source[0]].kind;
    let is_gap = matches!(candidate.slot.state, SlotState::Gap(_));
    words(&text).eq(words(&candidate.text))
        && (!is_gap || place.iter().all(|at| is_like(now.paragraphs[*at].kind, kind)))
}

/// The units with a draft for each answer; `standing` are those whose translation was there.
pub(super) fn recorded(
    was: &Pair,
    standing: &HashSet<usize>,
    pair: &Pair,
    candidates: &[Candidate<'_>],
    places: &[Vec<usize>],
) -> Units {
    let mut units = was.units.clone();
    let mut written = Written::of(&was.units, standing);
    let (mut replaced, mut read): (HashSet<usize>, HashSet<usize>) = (HashSet::new(), HashSet::new());
    for (candidate, place) in candidates.iter().zip(places) {
        let texts = |document: &Document, at: &[usize]| -> Vec<String> {
            at.iter().map(|at| document.paragraphs[*at].text.clone()).collect()
        };
        let (accepted_source, accepted_target) = match candidate.slot.state {
            SlotState::Stale(at) => {
                read.insert(at);
                let accepted = &was.units.accepted[at];
                (accepted.source.clone(), accepted.target.clone())
            }
            SlotState::Draft { draft, .. } => {
                replaced.insert(draft);
                let before = &was.units.drafts[draft];
                (before.accepted_source.clone(), before.accepted_target.clone())
            }
            _ => (Vec::new(), Vec::new()),
        };
        let (source, target) = (texts(&pair.source, &candidate.slot.source), texts(&pair.target, place));
        match written.take(&source, &target) {
            Some(known) => units.drafts[known].by.clone_from(&candidate.by),
            None => {
                let by = candidate.by.clone();
                units.drafts.push(Draft { source, target, by, accepted_source, accepted_target });
            }
        }
    }
    let mut at = 0..;
    units.drafts.retain(|_| at.next().is_some_and(|at| !replaced.contains(&at)));
    let mut at = 0..;
    units.accepted.retain(|_| at.next().is_some_and(|at| !read.contains(&at)));
    units.drafts.sort_by(|one, other| (&one.source, &one.target).cmp(&(&other.source, &other.target)));
    units
}

/// Drafts without their translations: the record is written first, and the run may have been stopped behind it. The
/// same answer given again is not recorded twice.
struct Written<'a> {
    drafts: HashMap<(&'a [String], &'a [String]), Vec<usize>>,
    taken: HashSet<usize>,
}

impl<'a> Written<'a> {
    fn of(units: &'a Units, standing: &HashSet<usize>) -> Written<'a> {
        let mut drafts: HashMap<_, Vec<usize>> = HashMap::new();
        for (at, draft) in units.drafts.iter().enumerate().filter(|(at, _)| !standing.contains(at)) {
            drafts.entry((&draft.source[..], &draft.target[..])).or_default().push(at);
        }
        Written { drafts, taken: HashSet::new() }
    }

    fn take(&mut self, source: &[String], target: &[String]) -> Option<usize> {
        let known = self.drafts.get(&(source, target))?;
        known.iter().copied().find(|at| self.taken.insert(*at))
    }
}

/// Whether two kinds are the same but for the depth of a list or a quote, which depends on what is around.
fn is_like(one: Kind, other: Kind) -> bool {
    match (one, other) {
        (Kind::ListItem(_), Kind::ListItem(_)) | (Kind::Quote(_), Kind::Quote(_)) => true,
        _ => one == other,
    }
}

pub(super) fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split_whitespace()
}
