//! Which files a repository has whose layout is looked for.

use std::collections::BTreeSet;
use std::path::Path;

use super::names::slashes;

/// Folders of packages that others wrote.
pub(super) const PACKAGES: &str = "node_modules";

/// The most files and folders of a repository whose layout is looked for: a home folder is none.
const MOST: usize = 200_000;

/// Every plain file of a folder that is not hidden, relative to it; `None` where there are too many to look through.
pub(super) fn all(root: &Path) -> Option<BTreeSet<String>> {
    let mut files = BTreeSet::new();
    let hidden = |entry: &walkdir::DirEntry| {
        let name = entry.file_name().to_str();
        entry.depth() > 0 && name.is_some_and(|name| name.starts_with('.') || name == PACKAGES)
    };
    let entries = walkdir::WalkDir::new(root).follow_links(false).into_iter().filter_entry(|entry| !hidden(entry));
    for (count, entry) in entries.enumerate() {
        if count > MOST {
            return None;
        }
        // What this user may not read is not theirs to translate.
        let Some(entry) = entry.ok().filter(|entry| entry.file_type().is_file()) else { continue };
        if let Some(path) = entry.path().strip_prefix(root).ok().filter(|path| path.to_str().is_some()) {
            files.insert(slashes(path));
        }
    }
    Some(files)
}
