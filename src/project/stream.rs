//! Large files of other tools, read as streams that have an end.

use std::fs::File;
use std::io::{self, BufReader, Read};
use std::path::Path;

use super::whole::MEMORY;
use super::{Error, ErrorKind, Project};

/// A file that is open to be read.
#[derive(Debug)]
pub struct Stream {
    /// In bytes; 0 where the file does not know it.
    pub size: u64,
    /// Fails once more bytes come than a file may have.
    pub input: BufReader<Limited>,
}

/// A file that gives an error where it does not end in time.
#[derive(Debug)]
pub struct Limited {
    file: File,
    left: u64,
}

impl Read for Limited {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let most = usize::try_from(self.left + 1).unwrap_or(usize::MAX).min(buffer.len());
        let read = self.file.read(&mut buffer[..most])?;
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
/// Where it is a folder, is larger than 1 GiB or cannot be opened.
pub fn open_loose(path: &str) -> Result<Stream, Error> {
    open(path, Path::new(path))
}

impl Project {
    /// Opens another tool's memory inside the project.
    ///
    /// # Errors
    ///
    /// Where it is not there, leads out of the project, is no plain file, is larger than 1 GiB or cannot be opened.
    pub fn open_memory(&self, path: &str) -> Result<Stream, Error> {
        let place = self.contained(path)?;
        // Asked before it is opened: to open a pipe is to wait for whoever writes to it.
        match place.metadata().map_err(|error| Error::io(path, error))?.is_file() {
            true => open(path, &place),
            false => Err(Error::new(path, ErrorKind::NotAFile)),
        }
    }
}

fn open(path: &str, place: &Path) -> Result<Stream, Error> {
    let file = File::open(place).map_err(|error| Error::io(path, error))?;
    let metadata = file.metadata().map_err(|error| Error::io(path, error))?;
    if metadata.is_dir() {
        return Err(Error::new(path, ErrorKind::NotAFile));
    }
    if metadata.len() > MEMORY {
        return Err(Error::new(path, ErrorKind::TooLarge { limit: MEMORY }));
    }
    let limited = Limited { file, left: MEMORY };
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
            Limited { file: File::open(&path).unwrap(), left }.read_to_string(&mut text).map(|_| text)
        };
        assert_eq!(read(5).unwrap(), "12345");
        assert_eq!(read(4).unwrap_err().kind(), io::ErrorKind::FileTooLarge);
        assert!(matches!(open_loose("/").unwrap_err().kind, ErrorKind::NotAFile));
    }
}
