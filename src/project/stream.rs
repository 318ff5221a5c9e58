//! Large files of other tools, read as streams that have an end.

use std::fmt;
use std::fs::File;
use std::io::{self, BufReader, Read};
use std::path::Path;

use super::git_folder::not_of_git;
use super::whole::MEMORY;
use super::{Error, ErrorKind};

/// A file that is open to be read.
#[derive(Debug)]
pub struct Stream {
    /// In bytes; 0 where the file does not know it.
    pub size: u64,
    /// Fails once more bytes come than a file may have.
    pub input: BufReader<Limited>,
}

/// A file that gives an error where it does not end in time.
pub struct Limited {
    inner: Box<dyn Read + Send>,
    left: u64,
}

impl fmt::Debug for Limited {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Limited").field("left", &self.left).finish_non_exhaustive()
    }
}

impl Stream {
    /// Bytes that are in memory already.
    pub(super) fn of(bytes: Vec<u8>) -> Stream {
        let size = bytes.len() as u64;
        let limited = Limited { inner: Box::new(io::Cursor::new(bytes)), left: MEMORY };
        Stream { size, input: BufReader::new(limited) }
    }
}

impl Read for Limited {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let most = usize::try_from(self.left + 1).unwrap_or(usize::MAX).min(buffer.len());
        let read = self.inner.read(&mut buffer[..most])?;
        match self.left.checked_sub(read as u64) {
            Some(left) => self.left = left,
            None => return Err(io::ErrorKind::FileTooLarge.into()),
        }
        Ok(read)
    }
}

/// Opens a file anywhere, as the user named it; `/dev/stdin` and a shell's `<(…)` are good.
///
/// # Errors
///
/// Where it is a folder, git's own, is larger than 1 GiB or cannot be opened.
pub fn open_loose(path: &str) -> Result<Stream, Error> {
    not_of_git(path, Path::new(path))?;
    open(path, Path::new(path))
}

/// Opens a file that is on disk at `place` and is named `path`.
///
/// # Errors
///
/// Where it is a folder, is larger than 1 GiB or cannot be opened.
pub(super) fn open(path: &str, place: &Path) -> Result<Stream, Error> {
    let file = File::open(place).map_err(|error| Error::io(path, error))?;
    let metadata = file.metadata().map_err(|error| Error::io(path, error))?;
    if metadata.is_dir() {
        return Err(Error::new(path, ErrorKind::NotAFile));
    }
    if metadata.len() > MEMORY {
        return Err(Error::new(path, ErrorKind::TooLarge { limit: MEMORY }));
    }
    let limited = Limited { inner: Box::new(file), left: MEMORY };
    Ok(Stream { size: metadata.len(), input: BufReader::with_capacity(1 << 16, limited) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stream_without_end_is_an_error() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a");
        std::fs::write(&path, b"12345").unwrap();
        let read = |left| {
            let mut text = String::new();
            Limited { inner: Box::new(File::open(&path).unwrap()), left }.read_to_string(&mut text).map(|_| text)
        };
        assert_eq!(read(5).unwrap(), "12345");
        assert_eq!(read(4).unwrap_err().kind(), io::ErrorKind::FileTooLarge);
        assert!(matches!(open_loose("/").unwrap_err().kind, ErrorKind::NotAFile));
    }
}
