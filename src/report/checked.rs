//! From a check of the workspace to its report.

use super::{Report, Store, document};
use crate::analysis::Analysis;
use crate::i18n::Messages;
use crate::units::Pair;
use crate::workspace::{self, Fixed, Fixing, Outcome, Progress, Task, Workspace};

/// What is checked, and how.
#[derive(Clone, Copy, Debug)]
pub struct Checking<'a> {
    /// The pairs.
    pub tasks: &'a [Task<'a>],
    /// Whether safe fixes are made.
    pub fixing: Fixing<'a>,
    /// Whether the tasks are the whole project.
    pub whole: bool,
}

/// Checks the pairs of the tasks; the report with their findings, and why some could not be checked.
///
/// `store` takes the findings of documents as they come; `whole` is that of [`workspace::check`].
pub fn checked(
    store: Box<dyn Store>,
    workspace: &Workspace,
    checking: Checking<'_>,
    progress: &dyn Progress,
    ui: &Messages,
    fixes: &mut dyn FnMut(Fixed),
) -> (Report, Vec<workspace::Error>) {
    let Checking { tasks, fixing, whole } = checking;
    let mut report = Report::on(store);
    let document = |pair: &Pair, analysis: &Analysis| document(pair, analysis, ui);
    let checked = workspace::check(workspace, tasks, fixing, whole, progress, &document, &mut |answer| match answer {
        Outcome::Fixed(fixed) => fixes(fixed),
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
