//! From Fluent files to Rust functions: read, compare, write.
//!
//! Also compiled by `tests/messages.rs`, which plants faults.

mod compare;
mod names;
mod read;
mod write;

use std::path::Path;

/// The Rust code for all languages under `root`, one folder each; or every fault as `file:line: what`.
pub(crate) fn generate(root: &Path) -> Result<String, Vec<String>> {
    let languages = read::languages(root)?;
    let merged = compare::merge(&languages)?;
    write::code(&languages, &merged)
}
