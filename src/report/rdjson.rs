//! `check --format rdjson`: the diagnostics that reviewdog reads (`reviewdog -f=rdjson`) to comment on a change.
//!
//! Follows `proto/rdf/reviewdog.proto` of reviewdog: one object with a source and its diagnostics; lines and columns
//! are 1-based, columns count bytes of UTF-8. Waived findings are left out: the format has no suppression.

use std::io::{self, Write};

use serde::Serialize;
use serde_json::{Value, json};

use super::stream::{Listed, write_json};
use super::{FindingReport, PlaceReport, Report};
use crate::rules::Severity;

/// Writes the report as one object of reviewdog's diagnostic format.
///
/// What could not be checked is a diagnostic without a place, so that it is seen.
///
/// # Errors
///
/// Where the writer fails.
pub fn rdjson(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    let errors = report
        .errors
        .iter()
        .map(|error| Ok(json!({ "message": error, "severity": "ERROR", "location": { "path": report.prefix } })));
    let findings = report
        .each(|document, finding| finding.waived.is_none().then(|| diagnostic(report, &document.translation, finding)));
    let diagnostics = Listed::new(errors.chain(findings));
    write_json(&Diagnostics { source: json!({ "name": "tolmach" }), diagnostics }, out)
}

#[derive(Serialize)]
struct Diagnostics<L: Serialize> {
    source: Value,
    diagnostics: L,
}

fn diagnostic(report: &Report, translation: &str, finding: &FindingReport) -> Value {
    let mut places = finding.target.iter().chain(&finding.source).chain(&finding.also);
    let location = match places.next() {
        Some(place) => location(report, place),
        None => json!({ "path": report.in_repository(translation) }),
    };
    let mut value = json!({
        "message": finding.message,
        "location": location,
        "severity": severity(finding.severity),
        "code": { "value": finding.rule },
    });
    let related: Vec<Value> =
        places.map(|place| json!({ "message": place.text, "location": self::location(report, place) })).collect();
    if !related.is_empty() {
        value["related_locations"] = json!(related);
    }
    let target = finding.target.as_ref();
    let fix = finding.fix.as_ref().filter(|fix| target.is_some_and(|place| place.bytes == fix.bytes));
    if let (Some(fix), Some(place)) = (fix, target) {
        value["suggestions"] = json!([{ "range": range(place), "text": fix.text }]);
    }
    value
}

fn location(report: &Report, place: &PlaceReport) -> Value {
    json!({ "path": report.in_repository(&place.path), "range": range(place) })
}

fn range(place: &PlaceReport) -> Value {
    json!({
        "start": { "line": place.start.line, "column": place.byte_columns.0 },
        "end": { "line": place.end.line, "column": place.byte_columns.1 },
    })
}

fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "ERROR",
        Severity::Warning => "WARNING",
        Severity::Info | Severity::Off => "INFO",
    }
}

#[cfg(test)]
mod tests {
    use super::super::specimen;
    use super::*;

    #[test]
    fn columns_count_bytes_and_the_fix_is_a_suggestion() {
        let mut out = Vec::new();
        rdjson(&specimen::report(), &mut out).unwrap();
        let value: Value = serde_json::from_slice(&out).unwrap();
        let diagnostics = value["diagnostics"].as_array().unwrap();
        assert_eq!(diagnostics.len(), 1, "the waived one is left out");
        let found = &diagnostics[0];
        assert_eq!(found["location"]["path"], "docs/translations/en/а #.md");
        let range = json!({ "start": { "line": 3, "column": 5 }, "end": { "line": 3, "column": 14 } });
        assert_eq!(found["location"]["range"], range);
        assert_eq!(found["suggestions"], json!([{ "range": range, "text": "akimat" }]));
        // "Городской " is 19 bytes long.
        assert_eq!(found["related_locations"][0]["location"]["range"]["start"]["column"], 20);
    }
}
