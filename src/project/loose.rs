//! Files that a user or the environment named, wherever they are; and the folders of a new project.

use std::fs::{self, File};
use std::io::{self, Read, Seek, Write};
use std::path::Path;

use super::git_folder::not_of_git;
use super::replace::{folder_of, make_folder, replace, replace_by, sweep};
use super::whole::{self, MEMORY};
use super::{Error, ErrorKind};

/// The bytes of a file anywhere, as the user named it.
///
/// # Errors
///
/// Where it cannot be read, is git's own or is larger than 1 GiB.
pub fn read_loose(path: &str) -> Result<Vec<u8>, Error> {
    not_of_git(path, Path::new(path))?;
    whole::any(path, Path::new(path), MEMORY)
}

/// Writes a file anywhere, as the user named it (`--output`): atomically where it is a plain file.
///
/// A link is replaced and not followed: one that a pull request brings must not lead an answer out of the project.
/// For the same reason a link in its folders must not lead out of the project or the repository in which the link is.
/// A device or a pipe is written to (`/dev/stdout`).
///
/// # Errors
///
/// Where it cannot be written, is git's own, or such a link leads out.
pub fn write_loose(path: &str, bytes: &[u8]) -> Result<(), Error> {
    stream_loose(path, |out| out.write_all(bytes))
}

/// As [`write_loose`], with what `write` writes.
///
/// # Errors
///
/// As [`write_loose`], and where `write` fails.
pub fn stream_loose(path: &str, write: impl FnOnce(&mut File) -> io::Result<()>) -> Result<(), Error> {
    let target = Path::new(path);
    let written = std::path::absolute(path).map_err(|error| Error::io(path, error))?;
    not_of_git(path, Path::new(written.file_name().unwrap_or_default()))?;
    not_led_out(path, folder_of(&written))?;
    // `/dev/stdout` is a link that the user means; a link in the folder where they work may be anybody's.
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

/// What is in the root folder of a project or a repository.
const ROOTS: [&str; 3] = [super::config_file::CONFIG, "originals", ".git"];

/// Refuses to write into a folder, there already or not, where it or one above it is a link that leads out of the
/// project or the repository that holds the link, and into git's own folder.
///
/// # Errors
///
/// [`ErrorKind::Outside`] or [`ErrorKind::GitFolder`].
pub(super) fn not_led_out(path: &str, folder: &Path) -> Result<(), Error> {
    let folder = std::path::absolute(folder).map_err(|error| Error::io(path, error))?;
    not_of_git(path, &folder)?;
    let there = folder.ancestors().find(|part| part.symlink_metadata().is_ok());
    not_of_git(path, there.unwrap_or(&folder))?;
    for link in folder.ancestors().filter(|part| part.symlink_metadata().is_ok_and(|metadata| metadata.is_symlink())) {
        let (Some(Ok(holder)), Ok(leads)) = (link.parent().map(Path::canonicalize), link.canonicalize()) else {
            continue;
        };
        let is_root = |folder: &&Path| ROOTS.iter().any(|name| folder.join(name).symlink_metadata().is_ok());
        if holder.ancestors().find(is_root).is_some_and(|root| !leads.starts_with(root)) {
            return Err(Error::new(path, ErrorKind::Outside));
        }
    }
    Ok(())
}

/// So much stays in memory before it goes to a file, in bytes.
const IN_MEMORY: usize = 4 << 20;

/// Room for what is written and read back within one run: memory, then a file without a name in the system's folder
/// for such, which is gone with the process however that ends.
pub fn scratch() -> impl Read + Write + Seek + use<> {
    tempfile::spooled_tempfile(IN_MEMORY)
}

/// Makes a folder anywhere, as the user named it, with those above it; one that is there already is good.
///
/// # Errors
///
/// Where it cannot be made, is git's own, or a link leads out, as in [`write_loose`].
pub fn create_folder_loose(path: &str) -> Result<(), Error> {
    not_led_out(path, Path::new(path))?;
    fs::create_dir_all(path).map_err(|error| Error::io(path, error))
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
            make_folder(&root.join(folder)).map_err(|error| Error::io(*folder, error))?;
            made.push(format!("{folder}/"));
        }
        let place = root.join(folder).canonicalize().map_err(|error| Error::io(*folder, error))?;
        if !place.starts_with(&root) {
            return Err(Error::new(*folder, ErrorKind::Outside));
        }
        not_of_git(folder, &place)?;
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

#[cfg(all(test, unix))]
mod tests {
    use super::*;
    use std::os::unix::fs::symlink;

    #[test]
    fn an_answer_does_not_follow_a_folder_link_out_of_the_project() {
        let folder = tempfile::tempdir().unwrap();
        let at = |path: &str| folder.path().join(path).display().to_string();
        for path in ["out", "project/originals", "project/kept", "project/.git"] {
            fs::create_dir_all(at(path)).unwrap();
        }
        symlink("../out", at("project/reports")).unwrap();
        symlink("kept", at("project/inside")).unwrap();
        symlink(".git", at("project/hooks")).unwrap();
        symlink("project", at("mine")).unwrap();
        let kind = |path: &str| write_loose(&at(path), b"x").unwrap_err().kind;
        assert!(matches!(kind("project/reports/a.sarif"), ErrorKind::Outside));
        assert!(matches!(kind("mine/reports/a.sarif"), ErrorKind::Outside));
        for path in ["project/hooks/pre-commit", "project/.git/config", "project/.git"] {
            assert!(matches!(kind(path), ErrorKind::GitFolder), "{path}");
        }
        assert_eq!(fs::read_dir(at("out")).unwrap().count(), 0);
        for path in ["project/a.sarif", "project/inside/a.sarif", "mine/kept/b.sarif", "out/a.sarif"] {
            write_loose(&at(path), b"x").unwrap();
        }
        fs::write(at("project/.git/config"), "secret").unwrap();
        assert!(matches!(read_loose(&at("project/hooks/config")).unwrap_err().kind, ErrorKind::GitFolder));
        assert_eq!(read_loose(&at("project/kept/b.sarif")).unwrap(), b"x");
        for (path, out) in [("reports", true), ("reports/new/man", true), ("hooks/new", false), (".git/new/man", false)]
        {
            let error = create_folder_loose(&at(&format!("project/{path}"))).unwrap_err();
            assert_eq!(matches!(error.kind, ErrorKind::Outside), out, "{path}");
            assert!(out || matches!(error.kind, ErrorKind::GitFolder), "{path}");
        }
        create_folder_loose(&at("project/inside/new/man")).unwrap();
        assert!(
            fs::read_dir(at("out")).unwrap().count() == 1 && fs::read_dir(at("project/.git")).unwrap().count() == 1
        );
    }

    #[test]
    fn a_new_project_has_no_folder_in_git() {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir_all(folder.path().join(".git/hooks")).unwrap();
        symlink(".git/hooks", folder.path().join("glossary")).unwrap();
        let error = init(folder.path(), &["glossary"], &[("glossary/a.toml", "")]).unwrap_err();
        assert!(matches!(error.kind, ErrorKind::GitFolder));
        assert_eq!(fs::read_dir(folder.path().join(".git/hooks")).unwrap().count(), 0);
    }
}
