//! Reading and writing: whole files, atomically, one writer at a time.

use super::files::{Kind, Replacement, Snapshot, Stamp};
use super::lock::Lock;
use super::root::as_text;
use super::stream::Stream;
use super::{Error, Project};

impl Project {
    /// The bytes of a file inside the project.
    ///
    /// # Errors
    ///
    /// As [`super::Files::read`].
    pub fn read(&self, path: &str) -> Result<Vec<u8>, Error> {
        self.files().read(path)
    }

    /// The text of a file inside the project.
    ///
    /// # Errors
    ///
    /// As [`Project::read`], and where it is not UTF-8.
    pub fn read_text(&self, path: &str) -> Result<String, Error> {
        Ok(as_text(path, &self.read(path)?)?.to_owned())
    }

    /// The bytes of a file that need not be there.
    ///
    /// # Errors
    ///
    /// As [`Project::read`], but for a file that is not there.
    pub fn snapshot(&self, path: &str) -> Result<Snapshot, Error> {
        self.files().snapshot(path)
    }

    /// Says cheaply that a file has changed: [`super::Files::stamp`].
    pub fn stamp(&self, path: &str) -> Option<Stamp> {
        self.files().stamp(path)
    }

    /// Opens another tool's memory inside the project.
    ///
    /// # Errors
    ///
    /// As [`super::Files::stream`].
    pub fn open_memory(&self, path: &str) -> Result<Stream, Error> {
        self.files().stream(path)
    }

    /// Whether two names are of one file: by a link, or where the system takes letters of either case for the same.
    pub fn same(&self, one: &str, other: &str) -> bool {
        self.files().same(one, other)
    }

    /// Whether the path is an existing file inside the project.
    pub fn exists(&self, path: &str) -> bool {
        self.files().kind(path).is_ok_and(|kind| kind == Some(Kind::File))
    }

    /// Waits for the right to write, then clears away what killed writers left; `waits` is called once where the wait
    /// is longer than a second.
    ///
    /// # Errors
    ///
    /// Where another process keeps it for more than a minute.
    pub fn lock(&self, waits: impl FnOnce()) -> Result<Lock, Error> {
        let mut waits = Some(waits);
        self.files().lock(&self.places(), &mut || {
            if let Some(waits) = waits.take() {
                waits();
            }
        })
    }

    /// Makes all replacements or none.
    ///
    /// # Errors
    ///
    /// As [`super::Files::replace`].
    pub fn replace(&self, lock: &Lock, all: &[Replacement<'_>]) -> Result<(), Error> {
        self.files().replace(lock, all)
    }

    /// Replaces a file as a whole: readers see the old bytes or the new ones. `before` is the file as it was
    /// read; a file that has changed since is not overwritten. Folders are made as needed.
    ///
    /// # Errors
    ///
    /// Where the file changed, leads out of the project, or cannot be written.
    pub fn write(&self, lock: &Lock, path: &str, before: &Snapshot, bytes: &[u8]) -> Result<(), Error> {
        self.replace(lock, &[Replacement { path, before: before.0.as_deref(), after: Some(bytes) }])
    }

    /// Removes a file that still is as it was read.
    ///
    /// # Errors
    ///
    /// Where it changed, leads out of the project, or cannot be removed.
    pub fn remove(&self, lock: &Lock, path: &str, before: &Snapshot) -> Result<(), Error> {
        self.replace(lock, &[Replacement { path, before: before.0.as_deref(), after: None }])
    }
}
