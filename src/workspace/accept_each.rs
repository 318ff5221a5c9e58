//! `accept` in many documents: what accepting would record is found out side by side, and written side by side where no
//! document needs what another one writes.

use std::collections::HashSet;
use std::iter::from_fn;
use std::panic::resume_unwind;
use std::sync::{Mutex, PoisonError};
use std::thread;

use rayon::prelude::*;

use super::accept::{Acceptable, Accepting, accepting};
use super::{Error, Location, Workspace, chosen_with_blocks, commit, no_conflict};
use crate::project::Lock;
use crate::units::{Pair, Paths};

/// How many documents are looked at before they are written.
const TOGETHER: usize = 64;

/// How many documents are written at the same time: writing waits for the disk, which takes several writes in one go.
const WRITERS: usize = 16;

/// What is accepted of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    /// All of it.
    Whole,
    /// The lines that are named with it; where none are, all of it.
    Named,
}

/// What accepting in one pair of documents would record.
#[derive(Debug)]
pub struct TriedAccepting {
    /// The pair as it was read.
    pub pair: Pair,
    /// What would be recorded.
    pub accepting: Accepting,
    /// Whether lines of it were named.
    pub by_line: bool,
}

/// Finds out what accepting would record in documents, `confidence` as in [`Acceptable`], and writes it where the right
/// to do so is given; `record` takes each in its order. One that was made from a file that an earlier one changes is
/// made again after that.
///
/// # Errors
///
/// Those of `record`, which ends the work.
pub fn each_accepting<E>(
    workspace: &Workspace,
    located: Vec<(&Paths, Vec<&Location>)>,
    options: (Which, Option<f64>),
    lock: Option<&Lock>,
    record: &mut dyn FnMut(Result<TriedAccepting, Error>) -> Result<(), E>,
) -> Result<(), E> {
    let located: Vec<(&Paths, Vec<&Location>)> = located.into_iter().filter(|(paths, _)| paths.translated).collect();
    let try_all = |some: &[(&Paths, Vec<&Location>)]| -> Vec<Result<TriedAccepting, Error>> {
        some.par_iter().map(|(paths, locations)| try_one(workspace, paths, locations, options)).collect()
    };
    let mut written: HashSet<String> = HashSet::new();
    let mut chunks = located.chunks(TOGETHER);
    let mut some = chunks.next().unwrap_or_default();
    let mut tried = try_all(some);
    while !some.is_empty() {
        let next = chunks.next().unwrap_or_default();
        // Writing waits for the disk: the next documents are looked at meanwhile.
        let next_tried = thread::scope(|scope| {
            let ahead = scope.spawn(|| try_all(next));
            let mut ready: Vec<Result<TriedAccepting, Error>> = Vec::new();
            for ((paths, locations), first) in some.iter().zip(tried) {
                let now = match is_outdated(paths, &first, &written) {
                    true => {
                        let before = std::mem::take(&mut ready);
                        write_all(workspace, lock, before).into_iter().try_for_each(&mut *record)?;
                        try_one(workspace, paths, locations, options)
                    }
                    false => first,
                };
                let changes = now.iter().flat_map(|tried| tried.accepting.transaction.changes());
                written.extend(changes.map(|change| change.path.clone()));
                ready.push(now);
            }
            write_all(workspace, lock, ready).into_iter().try_for_each(&mut *record)?;
            Ok(ahead.join().unwrap_or_else(|panic| resume_unwind(panic)))
        })?;
        (some, tried) = (next, next_tried);
    }
    Ok(())
}

/// Writes what documents change, none of which another one of them reads; what could not be written is an error in its
/// place.
fn write_all(
    workspace: &Workspace,
    lock: Option<&Lock>,
    ready: Vec<Result<TriedAccepting, Error>>,
) -> Vec<Result<TriedAccepting, Error>> {
    let Some(lock) = lock else { return ready };
    let write = |tried: &TriedAccepting| commit(&workspace.project, lock, &tried.accepting.transaction);
    let mut tried: Vec<(usize, bool)> = Vec::with_capacity(ready.len());
    let queue = Mutex::new(ready.iter().enumerate());
    let next = || queue.lock().unwrap_or_else(PoisonError::into_inner).next();
    let work = || -> Vec<_> {
        from_fn(next).map(|(at, one)| (at, one.as_ref().is_ok_and(|one| write(one).is_ok()))).collect()
    };
    thread::scope(|scope| {
        let writers: Vec<_> = (0..WRITERS.min(ready.len())).map(|_| scope.spawn(work)).collect();
        for writer in writers {
            tried.extend(writer.join().unwrap_or_else(|panic| resume_unwind(panic)));
        }
    });
    tried.sort_unstable();
    // One that failed took back what it had made, perhaps a folder into which another one was about to write: each of
    // those is tried once more, alone.
    let again = |(one, (_, written)): (Result<TriedAccepting, Error>, (usize, bool))| match (one, written) {
        (Ok(tried), false) => write(&tried).map(|()| tried),
        (one, _) => one,
    };
    ready.into_iter().zip(tried).map(again).collect()
}

fn try_one(
    workspace: &Workspace,
    paths: &Paths,
    locations: &[&Location],
    (which, confidence): (Which, Option<f64>),
) -> Result<TriedAccepting, Error> {
    let pair = workspace.load(paths)?;
    no_conflict(&pair)?;
    let chosen = match which {
        Which::Whole => None,
        Which::Named => chosen_with_blocks(workspace, &pair, locations)?,
    };
    let (lines, blocks) = chosen.map(|[lines, blocks]| (lines, blocks)).unzip();
    let analysis = workspace.units_alone(&pair);
    let acceptable = Acceptable { lines: lines.as_ref(), blocks: blocks.as_ref(), confidence };
    let accepting = accepting(workspace, &pair, &analysis, acceptable)?;
    Ok(TriedAccepting { pair, accepting, by_line: lines.is_some() })
}

/// Whether something was made from a file that changes with an earlier document: a units file from which units came.
fn is_outdated(paths: &Paths, tried: &Result<TriedAccepting, Error>, written: &HashSet<String>) -> bool {
    let mut changes = tried.iter().flat_map(|tried| tried.accepting.transaction.changes());
    written.contains(&paths.units) || changes.any(|change| written.contains(&change.path))
}
