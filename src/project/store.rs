//! Reading and writing: whole files, atomically, one writer at a time.

use std::fs;
use std::io::Write;

use super::lock::Lock;
use super::replace::{folder_of, prepare, put, settle};
use super::root::as_text;
use super::whole::{self, TEXT};
use super::{Error, ErrorKind, Project};

/// A file as it was read; `None` where it was not there.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Snapshot(pub Option<Vec<u8>>);

impl Project {
    /// The bytes of a file inside the project.
    ///
    /// # Errors
    ///
    /// Where it is not there, leads out of the project, is no plain file, is larger than 64 MiB or cannot be read.
    pub fn read(&self, path: &str) -> Result<Vec<u8>, Error> {
        whole::plain(path, &self.contained(path)?, TEXT)
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
        match self.read(path) {
            Ok(bytes) => Ok(Snapshot(Some(bytes))),
            Err(Error { kind: ErrorKind::NotFound, .. }) => Ok(Snapshot(None)),
            Err(error) => Err(error),
        }
    }

    /// Whether two names are of one file: by a link, or where the system does not tell letters' case.
    pub fn same(&self, one: &str, other: &str) -> bool {
        matches!((self.contained(one), self.contained(other)), (Ok(one), Ok(other)) if one == other)
    }

    /// Whether the path is an existing file inside the project.
    pub fn exists(&self, path: &str) -> bool {
        self.contained(path).is_ok_and(|path| path.is_file())
    }

    /// Replaces a file as a whole: readers see the old bytes or the new ones. `before` is the file as it was
    /// read; a file that has changed since is not overwritten. Folders are made as needed.
    ///
    /// # Errors
    ///
    /// Where the file changed, leads out of the project, or cannot be written.
    pub fn write(&self, _lock: &Lock, path: &str, before: &Snapshot, bytes: &[u8]) -> Result<(), Error> {
        if self.snapshot(path)? != *before {
            return Err(Error::new(path, ErrorKind::ChangedOnDisk));
        }
        let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
        self.make_folder(folder)?;
        let target = match before.0 {
            Some(_) => self.contained(path)?,
            None if folder.is_empty() => self.root().join(name),
            None => self.contained(folder)?.join(name),
        };
        if before.0.is_none() && target.symlink_metadata().is_ok() {
            return Err(Error::new(path, ErrorKind::Exists));
        }
        let file = prepare(&target, |out| out.write_all(bytes)).map_err(|error| Error::io(path, error))?;
        // To write and sync takes long enough for an editor to save.
        if self.snapshot(path)? != *before {
            return Err(Error::new(path, ErrorKind::ChangedOnDisk));
        }
        put(file, &target).map_err(|error| Error::io(path, error))
    }

    /// Removes a file that still is as it was read.
    ///
    /// # Errors
    ///
    /// Where it changed, leads out of the project, or cannot be removed.
    pub fn remove(&self, _lock: &Lock, path: &str, before: &Snapshot) -> Result<(), Error> {
        if self.snapshot(path)? != *before {
            return Err(Error::new(path, ErrorKind::ChangedOnDisk));
        }
        if before.0.is_some() {
            let place = self.root().join(path);
            fs::remove_file(&place).map_err(|error| Error::io(path, error))?;
            settle(folder_of(&place));
        }
        Ok(())
    }

    fn make_folder(&self, folder: &str) -> Result<(), Error> {
        let mut path = String::new();
        for part in folder.split('/').filter(|part| !part.is_empty()) {
            if !path.is_empty() {
                path.push('/');
            }
            path.push_str(part);
            if self.root().join(&path).symlink_metadata().is_ok() {
                self.contained(&path)?;
            } else {
                fs::create_dir(self.root().join(&path)).map_err(|error| Error::io(path.as_str(), error))?;
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn project() -> (tempfile::TempDir, Project) {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("originals")).unwrap();
        let project = Project::open(folder.path()).unwrap();
        (folder, project)
    }

    #[test]
    fn a_file_that_changed_since_it_was_read_is_not_overwritten() {
        let (_folder, project) = project();
        let lock = project.lock(|| ()).unwrap();
        project.write(&lock, "translations/en/a.md", &Snapshot(None), b"one").unwrap();
        let read = project.snapshot("translations/en/a.md").unwrap();
        fs::write(project.root().join("translations/en/a.md"), b"two").unwrap();
        let error = project.write(&lock, "translations/en/a.md", &read, b"three").unwrap_err();
        assert!(matches!(error.kind, ErrorKind::ChangedOnDisk));
        assert_eq!(project.read("translations/en/a.md").unwrap(), b"two");
    }

    #[cfg(unix)]
    #[test]
    fn a_symlink_that_leads_out_is_refused() {
        let (_folder, project) = project();
        std::os::unix::fs::symlink("/etc", project.root().join("originals/etc")).unwrap();
        assert!(matches!(project.read("originals/etc/hostname").unwrap_err().kind, ErrorKind::Outside));
        assert!(matches!(project.read("../x").unwrap_err().kind, ErrorKind::Outside));
        let lock = project.lock(|| ()).unwrap();
        let error = project.write(&lock, "originals/etc/tolmach", &Snapshot(None), b"x").unwrap_err();
        assert!(matches!(error.kind, ErrorKind::Outside));
    }
}
