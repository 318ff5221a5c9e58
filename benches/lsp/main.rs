//! `tolmach lsp` on a project of many documents: how long an editor waits, and how much memory the server takes.
//!
//! `cargo bench --bench lsp` takes 1,000 documents and 10,000 edits; `-- 100 500` other numbers. Everything is measured
//! twice: while nobody has accepted anything, and once everything is accepted. At the end of every thousand edits what
//! the server told is compared with `tolmach check` of the same texts; a difference ends the bench. `TOLMACH_PROGRAM`
//! names another program to measure.
#![expect(clippy::print_stdout, reason = "a bench prints its figures")]

use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

#[path = "client.rs"]
mod client;
#[path = "../copies/mod.rs"]
mod copies;
#[path = "../../tests/lsp/frame.rs"]
mod frame;

use client::{Editor, program};

/// What the server waits for after an edit, in milliseconds.
const DEBOUNCE: f64 = 80.0;

/// The open document.
const OPEN: &str = "translations/en/0000/00000-january-2022.md";

fn main() {
    let asked: Vec<usize> = std::env::args().skip(1).filter_map(|argument| argument.parse().ok()).collect();
    let (size, edits) = (asked.first().copied().unwrap_or(1_000), asked.get(1).copied().unwrap_or(10_000));
    let folder = tempfile::tempdir().expect("a temporary folder");
    let root = folder.path();
    copies::fill(root, size);
    println!("{size} documents, {edits} edits; milliseconds unless it says otherwise");
    for state in ["nothing accepted", "all accepted"] {
        if state == "all accepted" {
            run(root, &["accept", "--all"]);
        }
        println!("\n{state}");
        println!("{:<34}  {:>8}  {:>8}  {:>8}  {:>6}", "", "p50", "p95", "most", "goal");
        starts(root);
        let mut editor = Editor::start(root);
        editor.open(OPEN);
        let began = Instant::now();
        editor.quiet();
        println!("all documents taken in, s           {:>8.1}", began.elapsed().as_secs_f64() - 1.2);
        answers(&mut editor);
        keystrokes(&mut editor);
        typing(&mut editor, root, edits);
        editor.end();
    }
}

fn run(root: &Path, arguments: &[&str]) -> Vec<u8> {
    let mut command = Command::new(program());
    command.arg("--project").arg(root).args(arguments).output().expect("the program starts").stdout
}

fn show(name: &str, times: &[Duration], less: f64, goal: &str) {
    let mut all: Vec<f64> = times.iter().map(|time| time.as_secs_f64() * 1_000.0 - less).collect();
    all.sort_by(f64::total_cmp);
    let at = |share: f64| all[((all.len() - 1) as f64 * share).round() as usize];
    println!("{name:<34}  {:>8.1}  {:>8.1}  {:>8.1}  {goal:>6}", at(0.5), at(0.95), at(1.0));
}

/// How long after the start of the server the first diagnostics of the open document come.
fn starts(root: &Path) {
    let start = || {
        let began = Instant::now();
        let mut editor = Editor::start(root);
        editor.open(OPEN);
        let times = (editor.diagnosed(OPEN, 1) - began, editor.spent());
        editor.end();
        times
    };
    fs::remove_dir_all(root.join(".tolmach")).ok();
    let (cold, spent): (Vec<Duration>, Vec<Duration>) = (0..7).map(|_| start()).collect();
    show("first diagnostics, no cache", &cold, 0.0, "1000");
    show("  on the processor", &spent, 0.0, "");
    run(root, &["check", "--fail-on", "never"]);
    let (warm, spent): (Vec<Duration>, Vec<Duration>) = (0..7).map(|_| start()).collect();
    show("first diagnostics, cache", &warm, 0.0, "300");
    show("  on the processor", &spent, 0.0, "");
}

/// Requests at places of the whole document.
fn answers(editor: &mut Editor) {
    let lines = editor.text(OPEN).lines().count();
    let methods = [("textDocument/hover", "10"), ("textDocument/definition", "10"), ("textDocument/completion", "30")];
    for (method, goal) in methods {
        let mut times = Vec::new();
        for at in 0..200 {
            let place = json!({ "line": at * 7 % lines, "character": at % 40 });
            let params = json!({ "textDocument": { "uri": editor.uri(OPEN) }, "position": place });
            times.push(editor.request(method, params).0);
        }
        show(&format!("{method}, the first"), &times[..1], 0.0, "");
        show(method, &times[1..], 0.0, goal);
    }
}

/// Single edits, each after a pause in which the server may have begun to compare documents.
fn keystrokes(editor: &mut Editor) {
    let mut version = 1;
    let line = longest(&editor.text(OPEN));
    let (mut times, mut spent) = (Vec::new(), Vec::new());
    for at in 0..100u64 {
        version += 1;
        let before = editor.spent();
        let columns = if at % 2 == 0 { [5, 5] } else { [5, 6] };
        let sent = editor.edit(OPEN, version, line, columns, if at % 2 == 0 { "x" } else { "" });
        times.push(editor.diagnosed(OPEN, version) - sent);
        spent.push(editor.spent() - before);
        std::thread::sleep(Duration::from_millis(at * 37 % 900));
    }
    show("keystroke, after the debounce", &times, DEBOUNCE, "20, 50");
    show("  on the processor", &spent, 0.0, "");
}

fn longest(text: &str) -> usize {
    let lines = text.lines().enumerate();
    lines.max_by_key(|(_, line)| line.len()).map_or(0, |(at, _)| at)
}

/// A person types: letter by letter, with a look at the findings now and then.
fn typing(editor: &mut Editor, root: &Path, edits: usize) {
    const WRITTEN: &[&str] = &["a", " ", "the", "akim", ",", "1905", "é", "🌉", "“", ".", "\n", "\n\n"];
    let before = editor.text(OPEN);
    let mut text: Vec<char> = before.chars().collect();
    let length = text.len();
    let mut version = 1_000;
    let began = Instant::now();
    let mut random = 7u64;
    let mut below = |most: usize| {
        random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (random >> 33) as usize % most
    };
    for edit in 1..=edits {
        let at = below(text.len() + 1);
        // As long as it was, more or less.
        let removes = text.len() > length + 200 || (text.len() + 200 > length && below(3) == 0);
        let (end, new) = if removes { ((at + 1 + below(6)).min(text.len()), "") } else { (at, WRITTEN[below(12)]) };
        let place = |offset: usize| -> (usize, usize) {
            let start = text[..offset].iter().rposition(|letter| *letter == '\n').map_or(0, |at| at + 1);
            let line = text[..offset].iter().filter(|letter| **letter == '\n').count();
            (line, text[start..offset].iter().map(|letter| letter.len_utf16()).sum())
        };
        let (from, to) = (place(at), place(end));
        version += 1;
        let range = json!({
            "start": { "line": from.0, "character": from.1 }, "end": { "line": to.0, "character": to.1 },
        });
        editor.change(OPEN, version, range, new);
        text.splice(at..end, new.chars());
        if edit % 20 == 0 {
            editor.diagnosed(OPEN, version);
        }
        if edit % (edits / 10).max(1) == 0 {
            editor.quiet();
            compare(editor, root, &text.iter().collect::<String>());
            fs::write(root.join(OPEN), &before).expect("a writable folder");
            let [now, most] = editor.memory();
            println!("memory after {edit:>6} edits, MiB      {now:>8.1}  {:>8}  {most:>8.1}  {:>6}", "", "150");
        }
    }
    println!("{edits} edits, s                    {:>8.1}", began.elapsed().as_secs_f64());
}

/// What the server told of the open document, and what `check` finds in the same texts on disk.
fn compare(editor: &mut Editor, root: &Path, text: &str) {
    fs::write(root.join(OPEN), text).expect("a writable folder");
    let found: Value =
        serde_json::from_slice(&run(root, &["check", "--fail-on", "never", "--format", "json"])).expect("JSON");
    let mut wanted: Vec<(&str, &str)> = found["findings"]
        .as_array()
        .expect("a list")
        .iter()
        .filter(|one| one["translation"] == OPEN && one["waived"] == false)
        .filter_map(|one| Some((one["rule"].as_str()?, one["fingerprint"].as_str()?)))
        .collect();
    wanted.sort_unstable();
    let uri = editor.uri(OPEN);
    let told = editor.told.get(&uri).map_or(&[][..], Vec::as_slice);
    let mut known: Vec<(&str, &str)> =
        told.iter().filter_map(|one| Some((one["code"].as_str()?, one["data"]["fingerprint"].as_str()?))).collect();
    known.sort_unstable();
    assert_eq!(known, wanted, "the server knows something else than `check` finds");
}
