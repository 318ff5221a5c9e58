//! The repository whose layout is looked for.

use std::collections::BTreeSet;

/// Where the units files of somebody else's repository go.
pub(super) const UNITS: &str = ".tolmach/";

/// As many documents are read to see which language they are in.
pub(super) const SAMPLES: usize = 5;

/// The files of a repository, by their paths.
pub(super) struct Files<'a> {
    pub(super) documents: BTreeSet<&'a str>,
    /// Gives the text of a file, where it is there.
    pub(super) read: &'a dyn Fn(&str) -> Option<String>,
}
