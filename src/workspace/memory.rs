//! The project's translation memory in one language, and what it offers for a paragraph.

use std::sync::Arc;

use super::Error;
use super::open::{Workspace, read_units};
use super::progress::{Counted, Note, Progress, Step};
use crate::diff::marked;
use crate::exchange::{Languages, State};
use crate::lang::Language;
use crate::memory::{Memory, Pair};
use crate::project::Snapshot;
use crate::text::{Paragraph, on_one_line};

/// Matches below this many percent are no help.
const HELPFUL: u8 = 60;

/// How many matches a gap shows.
const SHOWN: usize = 3;

/// All accepted units of the project's translations into `language`, then those of `memory/*.tmx`.
///
/// # Errors
///
/// Where a units file or a memory cannot be read.
pub fn memory(workspace: &Workspace, language: &Language, progress: &dyn Progress) -> Result<Memory, Error> {
    let mut pairs = accepted(workspace, language)?;
    let source = &workspace.project.config.source_language;
    let languages = Languages::new(&source.to_string(), &language.to_string());
    let mut streams = Vec::new();
    for path in workspace.project.memory_files()? {
        let stream = workspace.project.open_memory(&path)?;
        streams.push((path, stream));
    }
    progress.begin(Step::Memory, streams.iter().map(|(_, stream)| stream.size).sum());
    for (path, stream) in streams {
        let origin: Arc<str> = path.as_str().into();
        let mut take = |entry: crate::exchange::Entry| {
            if let Some(target) = entry.target.filter(|_| entry.state != State::Draft) {
                pairs.push(Pair { source: entry.source, target, origin: origin.clone() });
            }
        };
        let losses = crate::exchange::tmx::read(Counted::new(stream.input, progress), &languages, &mut take)
            .map_err(|broken| Error::Exchange { path: path.clone(), broken })?;
        progress.note(&Note::Unread { path, losses });
    }
    progress.begin(Step::Index, 0);
    let memory = Memory::new(pairs);
    progress.end();
    Ok(memory)
}

/// The accepted units of all translations into `language`, in the order of the documents.
///
/// # Errors
///
/// Where a units file cannot be read.
pub fn accepted(workspace: &Workspace, language: &Language) -> Result<Vec<Pair>, Error> {
    let mut pairs = Vec::new();
    for pair in workspace.listing.pairs.iter().filter(|pair| pair.language == *language) {
        let Snapshot(Some(_)) = workspace.project.snapshot(&pair.units)? else { continue };
        let text = workspace.project.read_text(&pair.units)?;
        let units = read_units(&pair.units, &text)?;
        let origin: Arc<str> = pair.original.as_str().into();
        for unit in units.accepted {
            pairs.push(Pair {
                source: unit.source.join("\n\n"),
                target: unit.target.join("\n\n"),
                origin: origin.clone(),
            });
        }
    }
    Ok(pairs)
}

/// The lines of a gap: matches with their score and what differs, terms.
pub fn notes(workspace: &Workspace, memory: &Memory, language: &Language, paragraph: &Paragraph) -> Vec<String> {
    let mut notes = Vec::new();
    for found in memory.search(&paragraph.text, SHOWN, HELPFUL) {
        notes.push(format!("memory {}%: {}", found.percent, on_one_line(found.target)));
        if found.percent < 100 {
            notes.push(format!("differs: {}", on_one_line(&marked(found.source, &paragraph.text))));
        }
    }
    if notes.is_empty() {
        for (_, matches) in memory.by_sentence(&paragraph.text, 1, 85) {
            for found in matches {
                notes.push(format!("memory {}%: {}", found.percent, on_one_line(found.target)));
            }
        }
    }
    let terms = workspace.terms(paragraph, language);
    if !terms.is_empty() {
        let terms: Vec<String> = terms.iter().map(|(term, words)| format!("{term} → {words}")).collect();
        notes.push(format!("terms: {}", terms.join("; ")));
    }
    notes
}
