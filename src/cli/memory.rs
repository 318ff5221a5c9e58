//! `tolmach memory`: searches what was translated before; brings it to other tools, and back.

use std::io::Write;

use serde_json::json;

use super::error::Error;
use super::exit::Exit;
use super::form;
use super::memory_file::{self, Format as FileFormat};
use super::terminal::Terminal;
use crate::align::{Pin, Unit};
use crate::diff::marked;
use crate::draft::{self, Incoming};
use crate::exchange::{Entry, Languages, State, tmx};
use crate::i18n::Problem;
use crate::lang::Language;
use crate::memory::{Match, Mention, Wing};
use crate::project::{self, Lock, Snapshot};
use crate::report::{styles, visible, visible_line};
use crate::text::{Document, Span};
use crate::units::{self, Pair};
use crate::workspace::{self, Counted, Progress, Step, Workspace, no_conflict};

#[derive(Debug, clap::Args)]
pub(super) struct Memory {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, clap::Subcommand)]
enum Command {
    Search(Search),
    Export(Export),
    Import(Import),
}

#[derive(Debug, clap::Args)]
struct Search {
    #[arg(required = true)]
    text: Vec<String>,
    #[arg(long, value_name = "LANG")]
    language: Option<Language>,
    #[arg(long)]
    term: bool,
    #[arg(long, requires = "term")]
    in_translation: bool,
    #[arg(long, value_name = "PERCENT", default_value_t = 60, value_parser = clap::value_parser!(u8).range(1..=100))]
    minimum: u8,
    #[arg(long, value_name = "NUMBER", default_value_t = 10)]
    limit: usize,
    #[arg(long, value_enum, default_value_t)]
    format: Answer,
}

#[derive(Debug, clap::Args)]
struct Export {
    file: String,
    paths: Vec<String>,
    #[arg(long, value_name = "LANG")]
    language: Option<Language>,
    #[arg(long, value_enum)]
    to: Option<FileFormat>,
}

#[derive(Debug, clap::Args)]
struct Import {
    file: String,
    #[arg(long, value_name = "LANG")]
    language: Option<Language>,
    #[arg(long, value_enum)]
    from: Option<FileFormat>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
enum Answer {
    #[default]
    Human,
    Json,
}

impl Memory {
    pub(super) fn run(&self, terminal: &Terminal) -> Result<Exit, Error> {
        match &self.command {
            Command::Search(search) => search.run(terminal),
            Command::Export(export) => export.run(terminal),
            Command::Import(import) => import.run(terminal),
        }
    }
}

/// The language asked for; the only one of the project where none was.
fn language(workspace: &Workspace, asked: Option<&Language>) -> Result<Language, Error> {
    match (asked, workspace.listing.languages.as_slice()) {
        (Some(asked), _) => Ok(asked.clone()),
        (None, [only]) => Ok(only.clone()),
        (None, several) => {
            let known = several.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
            Err(Error::new(Problem::WhichLanguage { known: known.into() }))
        }
    }
}

impl Search {
    fn run(&self, terminal: &Terminal) -> Result<Exit, Error> {
        let workspace = terminal.workspace()?;
        let language = language(&workspace, self.language.as_ref())?;
        let memory = workspace::memory(&workspace, &language, terminal)?;
        let text = self.text.join(" ");
        let mut out = terminal.out();
        if self.term {
            let wing = if self.in_translation { Wing::Target } else { Wing::Source };
            self.mentions(terminal, &memory.concordance(&text, wing, self.limit), wing, &mut out)?;
        } else {
            self.matches(terminal, &memory.search(&text, self.limit, self.minimum), &text, &mut out)?;
        }
        out.flush()?;
        Ok(Exit::Done)
    }

    fn matches(&self, terminal: &Terminal, found: &[Match<'_>], text: &str, out: &mut dyn Write) -> Result<(), Error> {
        if self.format == Answer::Json {
            let matches: Vec<_> = found
                .iter()
                .map(|found| {
                    json!({ "percent": found.percent, "source": found.source, "target": found.target,
                            "origin": found.pair.origin.as_ref(), "sentence": found.sentence })
                })
                .collect();
            return Ok(form::json(&json!({ "version": 1, "matches": matches }), out)?);
        }
        let (head, dim) = (styles::HEAD, styles::DIM);
        for found in found {
            writeln!(out, "{head}{}%{head:#}  {dim}{}{dim:#}", found.percent, visible(&found.pair.origin))?;
            let shown = if found.percent < 100 { marked(found.source, text) } else { found.source.to_owned() };
            writeln!(out, "  {}", visible(&shown.replace('\n', " ")))?;
            writeln!(out, "  {}", visible(&found.target.replace('\n', " ")))?;
        }
        Ok(writeln!(out, "{}", terminal.ui.memory_found(found.len()))?)
    }

    fn mentions(
        &self,
        terminal: &Terminal,
        found: &[Mention<'_>],
        wing: Wing,
        out: &mut dyn Write,
    ) -> Result<(), Error> {
        if self.format == Answer::Json {
            let mentions: Vec<_> = found
                .iter()
                .map(|mention| {
                    let spans: Vec<_> = mention.spans.iter().map(|span| json!([span.start, span.end])).collect();
                    json!({ "source": mention.pair.source, "target": mention.pair.target,
                            "origin": mention.pair.origin.as_ref(), "bytes": spans })
                })
                .collect();
            return Ok(form::json(&json!({ "version": 1, "mentions": mentions }), out)?);
        }
        let dim = styles::DIM;
        for mention in found {
            let pair = mention.pair;
            let (source, target) = match wing {
                Wing::Source => (bracketed(&pair.source, &mention.spans), pair.target.clone()),
                Wing::Target => (pair.source.clone(), bracketed(&pair.target, &mention.spans)),
            };
            writeln!(out, "{dim}{}{dim:#}", visible(&pair.origin))?;
            writeln!(out, "  {}", visible(&source.replace('\n', " ")))?;
            writeln!(out, "  {}", visible(&target.replace('\n', " ")))?;
        }
        Ok(writeln!(out, "{}", terminal.ui.memory_found(found.len()))?)
    }
}

/// The text with `⟦` and `⟧` around the spans, which may overlap.
fn bracketed(text: &str, spans: &[Span]) -> String {
    let mut shown = String::new();
    let mut at = 0;
    for span in spans.iter().filter(|span| !span.is_empty()) {
        if span.start < at {
            continue;
        }
        shown.extend([&text[at..span.start], "⟦", &text[span.range()], "⟧"]);
        at = span.end;
    }
    shown + &text[at..]
}

impl Export {
    fn run(&self, terminal: &Terminal) -> Result<Exit, Error> {
        let format = self.to.map_or_else(|| FileFormat::of(&self.file), Ok)?;
        let workspace = terminal.workspace()?;
        let language = language(&workspace, self.language.as_ref())?;
        let mut entries = Vec::new();
        let pairs = workspace.select(&self.paths, std::slice::from_ref(&language))?;
        terminal.begin(Step::Documents, pairs.len() as u64);
        for paths in pairs {
            terminal.advance(1);
            let pair = workspace.load(paths)?;
            let review = workspace.analyse(&pair);
            for reviewed in review.units.iter().filter(|reviewed| !reviewed.unit.source.is_empty()) {
                let state = match reviewed.accepted {
                    _ if reviewed.unit.target.is_empty() => State::New,
                    Some((_, units::State::Fresh { .. })) => State::Accepted,
                    Some(_) => State::Draft,
                    None => State::Translated,
                };
                if format.is_for_work() || state == State::Accepted {
                    entries.push(entry(&pair, &reviewed.unit, state));
                }
            }
        }
        terminal.end();
        let languages = Languages::new(&workspace.project.config.source_language.to_string(), &language.to_string());
        let count = entries.len();
        let (bytes, losses) = format.write(&languages, entries)?;
        if std::path::Path::new(&self.file).exists() {
            return Err(Error::new(Problem::Exists).at(self.file.clone(), None));
        }
        project::write_loose(&self.file, &bytes)?;
        memory_file::say_losses(terminal, &self.file, &losses);
        let mut out = terminal.out();
        writeln!(out, "{}", visible_line(&terminal.ui.memory_exported(self.file.clone(), count)))?;
        out.flush()?;
        Ok(Exit::Done)
    }
}

fn entry(pair: &Pair, unit: &Unit, state: State) -> Entry {
    let (source, target) = (&pair.source, &pair.target);
    Entry {
        id: draft::name(unit),
        source: draft::joined(source, &unit.source),
        target: (!unit.target.is_empty()).then(|| draft::joined(target, &unit.target)),
        state,
        origin: pair.paths.original.clone(),
        notes: Vec::new(),
        source_codes: codes(source, &unit.source),
        target_codes: codes(target, &unit.target),
    }
}

/// The inline markup of joined paragraphs.
fn codes(document: &Document, paragraphs: &[usize]) -> Vec<Span> {
    let mut codes: Vec<Span> = Vec::new();
    let mut from = 0;
    for paragraph in paragraphs.iter().map(|at| &document.paragraphs[*at]) {
        for mark in &paragraph.marks {
            let span = Span::new(from + mark.span.start, from + mark.span.end);
            if codes.last().is_none_or(|last| last.end <= span.start) && !span.is_empty() {
                codes.push(span);
            }
        }
        from += paragraph.text.len() + 2;
    }
    codes
}

impl Import {
    fn run(&self, terminal: &Terminal) -> Result<Exit, Error> {
        let format = self.from.map_or_else(|| FileFormat::of(&self.file), Ok)?;
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
        format: FileFormat,
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
        format: FileFormat,
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

    /// Puts the texts of a translator's file into their documents; what the tool calls final is accepted.
    fn land_in_documents(
        &self,
        terminal: &Terminal,
        workspace: &Workspace,
        lock: &Lock,
        language: &Language,
        entries: &[Entry],
    ) -> Result<(), Error> {
        let mut out = terminal.out();
        let mut known = 0;
        for paths in workspace.listing.pairs.iter().filter(|paths| paths.language == *language && paths.translated) {
            let mine: Vec<&Entry> = entries.iter().filter(|entry| entry.origin == paths.original).collect();
            if mine.is_empty() {
                continue;
            }
            known += mine.len();
            let pair = workspace.load(paths)?;
            no_conflict(&pair)?;
            project::as_text(&paths.translation, pair.files.translation.as_deref().unwrap_or_default())?;
            let review = workspace.analyse(&pair);
            let aligned: Vec<Unit> = review.units.into_iter().map(|reviewed| reviewed.unit).collect();
            let incoming: Vec<Incoming<'_>> = mine
                .iter()
                .filter_map(|entry| {
                    Some(Incoming { id: &entry.id, source: &entry.source, target: entry.target.as_deref()? })
                })
                .collect();
            let landed = draft::land(&pair.source, &pair.target, &aligned, &incoming);
            if landed.text != pair.target.text {
                workspace.write_translation(lock, &pair, &landed.text)?;
            }
            let pair = pair.with_target(landed.text.as_bytes());
            let review = workspace.analyse(&pair);
            let accepted: Vec<Pin> = review
                .units
                .iter()
                .map(|reviewed| &reviewed.unit)
                .filter(|unit| !unit.source.is_empty() && !unit.target.is_empty())
                .filter(|unit| {
                    let texts = (draft::joined(&pair.source, &unit.source), draft::joined(&pair.target, &unit.target));
                    mine.iter().any(|entry| {
                        entry.state == State::Accepted
                            && entry.source == texts.0
                            && entry.target.as_ref() == Some(&texts.1)
                    })
                })
                .map(|unit| Pin { source: unit.source.clone(), target: unit.target.clone() })
                .collect();
            let units = pair.units.accept(pair.today(&review.drift), &accepted);
            workspace.write_units(lock, &pair, &units)?;
            writeln!(
                out,
                "{}",
                visible_line(&terminal.ui.memory_landed(
                    paths.translation.clone(),
                    landed.placed,
                    landed.same,
                    accepted.len()
                ))
            )?;
            for at in landed.unplaced {
                let start: String = incoming[at].source.chars().take(60).collect();
                terminal.note(&terminal.ui.memory_unplaced(paths.translation.clone(), start.replace('\n', " ")));
            }
        }
        if known < entries.len() {
            terminal.note(&terminal.ui.memory_unknown_documents(self.file.clone(), entries.len() - known));
        }
        Ok(out.flush()?)
    }
}
