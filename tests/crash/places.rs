//! A file or folder that is not what it was when it was read: nothing is written through it, and it is named.

use std::fs;
use std::io;
use std::io::{Read, Write};
use std::os::unix::fs::{PermissionsExt, symlink};
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Command, Stdio};

use crate::site::{Scene, settle, tree};

const TRANSLATION: &str = "translations/en/d10.md";

/// Starts `review`, lets it read and ask, meddles with the translation, then answers to write a fix; what was said.
fn meanwhile(root: &Path, meddle: impl FnOnce(&Path)) -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_tolmach"));
    settle(command.args(["review", "--plain", "--rule", "doubled-space"]), root);
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("the program runs");
    let (mut answers, mut said) = (child.stdin.take().expect("piped"), child.stdout.take().expect("piped"));
    answers.write_all(b"f\n").expect("it listens");
    let mut heard = Vec::new();
    while !String::from_utf8_lossy(&heard).contains("n no:") {
        let mut byte = [0; 1];
        assert!(said.read(&mut byte).expect("it speaks") > 0, "{}", String::from_utf8_lossy(&heard));
        heard.push(byte[0]);
    }
    meddle(&root.join(TRANSLATION));
    answers.write_all(b"y\n").expect("it listens");
    drop(answers);
    let mut rest = String::new();
    said.read_to_string(&mut rest).expect("it speaks");
    child.wait().expect("our own child");
    rest
}

#[test]
fn a_folder_in_the_place_of_a_file_is_left_alone() {
    let scene = Scene::new("review", 1);
    let folder = scene.lay_out();
    let said = meanwhile(folder.path(), |file| {
        fs::remove_file(file).expect("a writable folder");
        fs::create_dir(file).expect("a writable folder");
    });
    assert!(said.contains(TRANSLATION) && said.contains("a folder, a pipe or a device"), "{said}");
    assert!(folder.path().join(TRANSLATION).is_dir());
    assert_eq!(tree(folder.path()).len(), scene.before.len() - 1);
}

#[test]
fn a_link_out_in_the_place_of_a_file_is_not_written_through() {
    let scene = Scene::new("review", 1);
    let folder = scene.lay_out();
    let outside = tempfile::tempdir().expect("a writable folder");
    let other = outside.path().join("other.md");
    let said = meanwhile(folder.path(), |file| {
        fs::rename(file, &other).expect("a writable folder");
        symlink(&other, file).expect("a writable folder");
    });
    assert!(said.contains(TRANSLATION) && said.contains("leads out of the project"), "{said}");
    assert_eq!(fs::read(&other).expect("it is there"), scene.before[TRANSLATION]);
    assert_eq!(tree(outside.path()).len(), 1);
}

#[test]
fn a_link_that_stays_inside_is_kept_and_its_file_is_written() {
    let scene = Scene::new("accept", 1);
    let folder = scene.lay_out();
    let units = folder.path().join("translations/en/d10.units.toml");
    fs::write(folder.path().join("translations/kept.toml"), "format = 1\n").expect("a writable folder");
    symlink("../kept.toml", &units).expect("a writable folder");
    assert!(scene.run(folder.path()).status.success());
    assert!(units.symlink_metadata().expect("it is there").file_type().is_symlink());
    let kept = fs::read_to_string(folder.path().join("translations/kept.toml")).expect("it is there");
    assert!(kept.contains("[[unit]]"), "{kept}");
}

/// Root may write anywhere; so the program runs as somebody who is nobody where the test runs as root.
fn as_nobody(scene: &Scene, root: &Path, tongue: &str) -> String {
    let program = root.join("tolmach");
    fs::copy(env!("CARGO_BIN_EXE_tolmach"), &program).expect("a writable folder");
    let mut command = Command::new(program);
    settle(command.args(&scene.arguments), root);
    command.env("LC_ALL", tongue);
    if fs::write(root.join("translations/en/probe"), "").is_ok() {
        fs::remove_file(root.join("translations/en/probe")).expect("just written");
        command.uid(65534).gid(65534);
    }
    // Another test's child may hold the copy open for a moment, as it was forked while it was written.
    let mut started = || {
        (0..200).find_map(|_| match command.output() {
            Err(error) if error.kind() == io::ErrorKind::ExecutableFileBusy => {
                std::thread::sleep(std::time::Duration::from_millis(20));
                None
            }
            other => Some(other),
        })
    };
    let output = started().expect("not busy for long").expect("the program runs");
    fs::remove_file(root.join("tolmach")).expect("just written");
    assert_eq!(output.status.code(), Some(2), "{output:?}");
    String::from_utf8(output.stderr).expect("words")
}

#[test]
fn a_folder_that_may_not_be_written_is_named_in_both_languages() {
    for (tongue, words) in [("en_US.UTF-8", "does not allow it"), ("ru_RU.UTF-8", "не разрешает")] {
        let scene = Scene::new("accept", 1);
        let folder = scene.lay_out();
        let rights = |path: &Path, mode| {
            fs::set_permissions(path, fs::Permissions::from_mode(mode)).expect("our own folder");
        };
        rights(folder.path(), 0o755);
        rights(&folder.path().join("translations/en"), 0o555);
        let said = as_nobody(&scene, folder.path(), tongue);
        rights(&folder.path().join("translations/en"), 0o755);
        assert!(said.contains("translations/en/d10.units.toml: ") && said.contains(words), "{said}");
        assert_eq!(tree(folder.path()), scene.before);
    }
}

#[test]
fn a_full_disk_is_named_in_both_languages() {
    for (tongue, words) in [("en_US.UTF-8", "no room for it"), ("ru_RU.UTF-8", "не хватает места")] {
        let scene = Scene::new("accept", 1);
        let folder = scene.lay_out();
        let mut command = Command::new("sh");
        command.args(["-c", "trap '' XFSZ; ulimit -f 0; exec \"$@\"", "sh", env!("CARGO_BIN_EXE_tolmach")]);
        settle(command.args(&scene.arguments), folder.path());
        let output = command.env("LC_ALL", tongue).output().expect("the program runs");
        let said = String::from_utf8(output.stderr).expect("words");
        assert!(said.contains("translations/en/d10.units.toml: ") && said.contains(words), "{said}");
    }
}
