//! SIGKILL: at random times, and at every system call that writes.

use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use crate::site::{Scene, Tree, settle, tree};

/// System calls between which a file may be half there. Those that a machine does not have are passed over.
pub(crate) const CALLS: &[&str] =
    &["write", "fsync", "rename", "renameat", "renameat2", "unlink", "unlinkat", "mkdir", "fchmod", "flock"];

/// Kills the command at times all over its usual length, more of them towards its end, where most files are written.
pub(crate) fn at_random(scene: &Scene, name: &str) {
    let kills = std::env::var("TOLMACH_KILLS").map_or(2, |kills| kills.parse().expect("TOLMACH_KILLS is a number"));
    let start = Instant::now();
    let after = undisturbed(scene);
    let mut usual = start.elapsed();
    let mut random = Random::new(name);
    let (mut killed, mut strays) = (0, 0);
    for at in 0..kills {
        let share = if at % 2 == 0 { random.share() } else { 0.6 + 0.4 * random.share() };
        let folder = scene.lay_out();
        let mut child = scene.spawned(&mut scene.command(folder.path()));
        std::thread::sleep(Duration::from_secs_f64(usual.as_secs_f64() * share));
        child.kill().expect("our own child");
        let status = child.wait().expect("our own child");
        killed += usize::from(status.code().is_none());
        strays += old_or_new(scene, &after, folder.path());
        let start = Instant::now();
        runs_again(scene, &after, folder.path());
        // Other tests may have slowed the first run down; a kill that comes too late shows nothing.
        usual = usual.min(start.elapsed());
    }
    tell(&format!("{name}: killed {killed} of {kills}, temporary files left and cleared away: {strays}"));
}

/// Kills the command as it enters the first, second, third … call of each kind.
pub(crate) fn at_every_call(scene: &Scene, name: &str) {
    let after = undisturbed(scene);
    let (mut kills, mut strays) = (0, 0);
    for call in CALLS {
        for count in 1.. {
            let folder = scene.lay_out();
            let output = scene.spawned(&mut traced(scene, folder.path(), call, &format!("signal=KILL:when={count}")));
            let output = output.wait_with_output().expect("strace runs");
            strays += old_or_new(scene, &after, folder.path());
            if output.status.code().is_some() {
                break;
            }
            kills += 1;
            runs_again(scene, &after, folder.path());
        }
    }
    tell(&format!("{name}: killed at each of {kills} system calls, temporary files left and cleared away: {strays}"));
    assert!(kills > 5, "{name}: the calls that write are {CALLS:?}");
}

/// The command under `strace`, which meddles with a call as told. Threads of its own do not write.
pub(crate) fn traced(scene: &Scene, root: &Path, call: &str, meddling: &str) -> Command {
    let mut command = Command::new("strace");
    command.args(["-f", "-qq", "-o", "/dev/null", "-e", &format!("trace=?{call}")]);
    command.args(["-e", &format!("inject=?{call}:{meddling}")]);
    command.arg(env!("CARGO_BIN_EXE_tolmach")).args(&scene.arguments);
    settle(&mut command, root);
    command
}

/// What the command leaves when nothing stops it.
pub(crate) fn undisturbed(scene: &Scene) -> Tree {
    let folder = scene.lay_out();
    let output = scene.run(folder.path());
    assert!(output.status.success(), "{:?}: {output:?}", scene.arguments);
    let after = tree(folder.path());
    assert_ne!(scene.before, after, "{:?} writes", scene.arguments);
    after
}

/// Every file is the old one or the new one; how many temporary files there are beside.
pub(crate) fn old_or_new(scene: &Scene, after: &Tree, root: &Path) -> usize {
    let now = tree(root);
    let mut strays = 0;
    for (path, bytes) in &now {
        if is_temporary(path) {
            // Pages that are not all there are named as that for the next run.
            strays += usize::from(!path.ends_with(".tolmach-unfinished.tmp"));
            continue;
        }
        let whole = [&scene.before, after].iter().any(|tree| tree.get(path) == Some(bytes));
        assert!(whole, "{:?}: {path} is neither old nor new: {}", scene.arguments, String::from_utf8_lossy(bytes));
    }
    for path in scene.before.keys().filter(|path| after.contains_key(*path)) {
        assert!(now.contains_key(path), "{:?}: {path} is gone", scene.arguments);
    }
    strays
}

/// Whether a path is that of a file that tolmach removes again.
pub(crate) fn is_temporary(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or_default();
    name.starts_with(".tolmach-") && name.ends_with(".tmp")
}

/// The same command opens what is left, brings it to where it would have come, and leaves no file of its own.
pub(crate) fn runs_again(scene: &Scene, after: &Tree, root: &Path) {
    let output = scene.run(root);
    let now = tree(root);
    let differs = |path: &&String| now.get(*path) != after.get(*path);
    let paths: Vec<&String> = now.keys().chain(after.keys()).filter(differs).collect();
    assert!(paths.is_empty(), "{:?}: not finished: {paths:?}, {output:?}", scene.arguments);
}

/// Says something to who asks for it with `--nocapture`.
#[expect(clippy::print_stdout, reason = "the test harness keeps it unless it is asked for")]
pub(crate) fn tell(said: &str) {
    println!("{said}");
}

/// A generator whose numbers are the same on every machine.
struct Random(u64);

impl Random {
    fn new(name: &str) -> Random {
        Random(name.bytes().fold(0x9E37_79B9_7F4A_7C15, |seed, byte| seed.rotate_left(8) ^ u64::from(byte)))
    }

    /// A number from 0 to 1.
    fn share(&mut self) -> f64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 40) as f64 / f64::from(1 << 24)
    }
}
