//! What the forms of a Russian verb are made from.

/// The forms that all others are made from.
#[derive(Debug, Default)]
pub(super) struct Principal {
    pub(super) first: String,
    /// Third person singular, in -ет or -ит.
    pub(super) third: String,
    pub(super) plural: String,
    pub(super) imperatives: Vec<String>,
    pub(super) past: String,
    pub(super) past_feminine: String,
    /// The stem of the passive participle, empty for none.
    pub(super) passive: String,
}
