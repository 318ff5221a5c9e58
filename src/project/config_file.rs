//! The file of the configuration.

/// The name of the project's configuration file.
pub(super) const CONFIG: &str = "tolmach.toml";

/// The 1-based line of a place in the file's text.
pub(super) fn line_of(text: &str, offset: usize) -> usize {
    text.as_bytes()[..offset.min(text.len())].iter().filter(|byte| **byte == b'\n').count() + 1
}
