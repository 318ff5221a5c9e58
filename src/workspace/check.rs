//! `check`: each pair of documents by itself, then what shows only across all of them.
//!
//! Of a pair that was analysed stay its findings and what the others must know of it. Its texts stay while all that
//! stay are few; in a larger project the pairs in which something is unusual are read a second time.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};
use std::sync::atomic::{AtomicUsize, Ordering};

use rayon::prelude::*;

use super::drift_since::unaccepted_since;
use super::originals::Originals;
use super::{Changed, Error, Fixes, PairAnalysis, Progress, Step, Workspace, commit, fixed, fixes, unused_concepts};
use crate::analysis::{self, Analysis, Inconsistency, Majority, ProjectIndex, Summary};
use crate::lang::Stems;
use crate::project::Lock;
use crate::rules::{Fact, Finding};
use crate::units::{Pair, Paths};

/// A pair to analyse, and of which concepts only the findings count, where not all do.
#[derive(Clone, Copy, Debug)]
pub struct Task<'a> {
    /// The pair.
    pub paths: &'a Paths,
    /// Ids of concepts; `None` for all findings.
    pub concepts: Option<&'a [String]>,
    /// The revision with which an original that changed since is compared; `None` for what was accepted alone.
    pub rewritten: Option<&'a str>,
}

impl<'a> Task<'a> {
    /// All findings of a pair.
    pub fn of(paths: &'a Paths) -> Task<'a> {
        Task { paths, concepts: None, rewritten: None }
    }
}

/// All pairs; or the touched ones, and the others for the touched concepts alone.
pub fn tasks<'a>(pairs: &[&'a Paths], changed: Option<&'a Changed>) -> Vec<Task<'a>> {
    let task = |paths: &&'a Paths| match changed {
        None => Some(Task::of(paths)),
        Some(changed) if changed.holds(paths) => Some(Task { rewritten: changed.rewritten(paths), ..Task::of(paths) }),
        Some(changed) if changed.concepts.is_empty() || !paths.translated => None,
        Some(changed) => Some(Task { concepts: Some(&changed.concepts), ..Task::of(paths) }),
    };
    pairs.iter().filter_map(task).collect()
}

/// Whether safe fixes are made on the way, before what is left is reported.
#[derive(Clone, Copy, Debug)]
pub enum Fixing<'a> {
    /// None is made.
    No,
    /// They are shown, and every file stays as it is.
    DryRun,
    /// They are written.
    Yes(&'a Lock),
}

/// A translation with its safe fixes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fixed {
    /// Of the translation, in the project.
    pub path: String,
    /// The text as it was read.
    pub before: String,
    /// The text with the fixes.
    pub after: String,
    /// How many fixes there are.
    pub count: usize,
}

/// What is known of a pair after it was analysed.
#[derive(Debug)]
pub enum Outcome<T> {
    /// Fixes of the next pair.
    Fixed(Fixed),
    /// The next pair's.
    Next(T),
    /// Of the pair at this place among those given, in the place of what was known before.
    Again(usize, T),
}

/// What [`check`] found beside the pairs.
#[derive(Debug, Default)]
pub struct Checked {
    /// Why some pairs could not be analysed.
    pub errors: Vec<Error>,
    /// The files of the glossary with findings about their concepts, as [`Pair::of_glossary`] gives them.
    pub glossary: Vec<(Pair, Analysis)>,
}

/// So many bytes of text are kept with their analyses, so that the pairs need not be read a second time.
const KEPT: usize = 256 << 10;

/// So many pairs are analysed before what is kept of them is gathered, in their order.
const AT_ONCE: usize = 64;

/// What a caller makes of an analysis; it runs on several threads.
type Answer<'a, T> = &'a (dyn Fn(&Pair, &Analysis) -> T + Sync);

/// Analyses the translated pairs among the tasks; `read` makes of each what is worth keeping, `keep` takes it in the
/// order of the tasks. Each file is opened once, and once more where it is fixed.
///
/// `whole` says that the tasks are the whole project, so that a concept found nowhere is an unused one.
pub fn check<T: Send>(
    workspace: &Workspace,
    tasks: &[Task<'_>],
    fixing: Fixing<'_>,
    whole: bool,
    progress: &dyn Progress,
    read: Answer<'_, T>,
    keep: &mut dyn FnMut(Outcome<T>),
) -> Checked {
    progress.begin(Step::Documents, tasks.len() as u64);
    let translated: Vec<&Task<'_>> = tasks.iter().filter(|task| task.paths.translated).collect();
    let mut checked = Checked::default();
    let (mut index, mut known) = (ProjectIndex::default(), Vec::new());
    let room = AtomicUsize::new(if workspace.settings.look_at_project() { KEPT } else { 0 });
    for some in portions(&translated) {
        let originals = Originals::of(some.iter().map(|task| task.paths));
        let results: Vec<Result<Analysed<T>, Error>> = some
            .par_iter()
            .map(|task| {
                let result = analyse(workspace, task, &originals, fixing, read, &room);
                progress.advance(1);
                result
            })
            .collect();
        for (task, result) in some.iter().zip(results) {
            match result {
                Ok(analysed) => {
                    analysed.fixed.into_iter().for_each(|fixed| keep(Outcome::Fixed(fixed)));
                    keep(Outcome::Next(analysed.answer));
                    index.set(known.len(), &analysed.summary);
                    known.push(Known { task, kept: analysed.kept });
                }
                Err(error) => checked.errors.push(error),
            }
        }
    }
    progress.end();
    if workspace.settings.look_at_project() {
        look_across(workspace, &known, &index, read, keep, &mut checked.errors);
        if whole && checked.errors.is_empty() {
            checked.glossary = unused_concepts(workspace, &index);
        }
    }
    checked
}

/// Analyses again the pairs in which something is unusual beside the others.
fn look_across<T: Send>(
    workspace: &Workspace,
    known: &[Known<'_>],
    index: &ProjectIndex,
    read: Answer<'_, T>,
    keep: &mut dyn FnMut(Outcome<T>),
    errors: &mut Vec<Error>,
) {
    let suspects = index.inconsistencies();
    let mut asked: BTreeMap<usize, Vec<&Majority>> = BTreeMap::new();
    for usual in suspects.values().flatten().filter_map(Inconsistency::majority) {
        asked.entry(usual.pair).or_default().push(usual);
    }
    let homes: Vec<(usize, Vec<&Majority>)> = asked.into_iter().collect();
    let told: Vec<Result<Shown<'_>, Error>> =
        homes.par_iter().map(|(at, asked)| shown(workspace, &known[*at], asked)).collect();
    let mut shown: Shown<'_> = HashMap::new();
    for told in told {
        match told {
            Ok(told) => shown.extend(told),
            Err(error) => errors.push(error),
        }
    }
    let unusual: Vec<(&usize, &Vec<Inconsistency>)> = suspects.iter().collect();
    for some in unusual.chunks(AT_ONCE) {
        let again: Vec<Result<T, Error>> =
            some.par_iter().map(|(at, here)| reanalyse(workspace, &known[**at], here, &shown, read)).collect();
        for ((at, _), result) in some.iter().zip(again) {
            match result {
                Ok(document) => keep(Outcome::Again(**at, document)),
                Err(error) => errors.push(error),
            }
        }
    }
}

/// For each usual unit the name of its pair and the beginning of its translation.
type Shown<'a> = HashMap<&'a Majority, (String, String)>;

/// Looks up usual units in their pair.
fn shown<'a>(workspace: &Workspace, known: &Known<'_>, asked: &[&'a Majority]) -> Result<Shown<'a>, Error> {
    let read = known.read(workspace)?;
    let summary = summarise(workspace, &read.pair, &read.analysis);
    let told = |usual: &&'a Majority| Some((*usual, (known.task.paths.translation.clone(), usual.excerpt(&summary)?)));
    Ok(asked.iter().filter_map(told).collect())
}

/// What the rules across documents need to know of a pair; nothing where all of them are off.
pub fn summarise(workspace: &Workspace, pair: &Pair, analysis: &Analysis) -> Summary {
    if !workspace.settings.look_at_project() {
        return Summary::default();
    }
    let stems = Stems::of(&pair.source_language);
    analysis::summarise(pair, analysis, &|word| root(&stems, word))
}

/// What comes of a task.
struct Analysed<T> {
    fixed: Option<Fixed>,
    /// What the caller made of the analysis.
    answer: T,
    /// What the others must know.
    summary: Summary,
    /// The pair, while there is room.
    kept: Option<PairAnalysis>,
}

/// A task that was done, with what was read for it while there was room.
struct Known<'a> {
    task: &'a Task<'a>,
    kept: Option<PairAnalysis>,
}

impl Known<'_> {
    /// What was kept; else the pair is read a second time.
    fn read(&self, workspace: &Workspace) -> Result<Cow<'_, PairAnalysis>, Error> {
        if let Some(kept) = &self.kept {
            return Ok(Cow::Borrowed(kept));
        }
        let pair = workspace.load(self.task.paths)?;
        let analysis = analysed(workspace, self.task, &pair)?;
        Ok(Cow::Owned(PairAnalysis { pair, analysis }))
    }
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

/// The analysis of a pair, with what changed in its original since the task's revision.
fn analysed(workspace: &Workspace, task: &Task<'_>, pair: &Pair) -> Result<Analysis, Error> {
    let analysis = workspace.analyse(pair);
    let Some(revision) = task.rewritten else { return Ok(analysis) };
    let findings = unaccepted_since(workspace, pair, &analysis, revision)?;
    Ok(analysis::with_project_findings(pair, analysis, &workspace.settings, findings))
}

fn analyse<T>(
    workspace: &Workspace,
    task: &Task<'_>,
    originals: &Originals<'_>,
    fixing: Fixing<'_>,
    answer: Answer<'_, T>,
    room: &AtomicUsize,
) -> Result<Analysed<T>, Error> {
    let mut pair = workspace.load_with(task.paths, originals.take(&workspace.project, &task.paths.original)?)?;
    let mut analysis = analysed(workspace, task, &pair)?;
    let mut made = None;
    if let Some((fixed, now)) = fix(workspace, fixing, &pair, &about(task, &analysis))? {
        if matches!(fixing, Fixing::Yes(_)) {
            pair = now;
            analysis = analysed(workspace, task, &pair)?;
        }
        made = Some(fixed);
    }
    let summary = summarise(workspace, &pair, &analysis);
    let given = answer(&pair, &about(task, &analysis));
    let size = pair.source.text.len() + pair.target.text.len();
    let taken = room.fetch_update(Ordering::Relaxed, Ordering::Relaxed, |room| room.checked_sub(size));
    Ok(Analysed { fixed: made, answer: given, summary, kept: taken.is_ok().then_some(PairAnalysis { pair, analysis }) })
}

fn reanalyse<T>(
    workspace: &Workspace,
    known: &Known<'_>,
    suspects: &[Inconsistency],
    shown: &Shown<'_>,
    answer: Answer<'_, T>,
) -> Result<T, Error> {
    let PairAnalysis { pair, analysis } = known.read(workspace)?.into_owned();
    let summary = summarise(workspace, &pair, &analysis);
    let findings = analysis::project_findings(suspects, &summary, &|usual| shown.get(usual).cloned());
    let analysis = analysis::with_project_findings(&pair, analysis, &workspace.settings, findings);
    Ok(answer(&pair, &about(known.task, &analysis)))
}

/// The analysis with the findings about the task's concepts alone, where it names some.
fn about<'a>(task: &Task<'_>, analysis: &'a Analysis) -> Cow<'a, Analysis> {
    let Some(concepts) = task.concepts else { return Cow::Borrowed(analysis) };
    let mut analysis = analysis.clone();
    let concept = |finding: &Finding| finding.facts.iter().find(|(name, _)| *name == "concept").cloned();
    analysis.findings.retain(|diagnostic| match concept(&diagnostic.finding) {
        Some((_, Fact::Text(concept))) => concepts.contains(&concept),
        _ => false,
    });
    Cow::Owned(analysis)
}

/// The stem of a stem, until nothing more comes off: «Ермекова» loses its case first, then its «-ов», and only so
/// meets «Ермеков».
fn root(stems: &Stems, word: &str) -> String {
    let mut root = word.to_owned();
    loop {
        let next = stems.stem(&root).into_owned();
        if next.len() >= root.len() {
            return root;
        }
        root = next;
    }
}

#[cfg(test)]
mod tests {
    use super::super::Silent;
    use super::*;
    use crate::project::Project;

    #[test]
    fn the_forms_of_a_name_have_one_root() {
        let stems = Stems::of(&"ru".parse().unwrap());
        let roots = ["байтурсынов", "байтурсынова", "байтурсыновым"].map(|word| root(&stems, word));
        assert!(roots.iter().all(|other| *other == roots[0]), "{roots:?}");
    }

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
        let checked = check(&workspace, &tasks, Fixing::No, true, &Silent, &rules, &mut |outcome| match outcome {
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
