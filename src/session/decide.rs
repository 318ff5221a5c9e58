//! What a decision makes of the files: pure functions from a sheet and findings to texts and units.

use std::collections::BTreeSet;

use super::prompt::LINE_BREAK;
use super::{Input, ReviewedPair};
use crate::align::Pin;
use crate::analysis::{Diagnostic, waiver};
use crate::edit::{Edits, Transaction};
use crate::i18n::Notice;
use crate::text::{Document, Lines, holds_gap};
use crate::units::{Today, Units};
use crate::workspace::{self, Fixes};

/// Why a decision cannot be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// There is no fix to apply.
    NoFix,
    /// The finding is about a whole document: no unit to accept, waive or pair.
    NoUnit,
    /// The finding is about no concept.
    NoConcept,
    /// The lines do not name paragraphs of both documents.
    NoSuchLines,
    /// The glossary has it already, or cannot take it.
    NotAdded,
    /// One side of the unit is missing, or a marked gap takes its place.
    OneSide,
    /// The text would be other paragraphs than the one it replaces.
    OtherParagraphs,
}

impl Refusal {
    /// The message that says so.
    pub fn notice(self) -> Notice {
        match self {
            Refusal::NoFix => Notice::NoFix,
            Refusal::NoUnit => Notice::NoUnit,
            Refusal::NoConcept => Notice::NoConcept,
            Refusal::NoSuchLines => Notice::NoSuchLines,
            Refusal::NotAdded => Notice::NotAdded,
            Refusal::OneSide => Notice::OneSide,
            Refusal::OtherParagraphs => Notice::OtherParagraphs,
        }
    }
}

/// The fixes of findings as edits of the translation's file, as `check --fix` makes them.
pub fn fixes(sheet: &ReviewedPair, findings: &[usize]) -> Edits {
    workspace::fixes(&sheet.pair, &sheet.analysis, Fixes::Of(findings))
}

/// The transaction that makes the fixes of findings.
///
/// # Errors
///
/// Where there is nothing to fix.
pub fn fix(sheet: &ReviewedPair, findings: &[usize]) -> Result<Transaction, Refusal> {
    let transaction = workspace::fixed(&sheet.pair, &fixes(sheet, findings));
    if transaction.is_empty() { Err(Refusal::NoFix) } else { Ok(transaction) }
}

/// The units of the findings, to be accepted.
///
/// # Errors
///
/// Where no finding is about a unit.
pub fn accept(sheet: &ReviewedPair, findings: &[usize]) -> Result<Vec<Pin>, Refusal> {
    let pins: Vec<Pin> = units(sheet, findings).into_iter().map(|unit| sheet.pin(unit)).collect();
    if pins.is_empty() { Err(Refusal::NoUnit) } else { Ok(pins) }
}

/// The units with one of the analysis accepted, whether or not there is a finding about it.
///
/// # Errors
///
/// Where there is no such unit, or one of its sides is missing.
pub fn accept_unit(sheet: &ReviewedPair, unit: usize) -> Result<Units, Refusal> {
    if unit >= sheet.analysis.units.len() {
        return Err(Refusal::NoUnit);
    }
    let pin = sheet.pin(unit);
    let (source, target) = sheet.texts(&pin);
    if source.is_empty()
        || target.is_empty()
        || pin.target.iter().any(|at| holds_gap(&sheet.pair.target.paragraphs[*at], &sheet.pair.target))
    {
        return Err(Refusal::OneSide);
    }
    Ok(sheet.pair.units.accept(today(sheet), &[pin]))
}

/// The units with a waiver for each of the findings.
///
/// # Errors
///
/// Where no finding is about a unit.
pub fn waive(sheet: &ReviewedPair, findings: &[usize], reason: &str) -> Result<Units, Refusal> {
    let mut units = sheet.pair.units.clone();
    let mut waived = 0;
    let review = &sheet.analysis;
    for at in findings {
        let waiver = waiver(&sheet.pair, &review.units, &review.findings, *at, reason.trim());
        let Some(waiver) = waiver else { continue };
        units = units.waive(waiver);
        waived += 1;
    }
    if waived == 0 { Err(Refusal::NoUnit) } else { Ok(units) }
}

/// The units with the paragraphs of `pin` paired by hand.
pub fn pair(sheet: &ReviewedPair, pin: &Pin) -> Units {
    sheet.pair.units.pair(today(sheet), pin)
}

fn today(sheet: &ReviewedPair) -> Today<'_> {
    Today { source: &sheet.pair.source.paragraphs, target: &sheet.pair.target.paragraphs, drift: &sheet.analysis.drift }
}

/// The units that findings are about, as indices.
pub(super) fn units(sheet: &ReviewedPair, findings: &[usize]) -> BTreeSet<usize> {
    findings.iter().filter_map(|at| sheet.analysis.findings.get(*at)?.unit).collect()
}

/// A pin as lines of the files: `12, 14 = 9`; `-` for a side without paragraphs.
pub fn spell_pair(sheet: &ReviewedPair, pin: &Pin) -> String {
    let lines = |document: &Document, at: &[usize]| {
        let lines = Lines::new(&document.text);
        let numbers: Vec<String> = at
            .iter()
            .map(|at| lines.position(&document.text, document.paragraphs[*at].span.start).line.to_string())
            .collect();
        if numbers.is_empty() { "-".to_owned() } else { numbers.join(", ") }
    };
    format!("{} = {}", lines(&sheet.pair.source, &pin.source), lines(&sheet.pair.target, &pin.target))
}

/// Reads a pin from lines of the files, as [`spell_pair`] writes it; `12-15` means all paragraphs on these lines.
pub fn parse_pair(sheet: &ReviewedPair, text: &str) -> Result<Pin, Refusal> {
    let (source, target) = text.split_once('=').ok_or(Refusal::NoSuchLines)?;
    let side = |document: &Document, text: &str| -> Option<Vec<usize>> {
        let lines = Lines::new(&document.text);
        let mut found = BTreeSet::new();
        if !["", "-", "–", "—"].contains(&text.trim()) {
            for part in text.split([',', ';', '+']) {
                let (first, last) = part.trim().split_once(['-', '–']).unwrap_or((part, part));
                let (first, last) = (first.trim().parse().ok()?, last.trim().parse().ok()?);
                let paragraphs = document.paragraphs_at_lines(&lines, first, last);
                if paragraphs.is_empty() {
                    return None;
                }
                found.extend(paragraphs);
            }
        }
        Some(found.into_iter().collect())
    };
    let (source, target) = (side(&sheet.pair.source, source), side(&sheet.pair.target, target));
    match (source, target) {
        (Some(source), Some(target)) if !(source.is_empty() && target.is_empty()) => Ok(Pin { source, target }),
        _ => Err(Refusal::NoSuchLines),
    }
}

/// The paragraph of the translation that a finding is in, and its text on one line; `None` where there is none, or where
/// it has the sign of a line break itself.
pub(super) fn editable(sheet: &ReviewedPair, judged: &Diagnostic) -> Option<(usize, Input)> {
    let paragraphs = &sheet.pair.target.paragraphs;
    let marked = judged.finding.target.first().map(|place| place.paragraph).filter(|at| *at < paragraphs.len());
    let unit = || sheet.unit(judged).and_then(|unit| unit.target.first().copied());
    let paragraph = marked.or_else(unit).filter(|_| sheet.is_pair())?;
    let text = &paragraphs.get(paragraph)?.text;
    (!text.contains(LINE_BREAK)).then(|| (paragraph, Input::new(&text.replace('\n', &LINE_BREAK.to_string()))))
}

#[cfg(test)]
mod tests {
    use super::super::testing::{sheet, walk};
    use super::*;

    fn fixed(sheet: &ReviewedPair, findings: &[usize]) -> String {
        let transaction = fix(sheet, findings).unwrap();
        String::from_utf8(transaction.changes()[0].after.clone().unwrap()).unwrap()
    }

    #[test]
    fn several_fixes_of_one_file_do_not_shift_each_other() {
        let walk = walk();
        assert_eq!(fixed(&walk.sheets[0], &[2, 0]), "The akimat burned.\n\nThe mayor went to the akimat.\n");
    }

    #[test]
    fn of_fixes_that_overlap_the_first_counts() {
        let sheet = sheet(
            "a",
            "Акимат.\n",
            "The city hall.\n",
            &[("term-deprecated", "akimat", 0, "city hall"), ("doubled-word", "akimat", 0, "hall")],
        );
        assert_eq!(fixed(&sheet, &[0, 1]), "The akimat.\n");
        assert_eq!(fix(&sheet, &[]), Err(Refusal::NoFix));
    }

    #[test]
    fn a_waiver_keeps_rule_reason_and_both_texts() {
        let walk = walk();
        let units = waive(&walk.sheets[0], &[1], " a mayor abroad ").unwrap();
        assert_eq!(units.waivers.len(), 1);
        let waiver = &units.waivers[0];
        assert_eq!((waiver.rule.as_str(), waiver.reason.as_str()), ("term-deprecated", "a mayor abroad"));
        assert_eq!(waiver.source, ["Аким ушёл в акимат."]);
        assert_eq!(waiver.target, ["The mayor went to the city hall."]);
    }

    #[test]
    fn two_findings_of_one_unit_accept_it_once() {
        let walk = walk();
        assert_eq!(accept(&walk.sheets[0], &[1, 2]).unwrap().len(), 1);
        assert_eq!(accept(&walk.sheets[0], &[]), Err(Refusal::NoUnit));
    }

    #[test]
    fn a_pair_is_written_and_read_as_lines() {
        let walk = walk();
        let sheet = &walk.sheets[0];
        assert_eq!(spell_pair(sheet, &sheet.pin(1)), "3 = 3");
        let pin = Pin { source: vec![0, 1], target: vec![1] };
        assert_eq!(parse_pair(sheet, "1, 3 = 3"), Ok(pin.clone()));
        assert_eq!(parse_pair(sheet, "1-3=3"), Ok(pin));
        assert_eq!(parse_pair(sheet, "1 = -"), Ok(Pin { source: vec![0], target: vec![] }));
        for wrong in ["", "1", "- = -", "99 = 1", "a = 1", "3-1 = 1"] {
            assert_eq!(parse_pair(sheet, wrong), Err(Refusal::NoSuchLines), "{wrong}");
        }
    }
}
