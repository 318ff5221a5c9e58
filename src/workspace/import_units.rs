//! `memory import`: the texts of a translator's file, put into their documents.

use super::{Error, Workspace, no_conflict};
use crate::align::{Pin, Unit};
use crate::analysis::Analysis;
use crate::draft::{self, Incoming};
use crate::exchange::{Entry, State};
use crate::project::{self, Lock};
use crate::units::{Pair, Paths};

/// What became of the texts for one document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ImportedUnits {
    /// How many texts are new or changed.
    pub placed: usize,
    /// How many were in the translation already.
    pub same: usize,
    /// How many units were accepted.
    pub accepted: usize,
    /// The entries that found no place, as indices; [`crate::draft::Landed::unplaced`] gives the reasons.
    pub unplaced: Vec<usize>,
}

/// Puts texts into one translation and writes it; what the translator's tool calls final is accepted.
///
/// # Errors
///
/// If a file cannot be read or written, or is in the middle of a merge.
pub fn import_units(
    workspace: &Workspace,
    lock: &Lock,
    paths: &Paths,
    entries: &[&Entry],
) -> Result<ImportedUnits, Error> {
    let pair = workspace.load(paths)?;
    no_conflict(&pair)?;
    project::as_text(&paths.translation, pair.files.translation.as_deref().unwrap_or_default())?;
    let aligned: Vec<Unit> = workspace.analyse(&pair).units.into_iter().map(|analysed| analysed.unit).collect();
    let incoming: Vec<Incoming<'_>> = entries
        .iter()
        .filter_map(|entry| Some(Incoming { id: &entry.id, source: &entry.source, target: entry.target.as_deref()? }))
        .collect();
    let landed = draft::land(&pair.source, &pair.target, &aligned, &incoming);
    if landed.text != pair.target.text {
        workspace.write_translation(lock, &pair, &landed.text)?;
    }
    let pair = pair.with_target(landed.text.as_bytes());
    let analysis = workspace.analyse(&pair);
    let accepted = finished(&pair, &analysis, entries);
    let units = pair.units.accept(pair.today(&analysis.drift), &accepted);
    workspace.write_units(lock, &pair, &units, &analysis)?;
    let (placed, same) = (landed.placed, landed.same);
    Ok(ImportedUnits { placed, same, accepted: accepted.len(), unplaced: landed.unplaced })
}

/// The units whose texts are those of an entry that the tool calls final.
fn finished(pair: &Pair, analysis: &Analysis, entries: &[&Entry]) -> Vec<Pin> {
    let is_finished = |unit: &&Unit| {
        let (source, target) = (draft::joined(&pair.source, &unit.source), draft::joined(&pair.target, &unit.target));
        entries.iter().any(|entry| {
            entry.state == State::Accepted && entry.source == source && entry.target.as_ref() == Some(&target)
        })
    };
    let units = analysis.units.iter().map(|analysed| &analysed.unit);
    units
        .filter(|unit| !unit.source.is_empty() && !unit.target.is_empty())
        .filter(is_finished)
        .map(|unit| Pin { source: unit.source.clone(), target: unit.target.clone() })
        .collect()
}
