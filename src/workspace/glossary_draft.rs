//! The glossary's files while a command changes them: read, changed in memory, checked as a whole, written together.

use super::{Error, Progress, read_glossary};
use crate::edit::Transaction;
use crate::glossary::edit::Refusal;
use crate::glossary::{Concept, Glossary};
use crate::project::Project;

/// The texts of the glossary's files, some of them changed.
pub struct GlossaryDraft<'a> {
    project: &'a Project,
    texts: Vec<(String, String)>,
}

/// Why the glossary was not changed.
#[derive(Debug)]
pub enum DraftError {
    /// The glossary cannot be read or written.
    Workspace(Error),
    /// No concept has this id.
    NoConcept {
        /// As asked for.
        concept: String,
    },
    /// The named file is none of the glossary's.
    NotAGlossaryFile {
        /// As named.
        path: String,
    },
    /// A file cannot take the change.
    File {
        /// Inside the project.
        path: String,
        /// What the editor of glossary files answered.
        refusal: Refusal,
    },
    /// With the change, the glossary would no longer be read.
    Unreadable(Error),
}

impl<E: Into<Error>> From<E> for DraftError {
    fn from(error: E) -> DraftError {
        DraftError::Workspace(error.into())
    }
}

impl<'a> GlossaryDraft<'a> {
    /// Reads the files. Who writes what comes of it holds the lock, so that no other command takes the same ids.
    ///
    /// # Errors
    ///
    /// If a file cannot be read.
    pub fn open(project: &'a Project) -> Result<GlossaryDraft<'a>, Error> {
        let mut texts = Vec::new();
        for file in project.glossary_files()?.unwrap_or_default() {
            texts.push((file.clone(), project.read_text(&file)?));
        }
        Ok(GlossaryDraft { project, texts })
    }

    /// The concepts as the files have them now.
    pub fn glossary(&self) -> Glossary {
        Glossary::read(&self.texts).0
    }

    /// The concept of an id.
    ///
    /// # Errors
    ///
    /// Where there is none.
    pub fn concept(&self, id: &str) -> Result<Concept, DraftError> {
        let found = self.glossary().concepts.into_vec().into_iter().find(|concept| concept.id == id);
        found.ok_or_else(|| DraftError::NoConcept { concept: id.to_owned() })
    }

    /// The text of a file; empty where there is none yet.
    pub fn text(&self, path: &str) -> &str {
        self.texts.iter().find(|(name, _)| name == path).map_or("", |(_, text)| text.as_str())
    }

    /// Changes a file, or begins one.
    ///
    /// # Errors
    ///
    /// What the change answers.
    pub fn change(
        &mut self,
        path: &str,
        change: impl FnOnce(&str) -> Result<String, Refusal>,
    ) -> Result<(), DraftError> {
        let refused = |refusal| DraftError::File { path: path.to_owned(), refusal };
        let text = change(self.text(path)).map_err(refused)?;
        match self.texts.iter_mut().find(|(name, _)| name == path) {
            Some((_, known)) => *known = text,
            None => self.texts.push((path.to_owned(), text)),
        }
        Ok(())
    }

    /// What writes the changed files. A glossary that its own reader refuses would stop every other command.
    ///
    /// # Errors
    ///
    /// If the glossary could not be read so, or a file cannot be read.
    pub fn transaction(&self, progress: &dyn Progress) -> Result<Transaction, DraftError> {
        read_glossary(self.project, &self.texts, progress).map_err(DraftError::Unreadable)?;
        let mut all = Transaction::new();
        for (path, text) in &self.texts {
            let before = self.project.snapshot(path)?;
            if before.0.as_deref() != Some(text.as_bytes()) {
                let change = Transaction::of(path, before.0, Some(text.clone().into_bytes()));
                all = all.then(change).expect("every file is changed once");
            }
        }
        Ok(all)
    }
}

/// Whether a path can be one of the glossary's files: `glossary/….toml`, nothing hidden.
pub fn is_glossary_file(path: &str) -> bool {
    let hidden = path.split('/').any(|part| part.starts_with('.'));
    path.starts_with("glossary/") && path.ends_with(".toml") && !hidden
}
