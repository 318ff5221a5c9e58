//! What can go wrong between the program and the disk.

use std::fmt;
use std::io;

/// A failure with its place; worded for people by the interface.
#[derive(Debug)]
pub struct Error {
    /// Relative to the project root where it lies inside.
    pub path: String,
    /// 1-based.
    pub line: Option<usize>,
    /// What failed.
    pub kind: ErrorKind,
}

/// What failed between the program and the disk.
#[derive(Debug)]
pub enum ErrorKind {
    /// Neither `tolmach.toml` nor `originals/` here or in any parent folder.
    NoProject,
    /// There is no such file.
    NotFound,
    /// The path leads out of the project root.
    Outside,
    /// The path leads into a folder `.git`.
    GitFolder,
    /// The path names something that is no document of the project.
    NotADocument,
    /// A folder, a pipe or a device where a file must be.
    NotAFile,
    /// Larger than is read, in bytes.
    TooLarge {
        /// In bytes.
        limit: u64,
    },
    /// The file's name is not UTF-8.
    Name,
    /// No room on the disk, or none that this user may fill.
    DiskFull,
    /// The file system, or the file's or the folder's rights, forbid it.
    Forbidden,
    /// Not UTF-8; the offset of the first such byte.
    NotUtf8 {
        /// In bytes, from 0.
        offset: usize,
    },
    /// Not TOML, or a value of the wrong type; the parser's own words.
    Toml {
        /// In English.
        message: String,
    },
    /// A key that means nothing in `tolmach.toml`.
    UnknownKey {
        /// As it is written.
        key: String,
        /// A known key that is spelled almost so.
        nearest: Option<String>,
    },
    /// A rule that does not exist.
    UnknownRule {
        /// As it is written.
        rule: String,
        /// A rule that is spelled almost so.
        nearest: Option<String>,
    },
    /// A language tag that is none of BCP 47.
    UnknownLanguage {
        /// As it is written.
        tag: String,
    },
    /// No site generator has this name.
    UnknownDialect {
        /// As it is written.
        dialect: String,
        /// The known name that is most like it.
        nearest: Option<String>,
    },
    /// Something that is no pattern of paths.
    Glob {
        /// As it is written.
        pattern: String,
    },
    /// Originals whose names say that they are in no format that is read.
    Unreadable,
    /// A `[[documents]]` pattern without what it needs.
    Pattern(PatternFault),
    /// Two translations would share one units file.
    SharedUnits {
        /// The other translation, inside the project.
        other: String,
    },
    /// It exists and is not overwritten.
    Exists,
    /// Another process writes to this project.
    Locked,
    /// The file is no longer what was read.
    ChangedOnDisk,
    /// The git program is not there.
    NoGit,
    /// The project is in no git repository, or git does not trust it.
    NoRepository,
    /// The repository has no such revision.
    NoRevision,
    /// The repository lacks a file of the revision, as a partial clone may.
    MissingObject,
    /// The original's folder holds no document.
    NoDocuments,
    /// Any other failure of the system.
    Io(io::Error),
}

/// What a `[[documents]]` pattern lacks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PatternFault {
    /// Neither `{language}` in it nor `language` beside it.
    NoLanguage,
    /// It has too many letters, stars or braces.
    TooLong,
    /// The original's pattern has another number of stars than the translation's.
    OtherStars,
}

impl Error {
    /// A failure of a whole file.
    pub fn new(path: impl Into<String>, kind: ErrorKind) -> Error {
        Error { path: path.into(), line: None, kind }
    }

    /// A failure at a 1-based line.
    pub fn at(path: impl Into<String>, line: usize, kind: ErrorKind) -> Error {
        Error { path: path.into(), line: Some(line), kind }
    }

    pub(super) fn io(path: impl Into<String>, error: io::Error) -> Error {
        let kind = match error.kind() {
            io::ErrorKind::NotFound => ErrorKind::NotFound,
            io::ErrorKind::IsADirectory => ErrorKind::NotAFile,
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded | io::ErrorKind::FileTooLarge => {
                ErrorKind::DiskFull
            }
            io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => ErrorKind::Forbidden,
            _ => ErrorKind::Io(error),
        };
        Error::new(path, kind)
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.path)?;
        if let Some(line) = self.line {
            write!(f, ":{line}")?;
        }
        write!(f, ": {:?}", self.kind)
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match &self.kind {
            ErrorKind::Io(error) => Some(error),
            _ => None,
        }
    }
}
