//! One gap of a translation filled with a text that a person chose.

use crate::analysis::{Analysis, GapState};
use crate::draft;
use crate::edit::{Edits, Transaction};
use crate::units::Pair;

/// The transaction that puts a text in the place of a gap, given by its index in [`Analysis::gaps`]; `None` where the gap
/// is not open, or the text cannot be read as its paragraph there.
pub fn gap_filled(pair: &Pair, analysis: &Analysis, gap: usize, text: &str) -> Option<Transaction> {
    let found = analysis.gaps.get(gap)?;
    let GapState::Open(source) = found.state else { return None };
    if found.gap.within.is_some() || found.gap.unfinished {
        return None;
    }
    let before = pair.files.translation.as_ref().filter(|bytes| **bytes == pair.target.text.as_bytes())?;
    let answers = draft::Answers::of(analysis.units.iter().map(|analysed| &analysed.unit));
    let fill = draft::Filled { gap: &found.gap, source, text: text.trim() };
    let (edits, _) = draft::gaps_filled(&pair.source, &pair.target, &answers, &[fill])?;
    let after = Edits::new(edits).apply(before)?;
    Some(Transaction::of(&pair.paths.translation, Some(before.clone()), Some(after)))
}
