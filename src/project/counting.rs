//! Files that count how often each is opened, for tests.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::{Arc, Mutex};

use super::files::{Files, Kind, Replacement, Stamp};
use super::lock::Lock;
use super::stream::Stream;
use super::{Disk, Error, Project};

/// Counts what is opened of the files under it: to be read, and to be compared before it is replaced.
#[derive(Debug)]
pub struct Counting {
    under: Arc<dyn Files>,
    opened: Mutex<BTreeMap<String, usize>>,
}

impl Counting {
    /// Nothing opened yet.
    pub fn new(under: Arc<dyn Files>) -> Counting {
        Counting { under, opened: Mutex::default() }
    }

    /// The project in a folder on disk, and the count of its openings.
    pub fn project(root: &Path) -> (Project, Arc<Counting>) {
        let files = Arc::new(Counting::new(Arc::new(Disk::open(root).unwrap())));
        (Project::on(files.clone()).unwrap(), files)
    }

    /// How often each file was opened since the last call.
    pub fn take(&self) -> BTreeMap<String, usize> {
        std::mem::take(&mut self.opened.lock().unwrap())
    }

    fn count(&self, path: &str) {
        *self.opened.lock().unwrap().entry(path.to_owned()).or_default() += 1;
    }
}

impl Files for Counting {
    fn root(&self) -> Option<&Path> {
        self.under.root()
    }

    fn read(&self, path: &str) -> Result<Vec<u8>, Error> {
        let read = self.under.read(path);
        if read.is_ok() {
            self.count(path);
        }
        read
    }

    fn stream(&self, path: &str) -> Result<Stream, Error> {
        self.count(path);
        self.under.stream(path)
    }

    fn kind(&self, path: &str) -> Result<Option<Kind>, Error> {
        self.under.kind(path)
    }

    fn stamp(&self, path: &str) -> Option<Stamp> {
        self.under.stamp(path)
    }

    fn list(&self, folder: &str) -> Result<BTreeSet<String>, Error> {
        self.under.list(folder)
    }

    fn same(&self, one: &str, other: &str) -> bool {
        self.under.same(one, other)
    }

    fn lock(&self, places: &BTreeSet<String>, waits: &mut dyn FnMut()) -> Result<Lock, Error> {
        self.under.lock(places, waits)
    }

    fn replace(&self, lock: &Lock, all: &[Replacement<'_>]) -> Result<(), Error> {
        all.iter().filter(|one| one.before.is_some()).for_each(|one| self.count(one.path));
        self.under.replace(lock, all)
    }
}
