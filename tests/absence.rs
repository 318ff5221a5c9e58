//! What is missing is said, acceptance follows the texts, and comments for the translator are not accepted with them.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

const A: &str = "originals/a.md";
const EN: &str = "translations/en/a.md";
const UNITS: &str = "translations/en/a.units.toml";

const ORIGINAL: &str =
    "Мост построили весной.\n\nРека здесь широкая и быстрая.\n\nЛодки стоят у берега.\n\nДорога идёт в город.\n";
const TRANSLATION: &str = "The bridge was built in spring.\n\nThe river is wide and quick here.\n\nThe boats lie at the bank.\n\nThe road leads to the town.\n";

/// A project with everything accepted.
fn project() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    write(folder.path(), A, ORIGINAL);
    write(folder.path(), EN, TRANSLATION);
    said(folder.path(), 0, &["accept", "--all"]);
    folder
}

/// The same with a second document.
fn project_of_two() -> tempfile::TempDir {
    let folder = project();
    write(folder.path(), "originals/b.md", "Вечер.\n");
    write(folder.path(), "translations/en/b.md", "Evening.\n");
    said(folder.path(), 0, &["accept", "--all"]);
    folder
}

fn write(root: &Path, path: &str, text: &str) {
    fs::create_dir_all(root.join(path).parent().expect("a folder")).expect("made");
    fs::write(root.join(path), text).expect("written");
}

fn read(root: &Path, path: &str) -> String {
    fs::read_to_string(root.join(path)).expect("the file")
}

fn rename(root: &Path, from: &str, to: &str) {
    fs::rename(root.join(from), root.join(to)).expect("renamed");
}

fn tolmach(root: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_tolmach"))
        .current_dir(root)
        .args(["--quiet", "--interface-language", "en", "--color", "never"])
        .args(arguments)
        .output()
        .expect("tolmach runs")
}

/// What is said on both streams, with this exit code.
#[track_caller]
fn said(root: &Path, code: i32, arguments: &[&str]) -> String {
    let output = tolmach(root, arguments);
    let said = String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(code), "{arguments:?}: {said}");
    said
}

#[test]
fn a_deleted_translation_is_missed() {
    let folder = project_of_two();
    let root = folder.path();
    said(root, 0, &["check"]);
    fs::remove_file(root.join(EN)).expect("removed");
    assert!(said(root, 2, &["check"]).contains("translations/en/a.md: the translation is gone"));
    assert!(said(root, 2, &["check", A]).contains(EN));
    fs::remove_file(root.join(UNITS)).expect("removed");
    assert!(said(root, 2, &["check", A]).contains("originals/a.md: it has no translation"));
    // A project that is being translated is not at fault.
    said(root, 0, &["check"]);
}

#[test]
fn a_renamed_original_is_found_by_its_texts_and_offered_to_mv() {
    let folder = project();
    let root = folder.path();
    rename(root, A, "originals/z.md");
    assert!(said(root, 2, &["check"]).contains("tolmach mv originals/a.md originals/z.md"));
    assert!(said(root, 2, &["check", "originals/z.md"]).contains("it has no translation"));
    said(root, 0, &["mv", A, "originals/z.md"]);
    assert_eq!(read(root, "translations/en/z.md"), TRANSLATION);
    assert!(said(root, 0, &["check"]).contains("4 accepted"));
}

#[test]
fn a_units_file_left_by_a_rename_is_named_and_taken_along() {
    let folder = project();
    let root = folder.path();
    rename(root, A, "originals/z.md");
    rename(root, EN, "translations/en/z.md");
    let missing = said(root, 2, &["check"]);
    assert!(missing.contains(UNITS) && missing.contains("tolmach mv originals/a.md originals/z.md"), "{missing}");
    said(root, 0, &["mv", A, "originals/z.md"]);
    assert!(said(root, 0, &["check"]).contains("4 accepted"));
}

#[test]
fn acceptance_follows_the_texts_into_another_document() {
    let folder = project();
    let root = folder.path();
    let halves = |text: &str| {
        let (first, second) = text.split_at(text.match_indices("\n\n").nth(1).expect("four paragraphs").0 + 2);
        (first.to_owned(), second.to_owned())
    };
    for (path, other, text) in [(A, "originals/b.md", ORIGINAL), (EN, "translations/en/b.md", TRANSLATION)] {
        let (first, second) = halves(text);
        write(root, path, &first);
        write(root, other, &second);
    }
    assert!(said(root, 0, &["status"]).contains("4 accepted"));
    said(root, 0, &["accept", "--all", "originals/b.md"]);
    assert!(read(root, "translations/en/b.units.toml").contains("The road leads to the town."));
    assert!(!read(root, UNITS).contains("The road leads to the town."), "one gone unit accepts one place");
    assert!(said(root, 0, &["status"]).contains("4 accepted"));
}

#[test]
fn an_equal_text_that_is_still_at_its_place_accepts_nothing_elsewhere() {
    let folder = project();
    let root = folder.path();
    write(root, "originals/b.md", ORIGINAL);
    write(root, "translations/en/b.md", TRANSLATION);
    assert!(said(root, 0, &["status"]).contains("4 accepted"));
}

#[test]
fn a_unit_that_lost_a_side_is_counted_alike_everywhere() {
    let folder = project();
    let root = folder.path();
    write(root, A, &ORIGINAL.replacen("Лодки стоят у берега.\n\n", "", 1));
    assert!(said(root, 0, &["diff", "--format", "json"]).contains("\"removed\": true"));
    assert!(said(root, 0, &["status"]).contains("1 changed since"));
    let checked = said(root, 1, &["check"]);
    assert!(checked.contains("removed-paragraph") && checked.contains("1 changed since"), "{checked}");
}

#[test]
fn a_comment_of_an_update_is_not_accepted_with_the_rest() {
    let folder = project();
    let root = folder.path();
    write(root, A, &ORIGINAL.replacen("весной", "осенью", 1));
    said(root, 0, &["update"]);
    write(root, EN, &read(root, EN).replacen("in spring", "in autumn", 1));
    assert!(said(root, 0, &["accept", "--all"]).contains("left out beside a comment"));
    said(root, 1, &["check"]);
    said(root, 0, &["accept", "translations/en/a.md:4"]);
    assert_eq!(read(root, EN), TRANSLATION.replacen("in spring", "in autumn", 1));
    assert!(said(root, 0, &["check"]).contains("4 accepted"));
}

#[test]
fn a_comment_beside_an_accepted_unit_is_an_error() {
    let folder = project();
    let root = folder.path();
    write(root, EN, &format!("<!-- tolmach: changed\nМост построили [-зимой-]{{+весной+}}.\n-->\n{TRANSLATION}"));
    assert!(said(root, 1, &["check"]).contains("leftover-marker"));
}

#[test]
fn every_command_over_the_project_says_that_an_original_is_gone() {
    let folder = project_of_two();
    let root = folder.path();
    fs::remove_file(root.join(A)).expect("removed");
    for command in [&["check"][..], &["status"], &["diff"], &["accept", "--all"]] {
        let said = said(root, 2, command);
        assert!(said.contains(EN) && said.contains(A), "{command:?}: {said}");
    }
    assert!(said(root, 2, &["status", "translations"]).contains(EN));
    // Of one document the others are not asked.
    for command in [&["status"][..], &["diff"], &["accept", "--all"]] {
        said(root, 0, &[command, &["originals/b.md"]].concat());
    }
}
