//! The pages that are about all pairs: the index, the terms, the changes, the badge, the report for programs.

use super::error::Error;
use super::terminal::Terminal;
use crate::i18n::Problem;
use crate::project::Publication;
use crate::report::html::{
    Concordance, Index, ProjectSummary, Trend, badge, badge_json, changes_pages, index_pages, part_name, project_json,
    terms_pages,
};
use crate::workspace::{DocumentDrift, Workspace};

/// A revision and what changed since.
pub(super) type Since = (String, Vec<DocumentDrift>);

/// The file that every report has; the next one compares with it.
pub(super) const MARK: &str = "report.json";

/// Why something of the project could not be checked beside its pairs, as `check` says it.
pub(super) fn beside(workspace: &Workspace, whole: bool) -> Vec<Error> {
    let mut errors = Vec::new();
    if whole {
        errors.extend(workspace.absences(&[], &[], None).into_iter().map(Error::from));
    }
    if workspace.listing.languages.is_empty() {
        errors.push(Error::new(Problem::NoTranslations));
    }
    errors
}

/// Writes what is about all pairs, and removes the pages of an earlier report that this one does not have.
pub(super) fn finish(
    terminal: &Terminal,
    workspace: &Workspace,
    mut project: ProjectSummary,
    concordance: Concordance,
    (revision, drifts): Since,
    trend: Option<&Trend>,
    folder: &mut Publication,
) -> Result<ProjectSummary, Error> {
    let ui = &terminal.ui;
    let mut files: Vec<(String, String)> = Vec::new();
    let mut add = |name: &str, parts: Vec<String>| {
        files.extend(parts.into_iter().enumerate().map(|(at, part)| (part_name(name, at), part)));
    };
    if !concordance.is_empty() {
        add("terms.html", terms_pages(&concordance, &workspace.glossary, &project.source_language, ui));
    }
    add("changes.html", changes_pages(&drifts, Some(revision.as_str()).filter(|name| !name.is_empty()), ui));
    let terms = (!concordance.is_empty()).then(|| "terms.html".to_owned());
    let index = Index { project: &project, trend, terms, changes: Some("changes.html".to_owned()) };
    add("index.html", index_pages(&index, ui));
    project.pages.extend(files.iter().map(|(name, _)| name.clone()));
    let earlier = earlier(folder);
    files.push(("badge.svg".to_owned(), badge(&project, ui)));
    files.push(("badge.json".to_owned(), badge_json(&project, ui)));
    files.push((MARK.to_owned(), project_json(&project)));
    for (name, text) in &files {
        folder.write(name, text.as_bytes())?;
    }
    for name in earlier.iter().filter(|name| name.ends_with(".html") && !project.pages.contains(name)) {
        folder.remove(name);
    }
    Ok(project)
}

/// The pages that the last report in this folder wrote.
fn earlier(folder: &Publication) -> Vec<String> {
    #[derive(serde::Deserialize)]
    struct File {
        pages: Vec<String>,
    }
    let bytes = folder.read(MARK).unwrap_or_default();
    serde_json::from_slice(&bytes).map_or_else(|_| Vec::new(), |file: File| file.pages)
}
