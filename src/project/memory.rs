//! The files of a project that is on no disk.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::{PoisonError, RwLock};

use super::files::{Files, Kind, Replacement, allowed, is_listed};
use super::lock::Lock;
use super::stream::Stream;
use super::{Error, ErrorKind};

/// Files in memory: a project for tests, or one that comes from elsewhere.
#[derive(Debug, Default)]
pub struct Memory {
    files: RwLock<BTreeMap<String, Vec<u8>>>,
}

impl Memory {
    /// Files given as (path, text); paths are relative to the root of the project.
    pub fn new<'a>(files: impl IntoIterator<Item = (&'a str, &'a str)>) -> Memory {
        let files = files.into_iter().map(|(path, text)| (path.to_owned(), text.as_bytes().to_vec())).collect();
        Memory { files: RwLock::new(files) }
    }

    fn bytes(&self, path: &str) -> Result<Vec<u8>, Error> {
        allowed(path)?;
        let files = self.files.read().unwrap_or_else(PoisonError::into_inner);
        files.get(path).cloned().ok_or_else(|| Error::new(path, ErrorKind::NotFound))
    }
}

impl Files for Memory {
    fn root(&self) -> Option<&Path> {
        None
    }

    fn read(&self, path: &str) -> Result<Vec<u8>, Error> {
        self.bytes(path)
    }

    fn stream(&self, path: &str) -> Result<Stream, Error> {
        Ok(Stream::of(self.bytes(path)?))
    }

    fn kind(&self, path: &str) -> Result<Option<Kind>, Error> {
        allowed(path)?;
        let files = self.files.read().unwrap_or_else(PoisonError::into_inner);
        let inside = |file: &String| file.strip_prefix(path).is_some_and(|rest| rest.starts_with('/'));
        Ok(match files.contains_key(path) {
            true => Some(Kind::File),
            false => files.keys().any(inside).then_some(Kind::Folder),
        })
    }

    fn list(&self, folder: &str) -> Result<BTreeSet<String>, Error> {
        let files = self.files.read().unwrap_or_else(PoisonError::into_inner);
        Ok(files.keys().filter(|path| is_listed(path, folder)).cloned().collect())
    }

    fn same(&self, one: &str, other: &str) -> bool {
        one == other && self.bytes(one).is_ok()
    }

    fn lock(&self, _places: &BTreeSet<String>, _waits: &mut dyn FnMut()) -> Result<Lock, Error> {
        Ok(Lock::nobody_else())
    }

    fn replace(&self, _lock: &Lock, all: &[Replacement<'_>]) -> Result<(), Error> {
        let mut files = self.files.write().unwrap_or_else(PoisonError::into_inner);
        for one in all {
            allowed(one.path)?;
            if files.get(one.path).map(Vec::as_slice) != one.before {
                return Err(Error::new(one.path, ErrorKind::ChangedOnDisk));
            }
        }
        for one in all {
            match one.after {
                Some(bytes) => files.insert(one.path.to_owned(), bytes.to_vec()),
                None => files.remove(one.path),
            };
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_replacements_are_made_or_none() {
        let memory = Memory::new([("a.md", "one"), ("b.md", "two")]);
        let lock = memory.lock(&BTreeSet::new(), &mut || ()).unwrap();
        let gone = Replacement { path: "a.md", before: Some(b"one"), after: None };
        let stale = Replacement { path: "b.md", before: Some(b"old"), after: Some(b"new") };
        assert!(memory.replace(&lock, &[gone, stale]).is_err());
        assert_eq!(memory.read("a.md").unwrap(), b"one");
        memory.replace(&lock, &[gone]).unwrap();
        assert_eq!(memory.list("").unwrap(), BTreeSet::from(["b.md".to_owned()]));
    }
}
