//! Generates one Rust function for every message of `src/i18n/<language>/*.ftl`.
//!
//! It also names the program by a digest of its source, so that answers of another program are not taken from a cache.
//! The build fails where a language lacks a message, a value, an argument or a variant that another has.

mod messages;
mod source;

use std::path::Path;
use std::{env, fs, process};

#[expect(clippy::print_stdout, reason = "a build script speaks to cargo on its standard output")]
fn main() {
    println!("cargo:rerun-if-changed=src");
    println!("cargo:rerun-if-changed=Cargo.lock");
    println!("cargo:rerun-if-changed=build");
    println!("cargo:rustc-env=TOLMACH_SOURCE_DIGEST={:016x}", source::digest(&["src", "build", "Cargo.lock"]));
    let generated = messages::generate(Path::new("src/i18n"));
    let target = Path::new(&env::var_os("OUT_DIR").expect("cargo sets OUT_DIR")).join("messages.rs");
    match generated {
        Ok(text) => fs::write(target, text).expect("OUT_DIR can be written"),
        Err(faults) => {
            for fault in faults {
                println!("cargo::error={fault}");
            }
            process::exit(1);
        }
    }
}
