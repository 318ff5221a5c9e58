//! Rooms look down only: fails, naming file and line, where a room uses its own floor's neighbours or a higher floor.

use std::fs;
use std::path::{Path, PathBuf};

const FLOORS: &[&[&str]] = &[
    &["text", "lang"],
    &["align", "glossary", "diff"],
    &["units", "rules", "memory"],
    &["analysis", "project", "exchange", "draft"],
    &["import"],
    &["i18n"],
    &["report"],
    &["session"],
    &["cli", "lsp"],
];

#[test]
fn rooms_look_down_only() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut wrong = Vec::new();
    let mut read = 0;
    for file in files(&src) {
        let inside = file.strip_prefix(&src).expect("files of src");
        let Some(room) = inside.iter().next().and_then(|part| part.to_str()).map(|part| part.trim_end_matches(".rs"))
        else {
            continue;
        };
        let Some(own) = floor(room) else { continue };
        read += 1;
        let text = fs::read_to_string(&file).expect("source is UTF-8");
        for (at, line) in text.lines().enumerate() {
            for used in rooms_in(line) {
                if used != room && floor(used).is_some_and(|other| other >= own) {
                    wrong.push(format!("src/{}:{}: {room} looks at {used}: {}", inside.display(), at + 1, line.trim()));
                }
            }
            if room != "project" && line.contains("std::fs") && !inside.ends_with("tests.rs") {
                wrong.push(format!(
                    "src/{}:{}: only project touches the disk: {}",
                    inside.display(),
                    at + 1,
                    line.trim()
                ));
            }
        }
    }
    assert!(read > 20, "the rooms were found");
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

/// The rooms that a line names by `crate::room`, also in `crate::{room::…, room::…}`.
fn rooms_in(line: &str) -> Vec<&str> {
    if line.trim_start().starts_with("//") {
        return Vec::new();
    }
    let mut rooms = Vec::new();
    for (at, _) in line.match_indices("crate::") {
        let rest = &line[at + "crate::".len()..];
        match rest.strip_prefix('{') {
            Some(list) => rooms.extend(list.split([',', '}']).map(word).filter(|room| !room.is_empty())),
            None => rooms.push(word(rest)),
        }
    }
    rooms
}

fn word(text: &str) -> &str {
    let text = text.trim();
    let end = text.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(text.len());
    &text[..end]
}

fn floor(room: &str) -> Option<usize> {
    FLOORS.iter().position(|rooms| rooms.contains(&room))
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder of src") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            found.extend(files(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
    found
}

#[test]
fn a_use_of_a_higher_room_is_seen() {
    assert_eq!(rooms_in("use crate::rules::Finding;"), ["rules"]);
    assert_eq!(rooms_in("use crate::{i18n::Ui, text::Span};"), ["i18n", "text"]);
    assert!(floor("rules") > floor("text"));
}
