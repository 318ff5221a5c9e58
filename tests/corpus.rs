//! Every stored input of the fuzz targets keeps its target's promises: `fuzz/corpus`, written by hand, and
//! `fuzz/regressions`, which once broke something. So do some thousand small changes of them.

use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};

mod invariants;

use invariants::TARGETS;

/// The inputs of a target, by path, in order.
fn inputs(target: &str) -> Vec<(PathBuf, Vec<u8>)> {
    let fuzz = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz");
    let mut inputs = Vec::new();
    for folder in ["corpus", "regressions"] {
        let entries = fs::read_dir(fuzz.join(folder).join(target)).into_iter().flatten();
        for path in entries.map(|entry| entry.expect("an entry").path()) {
            let bytes = fs::read(&path).expect("a readable input");
            inputs.push((path, bytes));
        }
    }
    inputs.sort();
    inputs
}

#[test]
fn every_stored_input_keeps_the_promises() {
    let mut broken = Vec::new();
    for (target, hold) in TARGETS {
        let inputs = inputs(target);
        assert!(!inputs.is_empty(), "{target} has inputs");
        for (path, bytes) in inputs {
            if catch_unwind(AssertUnwindSafe(|| hold(&bytes))).is_err() {
                broken.push(path.display().to_string());
            }
        }
    }
    assert!(broken.is_empty(), "broken by:\n{}", broken.join("\n"));
}
