//! Which fixes of an analysis are made in a translation, and how they combine.

use crate::analysis::{Analysis, Diagnostic};
use crate::edit::{Edits, TextEdit, Transaction};
use crate::text::FaultKind;
use crate::units::Pair;

/// Under this confidence a unit that nobody accepted is not fixed unseen: its counterpart may be another one.
const SURE: f64 = 0.8;

/// Which fixes are made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fixes<'a> {
    /// Those that need no look: the safe ones of open findings, in units that somebody accepted or whose confidence
    /// is at least 0.8.
    Safe,
    /// Those of these findings, indices into those of the analysis: a person saw them.
    Of(&'a [usize]),
}

/// The edits that make fixes in the translation's file; [`Edits::new`] says which stay where two overlap.
///
/// Left out are fixes whose words are not in the file as one piece, or that would change code, templates or addresses. A file that is not UTF-8 or is in the middle of a
/// merge is not changed at all.
pub fn fixes(pair: &Pair, analysis: &Analysis, which: Fixes<'_>) -> Edits {
    let broken = |kind: &FaultKind| matches!(kind, FaultKind::NotUtf8 { .. } | FaultKind::ConflictMarker);
    // Places in the text are places in the file only where both are the same bytes.
    let differs = |bytes: &Vec<u8>| bytes != pair.target.text.as_bytes();
    if pair.files.translation.as_ref().is_some_and(differs) {
        return Edits::default();
    }
    if pair.target.faults.iter().any(|fault| broken(&fault.kind)) {
        return Edits::default();
    }
    let mut chosen: Vec<&Diagnostic> = match which {
        Fixes::Safe => analysis.findings.iter().filter(|found| is_safe(analysis, found)).collect(),
        Fixes::Of(findings) => findings.iter().filter_map(|at| analysis.findings.get(*at)).collect(),
    };
    // Where two rules fix the same bytes, the order in which the findings are listed must not matter.
    chosen.sort_by_key(|diagnostic| diagnostic.finding.rule);
    Edits::new(chosen.into_iter().filter_map(|diagnostic| text_edit(pair, diagnostic)).collect())
}

/// The transaction that makes edits in the translation; none where its file is not there or is not the bytes of its
/// text.
pub fn fixed(pair: &Pair, edits: &Edits) -> Transaction {
    let Some(bytes) = &pair.files.translation else { return Transaction::new() };
    match edits.apply(bytes) {
        Some(after) => Transaction::of(&pair.paths.translation, Some(bytes.clone()), Some(after)),
        None => Transaction::new(),
    }
}

fn is_safe(analysis: &Analysis, diagnostic: &Diagnostic) -> bool {
    let Some(fix) = diagnostic.finding.fix.as_ref().filter(|fix| fix.safe) else { return false };
    let Some(unit) = diagnostic.unit.and_then(|unit| analysis.units.get(unit)) else { return false };
    let sure = unit.accepted.is_some() || unit.unit.pinned || unit.unit.confidence >= SURE;
    diagnostic.waived.is_none() && unit.unit.target.contains(&fix.place.paragraph) && sure
}

fn text_edit(pair: &Pair, diagnostic: &Diagnostic) -> Option<TextEdit> {
    let fix = diagnostic.finding.fix.as_ref()?;
    let paragraph = pair.target.paragraphs.get(fix.place.paragraph)?;
    let (bytes, words) = pair.target.reworded(paragraph, fix.place.span, &fix.text)?;
    Some(TextEdit { bytes, text: words.into_bytes() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::align::Unit;
    use crate::analysis::{AnalysedUnit, Diagnostic};
    use crate::rules::{Finding, Fix, Place, Severity};
    use crate::text::{Document, Format, Span};
    use crate::units::{Pair, State, Units};

    /// Edits for fixes of (words in the only paragraph, replacement), in a unit of some confidence.
    fn made(text: &str, fixes: &[(&str, &str)], confidence: f64, accepted: Option<(usize, State)>) -> String {
        let (source, target) = (Document::default(), Document::read(text.as_bytes(), Format::Markdown));
        let (russian, english) = ("ru".parse().unwrap(), "en".parse().unwrap());
        let units = Units::default();
        let pair = Pair::of(source, target, (russian, english), units);
        let unit = Unit { confidence, ..Unit::new(vec![], vec![0]) };
        let diagnostic = |(words, text): &(&str, &str)| {
            let start = pair.target.paragraphs[0].text.find(words).unwrap();
            let place = Place { paragraph: 0, span: Span::new(start, start + words.len()) };
            let fix = Some(Fix { place, text: (*text).to_owned(), safe: true });
            let finding = Finding {
                rule: "term-deprecated",
                source: vec![],
                target: vec![place],
                facts: vec![],
                fix,
                unsure: false,
            };
            Diagnostic { finding, severity: Severity::Warning, unit: Some(0), waived: None, fingerprint: String::new() }
        };
        let analysis = Analysis {
            units: vec![AnalysedUnit { unit, accepted }],
            findings: fixes.iter().map(diagnostic).collect(),
            ..Analysis::default()
        };
        String::from_utf8(super::fixes(&pair, &analysis, Fixes::Safe).apply(text.as_bytes()).unwrap()).unwrap()
    }

    #[test]
    fn every_fix_is_made_and_all_else_stays() {
        let fixes = [("city hall", "akimat"), ("KGB", "KNB")];
        assert_eq!(made("The city hall\r\nand the KGB.\r\n", &fixes, 0.9, None), "The akimat\r\nand the KNB.\r\n");
    }

    #[test]
    fn of_two_fixes_of_one_place_the_first_is_made_once() {
        let fixes = [("city hall", "akimat"), ("hall", "building"), ("city hall", "akimat")];
        assert_eq!(made("The city hall.", &fixes, 0.9, None), "The akimat.");
    }

    #[test]
    fn a_unit_that_nobody_is_sure_of_is_not_touched_unless_accepted() {
        let fixes = [("city hall", "akimat")];
        assert_eq!(made("The city hall.", &fixes, 0.79, None), "The city hall.");
        let accepted = Some((0, State::Fresh { cosmetic: false }));
        assert_eq!(made("The city hall.", &fixes, 0.5, accepted), "The akimat.");
    }

    #[test]
    fn words_with_a_quote_mark_between_them_are_not_touched() {
        let fixes = [("city\nhall", "akimat")];
        assert_eq!(made("> The city\n> hall.\n", &fixes, 1.0, None), "> The city\n> hall.\n");
    }
}
