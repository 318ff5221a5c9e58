//! A project whose texts change while it is open: the analysis of each pair, kept while its files are the same.
//!
//! What is found in a pair is known as soon as somebody asks for it. What shows only across the documents is known
//! when every pair was taken in ([`Live::take_in`]) and compared ([`Live::look_across`]); until then the findings of
//! the last comparison count. When nothing waits, the findings are those of [`super::check`].

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use rayon::prelude::*;

use super::{Error, Workspace, summarise, unused_concepts};
use crate::analysis::{self, Analysis, Inconsistency, Majority, ProjectIndex, Summary};
use crate::project::{Project, Snapshot};
use crate::units::{Pair, Paths};

/// A pair of documents and what was found in it.
#[derive(Clone, Debug)]
pub struct PairAnalysis {
    /// As it was read.
    pub pair: Pair,
    /// The answer about it.
    pub analysis: Analysis,
}

/// An open project whose texts change.
pub struct Live {
    workspace: Workspace,
    /// Those with a translation, in the order of the listing.
    pairs: Vec<Paths>,
    index: ProjectIndex,
    /// The pairs of which the index does not know today's texts.
    waiting: BTreeSet<usize>,
    /// The pairs that somebody looked at, as they were read last.
    kept: BTreeMap<usize, Kept>,
    /// The units file of each pair that was read, as it was read first.
    units: BTreeMap<usize, Option<Vec<u8>>>,
    /// What deviates in each pair, by the last comparison.
    deviations: BTreeMap<usize, Vec<Inconsistency>>,
    /// The name of the pair and the beginning of the text that show what is usual.
    shown: HashMap<Majority, Option<(String, String)>>,
    /// Whether the index changed since the last comparison.
    compare: bool,
    /// The pairs that could not be read.
    broken: BTreeSet<usize>,
    /// The files that all documents depend on, as they were when the project was opened.
    shared: BTreeMap<String, Snapshot>,
    outdated: bool,
}

/// What is known of a pair.
struct Kept {
    own: Arc<PairAnalysis>,
    summary: Summary,
    /// With the findings for these deviations.
    whole: Option<(Vec<Inconsistency>, Arc<PairAnalysis>)>,
}

impl Live {
    /// Nothing of the workspace is analysed yet.
    pub fn new(workspace: Workspace) -> Live {
        let pairs: Vec<Paths> = workspace.listing.pairs.iter().filter(|pair| pair.translated).cloned().collect();
        let waiting = if workspace.settings.look_at_project() { (0..pairs.len()).collect() } else { BTreeSet::new() };
        let shared = shared(&workspace.project);
        Live {
            workspace,
            shared,
            pairs,
            waiting,
            index: ProjectIndex::default(),
            kept: BTreeMap::new(),
            units: BTreeMap::new(),
            deviations: BTreeMap::new(),
            shown: HashMap::new(),
            compare: true,
            broken: BTreeSet::new(),
            outdated: false,
        }
    }

    /// What its documents share.
    pub fn workspace(&self) -> &Workspace {
        &self.workspace
    }

    /// The pairs with a translation, in the order of the listing.
    pub fn pairs(&self) -> &[Paths] {
        &self.pairs
    }

    /// The pairs that have this file, as indices into [`Live::pairs`].
    pub fn of_file(&self, path: &str) -> Vec<usize> {
        (0..self.pairs.len()).filter(|at| self.pairs[*at].all().contains(&path)).collect()
    }

    /// Whether something changed that all documents depend on, such as a units file, from which words are learned:
    /// the project is to be opened again.
    pub fn is_outdated(&self) -> bool {
        self.outdated
    }

    /// Whether some pairs wait to be taken in.
    pub fn waits(&self) -> bool {
        !self.waiting.is_empty()
    }

    /// Whether [`Live::look_across`] has something to do.
    pub fn compares(&self) -> bool {
        self.compare && !self.waits()
    }

    /// A file changed: its pairs are read again when they are needed. Of a file that is in none of them, or a units
    /// file, it is asked at once whether all documents depend on it ([`Live::is_outdated`]).
    pub fn touch(&mut self, path: &str) {
        let changed = self.of_file(path);
        if changed.is_empty() {
            self.ask();
            return;
        }
        for at in changed.iter().filter(|at| self.pairs[**at].units == path) {
            let today = self.workspace.project.snapshot(path).map(|snapshot| snapshot.0);
            self.outdated |= self.units.get(at).is_some_and(|first| today.as_ref().ok() != Some(first));
        }
        if self.workspace.settings.look_at_project() {
            self.waiting.extend(changed.into_iter().filter(|at| !self.kept.contains_key(at)));
        }
    }

    /// Asks whether the documents, the configuration, the glossary and the word lists are those that were read when the
    /// project was opened.
    pub fn ask(&mut self) {
        let project = &self.workspace.project;
        let same = project.listing().is_ok_and(|today| today.pairs == self.workspace.listing.pairs);
        self.outdated |= !same || shared(project) != self.shared;
    }

    /// Keeps what is known of these pairs and forgets the analyses of all others.
    pub fn keep_only(&mut self, pairs: &BTreeSet<usize>) {
        self.kept.retain(|at, _| pairs.contains(at));
    }

    /// The analysis of today's texts of a pair, with what the last comparison of the documents showed.
    ///
    /// # Errors
    ///
    /// If a file of the pair cannot be read, or its units file is broken.
    pub fn analysis(&mut self, at: usize) -> Result<Arc<PairAnalysis>, Error> {
        self.refresh(at)?;
        let deviations = self.deviations.get(&at).cloned().unwrap_or_default();
        if let Some(kept) = self.kept.get(&at) {
            match &kept.whole {
                Some((known, whole)) if *known == deviations => return Ok(whole.clone()),
                None if deviations.is_empty() => return Ok(kept.own.clone()),
                _ => {}
            }
        }
        self.show(&deviations);
        let shown = |usual: &Majority| self.shown.get(usual).cloned().flatten();
        let Some(kept) = self.kept.get_mut(&at) else { return self.analysis_of(at) };
        let findings = analysis::project_findings(&deviations, &kept.summary, &shown);
        let PairAnalysis { pair, analysis } = (*kept.own).clone();
        let analysis = analysis::with_project_findings(&pair, analysis, &self.workspace.settings, findings);
        let whole = Arc::new(PairAnalysis { pair, analysis });
        kept.whole = Some((deviations, whole.clone()));
        Ok(whole)
    }

    /// Takes in at most `most` of the pairs that wait, on all cores.
    pub fn take_in(&mut self, most: usize) {
        let some: Vec<usize> = self.waiting.iter().copied().take(most).collect();
        let (workspace, pairs) = (&self.workspace, &self.pairs);
        let read = |at: &usize| {
            let pair = workspace.load(&pairs[*at])?;
            let analysis = workspace.analyse(&pair);
            Ok((summarise(workspace, &pair, &analysis), pair.files.units))
        };
        let results: Vec<Result<_, Error>> = some.par_iter().map(read).collect();
        for (at, result) in some.into_iter().zip(results) {
            self.waiting.remove(&at);
            self.compare = true;
            match result {
                Ok((summary, units)) => {
                    self.index.set(at, &summary);
                    self.outdated |= self.broken.remove(&at);
                    self.note_units(at, units);
                }
                Err(_) => self.lose(at),
            }
        }
    }

    /// Compares the documents with each other, where none waits; says whether the findings of some pair are others now.
    pub fn look_across(&mut self) -> bool {
        if !self.compares() {
            return false;
        }
        self.compare = false;
        let across = self.workspace.settings.look_at_project();
        let found = if across { self.index.inconsistencies() } else { BTreeMap::new() };
        let changed = found != self.deviations;
        self.deviations = found;
        changed
    }

    /// The files of the glossary with findings about their concepts; none while some pair waits or cannot be read.
    pub fn glossary(&self) -> Vec<(Pair, Analysis)> {
        match self.workspace.settings.look_at_project() && !self.waits() && self.broken.is_empty() {
            true => unused_concepts(&self.workspace, &self.index),
            false => Vec::new(),
        }
    }

    fn analysis_of(&self, at: usize) -> Result<Arc<PairAnalysis>, Error> {
        let pair = self.workspace.load(&self.pairs[at])?;
        let analysis = self.workspace.analyse(&pair);
        Ok(Arc::new(PairAnalysis { pair, analysis }))
    }

    /// Reads and analyses a pair where its files are not those that are kept.
    fn refresh(&mut self, at: usize) -> Result<(), Error> {
        let files = self.workspace.files(&self.pairs[at]).inspect_err(|_| self.lose(at))?;
        if self.kept.get(&at).is_some_and(|kept| kept.own.pair.files == files) {
            return Ok(());
        }
        let units = files.units.clone();
        let pair = self.workspace.pair_of(&self.pairs[at], files).inspect_err(|_| self.lose(at))?;
        let analysis = self.workspace.analyse(&pair);
        let summary = summarise(&self.workspace, &pair, &analysis);
        self.index.set(at, &summary);
        self.waiting.remove(&at);
        // Nothing was learned from its units.
        self.outdated |= self.broken.remove(&at);
        self.compare = true;
        self.note_units(at, units);
        self.kept.insert(at, Kept { own: Arc::new(PairAnalysis { pair, analysis }), summary, whole: None });
        Ok(())
    }

    /// A pair that cannot be read says nothing to the others.
    fn lose(&mut self, at: usize) {
        self.index.remove(at);
        self.waiting.remove(&at);
        self.kept.remove(&at);
        self.broken.insert(at);
        self.compare = true;
    }

    fn note_units(&mut self, at: usize, units: Option<Vec<u8>>) {
        match self.units.get(&at) {
            Some(first) => self.outdated |= *first != units,
            None => {
                self.units.insert(at, units);
            }
        }
    }

    /// Looks up the units that show what is usual.
    fn show(&mut self, deviations: &[Inconsistency]) {
        for usual in deviations.iter().filter_map(Inconsistency::majority) {
            if self.shown.contains_key(usual) {
                continue;
            }
            let excerpt = match self.refresh(usual.pair) {
                Ok(()) => self.kept.get(&usual.pair).and_then(|kept| usual.excerpt(&kept.summary)),
                Err(_) => None,
            };
            let shown = excerpt.map(|excerpt| (self.pairs[usual.pair].translation.clone(), excerpt));
            self.shown.insert(usual.clone(), shown);
        }
    }
}

/// The files that all documents depend on but for the units files; one that cannot be read is as one that is not there.
fn shared(project: &Project) -> BTreeMap<String, Snapshot> {
    let glossary = project.glossary_files().ok().flatten().unwrap_or_default();
    let lists = project.config.lexicons.iter().cloned();
    let all = glossary.into_iter().chain(lists).chain(["tolmach.toml".to_owned()]);
    all.map(|path| (path.clone(), project.snapshot(&path).unwrap_or_default())).collect()
}
