//! What a command remembers: the project's memory in one language, and what it says about a paragraph.

use std::sync::Arc;

use super::desk::Desk;
use super::memory_file;
use super::progress;
use super::trouble::Trouble;
use super::workshop::Workshop;
use crate::diff::marked;
use crate::exchange::{Languages, State};
use crate::lang::Language;
use crate::memory::{Memory, Pair};
use crate::project::Snapshot;
use crate::text::{Paragraph, on_one_line};
use crate::units::Units;

/// Matches below this many percent are no help.
const HELPFUL: u8 = 60;

/// How many matches a gap shows.
const SHOWN: usize = 3;

/// All accepted units of the project's translations into `language`, then those of `memory/*.tmx`.
///
/// # Errors
///
/// Where a units file or a memory cannot be read.
pub(super) fn memory(desk: &Desk, workshop: &Workshop, language: &Language) -> Result<Memory, Trouble> {
    let mut pairs = accepted(workshop, language)?;
    let source = &workshop.project.config.source_language;
    let languages = Languages::new(&source.to_string(), &language.to_string());
    let mut streams = Vec::new();
    for path in workshop.project.memory_files()? {
        let stream = workshop.project.open_memory(&path)?;
        streams.push((path, stream));
    }
    let bar = progress::reading(desk, streams.iter().map(|(_, stream)| stream.size).sum());
    for (path, stream) in streams {
        let origin: Arc<str> = path.as_str().into();
        let mut take = |entry: crate::exchange::Entry| {
            if let Some(target) = entry.target.filter(|_| entry.state != State::Draft) {
                pairs.push(Pair { source: entry.source, target, origin: origin.clone() });
            }
        };
        let losses = crate::exchange::tmx::read(bar.wrap_read(stream.input), &languages, &mut take)
            .map_err(|broken| memory_file::trouble(&path, broken))?;
        // Other languages and other tools' markup are no news every time; what is unreadable is.
        memory_file::say_unread(desk, &path, &losses);
    }
    progress::then_indexing(desk, &bar);
    let memory = Memory::new(pairs);
    bar.finish_and_clear();
    Ok(memory)
}

/// The accepted units of all translations into `language`, in the order of the documents.
///
/// # Errors
///
/// Where a units file cannot be read.
pub(super) fn accepted(workshop: &Workshop, language: &Language) -> Result<Vec<Pair>, Trouble> {
    let mut pairs = Vec::new();
    for pair in workshop.listing.pairs.iter().filter(|pair| pair.language == *language) {
        let Snapshot(Some(_)) = workshop.project.snapshot(&pair.units)? else { continue };
        let text = workshop.project.read_text(&pair.units)?;
        let units = Units::read(&text).map_err(|fault| super::trouble::units(&pair.units, fault))?;
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
pub(super) fn notes(workshop: &Workshop, memory: &Memory, language: &Language, paragraph: &Paragraph) -> Vec<String> {
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
    let terms = workshop.terms(paragraph, language);
    if !terms.is_empty() {
        let terms: Vec<String> = terms.iter().map(|(term, words)| format!("{term} → {words}")).collect();
        notes.push(format!("terms: {}", terms.join("; ")));
    }
    notes
}
