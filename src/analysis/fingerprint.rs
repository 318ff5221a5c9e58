//! A name for a finding that stays the same while its texts do.

use std::collections::HashMap;

use sha2::{Digest, Sha256};

use super::AnalysedUnit;
use crate::align::Unit;
use crate::rules::{Finding, Place};
use crate::units::Pair;

/// The fingerprints of one pair of documents: 16 hexadecimal digits of SHA-256 over the rule, the unit's texts and the
/// places relative to the unit; equal findings on equal texts are counted, which distinguishes them.
#[derive(Default)]
pub(super) struct Prints<'a> {
    seen: HashMap<[u8; 32], usize>,
    /// The digest of rule and texts of the last finding: the next is often of the same rule in the same unit, and its
    /// paragraphs may be long.
    last: Option<(&'static str, usize, Sha256)>,
    units: &'a [AnalysedUnit],
}

impl<'a> Prints<'a> {
    pub(super) fn new(units: &'a [AnalysedUnit]) -> Prints<'a> {
        Prints { units, ..Prints::default() }
    }

    /// The fingerprint of the next finding; `at` is its unit.
    pub(super) fn next(&mut self, finding: &Finding, at: Option<usize>, pair: &Pair) -> String {
        let digest = match (&self.last, at) {
            (Some((rule, last, digest)), Some(at)) if *rule == finding.rule && *last == at => digest.clone(),
            _ => {
                let texts = at.map(|at| pair.texts(&self.units[at].unit)).unwrap_or_default();
                let digest = begin(finding, &texts);
                self.last = at.map(|at| (finding.rule, at, digest.clone()));
                digest
            }
        };
        end(digest, finding, at.map(|at| &self.units[at].unit), &mut self.seen)
    }
}

/// The fingerprint of a finding that is by itself.
pub(super) fn of(finding: &Finding, texts: &(Vec<String>, Vec<String>)) -> String {
    end(begin(finding, texts), finding, None, &mut HashMap::new())
}

fn begin(finding: &Finding, texts: &(Vec<String>, Vec<String>)) -> Sha256 {
    let mut digest = Sha256::new_with_prefix(finding.rule);
    for text in texts.0.iter().chain(&texts.1) {
        digest.update("\u{0}");
        digest.update(text);
    }
    digest
}

fn end(mut digest: Sha256, finding: &Finding, unit: Option<&Unit>, seen: &mut HashMap<[u8; 32], usize>) -> String {
    let mut parts = Vec::new();
    let place = |place: &Place, paragraphs: Option<&Vec<usize>>| {
        let at = paragraphs.and_then(|all| all.iter().position(|paragraph| *paragraph == place.paragraph));
        format!("{}:{}-{}", at.unwrap_or(0), place.span.start, place.span.end)
    };
    parts.extend(finding.source.iter().map(|found| place(found, unit.map(|unit| &unit.source))));
    parts.push("|".to_owned());
    parts.extend(finding.target.iter().map(|found| place(found, unit.map(|unit| &unit.target))));
    digest.update(format!("\u{0}{}", parts.join("\u{0}")));
    let count = seen.entry(digest.clone().finalize().into()).or_insert(0);
    *count += 1;
    digest.update(format!("\u{0}{count}"));
    short(digest)
}

/// The fingerprint of a finding that is about no unit: of its rule and what else names it.
pub fn fingerprint(parts: &[&str]) -> String {
    short(Sha256::new_with_prefix(parts.join("\u{0}")))
}

fn short(digest: Sha256) -> String {
    digest.finalize().iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}
