//! Two translators accept paragraphs of one document on two branches, and git merges them.

mod simulation;

use std::path::Path;
use std::process::Command;

use tolmach::units::{Accepted, Units, UnitsFault, Waiver};

fn git(folder: &Path, arguments: &[&str]) -> bool {
    let output = Command::new("git")
        .current_dir(folder)
        .args(["-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false"])
        .args(arguments)
        .env("GIT_CONFIG_GLOBAL", "/dev/null")
        .env("GIT_CONFIG_NOSYSTEM", "1")
        .output()
        .expect("git runs");
    output.status.success()
}

const FILE: &str = "translations/en/a.units.toml";

/// A repository whose main branch has the units `base`, and branches `ours` and `theirs` from it.
fn branches(base: &Units, ours: &Units, theirs: &Units) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let root = folder.path();
    std::fs::create_dir_all(root.join("translations/en")).expect("a folder");
    let start = base.write_over("");
    let commit = |text: &str, branch: &str| {
        std::fs::write(root.join(FILE), text).expect("written");
        assert!(git(root, &["add", "."]) && git(root, &["commit", "-q", "--allow-empty", "-m", branch]));
    };
    assert!(git(root, &["init", "-q", "-b", "main"]));
    commit(&start, "base");
    for (branch, units) in [("theirs", theirs), ("ours", ours)] {
        assert!(git(root, &["checkout", "-q", "-b", branch, "main"]));
        commit(&units.write_over(&start), branch);
    }
    folder
}

fn unit(at: usize, version: &str) -> Accepted {
    let target = format!("Paragraph {at}{version}.\nIts \"second\" line.");
    Accepted { source: vec![format!("Абзац {at}.\nЕго «вторая» строка.")], target: vec![target] }
}

fn units(list: impl IntoIterator<Item = Accepted>) -> Units {
    Units { accepted: list.into_iter().collect(), ..Units::default() }
}

fn merged(folder: &tempfile::TempDir) -> Result<Units, UnitsFault> {
    Units::read(&std::fs::read_to_string(folder.path().join(FILE)).expect("the file"))
}

#[test]
fn units_accepted_in_different_places_merge() {
    let base = units([0, 3, 6, 9].map(|at| unit(at, "")));
    let ours = units([0, 1, 2, 3, 6, 9].map(|at| unit(at, "")));
    let theirs = units([0, 3, 6, 7, 8, 9, 10].map(|at| unit(at, "")));
    let folder = branches(&base, &ours, &theirs);
    assert!(git(folder.path(), &["merge", "-q", "theirs", "-m", "merge"]));
    assert_eq!(merged(&folder).unwrap(), units([0, 1, 2, 3, 6, 7, 8, 9, 10].map(|at| unit(at, ""))));
}

#[test]
fn neighbours_changed_on_two_branches_merge() {
    let base = units((0..8).map(|at| unit(at, "")));
    let change = |changed: &[usize]| units((0..8).map(|at| unit(at, if changed.contains(&at) { "!" } else { "" })));
    let folder = branches(&base, &change(&[0, 2, 4]), &change(&[1, 3, 7]));
    assert!(git(folder.path(), &["merge", "-q", "theirs", "-m", "merge"]));
    assert_eq!(merged(&folder).unwrap(), change(&[0, 1, 2, 3, 4, 7]));
}

#[test]
fn one_branch_forgets_what_the_other_has_beside_its_new_unit() {
    let base = units((0..8).map(|at| unit(at, "")));
    let ours = units((0..8).filter(|at| *at != 2).map(|at| unit(at, "")));
    let theirs = units((0..9).map(|at| unit(at, if at == 5 { "!" } else { "" })));
    let folder = branches(&base, &ours, &theirs);
    assert!(git(folder.path(), &["merge", "-q", "theirs", "-m", "merge"]));
    let wanted = units((0..9).filter(|at| *at != 2).map(|at| unit(at, if at == 5 { "!" } else { "" })));
    assert_eq!(merged(&folder).unwrap(), wanted);
}

#[test]
fn a_waiver_here_and_a_unit_there_merge() {
    let base = units((0..3).map(|at| unit(at, "")));
    let waiver = Waiver {
        rule: "end-mark".into(),
        finding: None,
        reason: "as spoken".into(),
        source: unit(1, "").source,
        target: unit(1, "").target,
    };
    let ours = base.waive(waiver);
    let theirs = units((0..3).map(|at| unit(at, if at == 0 { "!" } else { "" })));
    let folder = branches(&base, &ours, &theirs);
    assert!(git(folder.path(), &["merge", "-q", "theirs", "-m", "merge"]));
    assert_eq!(merged(&folder).unwrap(), Units { waivers: ours.waivers, ..theirs });
}

#[test]
fn one_unit_changed_on_both_branches_is_a_conflict_and_no_mixture() {
    let base = units((0..3).map(|at| unit(at, "")));
    let change = |version: &str| units((0..3).map(|at| unit(at, if at == 1 { version } else { "" })));
    let folder = branches(&base, &change(" (ours)"), &change(" (theirs)"));
    assert!(!git(folder.path(), &["merge", "-q", "theirs", "-m", "merge"]));
    assert!(matches!(merged(&folder), Err(UnitsFault::ConflictMarker { line } ) if line > 3));
}
