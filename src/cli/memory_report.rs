//! What `tolmach memory import` did with the texts of a translator's file.

use std::io::Write;

use super::error::Error;
use super::terminal::Terminal;
use crate::exchange::Entry;
use crate::report::visible_line;
use crate::units::Paths;
use crate::workspace::ImportedUnits;

pub(super) fn report(
    terminal: &Terminal,
    paths: &Paths,
    entries: &[&Entry],
    imported: &ImportedUnits,
) -> Result<(), Error> {
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
