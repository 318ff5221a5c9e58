//! How a command opens the project it works on.

use std::path::{Path, PathBuf};

use super::error::Error;
use super::notes;
use super::terminal::Terminal;
use crate::project::{Lock, Project};
use crate::workspace::{Note, Progress, Workspace};

impl Terminal {
    /// The project the command works on.
    ///
    /// # Errors
    ///
    /// Where there is none, or its configuration is broken.
    pub(super) fn project(&self) -> Result<Project, Error> {
        self.project_at(self.project.as_deref())
    }

    /// The project whose folder is `root`; that of the working folder where there is none.
    ///
    /// # Errors
    ///
    /// As [`Terminal::project`].
    pub(super) fn project_at(&self, root: Option<&Path>) -> Result<Project, Error> {
        let project = match root {
            Some(root) => Project::open(root)?,
            None => Project::find(&PathBuf::from("."))?,
        };
        notes::discovered(self, &project);
        Ok(project)
    }

    /// The project the command works on, with what all its documents share.
    ///
    /// # Errors
    ///
    /// As [`Terminal::project`], and if the glossary or a word list is broken.
    pub(super) fn workspace(&self) -> Result<Workspace, Error> {
        Ok(Workspace::open(self.project()?, self)?)
    }

    /// The right to write to a project; says so where another process makes it wait.
    ///
    /// # Errors
    ///
    /// Where another process keeps it.
    pub(super) fn lock(&self, project: &Project) -> Result<Lock, Error> {
        Ok(project.lock(|| Progress::note(self, &Note::Waits))?)
    }
}
