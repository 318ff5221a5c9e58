//! Whether two texts differ in their wording or only in their looks.

/// How two texts of one language differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Difference {
    /// Byte for byte equal.
    Same,
    /// Wrapping, spaces, typographic marks, markup: the wording is equal.
    Cosmetic,
    /// The wording differs.
    Reworded,
}

/// How `now` differs from `was`.
pub fn difference(was: &str, now: &str) -> Difference {
    if was == now {
        Difference::Same
    } else if was.split_whitespace().eq(now.split_whitespace()) {
        Difference::Cosmetic
    } else {
        Difference::Reworded
    }
}
