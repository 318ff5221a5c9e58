//! The answer about paragraphs: what became of each between two versions.

/// What became of a paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Fate {
    /// Byte for byte equal.
    Same,
    /// Only its looks changed.
    Cosmetic,
    /// Its wording changed.
    Reworded,
    /// One paragraph became several.
    Split,
    /// Several paragraphs became one.
    Merged,
    /// Nothing of it is left.
    Removed,
    /// It was not there before.
    New,
}

/// Paragraphs of the old version and what is in their place in the new one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Matched {
    /// Indices into the old version, ascending; empty for [`Fate::New`], several for [`Fate::Merged`].
    pub was: Vec<usize>,
    /// Indices into the new version, ascending; empty for [`Fate::Removed`], several for [`Fate::Split`].
    pub now: Vec<usize>,
    /// What became of the old paragraphs.
    pub fate: Fate,
    /// Whether it is in another order among the others than before.
    pub moved: bool,
}
