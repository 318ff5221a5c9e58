//! Ways out of the project, by every path that a file of it can name.

use std::fs;
use std::os::unix::fs::symlink;

use super::{project, said, tolmach, write};

/// (the configuration or glossary that names a path, a word of the complaint).
#[test]
fn no_configured_path_leads_out() {
    let documents = |original: &str, translation: &str| {
        format!("[[documents]]\noriginal = \"{original}\"\ntranslation = \"{translation}\"\n")
    };
    let lexicon = |path: &str| format!("[align]\nlexicon = [\"{path}\"]\n");
    let configs = [
        documents("../**/*", "{language}/**/*"),
        documents("/etc/**/*", "{language}/**/*"),
        documents("originals/**/*", "../{language}/**/*"),
        documents("originals/**/*", "/tmp/{language}/**/*"),
        documents("originals/../../**/*", "{language}/**/*"),
        lexicon("../words.tsv"),
        lexicon("/etc/passwd"),
        lexicon("originals/../../words.tsv"),
        lexicon("/dev/zero"),
    ];
    for config in configs {
        let folder = project();
        write(folder.path(), "tolmach.toml", &config);
        let output = tolmach(folder.path(), "C.UTF-8", &["check"]);
        assert_eq!(output.status.code(), Some(2), "{config}: {}", said(&output));
        assert!(said(&output).contains("leads out of the project"), "{config}: {}", said(&output));
        assert!(!said(&output).contains("root:"), "{config}: {}", said(&output));
    }
}

/// Every name under which a project's file or folder may be a link, and to where.
#[test]
fn no_link_leads_out() {
    let outside = tempfile::tempdir().expect("a writable folder");
    let secret = outside.path().join("secret");
    fs::write(&secret, "TOP-SECRET = [\n").expect("a writable folder");
    let folder_outside = outside.path().join("folder");
    fs::create_dir(&folder_outside).expect("a writable folder");
    fs::write(folder_outside.join("a.md"), "TOP-SECRET\n").expect("a writable folder");
    let places = [
        "tolmach.toml",
        "originals",
        "originals/a.md",
        "originals/b.md",
        "originals/b",
        "translations",
        "translations/en",
        "translations/en/a.md",
        "translations/en/a.units.toml",
        "glossary",
        "glossary/a.toml",
        "memory",
        "memory/a.tmx",
    ];
    let commands: &[&[&str]] = &[
        &["check"],
        &["status"],
        &["diff"],
        &["align"],
        &["accept", "--all"],
        &["update"],
        &["init"],
        &["memory", "search", "мост"],
        &["glossary", "list"],
        &["glossary", "add", "x", "--term", "ru=мост"],
        &["memory", "import", "in.tmx"],
        &["add", "originals/c.md", "--language", "en"],
        &["check", "--fix"],
        &["mv", "originals/c.md", "originals/d.md"],
        &["forget", "--all"],
    ];
    let before = listed(outside.path());
    for place in places {
        for goal in [secret.as_path(), folder_outside.as_path(), "/dev/zero".as_ref(), "/".as_ref()] {
            let folder = project();
            write(folder.path(), "originals/c.md", "Паром.\n");
            write(folder.path(), "in.tmx", TMX);
            let link = folder.path().join(place);
            fs::create_dir_all(link.parent().expect("a folder")).expect("a writable folder");
            if link.is_dir() {
                fs::remove_dir_all(&link).expect("ours")
            } else {
                fs::remove_file(&link).unwrap_or_default()
            }
            symlink(goal, &link).expect("a writable folder");
            // All of them on the first goal, the quickest on the others.
            let some = if goal == secret { commands } else { &commands[..2] };
            for command in some {
                let said = said(&tolmach(folder.path(), "C.UTF-8", command));
                assert!(!said.contains("TOP-SECRET"), "{place} to {}: {command:?}: {said}", goal.display());
                assert_eq!(listed(outside.path()), before, "{place} to {}: {command:?}: {said}", goal.display());
                assert_eq!(fs::read_to_string(&secret).expect("it is there"), "TOP-SECRET = [\n");
            }
        }
    }
}

const TMX: &str = "<tmx version=\"1.4\"><header/><body><tu><tuv xml:lang=\"ru\"><seg>Мост</seg></tuv>\
                   <tuv xml:lang=\"en\"><seg>Bridge</seg></tuv></tu></body></tmx>";

fn listed(root: &std::path::Path) -> Vec<String> {
    let entries = walkdir::WalkDir::new(root).sort_by_file_name().into_iter();
    entries.map(|entry| entry.expect("a readable folder").path().display().to_string()).collect()
}

/// A pipe has no end, and no beginning either: nobody writes to it.
#[test]
fn a_pipe_is_not_waited_for() {
    for place in [
        "tolmach.toml",
        "originals/a.md",
        "translations/en/a.md",
        "translations/en/a.units.toml",
        "glossary/a.toml",
        "words.tsv",
    ] {
        let folder = project();
        write(folder.path(), place, "");
        fs::remove_file(folder.path().join(place)).expect("just written");
        let made =
            std::process::Command::new("mkfifo").arg(folder.path().join(place)).status().expect("mkfifo is there");
        assert!(made.success());
        if place == "words.tsv" {
            write(folder.path(), "tolmach.toml", "[align]\nlexicon = [\"words.tsv\"]\n");
        }
        for command in [&["check"][..], &["accept", "--all"]] {
            // It ends; what it says depends on whether the file is one that must be there.
            said(&tolmach(folder.path(), "C.UTF-8", command));
        }
    }
}

#[test]
fn an_answer_does_not_follow_a_link_out() {
    let outside = tempfile::tempdir().expect("a writable folder");
    let other = outside.path().join("other");
    fs::write(&other, "old").expect("a writable folder");
    for arguments in [
        &["check", "--format", "sarif=report", "--fail-on", "never"][..],
        &["check", "--output", "report", "--fail-on", "never"],
        &["check", "--write-baseline", "report"],
    ] {
        let folder = project();
        symlink(&other, folder.path().join("report")).expect("a writable folder");
        said(&tolmach(folder.path(), "C.UTF-8", arguments));
        assert_eq!(fs::read_to_string(&other).expect("it is there"), "old", "{arguments:?}");
    }
}

/// Commands with `L` where a folder's link leads into git's own folder, or out.
#[test]
fn nothing_is_written_behind_a_folders_link() {
    let commands = [
        "report L/pages",
        "report L",
        "book L/book",
        "man L/man",
        "glossary export L/a.tbx",
        "glossary export L/a.csv",
        "memory export L/a.tmx",
        "memory export L/a.xlf",
        "memory export L/a.po",
        "check --output L/a --fail-on never",
        "check --format sarif=L/a --fail-on never",
        "check --write-baseline L/a --fail-on never",
        "mv originals/a.md L/a.md",
    ];
    let outside = tempfile::tempdir().expect("a writable folder");
    for goal in [".git", ".git/hooks", "deep/link", outside.path().to_str().expect("UTF-8")] {
        let folder = project();
        let root = folder.path();
        fs::create_dir_all(root.join(".git/hooks")).expect("a writable folder");
        fs::create_dir(root.join("deep")).expect("a writable folder");
        symlink("../.git/hooks", root.join("deep/link")).expect("a writable folder");
        symlink(goal, root.join("L")).expect("a writable folder");
        let before = (listed(root), listed(outside.path()));
        for command in commands {
            let arguments: Vec<&str> = command.split(' ').collect();
            let output = tolmach(root, "C.UTF-8", &arguments);
            // The cache is where `check` may write.
            fs::remove_dir_all(root.join(".tolmach")).unwrap_or_default();
            assert_eq!(output.status.code(), Some(2), "{command} to {goal}: {}", said(&output));
            assert_eq!((listed(root), listed(outside.path())), before, "{command} to {goal}");
        }
    }
}

#[test]
fn a_name_that_is_not_utf_8_is_named_and_one_that_is_not_ours_is_not() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;
    for (name, ours) in [(&b"originals/\xff.md"[..], true), (b"originals/\xff.jpg", false)] {
        let folder = project();
        fs::write(folder.path().join(OsStr::from_bytes(name)), "Мост.\n").expect("a writable folder");
        let output = tolmach(folder.path(), "C.UTF-8", &["check"]);
        assert_eq!(said(&output).contains("is not UTF-8"), ours, "{}", said(&output));
        assert_eq!(output.status.code() == Some(2), ours, "{}", said(&output));
    }
}
