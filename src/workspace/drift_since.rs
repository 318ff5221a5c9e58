//! `diff --since`: what changed on either side since a git revision.

use std::collections::HashSet;

use super::drift::{DocumentDrift, DriftState, Side, SideDrift, UnitDrift};
use super::{Error, Workspace};
use crate::analysis::Analysis;
use crate::diff::{Fate, paragraphs};
use crate::rules::{Finding, Place, revision_finding};
use crate::text::{Document, Span};
use crate::units::{Pair, Paths};

/// What changed since a revision, by today's units.
///
/// A document that has another name now is compared with what it was under the old one, where half of its paragraphs
/// are the same.
///
/// # Errors
///
/// If git does not know the revision, or a file cannot be read.
pub fn drift_since(workspace: &Workspace, pairs: &[&Paths], revision: &str) -> Result<Vec<DocumentDrift>, Error> {
    let then = Then::new(workspace, revision)?;
    let asked: Vec<&str> = pairs.iter().flat_map(|pair| [pair.original.as_str(), pair.translation.as_str()]).collect();
    let mut files = workspace.project.at_revision(revision, &asked)?.into_iter();
    let mut documents = Vec::new();
    for paths in pairs {
        let pair = workspace.load(paths)?;
        let files = [files.next().flatten(), files.next().flatten()];
        let renamed = if then.has(&paths.original) { None } else { then.renamed(&pair)? };
        let [source_was, target_was] = match renamed {
            Some(was) => then.documents(was)?,
            None => read(paths, files),
        };
        let unchanged = source_was.text == pair.source.text && target_was.text == pair.target.text;
        let units = if unchanged { Vec::new() } else { revised(workspace, &pair, &source_was, &target_was) };
        documents.push(DocumentDrift::of(paths, units));
    }
    Ok(documents)
}

/// The translated documents of a revision that are not there any more, under no name: all their paragraphs are gone.
///
/// # Errors
///
/// As [`drift_since`].
pub fn deleted_since(
    workspace: &Workspace,
    revision: &str,
    known: &[DocumentDrift],
) -> Result<Vec<DocumentDrift>, Error> {
    let then = Then::new(workspace, revision)?;
    let mut renamed: Vec<String> = Vec::new();
    for document in known {
        let now = workspace.listing.pairs.iter().find(|pair| pair.translation == document.translation);
        let Some(now) = now.filter(|now| !then.has(&now.original)) else { continue };
        renamed.extend(then.renamed(&workspace.load(now)?)?.map(|was| was.translation.clone()));
    }
    let mut deleted = Vec::new();
    let is_there = |path: &str| workspace.project.exists(path);
    for was in then.pairs.iter().filter(|was| was.translated && !is_there(&was.translation)) {
        if renamed.contains(&was.translation) {
            continue;
        }
        let [source, target] = then.documents(was)?;
        let texts = |document: &Document| document.paragraphs.iter().map(|one| one.text.clone()).collect::<Vec<_>>();
        let gone = |was: String| SideDrift { was: vec![was], changed: true, ..SideDrift::default() };
        let unit = |source: SideDrift, target: SideDrift| UnitDrift {
            state: DriftState::Gone,
            removed: false,
            source,
            target,
        };
        let mut units: Vec<UnitDrift> = Vec::new();
        if !is_there(&was.original) {
            units.extend(texts(&source).into_iter().map(|text| unit(gone(text), SideDrift::default())));
        }
        units.extend(texts(&target).into_iter().map(|text| unit(SideDrift::default(), gone(text))));
        deleted.push(DocumentDrift::of(was, units));
    }
    Ok(deleted)
}

/// `stale-translation` for the units that nobody accepted, whose original changed since a revision while the translation
/// did not.
///
/// # Errors
///
/// If git does not know the revision, or a file cannot be read.
pub(super) fn unaccepted_since(
    workspace: &Workspace,
    pair: &Pair,
    analysis: &Analysis,
    revision: &str,
) -> Result<Vec<Finding>, Error> {
    let paths = &pair.paths;
    let files = workspace.project.at_revision(revision, &[&paths.original, &paths.translation])?;
    let mut files = files.into_iter();
    let [source_was, target_was] = read(paths, [files.next().flatten(), files.next().flatten()]);
    let (source, target) = (Revised::new(&source_was, &pair.source), Revised::new(&target_was, &pair.target));
    let mut findings = Vec::new();
    let open = analysis.units.iter().filter(|unit| unit.accepted.is_none());
    for unit in open.map(|analysed| &analysed.unit).filter(|unit| !unit.source.is_empty() && !unit.target.is_empty()) {
        let (was, now) = (source.side(&unit.source), target.side(&unit.target));
        // What came new into the original has no earlier text; where nothing answers it, that is another finding.
        if !was.changed || was.was.is_empty() || now.changed {
            continue;
        }
        let was: Vec<&str> = was.was.iter().map(String::as_str).collect();
        let places = |document: &Document, paragraphs: &[usize]| -> Vec<Place> {
            let whole = |at: &usize| Span::new(0, document.paragraphs[*at].text.len());
            paragraphs.iter().map(|at| Place { paragraph: *at, span: whole(at) }).collect()
        };
        let finding = revision_finding(&was, &pair.source, &unit.source);
        let finding = finding.in_source(places(&pair.source, &unit.source));
        findings.push(finding.in_target(places(&pair.target, &unit.target)));
    }
    Ok(findings)
}

/// The two documents of a pair; empty where their file was not there.
fn read(paths: &Paths, [original, translation]: [Option<Vec<u8>>; 2]) -> [Document; 2] {
    let document =
        |bytes: Option<Vec<u8>>, format| bytes.map_or_else(Document::default, |bytes| Document::read(&bytes, format));
    [document(original, paths.original_format()), document(translation, paths.translation_format())]
}

/// The project in a revision.
struct Then<'a> {
    workspace: &'a Workspace,
    revision: &'a str,
    pairs: Vec<Paths>,
}

impl<'a> Then<'a> {
    fn new(workspace: &'a Workspace, revision: &'a str) -> Result<Then<'a>, Error> {
        let pairs = workspace.project.listing_at(revision)?.pairs;
        Ok(Then { workspace, revision, pairs })
    }

    fn has(&self, original: &str) -> bool {
        self.pairs.iter().any(|was| was.original == original)
    }

    /// The two documents of a pair as they were; empty where they were not there.
    fn documents(&self, paths: &Paths) -> Result<[Document; 2], Error> {
        let files = self.workspace.project.at_revision(self.revision, &[&paths.original, &paths.translation])?;
        let mut files = files.into_iter();
        Ok(read(paths, [files.next().flatten(), files.next().flatten()]))
    }

    /// What a pair was called whose name is new: the pair that is gone with most of its paragraphs, at least half.
    fn renamed(&self, pair: &Pair) -> Result<Option<&Paths>, Error> {
        let texts: HashSet<&str> = pair.source.paragraphs.iter().map(|one| one.text.as_str()).collect();
        let mut best: Option<(usize, &Paths)> = None;
        let gone = |was: &&Paths| was.language == pair.paths.language && !self.workspace.project.exists(&was.original);
        for was in self.pairs.iter().filter(gone) {
            let [source, _] = self.documents(was)?;
            let same = source.paragraphs.iter().filter(|one| texts.contains(one.text.as_str())).count();
            let enough = same * 2 >= texts.len().min(source.paragraphs.len()) && same > 0;
            if enough && best.is_none_or(|(most, _)| same > most) {
                best = Some((same, was));
            }
        }
        Ok(best.map(|(_, was)| was))
    }
}

fn revised(workspace: &Workspace, pair: &Pair, source_was: &Document, target_was: &Document) -> Vec<UnitDrift> {
    let (source, target) = (Revised::new(source_was, &pair.source), Revised::new(target_was, &pair.target));
    let mut told = Vec::new();
    for reviewed in workspace.analyse(pair).units {
        let (source, target) = (source.side(&reviewed.unit.source), target.side(&reviewed.unit.target));
        let state = match (source.changed, target.changed) {
            (false, false) => continue,
            _ if source.was.is_empty() && target.was.is_empty() => DriftState::New,
            (true, false) => DriftState::Stale,
            (false, true) => DriftState::Edited,
            (true, true) => DriftState::Both,
        };
        told.push(UnitDrift { state, removed: false, source, target });
    }
    let gone = |was: Vec<String>| SideDrift { was, changed: true, ..SideDrift::default() };
    told.extend(source.removed().into_iter().map(|was| UnitDrift {
        state: DriftState::Gone,
        removed: true,
        source: gone(was),
        target: SideDrift::default(),
    }));
    told.extend(target.removed().into_iter().map(|was| UnitDrift {
        state: DriftState::Gone,
        removed: true,
        source: SideDrift::default(),
        target: gone(was),
    }));
    told
}

/// One document now and then.
struct Revised<'a> {
    was: &'a Document,
    now: Side<'a>,
    /// By today's paragraph, the earlier ones it comes from, and whether its wording changed.
    from: Vec<(Vec<usize>, bool)>,
    removed: Vec<usize>,
}

impl<'a> Revised<'a> {
    fn new(was: &'a Document, now: &'a Document) -> Revised<'a> {
        let texts =
            |document: &'a Document| document.paragraphs.iter().map(|one| one.text.as_str()).collect::<Vec<&str>>();
        let mut from = vec![(Vec::new(), true); now.paragraphs.len()];
        let mut removed = Vec::new();
        for matched in paragraphs(now.format, &texts(was), &texts(now)) {
            let changed = !matches!(matched.fate, Fate::Same | Fate::Cosmetic);
            matched.now.iter().for_each(|at| from[*at] = (matched.was.clone(), changed));
            if matched.fate == Fate::Removed {
                removed.extend(matched.was);
            }
        }
        Revised { was, now: Side::new(now), from, removed }
    }

    fn side(&self, now: &[usize]) -> SideDrift {
        let mut was: Vec<usize> = now.iter().flat_map(|at| self.from[*at].0.iter().copied()).collect();
        was.sort_unstable();
        was.dedup();
        let was = was.into_iter().map(|at| self.was.paragraphs[at].text.as_str()).collect();
        self.now.drift(was, now, now.iter().any(|at| self.from[*at].1))
    }

    fn removed(&self) -> Vec<Vec<String>> {
        self.removed.iter().map(|at| vec![self.was.paragraphs[*at].text.clone()]).collect()
    }
}
