//! `tolmach memory import`: a file of another tool, as a memory or as translations.

use std::io::Write;
use std::path::Path;

use super::error::Error;
use super::exit::Exit;
use super::memory_file::{self, Format};
use super::memory_language::language;
use super::memory_report::report;
use super::terminal::Terminal;
use crate::edit::Transaction;
use crate::exchange::{Entry, Languages, tmx};
use crate::i18n::Problem;
use crate::lang::Language;
use crate::project::{self, Lock};
use crate::report::visible_line;
use crate::workspace::{Acceptance, Counted, Progress, Step, Workspace, came_back, commit, import_units};

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
            return self.import_into_documents(terminal, &workspace, &lock, &language, &entries);
        }
        let returned = self.keep_as_memory(terminal, &workspace, format, (&language, &languages))?;
        if returned.is_empty() {
            return Ok(Exit::Done);
        }
        let lock = terminal.lock(&workspace.project)?;
        self.import_into_documents(terminal, &workspace, &lock, &language, &returned)
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

    /// Keeps a memory of another tool under `memory/`, as TMX; gives the units that went out from here and come back.
    fn keep_as_memory(
        &self,
        terminal: &Terminal,
        workspace: &Workspace,
        format: Format,
        (language, languages): (&Language, &Languages),
    ) -> Result<Vec<Entry>, Error> {
        let name = Path::new(&self.file).file_stem().and_then(|name| name.to_str()).unwrap_or("import");
        let path = format!("memory/{name}.tmx");
        let mut bytes = Vec::new();
        let mut memory = tmx::File::new(&mut bytes, languages)?;
        let (mut count, mut written, mut returned) = (0, Ok(()), Vec::new());
        self.read(terminal, format, languages, &mut |mut entry| {
            if came_back(workspace, language, &mut entry) {
                return returned.push(entry);
            }
            count += usize::from(entry.target.is_some());
            if written.is_ok() {
                written = memory.add(&entry);
            }
        })?;
        written?;
        let losses = memory.finish()?;
        if count == 0 && !returned.is_empty() {
            return Ok(returned);
        }
        if workspace.project.exists(&path) {
            return Err(Error::new(Problem::Exists).at(path, None));
        }
        memory_file::say_losses(terminal, &path, &losses);
        let lock = terminal.lock(&workspace.project)?;
        commit(&workspace.project, &lock, &Transaction::of(&path, None, Some(bytes)))?;
        let mut out = terminal.out();
        let said = terminal.ui.memory_imported(path, count);
        writeln!(out, "{}", visible_line(&said))?;
        out.flush()?;
        Ok(returned)
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
