//! Reports of documents, kept outside of memory: of a project only one document at a time need fit.

use std::cell::RefCell;
use std::io::{self, Cursor, Read, Seek, SeekFrom, Write};

use super::document::DocumentReport;

/// What can be written to and read back.
pub trait Store: Read + Write + Seek {}

impl<S: Read + Write + Seek> Store for S {}

/// Reports in their order, as JSON one behind the other.
pub(super) struct SpillFile {
    store: RefCell<Box<dyn Store>>,
    /// Where the next one is written, in bytes.
    end: u64,
    slots: Vec<Slot>,
}

enum Slot {
    /// From this byte, so many bytes.
    Stored(u64, usize),
    /// What the store did not take, as on a full disk.
    Here(Vec<u8>),
}

impl SpillFile {
    pub(super) fn on(store: Box<dyn Store>) -> SpillFile {
        SpillFile { store: RefCell::new(store), end: 0, slots: Vec::new() }
    }

    pub(super) fn push(&mut self, document: &DocumentReport) {
        self.push_json(json(document));
    }

    pub(super) fn set(&mut self, at: usize, document: &DocumentReport) {
        self.set_json(at, json(document));
    }

    /// As [`SpillFile::push`], of a report that is JSON already.
    pub(super) fn push_json(&mut self, json: Vec<u8>) {
        let slot = self.stored(json);
        self.slots.push(slot);
    }

    /// As [`SpillFile::set`], of a report that is JSON already.
    pub(super) fn set_json(&mut self, at: usize, json: Vec<u8>) {
        self.slots[at] = self.stored(json);
    }

    pub(super) fn len(&self) -> usize {
        self.slots.len()
    }

    fn stored(&mut self, json: Vec<u8>) -> Slot {
        self.append(&json).unwrap_or(Slot::Here(json))
    }

    fn append(&mut self, bytes: &[u8]) -> io::Result<Slot> {
        let store = self.store.get_mut();
        store.seek(SeekFrom::Start(self.end))?;
        store.write_all(bytes)?;
        let slot = Slot::Stored(self.end, bytes.len());
        self.end += bytes.len() as u64;
        Ok(slot)
    }

    /// The report at a place.
    ///
    /// # Errors
    ///
    /// Where the store cannot be read.
    pub(super) fn get(&self, at: usize) -> io::Result<DocumentReport> {
        let (start, length) = match &self.slots[at] {
            Slot::Here(json) => return Ok(serde_json::from_slice(json)?),
            Slot::Stored(start, length) => (*start, *length),
        };
        let mut bytes = vec![0; length];
        let mut store = self.store.borrow_mut();
        store.seek(SeekFrom::Start(start))?;
        store.read_exact(&mut bytes)?;
        Ok(serde_json::from_slice(&bytes)?)
    }
}

/// A report as it is stored.
pub(super) fn json(document: &DocumentReport) -> Vec<u8> {
    serde_json::to_vec(document).expect("a report has text keys alone")
}

impl Default for SpillFile {
    fn default() -> SpillFile {
        SpillFile::on(Box::new(Cursor::new(Vec::new())))
    }
}

impl std::fmt::Debug for SpillFile {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("SpillFile").field("documents", &self.slots.len()).field("bytes", &self.end).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::super::specimen;
    use super::*;

    /// Takes so many bytes and no more.
    struct Full(Cursor<Vec<u8>>, usize);

    impl Write for Full {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            match self.0.get_ref().len() + bytes.len() > self.1 {
                true => Err(io::ErrorKind::StorageFull.into()),
                false => self.0.write(bytes),
            }
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    impl Read for Full {
        fn read(&mut self, bytes: &mut [u8]) -> io::Result<usize> {
            self.0.read(bytes)
        }
    }

    impl Seek for Full {
        fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
            self.0.seek(to)
        }
    }

    #[test]
    fn what_was_put_on_the_shelf_is_taken_from_it_in_full_or_not() {
        let documents = specimen::documents();
        for room in [0, 500, 1_000, 100_000] {
            let mut spill_file = SpillFile::on(Box::new(Full(Cursor::default(), room)));
            documents.iter().for_each(|document| spill_file.push(document));
            spill_file.set(0, &documents[1]);
            spill_file.push(&documents[0]);
            let taken: Vec<_> = (0..spill_file.len()).map(|at| format!("{:?}", spill_file.get(at).unwrap())).collect();
            let put = [&documents[1], &documents[1], &documents[0]].map(|document| format!("{document:?}"));
            assert_eq!(taken, put, "{room} bytes");
        }
    }
}
