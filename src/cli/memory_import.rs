//! `tolmach memory import`: a file of another tool, as a memory or as translations.

use std::io::Write;
use std::path::Path;

use super::error::Error;
use super::exit::Exit;
use super::memory_file::{self, Format};
use super::memory_language::language;
use super::terminal::Terminal;
use crate::edit::Transaction;
use crate::exchange::{Entry, Languages, tmx};
use crate::i18n::Problem;
use crate::lang::Language;
use crate::project::{self, Lock};
use crate::report::visible_line;
use crate::units::Paths;
use crate::workspace::{Acceptance, Counted, ImportedUnits, Progress, Step, Workspace, commit, import_units};

#[derive(Debug, clap::Args)]
pub(super) struct Import {
    file: String,
    #[arg(long, value_name = "LANG")]
    language: Option<Language>,
    #[arg(long, value_enum)]
    from: Option<Format>,
    #[arg(long)]
    accept_approved: bool,
}

impl Import {
    pub(super) fn run(&self, terminal: &Terminal) -> Result<Exit, Error> {
        let format = self.from.map_or_else(|| Format::of(&self.file), Ok)?;
        let workspace = terminal.workspace()?;
        let language = language(&workspace, self.language.as_ref())?;
        let languages = Languages::new(&workspace.project.config.source_language.to_string(), &language.to_string());
        if format.is_for_work() {
            let mut entries = Vec::new();
            self.read(terminal, format, &languages, &mut |entry| entries.push(entry))?;
            let lock = terminal.lock(&workspace.project)?;
            self.import_into_documents(terminal, &workspace, &lock, &language, &entries)
        } else {
            self.keep_as_memory(terminal, &workspace, format, &languages)?;
            Ok(Exit::Done)
        }
    }

    /// Reads the file as a stream, and says what was lost.
    fn read(
        &self,
        terminal: &Terminal,
        format: Format,
        languages: &Languages,
        take: &mut dyn FnMut(Entry),
    ) -> Result<(), Error> {
        let stream = project::open_loose(&self.file)?;
        terminal.begin(Step::Memory, stream.size);
        let losses = format.read(&self.file, Counted::new(stream.input, terminal), languages, take)?;
        terminal.end();
        memory_file::say_losses(terminal, &self.file, &losses);
        Ok(())
    }

    /// Keeps a memory of another tool under `memory/`, as TMX.
    fn keep_as_memory(
        &self,
        terminal: &Terminal,
        workspace: &Workspace,
        format: Format,
        languages: &Languages,
    ) -> Result<(), Error> {
        let name = Path::new(&self.file).file_stem().and_then(|name| name.to_str()).unwrap_or("import");
        let path = format!("memory/{name}.tmx");
        if workspace.project.exists(&path) {
            return Err(Error::new(Problem::Exists).at(path, None));
        }
        let mut bytes = Vec::new();
        let mut memory = tmx::File::new(&mut bytes, languages)?;
        let (mut count, mut written) = (0, Ok(()));
        self.read(terminal, format, languages, &mut |entry| {
            count += usize::from(entry.target.is_some());
            if written.is_ok() {
                written = memory.add(&entry);
            }
        })?;
        written?;
        let losses = memory.finish()?;
        memory_file::say_losses(terminal, &path, &losses);
        let lock = terminal.lock(&workspace.project)?;
        commit(&workspace.project, &lock, &Transaction::of(&path, None, Some(bytes)))?;
        let mut out = terminal.out();
        let said = terminal.ui.memory_imported(path, count);
        writeln!(out, "{}", visible_line(&said))?;
        Ok(out.flush()?)
    }

    /// Puts the texts of a translator's file into their documents.
    fn import_into_documents(
        &self,
        terminal: &Terminal,
        workspace: &Workspace,
        lock: &Lock,
        language: &Language,
        entries: &[Entry],
    ) -> Result<Exit, Error> {
        let acceptance = if self.accept_approved { Acceptance::Approved } else { Acceptance::Final };
        let by = Path::new(&self.file).file_name().and_then(|name| name.to_str()).unwrap_or("import");
        let mut known = 0;
        let mut dropped = 0;
        for paths in workspace.listing.pairs.iter().filter(|paths| paths.language == *language && paths.translated) {
            let own: Vec<&Entry> = entries.iter().filter(|entry| entry.origin == paths.original).collect();
            known += own.len();
            if !own.is_empty() {
                let imported = import_units(workspace, lock, paths, &own, acceptance, by)?;
                report(terminal, paths, &own, &imported)?;
                dropped += imported.unplaced.len() + imported.conflicts.len();
            }
        }
        if known < entries.len() {
            terminal.note(&terminal.ui.memory_unknown_documents(self.file.clone(), entries.len() - known));
        }
        // What came back and went nowhere must not pass for done.
        let lost = dropped + entries.iter().filter(|entry| entry.target.is_some()).count().min(entries.len() - known);
        Ok(if lost > 0 { Exit::Findings } else { Exit::Done })
    }
}

fn report(terminal: &Terminal, paths: &Paths, entries: &[&Entry], imported: &ImportedUnits) -> Result<(), Error> {
    let (path, ui) = (&paths.translation, &terminal.ui);
    let said = ui.memory_landed(path.clone(), imported.placed, imported.same, imported.accepted);
    let mut out = terminal.out();
    writeln!(out, "{}", visible_line(&said))?;
    let start = |at: &usize| entries[*at].source.chars().take(60).collect::<String>().replace('\n', " ");
    if imported.drafts > 0 {
        writeln!(out, "{}", visible_line(&ui.memory_drafts(path.clone(), imported.drafts)))?;
    }
    for at in &imported.unplaced {
        terminal.note(&ui.memory_unplaced(path.clone(), start(at)));
    }
    for at in &imported.conflicts {
        terminal.note(&ui.memory_conflict(path.clone(), start(at)));
    }
    for at in &imported.unfinished {
        terminal.note(&ui.memory_unfinished(path.clone(), start(at)));
    }
    if imported.kept > 0 {
        terminal.note(&ui.memory_kept(path.clone(), imported.kept));
    }
    Ok(out.flush()?)
}
