//! An open project and the analyses of its pairs, kept while its files change: for a review and for an editor.
//!
//! What is found in a pair is known as soon as it is analysed. What shows only across the documents is known when every
//! pair was taken in and compared ([`Analyses::look_across`]); until then the findings of the last comparison count.
//! When no pair waits, the findings are those of [`super::check`].

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use rayon::prelude::*;

use super::basis::Basis;
use super::{Error, Workspace, summarise, unused_concepts};
use crate::analysis::{self, Analysis, Inconsistency, Majority, ProjectIndex, Summary};
use crate::project::Snapshot;
use crate::units::{Files, Pair, Paths};

/// A pair of documents as last read, with its analysis; or a file of the glossary, [`Pair::of_glossary`].
#[derive(Clone, Debug)]
pub struct PairAnalysis {
    /// The documents.
    pub pair: Pair,
    /// Their analysis.
    pub analysis: Analysis,
}

/// Whether the units of an analysis say why they were aligned, for a person who looks at each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Evidence {
    /// They do.
    Kept,
    /// They do not, which takes less time and memory.
    Dropped,
}

/// What a change of files brought.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Updated {
    /// The pairs at these places, in order, have another analysis.
    Pairs(BTreeSet<usize>),
    /// The project is another one (its configuration, its documents): nothing was updated, it must be opened again.
    Project,
}

/// An open project with the analyses of its pairs.
pub struct Analyses {
    workspace: Workspace,
    evidence: Evidence,
    /// Whether the pairs are the whole project, so that a concept found nowhere is an unused one.
    whole: bool,
    /// Those with a translation, in the order of the listing.
    pairs: Vec<Paths>,
    /// The pairs whose analysis is kept.
    kept: BTreeMap<usize, Kept>,
    index: ProjectIndex,
    /// The pairs of which the index does not know today's texts.
    waiting: BTreeSet<usize>,
    /// The pairs that could not be read.
    broken: BTreeSet<usize>,
    /// By pair, what is unusual beside the others, by the last comparison.
    inconsistencies: BTreeMap<usize, Vec<Inconsistency>>,
    /// The path of the translation and the beginning of the text that show what is usual.
    shown: HashMap<Majority, Option<(String, String)>>,
    /// Whether the index or the glossary changed since the last comparison.
    compare: bool,
    /// Files of the glossary with findings about their concepts.
    glossary: Vec<Arc<PairAnalysis>>,
    basis: Basis,
}

/// What is kept of a pair.
struct Kept {
    /// With the findings for `inconsistencies`.
    analysed: Arc<PairAnalysis>,
    summary: Summary,
    inconsistencies: Vec<Inconsistency>,
}

impl Analyses {
    /// The whole project of which no pair is analysed yet, so that each can be when it is asked for.
    pub fn new(workspace: Workspace) -> Analyses {
        let pairs = workspace.listing.pairs.iter().filter(|pair| pair.translated).cloned().collect();
        Analyses::of(workspace, pairs, true, Evidence::Dropped)
    }

    fn of(workspace: Workspace, pairs: Vec<Paths>, whole: bool, evidence: Evidence) -> Analyses {
        let waiting = if workspace.settings.look_at_project() { (0..pairs.len()).collect() } else { BTreeSet::new() };
        Analyses {
            basis: Basis::of(&workspace),
            workspace,
            evidence,
            whole,
            pairs,
            kept: BTreeMap::new(),
            index: ProjectIndex::default(),
            waiting,
            broken: BTreeSet::new(),
            inconsistencies: BTreeMap::new(),
            shown: HashMap::new(),
            compare: true,
            glossary: Vec::new(),
        }
    }

    /// Reads and analyses translated pairs, and keeps them all; `whole` says that they are all of the project.
    ///
    /// # Errors
    ///
    /// Where a file cannot be read or a units file is broken.
    pub fn read(workspace: Workspace, pairs: Vec<Paths>, whole: bool, evidence: Evidence) -> Result<Analyses, Error> {
        let mut analyses = Analyses::of(workspace, pairs, whole, evidence);
        let all = (0..analyses.pairs.len()).into_par_iter().map(|at| analyses.load(at));
        for (at, one) in all.collect::<Result<Vec<_>, Error>>()?.into_iter().enumerate() {
            analyses.keep(at, one);
        }
        analyses.look_across();
        Ok(analyses)
    }

    /// What the documents share.
    pub fn workspace(&self) -> &Workspace {
        &self.workspace
    }

    /// The pairs, in the order in which they were given or listed.
    pub fn pairs(&self) -> &[Paths] {
        &self.pairs
    }

    /// The pairs that have this file, as indices into [`Analyses::pairs`].
    pub fn of_file(&self, path: &str) -> Vec<usize> {
        (0..self.pairs.len()).filter(|at| self.pairs[*at].all().contains(&path)).collect()
    }

    /// The analyses that are kept, in the order of the pairs, without a look at their files.
    pub fn kept(&self) -> impl Iterator<Item = (usize, &Arc<PairAnalysis>)> {
        self.kept.iter().map(|(at, kept)| (*at, &kept.analysed))
    }

    /// The files of the glossary with findings about concepts that no document has, by the last comparison; none while
    /// some pair waits or cannot be read.
    pub fn glossary(&self) -> &[Arc<PairAnalysis>] {
        match self.waiting.is_empty() && self.broken.is_empty() {
            true => &self.glossary,
            false => &[],
        }
    }

    /// Whether something changed that all documents depend on, such as a units file, from which words are learned:
    /// the project is to be opened again.
    pub fn is_outdated(&self) -> bool {
        self.basis.is_outdated()
    }

    /// Whether some pairs wait to be taken in.
    pub fn waits(&self) -> bool {
        !self.waiting.is_empty()
    }

    /// Whether [`Analyses::look_across`] has something to do.
    pub fn compares(&self) -> bool {
        self.compare && !self.waits()
    }

    /// A file changed: its pairs are read again when they are needed. Of a file that is in none of them, or a units
    /// file, it is asked at once whether all documents depend on it ([`Analyses::is_outdated`]).
    pub fn touch(&mut self, path: &str) {
        let changed = self.of_file(path);
        if changed.is_empty() {
            self.ask();
            return;
        }
        for at in changed.iter().filter(|at| self.pairs[**at].units == path) {
            self.basis.ask_units(&self.workspace.project, *at, path);
        }
        if self.workspace.settings.look_at_project() {
            self.waiting.extend(changed.into_iter().filter(|at| !self.kept.contains_key(at)));
        }
    }

    /// Asks whether the documents, the configuration, the glossary and the word lists are those that were read when the
    /// project was opened.
    pub fn ask(&mut self) {
        self.basis.ask(&self.workspace);
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
        self.attach(&BTreeSet::from([at]));
        Ok(self.kept[&at].analysed.clone())
    }

    /// Takes in at most `most` of the pairs that wait, on all cores; their analyses are not kept.
    pub fn take_in(&mut self, most: usize) {
        let some: Vec<usize> = self.waiting.iter().copied().take(most).collect();
        let read = |at: &usize| self.load(*at).map(|(one, summary)| (summary, one.pair.files.units));
        let results: Vec<Result<_, Error>> = some.par_iter().map(read).collect();
        for (at, result) in some.into_iter().zip(results) {
            match result {
                Ok((summary, units)) => self.know(at, &summary, units),
                Err(_) => self.lose(at),
            }
        }
    }

    /// Takes in files that changed, by their paths in the project. Read again are these files alone; analysed again
    /// are their pairs, those in which a changed concept occurs, and those that the project's rules see otherwise now.
    ///
    /// The units of a pair in which no changed concept occurs stay aligned as they are.
    ///
    /// # Errors
    ///
    /// Where a file cannot be read, or the glossary or a units file is broken; then nothing has changed.
    pub fn update(&mut self, paths: &BTreeSet<String>) -> Result<Updated, Error> {
        let (glossary, documents): (BTreeSet<&str>, BTreeSet<&str>) =
            paths.iter().map(String::as_str).partition(|path| self.workspace.is_glossary(path));
        let known: BTreeSet<&str> = self.pairs.iter().flat_map(Paths::all).collect();
        if !documents.is_subset(&known) {
            return Ok(Updated::Project);
        }
        let Some(mut changed) = self.reread(&documents)? else { return Ok(Updated::Project) };
        if !glossary.is_empty() {
            let change = self.workspace.update_glossary(&glossary)?;
            for (at, one) in self.kept().filter(|(_, one)| change.concerns(&one.pair)) {
                changed.entry(at).or_insert_with(|| one.pair.clone());
            }
            self.compare = true;
        }
        let all: Vec<(usize, (PairAnalysis, Summary))> =
            changed.into_par_iter().map(|(at, pair)| (at, self.analysed(pair))).collect();
        let mut updated = BTreeSet::new();
        for (at, one) in all {
            self.keep(at, one);
            updated.insert(at);
        }
        updated.extend(self.look_across());
        Ok(Updated::Pairs(updated))
    }

    /// Compares the documents with each other, where none waits; the kept pairs that have other findings now.
    pub fn look_across(&mut self) -> BTreeSet<usize> {
        if !self.compares() {
            return BTreeSet::new();
        }
        self.compare = false;
        let across = self.workspace.settings.look_at_project();
        self.inconsistencies = if across { self.index.inconsistencies() } else { BTreeMap::new() };
        let other = self.attach(&self.kept.keys().copied().collect());
        self.glossary = match across && self.whole {
            true => {
                let files = unused_concepts(&self.workspace, &self.index).into_iter();
                files.map(|(pair, analysis)| Arc::new(PairAnalysis { pair, analysis })).collect()
            }
            false => Vec::new(),
        };
        other
    }

    fn load(&self, at: usize) -> Result<(PairAnalysis, Summary), Error> {
        Ok(self.analysed(self.workspace.load(&self.pairs[at])?))
    }

    fn analysed(&self, pair: Pair) -> (PairAnalysis, Summary) {
        let analysis = match self.evidence {
            Evidence::Kept => self.workspace.analyse_with_evidence(&pair),
            Evidence::Dropped => self.workspace.analyse(&pair),
        };
        let summary = summarise(&self.workspace, &pair, &analysis);
        (PairAnalysis { pair, analysis }, summary)
    }

    /// Reads and analyses a pair where its files are not those that are kept.
    fn refresh(&mut self, at: usize) -> Result<(), Error> {
        let files = self.workspace.files(&self.pairs[at]).inspect_err(|_| self.lose(at))?;
        if self.kept.get(&at).is_some_and(|kept| kept.analysed.pair.files == files) {
            return Ok(());
        }
        let pair = self.workspace.pair_of(&self.pairs[at], files).inspect_err(|_| self.lose(at))?;
        self.keep(at, self.analysed(pair));
        Ok(())
    }

    /// The pairs of these files, read again; `None` where a document is not there any more.
    fn reread(&self, paths: &BTreeSet<&str>) -> Result<Option<BTreeMap<usize, Pair>>, Error> {
        let mut bytes: BTreeMap<&str, Option<Vec<u8>>> = BTreeMap::new();
        for path in paths {
            bytes.insert(path, self.workspace.project.snapshot(path).map(|Snapshot(bytes)| bytes)?);
        }
        let mut changed = BTreeMap::new();
        for (at, one) in self.kept() {
            let pair = &one.pair;
            if !pair.paths.all().iter().any(|path| paths.contains(path)) {
                continue;
            }
            let now = |path: &str, known: &Option<Vec<u8>>| bytes.get(path).unwrap_or(known).clone();
            let files = Files {
                original: now(&pair.paths.original, &pair.files.original),
                translation: now(&pair.paths.translation, &pair.files.translation),
                units: now(&pair.paths.units, &pair.files.units),
            };
            if files.original.is_none() || files.translation.is_none() {
                return Ok(None);
            }
            changed.insert(at, self.workspace.with_files(pair, files)?);
        }
        Ok(Some(changed))
    }

    fn keep(&mut self, at: usize, (one, summary): (PairAnalysis, Summary)) {
        self.know(at, &summary, one.pair.files.units.clone());
        self.kept.insert(at, Kept { analysed: Arc::new(one), summary, inconsistencies: Vec::new() });
    }

    /// Takes in what the others must know of a pair.
    fn know(&mut self, at: usize, summary: &Summary, units: Option<Vec<u8>>) {
        self.index.set(at, summary);
        self.waiting.remove(&at);
        self.compare = true;
        self.basis.note_units(at, units);
        if self.broken.remove(&at) {
            // Nothing was learned from its units.
            self.basis.outdate();
        }
    }

    /// A pair that cannot be read says nothing to the others.
    fn lose(&mut self, at: usize) {
        self.index.remove(at);
        self.waiting.remove(&at);
        self.kept.remove(&at);
        self.broken.insert(at);
        self.compare = true;
    }

    /// Makes again the findings from across the documents of each of these kept pairs for which they are others now;
    /// which pairs.
    fn attach(&mut self, pairs: &BTreeSet<usize>) -> BTreeSet<usize> {
        let now = |at: usize| self.inconsistencies.get(&at).map_or(&[][..], Vec::as_slice);
        let other: BTreeMap<usize, Vec<Inconsistency>> = (pairs.iter())
            .filter(|at| self.kept.get(at).is_some_and(|kept| kept.inconsistencies != now(**at)))
            .map(|at| (*at, now(*at).to_vec()))
            .collect();
        self.show(other.values().flatten().filter_map(Inconsistency::majority));
        let (shown, settings) = (&self.shown, &self.workspace.settings);
        let kept: Vec<(&usize, &mut Kept)> = self.kept.iter_mut().filter(|(at, _)| other.contains_key(at)).collect();
        kept.into_par_iter().for_each(|(at, kept)| {
            kept.inconsistencies.clone_from(&other[at]);
            let shown = |usual: &Majority| shown.get(usual).cloned().flatten();
            let findings = analysis::project_findings(&kept.inconsistencies, &kept.summary, &shown);
            let one = Arc::make_mut(&mut kept.analysed);
            let analysis = std::mem::take(&mut one.analysis);
            one.analysis = analysis::with_project_findings(&one.pair, analysis, settings, findings);
        });
        other.into_keys().collect()
    }

    /// Looks up the units that show what is usual, where that is not known; each pair of theirs is read once.
    fn show<'m>(&mut self, usual: impl Iterator<Item = &'m Majority>) {
        let mut unknown: BTreeMap<usize, BTreeSet<&Majority>> = BTreeMap::new();
        for usual in usual.filter(|usual| !self.shown.contains_key(usual)) {
            unknown.entry(usual.pair).or_default().insert(usual);
        }
        let path = |at: usize| self.pairs[at].translation.clone();
        let found = unknown.into_par_iter().flat_map_iter(|(at, all)| {
            let summary = match self.kept.get(&at) {
                Some(kept) => Some(kept.summary.clone()),
                None => self.load(at).ok().map(|(_, summary)| summary),
            };
            let excerpt = |usual: &Majority| Some((path(at), usual.excerpt(summary.as_ref()?)?));
            all.into_iter().map(|usual| (usual.clone(), excerpt(usual))).collect::<Vec<_>>()
        });
        let found: Vec<(Majority, Option<(String, String)>)> = found.collect();
        self.shown.extend(found);
    }
}
