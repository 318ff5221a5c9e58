//! From a check of the workspace to its report.

use super::{Report, Store, document};
use crate::analysis::Analysis;
use crate::i18n::Messages;
use crate::units::Pair;
use crate::workspace::{self, Outcome, Progress, Task, Workspace};

/// Checks the pairs of the tasks; the report with their findings, and why some could not be checked.
///
/// `store` takes the findings of documents as they come; `whole` is that of [`workspace::check`].
pub fn checked(
    store: Box<dyn Store>,
    workspace: &Workspace,
    tasks: &[Task<'_>],
    whole: bool,
    progress: &dyn Progress,
    ui: &Messages,
) -> (Report, Vec<workspace::Error>) {
    let mut report = Report::on(store);
    let document = |pair: &Pair, analysis: &Analysis| document(pair, analysis, ui);
    let checked = workspace::check(workspace, tasks, whole, progress, &document, &mut |answer| match answer {
        Outcome::Next(document) => report.push(document),
        Outcome::Again(at, document) => report.set(at, document),
    });
    report.elsewhere = checked.glossary.iter().map(|(pair, analysis)| document(pair, analysis)).collect();
    let untranslated = tasks.iter().map(|task| task.paths).filter(|paths| !paths.translated);
    report.untranslated = untranslated
        .map(|paths| (paths.original.clone(), paths.language.to_string(), paths.translation.clone()))
        .collect();
    (report, checked.errors)
}
