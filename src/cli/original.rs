//! The original of a translation that is started: one of the project's, or one that is to come into it.

use crate::edit::Transaction;
use crate::project::Project;

/// What is to be translated.
pub(super) struct Original {
    /// As it was named.
    pub(super) written: String,
    /// Inside the project.
    pub(super) path: String,
    /// Writes it where it is not there yet.
    pub(super) change: Transaction,
    /// The project with it, written or not.
    pub(super) project: Project,
    /// What to answer once it is written.
    pub(super) answer: Option<String>,
}
