//! Git's own folder: what is in it is run (hooks) or secret (the credentials of the remote).

use std::ffi::OsStr;
use std::path::Path;

use super::{Error, ErrorKind};

/// Whether a path is a `.git` or leads through one.
pub(super) fn in_git_folder(path: &Path) -> bool {
    path.components().any(|part| is_git(part.as_os_str()))
}

/// Whether some file system takes the name for `.git`, as git itself asks (`is_ntfs_dotgit`, `is_hfs_dotgit`): letters of
/// either case everywhere; on NTFS the short name `git~1`, blanks and dots at the end, and what follows a colon, which
/// names a stream; on HFS+ letters that it ignores.
fn is_git(name: &OsStr) -> bool {
    let ignored = |letter: char| matches!(letter, '\u{200c}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{206a}'..='\u{206f}' | '\u{feff}');
    let name: String = name.to_string_lossy().chars().filter(|letter| !ignored(*letter)).collect();
    let name = name.split(':').next().unwrap_or_default().trim_end_matches([' ', '.']);
    [".git", "git~1"].iter().any(|git| name.eq_ignore_ascii_case(git))
}

/// Refuses a place in git's own folder, links followed.
pub(super) fn not_of_git(path: &str, place: &Path) -> Result<(), Error> {
    let resolved = place.canonicalize();
    match in_git_folder(place) || resolved.is_ok_and(|resolved| in_git_folder(&resolved)) {
        true => Err(Error::new(path, ErrorKind::GitFolder)),
        false => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_spelling_that_a_file_system_takes_for_git_is_git() {
        let spellings =
            [".git", ".GIT", ".Git", ".git.", ".git ", ".git . .", "git~1", "GIT~1", ".git::$INDEX_ALLOCATION"];
        for name in spellings.into_iter().chain([".git:a", ".g\u{200c}it", "\u{feff}.git", ".gi\u{206f}T"]) {
            assert!(in_git_folder(Path::new(name)), "{name}");
            assert!(in_git_folder(&Path::new("a").join(name).join("config")), "{name}");
        }
        for name in [".github", ".gitignore", "git", "a.git", ".git~1", "git~2", "..git", "гит"] {
            assert!(!in_git_folder(&Path::new("a").join(name)), "{name}");
        }
    }
}
