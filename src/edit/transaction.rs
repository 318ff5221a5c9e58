//! Changes of several files that are made together or not at all.

/// A file before and after a change; `None` where there is no file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileChange {
    /// Relative to the root of the project, with `/`.
    pub path: String,
    /// What the change was made from.
    pub before: Option<Vec<u8>>,
    /// The bytes of the file afterwards.
    pub after: Option<Vec<u8>>,
}

/// Changes of files, one a file, in the order in which they are to be written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Transaction {
    changes: Vec<FileChange>,
}

/// Two transactions of which the second was not made from what the first leaves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotComposable {
    /// The file in which they differ.
    pub path: String,
}

impl Transaction {
    /// A transaction that changes nothing.
    pub fn new() -> Transaction {
        Transaction::default()
    }

    /// A transaction that changes one file.
    pub fn of(path: &str, before: Option<Vec<u8>>, after: Option<Vec<u8>>) -> Transaction {
        let mut changes = vec![FileChange { path: path.to_owned(), before, after }];
        changes.retain(|change| change.before != change.after);
        Transaction { changes }
    }

    /// The changes, in the order in which they are to be written.
    pub fn changes(&self) -> &[FileChange] {
        &self.changes
    }

    /// Whether nothing is changed.
    pub fn is_empty(&self) -> bool {
        self.changes.is_empty()
    }

    /// The transaction that takes this one back: the last file first.
    #[must_use]
    pub fn invert(&self) -> Transaction {
        let inverse = |change: &FileChange| FileChange {
            path: change.path.clone(),
            before: change.after.clone(),
            after: change.before.clone(),
        };
        Transaction { changes: self.changes.iter().rev().map(inverse).collect() }
    }

    /// This transaction and then another, as one. A file that both change has one change; one that ends as it began
    /// has none.
    ///
    /// # Errors
    ///
    /// If the other was not made from what this one leaves.
    pub fn then(mut self, next: Transaction) -> Result<Transaction, NotComposable> {
        for change in next.changes {
            match self.changes.iter_mut().find(|known| known.path == change.path) {
                Some(known) if known.after == change.before => known.after = change.after,
                Some(_) => return Err(NotComposable { path: change.path }),
                None => self.changes.push(change),
            }
        }
        self.changes.retain(|change| change.before != change.after);
        Ok(self)
    }

    /// The first file that is not what the transaction was made from; `read` gives today's bytes of a path.
    ///
    /// # Errors
    ///
    /// If a file cannot be read.
    pub fn outdated<E>(&self, mut read: impl FnMut(&str) -> Result<Option<Vec<u8>>, E>) -> Result<Option<&str>, E> {
        for change in &self.changes {
            if read(&change.path)? != change.before {
                return Ok(Some(&change.path));
            }
        }
        Ok(None)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeMap;
    use std::convert::Infallible;

    type Files = BTreeMap<String, Vec<u8>>;

    fn applied(files: &Files, transaction: &Transaction) -> Files {
        let mut files = files.clone();
        for FileChange { path, before, after } in transaction.changes() {
            assert_eq!(files.get(path), before.as_ref());
            match after {
                Some(bytes) => files.insert(path.clone(), bytes.clone()),
                None => files.remove(path),
            };
        }
        files
    }

    fn one(path: &str, before: Option<&str>, after: Option<&str>) -> Transaction {
        let bytes = |text: Option<&str>| text.map(|text| text.as_bytes().to_vec());
        Transaction::of(path, bytes(before), bytes(after))
    }

    #[test]
    fn a_file_that_stays_is_no_change() {
        assert!(one("a.md", Some("x"), Some("x")).is_empty());
        assert!(one("a.md", Some("x"), Some("y")).then(one("a.md", Some("y"), Some("x"))).unwrap().is_empty());
    }

    #[test]
    fn a_change_made_from_another_text_is_refused() {
        let first = one("a.md", Some("x"), Some("y"));
        let refused = first.clone().then(one("a.md", Some("x"), Some("z"))).unwrap_err();
        assert_eq!(refused, NotComposable { path: "a.md".to_owned() });
        let today = |text: &'static str| move |_: &str| Ok::<_, Infallible>(Some(text.as_bytes().to_vec()));
        assert_eq!(first.outdated(today("x")), Ok(None));
        assert_eq!(first.outdated(today("other")), Ok(Some("a.md")));
    }

    /// Two states of a few files.
    fn states() -> impl Strategy<Value = [Files; 3]> {
        let files = || prop::collection::btree_map("[abc]", prop::collection::vec(any::<u8>(), 0..4), 0..3);
        [files(), files(), files()]
    }

    fn between(before: &Files, after: &Files) -> Transaction {
        let paths: std::collections::BTreeSet<&String> = before.keys().chain(after.keys()).collect();
        paths.into_iter().fold(Transaction::new(), |all, path| {
            all.then(Transaction::of(path, before.get(path).cloned(), after.get(path).cloned())).unwrap()
        })
    }

    proptest! {
        #[test]
        fn applied_and_taken_back_the_files_are_as_they_were([before, after, _] in states()) {
            let transaction = between(&before, &after);
            prop_assert_eq!(&applied(&before, &transaction), &after);
            prop_assert_eq!(&applied(&after, &transaction.invert()), &before);
        }

        #[test]
        fn two_transactions_as_one_do_what_both_do([first, second, third] in states()) {
            let both = between(&first, &second).then(between(&second, &third)).unwrap();
            prop_assert_eq!(&applied(&first, &both), &third);
            prop_assert_eq!(&applied(&third, &both.invert()), &first);
        }
    }
}
