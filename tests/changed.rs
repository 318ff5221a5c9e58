//! `check --changed-since` looks at what was touched since a revision, and says where there is no such thing.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

fn write(root: &Path, path: &str, text: &str) {
    let path = root.join(path);
    fs::create_dir_all(path.parent().expect("the test's own files and tools")).expect("the test's own files and tools");
    fs::write(path, text).expect("the test's own files and tools");
}

fn git(root: &Path, arguments: &[&str]) {
    let done = Command::new("git")
        .current_dir(root)
        .args(["-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false"])
        .args(arguments)
        .env("GIT_CONFIG_GLOBAL", "/dev/null")
        .output()
        .expect("the test's own files and tools");
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
}

fn check(root: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_tolmach"))
        .current_dir(root)
        .args(["check", "--format", "json"])
        .args(arguments)
        .env("LC_ALL", "C.UTF-8")
        .output()
        .expect("the test's own files and tools")
}

/// (translation, rule) of the findings.
fn found(output: &Output) -> Vec<(String, String)> {
    let answer: serde_json::Value = serde_json::from_slice(&output.stdout).expect("the test's own files and tools");
    let text = |value: &serde_json::Value| value.as_str().expect("the test's own files and tools").to_owned();
    let findings = answer["findings"].as_array().expect("the test's own files and tools");
    findings.iter().map(|finding| (text(&finding["translation"]), text(&finding["rule"]))).collect()
}

const GLOSSARY: &str = "[[concept]]\nid = \"akimat\"\n[concept.ru]\npreferred = \"акимат\"\n[concept.en]\n\
                        preferred = \"akimat\"\nadmitted = [\"city hall\"]\n";

/// Two documents with a wrong number each, committed; the root is a folder of the repository.
fn project() -> (tempfile::TempDir, std::path::PathBuf) {
    let folder = tempfile::tempdir().expect("the test's own files and tools");
    let root = folder.path().join("site");
    write(&root, "tolmach.toml", "source-language = \"ru\"\n");
    write(&root, "glossary/terms.toml", GLOSSARY);
    for name in ["a", "b"] {
        write(&root, &format!("originals/{name}.md"), "Городской акимат открыл новый мост в 1905 году.\n");
        write(&root, &format!("translations/en/{name}.md"), "The city hall opened a new bridge in 1904.\n");
    }
    git(folder.path(), &["init", "-q"]);
    git(folder.path(), &["add", "."]);
    git(folder.path(), &["commit", "-q", "-m", "one"]);
    (folder, root)
}

fn pairs(expected: &[(&str, &str)]) -> Vec<(String, String)> {
    expected.iter().map(|(path, rule)| (format!("translations/en/{path}.md"), (*rule).to_owned())).collect()
}

#[test]
fn only_touched_documents_count() {
    let (_folder, root) = project();
    let since = ["--rule", "number-mismatch", "--changed-since", "HEAD"];
    assert_eq!(found(&check(&root, &since)), []);
    write(&root, "translations/en/b.md", "The city hall opened a new bridge in the year 1904.\n");
    assert_eq!(found(&check(&root, &since)), pairs(&[("b", "number-mismatch")]));
    // Line endings are git's affair, and no change.
    write(&root, "originals/a.md", "Городской акимат открыл новый мост в 1905 году.\r\n");
    assert_eq!(found(&check(&root, &since)), pairs(&[("b", "number-mismatch")]));
    let all = pairs(&[("a", "number-mismatch"), ("b", "number-mismatch")]);
    assert_eq!(found(&check(&root, &since[..2])), all);
    write(&root, "tolmach.toml", "source-language = \"ru\"\n[rules]\nend-mark = \"off\"\n");
    assert_eq!(found(&check(&root, &since)), all);
}

#[test]
fn a_touched_concept_counts_in_untouched_documents() {
    let (_folder, root) = project();
    write(&root, "glossary/terms.toml", &GLOSSARY.replace("admitted", "deprecated"));
    let expected = pairs(&[("a", "term-deprecated"), ("b", "term-deprecated")]);
    assert_eq!(found(&check(&root, &["--changed-since", "HEAD"])), expected);
    // A comment or a line moved is no change of a concept.
    write(&root, "glossary/terms.toml", &format!("# Terms.\n\n{GLOSSARY}"));
    assert_eq!(found(&check(&root, &["--changed-since", "HEAD"])), []);
}

#[test]
fn an_unknown_revision_or_no_repository_is_said() {
    let (folder, root) = project();
    let said = |output: Output| (output.status.code(), String::from_utf8_lossy(&output.stderr).into_owned());
    let (code, text) = said(check(&root, &["--changed-since", "nowhere"]));
    assert!(code == Some(2) && text.starts_with("error: nowhere"), "{text}");
    let (code, text) = said(check(&root, &["--changed-since=--help"]));
    assert!(code == Some(2) && text.starts_with("error: --help"), "{text}");
    fs::remove_dir_all(folder.path().join(".git")).unwrap();
    let (code, text) = said(check(&root, &["--changed-since", "HEAD"]));
    assert!(code == Some(2) && text.contains("git"), "{text}");
}

#[test]
fn an_original_changed_where_nobody_accepted_the_translation() {
    let (_folder, root) = project();
    write(&root, "originals/a.md", "Городской акимат закрыл новый мост в 1905 году.\n");
    let number = pairs(&[("a", "number-mismatch")]);
    let mut expected = number.clone();
    expected.push(("translations/en/a.md".to_owned(), "stale-translation".to_owned()));
    let output = check(&root, &["--changed-since", "HEAD"]);
    let mut told = found(&output);
    told.sort();
    assert_eq!((told, output.status.code()), (expected, Some(1)));
    // Where both sides changed the translator has followed.
    write(&root, "translations/en/a.md", "The city hall closed the new bridge in 1904.\n");
    assert_eq!(found(&check(&root, &["--changed-since", "HEAD"])), number);
    // Looks are no change, and without a revision nothing is compared.
    write(&root, "originals/a.md", "Городской акимат открыл\nновый мост в 1905 году.\n");
    write(&root, "translations/en/a.md", "The city hall opened a new bridge in 1904.\n");
    assert_eq!(found(&check(&root, &["--changed-since", "HEAD"])), number);
}
