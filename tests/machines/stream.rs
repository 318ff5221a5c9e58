//! A stream of answers of any length takes as much memory as its first thousands.

#![cfg(target_os = "linux")]

use std::fmt::Write as _;
use std::io::{BufRead, BufReader, Write};
use std::process::{Command, Stdio};

use serde_json::{Value, json};

use super::project::{Project, TRANSLATION};

/// Paragraphs of the document, and how often the machine answers for all of them.
const PARAGRAPHS: usize = 250;
const TIMES: usize = 48;

/// By so many KiB the program may grow between the first quarter of the stream and its end.
const GROWTH: u64 = 16 << 10;

/// The most memory that a process had, in KiB.
fn peak(process: u32) -> u64 {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).unwrap();
    let line = status.lines().find(|line| line.starts_with("VmHWM:")).unwrap();
    line.split_whitespace().nth(1).unwrap().parse().unwrap()
}

#[test]
fn memory_does_not_grow_with_the_stream() {
    let project = Project::new();
    let (mut original, mut translation) = (String::new(), String::new());
    for at in 0..PARAGRAPHS {
        writeln!(original, "Это абзац номер {at} о мостах города.\n").unwrap();
        writeln!(translation, "<!-- tolmach: translate\nЭто абзац номер {at} о мостах города.\n-->\n").unwrap();
    }
    project.write("originals/bridge.md", &original);
    project.write(TRANSLATION, &translation);
    let gaps = project.gaps();
    assert_eq!(gaps.len(), PARAGRAPHS);
    let mut answers = String::new();
    for at in 0..PARAGRAPHS * TIMES {
        let gap = &gaps[at % PARAGRAPHS];
        let number = at % PARAGRAPHS;
        let target = format!("This is paragraph number {number} about the bridges of the city.");
        writeln!(answers, "{}", json!({ "id": gap["id"], "target": target })).unwrap();
    }
    let mut child = Command::new(env!("CARGO_BIN_EXE_tolmach"))
        .arg("fill")
        .current_dir(project.path())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let writer = std::thread::spawn(move || stdin.write_all(answers.as_bytes()).unwrap());
    let (mut results, mut early, mut late) = (0, 0, 0);
    for line in BufReader::new(child.stdout.take().unwrap()).lines() {
        let result: Value = serde_json::from_str(&line.unwrap()).unwrap();
        assert_eq!(result["result"], "landed", "{result}");
        results += 1;
        match results {
            at if at == PARAGRAPHS * TIMES / 4 => early = peak(child.id()),
            at if at == PARAGRAPHS * TIMES - 500 => late = peak(child.id()),
            _ => {}
        }
    }
    writer.join().unwrap();
    assert!(child.wait().unwrap().success());
    assert_eq!(results, PARAGRAPHS * TIMES);
    assert!(late < early + GROWTH, "{early} KiB after a quarter, {late} KiB at the end");
}
