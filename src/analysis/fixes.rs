//! Which findings can be mended without a look, and the translation's bytes once they are.

use super::Analysis;
use crate::text::{FaultKind, Span};
use crate::units::Pair;

/// Under this confidence a unit that nobody accepted is not touched: its counterpart may be another one.
const SURE: f64 = 0.8;

/// A replacement in the translation's file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    pub rule: &'static str,
    /// Bytes of the file.
    pub span: Span,
    pub text: String,
}

/// The safe fixes of a analysis, in file order, none over another: where two overlap, the first one stays.
///
/// Left out are fixes of waived findings and of units below 0.8 that nobody accepted, and those whose words do not
/// stand in the file as one piece. A file that is not UTF-8 is not touched at all.
pub fn edits(pair: &Pair, analysis: &Analysis) -> Vec<Edit> {
    let target = &pair.target;
    if target.faults.iter().any(|fault| matches!(fault.kind, FaultKind::NotUtf8 { .. } | FaultKind::ConflictMarker)) {
        return Vec::new();
    }
    let mut edits: Vec<Edit> = Vec::new();
    for diagnostic in analysis.findings.iter().filter(|diagnostic| diagnostic.waived.is_none()) {
        let Some(fix) = diagnostic.finding.fix.as_ref().filter(|fix| fix.safe) else { continue };
        let holds = |unit: &usize| analysis.units[*unit].unit.target.contains(&fix.place.paragraph);
        let Some(unit) = diagnostic.unit.filter(holds).map(|unit| &analysis.units[unit]) else { continue };
        if unit.accepted.is_none() && !unit.unit.pinned && unit.unit.confidence < SURE {
            continue;
        }
        let Some(paragraph) = target.paragraphs.get(fix.place.paragraph) else { continue };
        let span = paragraph.in_file(fix.place.span);
        // Between the pieces of a paragraph stand quote marks and indents, which are nobody's words.
        if target.text.get(span.range()) != paragraph.text.get(fix.place.span.range()) {
            continue;
        }
        edits.push(Edit { rule: diagnostic.finding.rule, span, text: fix.text.clone() });
    }
    edits.sort_by_key(|edit| (edit.span, edit.rule));
    let mut kept: Vec<Edit> = Vec::new();
    for edit in edits {
        let free = kept.last().is_none_or(|last| edit.span.start >= last.span.end && edit.span != last.span);
        if free {
            kept.push(edit);
        }
    }
    kept
}

/// The bytes with the edits made; `edits` in order, as [`edits`] gives them.
pub fn edited(bytes: &[u8], edits: &[Edit]) -> Vec<u8> {
    let mut made = Vec::with_capacity(bytes.len());
    let mut from = 0;
    for edit in edits {
        made.extend_from_slice(&bytes[from..edit.span.start]);
        made.extend_from_slice(edit.text.as_bytes());
        from = edit.span.end;
    }
    made.extend_from_slice(&bytes[from..]);
    made
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::align::Unit;
    use crate::analysis::{AnalysedUnit, Diagnostic};
    use crate::rules::{Finding, Fix, Place, Severity};
    use crate::text::{Document, Format};
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
            let finding = Finding { rule: "term-deprecated", source: vec![], target: vec![place], facts: vec![], fix };
            Diagnostic { finding, severity: Severity::Warning, unit: Some(0), waived: None, fingerprint: String::new() }
        };
        let analysis = Analysis {
            units: vec![AnalysedUnit { unit, accepted }],
            findings: fixes.iter().map(diagnostic).collect(),
            ..Analysis::default()
        };
        String::from_utf8(edited(text.as_bytes(), &edits(&pair, &analysis))).unwrap()
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
