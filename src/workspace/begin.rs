//! How a translation begins with what a machine or a memory made.

use super::fill::each_filling;
use super::gaps::{GapReader, Wanted};
use super::open::with_units;
use super::proposal::{Filled, Proposal, Verdict};
use super::{Error, Progress, Workspace};
use crate::align::Pin;
use crate::edit::Transaction;
use crate::project;
use crate::rules::Severity;
use crate::units::Paths;

/// A translation that is to begin with a whole text that nobody has read.
#[derive(Clone, Debug)]
pub struct Begun {
    /// Writes it and the units file with its drafts.
    pub change: Transaction,
    /// How many units are drafts.
    pub drafts: usize,
    /// How many paragraphs of the original have nothing in the text.
    pub missing: usize,
}

/// A translation of this very text, each of its aligned units a draft by `by`. Nothing is written.
///
/// # Errors
///
/// Where the original cannot be read, or the text is no UTF-8.
pub fn begin_with(workspace: &Workspace, paths: &Paths, text: Vec<u8>, by: &str) -> Result<Begun, Error> {
    project::as_text(by, &text)?;
    let pair = workspace.load(paths)?.with_target(&text);
    let analysis = workspace.units_alone(&pair);
    let units = analysis.units.iter().map(|analysed| &analysed.unit);
    let both = units.clone().filter(|unit| !unit.source.is_empty() && !unit.target.is_empty());
    let pins: Vec<Pin> = both.map(|unit| Pin { source: unit.source.clone(), target: unit.target.clone() }).collect();
    let missing = units.filter(|unit| unit.target.is_empty()).map(|unit| unit.source.len()).sum();
    let drafts = pair.units.draft(pair.today(&analysis.drift), &pins, by);
    let translation = Transaction::of(&paths.translation, None, Some(text));
    let different = "a translation and its units file are different files";
    let change = translation.then(with_units(&pair, &drafts, &analysis)).expect(different);
    Ok(Begun { change, drafts: pins.len(), missing })
}

/// Fills the gaps of a translation with what the memory has for texts that are like theirs by at least `percent`, as
/// drafts; a match with another code span, link or placeholder stays a hint. How many are filled, and what writes them.
///
/// # Errors
///
/// Where a file cannot be read.
pub fn fill_from_memory(
    workspace: &Workspace,
    paths: &Paths,
    percent: u8,
    progress: &dyn Progress,
) -> Result<(usize, Transaction), Error> {
    let gaps = GapReader::new(workspace, Wanted::Gaps).document(paths, progress)?;
    let proposals: Vec<Proposal> = (gaps.items.iter())
        .filter_map(|gap| {
            let found = gap.memory.first().filter(|found| found.percent >= percent)?;
            let by = format!("memory {}%", found.percent);
            Some(Proposal { id: gap.id.clone(), target: found.target.clone(), by })
        })
        .collect();
    let mut all = Transaction::new();
    // Each gap has an id of its own, so that all of them are judged at once.
    let filled = each_filling(workspace, &proposals, Some(Severity::Error), &mut |change| {
        all = std::mem::take(&mut all).then(change)?;
        Ok(())
    })?;
    let landed = |one: &&Filled| matches!(one.verdict, Verdict::Landed | Verdict::Unchanged);
    Ok((filled.iter().filter(landed).count(), all))
}
