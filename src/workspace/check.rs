//! `check`: each pair of documents by itself, then what shows only across all of them.
//!
//! Of a pair that was analysed stay its findings and what the others must know of it. Its texts stay while all that
//! stay are few; in a larger project the pairs in which something is unusual are read a second time. A pair that is
//! the same as in an earlier run is not analysed where the answer about it was kept.

use std::sync::atomic::{AtomicUsize, Ordering};

use rayon::prelude::*;

use super::analysed::{AT_ONCE, Known, Run, about, analysed};
use super::cache::Recalled;
use super::needs::Needs;
use super::originals::Originals;
use super::project_pass::look_across;
use super::task::{Answers, Checked, Fixed, Fixing, Kept, Outcome, Task};
use super::{Error, Fixes, PairAnalysis, Progress, Step, Workspace, commit, fixed, fixes, summarise, unused_concepts};
use crate::analysis::{Analysis, ProjectIndex, Traces};
use crate::project::CacheKey;
use crate::units::Pair;

/// So many bytes of text are kept with their analyses, so that the pairs need not be read a second time.
const KEPT: usize = 256 << 10;

/// Analyses the translated pairs among the tasks; of each is made what is worth keeping, and `keep` takes it in the
/// order of the tasks. Each file is opened once, and once more where it is fixed.
///
/// `whole` says that the tasks are the whole project, so that a concept found nowhere is an unused one.
pub fn check<T: Send>(
    workspace: &Workspace,
    tasks: &[Task<'_>],
    fixing: Fixing<'_>,
    whole: bool,
    progress: &dyn Progress,
    answers: Answers<'_, T>,
    keep: &mut dyn FnMut(Outcome<T>),
) -> Checked {
    progress.begin(Step::Documents, tasks.len() as u64);
    let translated: Vec<&Task<'_>> = tasks.iter().filter(|task| task.paths.translated).collect();
    let mut checked = Checked::default();
    let (mut index, mut known) = (ProjectIndex::default(), Vec::new());
    let room = AtomicUsize::new(if workspace.settings.look_at_project() { KEPT } else { 0 });
    let run = Run { workspace, fixing, answers, room };
    for some in portions(&translated) {
        let originals = Originals::of(some.iter().map(|task| task.paths));
        let results: Vec<Result<Analysed<T>, Error>> = some
            .par_iter()
            .map(|task| {
                let result = analyse(&run, task, &originals);
                progress.advance(1);
                result
            })
            .collect();
        for (task, result) in some.iter().zip(results) {
            match result {
                Ok(analysed) => {
                    analysed.fixed.into_iter().for_each(|fixed| keep(Outcome::Fixed(fixed)));
                    keep(Outcome::Next(analysed.answer));
                    index.set_traces(known.len(), &analysed.traces);
                    known.push(Known { task, key: analysed.key, kept: analysed.kept });
                }
                Err(error) => checked.errors.push(error),
            }
        }
    }
    progress.end();
    if workspace.settings.look_at_project() {
        look_across(&run, &known, &index, keep, &mut checked.errors);
        if whole && checked.errors.is_empty() {
            checked.glossary = unused_concepts(workspace, &index);
        }
    }
    if let Some(kept) = &run.answers.kept {
        kept.cache.tidy();
    }
    checked
}

/// What comes of a task.
struct Analysed<T> {
    fixed: Option<Fixed>,
    /// What the caller made of the analysis.
    answer: T,
    /// What the others must know.
    traces: Traces,
    /// Of the pair and of all that the answer needed, where it is kept.
    key: Option<CacheKey>,
    /// The pair, while there is room.
    kept: Option<PairAnalysis>,
}

/// The tasks in portions of some size, those of one original in the same.
fn portions<'t, 'a>(tasks: &'t [&'t Task<'a>]) -> Vec<&'t [&'t Task<'a>]> {
    let (mut portions, mut from) = (Vec::new(), 0);
    while from < tasks.len() {
        let mut to = (from + AT_ONCE).min(tasks.len());
        while to < tasks.len() && tasks[to].paths.original == tasks[to - 1].paths.original {
            to += 1;
        }
        portions.push(&tasks[from..to]);
        from = to;
    }
    portions
}

/// Makes the safe fixes of what a task is about; what they are and the pair with them, `None` where there are none.
fn fix(
    workspace: &Workspace,
    fixing: Fixing<'_>,
    pair: &Pair,
    analysis: &Analysis,
) -> Result<Option<(Fixed, Pair)>, Error> {
    if matches!(fixing, Fixing::No) {
        return Ok(None);
    }
    let edits = fixes(pair, analysis, Fixes::Safe);
    let transaction = fixed(pair, &edits);
    let Some(after) = transaction.changes().first().and_then(|change| change.after.as_deref()) else {
        return Ok(None);
    };
    let text = String::from_utf8_lossy(after).into_owned();
    let path = pair.paths.translation.clone();
    let made = Fixed { path, before: pair.target.text.clone(), after: text, count: edits.len() };
    match fixing {
        Fixing::Yes(lock) => {
            commit(&workspace.project, lock, &transaction)?;
            Ok(Some((made, pair.with_target(after))))
        }
        _ => Ok(Some((made, pair.clone()))),
    }
}

/// What comes of a task; of an earlier run where its pair is the same.
fn analyse<T>(run: &Run<'_, T>, task: &Task<'_>, originals: &Originals<'_>) -> Result<Analysed<T>, Error> {
    let original = originals.take(&run.workspace.project, &task.paths.original)?;
    // What is fixed changes, and what a revision says is no part of a key.
    let alone = matches!(run.fixing, Fixing::No) && task.rewritten.is_none() && task.concepts.is_none();
    match run.answers.kept.filter(|_| alone) {
        Some(kept) => recall(run, kept, task, original),
        None => fresh(run, task, run.workspace.load_with(task.paths, original)?, &Needs::default()),
    }
}

fn recall<T>(run: &Run<'_, T>, kept: Kept<'_, T>, task: &Task<'_>, original: Vec<u8>) -> Result<Analysed<T>, Error> {
    let (pair, key, needs) = match kept.cache.recall(task.paths, original)? {
        Recalled::Hit(hit) => {
            let answer = (kept.read)(hit.answer);
            return Ok(Analysed { fixed: None, answer, traces: hit.traces, key: Some(hit.key), kept: None });
        }
        Recalled::Pair(pair, key, needs) => (*pair, key, needs),
    };
    let mut analysed = fresh(run, task, pair, &needs)?;
    let answer = (kept.write)(&analysed.answer);
    analysed.key = kept.cache.put(task.paths, &key, &needs, analysed.traces.clone(), answer);
    Ok(analysed)
}

fn fresh<T>(run: &Run<'_, T>, task: &Task<'_>, mut pair: Pair, needs: &Needs) -> Result<Analysed<T>, Error> {
    let workspace = run.workspace;
    let mut analysis = analysed(workspace, task, &pair, needs)?;
    let mut made = None;
    if let Some((fixed, now)) = fix(workspace, run.fixing, &pair, &about(task, &analysis))? {
        if matches!(run.fixing, Fixing::Yes(_)) {
            pair = now;
            analysis = analysed(workspace, task, &pair, needs)?;
        }
        made = Some(fixed);
    }
    let traces = summarise(workspace, &pair, &analysis).traces();
    let answer = (run.answers.make)(&pair, &about(task, &analysis));
    let size = pair.source.text.len() + pair.target.text.len();
    let taken = run.room.fetch_update(Ordering::Relaxed, Ordering::Relaxed, |room| room.checked_sub(size));
    let kept = taken.is_ok().then_some(PairAnalysis { pair, analysis });
    Ok(Analysed { fixed: made, answer, traces, key: None, kept })
}

#[cfg(test)]
mod tests {
    use super::super::Silent;
    use super::*;
    use crate::project::Project;

    #[test]
    fn a_pair_with_something_unusual_is_read_once() {
        let folder = tempfile::tempdir().unwrap();
        let write = |path: &str, text: &str| {
            let path = folder.path().join(path);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, text).unwrap();
        };
        for (name, translation) in [("a", "Prepared by the editors."), ("b", "The editors wrote this.")] {
            write(&format!("originals/{name}.md"), "Материал подготовлен редакцией.\n");
            write(&format!("translations/en/{name}.md"), translation);
        }
        let workspace = Workspace::open(Project::open(folder.path()).unwrap(), &Silent).unwrap();
        let paths = workspace.select(&[], &[]).unwrap();
        let tasks: Vec<Task<'_>> = paths.into_iter().map(Task::of).collect();
        let rules = |_: &Pair, analysis: &Analysis| -> Vec<&'static str> {
            analysis.findings.iter().map(|found| found.finding.rule).collect()
        };
        let (mut again, mut loads) = (Vec::new(), 0);
        let checked =
            check(&workspace, &tasks, Fixing::No, true, &Silent, Answers::new(&rules), &mut |outcome| match outcome {
                Outcome::Fixed(_) => {}
                // What was read is gone now: whoever reads it a second time fails.
                Outcome::Next(_) => {
                    std::fs::remove_dir_all(folder.path().join("translations")).ok();
                    loads += 1;
                }
                Outcome::Again(at, rules) => again.push((at, rules)),
            });
        assert!(checked.errors.is_empty(), "{:?}", checked.errors);
        assert_eq!((loads, again.len()), (2, 1), "{again:?}");
        assert!(again[0].1.contains(&"same-source"), "{again:?}");
    }
}
