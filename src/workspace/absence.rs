//! What can be missing from a project, as facts.

/// What is missing beside a file that is there, or of one that was named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Absence {
    /// The original of a translation.
    Original {
        /// Where it should be.
        original: String,
    },
    /// The translation that a units file was written for.
    Translation,
    /// The translation and the original that a units file was written for.
    Documents {
        /// Where the original would be.
        original: String,
    },
    /// A translation that was there in the revision that the check begins with.
    Deleted,
    /// Any translation of an original that was named.
    Untranslated,
}

/// An original whose texts are those that somebody accepted under another name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Renamed {
    /// The old path, inside the project.
    pub from: String,
    /// The new path, inside the project.
    pub to: String,
}
