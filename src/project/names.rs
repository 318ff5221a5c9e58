//! Paths as text: what the names of files say.

use std::path::{Component, Path};

/// How the names of documents end.
pub(super) const ENDINGS: &[&str] = &["md", "markdown", "mdx", "txt"];

/// A path with `/` between its parts, without `.`.
pub(super) fn slashes(path: &Path) -> String {
    let parts: Vec<_> = path
        .components()
        .filter(|part| *part != Component::CurDir)
        .map(|part| part.as_os_str().to_string_lossy())
        .collect();
    parts.join("/")
}

/// The folder of a pattern before its first wildcard.
pub(super) fn still(pattern: &str) -> &str {
    let fixed = &pattern[..pattern.find(['*', '{', '?', '[']).unwrap_or(pattern.len())];
    fixed.rfind('/').map_or("", |slash| &fixed[..slash])
}

/// How the names of units files end.
const UNITS: &str = ".units.toml";

/// The units file of a translation: `almaty.units.toml` beside `almaty.md`, or under the same path in `folder`.
pub fn units_path(folder: &str, translation: &str) -> String {
    let stem = ENDINGS.iter().find_map(|ending| translation.strip_suffix(ending)?.strip_suffix('.'));
    format!("{folder}{}{UNITS}", stem.unwrap_or(translation))
}

/// The path of a units file without the ending of such files; `None` for another file.
pub fn units_stem(path: &str) -> Option<&str> {
    path.strip_suffix(UNITS)
}

/// Whether a file's name is that of a document, and not of what an editor or a system left.
pub(super) fn is_document(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    let left_over = name.starts_with('.') || name.starts_with("~$");
    !left_over && name.rsplit_once('.').is_some_and(|(_, ending)| ENDINGS.contains(&ending))
}
