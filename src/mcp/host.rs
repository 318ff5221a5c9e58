//! The program around the server.

use crate::i18n::Messages;
use crate::workspace::{self, Workspace};

/// What the server needs of the program around it.
pub struct Host<'a> {
    /// Opens the project; else says why it cannot be opened.
    pub open: &'a dyn Fn() -> Result<Workspace, String>,
    /// Words for what went wrong.
    pub describe: &'a dyn Fn(workspace::Error) -> String,
    /// The messages of findings.
    pub ui: &'a Messages,
}
