//! `tolmach resolve`: merges the two sides of a units file by unit; also as git's merge driver.

use std::io::Write;

use super::error::{self, Error};
use super::exit::Exit;
use super::terminal::Terminal;
use crate::edit::Transaction;
use crate::i18n::Problem;
use crate::project;
use crate::report::visible;
use crate::text::FaultKind;
use crate::units::{self, Conflict, Paths, Today, Units};
use crate::workspace::{Workspace, commit, commit_loose};

#[derive(Debug, clap::Args)]
pub(super) struct Resolve {
    #[arg(required_unless_present = "driver", conflicts_with = "driver")]
    paths: Vec<String>,
    #[arg(long, num_args = 3, value_names = ["BASE", "OURS", "THEIRS"])]
    driver: Option<Vec<String>>,
}

impl Resolve {
    pub(super) fn run(&self, terminal: &Terminal) -> Result<Exit, Error> {
        if let Some([base, ours, theirs]) = self.driver.as_deref() {
            return drive(base, ours, theirs);
        }
        let workspace = terminal.workspace()?;
        let mut out = terminal.out();
        for path in &self.paths {
            resolve(terminal, &workspace, path, &mut out)?;
        }
        out.flush()?;
        Ok(Exit::Done)
    }
}

fn resolve(terminal: &Terminal, workspace: &Workspace, path: &str, out: &mut dyn Write) -> Result<(), Error> {
    let inside = workspace.project.inside(path)?;
    let Some(pair) = workspace.listing.pairs.iter().find(|pair| pair.units == inside || pair.translation == inside)
    else {
        return Err(Error::new(Problem::NotUnits).at(path, None));
    };
    let lock = terminal.lock(&workspace.project)?;
    let before = workspace.project.snapshot(&pair.units)?;
    let text = workspace.project.read_text(&pair.units)?;
    let conflict =
        Conflict::read(&text).map_err(|line| Error::new(Problem::HalfConflict).at(pair.units.clone(), Some(line)))?;
    let read = |side: &str| Units::read(side).map_err(|fault| side_fault(pair, fault));
    if conflict.ours == conflict.theirs {
        read(&conflict.ours)?;
        let said = terminal.ui.resolve_nothing(pair.units.as_str());
        return Ok(writeln!(out, "{}", visible(&said))?);
    }
    let (ours, theirs) = (read(&conflict.ours)?, read(&conflict.theirs)?);
    let base = conflict.base.as_deref().map(read).transpose()?;
    let merged = Units::merged(base.as_ref(), &ours, &theirs);
    let (settled, state) = settle(workspace, pair, &merged)?;
    let after = settled.write_over(&conflict.ours).into_bytes();
    commit(&workspace.project, &lock, &Transaction::of(&pair.units, before.0, Some(after)))?;
    let said = terminal.ui.resolve_done(
        pair.units.as_str(),
        ours.accepted.len(),
        theirs.accepted.len(),
        settled.accepted.len(),
        merged.accepted.len() - settled.accepted.len(),
    );
    writeln!(out, "{}", visible(&said))?;
    if !state {
        terminal.note(&terminal.ui.resolve_documents(pair.translation.as_str()));
    }
    Ok(())
}

/// The units without versions that the texts speak against, and whether the texts could be asked: they cannot while
/// they hold a conflict themselves.
fn settle(workspace: &Workspace, pair: &Paths, merged: &Units) -> Result<(Units, bool), Error> {
    let read = |path: &str, format| -> Result<_, Error> {
        Ok(crate::text::Document::read(&workspace.project.read(path)?, format))
    };
    let source = read(&pair.original, pair.original_format())?;
    let target = read(&pair.translation, pair.translation_format())?;
    let torn =
        |document: &crate::text::Document| document.faults.iter().any(|fault| fault.kind == FaultKind::ConflictMarker);
    if torn(&source) || torn(&target) {
        return Ok((merged.clone(), false));
    }
    let drift = |units: &Units| units::drift(units, &source, &target);
    let settled = merged.settled(&drift(merged));
    let today = Today { source: &source.paragraphs, target: &target.paragraphs, drift: &drift(&settled) };
    // To accept nothing more is to put what is there in today's order.
    Ok((settled.accept(today, &[]), true))
}

/// A side that is no units file of itself: the place is in the reassembled side, so only the file is named.
fn side_fault(pair: &Paths, fault: units::UnitsFault) -> Error {
    match fault {
        units::UnitsFault::Broken { message, .. } => {
            Error::new(Problem::Side { toml: message.into() }).at(pair.units.clone(), None)
        }
        fault => error::units(&pair.units, fault),
    }
}

/// Writes the merge over `ours`, as git asks of a driver; an error leaves the file to the user as a conflict.
fn drive(base: &str, ours: &str, theirs: &str) -> Result<Exit, Error> {
    let read = |path: &str| -> Result<(Vec<u8>, Units), Error> {
        let bytes = project::read_loose(path)?;
        let units = Units::read(&String::from_utf8_lossy(&bytes)).map_err(|fault| error::units(path, fault))?;
        Ok((bytes, units))
    };
    // Git gives an empty file as base where both sides made the file.
    let ((_, base), (before, ours_units), (_, theirs)) = (read(base)?, read(ours)?, read(theirs)?);
    let merged = Units::merged(Some(&base), &ours_units, &theirs);
    let after = merged.write_over(&String::from_utf8_lossy(&before)).into_bytes();
    commit_loose(&Transaction::of(ours, Some(before), Some(after)))?;
    Ok(Exit::Done)
}
