//! The consoles in the README, the book and the documents: each command is one that the program takes, and what is shown
//! below it is what the program prints.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

/// A document and a command in it with the lines shown below it.
struct Console {
    document: String,
    command: String,
    shown: Vec<String>,
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// All commands of all consoles.
fn consoles() -> Vec<Console> {
    let mut documents = vec!["README.md".to_owned(), "scale/README.md".to_owned()];
    for folder in ["book/src/en", "book/src/ru", "docs"] {
        for entry in fs::read_dir(root().join(folder)).expect("a folder of documents") {
            let name = entry.expect("an entry").file_name().into_string().expect("UTF-8");
            if name.ends_with(".md") {
                documents.push(format!("{folder}/{name}"));
            }
        }
    }
    documents.sort();
    documents.iter().flat_map(|document| of_document(document)).collect()
}

fn of_document(document: &str) -> Vec<Console> {
    let text = fs::read_to_string(root().join(document)).expect("a document");
    let mut found: Vec<Console> = Vec::new();
    let mut inside = false;
    for line in text.lines() {
        match line.strip_prefix("```") {
            Some(language) => inside = language == "console",
            None if !inside => {}
            None => match (line.strip_prefix("$ "), found.last_mut()) {
                (Some(command), _) => found.push(Console {
                    document: document.to_owned(),
                    command: command.to_owned(),
                    shown: Vec::new(),
                }),
                (None, Some(last)) => last.shown.push(line.to_owned()),
                (None, None) => panic!("{document}: a console begins without a command: {line}"),
            },
        }
    }
    found
}

fn run(console: &Console, folder: &Path) -> Output {
    let program = Path::new(env!("CARGO_BIN_EXE_tolmach")).parent().expect("a folder");
    let path = std::env::var("PATH").unwrap_or_default();
    // The cache's secret goes there, and not into the repository.
    let home = tempfile::tempdir().expect("a temporary folder");
    Command::new("sh")
        .args(["-c", &console.command])
        .current_dir(folder)
        .stdin(std::process::Stdio::null())
        .envs([("LC_ALL", ""), ("LC_MESSAGES", ""), ("LANG", "C.UTF-8"), ("COLUMNS", "80"), ("NO_COLOR", "1")])
        .env("PATH", format!("{}:{path}", program.display()))
        .env("HOME", home.path())
        .env_remove("XDG_CACHE_HOME")
        .env_remove("GITHUB_STEP_SUMMARY")
        .output()
        .expect("a shell")
}

#[test]
fn every_command_is_one_that_the_program_takes() {
    let mut wrong = Vec::new();
    let consoles = consoles();
    let commands = || consoles.iter().filter(|console| console.command.starts_with("tolmach "));
    assert!(commands().count() > 40, "{} commands", commands().count());
    for console in commands() {
        // Nothing that a command writes may land in the repository.
        let folder = tempfile::tempdir().expect("a temporary folder");
        let output = run(console, folder.path());
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        if said.contains("see “tolmach help”") {
            wrong.push(format!("{}: {}: {said}", console.document, console.command));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_is_shown_is_what_is_printed() {
    let consoles = consoles();
    let shown = || consoles.iter().filter(|console| console.shown.iter().any(|line| !line.trim().is_empty()));
    assert!(shown().count() >= 4, "{} consoles show an answer", shown().count());
    for console in shown() {
        let output = run(console, root());
        let printed = [output.stdout, output.stderr].concat();
        let printed = String::from_utf8(printed).expect("UTF-8");
        let expected = console.shown.join("\n");
        assert_eq!(printed.trim_end(), expected.trim_end(), "{}: {}", console.document, console.command);
    }
}
