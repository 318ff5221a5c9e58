//! The projects of the open texts, each with what is open over its files.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use super::failure::{Cause, Describe, Failure};
use crate::glossary::Fault;
use crate::i18n::Messages;
use crate::lang::Language;
use crate::memory::Memory;
use crate::project::{self, Disk, Files, Overlay};
use crate::workspace::{self, Analyses, Error, Note, Progress, Silent, Step, Workspace};

/// A project of which some text is open.
pub(super) struct Project {
    /// Its canonical folder.
    pub root: PathBuf,
    /// Its files with the open texts over them.
    pub files: Arc<Overlay>,
    /// What was read of it.
    pub state: State,
    /// What is doubtful in its glossary.
    pub remarks: Vec<Failure>,
    /// Whether something changed since it could not be checked.
    changed: bool,
    /// Its translation memories, by language, read when they are first asked for.
    memories: BTreeMap<Language, Arc<Memory>>,
}

/// What was read of a project.
pub(super) enum State {
    /// It can be checked.
    Open(Box<Analyses>),
    /// It cannot, and why.
    Broken(Vec<Failure>),
}

impl Project {
    /// Reads the project; `files` keep what is open over it.
    fn read(root: PathBuf, files: Arc<Overlay>, describe: Describe, ui: &Messages) -> Project {
        let remarks = Remarks::default();
        let as_files: Arc<dyn Files> = files.clone();
        let opened =
            project::Project::on(as_files).map_err(Error::from).and_then(|project| Workspace::open(project, &remarks));
        let state = match opened {
            Ok(workspace) => State::Open(Box::new(Analyses::new(workspace))),
            Err(error) => State::Broken(describe(error.into(), ui)),
        };
        let faults = remarks.faults.into_inner().unwrap_or_else(PoisonError::into_inner);
        let remarks = if faults.is_empty() { Vec::new() } else { describe(Error::Glossary(faults).into(), ui) };
        Project { root, files, state, remarks, changed: false, memories: BTreeMap::new() }
    }

    /// The project where it can be checked.
    pub(super) fn analyses(&mut self) -> Option<&mut Analyses> {
        match &mut self.state {
            State::Open(analyses) => Some(analyses),
            State::Broken(_) => None,
        }
    }

    /// The translation memory in a language; none where it cannot be read.
    pub(super) fn memory(&mut self, language: &Language) -> Option<Arc<Memory>> {
        if let Some(known) = self.memories.get(language) {
            return Some(known.clone());
        }
        let State::Open(analyses) = &self.state else { return None };
        let memory = Arc::new(workspace::memory(analyses.workspace(), language, &Silent).ok()?);
        self.memories.insert(language.clone(), memory.clone());
        Some(memory)
    }

    /// A file changed in the editor.
    pub(super) fn touch(&mut self, inside: &str) {
        self.changed = true;
        if let State::Open(analyses) = &mut self.state {
            analyses.touch(inside);
        }
    }

    /// Files may have come, gone or changed outside.
    pub(super) fn ask(&mut self) {
        self.changed = true;
        if let State::Open(analyses) = &mut self.state {
            analyses.ask();
        }
    }

    /// Whether it is to be read again: something changed that all its documents depend on.
    fn is_outdated(&self) -> bool {
        match &self.state {
            State::Open(analyses) => analyses.is_outdated(),
            State::Broken(_) => self.changed,
        }
    }
}

/// All projects, by their folder.
pub(super) struct Projects {
    by_root: BTreeMap<PathBuf, Project>,
    describe: Describe,
}

impl Projects {
    pub(super) fn new(describe: Describe) -> Projects {
        Projects { by_root: BTreeMap::new(), describe }
    }

    /// The project in a folder, read where it was not.
    pub(super) fn at(&mut self, root: &Path, ui: &Messages) -> &mut Project {
        let describe = self.describe;
        self.by_root.entry(root.to_owned()).or_insert_with(|| {
            // Where the folder is gone since the project was found, reading says so.
            let disk: Arc<dyn Files> = match Disk::open(root) {
                Ok(disk) => Arc::new(disk),
                Err(_) => Arc::new(project::Memory::default()),
            };
            Project::read(root.to_owned(), Arc::new(Overlay::new(disk)), describe, ui)
        })
    }

    /// A project that was read.
    pub(super) fn get(&mut self, root: &Path) -> Option<&mut Project> {
        self.by_root.get_mut(root)
    }

    /// All of them.
    pub(super) fn iter_mut(&mut self) -> impl Iterator<Item = &mut Project> {
        self.by_root.values_mut()
    }

    /// Reads those again in which something changed that all documents depend on.
    pub(super) fn read_outdated(&mut self, ui: &Messages) {
        let describe = self.describe;
        for project in self.by_root.values_mut().filter(|project| project.is_outdated()) {
            *project = Project::read(project.root.clone(), project.files.clone(), describe, ui);
        }
    }

    /// Forgets what was read of all projects, and what is open over them.
    pub(super) fn forget(&mut self) {
        self.by_root.clear();
    }

    /// The words for a failure.
    pub(super) fn describe(&self, cause: Cause, ui: &Messages) -> Vec<Failure> {
        (self.describe)(cause, ui)
    }
}

/// The root of the project of a file, and the file's path in it; the file need not be there.
pub(super) fn locate(file: &Path) -> Option<(PathBuf, String)> {
    let folder = file.ancestors().skip(1).find(|folder| folder.is_dir())?;
    let there = folder.canonicalize().ok()?;
    let whole = there.join(file.strip_prefix(folder).ok()?);
    let disk = Disk::find(&there).ok()?;
    let root = disk.root()?.to_owned();
    let inside: Vec<&str> = whole.strip_prefix(&root).ok()?.iter().map(|part| part.to_str()).collect::<Option<_>>()?;
    Some((root, inside.join("/")))
}

/// Collects what is doubtful in the glossary.
#[derive(Default)]
struct Remarks {
    faults: Mutex<Vec<Fault>>,
}

impl Progress for Remarks {
    fn begin(&self, _step: Step, _length: u64) {}

    fn advance(&self, _by: u64) {}

    fn end(&self) {}

    fn note(&self, note: &Note) {
        if let Note::Glossary(fault) = note {
            self.faults.lock().unwrap_or_else(PoisonError::into_inner).push(fault.clone());
        }
    }
}
