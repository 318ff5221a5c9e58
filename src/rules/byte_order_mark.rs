//! A byte-order mark before the first letter: an invisible character that breaks front matter and scripts.

use super::{Context, Example, Finding, Rule, Scope, Severity, Side, Verdict, facts, files};
use crate::align::Unit;
use crate::text::FaultKind;

pub(super) const RULE: Rule =
    Rule::new("byte-order-mark", Severity::Warning, Scope::Document(run)).facts::<Facts>().examples(&[
        Example::bytes(Verdict::Found, "Мост".as_bytes(), "\u{feff}The bridge".as_bytes()),
        Example::silent("Мост", "The bridge"),
    ]);

facts! {
    struct Facts {
        side: Side,
        /// Of the file, from 1.
        byte: usize,
    }
}

fn run(_units: &[Unit], context: &Context<'_>) -> Vec<Finding> {
    files::faults(context, |kind, side, byte| {
        (kind == FaultKind::ByteOrderMark).then(|| Finding::new(&RULE, Facts { side, byte }))
    })
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
