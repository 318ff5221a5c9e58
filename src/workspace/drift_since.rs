//! `diff --since`: what changed on either side since a git revision.

use super::drift::{DocumentDrift, Side, SideDrift, UnitDrift};
use super::{Error, Workspace};
use crate::diff::{Fate, paragraphs};
use crate::text::Document;
use crate::units::{Pair, Paths};

/// What changed since a revision, by today's units.
///
/// # Errors
///
/// If git does not know the revision, or a file cannot be read.
pub fn drift_since(workspace: &Workspace, pairs: &[&Paths], revision: &str) -> Result<Vec<DocumentDrift>, Error> {
    let paths: Vec<&str> = pairs.iter().flat_map(|pair| [pair.original.as_str(), pair.translation.as_str()]).collect();
    let mut files = workspace.project.at_revision(revision, &paths)?.into_iter();
    let mut documents = Vec::new();
    for paths in pairs {
        let mut before = |format| match files.next().flatten() {
            Some(bytes) => Document::read(&bytes, format),
            None => Document::default(),
        };
        let (source_was, target_was) = (before(paths.original_format()), before(paths.translation_format()));
        let pair = workspace.load(paths)?;
        let unchanged = source_was.text == pair.source.text && target_was.text == pair.target.text;
        let units = if unchanged { Vec::new() } else { revised(workspace, &pair, &source_was, &target_was) };
        documents.push(DocumentDrift::of(paths, units));
    }
    Ok(documents)
}

fn revised(workspace: &Workspace, pair: &Pair, source_was: &Document, target_was: &Document) -> Vec<UnitDrift> {
    let (source, target) = (Revised::new(source_was, &pair.source), Revised::new(target_was, &pair.target));
    let mut told = Vec::new();
    for reviewed in workspace.analyse(pair).units {
        let (source, target) = (source.side(&reviewed.unit.source), target.side(&reviewed.unit.target));
        let state = match (source.changed, target.changed) {
            (false, false) => continue,
            _ if source.was.is_empty() && target.was.is_empty() => "new",
            (true, false) => "stale",
            (false, true) => "edited",
            (true, true) => "both",
        };
        told.push(UnitDrift { state, source, target });
    }
    let gone = |was: Vec<String>| SideDrift { was, changed: true, ..SideDrift::default() };
    told.extend(source.removed().into_iter().map(|was| UnitDrift {
        state: "gone",
        source: gone(was),
        target: SideDrift::default(),
    }));
    told.extend(target.removed().into_iter().map(|was| UnitDrift {
        state: "gone",
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
