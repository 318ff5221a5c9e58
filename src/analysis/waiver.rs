//! Which finding a waiver is for, in words that a person can read in the units file.

use std::collections::HashMap;

use super::{AnalysedUnit, Diagnostic};
use crate::rules::{Fact, Place};
use crate::text::{Document, Span, Verbatim};
use crate::units::{Pair, Waiver};

/// A fact longer than this is a sentence, and no name.
const NAME: usize = 80;

/// The texts that a waiver of a finding holds for: those of its unit, or of its verbatim block; `None` for a finding
/// about a whole document.
pub(super) fn texts(pair: &Pair, units: &[AnalysedUnit], found: &Diagnostic) -> Option<(Vec<String>, Vec<String>)> {
    if let Some(unit) = found.unit {
        return Some(pair.texts(&units[unit].unit));
    }
    let side = |document: &Document, places: &[Place]| -> Vec<String> {
        let Some(place) = places.first() else { return Vec::new() };
        let block = |block: &Verbatim| block.span == place.span;
        document.verbatim().into_iter().find(block).map(|block| block.text).into_iter().collect()
    };
    let (source, target) = (side(&pair.source, &found.finding.source), side(&pair.target, &found.finding.target));
    (!source.is_empty() || !target.is_empty()).then_some((source, target))
}

/// What each finding is called in a waiver: the words it marks, else its facts; of several of one rule in one unit that
/// would have one name, the second and the following have their number. `None` where it marks its whole unit.
pub(super) fn names(pair: &Pair, findings: &[Diagnostic]) -> Vec<Option<String>> {
    let mut order: Vec<usize> = (0..findings.len()).collect();
    let first =
        |places: &[Place]| places.first().map_or((usize::MAX, Span::default()), |place| (place.paragraph, place.span));
    order.sort_by_key(|at| (first(&findings[*at].finding.target), first(&findings[*at].finding.source)));
    let mut counts: HashMap<(Option<usize>, &str, String), usize> = HashMap::new();
    let mut names = vec![None; findings.len()];
    for at in order {
        let found = &findings[at];
        let base = base(pair, found);
        let count = counts.entry((found.unit, found.finding.rule, base.clone())).or_default();
        *count += 1;
        names[at] = match (base.is_empty(), *count) {
            (true, 1) => None,
            (true, count) => Some(format!("#{count}")),
            (false, 1) => Some(base),
            (false, count) => Some(format!("{base} #{count}")),
        };
    }
    names
}

fn base(pair: &Pair, found: &Diagnostic) -> String {
    let marked = |document: &Document, places: &[Place]| {
        let place = places.first()?;
        let text = &document.paragraphs.get(place.paragraph)?.text;
        let part = text.get(place.span.range()).filter(|part| part.len() < text.len() && !part.trim().is_empty())?;
        Some(part.split_whitespace().collect::<Vec<_>>().join(" "))
    };
    let finding = &found.finding;
    marked(&pair.target, &finding.target).or_else(|| marked(&pair.source, &finding.source)).unwrap_or_else(|| {
        let facts = finding.facts.iter().filter_map(|(_, fact)| match fact {
            Fact::Text(text) if text.chars().count() <= NAME => Some(text.as_str()),
            _ => None,
        });
        facts.collect::<Vec<_>>().join(", ")
    })
}

/// The waiver of one of the findings of a pair, given by its index; `None` for a finding about a whole document.
pub fn waiver(pair: &Pair, units: &[AnalysedUnit], findings: &[Diagnostic], at: usize, reason: &str) -> Option<Waiver> {
    let found = findings.get(at)?;
    let (source, target) = texts(pair, units, found)?;
    let finding = names(pair, findings).swap_remove(at);
    Some(Waiver { rule: found.finding.rule.to_owned(), finding, reason: reason.to_owned(), source, target })
}
