//! What an update of a translation begins with.

use super::Workspace;
use crate::align::Unit;
use crate::analysis::{AnalysedGap, AnalysedUnit, Analysis, GapState};
use crate::draft::Today;
use crate::units::Pair;

/// How far a translation is in step with its original.
pub fn today(workspace: &Workspace, pair: Pair) -> Today {
    let Analysis { drift, units, gaps, .. } = workspace.units_alone(&pair);
    let aligned = units.into_iter().flat_map(likely).collect();
    let (mut typed, mut outdated, mut unknown) = (Vec::new(), Vec::new(), Vec::new());
    for AnalysedGap { gap, state } in gaps {
        match state {
            // Within a line somebody sees the text already.
            GapState::Typed(_) if gap.within.is_some() => unknown.push(gap.span),
            GapState::Typed(_) => {
                typed.push((gap.span, if gap.typed.is_empty() { gap.original } else { gap.typed }));
            }
            GapState::Outdated => outdated.push((gap.span, gap.original)),
            GapState::Unknown => unknown.push(gap.span),
            GapState::Open(_) | GapState::Answered(_) => {}
        }
    }
    Today { target: pair.target, drift, aligned, typed, outdated, unknown }
}

/// A unit; where it is several paragraphs of the original that nobody accepted, and is not even as likely as not, the
/// paragraphs without an answer: a gap too many is seen, new paragraphs that are taken for translated never are.
fn likely(AnalysedUnit { unit, accepted }: AnalysedUnit) -> Vec<Unit> {
    const AS_NOT: f64 = 0.5;
    let several = unit.source.len() > 1 && !unit.target.is_empty();
    if !several || unit.pinned || accepted.is_some() || unit.confidence >= AS_NOT {
        return vec![unit];
    }
    let alone = unit.source.into_iter().map(|at| Unit::new(vec![at], Vec::new()));
    alone.chain([Unit::new(Vec::new(), unit.target)]).collect()
}
