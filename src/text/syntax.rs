//! What a way of writing documents must answer.

use std::borrow::Cow;

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

    /// A paragraph's text with the destination of each link in place of its label; `labels` says where one leads.
    fn with_destinations<'a>(&self, text: &'a str, labels: &dyn Fn(&str) -> Option<String>) -> Cow<'a, str>;

    /// What a comment begins and ends with. Gaps and other words to tolmach are comments.
    fn comments(&self) -> Delimiters;
}
