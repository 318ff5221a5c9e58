//! How a report differs from an earlier one, or from a baseline.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::summary::{Row, Sums};

/// What was known before.
#[derive(Clone, Debug, Default)]
pub struct Trend {
    /// By translation, how many findings there were.
    findings: BTreeMap<String, usize>,
    /// Of an earlier report; a baseline knows findings alone.
    before: Option<Sums>,
}

/// An earlier `report.json`, or a baseline.
#[derive(Deserialize)]
struct File {
    version: u64,
    documents: Option<Vec<Row>>,
    findings: Option<Vec<Known>>,
}

#[derive(Deserialize)]
struct Known {
    path: String,
}

impl Trend {
    /// Reads an earlier report or a baseline.
    ///
    /// # Errors
    ///
    /// What is wrong with it, and the 1-based line where it is known.
    pub fn read(bytes: &[u8]) -> Result<Trend, (Option<usize>, String)> {
        let file: File = serde_json::from_slice(bytes).map_err(|error| (Some(error.line()), error.to_string()))?;
        if file.version != 1 {
            return Err((None, format!("version {}", file.version)));
        }
        let mut trend = Trend::default();
        match (file.documents, file.findings) {
            (Some(rows), _) => {
                trend.before = Some(Sums::of(&rows));
                for row in rows {
                    let open = row.findings.open();
                    trend.findings.extend(row.translation.map(|translation| (translation, open)));
                }
            }
            (None, Some(known)) => {
                for one in known {
                    *trend.findings.entry(one.path).or_default() += 1;
                }
            }
            (None, None) => return Err((None, "documents".to_owned())),
        }
        Ok(trend)
    }

    /// By how many findings a document has more or fewer.
    pub(super) fn of(&self, row: &Row) -> isize {
        let before = row.translation.as_ref().and_then(|translation| self.findings.get(translation));
        difference(row.findings.open(), before.copied().unwrap_or_default())
    }

    /// By how many findings all documents have more or fewer, and by how many accepted units.
    pub(super) fn whole(&self, now: &Sums) -> (isize, Option<isize>) {
        let findings = difference(now.findings.open(), self.findings.values().sum());
        (findings, self.before.map(|before| difference(now.accepted, before.accepted)))
    }
}

fn difference(now: usize, before: usize) -> isize {
    now.cast_signed() - before.cast_signed()
}

/// A difference with its sign.
pub(super) fn signed(difference: isize) -> String {
    match difference {
        0 => "±0".to_owned(),
        more if more > 0 => format!("+{more}"),
        fewer => format!("−{}", fewer.unsigned_abs()),
    }
}

#[cfg(test)]
mod tests {
    use super::super::summary::{Found, ProjectSummary, project_json};
    use super::*;

    fn row(findings: usize, accepted: usize) -> Row {
        let mut row = Row { translation: Some("en/a.md".to_owned()), ..Row::default() };
        row.findings = Found { warning: findings, ..Found::default() };
        row.counts.accepted = accepted;
        row
    }

    #[test]
    fn a_report_is_compared_with_an_earlier_one() {
        let earlier = project_json(&ProjectSummary { rows: vec![row(5, 2)], ..ProjectSummary::default() });
        let trend = Trend::read(earlier.as_bytes()).unwrap();
        assert_eq!(trend.of(&row(3, 9)), -2);
        assert_eq!(trend.whole(&Sums::of(&[row(3, 9)])), (-2, Some(7)));
        assert_eq!(signed(-2), "−2");
    }

    #[test]
    fn a_baseline_knows_findings_alone_and_another_file_is_refused() {
        let baseline = br#"{"version": 1, "findings": [{"path": "en/a.md", "rule": "r", "fingerprint": "f"}]}"#;
        let trend = Trend::read(baseline).unwrap();
        assert_eq!((trend.of(&row(3, 9)), trend.whole(&Sums::of(&[row(3, 9)]))), (2, (2, None)));
        assert!(Trend::read(br#"{"version": 2, "findings": []}"#).is_err());
        assert!(Trend::read(br#"{"version": 1}"#).is_err());
        assert!(Trend::read(b"[]").is_err());
    }
}
