//! Paths as text.

use std::path::{Component, Path};

/// A path with `/` between its parts, without `.`.
pub(super) fn slashes(path: &Path) -> String {
    let parts: Vec<_> = path
        .components()
        .filter(|part| *part != Component::CurDir)
        .map(|part| part.as_os_str().to_string_lossy())
        .collect();
    parts.join("/")
}
