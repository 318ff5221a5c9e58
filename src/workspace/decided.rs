//! What an acceptance changes in the files of a pair: the units, and the comments that were there for the translator.

use super::{Workspace, with_units};
use crate::align::Pin;
use crate::analysis::{Analysis, Leftover};
use crate::edit::{Edits, TextEdit, Transaction};
use crate::text::without;
use crate::units::{Pair, Units};

/// A pair as it will be once comments are taken out of its translation.
#[derive(Clone, Debug)]
pub struct Cleared {
    /// The pair without the comments.
    pub pair: Pair,
    /// Its analysis.
    pub analysis: Analysis,
    /// Takes the comments away.
    pub transaction: Transaction,
}

impl Workspace {
    /// The pair without some comments; `None` where its paragraphs would not be the same ones without them.
    pub fn cleared(&self, pair: &Pair, analysis: &Analysis, comments: &[Leftover]) -> Option<Cleared> {
        if comments.is_empty() {
            let (pair, analysis) = (pair.clone(), analysis.clone());
            return Some(Cleared { pair, analysis, transaction: Transaction::new() });
        }
        let edit = |one: &Leftover| TextEdit { bytes: without(&pair.target, one.span), text: Vec::new() };
        let edits = Edits::new(comments.iter().map(edit).collect());
        let before = pair.files.translation.as_ref().filter(|bytes| **bytes == pair.target.text.as_bytes())?;
        let after = edits.apply(before)?;
        let cleared = pair.with_target(&after);
        let same = cleared.target.paragraphs.len() == pair.target.paragraphs.len();
        let transaction = Transaction::of(&pair.paths.translation, Some(before.clone()), Some(after));
        same.then(|| Cleared { analysis: self.units_alone(&cleared), pair: cleared, transaction })
    }
}

impl Cleared {
    /// The units with `pins` accepted.
    pub fn accept(&self, pins: &[Pin]) -> Units {
        self.pair.units.accept(self.pair.today(&self.analysis.drift), pins)
    }

    /// The transaction that takes the comments away and gives the pair other units.
    pub fn with_units(self, units: &Units) -> Transaction {
        let units = with_units(&self.pair, units, &self.analysis);
        self.transaction.then(units).expect("the two change different files")
    }
}
