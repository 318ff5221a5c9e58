//! What a crash leaves: every file is the old one or the new one, the project still opens, and the next run of the
//! command finishes the work and clears away what the killed one left.
//!
//! In the normal suite each command that writes is killed a few times, at times drawn from a fixed seed.
//! `TOLMACH_KILLS=200 cargo test --test crash` kills each of them 200 times; `… --test crash killed_accept` one alone.
//! `cargo test --test crash -- --ignored` kills them under `strace` at every single system call that writes, and lets
//! every such call fail as on a full, a read-only and a broken disk; and looks at all that may be left when the power
//! fails after any call (`… --test crash power -- --ignored --nocapture` prints a table).
#![cfg(unix)]

mod faults;
mod kill;
mod places;
#[cfg(target_os = "linux")]
mod power;
mod site;

use site::{NAMES, Scene};

/// How many documents the project has: the more, the longer the time in which files are written.
const DOCUMENTS: usize = 6;

macro_rules! scenes {
    ($($test:ident $name:literal),* $(,)?) => {
        /// The names of the tests below.
        const TESTED: &[&str] = &[$($name),*];
        mod killed {
            $(#[test] fn $test() { super::kill::at_random(&super::Scene::new($name, super::DOCUMENTS), $name); })*
        }
        mod every_call {
            $(
                #[test]
                #[ignore = "minutes under strace"]
                fn $test() { super::kill::at_every_call(&super::Scene::new($name, 2), $name); }
            )*
        }
        mod every_error {
            $(
                #[test]
                #[ignore = "minutes under strace"]
                fn $test() { super::faults::at_every_call(&super::Scene::new($name, 2), $name); }
            )*
        }
        #[cfg(target_os = "linux")]
        mod little_memory {
            $(#[test] fn $test() { super::faults::little_memory(&super::Scene::new($name, 2), $name); })*
        }
        #[cfg(target_os = "linux")]
        mod power_cut {
            $(
                #[test]
                #[ignore = "needs strace"]
                fn $test() { super::power::at_every_cut(&super::Scene::new($name, 2), $name); }
            )*
        }
        mod full_disk {
            $(#[test] fn $test() { super::faults::full(&super::Scene::new($name, 1), $name); })*
        }
    };
}

scenes! {
    init "init", accept "accept", accept_one "accept-one", forget "forget", pair "pair", unpair "unpair", mv "mv",
    add "add", add_import "add-import", update "update", import_tmx "import-tmx", import_xliff "import-xliff", export "export",
    glossary_add "glossary-add", glossary_import "glossary-import", glossary_export "glossary-export",
    waive "waive", fix "fix", baseline "baseline", output "output", resolve "resolve", driver "driver",
    review "review", fill "fill", fill_stale "fill-stale", add_draft "add-draft", add_memory "add-memory", stamp "stamp", import_po "import-po",
    glossary_edit "glossary-edit", glossary_remove "glossary-remove", glossary_merge "glossary-merge", report "report",
    book "book",
}

#[test]
fn every_scene_is_tested() {
    assert_eq!(NAMES, TESTED);
}
