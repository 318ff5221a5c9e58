//! Files of a project under other names.

use super::Error;
use crate::edit::Transaction;
use crate::project::{self, ErrorKind, Project, Snapshot};

/// The transaction that gives files other names, from where to where. Every copy comes to be before a file goes, and
/// the first file of `moves` goes last: while it is there, a command that was killed can be run again.
///
/// # Errors
///
/// If a file cannot be read, or another one has its new name.
pub fn renamed(project: &Project, moves: &[(String, String)]) -> Result<Transaction, Error> {
    let (mut copies, mut removals) = (Vec::new(), Vec::new());
    for (from, to) in moves {
        let (before, there) = (project.snapshot(from)?, project.snapshot(to)?);
        // A copy is what a run that was killed left.
        if there != Snapshot(None) && (there != before || project.same(from, to)) {
            return Err(project::Error::new(to, ErrorKind::Exists).into());
        }
        copies.push(Transaction::of(to, there.0, before.0.clone()));
        removals.push(Transaction::of(from, before.0, None));
    }
    let mut all = copies.into_iter().chain(removals.into_iter().rev());
    Ok(all.try_fold(Transaction::new(), Transaction::then)?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::project::{Files, Memory};
    use crate::workspace::commit;
    use std::sync::Arc;

    fn moves() -> Vec<(String, String)> {
        [("originals/a.md", "originals/b.md"), ("translations/en/a.md", "translations/en/b.md")]
            .map(|(from, to)| (from.to_owned(), to.to_owned()))
            .to_vec()
    }

    #[test]
    fn copies_come_first_and_the_original_goes_last() {
        let files = Arc::new(Memory::new([("originals/a.md", "Дом."), ("translations/en/a.md", "House.")]));
        let project = Project::on(files.clone()).unwrap();
        let renamed = renamed(&project, &moves()).unwrap();
        let order: Vec<(&str, bool)> =
            renamed.changes().iter().map(|change| (change.path.as_str(), change.after.is_some())).collect();
        let expected = [
            ("originals/b.md", true),
            ("translations/en/b.md", true),
            ("translations/en/a.md", false),
            ("originals/a.md", false),
        ];
        assert_eq!(order, expected);
        commit(&project, &project.lock(|| ()).unwrap(), &renamed).unwrap();
        assert_eq!(files.read("translations/en/b.md").unwrap(), b"House.");
        assert!(files.read("originals/a.md").is_err());
    }

    #[test]
    fn a_copy_that_a_killed_run_left_is_no_obstacle_and_another_file_is() {
        let kept = [("originals/a.md", "Дом."), ("translations/en/a.md", "House.")];
        let with = |text| Project::on(Arc::new(Memory::new(kept.into_iter().chain([("originals/b.md", text)]))));
        assert_eq!(renamed(&with("Дом.").unwrap(), &moves()).unwrap().changes().len(), 3);
        let refused = renamed(&with("Река.").unwrap(), &moves()).unwrap_err();
        assert!(matches!(refused, Error::Project(project::Error { kind: ErrorKind::Exists, .. })));
    }
}
