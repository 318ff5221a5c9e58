//! What is asked of the whole source: every answer names file and line.

use std::collections::{BTreeMap, BTreeSet};

use crate::arrows::{Arrow, Reader};
use crate::circles::circles;
use crate::plan::Plan;
use crate::source::File;

/// Not rooms: the list of rooms and the program's first line.
const DOORS: [&str; 2] = ["lib.rs", "main.rs"];

pub(crate) fn unlisted(files: &[File], plan: &Plan) -> Vec<String> {
    let mut wrong: BTreeMap<&str, String> = BTreeMap::new();
    for file in rooms_only(files) {
        let room = file.room().unwrap_or_default();
        if plan.floor(room).is_none() {
            let why = format!("src/{}:1: `{room}` is not among the rooms of ARCHITECTURE.md", file.path);
            wrong.entry(room).or_insert(why);
        }
    }
    wrong.into_values().collect()
}

/// Rooms of the plan that have no source, and rooms that may use a resource and are not among the rooms.
pub(crate) fn without_source(files: &[File], plan: &Plan) -> Vec<String> {
    let there: BTreeSet<&str> = rooms_only(files).filter_map(File::room).collect();
    let empty = plan.rooms().filter(|room| !there.contains(room));
    let mut wrong: Vec<String> =
        empty.map(|room| format!("ARCHITECTURE.md: `{room}` is among the rooms and not in src/")).collect();
    let unknown: BTreeSet<&str> = plan.allowed().filter(|room| plan.floor(room).is_none()).collect();
    wrong.extend(unknown.iter().map(|room| format!("ARCHITECTURE.md: `{room}` may use a resource and is no room")));
    wrong
}

/// Arrows to a neighbour on the same floor or to a higher one, the first of each file to each room.
pub(crate) fn upward(files: &[File], plan: &Plan) -> Vec<String> {
    let reader = Reader::new(files);
    let mut wrong = BTreeMap::new();
    for (at, file) in files.iter().enumerate().filter(|(_, file)| !DOORS.contains(&file.path.as_str())) {
        let Some((room, own)) = file.room().and_then(|room| Some((room, plan.floor(room)?))) else { continue };
        let mut arrows = reader.read(at).0;
        arrows.sort_by_key(|arrow| arrow.line);
        for arrow in &arrows {
            for other in arrow.rooms.iter().filter(|other| *other != room) {
                if plan.floor(other).is_some_and(|floor| floor >= own) {
                    let floor = plan.floor(other).unwrap_or_default();
                    wrong.entry((at, other.clone())).or_insert(format!(
                        "src/{}:{}: {room} (floor {own}) uses {other} (floor {floor}): {}",
                        file.path, arrow.line, arrow.written
                    ));
                }
            }
        }
    }
    wrong.into_values().collect()
}

/// Resources of the system in rooms that may not use them; tests may.
pub(crate) fn resources(files: &[File], plan: &Plan) -> Vec<String> {
    let reader = Reader::new(files);
    let mut wrong = BTreeSet::new();
    for (at, file) in files.iter().enumerate().filter(|(_, file)| !DOORS.contains(&file.path.as_str())) {
        let room = file.room().unwrap_or_default();
        for (path, line, _) in reader.read(at).1.into_iter().filter(|(_, _, test)| !test) {
            if let Some(resource) = plan.forbidden(room, &path) {
                wrong.insert(format!("src/{}:{line}: {room} may not use {resource}: {path}", file.path));
            }
        }
    }
    wrong.into_iter().collect()
}

/// Circles among the files of one room, as the sorted paths of the files and what ties them.
pub(crate) fn tied(files: &[File]) -> Vec<(Vec<String>, String)> {
    let reader = Reader::new(files);
    let within = |arrow: &Arrow| {
        arrow.to.filter(|&to| !arrow.test && files[to].room() == files[arrow.from].room()).map(|to| (arrow.from, to))
    };
    let mut lines: BTreeMap<(usize, usize), (usize, String)> = BTreeMap::new();
    for at in 0..files.len() {
        for arrow in reader.read(at).0 {
            if let Some(ends) = within(&arrow) {
                lines.entry(ends).or_insert((arrow.line, arrow.written));
            }
        }
    }
    let found = circles(files.len(), &lines.keys().copied().collect());
    found.into_iter().map(|group| described(files, &group, &lines)).collect()
}

fn described(
    files: &[File],
    group: &[usize],
    lines: &BTreeMap<(usize, usize), (usize, String)>,
) -> (Vec<String>, String) {
    let mut why = String::from("a circle among files:");
    for ((from, to), (line, written)) in lines {
        if group.contains(from) && group.contains(to) {
            let (from, to) = (&files[*from].path, &files[*to].path);
            why += &format!("\n  src/{from}:{line}: uses {to}: {written}");
        }
    }
    (group.iter().map(|&at| files[at].path.clone()).collect(), why)
}

fn rooms_only(files: &[File]) -> impl Iterator<Item = &File> {
    files.iter().filter(|file| !DOORS.contains(&file.path.as_str()))
}
