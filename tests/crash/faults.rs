//! A disk that is full or read-only, and calls that fail: the old file or the new one, and a word about which.

use std::process::Command;

use crate::kill::{CALLS, old_or_new, runs_again, tell, traced, undisturbed};
use crate::site::{Scene, settle, tree};

/// No file may grow: what a full disk and a used-up quota answer to `write`.
pub(crate) fn full(scene: &Scene, name: &str) {
    let folder = scene.lay_out();
    let mut command = Command::new("sh");
    // The signal that comes with the limit is ignored, so that the call fails as it does on a full disk.
    command.args(["-c", "trap '' XFSZ; ulimit -f 0; exec \"$@\"", "sh", env!("CARGO_BIN_EXE_tolmach")]);
    settle(command.args(&scene.arguments), folder.path());
    let output = scene.spawned(&mut command).wait_with_output().expect("the program runs");
    let said = String::from_utf8_lossy(&output.stderr) + String::from_utf8_lossy(&output.stdout);
    assert_eq!(tree(folder.path()), scene.before, "{name}: nothing is written, nothing is left: {said}");
    assert!(said.contains("no room for it"), "{name}: {said}");
    // `review` goes on and says it; every other command ends.
    assert!(output.status.code() == Some(2) || name == "review", "{name}: {output:?}");
}

/// Little memory, and less: the command ends, says why, and every file is the old one or the new one.
#[cfg(target_os = "linux")]
pub(crate) fn little_memory(scene: &Scene, name: &str) {
    let after = undisturbed(scene);
    let mut fell = 0;
    for kib in [50_000, 120_000] {
        let folder = scene.lay_out();
        let mut command = Command::new("sh");
        let limit = format!("ulimit -v {kib}; ulimit -c 0; exec \"$@\"");
        command.args(["-c", &limit, "sh", env!("CARGO_BIN_EXE_tolmach")]);
        settle(command.args(&scene.arguments), folder.path());
        let output = scene.spawned(&mut command).wait_with_output().expect("the program runs");
        old_or_new(scene, &after, folder.path());
        let said = String::from_utf8_lossy(&output.stderr);
        let why = ["memory allocation of", "annot allocate memory", "temporarily unavailable", "cannot apply"];
        let told = why.iter().any(|why| said.contains(why));
        assert!(output.status.success() || told || said.is_empty(), "{name}, {kib} KiB: {output:?}");
        fell += usize::from(!output.status.success());
        runs_again(scene, &after, folder.path());
    }
    tell(&format!("{name}: fell for want of memory {fell} of 2 times"));
}

/// Lets each call that writes fail in turn, as on a full, a broken, a read-only and a forbidden disk.
pub(crate) fn at_every_call(scene: &Scene, name: &str) {
    let after = undisturbed(scene);
    let mut faults = 0;
    for call in CALLS.iter().filter(|call| **call != "flock") {
        for error in ["ENOSPC", "EIO", "EROFS", "EACCES"] {
            for count in 1.. {
                let folder = scene.lay_out();
                let meddling = format!("error={error}:when={count}");
                let output = scene.spawned(&mut traced(scene, folder.path(), call, &meddling));
                let output = output.wait_with_output().expect("strace runs");
                let said = String::from_utf8_lossy(&output.stderr) + String::from_utf8_lossy(&output.stdout);
                let strays = old_or_new(scene, &after, folder.path());
                // A temporary file that may not be removed stays for the next run.
                assert!(strays == 0 || call.starts_with("unlink"), "{name}: {call} {count} {error}: {said}");
                assert!(!said.contains("panicked"), "{name}: {call} {count} {error}: {said}");
                if tree(folder.path()) == after && output.status.success() {
                    break;
                }
                faults += 1;
            }
        }
    }
    tell(&format!("{name}: {faults} calls failed"));
}
