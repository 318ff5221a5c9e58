//! Findings about what became of accepted units, and about units that nobody accepted.

use super::{AnalysedUnit, Analysis};
use crate::diff::{self, Step};
use crate::rules::{Fact, Finding, Place};
use crate::text::{Document, Span, on_one_line};
use crate::units::{Pair, State};

/// `stale-translation`, `edited-translation`, `cosmetic-change` and `unaccepted`.
pub(super) fn findings(pair: &Pair, analysis: &Analysis) -> Vec<Finding> {
    analysis.units.iter().filter_map(|analysed| finding(pair, analysis, analysed)).collect()
}

fn finding(pair: &Pair, analysis: &Analysis, analysed: &AnalysedUnit) -> Option<Finding> {
    let unit = &analysed.unit;
    if unit.source.is_empty() || unit.target.is_empty() {
        return None;
    }
    let mut finding = Finding {
        rule: "unaccepted",
        source: places(&pair.source, &unit.source),
        target: places(&pair.target, &unit.target),
        facts: Vec::new(),
        fix: None,
    };
    let Some((accepted, state)) = analysed.accepted else { return Some(finding) };
    let standing = analysis.drift.of(accepted);
    let (source_was, target_was) = standing.map(|standing| standing.was(&pair.units)).unwrap_or_default();
    let source_change = || change(&source_was, &pair.source, &unit.source);
    let target_change = || change(&target_was, &pair.target, &unit.target);
    match state {
        State::Fresh { cosmetic: false } => return None,
        State::Fresh { cosmetic: true } => finding.rule = "cosmetic-change",
        State::Edited => {
            finding.rule = "edited-translation";
            finding.facts.push(("change", Fact::Text(target_change())));
        }
        State::Stale | State::Both => {
            finding.rule = "stale-translation";
            finding.facts.push(("change", Fact::Text(source_change())));
            let edited = if state == State::Both { "yes" } else { "no" };
            finding.facts.push(("edited", Fact::Text(edited.to_owned())));
        }
    }
    Some(finding)
}

/// The whole text of each paragraph.
pub(super) fn places(document: &Document, paragraphs: &[usize]) -> Vec<Place> {
    let whole = |at: &usize| Place { paragraph: *at, span: Span::new(0, document.paragraphs[*at].text.len()) };
    paragraphs.iter().map(whole).collect()
}

/// What changed, in words: `… in [-1904-]{+1905+} the …`.
fn change(was: &[&str], document: &Document, now: &[usize]) -> String {
    let now: Vec<&str> = now.iter().map(|at| document.paragraphs[*at].text.as_str()).collect();
    let changes = diff::words(&one_line(was), &one_line(&now));
    let last = changes.len().saturating_sub(1);
    let mut said = String::new();
    for (at, change) in changes.iter().enumerate() {
        match change.step {
            Step::Removed => said.push_str(&format!("[-{}-]", change.text)),
            Step::Added => said.push_str(&format!("{{+{}+}}", change.text)),
            Step::Same => said.push_str(&excerpt(&change.text, at == 0, at == last)),
        }
    }
    on_one_line(&said)
}

/// The paragraphs in one line: wrapping is no change, a break between paragraphs is.
fn one_line(paragraphs: &[&str]) -> String {
    let line = |text: &&str| on_one_line(text);
    paragraphs.iter().map(line).collect::<Vec<_>>().join(" ¶ ")
}

/// A few words of unchanged text beside a change.
fn excerpt(text: &str, first: bool, last: bool) -> String {
    const BESIDE: usize = 4;
    let words: Vec<&str> = text.split_inclusive(char::is_whitespace).collect();
    let (head, tail) = (if first { 0 } else { BESIDE }, if last { 0 } else { BESIDE });
    if words.len() <= head + tail + 1 {
        return text.to_owned();
    }
    format!("{}… {}", words[..head].concat(), words[words.len() - tail..].concat())
}
