//! A byte-order mark before the first letter: an invisible character that breaks front matter and scripts.

use super::{Context, Finding, files};
use crate::align::Unit;
use crate::text::FaultKind;

pub(super) fn run(_units: &[Unit], context: &Context<'_>) -> Vec<Finding> {
    files::faults("byte-order-mark", context, |kind| (kind == FaultKind::ByteOrderMark).then(Vec::new))
}

#[cfg(test)]
mod tests {
    use crate::rules::bench::{Bench, fact};

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
