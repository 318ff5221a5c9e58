//! `status`: how far each document is.

use rayon::prelude::*;

use super::{Error, Progress, Step, Workspace};
use crate::analysis::{Counts, Diagnostic};
use crate::rules::Severity;
use crate::units::Paths;

/// How far one document is in one language.
#[derive(Clone, Debug)]
pub struct DocumentStatus<'a> {
    /// The document.
    pub paths: &'a Paths,
    /// Its units and paragraphs.
    pub counts: Counts,
    /// Open findings from the severity warning on; 0 where there is no translation yet.
    pub findings: usize,
}

/// Analyses each pair, in the order they were given; a step of [`Step::Documents`].
///
/// # Errors
///
/// If a pair cannot be loaded.
pub fn status<'a>(
    workspace: &Workspace,
    pairs: &[&'a Paths],
    progress: &dyn Progress,
) -> Result<Vec<DocumentStatus<'a>>, Error> {
    progress.begin(Step::Documents, pairs.len() as u64);
    let rows = pairs
        .par_iter()
        .map(|paths| {
            let row = of_document(workspace, paths);
            progress.advance(1);
            row
        })
        .collect::<Result<_, Error>>()?;
    progress.end();
    Ok(rows)
}

fn of_document<'a>(workspace: &Workspace, paths: &'a Paths) -> Result<DocumentStatus<'a>, Error> {
    let pair = workspace.load(paths)?;
    let analysis = workspace.analyse(&pair);
    let counts = analysis.counts(&pair.source, &pair.target);
    let counted = |found: &&Diagnostic| found.waived.is_none() && found.severity >= Severity::Warning;
    // What has no translation yet is not wrong, only not begun.
    let findings = if paths.translated { analysis.findings.iter().filter(counted).count() } else { 0 };
    Ok(DocumentStatus { paths, counts, findings })
}
