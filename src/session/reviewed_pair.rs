//! One pair of documents of a walk, or one file of its glossary, as last read.

use crate::align::{Pin, Unit};
use crate::analysis::Diagnostic;
use crate::rules::{Fact, Place};
use crate::text::{Document, Lines, Span};

pub use crate::workspace::PairAnalysis as ReviewedPair;

impl ReviewedPair {
    /// Whether it is a pair of documents.
    pub fn is_pair(&self) -> bool {
        !self.pair.is_glossary()
    }

    /// The unit a finding is about; `None` where it is about a whole document.
    pub fn unit(&self, judged: &Diagnostic) -> Option<&Unit> {
        Some(&self.analysis.units.get(judged.unit?)?.unit)
    }

    /// The paragraphs of a unit.
    pub fn pin(&self, unit: usize) -> Pin {
        let unit = &self.analysis.units[unit].unit;
        Pin { source: unit.source.clone(), target: unit.target.clone() }
    }

    /// The texts of a pin's paragraphs: source, target.
    pub fn texts(&self, pin: &Pin) -> (Vec<String>, Vec<String>) {
        let text = |document: &Document, at: &[usize]| -> Vec<String> {
            at.iter().filter_map(|at| document.paragraphs.get(*at)).map(|paragraph| paragraph.text.clone()).collect()
        };
        (text(&self.pair.source, &pin.source), text(&self.pair.target, &pin.target))
    }

    /// Where an editor should open: the path and the 1-based line of a finding's first place, the translation's first.
    pub fn place(&self, judged: &Diagnostic) -> (&str, usize) {
        let line = |document: &Document, place: &Place| {
            let span = document.paragraphs.get(place.paragraph).map_or(place.span, |found| found.in_file(place.span));
            Lines::new(&document.text).position(&document.text, span.start).line
        };
        match (judged.finding.target.first(), judged.finding.source.first()) {
            (Some(place), _) => (&self.pair.paths.translation, line(&self.pair.target, place)),
            // What is missing is to be written where its neighbours are.
            (None, Some(_)) if judged.unit.is_some() => (&self.pair.paths.translation, self.gap_line(judged)),
            (None, Some(place)) => (&self.pair.paths.original, line(&self.pair.source, place)),
            (None, None) => (&self.pair.paths.translation, 1),
        }
    }

    /// The line of the translation after which a unit's missing paragraph belongs.
    fn gap_line(&self, judged: &Diagnostic) -> usize {
        let before = self.analysis.units[..judged.unit.unwrap_or_default().min(self.analysis.units.len())].iter().rev();
        let last = before.flat_map(|reviewed| reviewed.unit.target.iter().max()).next();
        let end = last.and_then(|at| self.pair.target.paragraphs.get(*at)).map_or(0, |paragraph| paragraph.span.end);
        Lines::new(&self.pair.target.text).position(&self.pair.target.text, end).line
    }

    /// The text that a finding marks in the translation; `None` where it marks none or whole paragraphs.
    pub fn marked(&self, judged: &Diagnostic) -> Option<&str> {
        part(&self.pair.target, judged.finding.target.first()?)
    }

    /// The text that a finding marks in the original; `None` where it marks none or whole paragraphs.
    pub fn marked_source(&self, judged: &Diagnostic) -> Option<&str> {
        part(&self.pair.source, judged.finding.source.first()?)
    }
}

fn part<'a>(document: &'a Document, place: &Place) -> Option<&'a str> {
    let text = &document.paragraphs.get(place.paragraph)?.text;
    let whole = place.span == Span::new(0, text.len());
    if whole { None } else { text.get(place.span.range()) }
}

/// A fact of a finding as text.
pub(super) fn fact<'a>(judged: &'a Diagnostic, name: &str) -> Option<&'a str> {
    judged.finding.facts.iter().find_map(|(known, fact)| match fact {
        Fact::Text(text) if *known == name => Some(text.as_str()),
        _ => None,
    })
}
