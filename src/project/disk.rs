//! The files of a project on disk.

use std::collections::BTreeSet;
use std::fs;
use std::io::{ErrorKind as IoKind, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use super::config_file::CONFIG;
use super::files::{Files, Kind, Replacement, Snapshot, Stamp, allowed};
use super::git_folder::in_git_folder;
use super::lock::{self, Lock};
use super::names::slashes;
use super::replace::{folder_of, make_folder, prepare, put, settle};
use super::stream::{self, Stream};
use super::walk::PACKAGES;
use super::whole::{self, TEXT};
use super::{Error, ErrorKind};

/// How the names of files that tolmach reads end.
const OURS: [&str; 6] = [".md", ".markdown", ".mdx", ".txt", ".toml", ".tmx"];

/// Held while folders are made.
static FOLDERS: Mutex<()> = Mutex::new(());

/// A project's folder on disk.
#[derive(Clone, Debug)]
pub struct Disk {
    /// Canonical.
    root: PathBuf,
}

impl Disk {
    /// The project of a folder: the nearest parent with `tolmach.toml`, else with `originals/`.
    ///
    /// # Errors
    ///
    /// Where there is none.
    pub fn find(folder: &Path) -> Result<Disk, Error> {
        let start = folder.canonicalize().map_err(|error| Error::io(folder.display().to_string(), error))?;
        let with_config = start.ancestors().find(|folder| folder.join(CONFIG).symlink_metadata().is_ok());
        let root = with_config.or_else(|| start.ancestors().find(|folder| folder.join("originals").is_dir()));
        match root {
            Some(root) => Ok(Disk { root: root.to_owned() }),
            None => Err(Error::new(folder.display().to_string(), ErrorKind::NoProject)),
        }
    }

    /// The project whose root is `root`.
    ///
    /// # Errors
    ///
    /// Where there is no such folder.
    pub fn open(root: &Path) -> Result<Disk, Error> {
        let root = root.canonicalize().map_err(|error| Error::io(root.display().to_string(), error))?;
        Ok(Disk { root })
    }

    /// Where a path inside the project is on disk, links followed.
    fn contained(&self, path: &str) -> Result<PathBuf, Error> {
        allowed(path)?;
        let resolved = self.root.join(path).canonicalize().map_err(|error| Error::io(path, error))?;
        match resolved.strip_prefix(&self.root) {
            Ok(inside) if in_git_folder(inside) => Err(Error::new(path, ErrorKind::GitFolder)),
            Ok(_) => Ok(resolved),
            Err(_) => Err(Error::new(path, ErrorKind::Outside)),
        }
    }

    /// A file's place where it is a plain file. Asked before it is opened: to open a pipe is to wait for whoever
    /// writes to it.
    fn plain_file(&self, path: &str) -> Result<PathBuf, Error> {
        let place = self.contained(path)?;
        match place.metadata().map_err(|error| Error::io(path, error))?.is_file() {
            true => Ok(place),
            false => Err(Error::new(path, ErrorKind::NotAFile)),
        }
    }

    /// Adds the file of an entry of a folder to those that are listed.
    fn list_entry(&self, entry: &walkdir::DirEntry, files: &mut BTreeSet<String>) -> Result<(), Error> {
        if entry.file_type().is_dir() {
            return Ok(());
        }
        let relative = slashes(entry.path().strip_prefix(&self.root).unwrap_or(entry.path()));
        if entry.path().to_str().is_none() {
            // Its name cannot be written in a configuration, a report or a message.
            return match OURS.iter().any(|ending| relative.ends_with(ending)) {
                true => Err(Error::new(relative, ErrorKind::Name)),
                false => Ok(()),
            };
        }
        // A link to a file inside is that file under another name; a link that leads out is refused.
        let is_file = match entry.file_type().is_symlink() {
            true => self.contained(&relative)?.is_file(),
            false => entry.file_type().is_file(),
        };
        if is_file {
            files.insert(relative);
        }
        Ok(())
    }

    /// Where the bytes of a replacement go: behind the link where the file is there, else into its folder.
    fn target(&self, one: &Replacement<'_>) -> Result<PathBuf, Error> {
        allowed(one.path)?;
        let (folder, name) = one.path.rsplit_once('/').unwrap_or(("", one.path));
        match (one.before, one.after) {
            (_, None) => Ok(self.contained(folder)?.join(name)),
            (Some(_), Some(_)) => self.contained(one.path),
            (None, Some(_)) => Ok(self.contained(folder)?.join(name)),
        }
    }

    /// Makes the folders of a path that are not there; those that were made, in order.
    fn make_folders(&self, path: &str, made: &mut Vec<PathBuf>) -> Result<(), Error> {
        allowed(path)?;
        // A folder that another writer of this process has just made is good when its name is on disk.
        let _one_by_one = FOLDERS.lock().unwrap_or_else(PoisonError::into_inner);
        for (at, _) in path.match_indices('/') {
            let folder = &path[..at];
            let place = self.root.join(folder);
            if place.symlink_metadata().is_ok() {
                self.contained(folder)?;
            } else {
                make_folder(&place).map_err(|error| Error::io(folder, error))?;
                made.push(place);
            }
        }
        Ok(())
    }

    /// Refuses a file that is not what was read.
    fn unchanged(&self, one: &Replacement<'_>) -> Result<(), Error> {
        let Snapshot(today) = self.snapshot(one.path)?;
        if today.as_deref() != one.before {
            return Err(Error::new(one.path, ErrorKind::ChangedOnDisk));
        }
        // A link to nothing is no file, and yet something is there.
        if one.before.is_none() && self.root.join(one.path).symlink_metadata().is_ok() {
            return Err(Error::new(one.path, ErrorKind::Exists));
        }
        Ok(())
    }

    fn replace_all(&self, all: &[Replacement<'_>], made: &mut Vec<PathBuf>) -> Result<(), Error> {
        let mut ready = Vec::with_capacity(all.len());
        for one in all {
            if one.after.is_some() {
                self.make_folders(one.path, made)?;
            }
            let target = self.target(one)?;
            let file = one.after.map(|bytes| prepare(&target, |out| out.write_all(bytes))).transpose();
            ready.push((one, file.map_err(|error| Error::io(one.path, error))?, target));
        }
        // To write and sync takes long enough for an editor to save.
        for one in all {
            self.unchanged(one)?;
        }
        let (written, removed): (Vec<_>, Vec<_>) = ready.into_iter().partition(|(_, file, _)| file.is_some());
        let mut done: Vec<(&Replacement<'_>, PathBuf)> = Vec::with_capacity(all.len());
        for (one, file, target) in written.into_iter().chain(removed) {
            let result = match file {
                Some(file) => put(file, &target),
                None => remove(&target),
            };
            if let Err(error) = result {
                // The first failure is the one to report, whether or not this succeeds.
                done.iter().rev().for_each(|(one, target)| take_back(one, target));
                return Err(Error::io(one.path, error));
            }
            done.push((one, target));
        }
        Ok(())
    }
}

impl Files for Disk {
    fn root(&self) -> Option<&Path> {
        Some(&self.root)
    }

    fn read(&self, path: &str) -> Result<Vec<u8>, Error> {
        whole::plain(path, &self.contained(path)?, TEXT)
    }

    fn stream(&self, path: &str) -> Result<Stream, Error> {
        stream::open(path, &self.plain_file(path)?)
    }

    fn kind(&self, path: &str) -> Result<Option<Kind>, Error> {
        allowed(path)?;
        if let Err(error) = self.root.join(path).symlink_metadata() {
            return match error.kind() {
                IoKind::NotFound | IoKind::NotADirectory => Ok(None),
                _ => Err(Error::io(path, error)),
            };
        }
        match self.contained(path) {
            Ok(place) if place.is_file() => Ok(Some(Kind::File)),
            Ok(place) if place.is_dir() => Ok(Some(Kind::Folder)),
            Ok(_) | Err(Error { kind: ErrorKind::NotFound, .. }) => Ok(Some(Kind::Other)),
            Err(error) => Err(error),
        }
    }

    fn stamp(&self, path: &str) -> Option<Stamp> {
        let metadata = self.contained(path).ok()?.metadata().ok()?;
        Some(Stamp::of(&(metadata.len(), metadata.modified().ok())))
    }

    fn list(&self, folder: &str) -> Result<BTreeSet<String>, Error> {
        let mut files = BTreeSet::new();
        let place = self.root.join(folder);
        if !place.is_dir() {
            return Ok(files);
        }
        // A walk follows the link it begins with, wherever that leads.
        self.contained(folder)?;
        let hidden = |entry: &walkdir::DirEntry| {
            let name = entry.file_name().to_str();
            entry.depth() > 0 && name.is_some_and(|name| name.starts_with('.') || name == PACKAGES)
        };
        for entry in walkdir::WalkDir::new(&place).follow_links(false).into_iter().filter_entry(|entry| !hidden(entry))
        {
            let entry = entry.map_err(|error| {
                let path = error.path().map(|path| slashes(path.strip_prefix(&self.root).unwrap_or(path)));
                Error::io(path.unwrap_or_default(), error.into())
            })?;
            self.list_entry(&entry, &mut files)?;
        }
        Ok(files)
    }

    fn same(&self, one: &str, other: &str) -> bool {
        matches!((self.contained(one), self.contained(other)), (Ok(one), Ok(other)) if one == other)
    }

    fn lock(&self, places: &BTreeSet<String>, waits: &mut dyn FnMut()) -> Result<Lock, Error> {
        let places: Vec<PathBuf> = places.iter().filter_map(|place| self.contained(place).ok()).collect();
        lock::acquire(&self.root, &places, waits)
    }

    fn replace(&self, _lock: &Lock, all: &[Replacement<'_>]) -> Result<(), Error> {
        let mut made = Vec::new();
        let result = self.replace_all(all, &mut made);
        if result.is_err() {
            // Only a folder that nothing came into is removed.
            made.iter().rev().for_each(|folder| drop(fs::remove_dir(folder)));
        }
        result
    }
}

fn remove(target: &Path) -> std::io::Result<()> {
    fs::remove_file(target)?;
    settle(folder_of(target));
    Ok(())
}

/// Gives a file the bytes it had.
fn take_back(one: &Replacement<'_>, target: &Path) {
    match one.before {
        Some(bytes) => drop(super::replace::replace(target, bytes)),
        None => drop(remove(target)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn disk() -> (tempfile::TempDir, Disk) {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("originals")).unwrap();
        let disk = Disk::open(folder.path()).unwrap();
        (folder, disk)
    }

    fn locked(disk: &Disk) -> Lock {
        disk.lock(&BTreeSet::new(), &mut || ()).unwrap()
    }

    fn new<'a>(path: &'a str, bytes: &'a [u8]) -> Replacement<'a> {
        Replacement { path, before: None, after: Some(bytes) }
    }

    #[test]
    fn a_file_that_changed_since_it_was_read_is_not_overwritten() {
        let (_folder, disk) = disk();
        let lock = locked(&disk);
        let path = "translations/en/a.md";
        disk.replace(&lock, &[new(path, b"one")]).unwrap();
        fs::write(disk.root.join(path), b"two").unwrap();
        let stale = Replacement { path, before: Some(b"one"), after: Some(b"three") };
        assert!(matches!(disk.replace(&lock, &[stale]).unwrap_err().kind, ErrorKind::ChangedOnDisk));
        assert!(matches!(disk.replace(&lock, &[new(path, b"x")]).unwrap_err().kind, ErrorKind::ChangedOnDisk));
        assert_eq!(disk.read(path).unwrap(), b"two");
    }

    #[test]
    fn where_one_file_cannot_be_written_the_others_and_the_folders_are_as_they_were() {
        let (_folder, disk) = disk();
        fs::write(disk.root.join("a.md"), "one").unwrap();
        fs::write(disk.root.join("b.md"), "other").unwrap();
        let lock = locked(&disk);
        let change = Replacement { path: "a.md", before: Some(b"one"), after: Some(b"two") };
        let stale = Replacement { path: "b.md", before: Some(b"old"), after: None };
        assert!(disk.replace(&lock, &[new("new/c.md", b"c"), change, stale]).is_err());
        assert_eq!(disk.read("a.md").unwrap(), b"one");
        assert_eq!(disk.read("b.md").unwrap(), b"other");
        assert!(!disk.root.join("new").exists());
        // A folder cannot be made below a file.
        assert!(disk.replace(&lock, &[change, new("b.md/c.md", b"c")]).is_err());
        assert_eq!(disk.read("a.md").unwrap(), b"one");
    }

    #[cfg(unix)]
    #[test]
    fn a_link_that_leads_out_is_refused() {
        let (_folder, disk) = disk();
        std::os::unix::fs::symlink("/etc", disk.root.join("originals/etc")).unwrap();
        assert!(matches!(disk.read("originals/etc/hostname").unwrap_err().kind, ErrorKind::Outside));
        assert!(matches!(disk.read("../x").unwrap_err().kind, ErrorKind::Outside));
        let error = disk.replace(&locked(&disk), &[new("originals/etc/tolmach", b"x")]).unwrap_err();
        assert!(matches!(error.kind, ErrorKind::Outside));
    }

    #[cfg(unix)]
    #[test]
    fn nothing_of_git_is_read_or_written_through_a_link_or_without_one() {
        use std::os::unix::fs::symlink;
        let (_folder, disk) = disk();
        fs::create_dir_all(disk.root.join(".git/hooks")).unwrap();
        fs::create_dir_all(disk.root.join("part/.git")).unwrap();
        fs::write(disk.root.join(".git/hooks/pre-commit"), "exit 0\n").unwrap();
        fs::write(disk.root.join("part/.git/config"), "secret\n").unwrap();
        symlink("../.git/hooks/pre-commit", disk.root.join("originals/file.md")).unwrap();
        symlink("../.git/hooks", disk.root.join("originals/folder")).unwrap();
        symlink("part/.git", disk.root.join("glossary")).unwrap();
        let refused = |result: Result<(), Error>| assert!(matches!(result.unwrap_err().kind, ErrorKind::GitFolder));
        let lock = locked(&disk);
        let paths = [
            "originals/file.md",
            "originals/folder/pre-commit",
            "glossary/config",
            ".git/hooks/pre-commit",
            "part/.git/config",
        ];
        for path in paths {
            refused(disk.read(path).map(drop));
            refused(disk.kind(path).map(drop));
            refused(disk.stream(path).map(drop));
            let Ok(bytes) = fs::read(disk.root.join(path)) else { panic!("{path}") };
            refused(disk.replace(&lock, &[Replacement { path, before: Some(&bytes), after: Some(b"x") }]));
        }
        for path in ["originals/folder/new", ".git/hooks/post-commit"] {
            refused(disk.replace(&lock, &[new(path, b"x")]));
        }
        refused(disk.list("glossary").map(drop));
        refused(disk.list("originals").map(drop));
        refused(disk.list(".git/hooks").map(drop));
        assert_eq!(fs::read(disk.root.join(".git/hooks/pre-commit")).unwrap(), b"exit 0\n");
    }
}
