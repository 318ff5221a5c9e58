//! `tolmach memory import`: a file of another tool, as a memory or as translations.

use std::io::Write;

use super::error::Error;
use super::exit::Exit;
use super::memory_file::{self, Format};
use super::memory_language::language;
use super::terminal::Terminal;
use crate::align::{Pin, Unit};
use crate::analysis::Analysis;
use crate::draft::{self, Incoming};
use crate::exchange::{Entry, Languages, State, tmx};
use crate::i18n::Problem;
use crate::lang::Language;
use crate::project::{self, Lock, Snapshot};
use crate::report::visible_line;
use crate::units::{Pair, Paths};
use crate::workspace::{Counted, Progress, Step, Workspace, no_conflict};

#[derive(Debug, clap::Args)]
pub(super) struct Import {
    file: String,
    #[arg(long, value_name = "LANG")]
    language: Option<Language>,
    #[arg(long, value_enum)]
    from: Option<Format>,
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
            self.land_in_documents(terminal, &workspace, &lock, &language, &entries)?;
        } else {
            self.keep_as_memory(terminal, &workspace, format, &languages)?;
        }
        Ok(Exit::Done)
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
        let name = std::path::Path::new(&self.file).file_stem().and_then(|name| name.to_str()).unwrap_or("import");
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
        workspace.project.write(&lock, &path, &Snapshot(None), &bytes)?;
        let mut out = terminal.out();
        let said = terminal.ui.memory_imported(path, count);
        writeln!(out, "{}", visible_line(&said))?;
        Ok(out.flush()?)
    }

    /// Puts the texts of a translator's file into their documents.
    fn land_in_documents(
        &self,
        terminal: &Terminal,
        workspace: &Workspace,
        lock: &Lock,
        language: &Language,
        entries: &[Entry],
    ) -> Result<(), Error> {
        let mut known = 0;
        for paths in workspace.listing.pairs.iter().filter(|paths| paths.language == *language && paths.translated) {
            let own: Vec<&Entry> = entries.iter().filter(|entry| entry.origin == paths.original).collect();
            known += own.len();
            if !own.is_empty() {
                land(terminal, workspace, lock, paths, &own)?;
            }
        }
        if known < entries.len() {
            terminal.note(&terminal.ui.memory_unknown_documents(self.file.clone(), entries.len() - known));
        }
        Ok(())
    }
}

/// Puts texts into one translation; what the translator's tool calls final is accepted.
fn land(
    terminal: &Terminal,
    workspace: &Workspace,
    lock: &Lock,
    paths: &Paths,
    entries: &[&Entry],
) -> Result<(), Error> {
    let pair = workspace.load(paths)?;
    no_conflict(&pair)?;
    project::as_text(&paths.translation, pair.files.translation.as_deref().unwrap_or_default())?;
    let aligned: Vec<Unit> = workspace.analyse(&pair).units.into_iter().map(|analysed| analysed.unit).collect();
    let incoming: Vec<Incoming<'_>> = entries
        .iter()
        .filter_map(|entry| Some(Incoming { id: &entry.id, source: &entry.source, target: entry.target.as_deref()? }))
        .collect();
    let landed = draft::land(&pair.source, &pair.target, &aligned, &incoming);
    if landed.text != pair.target.text {
        workspace.write_translation(lock, &pair, &landed.text)?;
    }
    let pair = pair.with_target(landed.text.as_bytes());
    let analysis = workspace.analyse(&pair);
    let accepted = finished(&pair, &analysis, entries);
    let units = pair.units.accept(pair.today(&analysis.drift), &accepted);
    workspace.write_units(lock, &pair, &units, &analysis)?;
    let said = terminal.ui.memory_landed(paths.translation.clone(), landed.placed, landed.same, accepted.len());
    let mut out = terminal.out();
    writeln!(out, "{}", visible_line(&said))?;
    for at in landed.unplaced {
        let start: String = incoming[at].source.chars().take(60).collect();
        terminal.note(&terminal.ui.memory_unplaced(paths.translation.clone(), start.replace('\n', " ")));
    }
    Ok(out.flush()?)
}

/// The units whose texts are those of an entry that the tool calls final.
fn finished(pair: &Pair, analysis: &Analysis, entries: &[&Entry]) -> Vec<Pin> {
    let is_finished = |unit: &&Unit| {
        let (source, target) = (draft::joined(&pair.source, &unit.source), draft::joined(&pair.target, &unit.target));
        entries.iter().any(|entry| {
            entry.state == State::Accepted && entry.source == source && entry.target.as_ref() == Some(&target)
        })
    };
    let units = analysis.units.iter().map(|analysed| &analysed.unit);
    units
        .filter(|unit| !unit.source.is_empty() && !unit.target.is_empty())
        .filter(is_finished)
        .map(|unit| Pin { source: unit.source.clone(), target: unit.target.clone() })
        .collect()
}
