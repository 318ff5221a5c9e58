//! The pages of a report: made pair by pair, put aside, then written where they changed.

use super::error::Error;
use super::report_index::{Since, beside, finish};
use super::terminal::Terminal;
use crate::analysis::{Analysis, Counts};
use crate::project::{Publication, Scratch, Slot};
use crate::report;
use crate::report::html::{
    Concordance, Links, Mention, PairPage, ProjectSummary, Row, Split, Trend, mentions, page_name, pair_page, part_name,
};
use crate::units::{Pair, Paths};
use crate::workspace::{self, Answers, DocumentDrift, Fixing, Outcome, Workspace, drift_since_accepted};

/// What was written, and why some of it could not be.
pub(super) struct Written {
    pub(super) project: ProjectSummary,
    pub(super) errors: Vec<Error>,
}

/// What is made of one pair.
struct Made {
    row: Row,
    name: String,
    parts: Vec<String>,
    mentions: Vec<Mention>,
    drift: DocumentDrift,
}

/// The pages of one pair, put aside.
struct Kept {
    row: Row,
    name: String,
    parts: Vec<Slot>,
}

/// Checks the pairs and writes their pages, the index, the terms, the changes, the badge and the report for programs.
pub(super) fn write(
    terminal: &Terminal,
    workspace: &Workspace,
    pairs: &[&Paths],
    whole: bool,
    trend: Option<&Trend>,
    since: Option<Since>,
    folder: &mut Publication,
) -> Result<Written, Error> {
    let tasks = workspace::tasks(pairs, None);
    let mut aside = Scratch::new();
    let (mut kept, mut concordance, mut drifts) = (Vec::new(), Concordance::default(), Vec::new());
    let mut full = Ok(());
    let read = |pair: &Pair, analysis: &Analysis| made(terminal, workspace, pair, analysis);
    let mut put = |made: &Made| -> Kept {
        let slots: std::io::Result<Vec<Slot>> = made.parts.iter().map(|part| aside.put(part.as_bytes())).collect();
        let parts = slots.unwrap_or_else(|error| {
            full = Err(error);
            Vec::new()
        });
        Kept { row: made.row.clone(), name: made.name.clone(), parts }
    };
    let checked =
        workspace::check(workspace, &tasks, Fixing::No, whole, terminal, Answers::new(&read), &mut |outcome| {
            match outcome {
                Outcome::Fixed(_) => {}
                Outcome::Next(made) => {
                    kept.push(put(&made));
                    concordance.add(made.mentions);
                    drifts.push(made.drift);
                }
                Outcome::Again(at, made) => kept[at] = put(&made),
            }
        });
    full?;
    let mut errors: Vec<Error> = checked.errors.into_iter().map(Error::from).collect();
    errors.extend(beside(workspace, whole));
    let mut project = begun(terminal, workspace, &checked.glossary);
    for one in &kept {
        for (at, slot) in one.parts.iter().enumerate() {
            let name = format!("pages/{}", part_name(&one.name, at));
            folder.write(&name, &aside.take(*slot)?)?;
            project.pages.push(name);
        }
    }
    project.rows = kept.into_iter().map(|one| one.row).collect();
    for paths in pairs.iter().filter(|paths| !paths.translated) {
        match not_begun(workspace, paths) {
            Ok(row) => project.rows.push(row),
            Err(error) => errors.push(error),
        }
    }
    project.rows.sort_by(|one, other| (&one.original, &one.language).cmp(&(&other.original, &other.language)));
    project.errors = errors.iter().flat_map(|error| error.lines(&terminal.ui)).collect();
    finish(terminal, workspace, project, concordance, since.unwrap_or((String::new(), drifts)), trend, folder)
        .map(|project| Written { project, errors })
}

/// The summary of a project with what was found in its glossary; no pair is in it yet.
fn begun(terminal: &Terminal, workspace: &Workspace, glossary: &[(Pair, Analysis)]) -> ProjectSummary {
    ProjectSummary {
        source_language: workspace.project.config.source_language.to_string(),
        elsewhere: glossary.iter().map(|(pair, analysis)| report::document(pair, analysis, &terminal.ui)).collect(),
        ..ProjectSummary::default()
    }
}

fn made(terminal: &Terminal, workspace: &Workspace, pair: &Pair, analysis: &Analysis) -> Made {
    let report = report::document(pair, analysis, &terminal.ui);
    let name = page_name(&pair.paths.translation);
    let links = Links { name: name.clone(), index: Some("../index.html".to_owned()) };
    let page =
        PairPage { pair, analysis, glossary: &workspace.glossary, report: &report, links: &links, split: Split::Parts };
    let address = format!("pages/{name}");
    Made {
        parts: pair_page(&page, &terminal.ui),
        mentions: mentions(pair, analysis, &address),
        drift: drift_since_accepted(pair),
        row: Row::of(&report, Some(address)),
        name,
    }
}

/// The row of a document that nobody has begun to translate: all of it is missing.
fn not_begun(workspace: &Workspace, paths: &Paths) -> Result<Row, Error> {
    let pair = workspace.load(paths)?;
    let paragraphs = &pair.source.paragraphs;
    let counts = Counts {
        source_paragraphs: paragraphs.len(),
        units: paragraphs.len(),
        missing: paragraphs.len(),
        words_missing: paragraphs.iter().map(|paragraph| paragraph.text.split_whitespace().count()).sum(),
        ..Counts::default()
    };
    let (original, language) = (paths.original.clone(), paths.language.to_string());
    Ok(Row { original, language, counts, ..Row::default() })
}
