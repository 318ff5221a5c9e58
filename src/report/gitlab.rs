//! `check --format gitlab`: the Code Quality report that GitLab shows in a merge request.
//!
//! Follows "Code Quality report format" of the GitLab documentation: a list of objects with description,
//! check name, fingerprint, severity, path and lines. Waived findings are not in it: the format knows no waiver.

use std::io::{self, Write};

use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use super::stream::{Listed, write_json};
use super::{FindingReport, Report};
use crate::rules::Severity;

/// Writes the report as a GitLab Code Quality report.
///
/// # Errors
///
/// Where the writer fails.
pub fn gitlab(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    let entries = report.each(|_, finding| finding.waived.is_none().then(|| entry(report, finding)));
    write_json(&Listed::new(entries), out)
}

fn entry(report: &Report, finding: &FindingReport) -> Value {
    let place = finding.target.as_ref().or(finding.source.as_ref());
    let path = place.map(|place| report.in_repository(&place.path)).unwrap_or_default();
    let (begin, end) = place.map_or((1, 1), |place| (place.start.line, place.end.line));
    // Equal texts in two documents have one fingerprint; GitLab wants each entry to have its own.
    let digest = Sha256::digest(format!("{path}\u{0}{}", finding.fingerprint));
    json!({
        "description": finding.message,
        "check_name": finding.rule,
        "fingerprint": digest.iter().take(16).map(|byte| format!("{byte:02x}")).collect::<String>(),
        "severity": severity(finding.severity),
        "location": { "path": path, "lines": { "begin": begin, "end": end } },
    })
}

fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "major",
        Severity::Warning => "minor",
        Severity::Info | Severity::Off => "info",
    }
}

#[cfg(test)]
mod tests {
    use super::super::specimen;
    use super::*;

    #[test]
    fn an_entry_has_what_gitlab_asks_for() {
        let mut out = Vec::new();
        gitlab(&specimen::report(), &mut out).unwrap();
        let entries: Value = serde_json::from_slice(&out).unwrap();
        assert_eq!(entries.as_array().unwrap().len(), 1, "the waived one is left out");
        assert_eq!(entries[0]["check_name"], "term-deprecated");
        assert_eq!(entries[0]["severity"], "minor");
        let place = json!({ "path": "docs/translations/en/а #.md", "lines": { "begin": 3, "end": 3 } });
        assert_eq!(entries[0]["location"], place);
    }

    #[test]
    fn equal_texts_in_two_files_have_two_fingerprints() {
        let mut documents = specimen::documents();
        let mut twin = specimen::finding();
        twin.target.as_mut().unwrap().path = "translations/en/b.md".into();
        documents[1].findings.push(twin);
        let mut out = Vec::new();
        gitlab(&specimen::of(documents), &mut out).unwrap();
        let entries: Value = serde_json::from_slice(&out).unwrap();
        assert_ne!(entries[0]["fingerprint"], entries[1]["fingerprint"]);
    }
}
