//! `tolmach update`: carries what changed in originals into their translations, and keeps every word of them.

use std::io::Write;

use super::error::Error;
use super::exit::Exit;
use super::terminal::Terminal;
use crate::analysis::Analysis;
use crate::draft::{self, Today, Updated};
use crate::lang::Language;
use crate::memory::Memory;
use crate::project::{DocumentPair, Snapshot};
use crate::report::visible_line;
use crate::text::{Document, Lines};
use crate::workspace::{self, Case, Loaded, Progress, Step};

#[derive(Debug, clap::Args)]
pub(super) struct Update {
    paths: Vec<String>,
    #[arg(long, value_name = "LANG", value_delimiter = ',')]
    language: Vec<Language>,
    #[arg(long)]
    dry_run: bool,
}

impl Update {
    pub(super) fn run(&self, terminal: &Terminal) -> Result<Exit, Error> {
        let workspace = terminal.workspace()?;
        let lock = terminal.lock(&workspace.project)?;
        let mut out = terminal.out();
        let mut memory: Option<(Language, Memory)> = None;
        let pairs = workspace.select(&self.paths, &self.language)?;
        terminal.begin(Step::Documents, pairs.len() as u64);
        for pair in pairs.into_iter().filter(|pair| pair.translated) {
            let before = workspace.project.snapshot(&pair.translation)?;
            let case = Case::open(&workspace, pair)?;
            case.no_conflict()?;
            let bytes = before.0.clone().unwrap_or_default();
            if std::str::from_utf8(&bytes).is_err() {
                // Bytes that are no letters could not be written back.
                workspace.project.read_text(&pair.translation)?;
            }
            // What is written over must be what was read: both come from the same bytes.
            let was = Document::read(&bytes, pair.translation_format());
            let loaded = case.loaded;
            let mut today = |text: &str| {
                let target = Document::read(text.as_bytes(), pair.translation_format());
                let loaded = Loaded { target, ..loaded.clone() };
                let Analysis { drift, units, .. } = workspace.analyse(pair, &loaded);
                let aligned = units.into_iter().map(|reviewed| reviewed.unit).collect();
                Today { target: loaded.target, drift, aligned }
            };
            let mut failed = None;
            let mut notes = |at: usize| {
                if memory.as_ref().is_none_or(|(language, _)| *language != pair.language) {
                    match workspace::memory(&workspace, &pair.language, terminal) {
                        Ok(read) => memory = Some((pair.language.clone(), read)),
                        Err(error) => {
                            failed.get_or_insert(error);
                            return Vec::new();
                        }
                    }
                }
                let Some((_, memory)) = &memory else { return Vec::new() };
                workspace::notes(&workspace, memory, &pair.language, &loaded.source.paragraphs[at])
            };
            let updated = draft::update(&loaded.source, &was.text, &loaded.units, &mut today, &mut notes);
            if let Some(error) = failed {
                return Err(error.into());
            }
            if !self.dry_run && updated.text != was.text {
                workspace.project.write(&lock, &pair.translation, &before, updated.text.as_bytes())?;
            }
            tell(terminal, pair, (&loaded.source, &was), &updated, &before, &mut out)?;
            terminal.advance(1);
        }
        terminal.end();
        out.flush()?;
        Ok(Exit::Done)
    }
}

fn tell(
    terminal: &Terminal,
    pair: &DocumentPair,
    (source, target): (&Document, &Document),
    updated: &Updated,
    before: &Snapshot,
    out: &mut dyn Write,
) -> Result<(), Error> {
    let path = || ("path", pair.translation.clone().into());
    if before.0.as_deref() == Some(updated.text.as_bytes()) {
        writeln!(out, "{}", visible_line(&terminal.ui.say("update-same", &[path()])))?;
    } else {
        let counts = [
            path(),
            ("gaps", updated.gaps.len().into()),
            ("moved", updated.moved.len().into()),
            ("removed", updated.set_aside.len().into()),
            ("changed", updated.changed.len().into()),
        ];
        writeln!(out, "{}", visible_line(&terminal.ui.say("update-done", &counts)))?;
    }
    let tell = |id: &str, path: &str, document: &Document, paragraphs: &[usize]| {
        let lines = Lines::new(&document.text);
        for at in paragraphs {
            let line = lines.position(&document.text, document.paragraphs[*at].span.start).line;
            terminal.note(&terminal.ui.say(id, &[("place", format!("{path}:{line}").into())]));
        }
    };
    tell("update-left", &pair.translation, target, &updated.left);
    tell("update-gapless", &pair.original, source, &updated.gapless);
    Ok(())
}
