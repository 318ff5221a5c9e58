//! Texts that an editor has open, over the files that are kept.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::{Arc, PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard};

use super::files::{Files, Kind, Replacement, Stamp, allowed, is_listed};
use super::lock::Lock;
use super::stream::Stream;
use super::{Error, ErrorKind};

/// A text that is open.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Text {
    version: i32,
    text: String,
}

/// Files of which some are open in an editor: their text counts and not what is kept, whether or not it was saved.
#[derive(Debug)]
pub struct Overlay {
    under: Arc<dyn Files>,
    open: RwLock<BTreeMap<String, Text>>,
}

impl Overlay {
    /// Nothing open over `under`.
    pub fn new(under: Arc<dyn Files>) -> Overlay {
        Overlay { under, open: RwLock::default() }
    }

    /// Opens a text, or changes one that is open; a version that is older than the known one changes nothing. The path
    /// is relative to the root of the project.
    pub fn set(&self, path: &str, version: i32, text: String) {
        let mut open = self.writing();
        if open.get(path).is_none_or(|known| known.version <= version) {
            open.insert(path.to_owned(), Text { version, text });
        }
    }

    /// Closes a text: what is kept counts again.
    pub fn close(&self, path: &str) {
        self.writing().remove(path);
    }

    /// The version of an open text; `None` where it is not open.
    pub fn version(&self, path: &str) -> Option<i32> {
        self.reading().get(path).map(|open| open.version)
    }

    fn text(&self, path: &str) -> Option<String> {
        self.reading().get(path).map(|open| open.text.clone())
    }

    fn reading(&self) -> RwLockReadGuard<'_, BTreeMap<String, Text>> {
        self.open.read().unwrap_or_else(PoisonError::into_inner)
    }

    fn writing(&self) -> RwLockWriteGuard<'_, BTreeMap<String, Text>> {
        self.open.write().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Files for Overlay {
    fn root(&self) -> Option<&Path> {
        self.under.root()
    }

    fn read(&self, path: &str) -> Result<Vec<u8>, Error> {
        allowed(path)?;
        match self.text(path) {
            Some(text) => Ok(text.into_bytes()),
            None => self.under.read(path),
        }
    }

    fn stream(&self, path: &str) -> Result<Stream, Error> {
        allowed(path)?;
        match self.text(path) {
            Some(text) => Ok(Stream::of(text.into_bytes())),
            None => self.under.stream(path),
        }
    }

    fn kind(&self, path: &str) -> Result<Option<Kind>, Error> {
        allowed(path)?;
        let open = self.reading();
        if open.contains_key(path) {
            return Ok(Some(Kind::File));
        }
        let inside = |file: &String| file.strip_prefix(path).is_some_and(|rest| rest.starts_with('/'));
        match self.under.kind(path)? {
            None if open.keys().any(inside) => Ok(Some(Kind::Folder)),
            kept => Ok(kept),
        }
    }

    fn stamp(&self, path: &str) -> Option<Stamp> {
        match self.text(path) {
            Some(text) => Some(Stamp::of(&text)),
            None => self.under.stamp(path),
        }
    }

    fn list(&self, folder: &str) -> Result<BTreeSet<String>, Error> {
        let mut files = self.under.list(folder)?;
        files.extend(self.reading().keys().filter(|path| is_listed(path, folder)).cloned());
        Ok(files)
    }

    fn same(&self, one: &str, other: &str) -> bool {
        (one == other && self.version(one).is_some()) || self.under.same(one, other)
    }

    fn lock(&self, places: &BTreeSet<String>, waits: &mut dyn FnMut()) -> Result<Lock, Error> {
        self.under.lock(places, waits)
    }

    /// Writes to the files that are kept. A file whose open text is not what is kept is refused: the change was made
    /// from the one, and would be written over the other.
    fn replace(&self, lock: &Lock, all: &[Replacement<'_>]) -> Result<(), Error> {
        let other =
            |one: &&Replacement<'_>| self.text(one.path).is_some_and(|text| Some(text.as_bytes()) != one.before);
        match all.iter().find(other) {
            Some(one) => Err(Error::new(one.path, ErrorKind::ChangedOnDisk)),
            None => self.under.replace(lock, all),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::Memory;
    use super::*;

    fn overlay() -> (Arc<Memory>, Overlay) {
        let kept = Arc::new(Memory::new([("originals/a.md", "Дом."), ("translations/en/a.md", "House.")]));
        let overlay = Overlay::new(kept.clone());
        (kept, overlay)
    }

    #[test]
    fn an_open_text_counts_until_it_is_closed() {
        let (_, overlay) = overlay();
        overlay.set("originals/a.md", 2, "Река.".to_owned());
        overlay.set("originals/a.md", 1, "late".to_owned());
        assert_eq!(overlay.read("originals/a.md").unwrap(), "Река.".as_bytes());
        assert_eq!((overlay.version("originals/a.md"), overlay.version("x")), (Some(2), None));
        overlay.close("originals/a.md");
        assert_eq!(overlay.read("originals/a.md").unwrap(), "Дом.".as_bytes());
    }

    #[test]
    fn a_text_that_was_never_saved_is_a_file() {
        let (_, overlay) = overlay();
        overlay.set("originals/new/b.md", 1, "Новое.".to_owned());
        assert_eq!(overlay.kind("originals/new/b.md").unwrap(), Some(Kind::File));
        assert_eq!(overlay.kind("originals/new").unwrap(), Some(Kind::Folder));
        assert!(overlay.list("originals").unwrap().contains("originals/new/b.md"));
        assert!(overlay.read("originals/c.md").is_err());
    }

    #[test]
    fn what_is_kept_is_not_written_over_while_its_open_text_differs() {
        let (kept, overlay) = overlay();
        let lock = overlay.lock(&BTreeSet::new(), &mut || ()).unwrap();
        let path = "translations/en/a.md";
        let change = |before| Replacement { path, before: Some(before), after: Some(b"A house.") };
        overlay.set(path, 1, "Home.".to_owned());
        for before in [b"House.".as_slice(), b"Home."] {
            let error = overlay.replace(&lock, &[change(before)]).unwrap_err();
            assert!(matches!(error.kind, ErrorKind::ChangedOnDisk));
        }
        assert_eq!(kept.read(path).unwrap(), b"House.");
        overlay.set(path, 2, "House.".to_owned());
        overlay.replace(&lock, &[change(b"House.")]).unwrap();
        assert_eq!(kept.read(path).unwrap(), b"A house.");
    }
}
