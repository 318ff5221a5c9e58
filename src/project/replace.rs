//! Files replaced as a whole, through a temporary file in the same folder, and what killed runs left of those.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::Path;

use tempfile::NamedTempFile;

use super::kept::keep;

/// Names of temporary files: `.tolmach-x8Kq2Z.tmp`.
const PREFIX: &str = ".tolmach-";
const RANDOM: usize = 6;
const SUFFIX: &str = ".tmp";

/// Replaces a file: whoever reads it, and whoever finds it after a crash, sees the old bytes or the new ones. A link
/// is replaced itself; a file keeps its rights, and its owner and attributes where that is allowed.
///
/// # Errors
///
/// Where it cannot be written; the file is as it was.
pub(super) fn replace(target: &Path, bytes: &[u8]) -> io::Result<()> {
    replace_by(target, |out| out.write_all(bytes))
}

/// As [`replace`], with what `write` writes.
pub(super) fn replace_by(target: &Path, write: impl FnOnce(&mut File) -> io::Result<()>) -> io::Result<()> {
    let file = prepare(target, write)?;
    put(file, target)
}

/// As [`replace`], of what can be made again: after a crash of the system the file may be empty.
pub(super) fn replace_unsynced(target: &Path, bytes: &[u8]) -> io::Result<()> {
    let file = written(target, |out| out.write_all(bytes))?;
    file.persist(target).map(|_| ()).map_err(|error| error.error)
}

/// A synced temporary file that is to replace `target`.
pub(super) fn prepare(target: &Path, write: impl FnOnce(&mut File) -> io::Result<()>) -> io::Result<NamedTempFile> {
    let file = written(target, write)?;
    file.as_file().sync_all()?;
    Ok(file)
}

/// A temporary file beside `target`, with its rights, owner and attributes.
fn written(target: &Path, write: impl FnOnce(&mut File) -> io::Result<()>) -> io::Result<NamedTempFile> {
    let folder = folder_of(target);
    let mut file = temporary(folder)?;
    write(file.as_file_mut())?;
    // A temporary file is readable by its owner alone; the new file keeps the rights of the old one.
    match fs::symlink_metadata(target) {
        Ok(metadata) if metadata.is_file() => {
            keep(target, &metadata, file.as_file());
            file.as_file().set_permissions(metadata.permissions())?;
        }
        _ => file.as_file().set_permissions(ordinary(folder)?)?,
    }
    Ok(file)
}

/// Puts a prepared file in the place of `target`.
pub(super) fn put(file: NamedTempFile, target: &Path) -> io::Result<()> {
    file.persist(target).map_err(|error| error.error)?;
    settle(folder_of(target));
    Ok(())
}

/// Puts a rename or a removal in a folder on disk: it is there only when the folder is; not every system can open one.
pub(super) fn settle(folder: &Path) {
    if let Ok(folder) = File::open(folder) {
        folder.sync_all().ok();
    }
}

/// Makes a folder that is not there, and puts its name on disk: what is synced in it later is there only when it is.
///
/// # Errors
///
/// Where it cannot be made.
pub(super) fn make_folder(folder: &Path) -> io::Result<()> {
    fs::create_dir(folder)?;
    settle(folder_of(folder));
    Ok(())
}

/// The folder in which a file is.
pub(super) fn folder_of(target: &Path) -> &Path {
    target.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// Removes the temporary files of runs that were killed; never one whose writer lives.
pub(super) fn sweep(folder: &Path) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    entries.flatten().filter(|entry| entry.file_name().to_str().is_some_and(is_temporary)).for_each(|entry| {
        sweep_one(&entry.path());
    });
}

/// Removes a temporary file unless its writer lives: a writer keeps its file locked, and a lock dies with its process.
pub(super) fn sweep_one(path: &Path) {
    if !path.symlink_metadata().is_ok_and(|metadata| metadata.is_file()) {
        return;
    }
    let Ok(file) = File::options().write(true).open(path) else { return };
    // The lock is held until the file is gone: a writer that waits for it to lock a file just made sees that it is.
    if file.try_lock().is_ok() {
        fs::remove_file(path).ok();
    }
}

/// Whether a file's name is one that [`replace`] gives.
pub(super) fn is_temporary(name: &str) -> bool {
    let random = name.strip_prefix(PREFIX).and_then(|rest| rest.strip_suffix(SUFFIX));
    random.is_some_and(|random| random.len() == RANDOM && random.bytes().all(|byte| byte.is_ascii_alphanumeric()))
}

/// An empty file that is locked while its writer lives.
fn temporary(folder: &Path) -> io::Result<NamedTempFile> {
    loop {
        let file = tempfile::Builder::new().prefix(PREFIX).rand_bytes(RANDOM).suffix(SUFFIX).tempfile_in(folder)?;
        // A file system without locks has no sweeping either.
        file.as_file().lock().ok();
        // Between its making and its locking another process may have taken it for a dead one's.
        if file.path().symlink_metadata().is_ok() {
            return Ok(file);
        }
    }
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

    #[test]
    fn a_dead_writers_file_is_swept_and_a_living_ones_is_not() {
        let folder = tempfile::tempdir().unwrap();
        let dead = folder.path().join(".tolmach-Ab12zX.tmp");
        let named_alike = folder.path().join(".tolmach-notes.tmp");
        fs::write(&dead, b"half").unwrap();
        fs::write(&named_alike, b"somebody's").unwrap();
        let living = temporary(folder.path()).unwrap();
        sweep(folder.path());
        assert!(!dead.exists());
        assert!(named_alike.exists());
        assert!(living.path().exists());
    }

    #[cfg(unix)]
    #[test]
    fn a_link_is_replaced_and_what_it_leads_to_is_not() {
        let (folder, outside) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let (link, other) = (folder.path().join("a"), outside.path().join("b"));
        fs::write(&other, b"old").unwrap();
        std::os::unix::fs::symlink(&other, &link).unwrap();
        replace(&link, b"new").unwrap();
        assert_eq!(fs::read(&link).unwrap(), b"new");
        assert_eq!(fs::read(&other).unwrap(), b"old");
    }
}
