//! Makes a transaction in the files of a project.

use super::Error;
use crate::edit::{FileChange, Transaction};
use crate::project::{self, ErrorKind, Lock, Project, Snapshot};

/// Makes all changes of a transaction or, where one cannot be made, none.
///
/// # Errors
///
/// If a file is no longer what the transaction was made from, or cannot be written.
pub fn commit(project: &Project, lock: &Lock, transaction: &Transaction) -> Result<(), Error> {
    if let Some(path) = transaction.outdated(|path| project.snapshot(path).map(|snapshot| snapshot.0))? {
        return Err(project::Error::new(path, ErrorKind::ChangedOnDisk).into());
    }
    for (at, change) in transaction.changes().iter().enumerate() {
        if let Err(error) = write(project, lock, change) {
            let done = Transaction::clone(transaction).invert();
            for written in &done.changes()[transaction.changes().len() - at..] {
                // The first failure is the one to report, whether or not this succeeds.
                write(project, lock, written).ok();
            }
            return Err(error.into());
        }
    }
    Ok(())
}

fn write(project: &Project, lock: &Lock, change: &FileChange) -> Result<(), project::Error> {
    let before = Snapshot(change.before.clone());
    match &change.after {
        Some(bytes) => project.write(lock, &change.path, &before, bytes),
        None => project.remove(lock, &change.path, &before),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn where_one_file_cannot_be_written_the_others_are_as_they_were() {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("originals")).unwrap();
        fs::write(folder.path().join("a.md"), "one").unwrap();
        let project = Project::open(folder.path()).unwrap();
        let lock = project.lock(|| ()).unwrap();
        // A folder cannot be made below a file.
        let both = Transaction::of("a.md", Some(b"one".to_vec()), Some(b"two".to_vec()))
            .then(Transaction::of("tolmach.toml/b.md", None, Some(b"new".to_vec())))
            .unwrap();
        fs::write(folder.path().join("tolmach.toml"), "").unwrap();
        assert!(commit(&project, &lock, &both).is_err());
        assert_eq!(fs::read(folder.path().join("a.md")).unwrap(), b"one");
        let outdated = Transaction::of("a.md", Some(b"other".to_vec()), None);
        assert!(commit(&project, &lock, &outdated).is_err());
        assert!(folder.path().join("a.md").exists());
    }
}
