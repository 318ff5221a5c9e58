//! A name for a finding that stays the same while its texts do.

use std::collections::HashMap;

use sha2::{Digest, Sha256};

use crate::align::Unit;
use crate::checks::{Finding, Place};

/// 16 hexadecimal digits of SHA-256 over the rule, the unit's texts and the places relative to the unit; equal
/// findings on equal texts are told apart by counting them in `seen`.
pub(super) fn of(
    finding: &Finding,
    texts: &(Vec<String>, Vec<String>),
    unit: Option<&Unit>,
    seen: &mut HashMap<String, usize>,
) -> String {
    let mut parts = vec![finding.rule.to_owned()];
    parts.extend(texts.0.iter().chain(&texts.1).cloned());
    let place = |place: &Place, paragraphs: Option<&Vec<usize>>| {
        let at = paragraphs.and_then(|all| all.iter().position(|paragraph| *paragraph == place.paragraph));
        format!("{}:{}-{}", at.unwrap_or(0), place.span.start, place.span.end)
    };
    parts.extend(finding.source.iter().map(|found| place(found, unit.map(|unit| &unit.source))));
    parts.push("|".to_owned());
    parts.extend(finding.target.iter().map(|found| place(found, unit.map(|unit| &unit.target))));
    let key = parts.join("\u{0}");
    let count = seen.entry(key.clone()).or_insert(0);
    *count += 1;
    short(&format!("{key}\u{0}{count}"))
}

/// The fingerprint of a finding that is about no unit: of its rule and what else names it.
pub fn fingerprint(parts: &[&str]) -> String {
    short(&parts.join("\u{0}"))
}

fn short(key: &str) -> String {
    Sha256::digest(key).iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}
