//! `tolmach check --fix`: makes the safe fixes in the translations, each file as a whole.

use std::io::Write;

use super::error::Error;
use super::terminal::Terminal;
use crate::report;
use crate::units::Paths;
use crate::workspace::{Fixes, Workspace, commit, fixed, fixes};

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
    pairs: &[&Paths],
    dry_run: DryRun,
    out: &mut dyn Write,
) -> Result<usize, Error> {
    let lock = match dry_run {
        DryRun::Yes => None,
        DryRun::No => Some(terminal.lock(&workspace.project)?),
    };
    let mut count = 0;
    for paths in pairs.iter().filter(|paths| paths.translated) {
        let Ok(pair) = workspace.load(paths) else { continue };
        let edits = fixes(&pair, &workspace.analyse(&pair), Fixes::Safe);
        let transaction = fixed(&pair, &edits);
        let Some(after) = transaction.changes().first().and_then(|change| change.after.as_deref()) else { continue };
        if let Some(lock) = &lock {
            commit(&workspace.project, lock, &transaction)?;
        }
        report::patch(&paths.translation, &pair.target.text, &String::from_utf8_lossy(after), out)?;
        count += edits.len();
    }
    let said = match dry_run {
        DryRun::Yes => terminal.ui.check_would_fix(count),
        DryRun::No => terminal.ui.check_fixed(count),
    };
    writeln!(out, "{}\n", said)?;
    out.flush()?;
    Ok(count)
}

/// Whether files stay as they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum DryRun {
    Yes,
    No,
}
