//! The archive of XML parts that a `.docx` or `.odt` file is, with its bombs defused.

use std::io::{Cursor, Read};

use zip::ZipArchive;
use zip::result::ZipError;

use crate::exchange::xml::Xml;
use crate::exchange::{Broken, BrokenKind};

/// One part of a package, as XML.
pub(super) type Source<'a> = Xml<&'a [u8]>;

/// All parts that are read together, unpacked. The text of *War and Peace* takes 40.
const LARGEST: usize = 128;

pub(super) struct Package<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    /// Bytes that may still be unpacked.
    left: u64,
}

impl Package<'_> {
    pub(super) fn open(bytes: &[u8]) -> Result<Package<'_>, Broken> {
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Broken::new(0, BrokenKind::NotAnArchive))?;
        Ok(Package { archive, left: (LARGEST << 20) as u64 })
    }

    /// A part, unpacked; `None` where there is none of this name.
    pub(super) fn part(&mut self, name: &str) -> Result<Option<Vec<u8>>, Broken> {
        let file = match self.archive.by_name(name) {
            Ok(file) => file,
            Err(ZipError::FileNotFound) => return Ok(None),
            Err(error) => return Err(broken(name, &error)),
        };
        let mut bytes = Vec::new();
        // What the archive says about sizes is not believed.
        let mut limited = file.take(self.left + 1);
        limited.read_to_end(&mut bytes).map_err(|error| broken(name, &error))?;
        match self.left.checked_sub(bytes.len() as u64) {
            Some(left) => self.left = left,
            None => return Err(Broken::new(0, BrokenKind::TooLarge { limit: LARGEST })),
        }
        Ok(Some(bytes))
    }

    /// A part that has to be there.
    pub(super) fn needed(&mut self, name: &str) -> Result<Vec<u8>, Broken> {
        self.part(name)?.ok_or_else(|| Broken::new(0, BrokenKind::MissingPart(name.to_owned())))
    }

    /// The names of parts, at most a hundred of those that are wanted, in order.
    pub(super) fn names(&self, wanted: impl Fn(&str) -> bool) -> Vec<String> {
        let names = self.archive.file_names().flatten().filter(|name| wanted(name));
        let mut names: Vec<String> = names.map(std::borrow::Cow::into_owned).take(100).collect();
        names.sort_unstable();
        names
    }
}

fn broken(name: &str, error: &dyn std::fmt::Display) -> Broken {
    Broken::new(0, BrokenKind::Syntax(format!("{name}: {error}")))
}

/// The lines of a part are no lines of the file that people see.
pub(super) fn within(name: &str, broken: Broken) -> Broken {
    let kind = match broken.kind {
        BrokenKind::Syntax(message) => BrokenKind::Syntax(format!("{name}: {message}")),
        other => other,
    };
    Broken::new(0, kind)
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use super::*;

    #[test]
    fn an_archive_that_unpacks_without_end_is_refused() {
        let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
        for name in ["a", "b"] {
            archive.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
            archive.write_all(&vec![b' '; 600_000]).unwrap();
        }
        let bytes = archive.finish().unwrap().into_inner();
        assert!(bytes.len() < 10_000);
        let mut package = Package { left: 1_000_000, ..Package::open(&bytes).unwrap() };
        assert_eq!(package.part("a").unwrap().unwrap().len(), 600_000);
        assert!(matches!(package.part("b").unwrap_err().kind, BrokenKind::TooLarge { .. }));
    }
}
