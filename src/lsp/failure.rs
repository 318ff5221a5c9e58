//! Why a project, or a file of it, cannot be read, or a command did nothing.

use crate::i18n::Messages;
use crate::workspace::{AddError, DraftError, Error};

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

/// What went wrong.
#[derive(Debug)]
pub enum Cause {
    /// A project, or a file of it.
    Project(Error),
    /// The glossary was not changed.
    Glossary(DraftError),
    /// Terms were not added to a concept.
    Terms {
        /// Its id.
        concept: String,
        /// Why.
        error: Box<AddError>,
    },
}

impl From<Error> for Cause {
    fn from(error: Error) -> Cause {
        Cause::Project(error)
    }
}

impl From<DraftError> for Cause {
    fn from(error: DraftError) -> Cause {
        Cause::Glossary(error)
    }
}

/// Words a failure in the language of the interface.
pub type Describe = fn(Cause, &Messages) -> Vec<Failure>;
