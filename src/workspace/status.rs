//! `status`: how far each document is.

use rayon::prelude::*;

use super::cache::Recalled;
use super::{AnswerCache, Error, Progress, Step, Workspace};
use crate::analysis::{Analysis, Counts, Diagnostic, Traces};
use crate::rules::Severity;
use crate::units::{Pair, Paths};

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

/// Analyses each pair, in the order they were given, but those that are the same as in an earlier run; a step of
/// [`Step::Documents`].
///
/// # Errors
///
/// If a pair cannot be loaded.
pub fn status<'a>(
    workspace: &Workspace,
    pairs: &[&'a Paths],
    cache: Option<&AnswerCache<'_>>,
    progress: &dyn Progress,
) -> Result<Vec<DocumentStatus<'a>>, Error> {
    progress.begin(Step::Documents, pairs.len() as u64);
    let rows = pairs
        .par_iter()
        .map(|paths| {
            let row = match cache {
                Some(cache) => recalled(workspace, paths, cache),
                None => analysed(workspace, paths),
            };
            let row = row.map(|(counts, findings)| DocumentStatus { paths, counts, findings });
            progress.advance(1);
            row
        })
        .collect::<Result<_, Error>>()?;
    progress.end();
    if let Some(cache) = cache {
        cache.tidy();
    }
    Ok(rows)
}

/// What is shown of a document.
type Shown = (Counts, usize);

/// What an earlier run showed of a pair that is the same, else what its analysis shows.
fn recalled(workspace: &Workspace, paths: &Paths, cache: &AnswerCache<'_>) -> Result<Shown, Error> {
    let (pair, key, needs) = match cache.recall(paths, workspace.project.read(&paths.original)?)? {
        Recalled::Hit(hit) => return serde_json::from_slice(&hit.answer).or_else(|_| analysed(workspace, paths)),
        Recalled::Pair(pair, key, needs) => (pair, key, needs),
    };
    let shown = of_analysis(&pair, &workspace.analyse_recording(&pair, &|_| Vec::new(), &needs));
    if let Ok(answer) = serde_json::to_vec(&shown) {
        cache.put(paths, &key, &needs, Traces::default(), &answer);
    }
    Ok(shown)
}

/// What a fresh analysis of a pair shows.
fn analysed(workspace: &Workspace, paths: &Paths) -> Result<Shown, Error> {
    workspace.load(paths).map(|pair| of_analysis(&pair, &workspace.analyse(&pair)))
}

fn of_analysis(pair: &Pair, analysis: &Analysis) -> Shown {
    let counts = analysis.counts(&pair.source, &pair.target);
    let counted = |found: &&Diagnostic| found.waived.is_none() && found.severity >= Severity::Warning;
    // What has no translation yet is not wrong, only not begun.
    let findings = if pair.paths.translated { analysis.findings.iter().filter(counted).count() } else { 0 };
    (counts, findings)
}
