//! How today's texts differ from the accepted ones.

use crate::align::Pin;
use crate::text::Paragraph;

use super::Units;

/// What became of an accepted unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum State {
    /// Both texts stand as accepted, but for looks.
    Fresh { cosmetic: bool },
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
    /// Today's paragraphs.
    pub pin: Pin,
    pub state: State,
}

/// The accepted units against today's texts.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Drift {
    pub standing: Vec<Standing>,
    /// Pins set by hand ([`Units::pairs`]) that still hold.
    pub pairs: Vec<Pin>,
    /// Indices into [`Units::accepted`]: units of which nothing is left.
    pub gone: Vec<usize>,
}

/// Compares the accepted units with today's paragraphs.
pub fn drift(_units: &Units, _source: &[Paragraph], _target: &[Paragraph]) -> Drift {
    Drift::default()
}
