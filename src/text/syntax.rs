//! What a way of writing documents must answer.

use super::comment::Delimiters;
use super::parts::Parts;

/// A way of writing documents: one file each, which nothing outside this room looks behind.
pub(crate) trait Syntax: Sync {
    /// Reads a decoded text from byte `from` on; total, whatever the text holds.
    fn read(&self, text: &str, from: usize) -> Parts;

    /// A paragraph's text without what only looks: two texts of equal wording say the same in the same words.
    ///
    /// Made for comparing, not for reading.
    fn wording(&self, text: &str) -> String;

    /// What a comment begins and ends with. Gaps and other words to tolmach are comments.
    fn comments(&self) -> Delimiters;
}
