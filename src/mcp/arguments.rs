//! What the tools are given.

use serde::Deserialize;

use crate::lang::Language;
use crate::workspace::FailOn;

/// Which documents.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Documents {
    #[serde(default)]
    pub(super) paths: Vec<String>,
    pub(super) language: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Gaps {
    #[serde(default)]
    pub(super) paths: Vec<String>,
    pub(super) language: Option<String>,
    #[serde(default)]
    pub(super) stale: bool,
    pub(super) limit: Option<usize>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Unit {
    pub(super) path: String,
    pub(super) line: usize,
    pub(super) language: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Text {
    pub(super) text: String,
    pub(super) language: String,
    pub(super) limit: Option<usize>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Propose {
    pub(super) answers: Vec<Answer>,
    #[serde(default)]
    pub(super) fail_on: FailOn,
    #[serde(default)]
    pub(super) dry_run: bool,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Answer {
    pub(super) id: String,
    pub(super) target: String,
    #[serde(default)]
    pub(super) by: Option<String>,
}

/// The language of a tag.
pub(super) fn language(tag: &str) -> Result<Language, String> {
    tag.parse().map_err(|_| format!("'{}' is no language tag", tag.escape_debug()))
}

/// The languages asked for; none: all.
pub(super) fn languages(tag: Option<&str>) -> Result<Vec<Language>, String> {
    tag.map(language).transpose().map(|language| language.into_iter().collect())
}
