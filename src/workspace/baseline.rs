//! The baseline: findings that were there before, kept by fingerprint in a file that people can read.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use super::Error;

#[derive(Debug, Deserialize, Serialize)]
struct File {
    version: u64,
    findings: Vec<Known>,
}

/// A finding that a baseline knows.
#[derive(Clone, Debug, Deserialize, Serialize, PartialEq, Eq, PartialOrd, Ord)]
pub struct Known {
    /// Of the translation, inside the project.
    pub path: String,
    /// The rule's id.
    pub rule: String,
    /// The sentence of that time, for people who read the file.
    #[serde(default)]
    pub message: String,
    /// As the analysis gives it, in hexadecimal.
    pub fingerprint: String,
}

/// How many findings of each fingerprint a baseline still knows.
#[derive(Clone, Debug, Default)]
pub struct Baseline {
    left: HashMap<String, usize>,
}

impl Baseline {
    /// Reads the bytes of a baseline; `path` names it in the error.
    ///
    /// # Errors
    ///
    /// If it is no baseline, or of a version that this program does not know.
    pub fn read(path: &str, bytes: &[u8]) -> Result<Baseline, Error> {
        let broken = |line, message| Error::Baseline { path: path.to_owned(), line, message };
        let file: File =
            serde_json::from_slice(bytes).map_err(|error| broken(Some(error.line()), error.to_string()))?;
        if file.version != 1 {
            return Err(broken(None, format!("version {}", file.version)));
        }
        let mut left = HashMap::new();
        for known in file.findings {
            *left.entry(known.fingerprint).or_default() += 1;
        }
        Ok(Baseline { left })
    }

    /// Whether the baseline knows a finding of this fingerprint that it has not given yet.
    pub fn take(&mut self, fingerprint: &str) -> bool {
        match self.left.get_mut(fingerprint) {
            Some(count) if *count > 0 => {
                *count -= 1;
                true
            }
            _ => false,
        }
    }

    /// The text of a baseline that knows these findings. They are sorted by path, so that two people's baselines
    /// merge, and never by place, which moves.
    pub fn write(mut findings: Vec<Known>) -> String {
        findings.sort();
        let text = serde_json::to_string_pretty(&File { version: 1, findings }).expect("strings and a number");
        text + "\n"
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn known(fingerprint: &str) -> Known {
        let [path, rule, message] = ["a.md", "number-mismatch", "m"].map(str::to_owned);
        Known { path, rule, message, fingerprint: fingerprint.to_owned() }
    }

    #[test]
    fn each_entry_counts_for_one_finding() {
        let text = Baseline::write(vec![known("b"), known("a"), known("a")]);
        let mut baseline = Baseline::read("b.json", text.as_bytes()).unwrap();
        assert_eq!(["a", "a", "a", "b", "c"].map(|print| baseline.take(print)), [true, true, false, true, false]);
    }

    #[test]
    fn another_version_is_refused() {
        let read = Baseline::read("b.json", br#"{"version": 2, "findings": []}"#);
        assert!(matches!(read, Err(Error::Baseline { line: None, .. })), "{read:?}");
    }
}
