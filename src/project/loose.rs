//! Files that a user or the environment named, wherever they stand; and the folders of a new project.

use std::fs::{self, File};
use std::io::{self, Read, Seek, Write};
use std::path::Path;

use super::replace::{folder_of, replace, replace_by, sweep};
use super::whole::{self, MEMORY};
use super::{Error, ErrorKind};

/// The bytes of a file anywhere, as the user named it.
///
/// # Errors
///
/// Where it cannot be read or is larger than 1 GiB.
pub fn read_loose(path: &str) -> Result<Vec<u8>, Error> {
    whole::any(path, Path::new(path), MEMORY)
}

/// Writes a file anywhere, as the user named it (`--output`): atomically where it is a plain file.
///
/// A link is replaced and not followed: one that a pull request brings must not lead an answer out of the project.
/// A device or a pipe is written to (`/dev/stdout`).
///
/// # Errors
///
/// Where it cannot be written.
pub fn write_loose(path: &str, bytes: &[u8]) -> Result<(), Error> {
    stream_loose(path, |out| out.write_all(bytes))
}

/// As [`write_loose`], with what `write` writes.
///
/// # Errors
///
/// Where it cannot be written, or `write` says so.
pub fn stream_loose(path: &str, write: impl FnOnce(&mut File) -> io::Result<()>) -> Result<(), Error> {
    let target = Path::new(path);
    // `/dev/stdout` is a link that the user means; a link in the folder they stand in may be anybody's.
    let there = if target.is_absolute() { target.metadata() } else { target.symlink_metadata() };
    let done = match there.map(|metadata| metadata.file_type()) {
        Ok(kind) if kind.is_dir() => return Err(Error::new(path, ErrorKind::NotAFile)),
        Ok(kind) if !kind.is_file() && !kind.is_symlink() => {
            File::options().write(true).open(target).and_then(|mut file| write(&mut file))
        }
        _ => {
            sweep(folder_of(target));
            replace_by(target, write)
        }
    };
    done.map_err(|error| Error::io(path, error))
}

/// So much stays in memory before it goes to a file, in bytes.
const IN_MEMORY: usize = 4 << 20;

/// Room for what is written and read back within one run: memory, then a file without a name in the system's folder
/// for such, which is gone with the process however that ends.
pub fn scratch() -> impl Read + Write + Seek + use<> {
    tempfile::spooled_tempfile(IN_MEMORY)
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
/// Where something cannot be made, or a folder leads out of the project.
pub fn init(root: &Path, folders: &[&str], files: &[(&str, &str)]) -> Result<Vec<String>, Error> {
    let mut made = Vec::new();
    fs::create_dir_all(root).map_err(|error| Error::io(root.display().to_string(), error))?;
    let root = root.canonicalize().map_err(|error| Error::io(root.display().to_string(), error))?;
    for folder in folders {
        if root.join(folder).symlink_metadata().is_err() {
            fs::create_dir(root.join(folder)).map_err(|error| Error::io(*folder, error))?;
            made.push(format!("{folder}/"));
        }
        let place = root.join(folder).canonicalize().map_err(|error| Error::io(*folder, error))?;
        if !place.starts_with(&root) {
            return Err(Error::new(*folder, ErrorKind::Outside));
        }
        sweep(&place);
    }
    sweep(&root);
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
