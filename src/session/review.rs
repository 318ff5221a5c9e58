//! What a walk does to the project: reads it, carries out orders under the project's lock, takes them back.

use std::collections::{BTreeMap, BTreeSet};

use super::pairs::{Files, Sheets};
use super::{Asked, Done, History, Note, Order, Sheet, Stage, Walk};
use crate::analysis::suggest::Candidate;
use crate::edit::Transaction;
use crate::glossary::Glossary;
use crate::i18n::{Messages, Notice};
use crate::lang::Language;
use crate::project::{Project, Snapshot};
use crate::text::on_one_line;
use crate::units::Paths;
use crate::workspace::{self, Error, Silent, Workspace};

/// Where candidates go; the file that `init` makes.
pub(super) const TAKEN: &str = "glossary/terms.toml";

/// How many candidates are offered at most.
const OFFERED: usize = 100;

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
    pub stage: Stage,
    pub(super) workspace: Workspace,
    describe: fn(Error, &Messages) -> String,
    rules: Vec<String>,
    paths: Vec<String>,
    languages: Vec<Language>,
    sheets: Sheets,
    /// Every file of the walk as it was read.
    pub(super) read: BTreeMap<String, Snapshot>,
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
        let workspace = open_workspace(project, &rules)?;
        let mut session = Session {
            stage: Stage::default(),
            sheets: Sheets::default(),
            read: Files::new(),
            history: History::default(),
            candidates: Vec::new(),
            paths,
            languages,
            ui,
            describe,
            workspace,
            rules,
        };
        let sheets = session.read_all()?;
        let reasons = reasons(&sheets);
        session.stage = Stage::new(Walk::new(sheets), reasons);
        Ok(session)
    }

    /// The project's concepts, as last read.
    pub fn glossary(&self) -> &Glossary {
        &self.workspace.glossary
    }

    /// The project that is reviewed.
    pub fn project(&self) -> &Project {
        &self.workspace.project
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
    pub fn carry_out(&mut self, order: &Order) {
        let note = self.try_carry_out(order).unwrap_or_else(|error| self.note(error));
        self.stage.settle(note);
    }

    /// Reads again what has changed on disk; says whether anything had.
    pub fn look(&mut self) -> bool {
        match self.reread() {
            Ok(Some(note)) | Err(note) => {
                let fresh = self.stage.note != note;
                self.stage.note = note;
                fresh
            }
            Ok(None) => false,
        }
    }

    fn try_carry_out(&mut self, order: &Order) -> Result<Note, Error> {
        match self.reread() {
            Ok(None) => {}
            Ok(Some(note)) | Err(note) => return Ok(note),
        }
        match order {
            Order::Undo => return self.undo(),
            Order::Terms => return Ok(self.look_for_terms()),
            _ => {}
        }
        let done = match self.done_by(order) {
            Ok(Some(done)) => done,
            Ok(None) => return Ok(Note::Notice(Notice::NoChange)),
            Err(refusal) => return Ok(Note::Notice(refusal.notice())),
        };
        self.write(&done.transaction)?;
        let said = done.said.clone();
        self.finish(done)?;
        if let Order::Take(at) = order {
            self.candidates.remove(*at);
            self.stage.terms = Some(self.candidates.len());
        }
        Ok(Note::Said(said))
    }

    /// Looks for candidates among the documents in the language of the finding one stands at, and opens their list.
    fn look_for_terms(&mut self) -> Note {
        let Some(language) = self.here_language() else { return Note::Notice(Notice::NoTerms) };
        let texts: Vec<_> = self
            .stage
            .walk
            .sheets
            .iter()
            .filter(|sheet| sheet.pair.target_language == language)
            .map(|sheet| (&sheet.pair, &sheet.review))
            .collect();
        let source = &self.workspace.project.config.source_language;
        let mut candidates = workspace::candidates(source, &language, &texts);
        candidates.truncate(OFFERED);
        self.candidates = candidates;
        self.stage.terms = Some(self.candidates.len());
        match self.candidates.is_empty() {
            true => Note::Notice(Notice::NoTerms),
            false => {
                self.stage.asked = Asked::Terms { at: 0 };
                Note::Nothing
            }
        }
    }

    pub(super) fn here_language(&self) -> Option<Language> {
        let here = self.stage.walk.here().map(|(sheet, _)| sheet).filter(|sheet| sheet.is_pair());
        let first = self.stage.walk.sheets.iter().find(|sheet| sheet.is_pair());
        Some(here.or(first)?.pair.target_language.clone())
    }

    /// The candidates for the glossary, and the pairs that their examples are places in.
    pub fn offered(&self) -> (&[Candidate], Vec<&Sheet>) {
        let Some(language) = self.here_language() else { return (&[], Vec::new()) };
        let sheets = self.stage.walk.sheets.iter().filter(|sheet| sheet.pair.target_language == language).collect();
        (&self.candidates, sheets)
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
        self.write(&inverse)?;
        self.history.pop();
        self.take_in(&paths(&inverse))?;
        self.stage.walk.find(&at);
        if self.stage.terms.is_some() {
            let open = matches!(self.stage.asked, Asked::Terms { .. });
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
        edit(&self.workspace.project, path, line);
        let path = path.to_owned();
        let note = self.keep_edits(&path).unwrap_or_else(|error| self.note(error));
        self.stage.settle(note);
    }

    fn keep_edits(&mut self, path: &str) -> Result<Note, Error> {
        let mut transaction = Transaction::new();
        for path in self.changed()? {
            let before = self.read.get(&path).cloned().unwrap_or_default();
            let after = self.workspace.project.snapshot(&path)?;
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

    /// Makes all changes or, where one cannot be made, none.
    fn write(&self, transaction: &Transaction) -> Result<(), Error> {
        let project = &self.workspace.project;
        // A remark would tear what is drawn.
        let lock = project.lock(|| ())?;
        workspace::commit(project, &lock, transaction)
    }

    /// The files of the walk that are not as they were read.
    fn changed(&self) -> Result<BTreeSet<String>, Error> {
        let mut changed = BTreeSet::new();
        for (path, read) in &self.read {
            if self.workspace.project.snapshot(path)? != *read {
                changed.insert(path.clone());
            }
        }
        for path in glossary_files(&self.workspace.project)? {
            if !self.read.contains_key(&path) {
                changed.insert(path);
            }
        }
        Ok(changed)
    }

    /// Reads again what has changed; what to say of it.
    fn reread(&mut self) -> Result<Option<Note>, Note> {
        let changed = self.changed().map_err(|error| self.note(error))?;
        if changed.is_empty() {
            return Ok(None);
        }
        self.take_in(&changed).map_err(|error| self.note(error))?;
        let paths = changed.into_iter().collect::<Vec<_>>().join(", ");
        Ok(Some(Note::Said(self.ui.review_reread(paths))))
    }

    /// Reads the files at `paths` again, and everything else where it depends on them.
    fn take_in(&mut self, paths: &BTreeSet<String>) -> Result<(), Error> {
        let sheets = if self.sheets.hold(paths) {
            let mut sheets = self.stage.walk.sheets.clone();
            let files = self.sheets.reread(&self.workspace, paths, &mut sheets)?;
            self.read.extend(files);
            sheets
        } else {
            let project = Project::open(self.workspace.project.root())?;
            self.workspace = open_workspace(project, &self.rules)?;
            self.read_all()?
        };
        self.stage.walk.refresh(sheets);
        Ok(())
    }

    fn read_all(&mut self) -> Result<Vec<Sheet>, Error> {
        let pairs = self.workspace.select(&self.paths, &self.languages)?;
        let pairs: Vec<Paths> = pairs.into_iter().filter(|pair| pair.translated).cloned().collect();
        // Of a part of the project it cannot be said that a concept stands nowhere.
        let whole = self.paths.is_empty() && self.languages.is_empty();
        let (known, sheets, mut files) = Sheets::read(&self.workspace, pairs, whole)?;
        for path in glossary_files(&self.workspace.project)?.into_iter().chain([TAKEN.to_owned()]) {
            let snapshot = self.workspace.project.snapshot(&path)?;
            files.insert(path, snapshot);
        }
        self.sheets = known;
        self.read = files;
        Ok(sheets)
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

/// The files that a transaction changes.
fn paths(transaction: &Transaction) -> BTreeSet<String> {
    transaction.changes().iter().map(|change| change.path.clone()).collect()
}

fn glossary_files(project: &Project) -> Result<Vec<String>, Error> {
    Ok(project.glossary_files()?.unwrap_or_default())
}

/// The reasons of the project's waivers, the most frequent first.
fn reasons(sheets: &[Sheet]) -> Vec<String> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for waiver in sheets.iter().flat_map(|sheet| &sheet.pair.units.waivers) {
        *counts.entry(&waiver.reason).or_default() += 1;
    }
    let mut reasons: Vec<(&str, usize)> = counts.into_iter().collect();
    reasons.sort_by(|left, right| right.1.cmp(&left.1).then(left.0.cmp(right.0)));
    reasons.into_iter().map(|(reason, _)| reason.to_owned()).collect()
}
