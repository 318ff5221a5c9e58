//! Every fuzz target in one binary: the name of the target stands in the variable `FUZZ_TARGET`.
//!
//! The invariants are those of `tests/invariants`; `fuzz/run` builds and runs this with coverage on stable Rust.
#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;

#[path = "../tests/invariants/mod.rs"]
mod invariants;

static TARGET: LazyLock<invariants::Hold> = LazyLock::new(|| {
    let name = std::env::var("FUZZ_TARGET").unwrap_or_default();
    let target = invariants::TARGETS.iter().find(|target| target.0 == name);
    target.unwrap_or_else(|| panic!("FUZZ_TARGET={name} is no target")).1
});

fuzz_target!(|bytes: &[u8]| (*TARGET)(bytes));
