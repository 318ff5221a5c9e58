//! The project's folder: found from where the user stands, and never left.

use std::collections::BTreeSet;
use std::path::{Component, Path, PathBuf};

use super::config::{CONFIG, Config};
use super::layout::{Listing, listing};
use super::{Error, ErrorKind};
use crate::units::Paths;

/// How the names of files that tolmach reads end.
const OURS: [&str; 5] = [".md", ".markdown", ".txt", ".toml", ".tmx"];

/// A project on disk.
#[derive(Clone, Debug)]
pub struct Project {
    /// Canonical.
    root: PathBuf,
    /// What `tolmach.toml` says, or the defaults.
    pub config: Config,
}

impl Project {
    /// Finds the project of a folder: the nearest parent with `tolmach.toml`, else with `originals/`.
    ///
    /// # Errors
    ///
    /// Where there is none, or its `tolmach.toml` is broken.
    pub fn find(folder: &Path) -> Result<Project, Error> {
        let start = folder.canonicalize().map_err(|error| Error::io(folder.display().to_string(), error))?;
        let with_config = start.ancestors().find(|folder| folder.join(CONFIG).symlink_metadata().is_ok());
        let root = with_config.or_else(|| start.ancestors().find(|folder| folder.join("originals").is_dir()));
        match root {
            Some(root) => Project::open(root),
            None => Err(Error::new(folder.display().to_string(), ErrorKind::NoProject)),
        }
    }

    /// Opens the project whose root is `root`.
    ///
    /// # Errors
    ///
    /// Where it is no project's folder, or its `tolmach.toml` is broken.
    pub fn open(root: &Path) -> Result<Project, Error> {
        let root = root.canonicalize().map_err(|error| Error::io(root.display().to_string(), error))?;
        if root.join(CONFIG).symlink_metadata().is_ok() {
            let project = Project { root, config: Config::default() };
            return Ok(Project { config: Config::read(&project.read_text(CONFIG)?)?, ..project });
        }
        match root.join("originals").is_dir() {
            true => Ok(Project { root, config: Config::default() }),
            false => Err(Error::new(root.display().to_string(), ErrorKind::NoProject)),
        }
    }

    /// The canonical root folder.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// Where the root stands in its git repository, empty or ending in `/`; empty too where there is none.
    pub fn in_repository(&self) -> String {
        let top = self.root.ancestors().find(|folder| folder.join(".git").symlink_metadata().is_ok());
        let inside = top.and_then(|top| self.root.strip_prefix(top).ok()).map(slashes).unwrap_or_default();
        if inside.is_empty() { inside } else { inside + "/" }
    }

    /// All documents, by the configured patterns.
    ///
    /// # Errors
    ///
    /// Where a folder cannot be read, a translation's file leads out of the project, or two translations would
    /// share a units file.
    pub fn listing(&self) -> Result<Listing, Error> {
        let listing = listing(&self.files()?, &self.config.documents, self.config.languages.as_deref());
        let mut units: Vec<(&str, &str)> = listing
            .pairs
            .iter()
            .filter(|pair| pair.translated)
            .map(|pair| (pair.units.as_str(), pair.translation.as_str()))
            .collect();
        units.sort_unstable();
        for pair in units.windows(2) {
            if pair[0].0 == pair[1].0 {
                return Err(Error::new(pair[1].1, ErrorKind::SharedUnits { other: pair[0].1.to_owned() }));
            }
        }
        Ok(listing)
    }

    /// Where the translations of an original would stand, were it at this path inside the project; none where the
    /// path is no original's.
    ///
    /// # Errors
    ///
    /// Where a folder cannot be read.
    pub fn destined(&self, original: &str) -> Result<Vec<Paths>, Error> {
        let mut files = self.files()?;
        files.insert(original.to_owned());
        let listing = listing(&files, &self.config.documents, self.config.languages.as_deref());
        Ok(listing.pairs.into_iter().filter(|pair| pair.original == original).collect())
    }

    /// A path as a user wrote it, of a file that is not there yet, as a path inside the project; folders that are not
    /// there yet either may stand in it.
    ///
    /// # Errors
    ///
    /// Where it leads out of the project.
    pub fn destination(&self, written: &str) -> Result<String, Error> {
        let outside = || Error::new(written, ErrorKind::Outside);
        let from_here = std::path::absolute(written).map_err(|error| Error::io(written, error))?;
        if from_here.components().any(|part| part == Component::ParentDir) {
            return Err(outside());
        }
        // The nearest folder that exists is resolved; what follows it is taken as written.
        let there = from_here.ancestors().find(|folder| folder.symlink_metadata().is_ok()).ok_or_else(outside)?;
        let rest = from_here.strip_prefix(there).map_err(|_| outside())?;
        let resolved = there.canonicalize().map_err(|error| Error::io(written, error))?.join(rest);
        match resolved.strip_prefix(&self.root).ok().filter(|path| plain(path)) {
            Some(path) => Ok(slashes(path)),
            // A path from the root, written from somewhere else (`--project`).
            None if Path::new(written).is_relative() && plain(Path::new(written)) => Ok(slashes(Path::new(written))),
            None => Err(outside()),
        }
    }

    /// The folder that holds the originals, empty for the root: that of the first pattern before its first wildcard.
    pub fn originals(&self) -> &str {
        self.config.documents.first().map_or("", |pattern| still(&pattern.original))
    }

    /// Every file under the folders that the patterns begin with.
    fn files(&self) -> Result<BTreeSet<String>, Error> {
        let mut files = BTreeSet::new();
        for start in self.starts() {
            self.walk(&start, &mut files)?;
        }
        Ok(files)
    }

    /// The folders that the patterns begin with, none inside another: each file is met once.
    fn starts(&self) -> BTreeSet<String> {
        let patterns = &self.config.documents;
        let all: BTreeSet<&str> =
            patterns.iter().flat_map(|pattern| [still(&pattern.original), still(&pattern.translation)]).collect();
        let walked_with = |start: &str, other: &str| match other {
            "" => !start.is_empty() && !start.split('/').any(|part| part.starts_with('.')),
            other => start
                .strip_prefix(other)
                .and_then(|rest| rest.strip_prefix('/'))
                .is_some_and(|rest| !rest.split('/').any(|part| part.starts_with('.'))),
        };
        let mut starts: BTreeSet<String> = BTreeSet::new();
        // A folder sorts behind those that hold it.
        for start in all {
            if !starts.iter().any(|other| walked_with(start, other)) {
                starts.insert(start.to_owned());
            }
        }
        starts
    }

    /// The folders in which the project's files stand.
    pub(super) fn places(&self) -> BTreeSet<String> {
        let mut places = self.starts();
        places.extend(["glossary", "memory"].map(str::to_owned));
        places
    }

    /// The glossary's files, sorted: every `.toml` under `glossary/`; `None` where there is no such folder.
    ///
    /// # Errors
    ///
    /// Where the folder cannot be read.
    pub fn glossary_files(&self) -> Result<Option<Vec<String>>, Error> {
        if !self.root.join("glossary").is_dir() {
            return Ok(None);
        }
        let mut files = BTreeSet::new();
        self.walk("glossary", &mut files)?;
        Ok(Some(files.into_iter().filter(|file| file.ends_with(".toml")).collect()))
    }

    /// The translation memories of other tools, `memory/**/*.tmx`, in order.
    ///
    /// # Errors
    ///
    /// Where the folder cannot be read.
    pub fn memory_files(&self) -> Result<Vec<String>, Error> {
        if !self.root.join("memory").is_dir() {
            return Ok(Vec::new());
        }
        let mut files = BTreeSet::new();
        self.walk("memory", &mut files)?;
        Ok(files.into_iter().filter(|file| file.ends_with(".tmx")).collect())
    }

    /// A path as a user wrote it, from the folder they stand in, as a path inside the project.
    ///
    /// # Errors
    ///
    /// Where it leads out of the project.
    pub fn inside(&self, written: &str) -> Result<String, Error> {
        let from_here = std::path::absolute(written).map_err(|error| Error::io(written, error))?;
        // The folder that exists is resolved, so that the user may stand in it by a symlink.
        let resolved = match from_here.canonicalize() {
            Ok(path) => path,
            Err(_) => match (from_here.parent().and_then(|parent| parent.canonicalize().ok()), from_here.file_name()) {
                (Some(parent), Some(name)) => parent.join(name),
                _ => from_here.clone(),
            },
        };
        let relative = resolved.strip_prefix(&self.root).ok().filter(|path| plain(path));
        match relative {
            Some(path) => Ok(slashes(path)),
            // A path from the root, written from somewhere else (`--project`).
            None if self.root.join(written).exists() && plain(Path::new(written)) => {
                self.contained(written).map(|_| slashes(Path::new(written)))
            }
            None => Err(Error::new(written, ErrorKind::Outside)),
        }
    }

    /// Where a path inside the project stands on disk, symlinks followed.
    pub(super) fn contained(&self, relative: &str) -> Result<PathBuf, Error> {
        if !plain(Path::new(relative)) {
            return Err(Error::new(relative, ErrorKind::Outside));
        }
        let path = self.root.join(relative);
        let resolved = path.canonicalize().map_err(|error| Error::io(relative, error))?;
        match resolved.starts_with(&self.root) {
            true => Ok(resolved),
            false => Err(Error::new(relative, ErrorKind::Outside)),
        }
    }

    fn walk(&self, start: &str, files: &mut BTreeSet<String>) -> Result<(), Error> {
        let folder = self.root.join(start);
        if !folder.is_dir() {
            return Ok(());
        }
        // A walk follows the link it begins with, wherever that leads.
        self.contained(start)?;
        let hidden = |entry: &walkdir::DirEntry| {
            entry.depth() > 0 && entry.file_name().to_str().is_some_and(|name| name.starts_with('.'))
        };
        for entry in walkdir::WalkDir::new(&folder).follow_links(false).into_iter().filter_entry(|entry| !hidden(entry))
        {
            let entry = entry.map_err(|error| {
                let path = error.path().map(|path| slashes(path.strip_prefix(&self.root).unwrap_or(path)));
                Error::io(path.unwrap_or_default(), error.into())
            })?;
            if entry.file_type().is_dir() {
                continue;
            }
            let relative = slashes(entry.path().strip_prefix(&self.root).unwrap_or(entry.path()));
            if entry.path().to_str().is_none() {
                // Its name cannot be written in a configuration, a report or a message.
                match OURS.iter().any(|ending| relative.ends_with(ending)) {
                    true => return Err(Error::new(relative, ErrorKind::Name)),
                    false => continue,
                }
            }
            if entry.file_type().is_symlink() {
                // A link to a file inside is that file under another name; a link that leads out is refused.
                match self.contained(&relative)?.is_file() {
                    true => files.insert(relative),
                    false => continue,
                };
            } else if entry.file_type().is_file() {
                files.insert(relative);
            }
        }
        Ok(())
    }
}

/// The folder of a pattern before its first wildcard.
fn still(pattern: &str) -> &str {
    let fixed = &pattern[..pattern.find(['*', '{', '?', '[']).unwrap_or(pattern.len())];
    fixed.rfind('/').map_or("", |slash| &fixed[..slash])
}

fn plain(path: &Path) -> bool {
    path.components().all(|part| matches!(part, Component::Normal(_) | Component::CurDir))
}

fn slashes(path: &Path) -> String {
    let parts: Vec<_> = path
        .components()
        .filter(|part| *part != Component::CurDir)
        .map(|part| part.as_os_str().to_string_lossy())
        .collect();
    parts.join("/")
}

/// The bytes of a file as text; `path` names it in the error.
///
/// # Errors
///
/// If they are not UTF-8.
pub fn as_text<'a>(path: &str, bytes: &'a [u8]) -> Result<&'a str, Error> {
    std::str::from_utf8(bytes).map_err(|error| {
        let offset = error.valid_up_to();
        let line = bytes[..offset].iter().filter(|byte| **byte == b'\n').count() + 1;
        Error::at(path, line, ErrorKind::NotUtf8 { offset })
    })
}
