//! What of a pair has no place yet: accepted units of which nothing is left in its texts, and paragraphs that nobody
//! accepted there and that an accepted unit of another pair begins with.

use std::collections::{HashMap, HashSet};
use std::hash::{DefaultHasher, Hash, Hasher};

use crate::text::Paragraph;
use crate::units::{Accepted, Pair, Units};

/// Names the first text of each side of a unit: original, translation. Units of different texts rarely share one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Head([u32; 2]);

impl Head {
    /// Of a unit; `None` where one of its sides is empty.
    pub(super) fn of(unit: &Accepted) -> Option<Head> {
        Some(Head([digest(unit.source.first()?), digest(unit.target.first()?)]))
    }

    /// Of all accepted units with both sides.
    pub(super) fn of_all(units: &Units) -> Vec<Head> {
        units.accepted.iter().filter_map(Head::of).collect()
    }
}

fn digest(text: &str) -> u32 {
    let mut hasher = DefaultHasher::new();
    text.hash(&mut hasher);
    (hasher.finish() >> 32) as u32
}

/// In which pairs of one language a unit with some head was accepted.
#[derive(Debug, Default)]
pub(super) struct HeadIndex(Vec<(Head, u32)>);

impl HeadIndex {
    /// Of the heads of each pair, named by its place in the listing.
    pub(super) fn new(heads: impl Iterator<Item = (u32, Vec<Head>)>) -> HeadIndex {
        let mut entries: Vec<(Head, u32)> =
            heads.flat_map(|(pair, heads)| heads.into_iter().map(move |head| (head, pair))).collect();
        entries.sort_unstable();
        entries.shrink_to_fit();
        HeadIndex(entries)
    }

    /// The pairs with a unit of this head, as their places in the listing, ascending.
    pub(super) fn pairs(&self, head: Head) -> impl Iterator<Item = usize> + '_ {
        let from = self.0.partition_point(|entry| entry.0 < head);
        self.0[from..].iter().take_while(move |entry| entry.0 == head).map(|entry| entry.1 as usize)
    }

    /// The heads whose first text is this paragraph, with their pairs.
    fn beginning_with(&self, source: u32) -> impl Iterator<Item = &(Head, u32)> {
        let from = self.0.partition_point(|entry| entry.0.0[0] < source);
        self.0[from..].iter().take_while(move |entry| entry.0.0[0] == source)
    }
}

/// What of a pair has no place yet.
#[derive(Debug, Default)]
pub(super) struct Unplaced {
    /// Accepted units with both sides of which nothing is left.
    pub(super) gone: Vec<Accepted>,
    /// Heads of units of other pairs that may be accepted here, as far as their first texts show.
    pub(super) sought: Vec<Head>,
    /// Whether the original has paragraphs that nobody accepted, for which other pairs were asked.
    pub(super) open: bool,
}

impl Unplaced {
    /// Of a pair with the units of its own file; `index` is asked only where a paragraph is not accepted, and `is_own`
    /// says of a place in the listing whether it is this pair's.
    pub(super) fn of<'i>(
        pair: &Pair,
        index: impl FnOnce() -> &'i HeadIndex,
        is_own: impl Fn(usize) -> bool,
    ) -> Unplaced {
        let open = open_paragraphs(pair);
        let mut sought = Vec::new();
        if !open.is_empty() {
            let targets: HashSet<u32> =
                pair.target.paragraphs.iter().map(|paragraph| digest(&paragraph.text)).collect();
            let index = index();
            let found = open.iter().flat_map(|paragraph| index.beginning_with(digest(&paragraph.text)));
            let comes = |entry: &&(Head, u32)| targets.contains(&entry.0.0[1]) && !is_own(entry.1 as usize);
            sought.extend(found.filter(comes).map(|entry| entry.0));
            sought.sort_unstable();
            sought.dedup();
        }
        Unplaced { gone: gone(pair), sought, open: !open.is_empty() }
    }
}

/// The paragraphs of the original beyond those that units were accepted for.
fn open_paragraphs(pair: &Pair) -> Vec<&Paragraph> {
    let mut accepted: HashMap<&str, usize> = HashMap::new();
    for text in pair.units.accepted.iter().flat_map(|unit| &unit.source) {
        *accepted.entry(text).or_default() += 1;
    }
    let is_open = |paragraph: &&Paragraph| match accepted.get_mut(paragraph.text.as_str()) {
        Some(left) if *left > 0 => {
            *left -= 1;
            false
        }
        _ => true,
    };
    pair.source.paragraphs.iter().filter(is_open).collect()
}

/// The accepted units with both sides of which nothing is left. Drift is worked out only where the first text of one
/// is not at its place.
fn gone(pair: &Pair) -> Vec<Accepted> {
    let both = |unit: &&Accepted| !unit.source.is_empty() && !unit.target.is_empty();
    if !pair.units.accepted.iter().any(|unit| both(&unit)) {
        return Vec::new();
    }
    let [sources, targets] = [&pair.source, &pair.target]
        .map(|document| document.paragraphs.iter().map(|paragraph| paragraph.text.as_str()).collect::<HashSet<_>>());
    let in_place =
        |unit: &Accepted| sources.contains(unit.source[0].as_str()) && targets.contains(unit.target[0].as_str());
    if pair.units.accepted.iter().filter(both).all(in_place) {
        return Vec::new();
    }
    pair.drift().gone.into_iter().filter_map(|at| pair.units.accepted.get(at)).filter(both).cloned().collect()
}
