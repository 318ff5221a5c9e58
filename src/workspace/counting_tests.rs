//! How often files are opened and pairs are analysed.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;

use super::{Analyses, Answers, Evidence, Fixed, Fixing, Outcome, Silent, Task, Updated, Workspace, check};
use crate::project::{Counting, Disk, Overlay, Project};
use crate::rules::Finding;

/// A copy of the demo: the folders at the top of the repository.
fn demo() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for name in ["originals", "translations", "glossary"] {
        let from = Path::new(env!("CARGO_MANIFEST_DIR")).join(name);
        for entry in walkdir::WalkDir::new(&from).into_iter().map(Result::unwrap) {
            let to = folder.path().join(name).join(entry.path().strip_prefix(&from).unwrap());
            match entry.file_type().is_dir() {
                true => std::fs::create_dir_all(to).unwrap(),
                false => drop(std::fs::copy(entry.path(), to).unwrap()),
            }
        }
    }
    folder
}

/// Checks the whole project; the fixes, how often each file was opened, the pairs and their analyses.
fn checked(folder: &Path, fix: bool) -> (Vec<Fixed>, BTreeMap<String, usize>, usize, usize) {
    let (project, files) = Counting::project(folder);
    let workspace = Workspace::open(project, &Silent).unwrap();
    let lock = workspace.project.lock(|| ()).unwrap();
    let fixing = if fix { Fixing::Yes(&lock) } else { Fixing::No };
    let tasks: Vec<Task<'_>> = workspace.listing.pairs.iter().map(Task::of).collect();
    let mut fixes = Vec::new();
    let checked = check(&workspace, &tasks, fixing, true, &Silent, Answers::new(&|_, _| ()), &mut |outcome| {
        if let Outcome::Fixed(fixed) = outcome {
            fixes.push(fixed);
        }
    });
    assert!(checked.errors.is_empty(), "{:?}", checked.errors);
    let translated = tasks.iter().filter(|task| task.paths.translated).count();
    (fixes, files.take(), translated, workspace.analyses())
}

#[test]
fn check_opens_each_file_once_and_analyses_each_pair_once() {
    let folder = demo();
    let (fixes, opened, pairs, analyses) = checked(folder.path(), false);
    assert!(fixes.is_empty());
    assert!(opened.len() > 12, "{opened:?}");
    assert!(opened.values().all(|times| *times == 1), "{opened:?}");
    assert_eq!(analyses, pairs);
}

#[test]
fn fix_opens_a_second_time_what_it_writes_and_analyses_that_again() {
    let folder = demo();
    let path = folder.path().join("translations/en/interview.md");
    let text = std::fs::read_to_string(&path).unwrap();
    std::fs::write(&path, text.replacen("She works at", "She works  at", 1)).unwrap();
    let (fixes, opened, pairs, analyses) = checked(folder.path(), true);
    assert!(fixes.iter().any(|fixed| fixed.path == "translations/en/interview.md"), "two spaces");
    let written: BTreeSet<&str> = fixes.iter().map(|fixed| fixed.path.as_str()).collect();
    for (path, times) in &opened {
        assert_eq!(*times, 1 + usize::from(written.contains(path.as_str())), "{path}");
    }
    assert_eq!(analyses, pairs + fixes.len());
    for fixed in &fixes {
        assert_eq!(std::fs::read_to_string(folder.path().join(&fixed.path)).unwrap(), fixed.after);
    }
    let (again, ..) = checked(folder.path(), true);
    assert!(again.is_empty(), "{again:?}");
}

/// An open project with texts over its files, and a count below them.
struct Open {
    analyses: Analyses,
    overlay: Arc<Overlay>,
    count: Arc<Counting>,
}

fn all_of(workspace: Workspace) -> Analyses {
    let pairs = workspace.listing.pairs.iter().filter(|paths| paths.translated).cloned().collect();
    Analyses::read(workspace, pairs, true, Evidence::Dropped).unwrap()
}

fn open(folder: &Path) -> Open {
    let count = Arc::new(Counting::new(Arc::new(Disk::open(folder).unwrap())));
    let overlay = Arc::new(Overlay::new(count.clone()));
    let workspace = Workspace::open(Project::on(overlay.clone()).unwrap(), &Silent).unwrap();
    Open { analyses: all_of(workspace), overlay, count }
}

impl Open {
    fn change(&mut self, path: &str, version: i32, text: &str) -> Updated {
        self.count.take();
        self.overlay.set(path, version, text.to_owned());
        self.analyses.update(&BTreeSet::from([path.to_owned()])).unwrap()
    }

    /// The findings of all pairs.
    fn findings(&self) -> Vec<(String, Vec<Finding>)> {
        let all = self.analyses.kept().map(|(_, one)| one).chain(self.analyses.glossary());
        all.map(|one| {
            let findings = one.analysis.findings.iter().map(|diagnostic| diagnostic.finding.clone());
            (one.pair.paths.translation.clone(), findings.collect())
        })
        .collect()
    }

    fn anew(&self) -> Open {
        let count = self.count.clone();
        let workspace = Workspace::open(Project::on(self.overlay.clone()).unwrap(), &Silent).unwrap();
        Open { analyses: all_of(workspace), overlay: self.overlay.clone(), count }
    }
}

#[test]
fn a_changed_text_is_analysed_with_its_pairs_alone_and_nothing_is_read() {
    let folder = demo();
    let mut open = open(folder.path());
    let path = "translations/en/interview.md";
    let before = open.analyses.workspace().analyses();
    let text = std::fs::read_to_string(folder.path().join(path)).unwrap() + "\nAnother 1234 words.\n";
    let Updated::Pairs(pairs) = open.change(path, 1, &text) else { panic!("the project is the same") };
    assert!(open.count.take().is_empty(), "the text is the editor's, and nothing else is read");
    assert_eq!(open.analyses.workspace().analyses(), before + 1);
    assert!(pairs.iter().any(|at| open.analyses.pairs()[*at].translation == path));
    assert_eq!(open.findings(), open.anew().findings());
}

#[test]
fn a_changed_original_is_analysed_with_all_its_translations() {
    let folder = demo();
    let mut open = open(folder.path());
    let before = open.analyses.workspace().analyses();
    let path = "originals/akimat-and-knb.md";
    let text = std::fs::read_to_string(folder.path().join(path)).unwrap() + "\nЕщё 77 слов.\n";
    open.change(path, 1, &text);
    assert!(open.count.take().is_empty());
    assert_eq!(open.analyses.workspace().analyses(), before + 2, "German and English");
    assert_eq!(open.findings(), open.anew().findings());
}

#[test]
fn a_changed_glossary_is_read_alone_and_concerns_the_pairs_with_its_concepts() {
    let folder = demo();
    std::fs::write(folder.path().join("tolmach.toml"), "[rules]\nunused-concept = \"info\"\n").unwrap();
    let mut open = open(folder.path());
    let path = "glossary/society.toml";
    let glossary = std::fs::read_to_string(folder.path().join(path)).unwrap();
    let before = open.analyses.workspace().analyses();
    let unknown = "\n[[concept]]\nid = \"zeppelin\"\n[concept.ru]\npreferred = \"цеппелин\"\n[concept.en]\npreferred = \"zeppelin\"\n";
    open.change(path, 1, &(glossary.clone() + unknown));
    assert!(open.count.take().is_empty());
    assert_eq!(open.analyses.workspace().analyses(), before, "no document has it");
    assert!(open.findings().iter().any(|(file, _)| file == path), "an unused concept");
    assert_eq!(open.findings(), open.anew().findings());
    let other = glossary.replace("preferred = \"Kazakh\"", "preferred = \"Qazaq\"");
    open.change(path, 2, &other);
    assert!(open.count.take().is_empty());
    assert!(open.analyses.workspace().analyses() > before);
    assert_eq!(open.findings(), open.anew().findings());
}

#[test]
fn another_configuration_or_document_is_another_project() {
    let folder = demo();
    let mut open = open(folder.path());
    let before = open.findings();
    assert_eq!(open.change("tolmach.toml", 1, ""), Updated::Project);
    assert_eq!(open.change("originals/new.md", 1, "Новое.\n"), Updated::Project);
    assert_eq!(open.findings(), before);
}

#[test]
fn a_broken_glossary_changes_nothing() {
    let folder = demo();
    let mut open = open(folder.path());
    let before = open.findings();
    open.overlay.set("glossary/society.toml", 1, "[[concept]\n".to_owned());
    let paths = BTreeSet::from(["glossary/society.toml".to_owned()]);
    assert!(open.analyses.update(&paths).is_err());
    assert_eq!(open.findings(), before);
    assert!(open.analyses.workspace().project.files().read("glossary/society.toml").is_ok());
}
