//! `check --changed-since`: what of a project was touched since a git revision.

use std::collections::{BTreeMap, BTreeSet};

use super::{Error, Workspace};
use crate::glossary::{Concept, Glossary};
use crate::project::Snapshot;
use crate::units::Paths;

/// How many files are held in memory at a time.
const AT_ONCE: usize = 64;

/// What was touched since a revision.
#[derive(Debug, Default)]
pub struct Changed {
    /// Documents of which a text or the units file changed; all of them where the configuration did.
    paths: BTreeSet<String>,
    /// The revision.
    revision: String,
    /// Originals whose text changed, whatever became of the configuration.
    originals: BTreeSet<String>,
    /// Translations that were there and are not any more.
    deleted: BTreeSet<String>,
    /// Concepts that are new or changed.
    pub concepts: Vec<String>,
}

impl Changed {
    /// Compares the files of `pairs`, the glossary, the configuration and the word lists with a revision.
    ///
    /// # Errors
    ///
    /// Where git or the revision is missing, or a file cannot be read.
    pub fn since(revision: &str, workspace: &Workspace, pairs: &[&Paths]) -> Result<Changed, Error> {
        let project = &workspace.project;
        let documents: BTreeSet<&str> =
            pairs.iter().flat_map(|pair| [&*pair.original, &*pair.translation, &*pair.units]).collect();
        let lists = super::lexicon::files(project);
        let shared: Vec<&str> = std::iter::once("tolmach.toml").chain(lists.iter().map(String::as_str)).collect();
        let all = !touched(workspace, revision, &shared)?.is_empty();
        let documents: Vec<&str> = documents.into_iter().collect();
        let paths: BTreeSet<String> = match all {
            true => documents.iter().map(|path| (*path).to_owned()).collect(),
            false => touched(workspace, revision, &documents)?.into_iter().map(str::to_owned).collect(),
        };
        let gone: Vec<&str> = (pairs.iter())
            .filter(|pair| !pair.translated && paths.contains(&pair.translation))
            .map(|pair| pair.translation.as_str())
            .collect();
        let were = project.at_revision(revision, &gone)?;
        let deleted = gone.into_iter().zip(were).filter(|(_, was)| was.is_some()).map(|(path, _)| path.to_owned());
        let (deleted, concepts) = (deleted.collect(), concepts(workspace, revision)?);
        let mut originals: Vec<&str> =
            pairs.iter().filter(|pair| pair.translated).map(|pair| &*pair.original).collect();
        originals.sort_unstable();
        originals.dedup();
        originals.retain(|original| paths.contains(*original));
        let originals = if all { touched(workspace, revision, &originals)? } else { originals };
        let originals = originals.into_iter().map(str::to_owned).collect();
        Ok(Changed { revision: revision.to_owned(), originals, deleted, paths, concepts })
    }

    /// The revision, where the original of a pair changed since.
    pub fn rewritten(&self, pair: &Paths) -> Option<&str> {
        self.originals.contains(&pair.original).then_some(self.revision.as_str())
    }

    /// Whether the translation of a pair was there in the revision and is not now.
    pub fn deleted(&self, pair: &Paths) -> bool {
        self.deleted.contains(&pair.translation)
    }

    /// Whether one of a pair's files changed.
    pub fn holds(&self, pair: &Paths) -> bool {
        [&pair.original, &pair.translation, &pair.units].iter().any(|path| self.paths.contains(*path))
    }
}

/// Those of the files that are not what they were.
fn touched<'a>(workspace: &Workspace, revision: &str, paths: &[&'a str]) -> Result<Vec<&'a str>, Error> {
    let mut touched = Vec::new();
    for paths in paths.chunks(AT_ONCE) {
        let were = workspace.project.at_revision(revision, paths)?;
        for (path, was) in paths.iter().zip(were) {
            let Snapshot(is) = workspace.project.snapshot(path)?;
            if was.map(line_feeds) != is.map(line_feeds) {
                touched.push(*path);
            }
        }
    }
    Ok(touched)
}

/// The bytes with line feeds alone at line ends: git may write others than it keeps.
fn line_feeds(mut bytes: Vec<u8>) -> Vec<u8> {
    bytes.retain(|byte| *byte != b'\r');
    bytes
}

/// Concepts that the revision's glossary does not have, or has otherwise.
fn concepts(workspace: &Workspace, revision: &str) -> Result<Vec<String>, Error> {
    let files = workspace.project.glossary_files()?.unwrap_or_default();
    let paths: Vec<&str> = files.iter().map(String::as_str).collect();
    if touched(workspace, revision, &paths)?.is_empty() {
        return Ok(Vec::new());
    }
    let were = workspace.project.at_revision(revision, &paths)?;
    let texts: Vec<(String, String)> =
        files.iter().zip(were).filter_map(|(file, was)| Some((file.clone(), String::from_utf8(was?).ok()?))).collect();
    // A glossary that was broken then says little, and every concept in it counts as changed.
    let (was, _) = Glossary::read(&texts);
    let was: BTreeMap<String, Concept> =
        was.concepts.into_vec().into_iter().map(|concept| (concept.id.clone(), unplaced(concept))).collect();
    let now = workspace.glossary.concepts.iter().cloned();
    let changed = now.filter(|concept| was.get(&concept.id) != Some(&unplaced(concept.clone())));
    Ok(changed.map(|concept| concept.id).collect())
}

/// The concept without its place in a file.
pub(super) fn unplaced(mut concept: Concept) -> Concept {
    concept.file.clear();
    concept.line = 0;
    for terms in concept.terms.values_mut() {
        terms.terms.iter_mut().for_each(|term| term.line = 0);
    }
    concept
}
