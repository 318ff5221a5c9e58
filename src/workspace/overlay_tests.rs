//! Unsaved texts of an editor count in a check, and nothing is written.

use std::path::Path;
use std::sync::Arc;

use super::{Silent, Workspace};
use crate::project::{Disk, Files, Overlay, Project};

const GLOSSARY: &str =
    "[[concept]]\nid = \"head\"\n[concept.ru]\npreferred = \"аким\"\n[concept.en]\npreferred = \"akim\"\n";
const OTHER_WORD: &str =
    "[[concept]]\nid = \"head\"\n[concept.ru]\npreferred = \"аким\"\n[concept.en]\npreferred = \"governor\"\n";

const FILES: [(&str, &str); 4] = [
    ("tolmach.toml", "source-language = \"ru\"\n"),
    ("glossary/terms.toml", GLOSSARY),
    ("originals/bridge.md", "Мост открыл аким в 1905 году.\n"),
    ("translations/en/bridge.md", "The akim opened the bridge in 1905.\n"),
];

/// A project on disk with texts that are open over it.
fn project() -> (tempfile::TempDir, Arc<Overlay>) {
    let folder = tempfile::tempdir().unwrap();
    for (path, text) in FILES {
        let path = folder.path().join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }
    let overlay = Arc::new(Overlay::new(Arc::new(Disk::open(folder.path()).unwrap())));
    (folder, overlay)
}

/// The rules that fire in the project, opened anew; nothing on disk may have changed.
fn found(folder: &Path, files: &Arc<Overlay>) -> Vec<&'static str> {
    let files: Arc<dyn Files> = files.clone();
    let workspace = Workspace::open(Project::on(files).unwrap(), &Silent).unwrap();
    let mut found = Vec::new();
    for paths in workspace.select(&[], &[]).unwrap() {
        let pair = workspace.load(paths).unwrap();
        found.extend(workspace.analyse(&pair).findings.iter().map(|diagnostic| diagnostic.finding.rule));
    }
    for (path, text) in FILES {
        assert_eq!(std::fs::read_to_string(folder.join(path)).unwrap(), text, "{path}");
    }
    found.retain(|rule| *rule != "unit-unaccepted");
    found
}

#[test]
fn unsaved_texts_count_whatever_file_they_are_of() {
    let (folder, files) = project();
    assert_eq!(found(folder.path(), &files), Vec::<&str>::new());
    let cases: [(&str, &str, &[&str]); 4] = [
        ("translations/en/bridge.md", "The akim opened the bridge in 1904.\n", &["number-mismatch"]),
        ("originals/bridge.md", "Мост открыл аким в 1906 году.\n", &["number-mismatch"]),
        ("glossary/terms.toml", OTHER_WORD, &["term-missing"]),
        ("tolmach.toml", "source-language = \"ru\"\n[rules]\nnumber-mismatch = \"off\"\n", &[]),
    ];
    for (at, (path, text, expected)) in cases.iter().enumerate() {
        files.set(path, 1, (*text).to_owned());
        assert_eq!(found(folder.path(), &files), *expected, "{path}");
        if at == 2 {
            // The last one is about what the first one said.
            files.set("translations/en/bridge.md", 2, cases[0].1.to_owned());
        }
        files.close(path);
    }
    assert_eq!(found(folder.path(), &files), ["number-mismatch"], "the setting is closed, the translation is not");
}

#[test]
fn an_unsaved_new_document_is_checked() {
    let (folder, files) = project();
    files.set("originals/new/ferry.md", 1, "Паром построили в 1900 году.\n".to_owned());
    files.set("translations/en/new/ferry.md", 1, "The ferry was built in 1901.\n".to_owned());
    assert_eq!(found(folder.path(), &files), ["number-mismatch"]);
}
