//! The units files of a workspace, each opened once: to be read with its pair, and to learn words from.

use std::collections::HashMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use crate::project::{Project, Snapshot};
use crate::units::Units;

/// The texts of so many accepted units are kept to learn from.
const REMEMBERED: usize = 20_000;

/// The two texts of an accepted unit.
pub(super) type Texts = (String, String);

/// What is known of the units files.
#[derive(Default)]
pub(super) struct UnitsFiles {
    files: Mutex<HashMap<String, Arc<Mutex<File>>>>,
    remembered: AtomicUsize,
}

/// What is known of one file.
#[derive(Default)]
pub(super) struct File {
    /// Of the accepted units with both sides; `None` where the file was not read, or they are not kept.
    texts: Option<Vec<Texts>>,
    /// What was read for its units alone, until its pair is read.
    unread: Option<Snapshot>,
}

impl File {
    /// The bytes for the file's pair, where they were read already.
    pub(super) fn take(&mut self) -> Option<Snapshot> {
        self.unread.take()
    }
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

    /// Keeps the texts of a file's accepted units, while there are few.
    pub(super) fn remember(&self, file: &mut File, units: &Units) {
        let few = self.remembered.fetch_add(units.accepted.len(), Ordering::Relaxed) < REMEMBERED;
        *file = File { texts: few.then(|| texts(units)), unread: None };
    }

    /// The texts of the accepted units of a file; none where it is not there or broken: whoever needs the file for
    /// itself says so.
    pub(super) fn texts(&self, project: &Project, path: &str) -> Vec<Texts> {
        let file = self.file(path);
        let mut file = lock(&file);
        if let Some(texts) = &file.texts {
            return texts.clone();
        }
        let Ok(snapshot) = project.snapshot(path) else { return Vec::new() };
        let units = snapshot.0.as_deref().and_then(|bytes| Units::read(&String::from_utf8_lossy(bytes)).ok());
        let known = units.as_ref().map(texts).unwrap_or_default();
        file.texts = Some(known.clone());
        file.unread = Some(snapshot);
        known
    }
}

/// The right to read or to ask about a file.
pub(super) fn lock(file: &Mutex<File>) -> MutexGuard<'_, File> {
    file.lock().unwrap_or_else(PoisonError::into_inner)
}

fn texts(units: &Units) -> Vec<Texts> {
    let both = units.accepted.iter().filter(|unit| !unit.source.is_empty() && !unit.target.is_empty());
    both.map(|unit| (unit.source.join(" "), unit.target.join(" "))).collect()
}
