//! Why a unit cannot be accepted.

/// Why a unit is not accepted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// Nothing answers it.
    Alone,
    /// Its translation is a marked gap.
    Gap,
    /// A comment of an update is left beside it, and nobody who named it has seen to what it says.
    Marked,
    /// The aligner is not sure enough, or the unit was accepted and changed since: `--aligned` alone does not judge.
    Unsure,
    /// A verbatim block of a document of which no block was ever recorded, while others of them differ: with this one
    /// alone recorded, the others would count as known.
    Unrecorded,
}
