//! The program over real files and real git: what it says about a change needs no history.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

const ORIGINAL: &str = "# Мост через Иртыш\n\nМост построили в 1904 году. Он стоит до сих пор,\nи по нему ходят поезда.\n\n\
Инженер Чернов приехал сюда весной и выбрал место, где берег высокий.\n\nРабочие жили в палатках до первых морозов.\n\n\
Сегодня о строителях напоминает табличка у входа на станцию.\n";
const TRANSLATION: &str = "# The Bridge over the Irtysh\n\nThe bridge was built in 1904. It still stands,\nand trains run across \
it.\n\nThe engineer Chernov came here in spring and chose a place where the bank is high.\n\nThe workers lived in tents until \
the first frosts.\n\nToday a plaque at the entrance of the station recalls the builders.\n";
const A: &str = "originals/a.md";
const EN: &str = "translations/en/a.md";
const UNITS: &str = "translations/en/a.units.toml";

/// A project with everything accepted.
fn project() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let root = folder.path();
    for (path, text) in [(A, ORIGINAL), (EN, TRANSLATION)] {
        fs::create_dir_all(root.join(path).parent().expect("a folder")).expect("made");
        fs::write(root.join(path), text).expect("written");
    }
    said(root, &["accept", "--all"]);
    folder
}

fn tolmach(root: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_tolmach"))
        .current_dir(root)
        .args(["--quiet", "--interface-language", "en", "--color", "never"])
        .args(arguments)
        .env("COLUMNS", "100")
        .output()
        .expect("tolmach runs")
}

fn said(root: &Path, arguments: &[&str]) -> String {
    let output = tolmach(root, arguments);
    assert!(output.status.code() == Some(0), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("UTF-8")
}

fn git(root: &Path, arguments: &[&str]) -> bool {
    let output = Command::new("git")
        .current_dir(root)
        .args(["-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false"])
        .args(["-c", "protocol.file.allow=always"])
        .args(arguments)
        .env("GIT_CONFIG_GLOBAL", "/dev/null")
        .env("GIT_CONFIG_NOSYSTEM", "1")
        .output()
        .expect("git runs");
    output.status.success()
}

fn commit(root: &Path, message: &str) {
    assert!(git(root, &["add", "-A"]) && git(root, &["commit", "-q", "--allow-empty", "-m", message]));
}

fn change(root: &Path, path: &str, was: &str, now: &str) {
    let text = fs::read_to_string(root.join(path)).expect("the file");
    assert!(text.contains(was), "{path} has no {was}");
    fs::write(root.join(path), text.replacen(was, now, 1)).expect("written");
}

const CHANGED: &str = "originals/a.md → translations/en/a.md

The original changed; the translation must follow
  originals/a.md:3
    Мост построили в [-1904-]{+1905+} году. Он стоит до сих пор, и по нему ходят поезда.
  translations/en/a.md:3
    The bridge was built in 1904. It still stands, and trains run across it.

1 unit changed.
";

#[test]
fn a_changed_word_is_shown_with_the_paragraph_that_must_follow() {
    let folder = project();
    assert_eq!(said(folder.path(), &["diff"]), "Nothing changed.\n");
    change(folder.path(), A, "1904", "1905");
    assert_eq!(said(folder.path(), &["diff"]), CHANGED);
    said(folder.path(), &["accept", "originals/a.md:3"]);
    assert_eq!(said(folder.path(), &["diff"]), "Nothing changed.\n");
}

#[test]
fn rewrapping_makes_nothing_stale() {
    let folder = project();
    change(folder.path(), A, "пор,\nи по", "пор, и\nпо");
    change(folder.path(), EN, "stands,\nand", "stands, and");
    assert_eq!(said(folder.path(), &["diff"]), "Nothing changed.\n");
}

#[test]
fn a_typo_mended_in_the_translation_hides_no_change_of_the_original() {
    let folder = project();
    change(folder.path(), A, "1904", "1905");
    change(folder.path(), EN, "It still stands", "It is still standing");
    let shown = said(folder.path(), &["diff"]);
    assert!(shown.starts_with("originals/a.md → translations/en/a.md\n\nBoth changed\n"), "{shown}");
    assert!(shown.contains("[-1904-]{+1905+}"), "{shown}");
    assert!(shown.contains("It {+is +}still [-stands-]{+standing+}"), "{shown}");
}

#[test]
fn what_is_left_of_two_units_is_not_taken_for_one() {
    let folder = project();
    change(folder.path(), A, "Рабочие жили в палатках до первых морозов.\n\n", "");
    change(
        folder.path(),
        EN,
        "The engineer Chernov came here in spring and chose a place where the bank is high.\n\n",
        "",
    );
    let output = tolmach(folder.path(), &["check"]);
    let shown = String::from_utf8_lossy(&output.stdout).into_owned();
    assert_eq!(output.status.code(), Some(1), "{shown}");
    assert!(shown.contains("error[missing-translation]") && shown.contains("warning[extra-translation]"), "{shown}");
    assert!(said(folder.path(), &["diff"]).contains("originals/a.md removed\n"));
}

#[test]
fn neither_a_missing_nor_a_shallow_history_changes_the_answer() {
    let folder = project();
    let root = folder.path().join("work");
    fs::create_dir(&root).expect("made");
    for path in ["originals", "translations"] {
        fs::rename(folder.path().join(path), root.join(path)).expect("moved");
    }
    assert!(git(&root, &["init", "-q"]));
    commit(&root, "one");
    change(&root, A, "1904", "1905");
    commit(&root, "two");
    let answers = |root: &Path| {
        [vec!["diff"], vec!["diff", "--format", "json"], vec!["check"], vec!["status"]]
            .map(|arguments| tolmach(root, &arguments))
    };
    let whole = answers(&root);
    assert_eq!(String::from_utf8_lossy(&whole[0].stdout), CHANGED);
    let from = format!("file://{}", root.display());
    assert!(git(folder.path(), &["clone", "-q", "--depth", "1", &from, "shallow"]));
    fs::remove_dir_all(root.join(".git")).expect("removed");
    assert_eq!(answers(&root), whole);
    assert_eq!(answers(&folder.path().join("shallow")), whole);
}

#[test]
fn since_shows_the_change_against_a_revision() {
    let folder = project();
    let root = folder.path();
    fs::remove_file(root.join(UNITS)).expect("removed");
    assert!(git(root, &["init", "-q"]));
    commit(root, "one");
    assert_eq!(said(root, &["diff", "--since", "HEAD"]), "Nothing changed.\n");
    change(root, A, "1904", "1905");
    commit(root, "two");
    assert_eq!(said(root, &["diff", "--since", "HEAD"]), "Nothing changed.\n");
    assert_eq!(said(root, &["diff", "--since", "HEAD~1"]), CHANGED);
    let output = tolmach(root, &["diff", "--since", "nowhere"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("nowhere: no such revision"));
}

#[test]
fn acceptance_follows_a_renamed_document() {
    let folder = project();
    said(folder.path(), &["mv", A, "originals/deep/b.md"]);
    assert_eq!(said(folder.path(), &["diff"]), "Nothing changed.\n");
    assert!(folder.path().join("translations/en/deep/b.units.toml").is_file());
    assert!(!folder.path().join(A).exists() && !folder.path().join(UNITS).exists());
}

#[test]
fn git_merges_neighbours_through_the_driver() {
    let folder = project();
    let root = folder.path();
    said(root, &["forget", "--all"]);
    assert!(git(root, &["init", "-q", "-b", "main"]));
    fs::write(root.join(".gitattributes"), "*.units.toml merge=tolmach\n").expect("written");
    commit(root, "base");
    for (branch, place) in [("theirs", "originals/a.md:6"), ("ours", "originals/a.md:8")] {
        assert!(git(root, &["checkout", "-q", "-b", branch, "main"]));
        said(root, &["accept", place]);
        commit(root, branch);
    }
    let driver = format!("merge.tolmach.driver={} resolve --driver %O %A %B", env!("CARGO_BIN_EXE_tolmach"));
    assert!(git(root, &["-c", &driver, "merge", "-q", "theirs", "-m", "merge"]));
    assert_eq!(said(root, &["accept", "--all"]), "translations/en/a.units.toml: recorded 3, as before 2\n");
}

#[test]
fn what_git_leaves_in_conflict_is_resolved_by_unit() {
    let folder = project();
    let root = folder.path();
    // Both begin the units file: git has no version that both came from.
    fs::remove_file(root.join(UNITS)).expect("a units file");
    assert!(git(root, &["init", "-q", "-b", "main"]));
    commit(root, "base");
    for (branch, place) in [("theirs", "originals/a.md:6"), ("ours", "originals/a.md:8")] {
        assert!(git(root, &["checkout", "-q", "-b", branch, "main"]));
        said(root, &["accept", place]);
        commit(root, branch);
    }
    assert!(!git(root, &["merge", "-q", "theirs", "-m", "merge"]));
    let output = tolmach(root, &["check"]);
    assert_eq!(output.status.code(), Some(2));
    let complaint = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(complaint.contains("translations/en/a.units.toml:"), "{complaint}");
    assert!(complaint.contains(": an unresolved merge conflict"), "{complaint}");
    assert_eq!(said(root, &["resolve", UNITS]), "translations/en/a.units.toml: 1 and 1 units made 2\n");
    assert_eq!(said(root, &["accept", "--all"]), "translations/en/a.units.toml: recorded 3, as before 2\n");
}

#[test]
fn a_code_block_is_accepted_by_its_line() {
    let folder = tempfile::tempdir().expect("a folder");
    let root = folder.path();
    let text = |paragraph: &str, first: &str, second: &str| {
        format!("{paragraph}\n\n```sh\nrun {first}\n```\n\n{paragraph}\n\n```sh\nstop {second}\n```\n")
    };
    for (path, paragraph) in [(A, "Мост построили весной."), (EN, "The bridge was built in spring.")]
    {
        fs::create_dir_all(root.join(path).parent().expect("a folder")).expect("made");
        fs::write(root.join(path), text(paragraph, "--old", "--old")).expect("written");
    }
    said(root, &["accept", "--all"]);
    fs::write(root.join(A), text("Мост построили весной.", "--new", "--new")).expect("written");
    fs::write(root.join(EN), text("The bridge was built in spring.", "--own", "--old")).expect("written");
    let shown = said(root, &["accept", "translations/en/a.md:4"]);
    assert!(shown.starts_with("originals/a.md:3 ↔ translations/en/a.md:3  run --own\n"), "{shown}");
    let left = said(root, &["diff"]);
    assert!(
        !left.contains("run") && left.contains("stop --[-old-]{+new+}") && left.contains("1 unit changed"),
        "{left}"
    );
    // A line on which nothing stands is still refused.
    let nothing = tolmach(root, &["accept", "translations/en/a.md:6"]);
    assert_eq!(nothing.status.code(), Some(2));
}

#[test]
fn a_code_block_that_only_the_original_has_is_not_accepted() {
    let folder = project();
    let root = folder.path();
    change(root, A, "Рабочие", "```sh\nrun\n```\n\nРабочие");
    assert_eq!(tolmach(root, &["accept", "originals/a.md:9"]).status.code(), Some(2));
}
