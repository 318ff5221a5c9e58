//! `tolmach check --fix`: what the safe fixes change, shown before the answer.

use std::io::Write;

use super::error::Error;
use super::terminal::Terminal;
use crate::report;
use crate::workspace::Fixed;

/// The fixes of a check, in the order of the documents.
#[derive(Default)]
pub(super) struct Patch {
    text: Vec<u8>,
    count: usize,
}

impl Patch {
    /// Adds the fixes of a translation.
    pub(super) fn add(&mut self, fixed: &Fixed) {
        self.count += fixed.count;
        report::patch(&fixed.path, &fixed.before, &fixed.after, &mut self.text).expect("memory takes every byte");
    }

    /// Prints what changed and how many fixes there are.
    ///
    /// # Errors
    ///
    /// Where it cannot be printed.
    pub(super) fn print(&self, terminal: &Terminal, dry_run: DryRun, out: &mut dyn Write) -> Result<(), Error> {
        out.write_all(&self.text)?;
        let said = match dry_run {
            DryRun::Yes => terminal.ui.check_would_fix(self.count),
            DryRun::No => terminal.ui.check_fixed(self.count),
        };
        writeln!(out, "{said}\n")?;
        Ok(out.flush()?)
    }
}

/// Whether files stay as they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum DryRun {
    Yes,
    No,
}
