//! A project that reaches out of itself, or that cannot be read: said, and nothing is written.
#![cfg(unix)]

use std::fs;
use std::os::unix::fs::symlink;
use std::path::Path;
use std::process::{Command, Output};

fn tolmach(root: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_tolmach"))
        .args(arguments)
        .current_dir(root)
        .envs([("LC_ALL", "C.UTF-8"), ("NO_COLOR", "1")])
        .output()
        .expect("the program runs")
}

fn project() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a writable folder");
    fs::create_dir_all(folder.path().join("originals")).expect("a writable folder");
    fs::create_dir_all(folder.path().join("translations/en")).expect("a writable folder");
    fs::write(folder.path().join("originals/a.md"), "Мост открыт.\n").expect("a writable folder");
    fs::write(folder.path().join("translations/en/a.md"), "The bridge is open.\n").expect("a writable folder");
    folder
}

fn complaint(output: &Output) -> String {
    assert_eq!(output.status.code(), Some(2), "{output:?}");
    String::from_utf8(output.stderr.clone()).expect("complaints are UTF-8")
}

#[test]
fn a_symlink_that_leads_out_is_named_and_not_read() {
    let folder = project();
    let outside = tempfile::tempdir().unwrap();
    fs::write(outside.path().join("secret.md"), "Тайна.\n").unwrap();
    symlink(outside.path().join("secret.md"), folder.path().join("originals/b.md")).unwrap();
    let said = complaint(&tolmach(folder.path(), &["check"]));
    assert!(said.contains("originals/b.md: the path leads out of the project"), "{said}");
}

#[test]
fn an_accepted_unit_is_not_written_through_a_symlink() {
    let folder = project();
    let outside = tempfile::tempdir().unwrap();
    let units = outside.path().join("units.toml");
    fs::write(&units, "format = 1\n").unwrap();
    symlink(&units, folder.path().join("translations/en/a.units.toml")).unwrap();
    complaint(&tolmach(folder.path(), &["accept", "--all"]));
    assert_eq!(fs::read_to_string(units).unwrap(), "format = 1\n");
}

#[test]
fn a_path_out_of_the_project_is_refused() {
    let folder = project();
    let said = complaint(&tolmach(folder.path(), &["check", "../a.md"]));
    assert!(said.contains("the path leads out of the project"), "{said}");
}

#[test]
fn a_folder_in_the_place_of_a_file_is_said() {
    let folder = project();
    fs::create_dir(folder.path().join("translations/en/a.units.toml")).unwrap();
    let said = complaint(&tolmach(folder.path(), &["check"]));
    assert!(said.contains("translations/en/a.units.toml"), "{said}");
}

/// Two projects below a folder that is none, and the glossary that only the second has.
fn two_projects() -> tempfile::TempDir {
    let top = tempfile::tempdir().expect("a writable folder");
    for (name, translation) in [("guide", "The bridge is open.\n"), ("services/api", "The bridge costs 7 tenge.\n")] {
        for (path, text) in [("originals/a.md", "Мост открыт.\n"), ("translations/en/a.md", translation)] {
            let path = top.path().join(name).join(path);
            fs::create_dir_all(path.parent().expect("a folder")).expect("a writable folder");
            fs::write(path, text).expect("a writable folder");
        }
        fs::write(top.path().join(name).join("tolmach.toml"), "").expect("a writable folder");
    }
    top
}

#[test]
fn paths_named_above_several_projects_are_checked_each_in_its_own() {
    let top = two_projects();
    let named = ["check", "guide/originals/a.md", "services/api/translations/en/a.md", "--fail-on", "info"];
    let output = tolmach(top.path(), &named);
    let (out, err) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert_eq!(output.status.code(), Some(1), "{out}{err}");
    assert!(err.contains("Project guide:") && err.contains("Project services/api:"), "{err}");
    assert_eq!(out.matches("Checked 1 translation").count(), 2, "{out}");
    assert!(out.contains("number"), "the number that only one translation has is found: {out}");

    let output = tolmach(top.path(), &named[..2]);
    assert_eq!(output.status.code(), Some(0), "one path, one project: {output:?}");
}

#[test]
fn a_removed_path_still_names_its_project() {
    let top = two_projects();
    fs::remove_file(top.path().join("guide/translations/en/a.md")).expect("a file");
    let said = complaint(&tolmach(top.path(), &["check", "guide/translations/en/a.md"]));
    assert!(said.contains("Project guide:"), "{said}");
}

#[test]
fn one_answer_for_several_projects_is_refused() {
    let top = two_projects();
    let named = ["check", "guide/originals", "services/api/originals", "--format", "json"];
    let said = complaint(&tolmach(top.path(), &named));
    assert!(said.contains("the paths belong to 2 projects"), "{said}");
}

#[test]
fn a_broken_project_does_not_hide_the_others() {
    let top = two_projects();
    fs::write(top.path().join("guide/tolmach.toml"), "broken").expect("a writable folder");
    let output = tolmach(top.path(), &["check", "guide/originals", "services/api/originals"]);
    let out = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(complaint(&output).contains("tolmach.toml:1"), "{output:?}");
    assert!(out.contains("Checked 1 translation"), "{out}");
}
