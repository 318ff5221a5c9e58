//! One writer at a time: the right to write to a project.

use std::fs::{self, File};
use std::thread;
use std::time::{Duration, Instant};

use super::replace::{self, is_temporary};
use super::{Error, ErrorKind, Project};

/// How long a second writer waits before it says so, and before it gives up.
const SILENCE: Duration = Duration::from_secs(1);
const PATIENCE: Duration = Duration::from_secs(60);

/// The right to write to a project; given back when dropped, also when the process dies.
#[derive(Debug)]
pub struct Lock {
    _file: File,
}

impl Project {
    /// Waits for the right to write, then clears away what killed writers left; `waits` is called once where the wait
    /// is longer than a second.
    ///
    /// # Errors
    ///
    /// Where another process keeps it for more than a minute.
    pub fn lock(&self, waits: impl FnOnce()) -> Result<Lock, Error> {
        // The system's lock on the folder itself: it leaves no file behind, and dies with its process.
        let file = File::open(self.root()).or_else(|_| File::open(self.root().join(super::config::CONFIG)));
        let file = file.map_err(|error| Error::io(self.root().display().to_string(), error))?;
        let start = Instant::now();
        let mut waits = Some(waits);
        loop {
            match file.try_lock() {
                Ok(()) => break,
                Err(fs::TryLockError::WouldBlock) if start.elapsed() < PATIENCE => {
                    if start.elapsed() >= SILENCE
                        && let Some(waits) = waits.take()
                    {
                        waits();
                    }
                    thread::sleep(Duration::from_millis(20));
                }
                Err(fs::TryLockError::WouldBlock) => {
                    return Err(Error::new(self.root().display().to_string(), ErrorKind::Locked));
                }
                Err(fs::TryLockError::Error(error)) => return Err(Error::io(self.root().display().to_string(), error)),
            }
        }
        self.sweep();
        Ok(Lock { _file: file })
    }

    /// Removes temporary files of dead writers wherever the project writes.
    fn sweep(&self) {
        replace::sweep(self.root());
        for start in self.places() {
            if self.contained(&start).is_err() {
                continue;
            }
            let walk = walkdir::WalkDir::new(self.root().join(&start)).follow_links(false);
            for entry in walk.into_iter().flatten() {
                if entry.file_name().to_str().is_some_and(is_temporary) {
                    replace::sweep_one(entry.path());
                }
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
        fs::create_dir(folder.path().join("originals")).unwrap();
        let project = Project::open(folder.path()).unwrap();
        let lock = project.lock(|| ()).unwrap();
        let other = project.clone();
        let waiting = thread::spawn(move || other.lock(|| ()).map(|_| ()));
        thread::sleep(Duration::from_millis(100));
        drop(lock);
        waiting.join().unwrap().unwrap();
    }
}
