//! What `strace -f -y -xx` says a program did to the files of a folder.

use std::collections::BTreeMap;
use std::path::{Component, Path, PathBuf};

use super::model::Call;

/// The calls that are asked for.
pub(crate) const CALLS: &str = "?open,?openat,?openat2,?creat,?write,?pwrite64,?writev,?pwritev,?copy_file_range,?sendfile,?truncate,\
    ?ftruncate,?fallocate,?fsync,?fdatasync,?sync,?syncfs,?rename,?renameat,?renameat2,?link,?linkat,?symlink,?symlinkat,\
    ?unlink,?unlinkat,?rmdir,?mkdir,?mkdirat";

/// The calls on files below `root` that succeeded, in the order in which they ended.
///
/// Every string is in hexadecimal digits, so that no comma, bracket or quote in a line is part of a name or a text.
pub(crate) fn calls(trace: &str, root: &Path) -> Vec<Call> {
    let mut begun: BTreeMap<&str, &str> = BTreeMap::new();
    let mut calls = Vec::new();
    for line in trace.lines() {
        let (process, rest) = line.split_once(' ').unwrap_or(("", line));
        let rest = rest.trim_start();
        if let Some(beginning) = rest.strip_suffix(" <unfinished ...>") {
            begun.insert(process, beginning);
        } else if let Some((_, end)) = rest.strip_prefix("<... ").and_then(|rest| rest.split_once(" resumed>")) {
            let beginning = begun.remove(process).unwrap_or_else(|| panic!("it began: {line}"));
            calls.extend(read(&format!("{beginning}{end}"), root));
        } else {
            calls.extend(read(rest, root));
        }
    }
    calls
}

/// A call in one line; none where it failed, is none, or is about nothing below `root`.
fn read(line: &str, root: &Path) -> Option<Call> {
    let (name, rest) = line.split_once('(')?;
    let (arguments, result) = rest.rsplit_once(" = ")?;
    let number: usize = result.split(['<', ' ']).next()?.parse().ok()?;
    assert!(!arguments.contains("\"..."), "cut off: {line}");
    let (texts, places) = (texts(arguments), places(arguments));
    // A path without a folder that is named is relative to where the program was started.
    let path = |at: usize| {
        let base = if name.ends_with("at") || name.ends_with("at2") { places.get(at) } else { None };
        below(root, &base.map_or(root, |base| base).join(as_path(texts.get(at)?)))
    };
    let place = || below(root, places.first()?);
    Some(match name {
        "open" | "openat" | "openat2" | "creat" => {
            if name != "creat" && !arguments.contains("O_CREAT") && !arguments.contains("O_TRUNC") {
                return None;
            }
            let emptied = name == "creat" || arguments.contains("O_TRUNC");
            Call::Open { path: below(root, self::places(result).first()?)?, emptied }
        }
        "write" | "writev" | "pwrite64" | "pwritev" => {
            let mut bytes = texts.concat();
            bytes.truncate(number);
            let at = name
                .starts_with('p')
                .then(|| arguments.trim_end_matches(')').rsplit(", ").next()?.parse().ok())
                .flatten();
            Call::Write { path: place()?, at, bytes }
        }
        "ftruncate" => {
            Call::Resize { path: place()?, length: arguments.trim_end_matches(')').rsplit(", ").next()?.parse().ok()? }
        }
        "fsync" | "fdatasync" => Call::Sync { path: place()? },
        "rename" | "renameat" | "renameat2" => Call::Rename { from: path(0)?, to: path(1)? },
        "link" | "linkat" => Call::Link { from: path(0)?, to: path(1)? },
        "unlink" | "unlinkat" | "rmdir" => Call::Remove { path: path(0)? },
        "mkdir" | "mkdirat" => Call::Folder { path: path(0)? },
        _ => panic!("what does this call do to a disk? {line}"),
    })
}

/// What stands in quotes.
fn texts(arguments: &str) -> Vec<Vec<u8>> {
    arguments.split('"').skip(1).step_by(2).map(bytes).collect()
}

/// The paths behind numbers of open files and behind `AT_FDCWD`.
fn places(arguments: &str) -> Vec<PathBuf> {
    let inside = |part: &str| part.split_once('>').map(|(path, _)| as_path(&bytes(path)));
    arguments.split('<').skip(1).filter_map(inside).collect()
}

/// The bytes of `\x61\x62`.
fn bytes(digits: &str) -> Vec<u8> {
    digits.split("\\x").skip(1).map(|byte| u8::from_str_radix(byte, 16).expect("two digits")).collect()
}

fn as_path(bytes: &[u8]) -> PathBuf {
    PathBuf::from(String::from_utf8(bytes.to_vec()).expect("names of ours"))
}

/// A path relative to `root`, if it is below.
fn below(root: &Path, path: &Path) -> Option<String> {
    let mut plain = PathBuf::new();
    for part in path.components() {
        match part {
            Component::ParentDir => drop(plain.pop()),
            Component::CurDir => {}
            part => plain.push(part),
        }
    }
    Some(plain.strip_prefix(root).ok()?.to_str().expect("names of ours").to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A line as `strace -xx` writes it: what is between backticks in hexadecimal digits.
    fn line(text: &str) -> String {
        let hex = |text: &str| text.bytes().map(|byte| format!("\\x{byte:02x}")).collect::<String>();
        text.split('`').enumerate().map(|(at, part)| if at % 2 == 1 { hex(part) } else { part.to_owned() }).collect()
    }

    #[test]
    fn calls_are_read_with_their_places() {
        let trace = [
            "7 mkdir(\"`new`\", 0777) = 0",
            "7 openat(AT_FDCWD<`/p`>, \"`/p/new/t`\", O_RDWR|O_CREAT|O_EXCL, 0600) = 3<`/p/new/t`>",
            "7 write(3<`/p/new/t`>, \"`a, (b) = <c>\n`\", 13) = 4",
            "8 pwrite64(3<`/p/new/t`>, \"`xy`\", 2, 1 <unfinished ...>",
            "7 write(1<pipe:[99]>, \"`said`\", 4) = 4",
            "8 <... pwrite64 resumed>) = 2",
            "7 fsync(3<`/p/new/t`>) = 0",
            "7 renameat(AT_FDCWD<`/p`>, \"`./new/t`\", AT_FDCWD<`/p`>, \"`/p/x/../a`\") = 0",
            "7 unlink(\"`/p/b`\") = -1 ENOENT (No such file or directory)",
            "7 unlinkat(4<`/p/new`>, \"`b`\", 0) = 0",
            "7 openat(AT_FDCWD<`/p`>, \"`/p/a`\", O_RDONLY) = 3<`/p/a`>",
            "7 openat(AT_FDCWD<`/p`>, \"`/q/a`\", O_WRONLY|O_TRUNC) = 3<`/q/a`>",
            "7 fsync(3<`/p`>) = 0",
            "7 +++ exited with 0 +++",
        ];
        let trace: String = trace.iter().map(|text| line(text) + "\n").collect();
        let path = |path: &str| path.to_owned();
        let read = [
            Call::Folder { path: path("new") },
            Call::Open { path: path("new/t"), emptied: false },
            Call::Write { path: path("new/t"), at: None, bytes: b"a, (".to_vec() },
            Call::Write { path: path("new/t"), at: Some(1), bytes: b"xy".to_vec() },
            Call::Sync { path: path("new/t") },
            Call::Rename { from: path("new/t"), to: path("a") },
            Call::Remove { path: path("new/b") },
            Call::Sync { path: path("") },
        ];
        assert_eq!(calls(&trace, Path::new("/p")), read);
    }

    #[test]
    #[should_panic(expected = "what does this call do")]
    fn a_call_that_is_not_understood_is_not_passed_over() {
        calls(&line("7 copy_file_range(3<`/p/a`>, NULL, 4<`/p/b`>, NULL, 9, 0) = 9"), Path::new("/p"));
    }
}
