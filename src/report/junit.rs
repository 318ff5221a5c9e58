//! `check --format junit`: JUnit XML, which every CI system reads.
//!
//! A translation is a suite, a finding a case. What makes the command fail is a failure, a quieter finding a case that
//! passes and says its message, a waived one is skipped with its reason; a suite without findings has one case that
//! passes.

use std::io::{self, Write};

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};

use super::{DocumentReport, FindingReport, PlaceReport, Report, visible};
use crate::i18n::Messages;
use crate::rules::Severity;

/// Writes the report as JUnit XML; findings of severity `limit` and above are failures, none where it is `None`.
///
/// # Errors
///
/// Where the writer fails.
pub fn junit(report: &Report, limit: Option<Severity>, ui: &Messages, out: &mut dyn Write) -> io::Result<()> {
    // The counts come before what they count, so the documents are read twice.
    let mut whole = Counts::default();
    for document in report.all() {
        whole.add(&Counts::of(&document?, limit));
    }
    let errors = Counts { tests: report.errors.len(), errors: report.errors.len(), ..Counts::default() };
    whole.add(&errors);
    let mut xml = Writer::new_with_indent(out, b' ', 4);
    xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    let [tests, skipped, errors_of_all, failures] = whole.attributes();
    open(&mut xml, "testsuites", &[("name", "tolmach".to_owned()), tests, skipped, failures, errors_of_all])?;
    for document in report.all() {
        suite(&mut xml, report, &document?, limit, ui)?;
    }
    if !report.errors.is_empty() {
        open_suite(&mut xml, "tolmach", &errors)?;
        for error in &report.errors {
            open(&mut xml, "testcase", &[("name", visible(error).into_owned())])?;
            empty(&mut xml, "error", &[("message", visible(error).into_owned())])?;
            close(&mut xml, "testcase")?;
        }
        close(&mut xml, "testsuite")?;
    }
    close(&mut xml, "testsuites")?;
    xml.get_mut().write_all(b"\n\n")
}

type Attribute = (&'static str, String);

/// How many cases there are, and how they ended.
#[derive(Default)]
struct Counts {
    tests: usize,
    skipped: usize,
    errors: usize,
    failures: usize,
}

impl Counts {
    fn of(document: &DocumentReport, limit: Option<Severity>) -> Self {
        let findings = document.findings.len();
        let failures = document.findings.iter().filter(|finding| fails(finding, limit)).count();
        let skipped = document.findings.iter().filter(|finding| finding.waived.is_some()).count();
        Self { tests: findings.max(1), skipped, errors: 0, failures }
    }

    fn add(&mut self, other: &Self) {
        self.tests += other.tests;
        self.skipped += other.skipped;
        self.errors += other.errors;
        self.failures += other.failures;
    }

    fn attributes(&self) -> [Attribute; 4] {
        let counts = [self.tests, self.skipped, self.errors, self.failures];
        let [tests, skipped, errors, failures] = counts.map(|count| count.to_string());
        [("tests", tests), ("skipped", skipped), ("errors", errors), ("failures", failures)]
    }
}

fn suite(
    xml: &mut Writer<&mut dyn Write>,
    report: &Report,
    document: &DocumentReport,
    limit: Option<Severity>,
    ui: &Messages,
) -> io::Result<()> {
    let name = report.in_repository(&document.translation);
    open_suite(xml, &visible(&name), &Counts::of(document, limit))?;
    for finding in &document.findings {
        case(xml, &visible(&name), finding, limit, ui)?;
    }
    if document.findings.is_empty() {
        empty(xml, "testcase", &[("name", "check".to_owned()), ("classname", visible(&name).into_owned())])?;
    }
    close(xml, "testsuite")
}

fn open_suite(xml: &mut Writer<&mut dyn Write>, name: &str, counts: &Counts) -> io::Result<()> {
    let mut attributes = vec![("name", name.to_owned())];
    attributes.extend(counts.attributes());
    open(xml, "testsuite", &attributes)
}

fn fails(finding: &FindingReport, limit: Option<Severity>) -> bool {
    finding.waived.is_none() && limit.is_some_and(|limit| finding.severity >= limit)
}

fn case(
    xml: &mut Writer<&mut dyn Write>,
    name: &str,
    finding: &FindingReport,
    limit: Option<Severity>,
    ui: &Messages,
) -> io::Result<()> {
    let at = finding.target.as_ref().or(finding.source.as_ref());
    let at = at.map_or_else(String::new, |place| format!(" {}:{}", place.start.line, place.start.column));
    open(xml, "testcase", &[("name", format!("{}{at}", finding.rule)), ("classname", name.to_owned())])?;
    if let Some(reason) = &finding.waived {
        empty(xml, "skipped", &[("message", visible(&ui.report_waived(reason)).into_owned())])?;
    } else if fails(finding, limit) {
        let message = visible(&finding.message).into_owned();
        open(xml, "failure", &[("message", message), ("type", finding.rule.to_string())])?;
        text(xml, &visible(&places(finding)))?;
        close(xml, "failure")?;
    } else {
        open(xml, "system-out", &[])?;
        text(xml, &visible(&places(finding)))?;
        close(xml, "system-out")?;
    }
    close(xml, "testcase")
}

fn text(xml: &mut Writer<&mut dyn Write>, text: &str) -> io::Result<()> {
    xml.write_event(Event::Text(BytesText::new(&allowed(text))))
}

fn open(xml: &mut Writer<&mut dyn Write>, name: &str, attributes: &[Attribute]) -> io::Result<()> {
    xml.write_event(Event::Start(tag(name, attributes)))
}

fn empty(xml: &mut Writer<&mut dyn Write>, name: &str, attributes: &[Attribute]) -> io::Result<()> {
    xml.write_event(Event::Empty(tag(name, attributes)))
}

fn close(xml: &mut Writer<&mut dyn Write>, name: &str) -> io::Result<()> {
    xml.write_event(Event::End(BytesEnd::new(name)))
}

fn tag<'a>(name: &'a str, attributes: &[Attribute]) -> BytesStart<'a> {
    let mut tag = BytesStart::new(name);
    for (key, value) in attributes {
        tag.push_attribute((*key, allowed(value).as_str()));
    }
    tag
}

/// The text without characters that XML cannot hold (XML 1.0, production 2).
fn allowed(text: &str) -> String {
    let forbidden =
        |c: char| matches!(c, '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}');
    text.chars().filter(|c| !forbidden(*c)).collect()
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
    use crate::i18n::Locale;

    fn written(limit: Option<Severity>) -> String {
        let mut out = Vec::new();
        junit(&specimen::report(), limit, &Messages::new(Locale::English), &mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn a_finding_at_the_limit_is_a_failure_and_a_quieter_one_passes_with_its_text() {
        let count = |limit, what: &str| written(limit).matches(what).count();
        assert!(count(Some(Severity::Warning), "<failure") > 0);
        for limit in [Some(Severity::Error), None] {
            assert_eq!(count(limit, "<failure"), 0);
            assert_eq!(count(limit, "<system-out>"), count(Some(Severity::Warning), "<failure"));
            assert_eq!(count(limit, "<skipped"), 1);
        }
    }

    #[test]
    fn markup_in_a_message_is_escaped() {
        let text = written(Some(Severity::Warning));
        assert!(text.contains("&lt;b&gt; &amp;") && !text.contains("<b>"), "{text}");
    }
}
