//! A digest of the program's source.

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

/// Of all files below some folders or of some files: their names and bytes, in order. A file that is not there, as in
/// a package without it, counts as none.
pub(crate) fn digest(places: &[&str]) -> u64 {
    let mut files = Vec::new();
    places.iter().for_each(|place| collect(Path::new(place), &mut files));
    files.sort();
    let mut hasher = DefaultHasher::new();
    for file in files {
        file.hash(&mut hasher);
        fs::read(&file).unwrap_or_default().hash(&mut hasher);
    }
    hasher.finish()
}

fn collect(place: &Path, files: &mut Vec<PathBuf>) {
    match fs::read_dir(place) {
        Ok(entries) => entries.flatten().for_each(|entry| collect(&entry.path(), files)),
        Err(_) => files.push(place.to_owned()),
    }
}
