//! One writer at a time: the right to write to a project.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, Instant};

use super::replace::{self, is_temporary};
use super::{Error, ErrorKind};

/// How long a second writer waits before it says so, and before it gives up.
const SILENCE: Duration = Duration::from_secs(1);
const PATIENCE: Duration = Duration::from_secs(60);

/// The right to write to a project; given back when dropped, also when the process dies.
#[derive(Debug)]
pub struct Lock {
    _file: Option<File>,
}

impl Lock {
    /// The right to write where nobody else can.
    pub(super) fn nobody_else() -> Lock {
        Lock { _file: None }
    }
}

/// Waits for the right to write to the project in `root`, then removes what killed writers left there and under
/// `places`; `waits` is called once where the wait is longer than a second.
///
/// # Errors
///
/// Where another process keeps it for more than a minute.
pub(super) fn acquire(root: &Path, places: &[PathBuf], waits: &mut dyn FnMut()) -> Result<Lock, Error> {
    // The system's lock on the folder itself: it leaves no file behind, and dies with its process.
    let file = File::open(root).or_else(|_| File::open(root.join(super::config_file::CONFIG)));
    let file = file.map_err(|error| Error::io(root.display().to_string(), error))?;
    let start = Instant::now();
    let mut silent = true;
    loop {
        match file.try_lock() {
            Ok(()) => break,
            Err(fs::TryLockError::WouldBlock) if start.elapsed() < PATIENCE => {
                if silent && start.elapsed() >= SILENCE {
                    silent = false;
                    waits();
                }
                thread::sleep(Duration::from_millis(20));
            }
            Err(fs::TryLockError::WouldBlock) => {
                return Err(Error::new(root.display().to_string(), ErrorKind::Locked));
            }
            Err(fs::TryLockError::Error(error)) => return Err(Error::io(root.display().to_string(), error)),
        }
    }
    sweep(root, places);
    Ok(Lock { _file: Some(file) })
}

/// Removes temporary files of dead writers wherever the project writes.
fn sweep(root: &Path, places: &[PathBuf]) {
    replace::sweep(root);
    for place in places {
        for entry in walkdir::WalkDir::new(place).follow_links(false).into_iter().flatten() {
            if entry.file_name().to_str().is_some_and(is_temporary) {
                replace::sweep_one(entry.path());
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_second_writer_waits_for_the_first() {
        let folder = tempfile::tempdir().unwrap();
        let lock = acquire(folder.path(), &[], &mut || ()).unwrap();
        let other = folder.path().to_owned();
        let waiting = thread::spawn(move || acquire(&other, &[], &mut || ()).map(|_| ()));
        thread::sleep(Duration::from_millis(100));
        drop(lock);
        waiting.join().unwrap().unwrap();
    }
}
