//! `tolmach update`: carries what changed in originals into their translations, and keeps every word of them.

use std::io::Write;

use super::error::Error;
use super::exit::Exit;
use super::terminal::Terminal;
use crate::draft::{self, Updated};
use crate::i18n::Messages;
use crate::lang::Language;
use crate::memory::Memory;
use crate::project;
use crate::report::visible_line;
use crate::text::Format;
use crate::units::Pair;
use crate::workspace::{self, Progress, Step, Workspace, no_conflict};

#[derive(Debug, clap::Args)]
pub(super) struct Update {
    paths: Vec<String>,
    #[arg(long, value_name = "LANG", value_delimiter = ',')]
    language: Vec<Language>,
    #[arg(long)]
    dry_run: bool,
    #[arg(long)]
    stamp: bool,
}

impl Update {
    pub(super) fn run(&self, terminal: &Terminal) -> Result<Exit, Error> {
        let workspace = terminal.workspace()?;
        let lock = terminal.lock(&workspace.project)?;
        let mut out = terminal.out();
        let mut memory: Option<(Language, Memory)> = None;
        let pairs = workspace.select(&self.paths, &self.language)?;
        terminal.begin(Step::Documents, pairs.len() as u64);
        for paths in pairs.into_iter().filter(|paths| paths.translated) {
            let pair = workspace.load(paths)?;
            no_conflict(&pair)?;
            // Bytes that are no letters could not be written back.
            project::as_text(&paths.translation, pair.files.translation.as_deref().unwrap_or_default())?;
            let mut today = |text: &str| {
                let pair = pair.with_target(text.as_bytes());
                workspace::today(&workspace, pair)
            };
            let mut failed = None;
            let mut notes = |at: usize| {
                if memory.as_ref().is_none_or(|(language, _)| *language != paths.language) {
                    match workspace::memory(&workspace, &paths.language, terminal) {
                        Ok(read) => memory = Some((paths.language.clone(), read)),
                        Err(error) => {
                            failed.get_or_insert(error);
                            return Vec::new();
                        }
                    }
                }
                let Some((_, memory)) = &memory else { return Vec::new() };
                workspace::notes(&workspace, memory, &paths.language, &pair.source.paragraphs[at])
            };
            let updated = draft::update(&pair.source, &pair.target.text, &pair.units, &mut today, &mut notes);
            if let Some(error) = failed {
                return Err(error.into());
            }
            let stamp = if self.stamp { stamp(&workspace, &pair, &updated.text) } else { None };
            let text = stamp.as_ref().map_or(&updated.text, |(_, text)| text);
            if !self.dry_run && *text != pair.target.text {
                workspace.write_translation(&lock, &pair, text)?;
            }
            tell(terminal, &pair, &updated, &mut out)?;
            if let Some((outdated, _)) = stamp {
                let path = pair.paths.translation.as_str();
                let ui = &terminal.ui;
                let said = if outdated { ui.update_stamped(path) } else { ui.update_unstamped(path) };
                writeln!(out, "{}", visible_line(&said))?;
            }
            terminal.advance(1);
        }
        terminal.end();
        out.flush()?;
        Ok(Exit::Done)
    }
}

/// The text with or without the line that says that it is out of date, where that is another text; and whether it is.
fn stamp(workspace: &Workspace, pair: &Pair, text: &str) -> Option<(bool, String)> {
    if matches!(pair.target.format, Format::Plain(_)) {
        return None;
    }
    let pair = pair.with_target(text.as_bytes());
    let outdated = workspace.units_alone(&pair).counts(&pair.source, &pair.target).is_outdated();
    let text = if outdated { draft::stamped(text) } else { draft::unstamped(text) };
    Some((outdated, text?))
}

fn tell(terminal: &Terminal, pair: &Pair, updated: &Updated, out: &mut dyn Write) -> Result<(), Error> {
    let path = pair.paths.translation.as_str();
    let said = if pair.files.translation.as_deref() == Some(updated.text.as_bytes()) {
        terminal.ui.update_same(path)
    } else {
        let (gaps, moved) = (updated.gaps.len(), updated.moved.len());
        terminal.ui.update_done(path, gaps, moved, updated.set_aside.len(), updated.changed.len())
    };
    writeln!(out, "{}", visible_line(&said))?;
    if updated.blocks_put + updated.blocks_marked > 0 {
        let said = terminal.ui.update_blocks(path, updated.blocks_put, updated.blocks_marked);
        writeln!(out, "{}", visible_line(&said))?;
    }
    let note = |message: fn(&Messages, String) -> String, path: &str, line: usize| {
        terminal.note(&message(&terminal.ui, format!("{path}:{line}")));
    };
    for at in &updated.left {
        note(Messages::update_left, &pair.paths.translation, pair.target_line(*at));
    }
    if updated.uncovered > 0 {
        terminal.note(&terminal.ui.update_uncovered(path, updated.uncovered));
    }
    if updated.gone > 0 {
        terminal.note(&terminal.ui.update_gone(path, updated.gone));
    }
    for span in &updated.unknown {
        note(
            Messages::update_unknown,
            &pair.paths.translation,
            pair.target_lines().position(&pair.target.text, span.start).line,
        );
    }
    for at in &updated.gapless {
        note(Messages::update_gapless, &pair.paths.original, pair.source_line(*at));
    }
    Ok(())
}
