//! A file that is not UTF-8: some letters are lost, and others will be shown wrongly somewhere.

use super::{Context, Finding, files};
use crate::align::Unit;
use crate::text::FaultKind;

pub(super) fn run(_units: &[Unit], context: &Context<'_>) -> Vec<Finding> {
    files::faults("encoding", context, |kind| match kind {
        FaultKind::NotUtf8 { likely } => Some(vec![("likely", likely.unwrap_or("unknown").to_owned())]),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use crate::rules::bench::{Bench, fact};

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
