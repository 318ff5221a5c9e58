//! The sheets of a walk: each pair of documents by itself, then with what shows only across all of them.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use super::Sheet;
use crate::analysis::{self, Inconsistency, Majority, ProjectIndex, Summary};
use crate::project::Snapshot;
use crate::units::Paths;
use crate::workspace::{self, Error, Workspace};

/// Files by path, as they were read.
pub(super) type Files = BTreeMap<String, Snapshot>;

/// The pairs of documents behind the sheets of a walk, and what each says to the others. The sheets themselves are
/// the walk's: one a pair, in this order, then those of the glossary.
#[derive(Default)]
pub(super) struct Sheets {
    pairs: Vec<Paths>,
    across: ProjectIndex,
    /// By pair, what is unusual beside the others; the findings for it are in its sheet.
    suspects: Vec<Vec<Inconsistency>>,
    /// Whether the pairs are the whole project, so that a concept found nowhere is an unused one.
    whole: bool,
}

/// A pair of documents as read, before the others are looked at.
struct Read {
    sheet: Sheet,
    gist: Summary,
    files: Files,
}

impl Sheets {
    /// Reads all pairs.
    ///
    /// # Errors
    ///
    /// Where a file cannot be read or a units file is broken.
    pub(super) fn read(
        workspace: &Workspace,
        pairs: Vec<Paths>,
        whole: bool,
    ) -> Result<(Sheets, Vec<Sheet>, Files), Error> {
        let all = pairs.par_iter().map(|pair| read(workspace, pair)).collect::<Result<Vec<Read>, Error>>()?;
        let suspects = vec![Vec::new(); pairs.len()];
        let mut known = Sheets { pairs, across: ProjectIndex::default(), suspects, whole };
        let (mut sheets, mut files) = (Vec::new(), Files::new());
        for (at, one) in all.into_iter().enumerate() {
            sheets.push(one.sheet);
            known.across.set(at, &one.gist);
            files.extend(one.files);
        }
        known.look_across(workspace, &mut sheets);
        Ok((known, sheets, files))
    }

    /// Whether all these paths are files of the pairs.
    pub(super) fn hold(&self, paths: &BTreeSet<String>) -> bool {
        let known: BTreeSet<&String> = self.pairs.iter().flat_map(files_of).collect();
        paths.iter().all(|path| known.contains(path))
    }

    /// Reads the pairs again that have a file among `paths`, and reviews the others again where that changes them.
    ///
    /// # Errors
    ///
    /// As [`Sheets::read`]; then nothing has changed.
    pub(super) fn reread(
        &mut self,
        workspace: &Workspace,
        paths: &BTreeSet<String>,
        sheets: &mut Vec<Sheet>,
    ) -> Result<Files, Error> {
        let ours = |pair: &Paths| files_of(pair).iter().any(|path| paths.contains(*path));
        let changed = self.pairs.iter().enumerate().filter(|(_, pair)| ours(pair));
        let all = changed
            .map(|(at, pair)| Ok((at, read(workspace, pair)?)))
            .collect::<Result<Vec<(usize, Read)>, Error>>()?;
        let mut files = Files::new();
        for (at, one) in all {
            sheets[at] = one.sheet;
            self.across.set(at, &one.gist);
            self.suspects[at].clear();
            files.extend(one.files);
        }
        self.look_across(workspace, sheets);
        Ok(files)
    }

    /// Reviews each sheet again whose findings from across the documents are others now.
    fn look_across(&mut self, workspace: &Workspace, sheets: &mut Vec<Sheet>) {
        sheets.truncate(self.pairs.len());
        let mut found = self.across.inconsistencies();
        let suspects: Vec<Vec<Inconsistency>> =
            (0..self.pairs.len()).map(|at| found.remove(&at).unwrap_or_default()).collect();
        let gist = |sheet: &Sheet| workspace::summarise(workspace, &sheet.pair, &sheet.review);
        let usual: BTreeSet<&Majority> = suspects.iter().flatten().filter_map(Inconsistency::majority).collect();
        let mut shown: BTreeMap<&Majority, (String, String)> = BTreeMap::new();
        for usual in usual {
            let sheet = &sheets[usual.pair];
            let excerpt = usual.excerpt(&gist(sheet));
            shown.extend(excerpt.map(|excerpt| (usual, (sheet.pair.paths.translation.clone(), excerpt))));
        }
        let all = sheets.par_iter_mut().zip(suspects.par_iter().zip(&self.suspects));
        all.filter(|(_, (now, before))| now != before).for_each(|(sheet, (now, _))| {
            let found = analysis::project_findings(now, &gist(sheet), &|usual| shown.get(usual).cloned());
            let analysis = std::mem::take(&mut sheet.review);
            sheet.review = analysis::with_project_findings(&sheet.pair, analysis, &workspace.settings, found);
        });
        self.suspects = suspects;
        if self.whole {
            sheets.extend(unused_concepts(workspace, &self.across));
        }
    }
}

fn files_of(pair: &Paths) -> [&String; 3] {
    [&pair.original, &pair.translation, &pair.units]
}

fn read(workspace: &Workspace, paths: &Paths) -> Result<Read, Error> {
    let pair = workspace.load(paths)?;
    let mut files = Files::new();
    let read = [&pair.files.original, &pair.files.translation, &pair.files.units];
    files.extend(paths.all().into_iter().zip(read).map(|(path, bytes)| (path.to_owned(), Snapshot(bytes.clone()))));
    let review = workspace.analyse_with_evidence(&pair);
    let gist = workspace::summarise(workspace, &pair, &review);
    Ok(Read { sheet: Sheet { pair, review }, gist, files })
}

/// The concepts that are in no document, by glossary file.
fn unused_concepts(workspace: &Workspace, index: &ProjectIndex) -> Vec<Sheet> {
    let files = workspace::unused_concepts(workspace, index).into_iter();
    files.map(|(pair, review)| Sheet { pair, review }).collect()
}
