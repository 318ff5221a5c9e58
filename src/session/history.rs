//! What was done in a walk, so that it can be undone exactly.

use crate::project::Snapshot;

/// A file before and after.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Inside the project.
    pub path: String,
    pub before: Snapshot,
    pub after: Snapshot,
}

/// Something done: what it is called, and every file it changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deed {
    /// In the interface language.
    pub said: String,
    /// The finding one stood at, as [`super::Walk::key`] names it.
    pub at: Option<(String, String)>,
    pub changes: Vec<Change>,
}

/// What was done, the last thing last.
#[derive(Clone, Debug, Default)]
pub struct History {
    deeds: Vec<Deed>,
}

impl Change {
    /// The change of a text file; `None` where nothing changes.
    pub fn of(path: &str, before: &Snapshot, after: &str) -> Option<Change> {
        let after = Snapshot(Some(after.as_bytes().to_vec()));
        (*before != after).then(|| Change { path: path.to_owned(), before: before.clone(), after })
    }

    /// The change that takes this one back.
    pub fn undone(&self) -> Change {
        Change { path: self.path.clone(), before: self.after.clone(), after: self.before.clone() }
    }
}

impl Deed {
    /// The changes that take the deed back, the last first.
    pub fn undone(&self) -> Vec<Change> {
        self.changes.iter().rev().map(Change::undone).collect()
    }
}

impl History {
    pub fn push(&mut self, deed: Deed) {
        self.deeds.push(deed);
    }

    /// What would be undone next.
    pub fn last(&self) -> Option<&Deed> {
        self.deeds.last()
    }

    /// Forgets the last deed, when it has been undone.
    pub fn pop(&mut self) -> Option<Deed> {
        self.deeds.pop()
    }

    pub fn len(&self) -> usize {
        self.deeds.len()
    }

    pub fn is_empty(&self) -> bool {
        self.deeds.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_taken_back_leaves_the_file_as_it_was_even_where_there_was_none() {
        let change = Change::of("a.units.toml", &Snapshot(None), "format = 1\n").unwrap();
        assert_eq!(change.undone().after, Snapshot(None));
        assert_eq!(change.undone().undone(), change);
    }

    #[test]
    fn a_text_that_stays_is_no_change() {
        assert_eq!(Change::of("a.md", &Snapshot(Some(b"x".to_vec())), "x"), None);
    }
}
