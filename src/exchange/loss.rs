//! What did not survive the way from one format to another.

use std::collections::BTreeMap;

/// What was lost; equal kinds are counted together.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LossKind {
    /// A character that the format cannot hold; U+FFFD is in its place.
    Character(char),
    /// Another tool's inline markup, by the name of its element; its text is kept, its codes are not.
    Markup(String),
    /// A unit without a text in the source language.
    NoSource,
    /// A unit without a text in the target language.
    NoTarget,
    /// A second text in the same language; the first is kept.
    Repeated(String),
    /// A text in a language that was not asked for.
    Language(String),
    /// A state that the other side has no word for; the nearest is taken.
    State(String),
    /// A plural form other than the first.
    Plural,
    /// An entry its own file calls obsolete.
    Obsolete,
    /// A note, property or field that has no place on the other side, by its name.
    Field(String),
    /// A row or entry that could not be understood and was left out.
    Skipped,
    /// A unit that has the name and text of an earlier one.
    Duplicate,
}

/// One kind of loss, how often, and where first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Loss {
    /// What did not survive.
    pub kind: LossKind,
    /// How many times.
    pub count: usize,
    /// The first place: on reading a 1-based line of the file, on writing a 1-based number of the unit.
    pub first: usize,
}

/// Everything lost on one way; its size does not grow with the file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Losses {
    kinds: BTreeMap<LossKind, (usize, usize)>,
}

/// Kinds that carry names from the file are counted apart up to this many; the rest counts as [`LossKind::Skipped`].
const KINDS: usize = 200;

impl Losses {
    pub(crate) fn add(&mut self, kind: LossKind, place: usize) {
        let kind = if self.kinds.len() >= KINDS && !self.kinds.contains_key(&kind) { LossKind::Skipped } else { kind };
        self.kinds.entry(kind).or_insert((0, place)).0 += 1;
    }

    /// Whether everything survived.
    pub fn is_empty(&self) -> bool {
        self.kinds.is_empty()
    }

    /// In a fixed order, by kind.
    pub fn iter(&self) -> impl Iterator<Item = Loss> + '_ {
        self.kinds.iter().map(|(kind, (count, first))| Loss { kind: kind.clone(), count: *count, first: *first })
    }
}
