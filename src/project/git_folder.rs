//! Git's own folder: what is in it is run (hooks) or secret (the credentials of the remote).

use std::path::Path;

use super::{Error, ErrorKind};

/// Whether a path is a `.git` or leads through one; file systems may take letters of either case for the same.
pub(super) fn in_git_folder(path: &Path) -> bool {
    path.components().any(|part| part.as_os_str().eq_ignore_ascii_case(".git"))
}

/// Refuses a place in git's own folder, links followed.
pub(super) fn not_of_git(path: &str, place: &Path) -> Result<(), Error> {
    let resolved = place.canonicalize();
    match in_git_folder(place) || resolved.is_ok_and(|resolved| in_git_folder(&resolved)) {
        true => Err(Error::new(path, ErrorKind::GitFolder)),
        false => Ok(()),
    }
}
