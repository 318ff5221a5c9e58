//! Why a project, or a file of it, cannot be read.

use crate::i18n::Messages;
use crate::workspace::Error;

/// A failure in words, with its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// Inside the project; `None` where it is about no file.
    pub path: Option<String>,
    /// 1-based.
    pub line: Option<usize>,
    /// The cause and the way out.
    pub message: String,
}

/// Words a failure in the language of the interface.
pub type Describe = fn(Error, &Messages) -> Vec<Failure>;
