//! What an order of a review reads and analyses again, and that its fixes are those of `check --fix`.

use std::path::Path;
use std::sync::Arc;

use super::{Action, Form, Request, Session};
use crate::i18n::{Locale, Messages};
use crate::project::{Counting, Project};
use crate::workspace::{Fixing, Silent, Task, Workspace, check};

const FILES: [(&str, &str); 7] = [
    (
        "glossary/terms.toml",
        "[[concept]]\nid = \"head\"\n[concept.ru]\npreferred = \"аким\"\n[concept.en]\npreferred = \"akim\"\ndeprecated = [\"mayor\"]\n",
    ),
    ("originals/a.md", "Аким открыл мост в 1905 году.\n\nПотом аким ушёл.\n"),
    ("translations/en/a.md", "The mayor opened the bridge in 1905.\n\nThen the mayor left.\n"),
    ("originals/b.md", "Река замёрзла 7 ноября.\n"),
    ("translations/en/b.md", "The river froze on 8 November.\n"),
    ("originals/c.md", "Приехал аким.\n"),
    ("translations/en/c.md", "The governor came.\n"),
];

fn project() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (path, text) in FILES {
        let path = folder.path().join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }
    folder
}

fn session(folder: &Path) -> (Session, Arc<Counting>) {
    let (project, count) = Counting::project(folder);
    let describe = |error: crate::workspace::Error, _: &Messages| error.to_string();
    let request = Request { paths: Vec::new(), languages: Vec::new(), rules: Vec::new(), describe };
    let session = Session::open(project, Messages::new(Locale::default()), request).unwrap();
    count.take();
    (session, count)
}

/// The places in the list of the open findings of a rule in a translation.
fn places(session: &Session, path: &str, rule: &str) -> Vec<usize> {
    let walk = &session.stage.walk;
    let wanted = |at: &usize| {
        let (sheet, found) = walk.entry(*at).unwrap();
        sheet.pair.paths.translation == path && found.finding.rule == rule
    };
    (0..walk.entries().len()).filter(wanted).collect()
}

#[test]
fn an_action_reads_and_analyses_the_pair_it_touched() {
    let folder = project();
    let (mut session, count) = session(folder.path());
    let before = session.analyses();
    let number = places(&session, "translations/en/b.md", "number-mismatch");
    session.carry_out(&Action::Waive(number, "the old calendar".to_owned()));
    let opened = count.take();
    let others: Vec<&String> = opened.keys().filter(|path| !path.contains("/b.")).collect();
    assert!(others.is_empty(), "{opened:?}");
    assert_eq!(session.analyses(), before + 1, "{:?}", session.stage.note);
    assert!(places(&session, "translations/en/b.md", "number-mismatch").is_empty());
    session.carry_out(&Action::Undo);
    assert!(count.take().keys().all(|path| path.contains("/b.")));
    assert_eq!(session.analyses(), before + 2);
    assert_eq!(places(&session, "translations/en/b.md", "number-mismatch").len(), 1);
}

#[test]
fn a_glossary_change_reads_no_document_and_analyses_those_with_the_concept() {
    let folder = project();
    let (mut session, count) = session(folder.path());
    let before = session.analyses();
    let missing = places(&session, "translations/en/c.md", "term-missing");
    session.carry_out(&Action::Add(missing[0], Form::Admitted, "governor".to_owned()));
    let opened = count.take();
    assert!(opened.keys().all(|path| path.contains("/c.") || path == "glossary/terms.toml"), "{opened:?}");
    assert_eq!(session.analyses(), before + 2, "b has no such word: {:?}", session.stage.note);
    assert!(places(&session, "translations/en/c.md", "term-missing").is_empty());
}

#[test]
fn looking_for_changes_opens_nothing_until_there_is_one() {
    let folder = project();
    let (mut session, count) = session(folder.path());
    session.look();
    count.take();
    assert!(!session.look());
    assert!(count.take().is_empty());
    std::fs::write(folder.path().join("translations/en/b.md"), "The river froze on the 7th of November.\n").unwrap();
    assert!(session.look());
    assert!(count.take().keys().all(|path| path.contains("/b.")));
    assert!(places(&session, "translations/en/b.md", "number-mismatch").is_empty());
}

#[test]
fn the_fixes_of_check_and_those_of_a_review_leave_the_same_text() {
    let (checked, reviewed) = (project(), project());
    let workspace = Workspace::open(Project::open(checked.path()).unwrap(), &Silent).unwrap();
    let lock = workspace.project.lock(|| ()).unwrap();
    let tasks: Vec<Task<'_>> = workspace.listing.pairs.iter().map(Task::of).collect();
    check(
        &workspace,
        &tasks,
        Fixing::Yes(&lock),
        true,
        &Silent,
        crate::workspace::Answers::new(&|_, _| ()),
        &mut |_| (),
    );
    let (mut session, _) = session(reviewed.path());
    let deprecated = places(&session, "translations/en/a.md", "term-deprecated");
    assert_eq!(deprecated.len(), 2);
    session.carry_out(&Action::Fix(deprecated));
    for (path, text) in FILES {
        let [one, other] =
            [&checked, &reviewed].map(|folder| std::fs::read_to_string(folder.path().join(path)).unwrap());
        assert_eq!(one, other, "{path}");
        assert_eq!(one != text, path == "translations/en/a.md", "{path}");
    }
}
