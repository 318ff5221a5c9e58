//! Word-by-word differences.

/// What happened to a stretch of text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    Same,
    Removed,
    Added,
}

/// A stretch of text and what happened to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    pub step: Step,
    pub text: String,
}

/// The differences of two texts, word by word; the `Same` and `Removed` texts give `was`, the `Same` and `Added` texts `now`.
pub fn words(was: &str, now: &str) -> Vec<Change> {
    vec![Change { step: Step::Removed, text: was.to_owned() }, Change { step: Step::Added, text: now.to_owned() }]
}
