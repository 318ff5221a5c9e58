//! Comments of tolmach's own beside a text that they are of no more use to.

use crate::text::{Kind, Label, Labelled, Span, gap_key, labelled};
use crate::units::Pair;

use super::diagnostic::{AnalysedUnit, Analysis, GapState};

/// A comment that belongs to a unit with a translation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Leftover {
    /// Index into [`Analysis::units`].
    pub unit: usize,
    /// What the comment was left for.
    pub label: Label,
    /// Bytes of the translation's file.
    pub span: Span,
}

/// The comments that belong to units with a translation, in the order of the file.
pub fn leftovers(pair: &Pair, analysis: &Analysis) -> Vec<Leftover> {
    let answered = analysis.gaps.iter().filter_map(|one| match one.state {
        GapState::Answered(unit) => Some((unit, &one.gap.comments)),
        _ => None,
    });
    let of_gap = |(unit, comments): (usize, &Vec<Span>)| -> Vec<Leftover> {
        comments.iter().map(|span| Leftover { unit, label: Label::Translate, span: *span }).collect()
    };
    let mut leftovers: Vec<Leftover> = answered.flat_map(of_gap).collect();
    let comments = labelled(&pair.target);
    if !comments.is_empty() {
        let unit_of = unit_of_targets(pair, &analysis.units);
        let owned = comments.iter().filter_map(|one| {
            let unit = owner(pair, &analysis.units, &unit_of, one)?;
            Some(Leftover { unit, label: one.label, span: one.span })
        });
        leftovers.extend(owned);
    }
    leftovers.sort_by_key(|leftover| leftover.span);
    leftovers
}

fn unit_of_targets(pair: &Pair, units: &[AnalysedUnit]) -> Vec<Option<usize>> {
    let mut of = vec![None; pair.target.paragraphs.len()];
    for (at, analysed) in units.iter().enumerate() {
        analysed.unit.target.iter().for_each(|target| of[*target] = Some(at));
    }
    of
}

/// The unit that a comment belongs to: that of the paragraph behind it; at the end of the file that of the last one.
fn owner(pair: &Pair, units: &[AnalysedUnit], unit_of: &[Option<usize>], comment: &Labelled) -> Option<usize> {
    let last = unit_of.len().checked_sub(1)?;
    let next = comment.before.min(last);
    let is_row = |at: usize| pair.target.paragraphs[at].kind == Kind::TableRow;
    if comment.label == Label::Changed && is_row(next) {
        // What changed in a row is above its table.
        let now = gap_key(&after_change(&comment.text));
        let mut rows = (next..unit_of.len()).take_while(|at| is_row(*at)).filter_map(|at| unit_of[at]);
        let text = |unit: usize| -> String {
            units[unit].unit.source.iter().map(|at| gap_key(&pair.source.paragraphs[*at].text)).collect()
        };
        return rows.find(|unit| text(*unit) == now).or(unit_of[next]);
    }
    let unit = unit_of[next]?;
    (!units[unit].unit.source.is_empty()).then_some(unit)
}

/// The text after a change that is shown as `[-was-]{+is+}`.
fn after_change(shown: &str) -> String {
    let mut text = String::new();
    let mut rest = shown;
    while let Some(at) = rest.find("[-") {
        text.push_str(&rest[..at]);
        rest = rest[at..].find("-]").map_or("", |end| &rest[at + end + 2..]);
    }
    (text + rest).replace("{+", "").replace("+}", "")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_text_after_a_change_is_read() {
        assert_eq!(after_change("в [-1986-]{+1987+} году {+было+}"), "в 1987 году было");
        assert_eq!(after_change("без знаков"), "без знаков");
    }
}
