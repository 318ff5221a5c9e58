//! Comments of tolmach's own beside a text that they are of no more use to.

use crate::text::{Kind, Label, Labelled, Span, Verbatim, gap_key, labelled};
use crate::units::Pair;

use super::diagnostic::{AnalysedUnit, Analysis, GapState};

/// What a comment belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Owner {
    /// Index into [`Analysis::units`].
    Unit(usize),
    /// Index into the verbatim blocks of the translation.
    Block(usize),
}

/// A comment that belongs to a unit with a translation, or to a verbatim block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Leftover {
    /// What it belongs to.
    pub owner: Owner,
    /// What the comment was left for.
    pub label: Label,
    /// Bytes of the translation's file.
    pub span: Span,
}

impl Leftover {
    /// The unit that it belongs to.
    pub fn unit(&self) -> Option<usize> {
        match self.owner {
            Owner::Unit(unit) => Some(unit),
            Owner::Block(_) => None,
        }
    }

    /// The verbatim block that it belongs to.
    pub fn block(&self) -> Option<usize> {
        match self.owner {
            Owner::Block(block) => Some(block),
            Owner::Unit(_) => None,
        }
    }
}

/// The comments that belong to units with a translation and to verbatim blocks, in the order of the file.
pub fn leftovers(pair: &Pair, analysis: &Analysis) -> Vec<Leftover> {
    let answered = analysis.gaps.iter().filter_map(|one| match one.state {
        GapState::Answered(unit) => Some((unit, &one.gap.comments)),
        _ => None,
    });
    let of_gap = |(unit, comments): (usize, &Vec<Span>)| -> Vec<Leftover> {
        let of_unit = |span: &Span| Leftover { owner: Owner::Unit(unit), label: Label::Translate, span: *span };
        comments.iter().map(of_unit).collect()
    };
    let mut leftovers: Vec<Leftover> = answered.flat_map(of_gap).collect();
    let comments = labelled(&pair.target);
    if !comments.is_empty() {
        let unit_of = unit_of_targets(pair, &analysis.units);
        let blocks = pair.target.verbatim();
        let owned = comments.iter().filter_map(|one| {
            let owner = match block_below(pair, &blocks, one) {
                Some(block) => Owner::Block(block),
                None => Owner::Unit(owner(pair, &analysis.units, &unit_of, one)?),
            };
            Some(Leftover { owner, label: one.label, span: one.span })
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

/// The verbatim block directly below a comment that says what changed in the original's.
fn block_below(pair: &Pair, blocks: &[Verbatim], comment: &Labelled) -> Option<usize> {
    let next = blocks.partition_point(|block| block.span.start < comment.span.end);
    let between = &pair.target.text[comment.span.end..blocks.get(next)?.span.start];
    let is_next = between.matches('\n').count() == 1 && between.trim_matches(['>', ' ', '\t', '\r', '\n']).is_empty();
    (comment.label == Label::Changed && is_next).then_some(next)
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
