//! The one door to the bytes of a project: whatever is read or written goes through a [`Files`].

use std::collections::BTreeSet;
use std::fmt;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Component, Path};

use super::git_folder::in_git_folder;
use super::lock::Lock;
use super::stream::Stream;
use super::{Error, ErrorKind};

/// A file as it was read; `None` where it was not there.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Snapshot(pub Option<Vec<u8>>);

/// Changes when a file changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stamp(u64);

impl Stamp {
    /// A stamp that is another one where the values are others.
    pub(super) fn of(values: &impl Hash) -> Stamp {
        let mut hasher = DefaultHasher::new();
        values.hash(&mut hasher);
        Stamp(hasher.finish())
    }
}

/// What a path names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A plain file.
    File,
    /// A folder.
    Folder,
    /// A pipe, a device, or a link to nothing.
    Other,
}

/// A file that gets other bytes, comes to be, or goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Replacement<'a> {
    /// Relative to the root of the project.
    pub path: &'a str,
    /// The bytes that were read; `None` for a file that was not there.
    pub before: Option<&'a [u8]>,
    /// The bytes that it gets; `None` for a file that is removed.
    pub after: Option<&'a [u8]>,
}

/// The files of one project, wherever they are kept.
///
/// Paths are relative to the root of the project, with `/`. A path that leads out of the project or into a `.git` is
/// refused, also where a link leads there.
pub trait Files: fmt::Debug + Send + Sync {
    /// The canonical folder on disk; `None` where the files are not on disk.
    fn root(&self) -> Option<&Path>;

    /// The bytes of a file.
    ///
    /// # Errors
    ///
    /// Where it is not there, is refused, is no plain file, is larger than 64 MiB or cannot be read.
    fn read(&self, path: &str) -> Result<Vec<u8>, Error>;

    /// A file as a stream of at most 1 GiB.
    ///
    /// # Errors
    ///
    /// As [`Files::read`].
    fn stream(&self, path: &str) -> Result<Stream, Error>;

    /// What a path names, links followed; `None` where nothing is there.
    ///
    /// # Errors
    ///
    /// Where it is refused or cannot be asked.
    fn kind(&self, path: &str) -> Result<Option<Kind>, Error>;

    /// Every file under a folder, but those whose name, or a folder of theirs below it, begins with a dot; none where
    /// there is no such folder. The root is the empty path.
    ///
    /// # Errors
    ///
    /// Where the folder or a link in it is refused, cannot be read, or a file of the project has a name that is not
    /// UTF-8.
    fn list(&self, folder: &str) -> Result<BTreeSet<String>, Error>;

    /// Whether two paths name one file: by a link, or where the system takes letters of either case for the same.
    fn same(&self, one: &str, other: &str) -> bool;

    /// Waits for the right to write; `waits` is called once where that takes more than a second. What killed writers
    /// left in the folders `places` is removed.
    ///
    /// # Errors
    ///
    /// Where another process keeps the right for more than a minute.
    fn lock(&self, places: &BTreeSet<String>, waits: &mut dyn FnMut()) -> Result<Lock, Error>;

    /// Makes all replacements or none. Each file is replaced whole, so that a reader sees the old bytes or the new
    /// ones; files come to be before others go, in the order given. Folders are made as needed.
    ///
    /// # Errors
    ///
    /// Where a file is not what was read when the new bytes are ready, or cannot be written.
    fn replace(&self, lock: &Lock, all: &[Replacement<'_>]) -> Result<(), Error>;

    /// Says cheaply that a file has changed: it has another stamp then. `None` where it is not there. One that was
    /// replaced within the resolution of the system's clock by as many bytes may keep its stamp.
    fn stamp(&self, path: &str) -> Option<Stamp> {
        self.read(path).ok().map(|bytes| Stamp::of(&bytes))
    }

    /// The bytes of a file that need not be there.
    ///
    /// # Errors
    ///
    /// As [`Files::read`], but for a file that is not there.
    fn snapshot(&self, path: &str) -> Result<Snapshot, Error> {
        match self.read(path) {
            Ok(bytes) => Ok(Snapshot(Some(bytes))),
            Err(Error { kind: ErrorKind::NotFound, .. }) => Ok(Snapshot(None)),
            Err(error) => Err(error),
        }
    }
}

/// Whether a path goes only down.
pub(super) fn plain(path: &Path) -> bool {
    path.components().all(|part| matches!(part, Component::Normal(_) | Component::CurDir))
}

/// Refuses a path that does not go only down, and one into git's own folder: what is there is run (hooks) or secret
/// (the remote's credentials).
///
/// # Errors
///
/// [`ErrorKind::Outside`] or [`ErrorKind::GitFolder`].
pub(super) fn allowed(path: &str) -> Result<(), Error> {
    match (plain(Path::new(path)), in_git_folder(Path::new(path))) {
        (false, _) => Err(Error::new(path, ErrorKind::Outside)),
        (true, true) => Err(Error::new(path, ErrorKind::GitFolder)),
        (true, false) => Ok(()),
    }
}

/// Whether a path is under a folder (the empty one is the root) with no hidden name on the way.
pub(super) fn is_listed(path: &str, folder: &str) -> bool {
    let rest = match folder {
        "" => Some(path),
        folder => path.strip_prefix(folder).and_then(|rest| rest.strip_prefix('/')),
    };
    rest.is_some_and(|rest| !rest.split('/').any(|part| part.starts_with('.')))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_that_goes_up_or_into_git_is_refused() {
        assert!(allowed("originals/a.md").is_ok());
        assert!(allowed(".github/a.md").is_ok(), "no folder of git");
        assert!(matches!(allowed("../a.md").unwrap_err().kind, ErrorKind::Outside));
        for path in [".git", ".git/config", "a/.git/hooks/pre-commit", ".GIT/config", "git~1/config", ".git./config"] {
            assert!(matches!(allowed(path).unwrap_err().kind, ErrorKind::GitFolder), "{path}");
        }
    }

    #[test]
    fn hidden_names_below_the_folder_are_not_listed() {
        assert!(is_listed("a/b.md", "") && is_listed("a/b.md", "a") && is_listed(".a/b.md", ".a"));
        assert!(!is_listed("ab/c.md", "a") && !is_listed("a/.b/c.md", "a") && !is_listed("a/.b.md", "a"));
    }
}
