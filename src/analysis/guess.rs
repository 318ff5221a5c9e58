//! Which findings are guesses because of the unit that they are in.

use crate::align::Unit;
use crate::rules::Rule;

/// A unit that is less sure is likelier wrong than right.
const EVEN: f64 = 0.5;

/// Whether a rule compares, in a unit of both sides, texts that are rather not each other's. What it finds in one text
/// alone is there all the same.
pub(super) fn is_guess(rule: &str, unit: &Unit) -> bool {
    let is_unlikely = !unit.pinned && unit.confidence < EVEN && !unit.source.is_empty() && !unit.target.is_empty();
    is_unlikely && Rule::named(rule).is_some_and(|rule| rule.compares)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_compared_in_an_unlikely_unit_is_a_guess() {
        let unit = |confidence: f64, target: Vec<usize>| Unit { confidence, ..Unit::new(vec![0], target) };
        let unlikely = unit(0.4, vec![0]);
        for rule in ["number-mismatch", "link-mismatch", "term-missing"] {
            assert!(is_guess(rule, &unlikely), "{rule}");
        }
        for rule in
            ["not-a-translation", "hidden-character", "mixed-script", "stale-translation", "missing-translation"]
        {
            assert!(!is_guess(rule, &unlikely), "{rule}");
        }
        assert!(!is_guess("number-mismatch", &unit(0.6, vec![0])));
        assert!(!is_guess("number-mismatch", &unit(0.4, vec![])));
        assert!(!is_guess("number-mismatch", &Unit { pinned: true, ..unlikely }));
    }
}
