//! The analyses of all pairs of a project, kept while its files change: for a review and for an editor.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rayon::prelude::*;

use super::{Error, Workspace};
use crate::analysis::{self, Analysis, Inconsistency, Majority, ProjectIndex, Summary};
use crate::project::Snapshot;
use crate::units::{Files, Pair, Paths};

/// A pair of documents as last read, with its analysis; or a file of the glossary, [`Pair::of_glossary`].
#[derive(Clone, Debug)]
pub struct Analysed {
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

/// The analyses of the pairs of a project.
pub struct Analyses {
    evidence: Evidence,
    /// Whether the pairs are the whole project, so that a concept found nowhere is an unused one.
    whole: bool,
    pairs: Vec<Arc<Analysed>>,
    /// Files of the glossary with findings about their concepts.
    glossary: Vec<Arc<Analysed>>,
    index: ProjectIndex,
    /// By pair, what is unusual beside the others; the findings for it are in its analysis.
    inconsistencies: Vec<Vec<Inconsistency>>,
}

/// What a change of files brought.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Updated {
    /// The pairs at these places, in order, have another analysis.
    Pairs(BTreeSet<usize>),
    /// The project is another one (its configuration, its documents): nothing was updated, it must be opened again.
    Project,
}

impl Analyses {
    /// Reads and analyses translated pairs; `whole` says that they are all of the project.
    ///
    /// # Errors
    ///
    /// Where a file cannot be read or a units file is broken.
    pub fn read(workspace: &Workspace, paths: &[&Paths], whole: bool, evidence: Evidence) -> Result<Analyses, Error> {
        let read = |paths: &&Paths| Ok(analysed(workspace, workspace.load(paths)?, evidence));
        let all = paths.par_iter().map(read).collect::<Result<Vec<(Analysed, Summary)>, Error>>()?;
        let mut analyses = Analyses {
            evidence,
            whole,
            pairs: Vec::with_capacity(all.len()),
            glossary: Vec::new(),
            index: ProjectIndex::default(),
            inconsistencies: vec![Vec::new(); all.len()],
        };
        for (at, (one, summary)) in all.into_iter().enumerate() {
            analyses.pairs.push(Arc::new(one));
            analyses.index.set(at, &summary);
        }
        analyses.look_across(workspace);
        Ok(analyses)
    }

    /// The pairs, in the order in which they were given.
    pub fn pairs(&self) -> &[Arc<Analysed>] {
        &self.pairs
    }

    /// The files of the glossary with findings about concepts that no document has.
    pub fn glossary(&self) -> &[Arc<Analysed>] {
        &self.glossary
    }

    /// Takes in files that changed, by their paths in the project. Read again are these files alone; analysed again
    /// are their pairs, those in which a changed concept occurs, and those that the project's rules see otherwise now.
    ///
    /// The units of a pair in which no changed concept occurs stay aligned as they are.
    ///
    /// # Errors
    ///
    /// Where a file cannot be read, or the glossary or a units file is broken; then nothing has changed.
    pub fn update(&mut self, workspace: &mut Workspace, paths: &BTreeSet<String>) -> Result<Updated, Error> {
        let (glossary, documents): (BTreeSet<&str>, BTreeSet<&str>) =
            paths.iter().map(String::as_str).partition(|path| workspace.is_glossary(path));
        let known: BTreeSet<&str> = self.pairs.iter().flat_map(|one| one.pair.paths.all()).collect();
        if !documents.is_subset(&known) {
            return Ok(Updated::Project);
        }
        let Some(mut changed) = self.reread(workspace, &documents)? else { return Ok(Updated::Project) };
        if !glossary.is_empty() {
            let change = workspace.update_glossary(&glossary)?;
            for (at, one) in self.pairs.iter().enumerate().filter(|(_, one)| change.concerns(&one.pair)) {
                changed.entry(at).or_insert_with(|| one.pair.clone());
            }
        }
        let evidence = self.evidence;
        let all: Vec<(usize, (Analysed, Summary))> =
            changed.into_par_iter().map(|(at, pair)| (at, analysed(workspace, pair, evidence))).collect();
        let mut updated = BTreeSet::new();
        for (at, (one, summary)) in all {
            self.pairs[at] = Arc::new(one);
            self.index.set(at, &summary);
            self.inconsistencies[at].clear();
            updated.insert(at);
        }
        updated.extend(self.look_across(workspace));
        Ok(Updated::Pairs(updated))
    }

    /// The pairs of these files, read again; `None` where a document is not there any more.
    fn reread(&self, workspace: &Workspace, paths: &BTreeSet<&str>) -> Result<Option<BTreeMap<usize, Pair>>, Error> {
        let mut bytes: BTreeMap<&str, Option<Vec<u8>>> = BTreeMap::new();
        for path in paths {
            bytes.insert(path, workspace.project.snapshot(path).map(|Snapshot(bytes)| bytes)?);
        }
        let mut changed = BTreeMap::new();
        for (at, one) in self.pairs.iter().enumerate() {
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
            changed.insert(at, workspace.with_files(pair, files)?);
        }
        Ok(Some(changed))
    }

    /// Makes again the findings from across the documents of each pair for which they are others now; which pairs.
    fn look_across(&mut self, workspace: &Workspace) -> BTreeSet<usize> {
        let mut found = self.index.inconsistencies();
        let now: Vec<Vec<Inconsistency>> =
            (0..self.pairs.len()).map(|at| found.remove(&at).unwrap_or_default()).collect();
        let other: BTreeSet<usize> = (0..now.len()).filter(|at| now[*at] != self.inconsistencies[*at]).collect();
        let summary = |one: &Analysed| super::summarise(workspace, &one.pair, &one.analysis);
        let usual = other.iter().flat_map(|at| &now[*at]).filter_map(Inconsistency::majority);
        let mut shown: BTreeMap<&Majority, (String, String)> = BTreeMap::new();
        for usual in usual {
            let one = &self.pairs[usual.pair];
            let excerpt = usual.excerpt(&summary(one));
            shown.extend(excerpt.map(|excerpt| (usual, (one.pair.paths.translation.clone(), excerpt))));
        }
        let pairs = self.pairs.par_iter_mut().enumerate().filter(|(at, _)| other.contains(at));
        pairs.for_each(|(at, one)| {
            let findings = analysis::project_findings(&now[at], &summary(one), &|usual| shown.get(usual).cloned());
            let one = Arc::make_mut(one);
            let analysis = std::mem::take(&mut one.analysis);
            one.analysis = analysis::with_project_findings(&one.pair, analysis, &workspace.settings, findings);
        });
        self.inconsistencies = now;
        self.glossary = match self.whole {
            true => {
                let files = super::unused_concepts(workspace, &self.index).into_iter();
                files.map(|(pair, analysis)| Arc::new(Analysed { pair, analysis })).collect()
            }
            false => Vec::new(),
        };
        other
    }
}

fn analysed(workspace: &Workspace, pair: Pair, evidence: Evidence) -> (Analysed, Summary) {
    let analysis = match evidence {
        Evidence::Kept => workspace.analyse_with_evidence(&pair),
        Evidence::Dropped => workspace.analyse(&pair),
    };
    let summary = super::summarise(workspace, &pair, &analysis);
    (Analysed { pair, analysis }, summary)
}
