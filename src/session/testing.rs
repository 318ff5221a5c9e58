//! A walk for the tests of this room.

use std::sync::Arc;

use super::{FindingList, ReviewedPair};
use crate::align::Unit;
use crate::analysis::{AnalysedUnit, Analysis, Diagnostic};
use crate::rules::{Fact, Finding, Fix, Place, Severity};
use crate::text::{Document, Format, Span};
use crate::units::{Pair, Units};

/// A sheet whose paragraphs answer one to one; a finding of `rule` and `concept` on each `(paragraph, word)`.
pub(super) fn sheet(name: &str, source: &str, target: &str, found: &[Found]) -> ReviewedPair {
    let source = Document::read(source.as_bytes(), Format::Markdown);
    let target = Document::read(target.as_bytes(), Format::Markdown);
    let units: Vec<AnalysedUnit> = (0..source.paragraphs.len())
        .map(|at| AnalysedUnit { unit: Unit::new(vec![at], vec![at]), accepted: None })
        .collect();
    let findings = found
        .iter()
        .enumerate()
        .map(|(at, (rule, concept, paragraph, word))| {
            let start = target.paragraphs[*paragraph].text.find(word).expect("the word stands there");
            let place = Place { paragraph: *paragraph, span: Span::new(start, start + word.len()) };
            Diagnostic {
                finding: Finding {
                    rule,
                    source: Vec::new(),
                    target: vec![place],
                    facts: vec![("concept", Fact::Text((*concept).to_owned()))],
                    fix: Some(Fix { place, text: "akimat".to_owned(), safe: true }),
                    unsure: false,
                },
                severity: Severity::Warning,
                unit: Some(*paragraph),
                waived: None,
                fingerprint: format!("{name}{at}"),
            }
        })
        .collect();
    let languages = ("ru".parse().unwrap(), "en".parse().unwrap());
    let mut pair = Pair::of(source, target, languages, Units::default());
    pair.files.translation = Some(pair.target.text.clone().into_bytes());
    pair.paths.original = format!("originals/{name}.md");
    pair.paths.translation = format!("translations/en/{name}.md");
    pair.paths.units = format!("translations/en/{name}.units.toml");
    ReviewedPair { pair, analysis: Analysis { units, findings, ..Analysis::default() } }
}

pub(super) type Found = (&'static str, &'static str, usize, &'static str);

pub(super) fn walk() -> FindingList {
    let one = sheet(
        "a",
        "Акимат горел.\n\nАким ушёл в акимат.\n",
        "The city hall burned.\n\nThe mayor went to the city hall.\n",
        &[
            ("term-deprecated", "akimat", 0, "city hall"),
            ("term-deprecated", "akim", 1, "mayor"),
            ("term-deprecated", "akimat", 1, "city hall"),
        ],
    );
    let two =
        sheet("b", "Акимат молчал.\n", "City hall kept silent.\n", &[("term-deprecated", "akimat", 0, "City hall")]);
    FindingList::new(vec![Arc::new(one), Arc::new(two)])
}
