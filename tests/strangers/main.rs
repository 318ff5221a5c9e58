//! Pull requests from strangers: whatever they bring, the program ends by itself with an answer or a complaint; it
//! reads and writes nothing outside of the project, and nothing of theirs steers a terminal or a CI runner.
#![cfg(unix)]

mod bombs;
mod outside;
mod screen;
mod words;

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

/// A small project: one document and its translation.
fn project() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a writable folder");
    write(folder.path(), "originals/a.md", "Акимат открыл мост.\n");
    write(folder.path(), "translations/en/a.md", "The akimat opened the bridge.\n");
    folder
}

fn write(root: &Path, path: &str, bytes: impl AsRef<[u8]>) {
    let path = root.join(path);
    fs::create_dir_all(path.parent().expect("it stands in a folder")).expect("a writable folder");
    fs::write(path, bytes).expect("a writable folder");
}

/// Runs the program with four gigabytes of memory and two minutes of time, of which it needs a small part: a stack that
/// overflows, a panic and an endless loop all end it otherwise than with 0, 1 or 2.
fn tolmach(root: &Path, tongue: &str, arguments: &[&str]) -> Output {
    let mut command = Command::new("sh");
    command.args([
        "-c",
        "ulimit -v 4000000; ulimit -t 120; exec timeout 300 \"$@\"",
        "sh",
        env!("CARGO_BIN_EXE_tolmach"),
    ]);
    command.args(arguments).current_dir(root).envs([("LC_ALL", tongue), ("COLUMNS", "80"), ("RUST_BACKTRACE", "0")]);
    command.env_remove("GITHUB_STEP_SUMMARY").stdin(std::process::Stdio::null());
    let output = command.output().expect("the program runs");
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.code().is_some_and(|code| code <= 2), "{arguments:?}: {:?}: {said:.2000}", output.status);
    output
}

/// What it said on both streams.
fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr)
}
