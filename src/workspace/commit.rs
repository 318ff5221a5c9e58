//! Makes a transaction in files.

use super::Error;
use crate::edit::Transaction;
use crate::project::{self, ErrorKind, Lock, Project, Replacement};

/// Makes all changes of a transaction in the files of a project or, where one cannot be made, none.
///
/// Units files come first: where the process is killed between, a draft whose text did not come is put in again by the
/// same command, while a machine's text whose record did not come would pass for a person's.
///
/// # Errors
///
/// If a file is no longer what the transaction was made from, or cannot be written.
pub fn commit(project: &Project, lock: &Lock, transaction: &Transaction) -> Result<(), Error> {
    let changes = transaction.changes().iter();
    let mut all: Vec<Replacement<'_>> = changes
        .map(|change| Replacement {
            path: &change.path,
            before: change.before.as_deref(),
            after: change.after.as_deref(),
        })
        .collect();
    all.sort_by_key(|one| project::units_stem(one.path).is_none());
    Ok(project.replace(lock, &all)?)
}

/// Makes the changes of a transaction in files that a user or git named, of whatever folder: one after another and
/// without a lock.
///
/// # Errors
///
/// If a file is no longer what the transaction was made from, cannot be written, or is to be removed.
pub fn commit_loose(transaction: &Transaction) -> Result<(), Error> {
    if let Some(path) = transaction.outdated(|path| project::read_loose(path).map(Some))? {
        return Err(project::Error::new(path, ErrorKind::ChangedOnDisk).into());
    }
    for change in transaction.changes() {
        let removed = || project::Error::new(&change.path, ErrorKind::NotAFile);
        project::write_loose(&change.path, change.after.as_ref().ok_or_else(removed)?)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::project::{Files, Memory};
    use std::sync::Arc;

    #[test]
    fn a_transaction_and_its_inverse_leave_the_files_as_they_were() {
        let files = Arc::new(Memory::new([("originals/a.md", "Дом."), ("a.md", "one")]));
        let project = Project::on(files.clone()).unwrap();
        let lock = project.lock(|| ()).unwrap();
        let bytes = |text: &str| Some(text.as_bytes().to_vec());
        let both = Transaction::of("a.md", bytes("one"), bytes("two"))
            .then(Transaction::of("new/b.md", None, bytes("new")))
            .unwrap();
        commit(&project, &lock, &both).unwrap();
        assert_eq!((files.read("a.md").unwrap(), files.read("new/b.md").unwrap()), (b"two".to_vec(), b"new".to_vec()));
        assert!(commit(&project, &lock, &both).is_err(), "the files are not what the transaction was made from");
        commit(&project, &lock, &both.invert()).unwrap();
        assert_eq!(files.read("a.md").unwrap(), b"one");
        assert!(files.read("new/b.md").is_err());
    }
}
