//! `memory import`: the texts of a translator's file, put into their documents.

use super::{Error, Workspace, no_conflict};
use crate::align::{Pin, Unit};
use crate::analysis::Analysis;
use crate::draft::{self, Arrival, Incoming};
use crate::exchange::{Entry, State, base};
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
    /// How many were left out since only the translation here is newer than what went out.
    pub kept: usize,
    /// The entries whose texts changed here and there, as indices; the text here stays.
    pub conflicts: Vec<usize>,
    /// The entries that are not finished, as indices.
    pub unfinished: Vec<usize>,
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
    let arrived: Vec<usize> = (0..entries.len()).filter(|at| entries[*at].target.is_some()).collect();
    let bases: Vec<_> = arrived.iter().map(|at| move |text: &str| base::is_base(entries[*at], text)).collect();
    let incoming: Vec<Incoming<'_>> = arrived
        .iter()
        .zip(&bases)
        .filter_map(|(at, is_base)| {
            let entry = entries[*at];
            let finished = !matches!(entry.state, State::Draft | State::New);
            let kind = if finished { Arrival::Finished(is_base) } else { Arrival::Unfinished };
            Some(Incoming { id: &entry.id, source: &entry.source, target: entry.target.as_deref()?, kind })
        })
        .collect();
    let landed = draft::land(&pair.source, &pair.target, &aligned, &incoming);
    // Entries without a translation came in too.
    let entry = |places: Vec<usize>| -> Vec<usize> { places.into_iter().map(|at| arrived[at]).collect() };
    if landed.text != pair.target.text {
        workspace.write_translation(lock, &pair, &landed.text)?;
    }
    let pair = pair.with_target(landed.text.as_bytes());
    let analysis = workspace.analyse(&pair);
    let accepted = finished(&pair, &analysis, entries);
    let units = pair.units.accept(pair.today(&analysis.drift), &accepted);
    workspace.write_units(lock, &pair, &units, &analysis)?;
    Ok(ImportedUnits {
        placed: landed.placed,
        same: landed.same,
        accepted: accepted.len(),
        kept: landed.kept,
        conflicts: entry(landed.conflicts),
        unfinished: entry(landed.unfinished),
        unplaced: entry(landed.unplaced),
    })
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
