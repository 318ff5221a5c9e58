//! `check --format github`: workflow commands that GitHub shows beside the lines, and the summary of the step.
//!
//! Commands are escaped by the rules of the runner (`@actions/core`, `command.ts`): `%`, carriage return and line
//! feed in a message; also `:` and `,` in a property. GitHub keeps ten annotations of each kind from a step, so the
//! summary comes first, then the gravest findings; what is beyond the limit is printed in a folded group.

use std::io::{self, Write};

use super::{FindingReport, Report, plural_summary, visible, visible_line};
use crate::i18n::Messages;
use crate::rules::Severity;
use crate::text::on_one_line;

/// How many annotations of a kind GitHub keeps from one step.
const LIMIT: usize = 10;

/// Writes the report as workflow commands.
///
/// # Errors
///
/// Where the writer fails.
pub fn github(report: &Report, ui: &Messages, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "::notice title=tolmach::{}", data(&plural_summary(report, ui)))?;
    for error in &report.errors {
        writeln!(out, "::error title=tolmach::{}", data(error))?;
    }
    let summary = &report.summary;
    let severities = [
        (Severity::Error, summary.error, report.errors.len()),
        (Severity::Warning, summary.warning, 0),
        (Severity::Info, summary.info, 1),
    ];
    let shown = |found: usize, taken: usize| found.min(LIMIT.saturating_sub(taken));
    for (severity, found, taken) in severities {
        for line in of(report, severity, annotation).take(shown(found, taken)) {
            writeln!(out, "{}", line?)?;
        }
    }
    let beyond: usize = severities.iter().map(|(_, found, taken)| found - shown(*found, *taken)).sum();
    if beyond > 0 {
        writeln!(out, "::group::{}", data(&ui.github_beyond(beyond)))?;
        for (severity, found, taken) in severities {
            for line in of(report, severity, plain).skip(shown(found, taken)) {
                writeln!(out, "{}", line?)?;
            }
        }
        writeln!(out, "::endgroup::")?;
    }
    Ok(())
}

/// The findings of a severity that nobody waived, each as `shown` writes it.
fn of(
    report: &Report,
    severity: Severity,
    shown: fn(&Report, &FindingReport) -> String,
) -> impl Iterator<Item = io::Result<String>> {
    report.each(move |_, finding| {
        (finding.waived.is_none() && finding.severity == severity).then(|| shown(report, finding))
    })
}

/// A line of the log: the dash keeps a file's name from being read as a command.
fn plain(report: &Report, finding: &FindingReport) -> String {
    format!("- {} {}[{}]: {}", place(report, finding), kind(finding), finding.rule, line(finding))
}

fn annotation(report: &Report, finding: &FindingReport) -> String {
    let mut properties = vec![("title", format!("tolmach: {}", finding.rule))];
    if let Some(place) = finding.target.as_ref().or(finding.source.as_ref()) {
        properties.insert(0, ("file", report.in_repository(&place.path)));
        properties.push(("line", place.start.line.to_string()));
        properties.push(("endLine", place.end.line.to_string()));
        // GitHub takes columns for a place on one line alone.
        if place.start.line == place.end.line {
            properties.push(("col", place.start.column.to_string()));
            properties.push(("endColumn", place.end.column.to_string()));
        }
    }
    let written: Vec<String> = properties.iter().map(|(name, value)| format!("{name}={}", property(value))).collect();
    format!("::{} {}::{}", kind(finding), written.join(","), data(&finding.message))
}

fn place(report: &Report, finding: &FindingReport) -> String {
    let place = finding.target.as_ref().or(finding.source.as_ref());
    place.map_or_else(String::new, |place| {
        format!("{}:{}:{}", visible_line(&report.in_repository(&place.path)), place.start.line, place.start.column)
    })
}

/// The message on one line.
fn line(finding: &FindingReport) -> String {
    on_one_line(&visible(&finding.message))
}

fn kind(finding: &FindingReport) -> &'static str {
    match finding.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info | Severity::Off => "notice",
    }
}

fn data(text: &str) -> String {
    visible(text).replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::super::specimen;
    use super::*;
    use crate::i18n::Locale;

    fn written(report: &Report) -> String {
        let mut out = Vec::new();
        github(report, &Messages::new(Locale::English), &mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn a_finding_is_one_escaped_command() {
        let text = written(&specimen::report());
        let lines: Vec<&str> = text.lines().collect();
        assert_eq!(lines[0], "::notice title=tolmach::1 warning, 1 waived");
        assert_eq!(
            lines[1],
            "::warning file=docs/translations/en/а #.md,title=tolmach%3A term-deprecated,line=3,endLine=3,col=5,\
             endColumn=14::“city hall”: say “akimat”, 100%25%0A::error::not obeyed, <b> & \"quoted\""
        );
        assert_eq!(lines.len(), 2, "{text}");
    }

    #[test]
    fn a_file_name_that_looks_like_a_command_is_none() {
        let mut hostile = specimen::finding();
        hostile.target.as_mut().unwrap().path = "::error file=x::y\n::stop-commands::z".into();
        let mut documents = specimen::documents();
        documents[0].findings = vec![hostile; 12];
        let mut report = specimen::of(documents);
        report.prefix.clear();
        let text = written(&report);
        let commands = text.lines().filter(|line| line.trim_start().starts_with("::"));
        let names: Vec<&str> = commands.map(|line| line[2..].split([' ', ':']).next().unwrap()).collect();
        assert_eq!(names, [&["notice"][..], &["warning"; 10], &["group", "endgroup"]].concat());
        assert!(text.contains("file=%3A%3Aerror file=x%3A%3Ay%0A"), "{text}");
    }

    #[test]
    fn the_gravest_findings_come_before_the_limit() {
        let mut documents = specimen::documents();
        let mut finding = specimen::finding();
        let mut findings = vec![finding.clone(); 30];
        finding.severity = Severity::Error;
        findings.push(finding);
        documents[0].findings = findings;
        let text = written(&specimen::of(documents));
        assert!(text.lines().nth(1).unwrap().starts_with("::error "), "{text}");
        assert_eq!(text.lines().filter(|line| line.starts_with("::warning ")).count(), LIMIT);
    }
}
