//! `tolmach check --fix`: makes the safe fixes in the translations, each file as a whole.

use std::io::Write;

use super::error::Error;
use super::terminal::Terminal;
use crate::analysis;
use crate::project::{self, DocumentPair, ErrorKind, Snapshot};
use crate::report;
use crate::text::Document;
use crate::workspace::Workspace;

/// Mends the translations of `pairs` and prints what changes; how many fixes there were.
///
/// A document that cannot be read is left to the check that follows, which says why.
///
/// # Errors
///
/// Where a file cannot be written, or changed since it was read.
pub(super) fn fix(
    terminal: &Terminal,
    workspace: &Workspace,
    pairs: &[&DocumentPair],
    dry_run: DryRun,
    out: &mut dyn Write,
) -> Result<usize, Error> {
    let lock = match dry_run {
        DryRun::Yes => None,
        DryRun::No => Some(terminal.lock(&workspace.project)?),
    };
    let mut count = 0;
    for pair in pairs.iter().filter(|pair| pair.translated) {
        let Ok(loaded) = workspace.load(pair) else { continue };
        let review = workspace.analyse(pair, &loaded);
        let edits = analysis::edits(&workspace.bitext(pair, &loaded), &review);
        if edits.is_empty() {
            continue;
        }
        let before = workspace.project.snapshot(&pair.translation)?;
        let Snapshot(Some(bytes)) = &before else { continue };
        if Document::read(bytes, pair.translation_format()).text != loaded.target.text {
            return Err(project::Error::new(&pair.translation, ErrorKind::ChangedOnDisk).into());
        }
        let after = analysis::edited(bytes, &edits);
        if let Some(lock) = &lock {
            workspace.project.write(lock, &pair.translation, &before, &after)?;
        }
        let after = String::from_utf8_lossy(&after);
        report::patch(&pair.translation, &loaded.target.text, &after, out)?;
        count += edits.len();
    }
    let id = match dry_run {
        DryRun::Yes => "check-would-fix",
        DryRun::No => "check-fixed",
    };
    writeln!(out, "{}\n", terminal.ui.say(id, &[("count", count.into())]))?;
    out.flush()?;
    Ok(count)
}

/// Whether files stay as they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum DryRun {
    Yes,
    No,
}
