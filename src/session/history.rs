//! What was done in a review, so that it can be undone exactly.

use crate::edit::Transaction;

/// Something done: what it is called, and what it changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Done {
    /// In the interface language.
    pub said: String,
    /// The finding one was at, as [`super::FindingList::key`] names it.
    pub at: Option<(String, String)>,
    /// Its files before and after.
    pub transaction: Transaction,
}

/// What was done, the last thing last.
#[derive(Clone, Debug, Default)]
pub struct History {
    done: Vec<Done>,
}

impl History {
    /// Adds what was done last.
    pub fn push(&mut self, done: Done) {
        self.done.push(done);
    }

    /// What would be undone next.
    pub fn last(&self) -> Option<&Done> {
        self.done.last()
    }

    /// Forgets the last thing done, when it has been undone.
    pub fn pop(&mut self) -> Option<Done> {
        self.done.pop()
    }

    /// How many steps can be undone.
    pub fn len(&self) -> usize {
        self.done.len()
    }

    /// Whether nothing can be undone.
    pub fn is_empty(&self) -> bool {
        self.done.is_empty()
    }
}
