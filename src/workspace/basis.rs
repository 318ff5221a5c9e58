//! What all documents of an open project depend on, as it was when the project was opened.

use std::collections::BTreeMap;

use super::{Workspace, lexicon};
use crate::project::{Project, Snapshot};

/// The files that all documents depend on, and whether one of them is another by now.
pub(super) struct Basis {
    /// The configuration, the glossary and the word lists.
    shared: BTreeMap<String, Snapshot>,
    /// The units file of each pair that was read, as it was read first: words are learned from it.
    units: BTreeMap<usize, Option<Vec<u8>>>,
    outdated: bool,
}

impl Basis {
    /// As it is now.
    pub(super) fn of(workspace: &Workspace) -> Basis {
        Basis { shared: shared(&workspace.project), units: BTreeMap::new(), outdated: false }
    }

    pub(super) fn is_outdated(&self) -> bool {
        self.outdated
    }

    pub(super) fn outdate(&mut self) {
        self.outdated = true;
    }

    /// Asks whether the listing and the shared files are those of the opened project.
    pub(super) fn ask(&mut self, workspace: &Workspace) {
        let project = &workspace.project;
        let same = project.listing().is_ok_and(|today| today.pairs == workspace.listing.pairs);
        self.outdated |= !same || shared(project) != self.shared;
    }

    /// Asks whether the units file of a pair is the one that was read first.
    pub(super) fn ask_units(&mut self, project: &Project, pair: usize, path: &str) {
        let today = project.snapshot(path).map(|snapshot| snapshot.0);
        self.outdated |= self.units.get(&pair).is_some_and(|first| today.as_ref().ok() != Some(first));
    }

    /// The units file of a pair was read.
    pub(super) fn note_units(&mut self, pair: usize, units: Option<Vec<u8>>) {
        match self.units.get(&pair) {
            Some(first) => self.outdated |= *first != units,
            None => {
                self.units.insert(pair, units);
            }
        }
    }
}

/// The files that all documents depend on but for the units files; one that cannot be read is as one that is not there.
fn shared(project: &Project) -> BTreeMap<String, Snapshot> {
    let glossary = project.glossary_files().ok().flatten().unwrap_or_default();
    let all = glossary.into_iter().chain(lexicon::files(project)).chain(["tolmach.toml".to_owned()]);
    all.map(|path| (path.clone(), project.snapshot(&path).unwrap_or_default())).collect()
}
