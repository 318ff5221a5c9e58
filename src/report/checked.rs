//! From a check of the workspace to its report.

use super::{Report, Store, document, spill_file};
use crate::analysis::Analysis;
use crate::i18n::Messages;
use crate::units::Pair;
use crate::workspace::{self, AnswerCache, Answers, Fixed, Fixing, Kept, Outcome, Progress, Task, Workspace};

/// What is checked, and how.
#[derive(Clone, Copy, Debug)]
pub struct Checking<'a> {
    /// The pairs.
    pub tasks: &'a [Task<'a>],
    /// Whether safe fixes are made.
    pub fixing: Fixing<'a>,
    /// Whether the tasks are the whole project.
    pub whole: bool,
    /// Where reports of pairs are kept for later runs, if anywhere.
    pub cache: Option<&'a AnswerCache<'a>>,
}

/// The report of a pair as it is stored: as JSON.
struct Stored(Vec<u8>);

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
    let Checking { tasks, fixing, whole, cache } = checking;
    let mut report = Report::on(store);
    let document = |pair: &Pair, analysis: &Analysis| document(pair, analysis, ui);
    let make = |pair: &Pair, analysis: &Analysis| Stored(spill_file::json(&document(pair, analysis)));
    let kept = cache.map(|cache| Kept { cache, write: |stored: &Stored| &stored.0, read: Stored });
    let answers = Answers { make: &make, kept };
    let checked = workspace::check(workspace, tasks, fixing, whole, progress, answers, &mut |answer| match answer {
        Outcome::Fixed(fixed) => fixes(fixed),
        Outcome::Next(Stored(json)) => report.push_json(json),
        Outcome::Again(at, Stored(json)) => report.set_json(at, json),
    });
    report.elsewhere = checked.glossary.iter().map(|(pair, analysis)| document(pair, analysis)).collect();
    let untranslated = tasks.iter().map(|task| task.paths).filter(|paths| !paths.translated);
    report.untranslated = untranslated
        .map(|paths| (paths.original.clone(), paths.language.to_string(), paths.translation.clone()))
        .collect();
    (report, checked.errors)
}
