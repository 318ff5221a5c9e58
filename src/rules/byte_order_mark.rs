//! A byte-order mark before the first letter: an invisible character that breaks front matter and scripts.

use super::files::{self, FaultFacts};
use super::{Context, Example, Finding, Rule, Scope, Severity, Verdict};
use crate::align::Unit;
use crate::text::FaultKind;

pub(super) const RULE: Rule =
    Rule::new("byte-order-mark", Severity::Warning, Scope::Document(run)).facts::<FaultFacts>().examples(&[
        Example::bytes(Verdict::Found, "Мост".as_bytes(), "\u{feff}The bridge".as_bytes()),
        Example::silent("Мост", "The bridge"),
    ]);

fn run(_units: &[Unit], context: &Context<'_>) -> Vec<Finding> {
    files::faults_of_kind(FaultKind::ByteOrderMark, &RULE, context)
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{Bench, fact};

    #[test]
    fn a_byte_order_mark_is_found() {
        let findings = Bench::new().findings_in_bytes("byte-order-mark", b"\xd0\x94\xd0\xb0", b"\xef\xbb\xbfYes");
        assert_eq!(findings.len(), 1);
        assert_eq!(fact(&findings[0], "side"), "target");
    }

    #[test]
    fn files_without_one_are_not() {
        Bench::new().silent("byte-order-mark", "Да", "Yes");
        Bench::new().silent("byte-order-mark", "", "");
    }
}
