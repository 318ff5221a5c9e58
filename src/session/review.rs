//! What a walk does to the project: reads it, carries out orders under the project's lock, takes them back.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::{Action, Done, FindingList, History, Note, Prompt, ReviewState, ReviewedPair};
use crate::analysis::suggest::Candidate;
use crate::edit::Transaction;
use crate::glossary::Glossary;
use crate::i18n::{Messages, Notice};
use crate::lang::Language;
use crate::project::{self, ErrorKind, Project, Snapshot, Stamp};
use crate::text::on_one_line;
use crate::workspace::{self, Analyses, Error, Evidence, Silent, Updated, Workspace};

/// Files by path, as they were read.
pub(super) type Files = BTreeMap<String, Snapshot>;

/// Where candidates go; the file that `init` makes.
pub(super) const TAKEN: &str = "glossary/terms.toml";

/// What a review is about, and how its failures are worded.
pub struct Request {
    /// Originals, translations or folders; empty for all.
    pub paths: Vec<String>,
    /// Target languages; empty for all.
    pub languages: Vec<Language>,
    /// Names and patterns of rules; all rules where it is empty.
    pub rules: Vec<String>,
    /// The words for a failure, in the language of the interface.
    pub describe: fn(Error, &Messages) -> String,
}

/// A review over a project.
pub struct Session {
    /// The messages of the interface.
    pub ui: Messages,
    /// What is shown at present.
    pub stage: ReviewState,
    describe: fn(Error, &Messages) -> String,
    rules: Vec<String>,
    paths: Vec<String>,
    languages: Vec<Language>,
    analyses: Analyses,
    /// Every file of the walk as it was read.
    pub(super) read: Files,
    /// When each of them was last found as it was read.
    stamps: BTreeMap<String, Option<Stamp>>,
    history: History,
    /// Candidates for the glossary; empty until somebody looks for them.
    pub(super) candidates: Vec<Candidate>,
}

impl Session {
    /// Reads everything.
    ///
    /// # Errors
    ///
    /// Where a file cannot be read.
    pub fn open(project: Project, ui: Messages, request: Request) -> Result<Session, Error> {
        let Request { paths, languages, rules, describe } = request;
        let analyses = read(open_workspace(project, &rules)?, &paths, &languages)?;
        let mut session = Session {
            stage: ReviewState::default(),
            analyses,
            read: Files::new(),
            stamps: BTreeMap::new(),
            history: History::default(),
            candidates: Vec::new(),
            paths,
            languages,
            ui,
            describe,
            rules,
        };
        session.remember_all()?;
        let sheets = session.sheets();
        let reasons = reasons(&sheets);
        session.stage = ReviewState::new(FindingList::new(sheets), reasons);
        Ok(session)
    }

    /// The project's concepts, as last read.
    pub fn glossary(&self) -> &Glossary {
        &self.workspace().glossary
    }

    /// The project that is reviewed.
    pub fn project(&self) -> &Project {
        &self.workspace().project
    }

    pub(super) fn workspace(&self) -> &Workspace {
        self.analyses.workspace()
    }

    /// How many analyses were made.
    pub fn analyses(&self) -> usize {
        self.workspace().analyses()
    }

    /// How many things can be undone.
    pub fn done(&self) -> usize {
        self.history.len()
    }

    /// What would be undone next.
    pub fn last_done(&self) -> Option<&str> {
        Some(&self.history.last()?.said)
    }

    /// Carries out an order and shows what came of it. Where a file has changed since it was read, nothing is done:
    /// it is read again and said.
    pub fn carry_out(&mut self, order: &Action) {
        let note = self.try_carry_out(order).unwrap_or_else(|error| self.note(error));
        self.stage.settle(note);
    }

    /// Reads again what has changed on disk; says whether anything had.
    pub fn look(&mut self) -> bool {
        match self.reread(None) {
            Ok(Some(note)) | Err(note) => {
                let fresh = self.stage.note != note;
                self.stage.note = note;
                fresh
            }
            Ok(None) => false,
        }
    }

    fn try_carry_out(&mut self, order: &Action) -> Result<Note, Error> {
        let seen = self.seen_by(order);
        match self.reread(Some(&seen)) {
            Ok(None) => {}
            Ok(Some(note)) | Err(note) => return Ok(note),
        }
        match order {
            Action::Undo => return self.undo(),
            Action::Terms => return Ok(self.look_for_terms()),
            _ => {}
        }
        let done = match self.done_by(order) {
            Ok(Some(done)) => done,
            Ok(None) => return Ok(Note::Notice(Notice::NoChange)),
            Err(refusal) => return Ok(Note::Notice(refusal.notice())),
        };
        if let Some(note) = self.write(&done.transaction)? {
            return Ok(note);
        }
        let said = done.said.clone();
        self.finish(done)?;
        if let Action::Take(at) = order {
            self.candidates.remove(*at);
            self.stage.terms = Some(self.candidates.len());
        }
        Ok(Note::Said(said))
    }

    /// Keeps what was done, its files being written, and reads them.
    fn finish(&mut self, done: Done) -> Result<(), Error> {
        let paths = paths(&done.transaction);
        self.history.push(done);
        self.take_in(&paths)
    }

    fn undo(&mut self) -> Result<Note, Error> {
        let Some(done) = self.history.last() else { return Ok(Note::Notice(Notice::NothingDone)) };
        let (inverse, said, at) = (done.transaction.invert(), done.said.clone(), done.at.clone());
        if let Some(note) = self.write(&inverse)? {
            return Ok(note);
        }
        self.history.pop();
        self.take_in(&paths(&inverse))?;
        self.stage.walk.find(&at);
        if self.stage.terms.is_some() {
            let open = matches!(self.stage.prompt, Prompt::Terms { .. });
            self.stage.terms = None;
            if open {
                self.look_for_terms();
            }
        }
        Ok(Note::Said(self.ui.review_undone(said)))
    }

    /// Runs `edit` on the project, and keeps what it changed in the files of the walk as something done.
    pub fn edited(&mut self, edit: impl FnOnce(&Project, &str, usize)) {
        let Some((sheet, judged)) = self.stage.walk.here() else { return };
        let (path, line) = sheet.place(judged);
        edit(&self.workspace().project, path, line);
        let path = path.to_owned();
        let note = self.keep_edits(&path).unwrap_or_else(|error| self.note(error));
        self.stage.settle(note);
    }

    fn keep_edits(&mut self, path: &str) -> Result<Note, Error> {
        let mut transaction = Transaction::new();
        for path in self.changed(None)? {
            let before = self.read.get(&path).cloned().unwrap_or_default();
            let after = self.workspace().project.snapshot(&path)?;
            let one = Transaction::of(&path, before.0, after.0);
            transaction = transaction.then(one).expect("each changed file is listed once");
        }
        if transaction.is_empty() {
            return Ok(Note::Notice(Notice::NoChange));
        }
        let said = self.ui.review_edited(path);
        self.finish(Done { at: self.stage.walk.key(), said: said.clone(), transaction })?;
        Ok(Note::Said(said))
    }

    /// Makes all changes or, where one cannot be made, none. Where a file is not what was read, it is read again: what
    /// to say of that.
    fn write(&mut self, transaction: &Transaction) -> Result<Option<Note>, Error> {
        let project = &self.workspace().project;
        // A remark would tear what is drawn.
        let lock = project.lock(|| ())?;
        match workspace::commit(project, &lock, transaction) {
            Ok(()) => Ok(None),
            Err(error) if is_outdated(&error) => match self.reread(None) {
                Ok(Some(note)) | Err(note) => Ok(Some(note)),
                Ok(None) => Err(error),
            },
            Err(error) => Err(error),
        }
    }

    /// The files of the walk, or those of them that are `asked` for, that are not as they were read. A file is opened
    /// only where its stamp is another one.
    fn changed(&mut self, prompt: Option<&BTreeSet<String>>) -> Result<BTreeSet<String>, Error> {
        let mut changed = BTreeSet::new();
        for (path, read) in self.read.iter().filter(|(path, _)| prompt.is_none_or(|prompt| prompt.contains(*path))) {
            let stamp = self.workspace().project.stamp(path);
            if self.stamps.get(path) == Some(&stamp) {
                continue;
            }
            match self.workspace().project.snapshot(path)? == *read {
                true => drop(self.stamps.insert(path.clone(), stamp)),
                false => drop(changed.insert(path.clone())),
            }
        }
        if prompt.is_some() {
            return Ok(changed);
        }
        for path in glossary_files(&self.workspace().project)? {
            if !self.read.contains_key(&path) {
                changed.insert(path);
            }
        }
        Ok(changed)
    }

    /// Reads again what has changed, of the whole project or among the files that are `asked` for; what to say of it.
    fn reread(&mut self, prompt: Option<&BTreeSet<String>>) -> Result<Option<Note>, Note> {
        let changed = self.changed(prompt).map_err(|error| self.note(error))?;
        if changed.is_empty() {
            return Ok(None);
        }
        self.take_in(&changed).map_err(|error| self.note(error))?;
        let paths = changed.into_iter().collect::<Vec<_>>().join(", ");
        Ok(Some(Note::Said(self.ui.review_reread(paths))))
    }

    /// Reads the files at `paths` again, and analyses again what depends on them; the whole project where it is another
    /// one now.
    fn take_in(&mut self, paths: &BTreeSet<String>) -> Result<(), Error> {
        match self.analyses.update(paths)? {
            Updated::Pairs(updated) => {
                self.remember_glossary(paths);
                self.remember(&updated);
            }
            Updated::Project => {
                let project = Project::on(self.workspace().project.files().clone())?;
                let workspace = open_workspace(project, &self.rules)?;
                self.analyses = read(workspace, &self.paths, &self.languages)?;
                self.remember_all()?;
            }
        }
        self.stage.walk.refresh(self.sheets());
        Ok(())
    }

    fn sheets(&self) -> Vec<Arc<ReviewedPair>> {
        self.analyses.kept().map(|(_, one)| one).chain(self.analyses.glossary()).cloned().collect()
    }

    /// Keeps what all files were when they were read.
    fn remember_all(&mut self) -> Result<(), Error> {
        self.read.clear();
        self.stamps.clear();
        self.remember(&(0..self.analyses.pairs().len()).collect());
        let glossary = glossary_files(&self.workspace().project)?.into_iter().chain([TAKEN.to_owned()]).collect();
        self.remember_glossary(&glossary);
        Ok(())
    }

    /// Keeps what the files of these pairs were when they were read.
    fn remember(&mut self, pairs: &BTreeSet<usize>) {
        for (_, one) in self.analyses.kept().filter(|(at, _)| pairs.contains(at)) {
            let files = [&one.pair.files.original, &one.pair.files.translation, &one.pair.files.units];
            for (path, bytes) in one.pair.paths.all().into_iter().zip(files) {
                self.read.insert(path.to_owned(), Snapshot(bytes.clone()));
            }
        }
    }

    /// Keeps what the files of the glossary among `paths` were when they were read.
    fn remember_glossary(&mut self, paths: &BTreeSet<String>) {
        let workspace = self.analyses.workspace();
        for path in paths.iter().filter(|path| workspace.is_glossary(path)) {
            let bytes = workspace.glossary_text(path).map(|text| text.as_bytes().to_vec());
            self.read.insert(path.clone(), Snapshot(bytes));
        }
    }

    fn note(&self, error: Error) -> Note {
        Note::Said(on_one_line(&(self.describe)(error, &self.ui)))
    }
}

fn open_workspace(project: Project, rules: &[String]) -> Result<Workspace, Error> {
    let mut workspace = Workspace::open(project, &Silent)?;
    if !rules.is_empty() {
        workspace::only(&mut workspace.settings, rules)?;
    }
    Ok(workspace)
}

/// Reads and analyses the translated pairs that are asked for.
fn read(workspace: Workspace, paths: &[String], languages: &[Language]) -> Result<Analyses, Error> {
    let pairs = workspace.select(paths, languages)?;
    let pairs = pairs.into_iter().filter(|pair| pair.translated).cloned().collect();
    // Of a part of the project it cannot be said that a concept is nowhere.
    let whole = paths.is_empty() && languages.is_empty();
    Analyses::read(workspace, pairs, whole, Evidence::Kept)
}

fn is_outdated(error: &Error) -> bool {
    matches!(error, Error::Project(project::Error { kind: ErrorKind::ChangedOnDisk, .. }))
}

/// The files that a transaction changes.
fn paths(transaction: &Transaction) -> BTreeSet<String> {
    transaction.changes().iter().map(|change| change.path.clone()).collect()
}

fn glossary_files(project: &Project) -> Result<Vec<String>, Error> {
    Ok(project.glossary_files()?.unwrap_or_default())
}

/// The reasons of the project's waivers, the most frequent first.
fn reasons(sheets: &[Arc<ReviewedPair>]) -> Vec<String> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for waiver in sheets.iter().flat_map(|sheet| &sheet.pair.units.waivers) {
        *counts.entry(&waiver.reason).or_default() += 1;
    }
    let mut reasons: Vec<(&str, usize)> = counts.into_iter().collect();
    reasons.sort_by(|left, right| right.1.cmp(&left.1).then(left.0.cmp(right.0)));
    reasons.into_iter().map(|(reason, _)| reason.to_owned()).collect()
}
