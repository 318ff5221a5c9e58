//! `accept`: which units of a pair can be accepted, and the files with them accepted.

use std::collections::HashSet;

use super::refusal::Refusal;
use super::{Error, Workspace, overlap};
use crate::align::Pin;
use crate::analysis::{AnalysedUnit, Analysis, GapState, Leftover, leftovers};
use crate::edit::Transaction;
use crate::text::Label;
use crate::units::{self, BlockState, BlockUnit, Blocks, Pair, State, Units};

/// Which units are to be accepted.
#[derive(Clone, Copy, Debug, Default)]
pub struct Acceptable<'a> {
    /// Those that hold one of these paragraphs; `None` for the whole document.
    pub lines: Option<&'a Pin>,
    /// Beside these lines, the verbatim blocks that are named with them, as indices among the blocks of each side.
    pub blocks: Option<&'a Pin>,
    /// Those that the aligner is this sure of, 0 to 1, or that nobody changed since; `None` for all.
    pub confidence: Option<f64>,
}

/// What accepting would record.
#[derive(Debug, Default)]
pub struct Accepting {
    /// Gives the pair its units, and takes the comments out of its translation that are of no more use.
    pub transaction: Transaction,
    /// The newly accepted ones, in document order.
    pub new: Vec<Pin>,
    /// How many of them are drafts in which nobody changed a word.
    pub unread: usize,
    /// The verbatim blocks that were named, with the lines where they begin.
    pub blocks: Vec<Block>,
    /// How many are recorded already with the same texts.
    pub already: usize,
    /// The others, each with why it is not accepted.
    pub left: Vec<(Refusal, Pin)>,
    /// Where verbatim blocks begin that are left out, since a comment above them says what changed in the original's.
    pub left_blocks: Vec<String>,
    /// The comments that go.
    pub cleared: Vec<Leftover>,
}

/// A verbatim block that is accepted by its name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// `path:line ↔ path:line`.
    pub place: String,
    /// As the translation has it now.
    pub text: String,
}

/// Accepts units of a pair; `analysis` is the pair's. Nothing is written.
///
/// Of a whole document, verbatim blocks are recorded with it; and without a confidence, units of which nothing is left
/// in the texts are dropped.
///
/// # Errors
///
/// If one of the named lines holds a unit that has no translation, or the text would read otherwise without a comment
/// that is to go.
pub fn accepting(
    workspace: &Workspace,
    pair: &Pair,
    analysis: &Analysis,
    which: Acceptable<'_>,
) -> Result<Accepting, Error> {
    let mut chosen = choose(pair, analysis, which)?;
    let marked = marked_blocks(pair, analysis, which, &mut chosen);
    let cleared = workspace.cleared(pair, analysis, &chosen.cleared);
    let cleared = cleared.ok_or_else(|| Error::NotCleared { path: pair.paths.translation.clone() })?;
    let mut units = cleared.accept(&chosen.new);
    let today = &cleared.pair;
    // What went to another document is recorded here until a command records it there.
    let stays = which.lines.is_some() || which.confidence.is_some() || workspace.is_carried_from(pair);
    if !stays {
        let drift = units::drift(&units, &today.source, &today.target);
        units = units.without_gone(&drift);
    }
    let mut blocks = Vec::new();
    if which.lines.is_none() {
        let drift = units::drift(&units, &today.source, &today.target);
        let blocks = today.blocks(&drift);
        let is_free = |unit: &BlockUnit| unit.pair.1.is_none_or(|at| !marked.contains(&at));
        units = match marked.is_empty() {
            true => units.record_blocks(&blocks),
            false => units.record_named_blocks(&blocks, &is_free),
        };
    } else if let Some(named) = which.blocks {
        (units, blocks) = with_blocks(pair, today, &units, named)?;
    }
    let transaction = cleared.with_units(&units);
    let carried = if transaction.is_empty() { Transaction::new() } else { workspace.carry(pair)? };
    let transaction = transaction.then(carried).expect("each file is changed once");
    let is_unread = |pin: &&Pin| analysis.drift.draft(&pin.source, &pin.target).is_some_and(|draft| draft.unread);
    let unread = chosen.new.iter().filter(is_unread).count();
    Ok(Accepting { transaction, blocks, unread, ..chosen })
}

/// The verbatim blocks of the translation that stay as they are recorded, since a comment above them says what changed in
/// the original's. The comment goes where the block is named, and with a whole document where the translation has the
/// original's block.
fn marked_blocks(pair: &Pair, analysis: &Analysis, which: Acceptable<'_>, chosen: &mut Accepting) -> HashSet<usize> {
    let mut marked = HashSet::new();
    let above: Vec<Leftover> = leftovers(pair, analysis).into_iter().filter(|one| one.block().is_some()).collect();
    if above.is_empty() {
        return marked;
    }
    let blocks = pair.blocks(&analysis.drift);
    for one in above {
        let Some((unit, at)) = blocks.units.iter().find_map(|unit| {
            let at = unit.pair.1.filter(|at| one.block() == Some(*at))?;
            Some((unit, at))
        }) else {
            continue;
        };
        let is_same = unit.pair.0.is_some_and(|source| blocks.source[source].text == blocks.target[at].text);
        let is_named = which.blocks.is_some_and(|named| named.target.contains(&at));
        match which.lines {
            Some(_) if is_named => chosen.cleared.push(one),
            Some(_) => {}
            None if is_same => chosen.cleared.push(one),
            None => {
                chosen.left_blocks.push(pair.block_place(&blocks, unit));
                marked.insert(at);
            }
        }
    }
    chosen.cleared.sort_by_key(|one| one.span);
    marked
}

/// The units with the named verbatim blocks recorded as they are, and these blocks; `before` is the pair before comments
/// went out of its translation.
fn with_blocks(before: &Pair, today: &Pair, units: &Units, named: &Pin) -> Result<(Units, Vec<Block>), Error> {
    let drift = units::drift(units, &today.source, &today.target);
    let blocks = Blocks::of(units, &today.source, &today.target, &drift);
    let is_named = |unit: &BlockUnit| {
        let (source, target) = unit.pair;
        source.is_some_and(|at| named.source.contains(&at)) || target.is_some_and(|at| named.target.contains(&at))
    };
    let mut recorded = Vec::new();
    for unit in blocks.units.iter().filter(|unit| is_named(unit)) {
        let place = before.block_place(&blocks, unit);
        let Some(target) = unit.pair.1 else {
            return Err(Error::NotAcceptable { place, refusal: Refusal::Alone });
        };
        recorded.push(Block { place, text: blocks.target[target].text.clone() });
    }
    let unrecorded = |unit: &&BlockUnit| unit.state == BlockState::Unrecorded && !is_named(unit);
    if let Some(unit) = blocks.units.iter().find(unrecorded).filter(|_| !recorded.is_empty()) {
        let place = before.block_place(&blocks, unit);
        return Err(Error::NotAcceptable { place, refusal: Refusal::Unrecorded });
    }
    Ok((units.record_named_blocks(&blocks, &is_named), recorded))
}

fn choose(pair: &Pair, analysis: &Analysis, which: Acceptable<'_>) -> Result<Accepting, Error> {
    let mut choice = Accepting::default();
    let lines = which.lines;
    let open = open_gaps(analysis);
    let leftovers = leftovers(pair, analysis);
    for (at, analysed) in analysis.units.iter().enumerate() {
        let pin = Pin { source: analysed.unit.source.clone(), target: analysed.unit.target.clone() };
        if lines.is_some_and(|lines| !overlap(lines, &pin)) {
            continue;
        }
        let first = leftovers
            .iter()
            .copied()
            .filter(|one| one.unit() == Some(at) && (lines.is_some() || one.label != Label::Gone));
        let beside: Vec<Leftover> = first.collect();
        let refusal = refusal(&open, analysed, which.confidence).or_else(|| marked(&beside, which));
        match (refusal, lines) {
            // A person who names a line is told why it cannot be; of a whole document the rest is taken.
            (Some(refusal @ (Refusal::Alone | Refusal::Gap)), Some(_)) => {
                return Err(Error::NotAcceptable { place: pair.place(&pin), refusal });
            }
            (Some(refusal), _) => {
                choice.left.push((refusal, pin));
                continue;
            }
            (None, _) if analysed.accepted.is_some_and(|(_, state)| state == State::Fresh { cosmetic: false }) => {
                choice.already += 1;
            }
            (None, _) => choice.new.push(pin),
        }
        choice.cleared.extend(beside);
    }
    Ok(choice)
}

fn refusal(open: &HashSet<usize>, analysed: &AnalysedUnit, confidence: Option<f64>) -> Option<Refusal> {
    let unit = &analysed.unit;
    if unit.source.iter().any(|at| open.contains(at)) {
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

/// Whether comments beside a unit keep it from being accepted: only who names the unit has seen to them. The comment of
/// a gap that was filled keeps nobody.
fn marked(beside: &[Leftover], which: Acceptable<'_>) -> Option<Refusal> {
    let keeps = |one: &Leftover| match one.label {
        Label::Changed | Label::Removed => true,
        Label::Gone => false,
        Label::Translate | Label::Confirm => which.confidence.is_some(),
    };
    (which.lines.is_none() && beside.iter().any(keeps)).then_some(Refusal::Marked)
}

/// The paragraphs of the original for which the translation has a gap that nobody has filled.
fn open_gaps(analysis: &Analysis) -> HashSet<usize> {
    let open = analysis.gaps.iter().filter_map(|one| match one.state {
        GapState::Open(source) | GapState::Typed(Some(source)) => Some(source),
        _ => None,
    });
    open.collect()
}
