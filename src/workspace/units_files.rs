//! The units files of a workspace, each opened once: to be read with its pair, to learn words from, and to know which
//! texts were accepted where.

use std::collections::HashMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::unplaced::{Head, Unplaced};
use crate::project::{Project, Snapshot};
use crate::units::Units;

/// The texts of so many accepted units are kept to learn from.
const REMEMBERED: usize = 20_000;

/// So many bytes of units files are kept from a first look until their pairs are read; a file beyond them is opened
/// again.
const UNREAD: usize = 4 << 20;

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

    /// Reads a file for its units alone.
    fn look(&self, project: &Project, path: &str, file: &mut File) -> Units {
        let Ok(snapshot) = project.snapshot(path) else { return Units::default() };
        let units = snapshot.0.as_deref().and_then(|bytes| Units::read(&String::from_utf8_lossy(bytes)).ok());
        let units = units.unwrap_or_default();
        let first = file.heads.is_none();
        self.remember(file, &units);
        let size = size(&snapshot);
        let fits = |room: usize| room.checked_sub(size);
        if first && self.room.fetch_update(Ordering::Relaxed, Ordering::Relaxed, fits).is_ok() {
            file.unread = Some(snapshot);
        }
        units
    }
}

/// The right to read or to ask about a file.
pub(super) fn lock(file: &Mutex<File>) -> MutexGuard<'_, File> {
    file.lock().unwrap_or_else(PoisonError::into_inner)
}

fn size(snapshot: &Snapshot) -> usize {
    snapshot.0.as_ref().map_or(0, Vec::len)
}

fn texts(units: &Units) -> Vec<Texts> {
    let both = units.accepted.iter().filter(|unit| !unit.source.is_empty() && !unit.target.is_empty());
    both.map(|unit| (unit.source.join(" "), unit.target.join(" "))).collect()
}
