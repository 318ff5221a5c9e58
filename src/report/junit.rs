//! `check --format junit`: JUnit XML, which every CI system reads.
//!
//! A translation is a suite, a finding a case. What makes the command fail is a failure, a quieter finding is
//! skipped with its message, a waived one with its reason; a suite without findings has one case that passes.

use std::io::{self, Write};

use quick_junit::{NonSuccessKind, TestCase, TestCaseStatus, TestSuite};

use super::{DocumentReport, FindingReport, PlaceReport, Report, visible};
use crate::i18n::Ui;
use crate::rules::Severity;

/// Writes the report as JUnit XML; findings of severity `limit` and above are failures, none where it is `None`.
///
/// # Errors
///
/// Where the writer fails.
pub fn junit(report: &Report, limit: Option<Severity>, ui: &Ui, out: &mut dyn Write) -> io::Result<()> {
    let mut xml = quick_junit::Report::new("tolmach");
    for document in report.all() {
        xml.add_test_suite(suite(report, &document?, limit, ui));
    }
    if !report.errors.is_empty() {
        let mut suite = TestSuite::new("tolmach");
        for error in &report.errors {
            let mut status = TestCaseStatus::non_success(NonSuccessKind::Error);
            status.set_message(visible(error).as_ref());
            suite.add_test_case(TestCase::new(visible(error).as_ref(), status));
        }
        xml.add_test_suite(suite);
    }
    xml.serialize(&mut *out).map_err(io::Error::other)?;
    writeln!(out)
}

fn suite(report: &Report, document: &DocumentReport, limit: Option<Severity>, ui: &Ui) -> TestSuite {
    let name = report.in_repository(&document.translation);
    let mut suite = TestSuite::new(visible(&name).as_ref());
    for finding in &document.findings {
        suite.add_test_case(case(&name, finding, limit, ui));
    }
    if document.findings.is_empty() {
        let mut case = TestCase::new("check", TestCaseStatus::success());
        case.set_classname(visible(&name).as_ref());
        suite.add_test_case(case);
    }
    suite
}

fn case(name: &str, finding: &FindingReport, limit: Option<Severity>, ui: &Ui) -> TestCase {
    let fails = finding.waived.is_none() && limit.is_some_and(|limit| finding.severity >= limit);
    let mut status = match fails {
        true => TestCaseStatus::non_success(NonSuccessKind::Failure),
        false => TestCaseStatus::skipped(),
    };
    let message = match &finding.waived {
        Some(reason) => ui.say("report-waived", &[("reason", reason.into())]),
        None => finding.message.clone(),
    };
    status.set_message(visible(&message).as_ref());
    if fails {
        status.set_type(finding.rule.as_ref());
        status.set_description(visible(&places(finding)).as_ref());
    }
    let at = finding.target.as_ref().or(finding.source.as_ref());
    let at = at.map_or_else(String::new, |place| format!(" {}:{}", place.start.line, place.start.column));
    let mut case = TestCase::new(format!("{}{at}", finding.rule), status);
    case.set_classname(visible(name).as_ref());
    case
}

/// The message, and each place with its paragraph.
fn places(finding: &FindingReport) -> String {
    let shown =
        |place: &PlaceReport| format!("{}:{}:{}\n{}", place.path, place.start.line, place.start.column, place.text);
    let places = finding.target.iter().chain(&finding.source).map(shown);
    std::iter::once(finding.message.clone()).chain(places).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::super::specimen;
    use super::*;
    use crate::i18n::Tongue;

    fn written(limit: Option<Severity>) -> String {
        let mut out = Vec::new();
        junit(&specimen::report(), limit, &Ui::new(Tongue::English), &mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn a_finding_at_the_limit_is_a_failure_and_a_quieter_one_is_skipped() {
        let strict = written(Some(Severity::Warning));
        assert!(
            strict.contains("tests=\"3\" skipped=\"0\" errors=\"0\" failures=\"1\"")
                || strict.contains("failures=\"1\""),
            "{strict}"
        );
        assert!(written(Some(Severity::Error)).contains("failures=\"0\""));
        assert!(written(None).contains("failures=\"0\""));
    }

    #[test]
    fn markup_in_a_message_is_escaped() {
        let text = written(Some(Severity::Warning));
        assert!(text.contains("&lt;b&gt; &amp;") && !text.contains("<b>"), "{text}");
    }
}
