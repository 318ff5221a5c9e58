//! A folder of generated files: what has not changed is not written again, what is no longer made is removed.

use std::collections::BTreeSet;
use std::fs;
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::{Component, Path, PathBuf};

use super::git_folder::not_of_git;
use super::loose::{not_led_out, scratch};
use super::replace::{folder_of, replace_unsynced, settle, sweep};
use super::{Error, ErrorKind};

/// A folder outside of any project that holds generated files alone.
#[derive(Debug)]
pub struct Publication {
    /// As the user named it.
    name: String,
    root: PathBuf,
    written: usize,
    /// Whether the file that every publication has is still to come.
    new: bool,
    /// Folders in it, without what killed runs left there.
    swept: BTreeSet<PathBuf>,
}

/// A file in a publication that is not whole yet: whoever was stopped in it may begin again.
const UNFINISHED: &str = ".tolmach-unfinished.tmp";

impl Publication {
    /// Opens a folder, which is made where it is not there. `None` where it is somebody's: it is a link or no folder, or
    /// holds files and not `mark`, the file that every publication has, nor what a run left that was stopped.
    ///
    /// # Errors
    ///
    /// Where it cannot be made or read, is in git's own folder, or a link in the folders above it leads out of the
    /// project or the repository that holds the link.
    pub fn open(name: &str, mark: &str) -> Result<Option<Publication>, Error> {
        let root = PathBuf::from(name);
        not_led_out(name, folder_of(&root))?;
        not_of_git(name, &root)?;
        let failed = |error| Error::io(name, error);
        let is_file = |file: &str| root.join(file).symlink_metadata().is_ok_and(|file| file.is_file());
        match root.symlink_metadata() {
            Ok(metadata) if !metadata.is_dir() => return Ok(None),
            Ok(_) => {
                sweep(&root);
                let occupied = fs::read_dir(&root).map_err(failed)?.next().is_some();
                if occupied && !is_file(mark) && !is_file(UNFINISHED) {
                    return Ok(None);
                }
            }
            Err(error) if error.kind() == io::ErrorKind::NotFound => fs::create_dir_all(&root).map_err(failed)?,
            Err(error) => return Err(failed(error)),
        }
        let new = !is_file(mark);
        Ok(Some(Publication { name: name.to_owned(), root, written: 0, new, swept: BTreeSet::new() }))
    }

    /// The bytes of a file; `None` where it is not there.
    pub fn read(&self, file: &str) -> Option<Vec<u8>> {
        fs::read(self.place(file).ok()?).ok()
    }

    /// Writes a file unless it has these bytes already; folders are made as needed.
    ///
    /// # Errors
    ///
    /// Where it cannot be written, or a link is in the way.
    pub fn write(&mut self, file: &str, bytes: &[u8]) -> Result<(), Error> {
        let place = self.place(file)?;
        let same = place.symlink_metadata().is_ok_and(|known| known.is_file() && known.len() == bytes.len() as u64)
            && fs::read(&place).is_ok_and(|known| known == bytes);
        if same {
            return Ok(());
        }
        let failed = |error| Error::io(format!("{}/{file}", self.name), error);
        let begins = self.new && self.written == 0;
        if begins {
            fs::File::create(self.root.join(UNFINISHED)).map_err(failed)?;
            // Before any page is: what the power left of pages alone would be somebody's.
            settle(&self.root);
        }
        let folder = folder_of(&place);
        let replaced = fs::create_dir_all(folder).and_then(|()| {
            if self.swept.insert(folder.to_owned()) {
                sweep(folder);
            }
            replace_unsynced(&place, bytes)
        });
        if replaced.is_err() && begins {
            fs::remove_file(self.root.join(UNFINISHED)).ok();
        }
        replaced.map_err(failed)?;
        self.written += 1;
        Ok(())
    }

    /// Says that all files are written; how many were new or changed.
    pub fn finish(self) -> usize {
        if self.root.join(UNFINISHED).symlink_metadata().is_ok() {
            settle(&self.root);
            fs::remove_file(self.root.join(UNFINISHED)).ok();
        }
        self.written
    }

    /// Removes a file that was made earlier; nothing where it is not there.
    pub fn remove(&self, file: &str) {
        if let Ok(place) = self.place(file) {
            fs::remove_file(place).ok();
        }
    }

    /// Where a file is on disk.
    fn place(&self, file: &str) -> Result<PathBuf, Error> {
        let outside = || Error::new(format!("{}/{file}", self.name), ErrorKind::Outside);
        let path = Path::new(file);
        if file.is_empty() || !path.components().all(|part| matches!(part, Component::Normal(_))) {
            return Err(outside());
        }
        // A folder that is a link would lead the files out of this one.
        let mut folder = self.root.clone();
        for part in path.parent().into_iter().flat_map(Path::components) {
            folder.push(part);
            if folder.symlink_metadata().is_ok_and(|metadata| !metadata.is_dir()) {
                return Err(outside());
            }
        }
        Ok(self.root.join(path))
    }
}

/// Bytes that are put aside and taken back within one run.
pub struct Scratch<S = Box<dyn ReadWriteSeek>> {
    store: S,
    end: u64,
}

/// What can be written to and read back.
pub trait ReadWriteSeek: Read + Write + Seek {}

impl<S: Read + Write + Seek> ReadWriteSeek for S {}

/// Where bytes were put: from this byte, so many.
pub type Slot = (u64, usize);

impl Scratch {
    /// An empty store in memory and, beyond some size, in a file without a name.
    pub fn new() -> Scratch {
        Scratch { store: Box::new(scratch()), end: 0 }
    }

    /// Puts bytes aside.
    ///
    /// # Errors
    ///
    /// Where the disk is full.
    pub fn put(&mut self, bytes: &[u8]) -> io::Result<Slot> {
        self.store.seek(SeekFrom::Start(self.end))?;
        self.store.write_all(bytes)?;
        let slot = (self.end, bytes.len());
        self.end += bytes.len() as u64;
        Ok(slot)
    }

    /// Takes bytes back.
    ///
    /// # Errors
    ///
    /// Where they cannot be read.
    pub fn take(&mut self, (start, length): Slot) -> io::Result<Vec<u8>> {
        let mut bytes = vec![0; length];
        self.store.seek(SeekFrom::Start(start))?;
        self.store.read_exact(&mut bytes)?;
        Ok(bytes)
    }
}

impl Default for Scratch {
    fn default() -> Scratch {
        Scratch::new()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn open(folder: &Path) -> Option<Publication> {
        Publication::open(folder.to_str().unwrap(), "report.json").unwrap()
    }

    #[test]
    fn somebodys_folder_is_left_alone_and_an_earlier_one_is_not() {
        let folder = tempfile::tempdir().unwrap();
        let inside = folder.path().join("new/pages");
        assert!(open(&inside).is_some());
        fs::write(inside.join("index.html"), "mine").unwrap();
        assert!(open(&inside).is_none());
        fs::write(inside.join("report.json"), "{}").unwrap();
        assert!(open(&inside).is_some());
        assert!(open(&inside.join("index.html")).is_none(), "a file is no folder");
    }

    #[test]
    fn a_run_that_was_stopped_may_begin_again() {
        let folder = tempfile::tempdir().unwrap();
        let mut stopped = open(folder.path()).unwrap();
        stopped.write("pages/a.html", b"one").unwrap();
        drop(stopped);
        let mut again = open(folder.path()).unwrap();
        again.write("pages/a.html", b"one").unwrap();
        again.write("report.json", b"{}").unwrap();
        assert_eq!(again.finish(), 1);
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2, "the pages and the mark");
    }

    #[test]
    fn what_has_not_changed_is_not_written() {
        let folder = tempfile::tempdir().unwrap();
        let mut pages = open(&folder.path().join("a")).unwrap();
        pages.write("pages/a.html", b"one").unwrap();
        pages.write("pages/a.html", b"one").unwrap();
        assert_eq!(pages.written, 1);
        pages.write("pages/a.html", b"two").unwrap();
        assert_eq!((pages.written, pages.read("pages/a.html").unwrap()), (2, b"two".to_vec()));
        pages.remove("pages/a.html");
        assert_eq!(pages.read("pages/a.html"), None);
    }

    #[test]
    fn no_name_leads_out() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("b"), "kept").unwrap();
        let mut pages = open(&folder.path().join("a")).unwrap();
        for name in ["../b", "/tmp/b", "", "pages/../../b"] {
            assert!(pages.write(name, b"x").is_err(), "{name}");
            pages.remove(name);
        }
        assert_eq!(fs::read(folder.path().join("b")).unwrap(), b"kept");
    }

    #[cfg(unix)]
    #[test]
    fn a_link_is_not_followed() {
        let (folder, outside) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let inside = folder.path().join("a");
        let mut pages = open(&inside).unwrap();
        std::os::unix::fs::symlink(outside.path(), inside.join("pages")).unwrap();
        assert!(pages.write("pages/a.html", b"x").is_err());
        assert!(fs::read_dir(outside.path()).unwrap().next().is_none());
    }

    #[cfg(unix)]
    #[test]
    fn a_link_above_leads_neither_out_nor_into_git() {
        use std::os::unix::fs::symlink;
        let (folder, outside) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        fs::create_dir_all(folder.path().join(".git/hooks")).unwrap();
        symlink(outside.path(), folder.path().join("out")).unwrap();
        symlink(".git/hooks", folder.path().join("hooks")).unwrap();
        for name in ["out/pages", "out/new/pages", "hooks/pages", ".git/pages", "hooks/new/pages", ".git"] {
            let name = folder.path().join(name);
            assert!(Publication::open(name.to_str().unwrap(), "report.json").is_err(), "{}", name.display());
        }
        assert!(fs::read_dir(outside.path()).unwrap().next().is_none());
        assert!(fs::read_dir(folder.path().join(".git/hooks")).unwrap().next().is_none());
    }

    #[test]
    fn what_was_put_aside_is_taken_back() {
        let mut scratch = Scratch::new();
        let slots = [scratch.put(b"one").unwrap(), scratch.put(b"").unwrap(), scratch.put(b"three").unwrap()];
        let taken = slots.map(|slot| scratch.take(slot).unwrap());
        assert_eq!(taken, [b"one".to_vec(), Vec::new(), b"three".to_vec()]);
    }
}
