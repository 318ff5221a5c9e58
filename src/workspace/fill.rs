//! `fill`: puts the answers of a machine into translations as drafts, and nothing over a person's words.
//!
//! Every answer is put in place for a try, and the rules run on it there; what fails goes out, the rest is tried again
//! and written, document by document, in one transaction with the units file that records the drafts.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::attempt::Attempt;
use super::proposal::{FillOptions, Filled, Proposal, Reason, Writing};
use super::slots::SlotId;
use super::{Error, Workspace, commit};
use crate::edit::Transaction;
use crate::project::Lock;
use crate::rules::Severity;

/// Judges answers and puts those that pass into their translations; one result an answer, in their order.
///
/// Memory grows with the answers given at once: a caller with a long stream gives it in parts.
///
/// # Errors
///
/// If a document of theirs cannot be read or written, or is in the middle of a merge.
pub fn fill(
    workspace: &Workspace,
    lock: &Lock,
    proposals: &[Proposal],
    options: FillOptions,
) -> Result<Vec<Filled>, Error> {
    each_filling(workspace, proposals, options.limit, &mut |change| match options.writing {
        Writing::Files => commit(&workspace.project, lock, &change),
        Writing::DryRun => Ok(()),
    })
}

/// Judges answers; one result an answer, in their order. `write` takes what puts those that pass into their files,
/// before the next answers to the same document are judged.
pub(super) fn each_filling(
    workspace: &Workspace,
    proposals: &[Proposal],
    limit: Option<Severity>,
    write: &mut dyn FnMut(Transaction) -> Result<(), Error>,
) -> Result<Vec<Filled>, Error> {
    let mut results: Vec<Option<Filled>> = vec![None; proposals.len()];
    let mut documents: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    let known: HashMap<_, usize> = (workspace.listing.pairs.iter().enumerate())
        .map(|(at, pair)| ((pair.original.as_str(), &pair.language), at))
        .collect();
    for (at, proposal) in proposals.iter().enumerate() {
        let id = SlotId::read(&proposal.id);
        match id.and_then(|id| known.get(&(id.original.as_str(), &id.language)).copied()) {
            Some(document) => documents.entry(document).or_default().push(at),
            None => results[at] = Some(Filled::refused(Reason::UnknownId)),
        }
    }
    for (document, mut waiting) in documents {
        let paths = &workspace.listing.pairs[document];
        let translated = paths.translated;
        // An id that comes twice is answered one after the other.
        while !waiting.is_empty() {
            let mut seen: HashSet<&str> = HashSet::new();
            let (now, later): (Vec<usize>, Vec<usize>) =
                waiting.into_iter().partition(|at| seen.insert(&proposals[*at].id));
            waiting = later;
            let own: Vec<&Proposal> = now.iter().map(|at| &proposals[*at]).collect();
            let (filled, change) = match translated {
                true => Attempt::new(workspace, workspace.load(paths)?)?.run(&own, limit)?,
                false => (own.iter().map(|_| Filled::refused(Reason::NoGap)).collect(), None),
            };
            change.map(&mut *write).transpose()?;
            now.into_iter().zip(filled).for_each(|(at, filled)| results[at] = Some(filled));
        }
    }
    Ok(results.into_iter().map(|filled| filled.unwrap_or_else(|| Filled::refused(Reason::UnknownId))).collect())
}
