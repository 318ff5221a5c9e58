//! Texts that go from one document to another, and what is opened for them.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use super::{Fixing, Outcome, Silent, Task, Workspace, check};
use crate::project::Counting;
use crate::units::{Accepted, Units};

const SECTION: [&str; 2] = ["Мост построили в начале века.", "The bridge was built early in the century."];
const OTHER: [&str; 2] = ["Река здесь широкая.", "The river is wide here."];

/// A name, the paragraphs of both sides, and those that were accepted.
type Document<'a> = (&'a str, &'a [[&'a str; 2]], &'a [[&'a str; 2]]);

fn project(documents: &[Document<'_>]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let write = |path: String, text: String| {
        let path = folder.path().join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    };
    for (name, paragraphs, accepted) in documents {
        let text = |side: usize| paragraphs.iter().map(|pair| format!("{}\n\n", pair[side])).collect::<String>();
        write(format!("originals/{name}.md"), text(0));
        write(format!("translations/en/{name}.md"), text(1));
        let unit = |pair: &[&str; 2]| Accepted { source: vec![pair[0].to_owned()], target: vec![pair[1].to_owned()] };
        let units = Units { accepted: accepted.iter().map(unit).collect(), ..Units::default() };
        if !accepted.is_empty() {
            write(format!("translations/en/{name}.units.toml"), units.write_over(""));
        }
    }
    folder
}

/// Checks the whole project; by translation how many units came from other documents, and how often each file was opened.
fn checked(folder: &Path) -> (BTreeMap<String, usize>, BTreeMap<String, usize>) {
    let (project, files) = Counting::project(folder);
    let files: Arc<Counting> = files;
    let workspace = Workspace::open(project, &Silent).unwrap();
    let tasks: Vec<Task<'_>> = workspace.listing.pairs.iter().map(Task::of).collect();
    let mut carried = BTreeMap::new();
    let told = check(
        &workspace,
        &tasks,
        Fixing::No,
        true,
        &Silent,
        super::Answers::new(&|pair: &crate::units::Pair, _: &crate::analysis::Analysis| {
            (pair.paths.translation.clone(), pair.carried)
        }),
        &mut |outcome| {
            if let Outcome::Next((path, count)) | Outcome::Again(_, (path, count)) = outcome {
                carried.insert(path, count);
            }
        },
    );
    assert!(told.errors.is_empty(), "{:?}", told.errors);
    (carried, files.take())
}

fn came(carried: &BTreeMap<String, usize>) -> Vec<&str> {
    carried.iter().filter(|(_, count)| **count > 0).map(|(path, _)| path.as_str()).collect()
}

#[test]
fn a_section_that_moved_to_another_document_stays_accepted() {
    let folder = project(&[
        ("a", &[OTHER], &[OTHER, SECTION]),
        ("b", &[["Начало.", "The beginning."], SECTION], &[]),
        ("c", &[["Конец.", "The end."]], &[["Конец.", "The end."]]),
    ]);
    let (carried, opened) = checked(folder.path());
    assert_eq!(came(&carried), ["translations/en/b.md"]);
    // Each document is read once more for its paragraphs, and the one that the text came to for its places.
    assert!(opened.values().all(|times| *times <= 3), "{opened:?}");
}

#[test]
fn one_gone_unit_accepts_one_place_the_first() {
    let folder = project(&[("a", &[OTHER], &[OTHER, SECTION]), ("b", &[SECTION], &[]), ("c", &[SECTION], &[])]);
    assert_eq!(came(&checked(folder.path()).0), ["translations/en/b.md"]);
}

#[test]
fn a_text_that_is_still_at_its_place_accepts_nothing_elsewhere() {
    let folder = project(&[("a", &[OTHER, SECTION], &[OTHER, SECTION]), ("b", &[SECTION], &[])]);
    let (carried, opened) = checked(folder.path());
    assert!(came(&carried).is_empty());
    assert!(opened.values().all(|times| *times <= 2), "{opened:?}");
}

#[test]
fn a_unit_that_is_gone_and_nowhere_else_is_no_reason_to_open_others() {
    let folder = project(&[
        ("a", &[OTHER], &[OTHER, SECTION]),
        ("b", &[["Начало.", "The beginning."]], &[]),
        ("c", &[["Конец.", "The end."]], &[["Конец.", "The end."]]),
    ]);
    let (carried, opened) = checked(folder.path());
    assert!(came(&carried).is_empty());
    assert!(opened.values().all(|times| *times == 1), "{opened:?}");
}

#[test]
fn a_second_copy_of_an_accepted_text_takes_what_came() {
    let folder = project(&[("a", &[OTHER], &[OTHER, SECTION]), ("b", &[SECTION, SECTION], &[SECTION])]);
    assert_eq!(checked(folder.path()).0["translations/en/b.md"], 1);
}
