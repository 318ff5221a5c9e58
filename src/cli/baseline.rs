//! The baseline: findings that were there before, kept by fingerprint in a file that people can read.

use std::collections::HashMap;
use std::io;

use serde::{Deserialize, Serialize};

use super::trouble::Trouble;
use crate::project;
use crate::report::Report;

#[derive(Debug, Deserialize, Serialize)]
struct File {
    version: u64,
    findings: Vec<Known>,
}

#[derive(Debug, Deserialize, Serialize, PartialEq, Eq, PartialOrd, Ord)]
struct Known {
    path: String,
    rule: String,
    #[serde(default)]
    message: String,
    fingerprint: String,
}

/// The baseline that knows every finding of a report that nobody waived, as JSON, and how many those are.
///
/// # Errors
///
/// Where the report cannot be read.
pub(super) fn written(report: &Report) -> io::Result<(String, usize)> {
    let known = report.each(|document, finding| {
        finding.waived.is_none().then(|| Known {
            path: document.translation.clone(),
            rule: finding.rule.clone().into_owned(),
            message: finding.message.clone(),
            fingerprint: finding.fingerprint.clone(),
        })
    });
    let mut findings: Vec<Known> = known.collect::<io::Result<_>>()?;
    let count = findings.len();
    // By path, so that two people's baselines merge; never by place, which moves.
    findings.sort();
    let text = serde_json::to_string_pretty(&File { version: 1, findings }).expect("strings and a number");
    Ok((text + "\n", count))
}

/// Takes the findings that a baseline knows out of the report; each entry stands for one.
///
/// # Errors
///
/// Where the file cannot be read or is no baseline.
pub(super) fn subtract(report: &mut Report, path: &str) -> Result<(), Trouble> {
    let bytes = project::read_loose(path)?;
    let file: File = serde_json::from_slice(&bytes).map_err(|error| {
        Trouble::new("trouble-baseline").at(path, Some(error.line())).with("message", error.to_string())
    })?;
    if file.version != 1 {
        let message = format!("version {}", file.version);
        return Err(Trouble::new("trouble-baseline").at(path, None).with("message", message));
    }
    let mut known: HashMap<&str, usize> = HashMap::new();
    for entry in &file.findings {
        *known.entry(&entry.fingerprint).or_default() += 1;
    }
    let mut left_out = 0;
    report.retain(|finding| {
        let Some(count) = known.get_mut(finding.fingerprint.as_str()) else { return true };
        if *count == 0 || finding.waived.is_some() {
            return true;
        }
        *count -= 1;
        left_out += 1;
        false
    })?;
    report.summary.baseline = left_out;
    Ok(())
}
