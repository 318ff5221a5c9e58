//! `accept`: which units of a pair can be accepted, and the units file with them accepted.

use std::collections::HashSet;

use super::refusal::Refusal;
use super::{Error, overlap};
use crate::align::{Pin, Unit};
use crate::analysis::{AnalysedUnit, Analysis};
use crate::diff::wording;
use crate::text::{gap_key, holds_gap, open};
use crate::units::{self, Pair, State, Units};

/// Which units are to be accepted.
#[derive(Clone, Copy, Debug, Default)]
pub struct Acceptable<'a> {
    /// Those that hold one of these paragraphs; `None` for the whole document.
    pub lines: Option<&'a Pin>,
    /// Those that the aligner is this sure of, 0 to 1, or that nobody changed since; `None` for all.
    pub confidence: Option<f64>,
}

/// What accepting would record.
#[derive(Debug, Default)]
pub struct Accepting {
    /// The units as they are after it.
    pub units: Units,
    /// The newly accepted ones, in document order.
    pub new: Vec<Pin>,
    /// How many are recorded already with the same texts.
    pub already: usize,
    /// Why the others are not accepted, one for each.
    pub left: Vec<Refusal>,
}

/// Accepts units of a pair; `analysis` is the pair's. Nothing is written.
///
/// Of a whole document, verbatim blocks are recorded with it; and without a confidence, units of which nothing is left
/// in the texts are dropped.
///
/// # Errors
///
/// If one of the named lines holds a unit that has no translation.
pub fn accepting(pair: &Pair, analysis: &Analysis, which: Acceptable<'_>) -> Result<Accepting, Error> {
    let chosen = choose(pair, analysis, which)?;
    let mut units = pair.units.accept(pair.today(&analysis.drift), &chosen.new);
    if which.lines.is_none() && which.confidence.is_none() {
        let drift = units::drift(&units, &pair.source, &pair.target);
        units = units.without_gone(&drift);
    }
    if which.lines.is_none() {
        let drift = units::drift(&units, &pair.source, &pair.target);
        units = units.record_blocks(&pair.blocks(&drift));
    }
    Ok(Accepting { units, ..chosen })
}

fn choose(pair: &Pair, analysis: &Analysis, which: Acceptable<'_>) -> Result<Accepting, Error> {
    let mut choice = Accepting::default();
    let lines = which.lines;
    let gaps = gaps(pair);
    for analysed in &analysis.units {
        let pin = Pin { source: analysed.unit.source.clone(), target: analysed.unit.target.clone() };
        if lines.is_some_and(|lines| !overlap(lines, &pin)) {
            continue;
        }
        let refusal = refusal(pair, &gaps, analysed, which.confidence);
        match (refusal, lines) {
            // A person who names a line is told why it cannot be; of a whole document the rest is taken.
            (Some(refusal @ (Refusal::Alone | Refusal::Gap)), Some(_)) => {
                return Err(Error::NotAcceptable { place: pair.place(&pin), refusal });
            }
            (Some(refusal), _) => choice.left.push(refusal),
            (None, _) if analysed.accepted.is_some_and(|(_, state)| state == State::Fresh { cosmetic: false }) => {
                choice.already += 1;
            }
            (None, _) => choice.new.push(pin),
        }
    }
    Ok(choice)
}

fn refusal(pair: &Pair, gaps: &HashSet<String>, analysed: &AnalysedUnit, confidence: Option<f64>) -> Option<Refusal> {
    let unit = &analysed.unit;
    if has_gap(pair, gaps, unit) {
        return Some(Refusal::Gap);
    }
    if unit.source.is_empty() || unit.target.is_empty() {
        return Some(Refusal::Alone);
    }
    let limit = confidence?;
    let fresh = matches!(analysed.accepted, Some((_, State::Fresh { .. })));
    let sure = analysed.accepted.is_none() && unit.confidence >= limit;
    (!fresh && !sure).then_some(Refusal::Unsure)
}

/// The wording of every paragraph of the original for which the translation has a marked gap.
fn gaps(pair: &Pair) -> HashSet<String> {
    let format = pair.source.format;
    open(&pair.target).iter().map(|gap| gap_key(&wording(format, &gap.original))).collect()
}

/// Whether a marked gap takes the place of a source paragraph of the unit, or in one of its targets.
fn has_gap(pair: &Pair, gaps: &HashSet<String>, unit: &Unit) -> bool {
    let (source, target) = (&pair.source.paragraphs, &pair.target.paragraphs);
    let is_open = |at: &usize| gaps.contains(&gap_key(&wording(pair.source.format, &source[*at].text)));
    unit.target.iter().any(|at| holds_gap(&target[*at], &pair.target))
        || !gaps.is_empty() && unit.source.iter().any(is_open)
}
