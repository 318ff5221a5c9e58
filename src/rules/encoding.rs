//! A file that is not UTF-8: some letters are lost, and others will be shown wrongly somewhere.

use super::{Context, Example, Finding, Rule, Scope, Severity, Side, Verdict, facts, files};
use crate::align::Unit;
use crate::text::FaultKind;

pub(super) const RULE: Rule =
    Rule::new("encoding", Severity::Error, Scope::Document(run)).facts::<Facts>().examples(&[
        Example::bytes(Verdict::Found, "Мост".as_bytes(), b"The caf\xe9."),
        Example::silent("Мост", "The café."),
    ]);

facts! {
    struct Facts {
        /// The likely encoding, or "unknown".
        likely: String,
        side: Side,
        /// Of the file, from 1.
        byte: usize,
    }
}

fn run(_units: &[Unit], context: &Context<'_>) -> Vec<Finding> {
    files::faults(context, |kind, side, byte| match kind {
        FaultKind::NotUtf8 { likely } => {
            let likely = likely.unwrap_or("unknown").to_owned();
            Some(Finding::new(&RULE, Facts { likely, side, byte }))
        }
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{Bench, fact};

    #[test]
    fn a_file_of_another_encoding_is_found_with_its_likely_name() {
        // «Привет, мир» in windows-1251.
        let bytes = b"\xcf\xf0\xe8\xe2\xe5\xf2, \xec\xe8\xf0";
        let findings = Bench::new().findings_in_bytes("encoding", bytes, b"Hello");
        assert_eq!(findings.len(), 1);
        assert_eq!((fact(&findings[0], "side"), fact(&findings[0], "byte")), ("source".to_owned(), "1".to_owned()));
    }

    #[test]
    fn utf_8_is_not() {
        Bench::new().silent("encoding", "Привет", "Hello");
        assert_eq!(Bench::new().findings_in_bytes("encoding", b"\xef\xbb\xbf\xd0\x94\xd0\xb0", b"Yes"), []);
    }
}
