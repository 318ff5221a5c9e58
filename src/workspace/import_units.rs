//! `memory import`: the texts of a translator's file, put into their documents.

use std::collections::HashSet;

use super::{Error, Workspace, commit, no_conflict};
use crate::align::{Pin, Unit};
use crate::analysis::AnalysedUnit;
use crate::draft::{self, Arrival, ImportedUnit};
use crate::edit::Transaction;
use crate::exchange::{Entry, State, base};
use crate::lang::Language;
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
    /// How many are drafts that somebody has to read.
    pub drafts: usize,
    /// How many were left out since only the translation here is newer than what went out.
    pub kept: usize,
    /// The entries whose texts changed here and there, as indices; the text here stays.
    pub conflicts: Vec<usize>,
    /// The entries that are not finished, as indices.
    pub unfinished: Vec<usize>,
    /// The entries that found no place, as indices; [`crate::draft::ImportOutcome::unplaced`] gives the reasons.
    pub unplaced: Vec<usize>,
}

/// Which texts of a file count as accepted by a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Acceptance {
    /// Those that a tool calls final: few set that by themselves.
    Final,
    /// Those, too, that are marked as approved.
    Approved,
}

/// Whether a unit of a memory went out from a document of the project and comes back, to be put into it.
///
/// A memory says of no unit that it was changed, so that one whose text is another than the one that went out no longer
/// counts as accepted.
pub fn came_back(workspace: &Workspace, language: &Language, entry: &mut Entry) -> bool {
    let is_own = |paths: &Paths| paths.language == *language && paths.translated && paths.original == entry.origin;
    let base = entry.target.as_deref().and_then(|target| base::is_base(entry, target));
    let Some(is_base) = base.filter(|_| workspace.listing.pairs.iter().any(is_own)) else { return false };
    if !is_base && entry.state == State::Accepted {
        entry.state = State::Translated;
    }
    true
}

/// Puts texts into one translation and writes it. What counts as accepted is accepted; any other new text is a draft by
/// `by`.
///
/// # Errors
///
/// If a file cannot be read or written, or is in the middle of a merge.
pub fn import_units(
    workspace: &Workspace,
    lock: &Lock,
    paths: &Paths,
    entries: &[&Entry],
    acceptance: Acceptance,
    by: &str,
) -> Result<ImportedUnits, Error> {
    let pair = workspace.load(paths)?;
    no_conflict(&pair)?;
    project::as_text(&paths.translation, pair.files.translation.as_deref().unwrap_or_default())?;
    let aligned: Vec<Unit> = workspace.analyse(&pair).units.into_iter().map(|analysed| analysed.unit).collect();
    let before: HashSet<(String, String)> = aligned.iter().map(|unit| texts(&pair, unit)).collect();
    let arrived: Vec<usize> = (0..entries.len()).filter(|at| entries[*at].target.is_some()).collect();
    let bases: Vec<_> = arrived.iter().map(|at| move |text: &str| base::is_base(entries[*at], text)).collect();
    let incoming: Vec<ImportedUnit<'_>> = arrived
        .iter()
        .zip(&bases)
        .filter_map(|(at, is_base)| {
            let entry = entries[*at];
            let finished = !matches!(entry.state, State::Draft | State::New);
            let kind = if finished { Arrival::Finished(is_base) } else { Arrival::Unfinished };
            Some(ImportedUnit { id: &entry.id, source: &entry.source, target: entry.target.as_deref()?, kind })
        })
        .collect();
    let landed = draft::land(&pair.source, &pair.target, &aligned, &incoming);
    // Entries without a translation came in too.
    let entry = |places: Vec<usize>| -> Vec<usize> { places.into_iter().map(|at| arrived[at]).collect() };
    let path = &pair.paths.translation;
    let bytes = || Some(landed.text.as_bytes().to_vec());
    let translation = match landed.text == pair.target.text {
        true => Transaction::new(),
        false => Transaction::of(path, pair.files.translation.clone(), bytes()),
    };
    let pair = pair.with_target(landed.text.as_bytes());
    let analysis = workspace.analyse(&pair);
    let least = if acceptance == Acceptance::Final { State::Accepted } else { State::Approved };
    let accepted = of_entries(&pair, &analysis.units, entries, &|entry| entry.state >= least);
    let units = pair.units.accept(pair.today(&analysis.drift), &accepted);
    // What was here already is not the file's.
    let open = analysis.units.iter().filter(|one| one.accepted.is_none() && !before.contains(&texts(&pair, &one.unit)));
    let open: Vec<AnalysedUnit> = open.cloned().collect();
    let drafts = of_entries(&pair, &open, entries, &|entry| entry.state > State::Draft && entry.state < least);
    let units = units.draft(pair.today(&analysis.drift), &drafts, by);
    let units = workspace.units_change(&pair, &units, &analysis)?;
    let both = translation.then(units).expect("a translation and its units file are different files");
    commit(&workspace.project, lock, &both)?;
    Ok(ImportedUnits {
        placed: landed.placed,
        same: landed.same,
        accepted: accepted.len(),
        drafts: drafts.len(),
        kept: landed.kept,
        conflicts: entry(landed.conflicts),
        unfinished: entry(landed.unfinished),
        unplaced: entry(landed.unplaced),
    })
}

/// The units whose texts are those of an entry that is `wanted`.
fn of_entries(pair: &Pair, units: &[AnalysedUnit], entries: &[&Entry], wanted: &dyn Fn(&Entry) -> bool) -> Vec<Pin> {
    let wanted: HashSet<(&str, &str)> = (entries.iter())
        .filter(|entry| wanted(entry))
        .filter_map(|entry| Some((entry.source.as_str(), entry.target.as_deref()?)))
        .collect();
    let units = units.iter().map(|analysed| &analysed.unit);
    let is_wanted = |unit: &&Unit| {
        let (source, target) = texts(pair, unit);
        !unit.source.is_empty() && !unit.target.is_empty() && wanted.contains(&(source.as_str(), target.as_str()))
    };
    let pin = |unit: &Unit| Pin { source: unit.source.clone(), target: unit.target.clone() };
    units.filter(is_wanted).map(pin).collect()
}

/// The texts of a unit: original, translation.
fn texts(pair: &Pair, unit: &Unit) -> (String, String) {
    (draft::joined(&pair.source, &unit.source), draft::joined(&pair.target, &unit.target))
}
