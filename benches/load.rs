//! `check` and `status` over many copies of the demo: time, peak memory and threads, by number of documents.
//!
//! `cargo bench --bench load` prints five lines for each of 1,000, 3,000 and 10,000 documents (originals with one
//! English translation each): `check` of what nobody accepted, for people and as JSON, and of one document alone; then
//! `check` and `status` once everything is accepted.
//! `cargo bench --bench load -- 400` asks for other sizes. The copies differ in their last line, so that no two
//! documents are equal. The last columns are what `wc -w` takes over the same files, in the same run, and how many
//! times that the command's time on all processors is.
#![expect(clippy::print_stdout, reason = "a bench prints its figures")]

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

fn main() {
    let asked: Vec<usize> = std::env::args().skip(1).filter_map(|argument| argument.parse().ok()).collect();
    let sizes = if asked.is_empty() { vec![1_000, 3_000, 10_000] } else { asked };
    println!(
        "command          documents  MB of text    seconds      CPU, s     docs/s   peak MiB  threads   wc -w, s   CPU by wc"
    );
    for size in sizes {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let bytes = fill(folder.path(), size);
        let words = words(folder.path());
        let show = |name: &str, run: &Run| {
            println!(
                "{name:<15}  {size:>9}  {:>10.1}  {:>9.2}  {:>10.2}  {:>9.0}  {:>9.1}  {:>7}  {words:>9.2}  {:>10.1}",
                bytes as f64 / 1e6,
                run.seconds,
                run.cpu,
                size as f64 / run.seconds,
                run.peak_kib as f64 / 1024.0,
                run.threads,
                run.cpu / words,
            );
        };
        let run = |arguments: &[&str]| {
            let mut command = Command::new(env!("CARGO_BIN_EXE_tolmach"));
            measure(command.args(["--project"]).arg(folder.path()).args(arguments))
        };
        show("check", &run(&["check", "--fail-on", "never"]));
        show("check, JSON", &run(&["check", "--fail-on", "never", "--format", "json"]));
        show("check, one", &run(&["check", "--fail-on", "never", "originals/0000/00000-january-2022.md"]));
        run(&["accept", "--all"]);
        show("check, accepted", &run(&["check", "--fail-on", "never"]));
        show("status", &run(&["status"]));
    }
}

/// How long `wc -w` takes over the texts, in seconds.
fn words(root: &Path) -> f64 {
    let start = Instant::now();
    let count = "find . -name '*.md' -o -name '*.txt' | xargs cat | wc -w";
    let words = Command::new("sh").args(["-c", count]).current_dir(root).output();
    words.map_or(f64::NAN, |_| start.elapsed().as_secs_f64())
}

/// Writes `size` originals with their English translations, and the glossary; how many bytes of text.
fn fill(root: &Path, size: usize) -> usize {
    let demo = Path::new(env!("CARGO_MANIFEST_DIR"));
    let read = |path: &str| fs::read_to_string(demo.join(path)).expect("the demo is there");
    let names = ["january-2022.md", "akimat-and-knb.md", "interview.md", "dispatch.txt"];
    let texts = |name: &str| [read(&format!("originals/{name}")), read(&format!("translations/en/{name}"))];
    let pairs: Vec<_> = names.iter().map(|name| (name, texts(name))).collect();
    fs::create_dir_all(root.join("glossary")).expect("a writable folder");
    for entry in fs::read_dir(demo.join("glossary")).expect("the demo's glossary").flatten() {
        fs::copy(entry.path(), root.join("glossary").join(entry.file_name())).expect("a writable folder");
    }
    let mut bytes = 0;
    for at in 0..size {
        let (name, texts) = &pairs[at % pairs.len()];
        let folder = format!("{:04}", at / 100);
        for (text, (side, last)) in texts.iter().zip([("originals", "Выпуск"), ("translations/en", "Issue")]) {
            let folder = root.join(side).join(&folder);
            fs::create_dir_all(&folder).expect("a writable folder");
            let blank = if name.ends_with(".md") { "\n" } else { "" };
            let copy = format!("{}\n{blank}{last} {at}.\n", text.trim_end());
            bytes += copy.len();
            fs::write(folder.join(format!("{at:05}-{name}")), copy).expect("a writable folder");
        }
    }
    bytes
}

struct Run {
    seconds: f64,
    /// On all processors, to the hundredth.
    cpu: f64,
    peak_kib: u64,
    threads: u64,
}

/// Runs a command, watching its memory and processor time in `/proc` (0 where the system has none).
fn measure(command: &mut Command) -> Run {
    let start = Instant::now();
    let mut child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("the program starts");
    let status = format!("/proc/{}/status", child.id());
    let stat = format!("/proc/{}/stat", child.id());
    let (mut peak_kib, mut threads, mut ticks) = (0, 0, 0);
    while let Ok(None) = child.try_wait() {
        let text = fs::read_to_string(&status).unwrap_or_default();
        let field = |name: &str| -> u64 {
            let value = text.lines().find_map(|line| line.strip_prefix(name)?.split_whitespace().next()?.parse().ok());
            value.unwrap_or(0)
        };
        peak_kib = peak_kib.max(field("VmHWM:"));
        threads = threads.max(field("Threads:"));
        let text = fs::read_to_string(&stat).unwrap_or_default();
        ticks = ticks.max(spent(&text));
        thread::sleep(Duration::from_millis(5));
    }
    Run { seconds: start.elapsed().as_secs_f64(), cpu: ticks as f64 / 100.0, peak_kib, threads }
}

/// Ticks of a hundredth of a second that a process spent, by its `/proc/<id>/stat`: the fourteenth and fifteenth field,
/// the second of which is a name in brackets that may have spaces.
fn spent(stat: &str) -> u64 {
    let fields = stat.rsplit_once(')').map_or("", |(_, rest)| rest).split_whitespace();
    fields.skip(11).take(2).filter_map(|field| field.parse::<u64>().ok()).sum()
}
