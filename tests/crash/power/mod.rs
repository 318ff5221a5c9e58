//! The power fails after any call: every file is the old one or the new one, and what a command said it wrote is there.
//!
//! The command runs once under `strace`. Its calls are done again on a disk of our own ([`model`]), and after each of
//! them everything that may be left is looked at.

mod model;
mod trace;

use std::collections::BTreeSet;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::process::Command;

use crate::kill::{is_temporary, runs_again, tell};
use crate::site::{Scene, Tree, settle, tree, write};
use model::{Call, Disk, State};

/// On so many of the states, spread over all, the command is run again.
const AGAIN: usize = 12;

/// Looks at everything that a cut of the power during the command may leave.
pub(crate) fn at_every_cut(scene: &Scene, name: &str) {
    let (calls, after) = traced(scene);
    let mut disk = Disk::of(&scene.before);
    let (mut cuts, mut states) = (0, 0);
    let mut left: BTreeSet<u64> = BTreeSet::new();
    let mut kept: Vec<Tree> = Vec::new();
    for call in &calls {
        disk.apply(call);
        cuts += 1;
        states += disk.cut(&mut |state| {
            let torn = torn(state, &scene.before, &after);
            assert!(torn.is_none(), "{name}: after call {cuts}, {call:?}: {torn:?}");
            let mut hasher = DefaultHasher::new();
            state.hash(&mut hasher);
            if left.insert(hasher.finish()) {
                kept.push(state.iter().map(|(path, bytes)| ((*path).to_owned(), bytes.to_vec())).collect());
            }
        });
    }
    disk.cut(&mut |state| {
        let lost = unsure(state, &after);
        assert!(lost.is_none(), "{name}: the command has ended, and the power may still take back {lost:?}");
    });
    let step = kept.len().div_ceil(AGAIN).max(1);
    let again: Vec<&Tree> = kept.iter().step_by(step).collect();
    for tree in &again {
        let folder = tempfile::tempdir().expect("a writable folder");
        tree.iter().for_each(|(path, bytes)| write(folder.path(), path, bytes));
        runs_again(scene, &after, folder.path());
    }
    tell(&format!(
        "{name:<16} cuts {cuts:>4}, states {states:>6}, of them different {:>5}, run again {:>3}, torn 0",
        kept.len(),
        again.len()
    ));
}

/// What the command does to the disk, and what it leaves.
fn traced(scene: &Scene) -> (Vec<Call>, Tree) {
    let folder = scene.lay_out();
    let root = folder.path().canonicalize().expect("it is there");
    let file = tempfile::NamedTempFile::new().expect("a writable folder");
    let mut command = Command::new("strace");
    command.args(["-f", "-y", "-xx", "-qq", "-s", "100000000", "-e", &format!("trace={}", trace::CALLS), "-o"]);
    command.arg(file.path()).arg(env!("CARGO_BIN_EXE_tolmach")).args(&scene.arguments);
    settle(&mut command, &root);
    let output = scene.spawned(&mut command).wait_with_output().expect("strace runs");
    assert!(output.status.success(), "{:?}: {output:?}", scene.arguments);
    let after = tree(&root);
    let text = std::fs::read_to_string(file.path()).expect("strace wrote it");
    let calls = trace::calls(&text, &root);
    // What was not understood in the trace would be a hole in what is shown here.
    let mut disk = Disk::of(&scene.before);
    calls.iter().for_each(|call| disk.apply(call));
    let seen: Tree = disk.seen().iter().map(|(path, bytes)| ((*path).to_owned(), bytes.to_vec())).collect();
    assert_eq!(seen, after, "{:?}: the trace leads to what is there", scene.arguments);
    (calls, after)
}

/// The first thing in a state that must not be.
fn torn(state: &State<'_>, before: &Tree, after: &Tree) -> Option<String> {
    for (path, bytes) in state {
        let whole = [before, after].iter().any(|tree| tree.get(*path).is_some_and(|known| known == bytes));
        if !whole && !made_again(path) {
            return Some(format!("{path} is neither old nor new: {}", String::from_utf8_lossy(bytes)));
        }
    }
    let gone = |path: &&String| !state.contains_key(path.as_str());
    if let Some(path) = before.keys().filter(|path| after.contains_key(*path)).find(gone) {
        return Some(format!("{path} is gone"));
    }
    // What goes does so when all that comes is there.
    let (goes, comes) = (before.keys().find(gone), after.keys().filter(|path| !made_again(path)).find(gone));
    if let (Some(goes), Some(comes)) = (goes, comes) {
        return Some(format!("{goes} is gone and {comes} is not there"));
    }
    // A translation goes with the record of who made it, which is there first.
    let new = |path: &str| {
        after.get(path) != before.get(path) && state.get(path).copied() == after.get(path).map(Vec::as_slice)
    };
    let record = |path: &str| path.strip_suffix(".md").map(|stem| format!("{stem}.units.toml"));
    let alone = |path: &&&str| {
        record(path).is_some_and(|record| after.get(&record) != before.get(&record) && !new(&record)) && new(path)
    };
    state.keys().find(alone).map(|path| format!("{path} is there before its record"))
}

/// The first file that is not what the command left.
fn unsure(state: &State<'_>, after: &Tree) -> Option<String> {
    let known = |path: &str| after.get(path).map(Vec::as_slice);
    let paths = state.keys().copied().chain(after.keys().map(String::as_str));
    // The cache may be gone with its folder.
    let kept = |path: &str| !made_again(path) && !path.starts_with(".tolmach/");
    let differs = |path: &&str| kept(path) && state.get(path).copied() != known(path);
    paths.into_iter().find(differs).map(str::to_owned)
}

/// Whether a file may be anything: a temporary one, or one that is made again when it is not whole.
fn made_again(path: &str) -> bool {
    is_temporary(path)
        || (path.starts_with(".tolmach/cache/") && !path.ends_with("/.gitignore"))
        || ["pages/", "books/"].iter().any(|folder| path.starts_with(folder))
}
