//! What is missing: translations, originals and documents that somebody accepted and that are no longer there.

use std::collections::HashSet;

use super::absence::{Absence, Renamed};
use super::{Changed, Error, Workspace};
use crate::units::{Paths, Units};

/// So many of the accepted texts make a document the renamed one.
const SHARE: f64 = 0.5;

impl Workspace {
    /// What is missing, each as an error: in the whole project, unless only folders were named.
    ///
    /// `paths` are those that a user named, `pairs` the pairs that they name.
    pub fn absences(&self, paths: &[String], pairs: &[&Paths], changed: Option<&Changed>) -> Vec<Error> {
        let folders: Vec<String> = paths.iter().filter_map(|path| self.project.inside(path).ok()).collect();
        let is_file = |path: &String| self.project.exists(path);
        let whole = folders.is_empty() || folders.iter().any(is_file);
        let here = |path: &str| {
            whole || folders.iter().any(|folder| folder.is_empty() || path.starts_with(&format!("{folder}/")))
        };
        let mut errors = Vec::new();
        for (translation, original) in self.listing.orphans.iter().filter(|(path, _)| here(path)) {
            let units = crate::project::units_path(&self.project.config.units, translation);
            let renamed = self.renamed(&units, original);
            errors.push(absent(translation, Absence::Original { original: original.clone() }, renamed));
        }
        for units in self.listing.left_units.iter().filter(|path| here(path)) {
            let pair = self.listing.pairs.iter().find(|pair| pair.units == *units);
            let renamed = pair.and_then(|pair| self.renamed(units, &pair.original));
            let path = pair.map_or(units, |pair| &pair.translation);
            errors.push(absent(path, Absence::Translation, renamed));
        }
        for (units, original) in self.listing.orphan_units.iter().filter(|(path, _)| here(path)) {
            let renamed = self.renamed(units, original);
            errors.push(absent(units, Absence::Documents { original: original.clone() }, renamed));
        }
        let deleted = |pair: &&&Paths| {
            !self.listing.left_units.contains(&pair.units) && changed.is_some_and(|changed| changed.deleted(pair))
        };
        errors.extend(pairs.iter().filter(deleted).map(|pair| absent(&pair.translation, Absence::Deleted, None)));
        for original in folders.iter().filter(|path| is_file(path)) {
            let mut own = pairs.iter().filter(|pair| pair.original == *original).peekable();
            if own.peek().is_some() && own.all(|pair| !pair.translated) {
                errors.push(absent(original, Absence::Untranslated, None));
            }
        }
        errors
    }

    /// What is missing in the project, or in the folders that were named; nothing where documents were, for then nobody
    /// asked for the others.
    pub fn absent_in(&self, paths: &[String]) -> Vec<Error> {
        let is_document = |path: &String| self.project.inside(path).is_ok_and(|path| self.project.exists(&path));
        if paths.iter().any(is_document) { Vec::new() } else { self.absences(paths, &[], None) }
    }

    /// The original that holds most of the texts that a units file accepted of another one, which is not there.
    fn renamed(&self, units: &str, original: &str) -> Option<Renamed> {
        let bytes = self.project.snapshot(units).ok()?.0?;
        let accepted = Units::read(&String::from_utf8_lossy(&bytes)).ok()?.accepted;
        let texts: HashSet<&str> = accepted.iter().flat_map(|unit| &unit.source).map(String::as_str).collect();
        if texts.is_empty() {
            return None;
        }
        let mut best: Option<(f64, &str)> = None;
        let mut last = "";
        for pair in self.listing.pairs.iter().filter(|pair| pair.original != original) {
            if pair.original == last || self.project.exists(&pair.units) && pair.translated {
                continue;
            }
            last = &pair.original;
            let Ok(bytes) = self.project.read(&pair.original) else { continue };
            let document = crate::text::Document::read(&bytes, pair.original_format());
            let found = document.paragraphs.iter().filter(|paragraph| texts.contains(paragraph.text.as_str())).count();
            let share = found as f64 / texts.len() as f64;
            if share >= SHARE && best.is_none_or(|(other, _)| share > other) {
                best = Some((share, &pair.original));
            }
        }
        best.map(|(_, to)| Renamed { from: original.to_owned(), to: to.to_owned() })
    }
}

fn absent(path: &str, absence: Absence, renamed: Option<Renamed>) -> Error {
    Error::Absent { path: path.to_owned(), absence, renamed }
}
