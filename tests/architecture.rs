//! Holds the source to `ARCHITECTURE.md`: rooms look down only, no circle among the files of a room, the system's
//! resources in the rooms that own them, files and functions of a size that can be read.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

#[path = "architecture/arrows.rs"]
mod arrows;
#[path = "architecture/circles.rs"]
mod circles;
#[path = "architecture/plan.rs"]
mod plan;
#[path = "architecture/planted.rs"]
mod planted;
#[path = "architecture/sizes.rs"]
mod sizes;
#[path = "architecture/source.rs"]
mod source;
#[path = "architecture/walls.rs"]
mod walls;

use plan::Plan;
use source::File;

#[test]
fn every_room_is_listed() {
    let (files, plan) = (library(), plan());
    assert!(files.len() > 200 && plan.rooms().count() > 15, "source and rooms were read");
    none(walls::unlisted(files, &plan));
    none(walls::without_source(files, &plan));
}

#[test]
fn rooms_look_down_only() {
    none(walls::upward(library(), &plan()));
}

#[test]
fn resources_of_the_system_are_used_where_the_plan_allows() {
    none(walls::resources(library(), &plan()));
}

#[test]
fn no_files_of_a_room_need_each_other() {
    none(walls::tied(library()).into_iter().map(|(_, why)| why).collect());
}

#[test]
fn files_and_functions_stay_short() {
    let mut all: Vec<File> = ["src", "tests", "benches", "build"].into_iter().flat_map(sized).collect();
    none(sizes::files(&all));
    // What a test does in order, or the texts it tries, is one list however long.
    all.retain(|file| file.path.starts_with("src/"));
    none(sizes::functions(&all));
}

fn none(wrong: Vec<String>) {
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

fn plan() -> Plan {
    Plan::read(&fs::read_to_string(root().join("ARCHITECTURE.md")).expect("ARCHITECTURE.md is here"))
}

/// The files of `src`, read once for all tests.
fn library() -> &'static [File] {
    static FILES: LazyLock<Vec<File>> = LazyLock::new(|| source("src"));
    &FILES
}

/// The files below a folder, with paths below that folder.
fn source(folder: &str) -> Vec<File> {
    let base = root().join(folder);
    let mut texts = Vec::new();
    for path in rust_files(&base) {
        let inside: Vec<_> = path.strip_prefix(&base).expect("below").iter().filter_map(|part| part.to_str()).collect();
        texts.push((inside.join("/"), fs::read_to_string(&path).expect("source is UTF-8")));
    }
    source::read(texts.iter().map(|(path, text)| (path.as_str(), text.as_str())))
}

/// The same with paths below the repository.
fn sized(folder: &str) -> Vec<File> {
    let mut files = source(folder);
    for file in &mut files {
        file.path = if file.path.is_empty() { folder.to_owned() } else { format!("{folder}/{}", file.path) };
    }
    files
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn rust_files(path: &Path) -> Vec<PathBuf> {
    if path.is_file() {
        return vec![path.to_owned()];
    }
    let Ok(entries) = fs::read_dir(path) else { return Vec::new() };
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry").path()).collect();
    paths.sort();
    let inside = paths.iter().filter(|path| path.is_dir() || path.extension().is_some_and(|one| one == "rs"));
    inside.flat_map(|path| rust_files(path)).collect()
}
