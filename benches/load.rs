//! `check` and `status` over many copies of the demo: time, peak memory and threads, by number of documents.
//!
//! `cargo bench --bench load` prints these lines for each of 1,000, 3,000 and 10,000 documents (originals with one
//! English translation each): `check` of what nobody accepted without a cache, for people and as JSON; when nothing
//! changed since the last run, when one translation did, and of one document alone; then `check` and `status` once
//! everything is accepted.
//! `cargo bench --bench load -- 400` asks for other sizes. The copies differ in their last line, so that no two
//! documents are equal. The last columns are what `cat … | wc -w` takes over the same files, in the same run, on the
//! clock and on all processors, and how many times these the command takes.
#![expect(clippy::print_stdout, reason = "a bench prints its figures")]

use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::Instant;

mod process;

use process::{Run, measure};

#[path = "copies/mod.rs"]
mod copies;

use copies::fill;

fn main() {
    let asked: Vec<usize> = std::env::args().skip(1).filter_map(|argument| argument.parse().ok()).collect();
    let sizes = if asked.is_empty() { vec![1_000, 3_000, 10_000] } else { asked };
    println!(
        "command             documents  MB of text    seconds      CPU, s     docs/s   peak MiB  threads  by wc, clock  by wc, CPU"
    );
    for size in sizes {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let bytes = fill(folder.path(), size);
        let words = words(folder.path());
        let show = |name: &str, run: &Run| {
            println!(
                "{name:<18}  {size:>9}  {:>10.1}  {:>9.2}  {:>10.2}  {:>9.0}  {:>9.1}  {:>7}  {:>12.2}  {:>10.2}",
                bytes as f64 / 1e6,
                run.seconds,
                run.cpu,
                size as f64 / run.seconds,
                run.peak_kib as f64 / 1024.0,
                run.threads,
                run.seconds / words.seconds,
                run.cpu / words.cpu,
            );
        };
        let run = |arguments: &[&str]| {
            let mut command = Command::new(env!("CARGO_BIN_EXE_tolmach"));
            measure(command.args(["--project"]).arg(folder.path()).args(arguments))
        };
        const CHECK: [&str; 3] = ["check", "--fail-on", "never"];
        let check = |more: &[&str]| run(&[&CHECK[..], more].concat());
        show("check", &check(&["--no-cache"]));
        show("check, JSON", &check(&["--no-cache", "--format", "json"]));
        show("check, first", &check(&[]));
        show("check, unchanged", &check(&[]));
        let one = folder.path().join("translations/en/0000/00000-january-2022.md");
        let text = fs::read_to_string(&one).expect("it was written");
        fs::write(&one, text + "\nOne paragraph more.\n").expect("a writable folder");
        show("check, one changed", &check(&[]));
        show("check, one document", &check(&["originals/0000/00000-january-2022.md"]));
        run(&["accept", "--all"]);
        show("check, accepted", &check(&["--no-cache"]));
        show("status", &run(&["status"]));
    }
}

/// What `wc -w` takes over the texts, the second time.
fn words(root: &Path) -> Run {
    let count = || {
        let start = Instant::now();
        // The shell says what it and those that it started spent: two lines of two times each.
        let count = "find originals translations -name '*.md' -o -name '*.txt' | xargs cat | wc -w; times";
        let output = Command::new("sh").args(["-c", count]).current_dir(root).output().expect("there is a shell");
        let cpu = String::from_utf8_lossy(&output.stdout).split_whitespace().filter_map(time).sum();
        Run { seconds: start.elapsed().as_secs_f64(), cpu, peak_kib: 0, threads: 0 }
    };
    count();
    count()
}

/// `1m2.50s` in seconds.
fn time(written: &str) -> Option<f64> {
    let (minutes, seconds) = written.strip_suffix('s')?.split_once('m')?;
    Some(minutes.parse::<f64>().ok()? * 60.0 + seconds.parse::<f64>().ok()?)
}
