//! How time grows with the size of one thing: of headings in a document, of waivers, of concepts …
//!
//! `cargo bench --bench sweep` makes a project for each kind in three sizes, each four times the one before, runs every
//! command that reads it, and prints the processor time of each, the peak memory of the largest, and the exponent of
//! growth from the second size to the third: 1 is linear, 2 the square. A star marks what is over 1.2 and takes a second
//! or more. `cargo bench --bench sweep -- headings waivers` asks for some kinds alone; `-- large` for those that a large
//! project has much of, up to 100,000 files, concepts and waivers, 1,000,000 units of a memory and 10,000 blocks of
//! configuration; `TOLMACH_SWEEP=4` makes everything four times larger, `TOLMACH_PROGRAM` names another program.
#![expect(clippy::print_stdout, reason = "a bench prints its figures")]

use std::path::Path;
use std::process::Command;

#[path = "../process/mod.rs"]
mod process;

mod kinds;

use kinds::{KINDS, Kind};
use process::{Run, measure};

/// From here on the exponent is told.
const LIMIT: f64 = 1.2;

/// Processor seconds below which a figure is noise.
const NOISE: f64 = 0.1;

fn main() {
    let mut asked: Vec<String> = std::env::args().skip(1).filter(|argument| !argument.starts_with('-')).collect();
    let large = asked.iter().any(|name| name == "large");
    asked.retain(|name| name != "large");
    let larger: usize = std::env::var("TOLMACH_SWEEP").ok().and_then(|times| times.parse().ok()).unwrap_or(1);
    println!(
        "{:<22} {:<20} {:>8} {:>8} {:>8} {:>8}  exponent  peak MiB",
        "kind", "command", "size", "s", "s × 4", "s × 16"
    );
    let mut over = 0;
    for kind in KINDS.iter().filter(|kind| asked.is_empty() || asked.iter().any(|name| name == kind.name)) {
        let Some(size) = (if large { kind.large } else { Some(kind.size) }) else { continue };
        let size = size * larger;
        let runs: Vec<Vec<Run>> = [1, 4, 16].into_iter().map(|times| of_size(kind, size * times)).collect();
        for (at, command) in kind.commands.iter().enumerate() {
            let [one, four, sixteen] = [0, 1, 2].map(|place: usize| &runs[place][at]);
            let exponent = (sixteen.cpu.max(NOISE) / four.cpu.max(NOISE)).ln() / 4f64.ln();
            let star = exponent > LIMIT && sixteen.cpu >= 1.0;
            over += usize::from(star);
            println!(
                "{:<22} {command:<20} {size:>8} {:>8.2} {:>8.2} {:>8.2}  {exponent:>7.2}{} {:>9.0}",
                kind.name,
                one.cpu,
                four.cpu,
                sixteen.cpu,
                if star { '*' } else { ' ' },
                sixteen.peak_kib as f64 / 1024.0,
            );
        }
    }
    println!("{over} over {LIMIT}");
}

/// Runs a kind's commands, one after another, on a project of some size.
fn of_size(kind: &Kind, size: usize) -> Vec<Run> {
    let folder = tempfile::tempdir().expect("a temporary folder");
    (kind.fill)(folder.path(), size);
    kind.commands.iter().map(|command| run(folder.path(), command)).collect()
}

fn run(root: &Path, command: &str) -> Run {
    let named = std::env::var_os("TOLMACH_PROGRAM");
    let mut program = Command::new(named.unwrap_or_else(|| env!("CARGO_BIN_EXE_tolmach").into()));
    // A tilde is a space in a word.
    measure(program.current_dir(root).args(command.split(' ').map(|word| word.replace('~', " "))))
}
