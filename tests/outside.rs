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
