//! `check --format concise`: one finding a line, `file:line:column: rule: message`, as compilers and linters print
//! them, for editors' error lists, `grep` and logs.

use std::io::{self, Write};

use super::summary::untranslated_summary;
use super::{Report, plural_summary, visible_line};
use crate::i18n::Messages;

/// Writes one line for each finding that is not waived, for each error, and one line that sums up.
///
/// The line and the column are 1-based, the column counts Unicode scalars. A finding without a place in the
/// translation names its place in the original.
///
/// # Errors
///
/// Where the writer fails.
pub fn concise(report: &Report, ui: &Messages, out: &mut dyn Write) -> io::Result<()> {
    for error in &report.errors {
        writeln!(out, "{} {}", ui.trouble_label(), visible_line(error))?;
    }
    for document in report.all() {
        let document = document?;
        for finding in document.findings.iter().filter(|finding| finding.waived.is_none()) {
            let message = visible_line(&finding.message);
            match finding.target.as_ref().or(finding.source.as_ref()) {
                Some(place) => {
                    let path = report.in_repository(&place.path);
                    let (line, column) = (place.start.line, place.start.column);
                    writeln!(out, "{}:{line}:{column}: {}: {message}", visible_line(&path), finding.rule)?;
                }
                None => {
                    let path = report.in_repository(&document.translation);
                    writeln!(out, "{}: {}: {message}", visible_line(&path), finding.rule)?;
                }
            }
        }
    }
    if let Some(untranslated) = untranslated_summary(report, ui) {
        writeln!(out, "{untranslated}")?;
    }
    writeln!(out, "{}", plural_summary(report, ui))
}

#[cfg(test)]
mod tests {
    use super::super::specimen;
    use super::*;
    use crate::i18n::Locale;

    #[test]
    fn each_finding_is_one_line_that_names_its_place() {
        let mut out = Vec::new();
        concise(&specimen::report(), &Messages::new(Locale::English), &mut out).unwrap();
        let text = String::from_utf8(out).unwrap();
        let lines: Vec<&str> = text.lines().collect();
        assert_eq!(lines.len(), 2, "the waived finding has no line: {text}");
        assert!(lines[0].starts_with("docs/translations/en/а #.md:3:5: term-deprecated: “city hall”"), "{text}");
    }
}
