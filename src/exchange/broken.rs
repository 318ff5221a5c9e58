//! Why a file could not be read.

use std::fmt;

/// A file that is not what it should be, and where reading stopped.
#[derive(Debug)]
pub struct Broken {
    /// 1-based.
    pub line: usize,
    /// What is wrong.
    pub kind: BrokenKind,
}

/// What is wrong with a file.
#[derive(Debug)]
pub enum BrokenKind {
    /// Not well-formed; the text is the parser's own, in English.
    Syntax(String),
    /// The document type declares entities: they could grow without end or fetch other files.
    EntityDeclared,
    /// An entity that XML itself does not define.
    UnknownEntity(String),
    /// The file ends before its elements do.
    Truncated,
    /// Another format: the element that should come first, and the one that did.
    WrongRoot {
        /// The element of the format.
        expected: &'static str,
        /// The element that the file begins with.
        found: String,
    },
    /// A version of the format that is not read here.
    Version(String),
    /// An encoding nobody knows, by its label.
    UnknownEncoding(String),
    /// Bytes that are not of the encoding the file is said to be in.
    NotInEncoding(String),
    /// Elements within one another, far beyond what any real file has.
    TooDeep,
    /// Larger than this many MiB once it is unpacked.
    TooLarge {
        /// In MiB.
        limit: usize,
    },
    /// A table of more than this many cells.
    TooManyCells {
        /// The most cells that are read.
        limit: usize,
    },
    /// Not the archive that files of this kind are: another format under this name, or protected by a password.
    NotAnArchive,
    /// An archive that lacks a part, by its name.
    MissingPart(String),
    /// A table without the columns that are needed.
    Columns {
        /// Names of the missing columns, separated by commas.
        missing: String,
    },
    /// The file is about other languages.
    Languages {
        /// The languages that were asked for, as BCP 47 tags.
        expected: String,
        /// The languages of the file.
        found: String,
    },
    /// The stream could not be read or written.
    Io(std::io::Error),
}

impl Broken {
    pub(crate) fn new(line: usize, kind: BrokenKind) -> Broken {
        Broken { line, kind }
    }
}

impl fmt::Display for Broken {
    /// For developers; the interface words it from [`BrokenKind`].
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: {:?}", self.line, self.kind)
    }
}

impl std::error::Error for Broken {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match &self.kind {
            BrokenKind::Io(error) => Some(error),
            _ => None,
        }
    }
}

impl From<std::io::Error> for Broken {
    fn from(error: std::io::Error) -> Broken {
        Broken::new(0, BrokenKind::Io(error))
    }
}
