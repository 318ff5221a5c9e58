//! The units files of a workspace, each opened once: to be read with its pair, to learn words from, and to know which
//! texts were accepted where.

use std::collections::HashMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use rayon::prelude::*;
use sha2::{Digest, Sha512_256};

use super::unplaced::{Head, Unplaced};
use crate::project::{Project, Snapshot};
use crate::units::{Paths, Units};

/// The texts of so many accepted units are kept to learn from.
const REMEMBERED: usize = 20_000;

/// So many bytes of units files are kept from a first look until their pairs are read; a file beyond them is opened
/// again.
const UNREAD: usize = 4 << 20;

/// So many units files are read at once for a first look.
const AT_ONCE: usize = 32;

/// The two texts of an accepted unit.
pub(super) type Texts = (String, String);

/// What is known of the units files.
pub(super) struct UnitsFiles {
    files: Mutex<HashMap<String, Arc<Mutex<File>>>>,
    remembered: AtomicUsize,
    /// How many bytes more may be kept unread.
    room: AtomicUsize,
}

impl Default for UnitsFiles {
    fn default() -> UnitsFiles {
        UnitsFiles { files: Mutex::default(), remembered: AtomicUsize::new(0), room: AtomicUsize::new(UNREAD) }
    }
}

/// What is known of one file.
#[derive(Default)]
pub(super) struct File {
    /// Of the accepted units with both sides; `None` where the file was not read, or they are not kept.
    texts: Option<Vec<Texts>>,
    /// Of the same units; `None` where the file was not read.
    heads: Option<Vec<Head>>,
    /// What was read for its units alone, until its pair is read.
    unread: Option<Snapshot>,
    /// Of the pair as it was read last.
    pub(super) unplaced: Option<Arc<Unplaced>>,
    digest: Option<FileDigest>,
}

/// A digest of the bytes of a units file in this run.
#[derive(Clone, Copy, PartialEq, Eq)]
enum FileDigest {
    Same([u8; 32]),
    /// Somebody wrote the file between two looks at it.
    Changed,
}

impl UnitsFiles {
    /// What is known of a file; whoever reads it holds this, so that nobody else does at that time.
    pub(super) fn file(&self, path: &str) -> Arc<Mutex<File>> {
        let mut files = self.files.lock().unwrap_or_else(PoisonError::into_inner);
        match files.get(path) {
            Some(file) => file.clone(),
            None => files.entry(path.to_owned()).or_default().clone(),
        }
    }

    /// The bytes for the file's pair, where they were read already.
    pub(super) fn take(&self, file: &mut File) -> Option<Snapshot> {
        let unread = file.unread.take()?;
        self.room.fetch_add(size(&unread), Ordering::Relaxed);
        Some(unread)
    }

    /// The bytes of a file for its pair, kept too until the pair is made of them.
    ///
    /// # Errors
    ///
    /// As [`Project::snapshot`].
    pub(super) fn read(&self, project: &Project, path: &str) -> Result<Snapshot, crate::project::Error> {
        let file = self.file(path);
        let mut file = lock(&file);
        let snapshot = match &file.unread {
            Some(unread) => unread.clone(),
            None => project.snapshot(path)?,
        };
        note_digest(&mut file, &snapshot);
        self.keep_unread(&mut file, &snapshot);
        Ok(snapshot)
    }

    /// A digest of a file as all of this run read it; `None` where it cannot be read or changed meanwhile.
    pub(super) fn digest(&self, project: &Project, path: &str) -> Option<[u8; 32]> {
        let file = self.file(path);
        let mut file = lock(&file);
        if file.digest.is_none() {
            let snapshot = project.snapshot(path).ok()?;
            note_digest(&mut file, &snapshot);
            self.keep_unread(&mut file, &snapshot);
        }
        match file.digest {
            Some(FileDigest::Same(digest)) => Some(digest),
            _ => None,
        }
    }

    fn keep_unread(&self, file: &mut File, snapshot: &Snapshot) {
        let fits = |room: usize| room.checked_sub(size(snapshot));
        if file.unread.is_none() && self.room.fetch_update(Ordering::Relaxed, Ordering::Relaxed, fits).is_ok() {
            file.unread = Some(snapshot.clone());
        }
    }

    /// Keeps the heads of a file's accepted units, and their texts while there are few.
    pub(super) fn remember(&self, file: &mut File, units: &Units) {
        drop(self.take(file));
        let few = self.remembered.fetch_add(units.accepted.len(), Ordering::Relaxed) < REMEMBERED;
        file.texts = few.then(|| texts(units));
        file.heads = Some(Head::of_all(units));
    }

    /// The texts of the accepted units of a file; none where it is not there or broken: whoever needs the file for
    /// itself says so.
    pub(super) fn texts(&self, project: &Project, path: &str) -> Vec<Texts> {
        let file = self.file(path);
        let mut file = lock(&file);
        match &file.texts {
            Some(texts) => texts.clone(),
            None => texts(&self.look(project, path, &mut file)),
        }
    }

    /// The heads of the accepted units of a file; none where it is not there or broken.
    pub(super) fn heads(&self, project: &Project, path: &str) -> Vec<Head> {
        let file = self.file(path);
        let mut file = lock(&file);
        match &file.heads {
            Some(heads) => heads.clone(),
            None => Head::of_all(&self.look(project, path, &mut file)),
        }
    }

    /// Reads the files of some pairs for their units, on all cores, until there is `enough` to learn from, where a thread
    /// asks that is none of the pool's: one of the pool would take up other work meanwhile, which may wait for what this
    /// is read for.
    pub(super) fn read_ahead<'a>(&self, project: &Project, pairs: impl Iterator<Item = &'a Paths>, enough: usize) {
        if rayon::current_thread_index().is_some() {
            return;
        }
        let pairs: Vec<&Paths> = pairs.collect();
        let mut read = 0;
        for some in pairs.chunks(AT_ONCE) {
            read += some.par_iter().map(|pair| self.known(project, &pair.units)).sum::<usize>();
            if read >= enough {
                break;
            }
        }
    }

    /// How many accepted units of a file are known, which is read where it was not.
    fn known(&self, project: &Project, path: &str) -> usize {
        let file = self.file(path);
        let mut file = lock(&file);
        if file.heads.is_none() {
            self.look(project, path, &mut file);
        }
        file.texts.as_ref().map_or(0, Vec::len)
    }

    /// Reads a file for its units alone.
    fn look(&self, project: &Project, path: &str, file: &mut File) -> Units {
        let snapshot = match self.take(file) {
            Some(unread) => unread,
            None => match project.snapshot(path) {
                Ok(snapshot) => snapshot,
                Err(_) => return Units::default(),
            },
        };
        note_digest(file, &snapshot);
        let units = snapshot.0.as_deref().and_then(|bytes| Units::read(&String::from_utf8_lossy(bytes)).ok());
        let units = units.unwrap_or_default();
        let first = file.heads.is_none();
        self.remember(file, &units);
        if first {
            self.keep_unread(file, &snapshot);
        }
        units
    }
}

/// The right to read or to ask about a file.
pub(super) fn lock(file: &Mutex<File>) -> MutexGuard<'_, File> {
    file.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Records what was read of a file.
pub(super) fn note_digest(file: &mut File, snapshot: &Snapshot) {
    let bytes = snapshot.0.as_deref().unwrap_or_default();
    let hash = Sha512_256::new().chain_update([u8::from(snapshot.0.is_some())]).chain_update(bytes).finalize();
    let digest = FileDigest::Same(hash.into());
    file.digest = match file.digest {
        Some(known) if known != digest => Some(FileDigest::Changed),
        _ => Some(digest),
    };
}

fn size(snapshot: &Snapshot) -> usize {
    snapshot.0.as_ref().map_or(0, Vec::len)
}

fn texts(units: &Units) -> Vec<Texts> {
    let both = units.accepted.iter().filter(|unit| !unit.source.is_empty() && !unit.target.is_empty());
    both.map(|unit| (unit.source.join(" "), unit.target.join(" "))).collect()
}
