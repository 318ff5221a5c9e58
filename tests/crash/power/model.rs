//! A file system that keeps no more than it must: what may be on disk when the power fails.
//!
//! Bytes are sure when their file was synced after they were written, a name in a folder when the folder was. What is
//! not sure is there or not, each thing for itself and in any order: a new name may be kept and the bytes behind it
//! not. This is what POSIX allows, and more than the usual file systems do.

use std::collections::BTreeMap;

/// A call that changes what is on disk. Paths are relative to the project, without a slash at the end.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Call {
    /// A file is there from here on; `emptied` where it loses what was in it.
    Open {
        path: String,
        emptied: bool,
    },
    /// Bytes at a place, or at the end.
    Write {
        path: String,
        at: Option<usize>,
        bytes: Vec<u8>,
    },
    Resize {
        path: String,
        length: usize,
    },
    /// Of a file or a folder.
    Sync {
        path: String,
    },
    Rename {
        from: String,
        to: String,
    },
    Link {
        from: String,
        to: String,
    },
    /// Of a file or a folder.
    Remove {
        path: String,
    },
    Folder {
        path: String,
    },
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Node {
    File(usize),
    Folder,
}

/// What files there are by path, and their bytes.
pub(crate) type State<'a> = BTreeMap<&'a str, &'a [u8]>;

/// So many states at one cut are tried in full; beyond, those that differ from both ends in one or two things.
const ALL: usize = 4096;

/// The file system. Of everything it knows what may be on disk, the sure first and the newest last.
#[derive(Debug, Default)]
pub(crate) struct Disk {
    names: BTreeMap<String, Vec<Option<Node>>>,
    files: Vec<Vec<Vec<u8>>>,
    /// Names that were given to files in place of earlier ones: a file has never both.
    renamed: Vec<(String, String)>,
}

impl Disk {
    /// A disk on which everything is sure.
    pub(crate) fn of(tree: &BTreeMap<String, Vec<u8>>) -> Disk {
        let mut disk = Disk::default();
        disk.names.insert(String::new(), vec![Some(Node::Folder)]);
        for (path, bytes) in tree {
            for (at, _) in path.match_indices('/') {
                disk.names.insert(path[..at].to_owned(), vec![Some(Node::Folder)]);
            }
            disk.names.insert(path.clone(), vec![Some(Node::File(disk.files.len()))]);
            disk.files.push(vec![bytes.clone()]);
        }
        disk
    }

    /// What a program sees.
    pub(crate) fn seen(&self) -> State<'_> {
        let file = |(path, nodes): (&'_ String, &Vec<Option<Node>>)| match nodes.last() {
            Some(Some(Node::File(file))) => Some((path.clone(), *file)),
            _ => None,
        };
        let files: Vec<(String, usize)> = self.names.iter().filter_map(file).collect();
        let key = |path: &str| self.names.get_key_value(path).expect("it was found there").0.as_str();
        files
            .iter()
            .map(|(path, file)| (key(path), self.files[*file].last().expect("never empty").as_slice()))
            .collect()
    }

    /// Does a call.
    pub(crate) fn apply(&mut self, call: &Call) {
        match call {
            Call::Open { path, emptied } => match self.file(path) {
                Some(file) if *emptied => self.change(file, Vec::clear),
                Some(_) => {}
                None => {
                    self.files.push(vec![Vec::new()]);
                    self.name(path, Some(Node::File(self.files.len() - 1)));
                }
            },
            Call::Write { path, at, bytes } => {
                let Some(file) = self.file(path) else { return };
                self.change(file, |all| {
                    let at = at.unwrap_or(all.len());
                    all.resize(all.len().max(at + bytes.len()), 0);
                    all[at..at + bytes.len()].copy_from_slice(bytes);
                });
            }
            Call::Resize { path, length } => {
                let Some(file) = self.file(path) else { return };
                self.change(file, |all| all.resize(*length, 0));
            }
            Call::Sync { path } => self.sync(path),
            Call::Rename { from, to } => {
                self.name(to, self.node(from));
                self.name(from, None);
                self.renamed.push((from.clone(), to.clone()));
            }
            Call::Link { from, to } => self.name(to, self.node(from)),
            Call::Remove { path } => self.name(path, None),
            Call::Folder { path } => self.name(path, Some(Node::Folder)),
        }
    }

    fn sync(&mut self, path: &str) {
        match self.node(path) {
            Some(Node::File(file)) => newest_alone(&mut self.files[file]),
            Some(Node::Folder) => {
                let inside =
                    |name: &str| !name.is_empty() && name.rsplit_once('/').map_or("", |(folder, _)| folder) == path;
                for (_, nodes) in self.names.iter_mut().filter(|(name, _)| inside(name)) {
                    newest_alone(nodes);
                }
            }
            None => {}
        }
    }

    fn node(&self, path: &str) -> Option<Node> {
        self.names.get(path).and_then(|nodes| *nodes.last().expect("never empty"))
    }

    fn file(&self, path: &str) -> Option<usize> {
        match self.node(path) {
            Some(Node::File(file)) => Some(file),
            _ => None,
        }
    }

    fn name(&mut self, path: &str, node: Option<Node>) {
        self.names.entry(path.to_owned()).or_insert_with(|| vec![None]).push(node);
    }

    fn change(&mut self, file: usize, with: impl FnOnce(&mut Vec<u8>)) {
        let mut bytes = self.files[file].last().expect("never empty").clone();
        with(&mut bytes);
        self.files[file].push(bytes);
    }

    /// Shows what may be on disk when the power fails now; how many states that are.
    pub(crate) fn cut(&self, see: &mut dyn FnMut(&State<'_>)) -> usize {
        let bytes: Vec<Vec<Vec<u8>>> = self.files.iter().map(|versions| survivors(versions)).collect();
        let names: Vec<(&str, Vec<Option<Node>>)> =
            self.names.iter().map(|(path, nodes)| (path.as_str(), distinct(nodes))).collect();
        let counts: Vec<usize> = names.iter().map(|(_, nodes)| nodes.len()).chain(bytes.iter().map(Vec::len)).collect();
        let picks = picks(&counts);
        for pick in &picks {
            let (of_names, of_bytes) = pick.split_at(names.len());
            let mut state = State::new();
            let mut lost: Vec<&str> = Vec::new();
            for ((path, nodes), which) in names.iter().zip(of_names) {
                let below = |folder: &&str| path.strip_prefix(*folder).is_some_and(|rest| rest.starts_with('/'));
                match nodes[*which] {
                    // What is in a folder is gone with the folder's name.
                    _ if lost.iter().any(below) => {}
                    Some(Node::File(file)) => drop(state.insert(path, &bytes[file][of_bytes[file]])),
                    Some(Node::Folder) => {}
                    None => lost.push(path),
                }
            }
            let node = |path: &str| {
                let at = names.binary_search_by_key(&path, |(path, _)| path).expect("it was named");
                names[at].1[of_names[at]]
            };
            for (from, to) in self.renamed.iter().filter(|(from, to)| node(from).is_some() && node(from) == node(to)) {
                if state.contains_key(to.as_str()) {
                    state.remove(from.as_str());
                }
            }
            see(&state);
        }
        picks.len()
    }
}

/// What may be left of a file: each content since it was synced, the newest cut short and as zeros.
fn survivors(versions: &[Vec<u8>]) -> Vec<Vec<u8>> {
    let (first, last) = (&versions[0], &versions[versions.len() - 1]);
    if versions.len() == 1 {
        return vec![first.clone()];
    }
    let sure = if last.starts_with(first) { first.len() } else { 0 };
    let short = last[..sure + (last.len() - sure) / 2].to_vec();
    let mut zeros = last[..sure].to_vec();
    zeros.resize(last.len(), 0);
    distinct(&[first.clone(), last[..sure].to_vec(), short, zeros, last.clone()])
}

fn newest_alone<T>(versions: &mut Vec<T>) {
    let newest = versions.len() - 1;
    versions.drain(..newest);
}

/// The values without repetition, in order.
fn distinct<T: Clone + PartialEq>(all: &[T]) -> Vec<T> {
    let mut found: Vec<T> = Vec::new();
    for one in all {
        if !found.contains(one) {
            found.push(one.clone());
        }
    }
    found
}

/// Which of `counts[at]` values is taken at each place: every way where they are few.
fn picks(counts: &[usize]) -> Vec<Vec<usize>> {
    let open: Vec<usize> = (0..counts.len()).filter(|at| counts[*at] > 1).collect();
    let all = open.iter().try_fold(1, |all: usize, at| all.checked_mul(counts[*at]).filter(|all| *all <= ALL));
    let first = vec![0; counts.len()];
    if all.is_some() {
        return open.iter().fold(vec![first], |picks, at| {
            let with = |pick: &Vec<usize>, value| {
                (0..counts.len()).map(|to| if to == *at { value } else { pick[to] }).collect()
            };
            picks.iter().flat_map(|pick| (0..counts[*at]).map(move |value| with(pick, value))).collect()
        });
    }
    let last: Vec<usize> = counts.iter().map(|count| count - 1).collect();
    let mut picks = Vec::new();
    for base in [first, last] {
        for (nth, one) in open.iter().enumerate() {
            for other in &open[nth..] {
                for (value, second) in
                    (0..counts[*one]).flat_map(|value| (0..counts[*other]).map(move |second| (value, second)))
                {
                    let mut pick = base.clone();
                    pick[*one] = value;
                    pick[*other] = second;
                    picks.push(pick);
                }
            }
        }
    }
    picks
}

#[cfg(test)]
mod tests {
    use super::*;

    /// All states at all cuts of the calls, on a disk with the file `a` that says `old`.
    fn states(calls: &[Call]) -> Vec<BTreeMap<String, String>> {
        let mut disk = Disk::of(&[("a".to_owned(), b"old!".to_vec())].into());
        let mut states = Vec::new();
        for call in calls {
            disk.apply(call);
            disk.cut(&mut |state| {
                let text =
                    |(path, bytes): (&&str, &&[u8])| ((*path).to_owned(), String::from_utf8_lossy(bytes).into_owned());
                states.push(state.iter().map(text).collect());
            });
        }
        states
    }

    /// What `path` may say at any cut.
    fn said(calls: &[Call], path: &str) -> Vec<Option<String>> {
        let mut said: Vec<_> = states(calls).iter().map(|state| state.get(path).cloned()).collect();
        said.sort();
        said.dedup();
        said
    }

    fn open(path: &str) -> Call {
        Call::Open { path: path.to_owned(), emptied: true }
    }

    fn write(path: &str, text: &str) -> Call {
        Call::Write { path: path.to_owned(), at: None, bytes: text.into() }
    }

    fn sync(path: &str) -> Call {
        Call::Sync { path: path.to_owned() }
    }

    fn rename(from: &str, to: &str) -> Call {
        Call::Rename { from: from.to_owned(), to: to.to_owned() }
    }

    fn text(texts: &[&str]) -> Vec<Option<String>> {
        texts.iter().map(|text| Some((*text).to_owned())).collect()
    }

    #[test]
    fn a_rename_of_synced_bytes_is_old_or_new() {
        let calls = [open("t"), write("t", "new!"), sync("t"), rename("t", "a"), sync("")];
        assert_eq!(said(&calls, "a"), text(&["new!", "old!"]));
    }

    #[test]
    fn a_rename_of_bytes_that_are_not_synced_is_found_out() {
        let calls = [open("t"), write("t", "new!"), rename("t", "a"), sync("")];
        assert_eq!(said(&calls, "a"), text(&["", "\0\0\0\0", "ne", "new!", "old!"]));
        // To sync them afterwards is too late.
        let calls = [open("t"), write("t", "new!"), rename("t", "a"), sync("a"), sync("")];
        assert!(said(&calls, "a").contains(&Some("ne".to_owned())));
    }

    #[test]
    fn a_file_written_in_its_place_is_found_out() {
        let calls = [open("a"), write("a", "new!"), sync("a")];
        assert_eq!(said(&calls, "a"), text(&["", "\0\0\0\0", "ne", "new!", "old!"]));
        let calls = [write("a", "more"), sync("a")];
        assert_eq!(said(&calls, "a"), text(&["old!", "old!\0\0\0\0", "old!mo", "old!more"]), "what was sure stays");
    }

    #[test]
    fn a_name_is_sure_when_its_folder_is_synced() {
        let calls = [open("t"), write("t", "new!"), sync("t"), rename("t", "a")];
        let last = |calls: &[Call]| {
            let mut disk = Disk::of(&[("a".to_owned(), b"old!".to_vec())].into());
            calls.iter().for_each(|call| disk.apply(call));
            disk.cut(&mut |_| ())
        };
        assert_eq!(last(&calls), 4, "the old text and the new, each with the temporary name and without");
        assert_eq!(last(&[&calls[..], &[sync("")]].concat()), 1);
    }

    #[test]
    fn what_is_in_a_new_folder_is_gone_with_it_until_the_folder_above_is_synced() {
        let folder = Call::Folder { path: "new".to_owned() };
        let moved = [folder, open("new/b"), write("new/b", "old!"), sync("new/b"), sync("new")];
        let removed = [Call::Remove { path: "a".to_owned() }, sync("")];
        let lost =
            |calls: &[Call]| states(calls).iter().any(|state| !state.contains_key("a") && !state.contains_key("new/b"));
        assert!(lost(&[&moved[..], &removed].concat()));
        assert!(!lost(&[&moved[..], &[sync("")], &removed].concat()));
    }

    #[test]
    fn of_many_things_that_are_not_sure_every_two_are_tried_together() {
        let calls: Vec<Call> = (0..20).map(|at| open(&format!("f{at:02}"))).collect();
        let mut disk = Disk::of(&BTreeMap::new());
        calls.iter().for_each(|call| disk.apply(call));
        let mut seen = std::collections::BTreeSet::new();
        disk.cut(&mut |state| {
            let there = |at: usize| state.contains_key(format!("f{at:02}").as_str());
            for (one, other) in (0..20).flat_map(|one| (one + 1..20).map(move |other| (one, other))) {
                seen.insert((one, other, there(one), there(other)));
            }
        });
        assert_eq!(seen.len(), 190 * 4);
    }
}
