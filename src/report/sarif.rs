//! `check --format sarif`: SARIF 2.1.0, the format of code-scanning services.
//!
//! Follows the OASIS standard "Static Analysis Results Interchange Format (SARIF) Version 2.1.0". Rules carry the
//! text of `tolmach explain`, both places become location and related location, waivers as suppressions.

use std::collections::BTreeSet;
use std::io::{self, Write};

use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};
use serde::Serialize;
use serde_json::{Value, json};

use super::stream::{Listed, write_json};
use super::{FindingReport, PlaceReport, Report};
use crate::i18n::Messages;
use crate::rules::{RULES, Rule, Severity};

/// What a path segment of a URI may not hold as itself (RFC 3986), the slash apart.
const PATH: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'#')
    .add(b'%')
    .add(b':')
    .add(b'<')
    .add(b'>')
    .add(b'?')
    .add(b'[')
    .add(b'\\')
    .add(b']')
    .add(b'^')
    .add(b'`')
    .add(b'{')
    .add(b'|')
    .add(b'}');

/// Writes the report as SARIF 2.1.0.
///
/// # Errors
///
/// Where the writer fails.
pub fn sarif(report: &Report, ui: &Messages, out: &mut dyn Write) -> io::Result<()> {
    let notifications: Vec<Value> =
        report.errors.iter().map(|said| json!({ "level": "error", "message": { "text": text(said) } })).collect();
    // A service that reads the log shows help for what it shows; the other rules would only make it long.
    let fired = report.each(|_, finding| Some(finding.rule.clone())).collect::<io::Result<BTreeSet<_>>>()?;
    let rules: Vec<&Rule> = RULES.iter().filter(|rule| fired.contains(rule.id)).collect();
    let results = report.each(|_, finding| Some(result(report, &rules, finding, ui)));
    let run = Run {
        tool: json!({ "driver": {
            "name": "tolmach",
            "version": env!("CARGO_PKG_VERSION"),
            "semanticVersion": env!("CARGO_PKG_VERSION"),
            "rules": rules.iter().map(|rule| described(rule, ui)).collect::<Vec<_>>(),
        } }),
        language: ui.locale().tag(),
        column_kind: "unicodeCodePoints",
        invocations: json!([{
            "executionSuccessful": report.errors.is_empty(),
            "toolExecutionNotifications": notifications,
        }]),
        results: Listed::new(results),
    };
    let schema = "https://json.schemastore.org/sarif-2.1.0.json";
    write_json(&Log { schema, version: "2.1.0", runs: [run] }, out)
}

#[derive(Serialize)]
struct Log<R: Serialize> {
    #[serde(rename = "$schema")]
    schema: &'static str,
    version: &'static str,
    runs: [Run<R>; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Run<R: Serialize> {
    tool: Value,
    language: &'static str,
    column_kind: &'static str,
    invocations: Value,
    results: R,
}

fn described(rule: &Rule, ui: &Messages) -> Value {
    let parts = super::help(rule, ui);
    let plain: Vec<String> = parts.iter().map(|part| format!("{}\n{}", part.heading, part.text)).collect();
    let marked: Vec<String> = parts.iter().map(|part| format!("### {}\n\n{}", part.heading, part.text)).collect();
    json!({
        "id": rule.id,
        "shortDescription": { "text": text(&super::title(rule, ui)) },
        "fullDescription": { "text": text(&parts[0].text) },
        "help": { "text": plain.join("\n\n"), "markdown": marked.join("\n\n") },
        "defaultConfiguration": { "enabled": rule.severity != Severity::Off, "level": level(rule.severity) },
    })
}

fn result(report: &Report, rules: &[&Rule], finding: &FindingReport, ui: &Messages) -> Value {
    let mut places = finding.target.iter().chain(&finding.source).chain(&finding.also);
    let location = places.next().map(|place| location(report, place));
    let related: Vec<Value> = places
        .enumerate()
        .map(|(at, place)| {
            let mut location = self::location(report, place);
            location["id"] = json!(at + 1);
            location["message"] = json!({ "text": text(&place.text) });
            location
        })
        .collect();
    let mut result = json!({
        "ruleId": finding.rule,
        "level": level(finding.severity),
        "message": { "text": text(&finding.message) },
        "locations": location.into_iter().collect::<Vec<_>>(),
    });
    if let Some(at) = rules.iter().position(|rule| rule.id == finding.rule) {
        result["ruleIndex"] = json!(at);
    }
    if !related.is_empty() {
        result["relatedLocations"] = json!(related);
    }
    result["partialFingerprints"] = json!({ "tolmach/v1": finding.fingerprint });
    if let Some(reason) = &finding.waived {
        result["suppressions"] = json!([{ "kind": "external", "status": "accepted", "justification": reason }]);
    }
    if let (Some(fix), Some(place)) = (&finding.fix, &finding.target) {
        let (start, end) = fix.bytes;
        let said = ui.report_fix(&fix.text);
        result["fixes"] = json!([{
            "description": { "text": text(&said) },
            "artifactChanges": [{
                "artifactLocation": artifact(report, &place.path),
                "replacements": [{
                    "deletedRegion": { "byteOffset": start, "byteLength": end - start },
                    "insertedContent": { "text": fix.text },
                }],
            }],
        }]);
    }
    if !finding.facts.is_empty() {
        result["properties"] = json!({ "facts": finding.facts });
    }
    result
}

fn location(report: &Report, place: &PlaceReport) -> Value {
    json!({ "physicalLocation": {
        "artifactLocation": artifact(report, &place.path),
        "region": {
            "startLine": place.start.line,
            "startColumn": place.start.column,
            "endLine": place.end.line,
            "endColumn": place.end.column,
            "byteOffset": place.bytes.0,
            "byteLength": place.bytes.1 - place.bytes.0,
        },
    } })
}

fn artifact(report: &Report, path: &str) -> Value {
    json!({ "uri": utf8_percent_encode(&report.in_repository(path), PATH).to_string() })
}

/// Text of a message; square brackets would make a link of it (§3.11.6 of the standard).
fn text(said: &str) -> String {
    if said.is_empty() {
        // The standard asks for at least one letter.
        return "—".to_owned();
    }
    match said.contains("](") {
        true => said.replace('\\', "\\\\").replace('[', "\\[").replace(']', "\\]"),
        false => said.to_owned(),
    }
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "note",
        Severity::Off => "none",
    }
}

#[cfg(test)]
mod tests {
    use super::super::specimen;
    use super::*;
    use crate::i18n::Locale;

    fn written(report: &Report) -> Value {
        let mut out = Vec::new();
        sarif(report, &Messages::new(Locale::English), &mut out).unwrap();
        serde_json::from_slice(&out).unwrap()
    }

    #[test]
    fn both_places_a_fingerprint_and_a_suppression_are_in_the_result() {
        let log = written(&specimen::report());
        let result = &log["runs"][0]["results"][0];
        let uri = |location: &Value| location["physicalLocation"]["artifactLocation"]["uri"].clone();
        assert_eq!(uri(&result["locations"][0]), "docs/translations/en/%D0%B0%20%23.md");
        assert_eq!(uri(&result["relatedLocations"][0]), "docs/originals/%D0%B0%20%23.md");
        assert_eq!(result["locations"][0]["physicalLocation"]["region"]["startColumn"], 5);
        assert_eq!(result["partialFingerprints"]["tolmach/v1"], "0123456789abcdef");
        assert_eq!(log["runs"][0]["results"][1]["suppressions"][0]["justification"], "on purpose");
    }

    #[test]
    fn a_link_in_a_message_is_no_link() {
        assert_eq!(text("see [here](https://example.org)"), "see \\[here\\](https://example.org)");
    }

    #[test]
    fn a_trouble_makes_the_run_unsuccessful() {
        let report = Report { errors: vec!["a.md: broken".to_owned()], ..Report::default() };
        assert_eq!(written(&report)["runs"][0]["invocations"][0]["executionSuccessful"], false);
    }
}
