//! The project's folder: found from where the user is, and never left.

use std::collections::BTreeSet;
use std::path::{Component, Path};
use std::sync::Arc;

use super::config::Config;
use super::config_file::CONFIG;
use super::discover::{dialect, discover};
use super::disk::Disk;
use super::files::{Files, Kind, plain};
use super::layout::{Listing, listing};
use super::names::{slashes, still};
use super::overlay::Overlay;
use super::{Error, ErrorKind, walk};
use crate::text::Dialect;
use crate::units::Paths;

/// A project: its files and its configuration.
#[derive(Clone, Debug)]
pub struct Project {
    files: Arc<dyn Files>,
    /// What `tolmach.toml` says, or the defaults.
    pub config: Config,
    /// Where the configuration comes from.
    pub origin: Origin,
}

/// Where a project's configuration comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// `tolmach.toml`, or the defaults where there is an `originals/`.
    Written,
    /// The names of the repository's files: there is no `tolmach.toml` and no `originals/`.
    Discovered,
}

impl Project {
    /// Finds the project of a folder on disk: the nearest parent with `tolmach.toml`, else with `originals/`, else the
    /// repository where the names of its files make pairs.
    ///
    /// # Errors
    ///
    /// Where there is none, or its `tolmach.toml` is broken.
    pub fn find(folder: &Path) -> Result<Project, Error> {
        match Disk::find(folder) {
            Ok(disk) => Project::on(Arc::new(disk)),
            Err(Error { kind: ErrorKind::NoProject, path, line }) => {
                let start = folder.canonicalize().map_err(|error| Error::io(folder.display().to_string(), error))?;
                let repository = start.ancestors().find(|folder| folder.join(".git").symlink_metadata().is_ok());
                let found = Project::discover(repository.unwrap_or(&start))?;
                found.ok_or(Error { kind: ErrorKind::NoProject, path, line })
            }
            Err(error) => Err(error),
        }
    }

    /// The project that the files of a folder on disk make by their names, where they make pairs.
    ///
    /// # Errors
    ///
    /// Where the folder cannot be read.
    pub fn discover(root: &Path) -> Result<Option<Project>, Error> {
        Project::discovered(Arc::new(Disk::open(root)?))
    }

    fn discovered(files: Arc<dyn Files>) -> Result<Option<Project>, Error> {
        let all = match files.root() {
            Some(root) => walk::all(root),
            None => Some(files.list("")?),
        };
        let project = Project { files, config: Config::default(), origin: Origin::Discovered };
        let config = all.and_then(|all| discover(&all, &|path| project.read_text(path).ok()));
        Ok(config.map(|config| Project { config, ..project }))
    }

    /// Opens the project whose root on disk is `root`.
    ///
    /// # Errors
    ///
    /// Where it is no project's folder, or its `tolmach.toml` is broken.
    pub fn open(root: &Path) -> Result<Project, Error> {
        Project::on(Arc::new(Disk::open(root)?))
    }

    /// Opens the project of some files.
    ///
    /// # Errors
    ///
    /// Where they have neither `tolmach.toml` nor `originals/`, or its `tolmach.toml` is broken.
    pub fn on(files: Arc<dyn Files>) -> Result<Project, Error> {
        let project = Project { files, config: Config::default(), origin: Origin::Written };
        if project.files.kind(CONFIG)?.is_some() {
            return Ok(Project { config: Config::read(&project.read_text(CONFIG)?)?, ..project });
        }
        match project.files.kind("originals")? {
            Some(Kind::Folder) => Ok(project),
            _ => {
                let no_project = Error::new(project.root().display().to_string(), ErrorKind::NoProject);
                Project::discovered(project.files)?.ok_or(no_project)
            }
        }
    }

    /// The same project with a file in it that is not written yet; a change of that file is committed to `self`.
    #[must_use]
    pub fn with_unsaved(&self, path: &str, text: String) -> Project {
        let overlay = Overlay::new(self.files.clone());
        overlay.set(path, 0, text);
        Project { files: Arc::new(overlay), config: self.config.clone(), origin: self.origin }
    }

    /// Where its bytes are read and written.
    pub fn files(&self) -> &Arc<dyn Files> {
        &self.files
    }

    /// The canonical root folder on disk; the empty path where the project is on none.
    pub fn root(&self) -> &Path {
        self.files.root().unwrap_or(Path::new(""))
    }

    /// For which site generator a document is written: as the configuration says, else as the files around it show.
    pub fn dialect(&self, path: &str) -> Option<Dialect> {
        let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
        let is_file = |path: &str| matches!(self.files.kind(path), Ok(Some(Kind::File)));
        self.config.dialect.or_else(|| dialect(folder, &is_file))
    }

    /// Where the root is in its git repository, empty or ending in `/`; empty too where there is none.
    pub fn in_repository(&self) -> String {
        let top = self.root().ancestors().find(|folder| folder.join(".git").symlink_metadata().is_ok());
        let inside = top.and_then(|top| self.root().strip_prefix(top).ok()).map(slashes).unwrap_or_default();
        if inside.is_empty() { inside } else { inside + "/" }
    }

    /// All documents, by the configured patterns.
    ///
    /// # Errors
    ///
    /// Where a folder cannot be read, a translation's file leads out of the project, or two translations would
    /// share a units file.
    pub fn listing(&self) -> Result<Listing, Error> {
        let listing = self.listed(&self.all_files()?);
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

    /// Where the translations of an original would be, were it at this path inside the project; none where the
    /// path is no original's.
    ///
    /// # Errors
    ///
    /// Where a folder cannot be read.
    pub fn destined(&self, original: &str) -> Result<Vec<Paths>, Error> {
        let mut files = self.all_files()?;
        files.insert(original.to_owned());
        let listing = self.listed(&files);
        Ok(listing.pairs.into_iter().filter(|pair| pair.original == original).collect())
    }

    /// A path as a user wrote it, of a file that is not there yet, as a path inside the project; folders that are not
    /// there yet either may be in it.
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
        match resolved.strip_prefix(self.root()).ok().filter(|path| plain(path)) {
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

    fn listed(&self, files: &BTreeSet<String>) -> Listing {
        listing(files, &self.config, &|path| self.read_text(path).ok())
    }

    /// Every file under the folders that the patterns begin with.
    fn all_files(&self) -> Result<BTreeSet<String>, Error> {
        let mut files = BTreeSet::new();
        for start in self.starts() {
            files.extend(self.files.list(&start)?);
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
            let mut above = start.match_indices('/').map(|(end, _)| &start[..end]).chain([""]);
            if !above.any(|other| starts.contains(other) && walked_with(start, other)) {
                starts.insert(start.to_owned());
            }
        }
        starts
    }

    /// The folders with the project's files.
    pub(super) fn places(&self) -> BTreeSet<String> {
        let mut places = self.starts();
        places.extend(["glossary", "memory"].map(str::to_owned));
        places.extend(self.config.units.strip_suffix('/').map(str::to_owned));
        places
    }

    /// The glossary's files, sorted: every `.toml` under `glossary/`; `None` where there is no such folder.
    ///
    /// # Errors
    ///
    /// Where the folder cannot be read.
    pub fn glossary_files(&self) -> Result<Option<Vec<String>>, Error> {
        if self.files.kind("glossary")? != Some(Kind::Folder) {
            return Ok(None);
        }
        let files = self.files.list("glossary")?;
        Ok(Some(files.into_iter().filter(|file| file.ends_with(".toml")).collect()))
    }

    /// The translation memories of other tools, `memory/**/*.tmx`, in order.
    ///
    /// # Errors
    ///
    /// Where the folder cannot be read.
    pub fn memory_files(&self) -> Result<Vec<String>, Error> {
        let files = self.files.list("memory")?;
        Ok(files.into_iter().filter(|file| file.ends_with(".tmx")).collect())
    }

    /// A path as a user wrote it, from the folder where they work, as a path inside the project.
    ///
    /// # Errors
    ///
    /// Where it leads out of the project.
    pub fn inside(&self, written: &str) -> Result<String, Error> {
        let from_here = std::path::absolute(written).map_err(|error| Error::io(written, error))?;
        // The folder that exists is resolved, so that the user may have come into it by a symlink.
        let resolved = match from_here.canonicalize() {
            Ok(path) => path,
            Err(_) => match (from_here.parent().and_then(|parent| parent.canonicalize().ok()), from_here.file_name()) {
                (Some(parent), Some(name)) => parent.join(name),
                _ => from_here.clone(),
            },
        };
        let relative = resolved.strip_prefix(self.root()).ok().filter(|path| plain(path));
        match relative {
            Some(path) => Ok(slashes(path)),
            // A path from the root, written from somewhere else (`--project`).
            None if plain(Path::new(written)) && self.files.kind(written)?.is_some() => Ok(slashes(Path::new(written))),
            None => Err(Error::new(written, ErrorKind::Outside)),
        }
    }
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
