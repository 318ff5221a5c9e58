//! `check --format json`: one object, keys only ever added within a version.

use std::io::{self, Write};

use serde::Serialize;
use serde_json::{Value, json};

use super::stream::{Listed, write_json};
use super::{DocumentReport, FindingCounts, FindingReport, PlaceReport, Report};

/// Writes the report as JSON.
///
/// # Errors
///
/// Where the writer fails.
pub fn json(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    let documents = report.documents().map(|found| found.map(|found| document(&found)));
    let answer = Answer {
        version: 1,
        documents: Listed::new(documents.chain(report.untranslated.iter().map(|pair| Ok(untranslated(pair))))),
        findings: Listed::new(report.each(|document, found| Some(finding(document, found)))),
        summary: &report.summary,
    };
    write_json(&answer, out)
}

#[derive(Serialize)]
struct Answer<'a, D: Serialize, F: Serialize> {
    version: u8,
    documents: D,
    findings: F,
    summary: &'a FindingCounts,
}

/// One pair of documents with its findings.
pub fn document_as_json(report: &DocumentReport) -> Value {
    let mut value = document(report);
    value["findings"] = report.findings.iter().map(|found| finding(report, found)).collect();
    value
}

fn document(document: &DocumentReport) -> Value {
    let counts = &document.counts;
    json!({
        "original": document.original,
        "language": document.language,
        "translation": document.translation,
        "paragraphs": { "source": counts.source_paragraphs, "target": counts.target_paragraphs },
        "units": {
            "total": counts.units, "aligned": counts.aligned, "missing": counts.missing, "extra": counts.extra,
            "accepted": counts.accepted, "stale": counts.stale, "edited": counts.edited,
            "removed": counts.removed, "gone": counts.gone, "drafts": counts.drafts,
        },
    })
}

fn untranslated((original, language, _): &(String, String, String)) -> Value {
    json!({ "original": original, "language": language, "translation": null })
}

fn finding(document: &DocumentReport, finding: &FindingReport) -> Value {
    let mut value = json!({
        "rule": finding.rule,
        "severity": finding.severity,
        "message": finding.message,
        "original": document.original,
        "language": document.language,
        "translation": document.translation,
    });
    if let Some(source) = &finding.source {
        value["source"] = place(source);
    }
    if let Some(target) = &finding.target {
        value["target"] = place(target);
    }
    if !finding.also.is_empty() {
        value["also"] = finding
            .also
            .iter()
            .map(|also| {
                let mut value = place(also);
                value["path"] = json!(&*also.path);
                value
            })
            .collect();
    }
    value["facts"] = json!(finding.facts);
    if let Some(fix) = &finding.fix {
        value["fix"] = json!({ "target": { "bytes": fix.bytes, "text": fix.text }, "safe": fix.safe });
    }
    value["fingerprint"] = json!(finding.fingerprint);
    value["waived"] = json!(finding.waived.is_some());
    if let Some(reason) = &finding.waived {
        value["reason"] = json!(reason);
    }
    value
}

fn place(place: &PlaceReport) -> Value {
    json!({
        "start": { "line": place.start.line, "column": place.start.column },
        "end": { "line": place.end.line, "column": place.end.column },
        "bytes": place.bytes,
        "text": place.text,
    })
}
