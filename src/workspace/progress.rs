//! How a long operation reports what it does, without knowing who shows it.

use std::io::{self, BufRead, Read};

use crate::exchange::Losses;
use crate::glossary::Fault;

/// Receives the progress and the remarks of an operation; it may be called from several threads.
pub trait Progress: Sync {
    /// A step of `length` begins: documents or bytes, as [`Step`] says.
    fn begin(&self, step: Step, length: u64);

    /// So much more of the step is done.
    fn advance(&self, by: u64);

    /// The step is over.
    fn end(&self);

    /// Something that the user should know and that is no error.
    fn note(&self, note: &Note);
}

/// What a long operation does at present.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Documents are read and analysed; the length counts documents.
    Documents,
    /// A translation memory is read; the length counts bytes.
    Memory,
    /// What was read is sorted into an index; nobody knows how long that takes.
    Index,
}

/// A remark that is no error.
#[derive(Clone, Debug, PartialEq)]
pub enum Note {
    /// The project has no glossary, so that no term is checked.
    NoGlossary,
    /// A glossary file says something doubtful.
    Glossary(Fault),
    /// Some units of a translation memory could not be read.
    Unread {
        /// The file of the memory, inside the project.
        path: String,
        /// What was not read, and how often.
        losses: Losses,
    },
    /// Another process writes to the project; the operation waits for it.
    Waits,
}

/// Shows nothing.
#[derive(Clone, Copy, Debug, Default)]
pub struct Silent;

impl Progress for Silent {
    fn begin(&self, _step: Step, _length: u64) {}

    fn advance(&self, _by: u64) {}

    fn end(&self) {}

    fn note(&self, _note: &Note) {}
}

/// A reader that reports how many bytes were read.
pub struct Counted<'a, R> {
    inner: R,
    progress: &'a dyn Progress,
}

impl<'a, R> Counted<'a, R> {
    /// A reader that reports each byte to `progress`.
    pub fn new(inner: R, progress: &'a dyn Progress) -> Counted<'a, R> {
        Counted { inner, progress }
    }
}

impl<R: Read> Read for Counted<'_, R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(buffer)?;
        self.progress.advance(read as u64);
        Ok(read)
    }
}

impl<R: BufRead> BufRead for Counted<'_, R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        self.inner.fill_buf()
    }

    fn consume(&mut self, amount: usize) {
        self.inner.consume(amount);
        self.progress.advance(amount as u64);
    }
}
