//! The findings in the order they are walked, and where one is among them.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::ReviewedPair;
use super::reviewed_pair::fact;
use crate::analysis::Diagnostic;

/// In which order the findings are walked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Arrangement {
    /// By document, then by place.
    #[default]
    Document,
    /// Findings of one concept together, whatever their document; those without one by rule, at the end.
    Concept,
}

/// What a step goes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// A finding.
    Finding,
    /// The findings of another unit.
    Unit,
    /// The findings of another document.
    Document,
    /// The findings about another concept.
    Concept,
}

/// Where a step goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// Forward.
    Next,
    /// Back.
    Previous,
}

/// A finding in the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Index into [`FindingList::sheets`].
    pub sheet: usize,
    /// Index into the findings of the sheet's review.
    pub finding: usize,
}

/// The open findings and a place among them.
#[derive(Clone, Debug, Default)]
pub struct FindingList {
    /// The documents, in the order of the listing.
    pub sheets: Vec<Arc<ReviewedPair>>,
    entries: Vec<Entry>,
    at: usize,
    arrangement: Arrangement,
    /// The only rule that is listed.
    rule: Option<&'static str>,
    searched: String,
    /// (translation, fingerprint) of what was skipped in this walk.
    skipped: BTreeSet<(String, String)>,
}

impl FindingList {
    /// The open findings of these documents, at the first of them.
    pub fn new(sheets: Vec<Arc<ReviewedPair>>) -> FindingList {
        let mut walk = FindingList { sheets, ..FindingList::default() };
        walk.list();
        walk
    }

    /// The open findings in the order they are walked.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// Index into [`FindingList::entries`]; 0 where there are none.
    pub fn at(&self) -> usize {
        self.at
    }

    /// The order of the findings at present.
    pub fn arrangement(&self) -> Arrangement {
        self.arrangement
    }

    /// The only rule that is listed, if it is so.
    pub fn rule(&self) -> Option<&'static str> {
        self.rule
    }

    /// What was searched for last.
    pub fn searched(&self) -> &str {
        &self.searched
    }

    /// The finding one is at.
    pub fn here(&self) -> Option<(&ReviewedPair, &Diagnostic)> {
        self.entry(self.at)
    }

    /// The finding at a place of the list.
    pub fn entry(&self, at: usize) -> Option<(&ReviewedPair, &Diagnostic)> {
        let entry = self.entries.get(at)?;
        let sheet: &ReviewedPair = &self.sheets[entry.sheet];
        Some((sheet, &sheet.analysis.findings[entry.finding]))
    }

    /// The heading a finding is under in this arrangement: its document, its concept, or its rule.
    pub fn heading(&self, at: usize) -> Option<&str> {
        let (sheet, judged) = self.entry(at)?;
        Some(match self.arrangement {
            Arrangement::Document => &sheet.pair.paths.translation,
            Arrangement::Concept => fact(judged, "concept").unwrap_or(judged.finding.rule),
        })
    }

    /// The id of the concept a finding is about.
    pub fn concept(judged: &Diagnostic) -> Option<&str> {
        fact(judged, "concept")
    }

    /// Takes the sheets as they are now, in the same order, and stays at the same finding; where that is gone, at
    /// the next one that is left.
    pub fn refresh(&mut self, sheets: Vec<Arc<ReviewedPair>>) {
        let key = |walk: &FindingList, entry: &Entry| {
            let judged = &walk.sheets[entry.sheet].analysis.findings[entry.finding];
            (walk.sheets[entry.sheet].pair.paths.translation.clone(), judged.fingerprint.clone())
        };
        let ahead: Vec<_> =
            self.entries[self.at.min(self.entries.len())..].iter().map(|entry| key(self, entry)).collect();
        let at = self.at;
        self.sheets = sheets;
        self.list();
        let now: Vec<_> = self.entries.iter().map(|entry| key(self, entry)).collect();
        let found = ahead.iter().find_map(|wanted| now.iter().position(|key| key == wanted));
        self.at = found.unwrap_or(at).min(self.entries.len().saturating_sub(1));
    }

    /// A name for the finding one is at that holds when the list changes: its translation and fingerprint.
    pub fn key(&self) -> Option<(String, String)> {
        let (sheet, judged) = self.here()?;
        Some((sheet.pair.paths.translation.clone(), judged.fingerprint.clone()))
    }

    /// Goes to the finding of a [`FindingList::key`], where it is still listed.
    pub fn find(&mut self, key: &Option<(String, String)>) {
        let Some((translation, fingerprint)) = key else { return };
        let found = (0..self.entries.len()).find(|at| {
            let entry = self.entry(*at);
            entry.is_some_and(|(sheet, judged)| {
                sheet.pair.paths.translation == *translation && judged.fingerprint == *fingerprint
            })
        });
        self.at = found.unwrap_or(self.at);
    }

    /// Goes to a place of the list.
    pub fn go(&mut self, at: usize) {
        self.at = at.min(self.entries.len().saturating_sub(1));
    }

    /// Goes a step; says whether there was anything to go to.
    pub fn step(&mut self, step: Step, way: Way) -> bool {
        let Some((from, judged)) = self.here() else { return false };
        let (unit, concept) = (judged.unit, fact(judged, "concept").unwrap_or(judged.finding.rule));
        let other = |at: &usize| {
            let Some((sheet, other)) = self.entry(*at) else { return false };
            let same_sheet = std::ptr::eq(sheet, from);
            match step {
                Step::Finding => true,
                Step::Unit => !same_sheet || other.unit != unit,
                Step::Document => !same_sheet,
                Step::Concept => fact(other, "concept").unwrap_or(other.finding.rule) != concept,
            }
        };
        let found = match way {
            Way::Next => (self.at + 1..self.entries.len()).find(other),
            Way::Previous => (0..self.at).rev().find(other),
        };
        self.at = found.unwrap_or(self.at);
        found.is_some()
    }

    /// Marks the finding as skipped and goes to the next one.
    pub fn skip(&mut self) -> bool {
        let Some(key) = self.key() else { return false };
        self.skipped.insert(key);
        self.step(Step::Finding, Way::Next)
    }

    /// Whether a finding was skipped in this walk.
    pub fn is_skipped(&self, at: usize) -> bool {
        let Some((sheet, judged)) = self.entry(at) else { return false };
        self.skipped.contains(&(sheet.pair.paths.translation.clone(), judged.fingerprint.clone()))
    }

    /// Arranges by document where it was by concept, and the other way round; stays at the same finding.
    pub fn rearrange(&mut self) {
        self.arrangement = match self.arrangement {
            Arrangement::Document => Arrangement::Concept,
            Arrangement::Concept => Arrangement::Document,
        };
        self.relist();
    }

    /// Lists only the rule of this finding, or all rules again; stays at the same finding.
    pub fn narrow(&mut self) {
        self.rule = match self.rule {
            Some(_) => None,
            None => self.here().map(|(_, judged)| judged.finding.rule),
        };
        self.relist();
    }

    /// Goes to the next (or previous) finding, around the end, that holds `text` in its rule, its concept or its
    /// unit's paragraphs; letter case and ё do not count. An empty text repeats the last search.
    pub fn search(&mut self, text: &str, way: Way) -> bool {
        if !text.trim().is_empty() {
            self.searched = text.trim().to_owned();
        }
        let wanted = folded(&self.searched);
        if wanted.is_empty() {
            return false;
        }
        let count = self.entries.len();
        let order = (1..=count).map(|step| match way {
            Way::Next => (self.at + step) % count,
            Way::Previous => (self.at + count - step % count) % count,
        });
        let found = order.into_iter().find(|at| self.holds(*at, &wanted));
        self.at = found.unwrap_or(self.at);
        found.is_some()
    }

    fn holds(&self, at: usize, wanted: &str) -> bool {
        let Some((sheet, judged)) = self.entry(at) else { return false };
        let named = [judged.finding.rule, fact(judged, "concept").unwrap_or_default(), &sheet.pair.paths.translation];
        let paragraphs = judged.unit.map(|unit| sheet.texts(&sheet.pin(unit))).unwrap_or_default();
        named.into_iter().any(|name| folded(name).contains(wanted))
            || paragraphs.0.iter().chain(&paragraphs.1).any(|text| folded(text).contains(wanted))
    }

    fn relist(&mut self) {
        let here = self.entries.get(self.at).copied();
        self.list();
        let found = self.entries.iter().position(|entry| Some(*entry) == here);
        self.at = found.unwrap_or(self.at).min(self.entries.len().saturating_sub(1));
    }

    fn list(&mut self) {
        let mut entries = Vec::new();
        for (at, sheet) in self.sheets.iter().enumerate() {
            let open = |judged: &Diagnostic| {
                judged.waived.is_none() && self.rule.is_none_or(|rule| rule == judged.finding.rule)
            };
            let findings = sheet.analysis.findings.iter().enumerate().filter(|(_, judged)| open(judged));
            entries.extend(findings.map(|(finding, _)| Entry { sheet: at, finding }));
        }
        if self.arrangement == Arrangement::Concept {
            let sheets = &self.sheets;
            entries.sort_by_key(|entry| {
                let judged = &sheets[entry.sheet].analysis.findings[entry.finding];
                let concept = fact(judged, "concept");
                (concept.is_none(), concept.unwrap_or(judged.finding.rule))
            });
        }
        self.entries = entries;
        self.at = self.at.min(self.entries.len().saturating_sub(1));
    }
}

pub(super) fn folded(text: &str) -> String {
    text.to_lowercase().replace('ё', "е")
}

#[cfg(test)]
mod tests {
    use super::super::testing::walk;
    use super::*;

    fn steps(step: Step) -> Vec<usize> {
        let mut walk = walk();
        let mut places = vec![walk.at()];
        while walk.step(step, Way::Next) {
            places.push(walk.at());
        }
        places
    }

    #[test]
    fn steps_go_by_finding_unit_document_and_concept() {
        assert_eq!(steps(Step::Finding), [0, 1, 2, 3]);
        assert_eq!(steps(Step::Unit), [0, 1, 3]);
        assert_eq!(steps(Step::Document), [0, 3]);
        assert_eq!(steps(Step::Concept), [0, 1, 2]);
    }

    #[test]
    fn arranged_by_concept_the_findings_of_one_are_together() {
        let mut walk = walk();
        walk.go(2);
        walk.rearrange();
        let headings: Vec<&str> = (0..4).filter_map(|at| walk.heading(at)).collect();
        assert_eq!(headings, ["akim", "akimat", "akimat", "akimat"]);
        assert_eq!(walk.here().unwrap().1.fingerprint, "a2", "one stays at the finding one was at");
    }

    #[test]
    fn a_search_finds_the_original_too_and_goes_around_the_end() {
        let mut walk = walk();
        assert!(walk.search("УШЕЛ", Way::Next));
        assert_eq!(walk.at(), 1);
        assert!(walk.search("silent", Way::Next));
        assert!(walk.search("burned", Way::Next));
        assert_eq!(walk.at(), 0);
        assert!(!walk.search("nowhere", Way::Next));
        assert!(!FindingList::default().search("x", Way::Previous));
    }

    #[test]
    fn when_the_finding_is_gone_one_is_at_the_next_that_is_left() {
        let mut walk = walk();
        walk.go(1);
        let mut sheets = walk.sheets.clone();
        Arc::make_mut(&mut sheets[0]).analysis.findings.remove(1);
        walk.refresh(sheets.clone());
        assert_eq!(walk.here().unwrap().1.fingerprint, "a2");
        sheets.iter_mut().for_each(|sheet| Arc::make_mut(sheet).analysis.findings.clear());
        walk.refresh(sheets);
        assert!(walk.here().is_none() && walk.at() == 0);
    }

    #[test]
    fn a_waived_finding_is_not_listed() {
        let mut walk = walk();
        let mut sheets = walk.sheets.clone();
        Arc::make_mut(&mut sheets[0]).analysis.findings[0].waived = Some("said so".to_owned());
        walk.refresh(sheets);
        assert_eq!(walk.entries().len(), 3);
    }

    #[test]
    fn one_rule_alone_is_listed_and_all_again() {
        let mut walk = walk();
        let mut sheets = walk.sheets.clone();
        Arc::make_mut(&mut sheets[1]).analysis.findings[0].finding.rule = "number-mismatch";
        walk.refresh(sheets);
        walk.go(3);
        walk.narrow();
        assert_eq!((walk.entries().len(), walk.rule()), (1, Some("number-mismatch")));
        walk.narrow();
        assert_eq!((walk.entries().len(), walk.at()), (4, 3));
    }
}
