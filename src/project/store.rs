//! Reading and writing: whole files, atomically, one writer at a time.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};

use super::root::text;
use super::{Error, ErrorKind, Project};

/// How long a second writer waits for the first.
const PATIENCE: Duration = Duration::from_secs(5);

/// A file as it was read; `None` where it was not there.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Snapshot(pub Option<Vec<u8>>);

/// The right to write to a project; given back when dropped, also when the process dies.
#[derive(Debug)]
pub struct Lock {
    _file: File,
}

impl Project {
    /// The bytes of a file inside the project.
    ///
    /// # Errors
    ///
    /// Where it is not there, leads out of the project or cannot be read.
    pub fn read(&self, path: &str) -> Result<Vec<u8>, Error> {
        fs::read(self.contained(path)?).map_err(|error| Error::io(path, error))
    }

    /// The text of a file inside the project.
    ///
    /// # Errors
    ///
    /// As [`Project::read`], and where it is not UTF-8.
    pub fn read_text(&self, path: &str) -> Result<String, Error> {
        text(path, self.read(path)?)
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

    /// Whether the path is an existing file inside the project.
    pub fn exists(&self, path: &str) -> bool {
        self.contained(path).is_ok_and(|path| path.is_file())
    }

    /// Waits for the right to write.
    ///
    /// # Errors
    ///
    /// Where another process keeps it for more than five seconds.
    pub fn lock(&self) -> Result<Lock, Error> {
        let file = File::open(self.root()).or_else(|_| File::open(self.root().join(super::config::CONFIG)));
        let file = file.map_err(|error| Error::io(self.root().display().to_string(), error))?;
        let start = Instant::now();
        loop {
            match file.try_lock() {
                Ok(()) => return Ok(Lock { _file: file }),
                Err(fs::TryLockError::WouldBlock) if start.elapsed() < PATIENCE => {
                    thread::sleep(Duration::from_millis(20))
                }
                Err(fs::TryLockError::WouldBlock) => {
                    return Err(Error::new(self.root().display().to_string(), ErrorKind::Locked));
                }
                Err(fs::TryLockError::Error(error)) => return Err(Error::io(self.root().display().to_string(), error)),
            }
        }
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
        replace(&target, bytes).map_err(|error| Error::io(path, error))
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
        match before.0 {
            Some(_) => fs::remove_file(self.root().join(path)).map_err(|error| Error::io(path, error)),
            None => Ok(()),
        }
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

/// The bytes of a file anywhere, as the user named it.
///
/// # Errors
///
/// Where it cannot be read.
pub fn read_loose(path: &str) -> Result<Vec<u8>, Error> {
    fs::read(path).map_err(|error| Error::io(path, error))
}

/// Writes a file anywhere, as the user named it (`--output`): atomically where it is a plain file.
///
/// # Errors
///
/// Where it cannot be written.
pub fn write_loose(path: &str, bytes: &[u8]) -> Result<(), Error> {
    let target = Path::new(path);
    let special = target.metadata().is_ok_and(|metadata| !metadata.is_file());
    let done = if special {
        File::options().write(true).open(target).and_then(|mut file| file.write_all(bytes))
    } else {
        replace(target, bytes)
    };
    done.map_err(|error| Error::io(path, error))
}

/// Adds to the end of a file anywhere, as the environment named it (`GITHUB_STEP_SUMMARY`).
///
/// # Errors
///
/// Where it cannot be written.
pub fn append_loose(path: &str, bytes: &[u8]) -> Result<(), Error> {
    let file = File::options().append(true).create(true).open(path);
    file.and_then(|mut file| file.write_all(bytes)).map_err(|error| Error::io(path, error))
}

/// Makes a project's folders and files where they are not there yet; what was made, in order.
///
/// # Errors
///
/// Where something cannot be made.
pub fn init(root: &Path, folders: &[&str], files: &[(&str, &str)]) -> Result<Vec<String>, Error> {
    let mut made = Vec::new();
    fs::create_dir_all(root).map_err(|error| Error::io(root.display().to_string(), error))?;
    for folder in folders {
        if root.join(folder).symlink_metadata().is_err() {
            fs::create_dir(root.join(folder)).map_err(|error| Error::io(*folder, error))?;
            made.push(format!("{folder}/"));
        }
    }
    for (path, text) in files {
        // A folder that holds files already is somebody's: an example would only be in the way.
        let (folder, _) = path.rsplit_once('/').unwrap_or(("", path));
        let occupied =
            !folder.is_empty() && fs::read_dir(root.join(folder)).is_ok_and(|mut entries| entries.next().is_some());
        if root.join(path).symlink_metadata().is_err() && !occupied {
            replace(&root.join(path), text.as_bytes()).map_err(|error| Error::io(*path, error))?;
            made.push((*path).to_owned());
        }
    }
    Ok(made)
}

fn replace(target: &Path, bytes: &[u8]) -> io::Result<()> {
    let folder = target.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut file = tempfile::Builder::new().prefix(".tolmach-").tempfile_in(folder)?;
    file.write_all(bytes)?;
    // A temporary file is readable by its owner alone; the new file keeps the rights of the old one.
    match fs::metadata(target) {
        Ok(metadata) => file.as_file().set_permissions(metadata.permissions())?,
        Err(_) => file.as_file().set_permissions(ordinary(folder)?)?,
    }
    file.as_file().sync_all()?;
    file.persist(target).map_err(|error| error.error)?;
    // The rename itself is on disk only when the folder is; not every system can open one.
    if let Ok(folder) = File::open(folder) {
        folder.sync_all().ok();
    }
    Ok(())
}

/// The rights that an ordinary new file gets in a folder: the folder's own, without the right to execute.
#[cfg(unix)]
fn ordinary(folder: &Path) -> io::Result<fs::Permissions> {
    use std::os::unix::fs::PermissionsExt;
    Ok(fs::Permissions::from_mode(fs::metadata(folder)?.permissions().mode() & 0o666))
}

#[cfg(not(unix))]
fn ordinary(folder: &Path) -> io::Result<fs::Permissions> {
    let mut permissions = fs::metadata(folder)?.permissions();
    permissions.set_readonly(false);
    Ok(permissions)
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
        let lock = project.lock().unwrap();
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
        let lock = project.lock().unwrap();
        let error = project.write(&lock, "originals/etc/tolmach", &Snapshot(None), b"x").unwrap_err();
        assert!(matches!(error.kind, ErrorKind::Outside));
    }

    #[test]
    fn a_second_writer_waits_for_the_first() {
        let (_folder, project) = project();
        let lock = project.lock().unwrap();
        let other = project.clone();
        let waiting = thread::spawn(move || other.lock().map(|_| ()));
        thread::sleep(Duration::from_millis(100));
        drop(lock);
        waiting.join().unwrap().unwrap();
    }
}
