//! Two at once: nothing of what either decided is lost, and nobody waits for the dead.

use std::fs::{self, File};
use std::io::{BufRead, BufReader, Read, Write};
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};

fn tolmach(root: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_tolmach"));
    command.args(arguments).current_dir(root).envs([("LC_ALL", "C.UTF-8"), ("NO_COLOR", "1")]);
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

/// A project with one document of `paragraphs` paragraphs, each on every second line.
fn project(paragraphs: usize) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a writable folder");
    let write = |path: &str, text: String| {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().expect("it stands in a folder")).expect("a writable folder");
        fs::write(path, text).expect("a writable folder");
    };
    let numbers = 1901..1901 + paragraphs;
    write("originals/a.md", numbers.clone().map(|at| format!("Мост открыли в {at} году.\n\n")).collect());
    write("translations/en/a.md", numbers.map(|at| format!("The bridge was opened in {at}.\n\n")).collect());
    folder
}

fn all_end_well(running: Vec<Child>) {
    let outputs: Vec<Output> =
        running.into_iter().map(|child| child.wait_with_output().expect("the program runs")).collect();
    for output in outputs {
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    }
}

#[test]
fn units_of_one_document_accepted_at_once_are_all_accepted() {
    const MANY: usize = 16;
    let folder = project(MANY);
    let accept = |at: usize| {
        let place = format!("translations/en/a.md:{}", 2 * at + 1);
        tolmach(folder.path(), &["accept", &place]).spawn().expect("the program runs")
    };
    all_end_well((0..MANY).map(accept).collect());
    let units = fs::read_to_string(folder.path().join("translations/en/a.units.toml")).expect("it was written");
    assert_eq!(units.matches("[[unit]]").count(), MANY, "{units}");
    for year in 1901..1901 + MANY {
        assert!(units.contains(&year.to_string()), "{year} is lost: {units}");
    }
}

#[test]
fn different_commands_at_once_lose_nothing_of_one_another() {
    let folder = project(8);
    let term = |at: usize| format!("ru=слово{at}");
    let mut running = Vec::new();
    for at in 0..8 {
        let add = ["glossary", "add", &format!("concept-{at}"), "--term", &term(at), "--term", &format!("en=word{at}")];
        running.push(tolmach(folder.path(), &add).spawn().expect("the program runs"));
        let place = format!("originals/a.md:{}", 2 * at + 1);
        let command = if at % 2 == 0 { vec!["accept", &place] } else { vec!["accept", &place, "--language", "en"] };
        running.push(tolmach(folder.path(), &command).spawn().expect("the program runs"));
    }
    all_end_well(running);
    let terms = fs::read_to_string(folder.path().join("glossary/terms.toml")).expect("it was written");
    let units = fs::read_to_string(folder.path().join("translations/en/a.units.toml")).expect("it was written");
    assert_eq!(terms.matches("[[concept]]").count(), 8, "{terms}");
    assert_eq!(units.matches("[[unit]]").count(), 8, "{units}");
    let left = fs::read_dir(folder.path().join("glossary")).expect("a readable folder").count();
    assert_eq!(left, 1, "no temporary file stays");
}

#[test]
fn a_waiting_process_says_that_it_waits_and_then_does_its_work() {
    let folder = project(1);
    let lock = File::open(folder.path()).expect("a readable folder");
    lock.lock().expect("a file system with locks");
    for (tongue, words) in [("en_US.UTF-8", "waiting until it is done"), ("ru_RU.UTF-8", "ждём, пока он закончит")]
    {
        lock.lock().expect("a file system with locks");
        let mut child =
            tolmach(folder.path(), &["accept", "--all"]).env("LC_ALL", tongue).spawn().expect("the program runs");
        let mut said = BufReader::new(child.stderr.take().expect("it is piped"));
        let mut line = String::new();
        // Another note may come first; the test ends only when this one is said.
        while !line.contains(words) {
            line.clear();
            assert!(said.read_line(&mut line).expect("words") > 0, "it ended without a word");
        }
        lock.unlock().expect("it is ours");
        assert!(child.wait().expect("our own child").success());
    }
}

/// Run by the next test as a process of its own: locks a project and never lets it go.
#[test]
#[ignore = "holds a lock until it is killed"]
fn holds_a_lock() {
    let lock = File::open(std::env::var_os("TOLMACH_TEST_LOCK").expect("the next test sets it")).expect("a folder");
    lock.lock().expect("a file system with locks");
    std::io::stderr().write_all(b"locked").expect("it is piped");
    loop {
        std::thread::park();
    }
}

#[test]
fn the_lock_of_a_dead_process_does_not_block() {
    let folder = project(1);
    let mut holder = Command::new(std::env::current_exe().expect("this test"))
        .args(["--exact", "holds_a_lock", "--ignored", "--nocapture"])
        .env("TOLMACH_TEST_LOCK", folder.path())
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .expect("this test runs");
    let mut word = [0; 6];
    holder.stderr.take().expect("it is piped").read_exact(&mut word).expect("it says so");
    assert_eq!(&word, b"locked");
    let free = File::open(folder.path()).expect("a readable folder");
    assert!(free.try_lock().is_err(), "the other process holds it");
    drop(free);
    holder.kill().expect("our own child");
    holder.wait().expect("our own child");
    let output = tolmach(folder.path(), &["accept", "--all"]).output().expect("the program runs");
    assert!(output.status.success());
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(!said.contains("waiting"), "{said}");
}
