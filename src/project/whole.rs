//! Files read as a whole: plain files alone, and never more than a limit.
//!
//! A device such as `/dev/zero` has no end and a pipe may never begin; a file of a gigabyte in a pull request is no
//! document. What is refused is named before the memory for it is taken.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use super::{Error, ErrorKind};

/// The most bytes of a document, units file, glossary, word list or configuration: a hundred thick novels.
pub(super) const TEXT: u64 = 64 << 20;

/// The most bytes of another tool's memory or glossary.
pub(super) const MEMORY: u64 = 1 << 30;

/// The bytes of the plain file that is at `place` on disk and is named `path`.
///
/// # Errors
///
/// Where it is a folder, a pipe or a device, is larger than `limit` bytes or cannot be read.
pub(super) fn plain(path: &str, place: &Path, limit: u64) -> Result<Vec<u8>, Error> {
    // Asked before it is opened: to open a pipe is to wait for whoever writes to it.
    let metadata = place.metadata().map_err(|error| Error::io(path, error))?;
    if !metadata.is_file() {
        return Err(Error::new(path, ErrorKind::NotAFile));
    }
    any(path, place, limit)
}

/// As [`plain`], of whatever a user named: `/dev/stdin` and a shell's `<(…)` are good.
///
/// # Errors
///
/// Where it is a folder, is larger than `limit` bytes or cannot be read.
pub(super) fn any(path: &str, place: &Path, limit: u64) -> Result<Vec<u8>, Error> {
    let too_large = || Error::new(path, ErrorKind::TooLarge { limit });
    let read = || -> io::Result<Option<Vec<u8>>> {
        let file = File::open(place)?;
        let size = file.metadata()?.len();
        if size > limit {
            return Ok(None);
        }
        let mut bytes = Vec::with_capacity(usize::try_from(size).unwrap_or_default());
        // It may have grown since, or not know its size at all.
        file.take(limit + 1).read_to_end(&mut bytes)?;
        Ok((bytes.len() as u64 <= limit).then_some(bytes))
    };
    match read() {
        Ok(bytes) => bytes.ok_or_else(too_large),
        Err(error) if error.kind() == io::ErrorKind::IsADirectory => Err(Error::new(path, ErrorKind::NotAFile)),
        Err(error) => Err(Error::io(path, error)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_over_the_limit_is_refused_whether_or_not_it_knows_its_size() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("a");
        std::fs::write(&file, b"12345").unwrap();
        assert_eq!(plain("a", &file, 5).unwrap(), b"12345");
        assert!(matches!(plain("a", &file, 4).unwrap_err().kind, ErrorKind::TooLarge { limit: 4 }));
        #[cfg(target_os = "linux")]
        assert!(matches!(any("z", Path::new("/dev/zero"), 4).unwrap_err().kind, ErrorKind::TooLarge { .. }));
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_device_and_a_folder_are_no_files() {
        for place in ["/dev/zero", "/"] {
            assert!(matches!(plain("a", Path::new(place), TEXT).unwrap_err().kind, ErrorKind::NotAFile));
        }
    }
}
