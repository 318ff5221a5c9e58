//! What an order of a walk changes in the project's files: their new texts, not yet written.

use std::collections::{BTreeMap, BTreeSet};

use super::pairs::Files;
use super::review::{Session, TAKEN};
use super::{Change, Deed, Form, Order, Refusal, Sheet, Walk};
use crate::glossary::{Concept, Status, Term, Terms, edit};

impl Session {
    /// The changes an order makes; `None` where it makes none.
    pub(super) fn deed(&mut self, order: &Order) -> Result<Option<Deed>, Refusal> {
        let (changes, said) = match order {
            Order::Fix(places) => {
                (self.by_sheet(places, Kind::Translation, super::fix)?, ("review-fixed", places.len()))
            }
            Order::Accept(places) => {
                let changes = self.by_sheet(places, Kind::Units, |sheet, findings| {
                    Ok(super::accept(sheet, findings)?.write_over(&before(&self.read, &sheet.pair.paths.units)))
                })?;
                (changes, ("review-accepted-units", self.units(places)))
            }
            Order::Waive(places, reason) => {
                let changes = self.by_sheet(places, Kind::Units, |sheet, findings| {
                    Ok(super::waive(sheet, findings, reason)?.write_over(&before(&self.read, &sheet.pair.paths.units)))
                })?;
                self.stage.reasons.retain(|known| known != reason);
                self.stage.reasons.insert(0, reason.clone());
                (changes, ("review-waived", places.len()))
            }
            Order::Pair(place, pin) => {
                let changes = self.by_sheet(&[*place], Kind::Units, |sheet, _| {
                    Ok(super::pair(sheet, pin).write_over(&before(&self.read, &sheet.pair.paths.units)))
                })?;
                (changes, ("review-paired", 1))
            }
            Order::Add(place, manner, form) => (self.add(*place, *manner, form)?, ("review-added", 1)),
            Order::Take(at) => (self.take(*at)?, ("review-added", 1)),
            Order::Terms | Order::Edit(_) | Order::Undo | Order::Quit => return Ok(None),
        };
        let said = self.ui.say(said.0, &[("count", said.1.into())]);
        Ok((!changes.is_empty()).then(|| Deed { at: self.stage.walk.key(), said, changes }))
    }

    /// How many units the findings at `places` are about.
    fn units(&self, places: &[usize]) -> usize {
        let walk = &self.stage.walk;
        let units: BTreeSet<_> =
            places.iter().filter_map(|at| Some((walk.entries().get(*at)?.sheet, walk.entry(*at)?.1.unit?))).collect();
        units.len()
    }

    /// One change a sheet: `new` makes the new text of a file from a sheet and its findings among `places`. A sheet
    /// that refuses counts only where all do.
    fn by_sheet(
        &self,
        places: &[usize],
        kind: Kind,
        new: impl Fn(&Sheet, &[usize]) -> Result<String, Refusal>,
    ) -> Result<Vec<Change>, Refusal> {
        let mut sheets: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for entry in places.iter().filter_map(|at| self.stage.walk.entries().get(*at)) {
            sheets.entry(entry.sheet).or_default().push(entry.finding);
        }
        let mut changes = Vec::new();
        let mut refused = None;
        for (at, findings) in sheets {
            let sheet = &self.stage.walk.sheets[at];
            let path = match kind {
                Kind::Translation => &sheet.pair.paths.translation,
                Kind::Units => &sheet.pair.paths.units,
            };
            let before = self.read.get(path).cloned().unwrap_or_default();
            // The bytes of a file in another encoding are not those of its text, and are nobody's to rewrite.
            let foreign = kind == Kind::Translation && before.0.as_deref() != Some(sheet.pair.target.text.as_bytes());
            match new(sheet, &findings) {
                Ok(_) if foreign => refused = Some(Refusal::NoFix),
                Ok(text) => changes.extend(Change::of(path, &before, &text)),
                Err(refusal) => refused = Some(refusal),
            }
        }
        match refused {
            Some(refusal) if changes.is_empty() => Err(refusal),
            _ => Ok(changes),
        }
    }

    /// Adds a form to the concept of a finding: in the language of what the finding marks.
    fn add(&self, place: usize, manner: Form, form: &str) -> Result<Vec<Change>, Refusal> {
        let (sheet, judged) = self.stage.walk.entry(place).ok_or(Refusal::NoConcept)?;
        let concept = Walk::concept(judged).and_then(|id| self.glossary().concepts.iter().find(|one| one.id == id));
        let concept = concept.ok_or(Refusal::NoConcept)?;
        let source = &self.workspace.project.config.source_language;
        let language = if judged.finding.target.is_empty() { source } else { &sheet.pair.target_language }.code();
        let content = before(&self.read, &concept.file);
        let added = match manner {
            Form::Admitted => edit::add_term(&content, &concept.id, language, form, Status::Admitted),
            Form::Form => edit::add_form(&content, &concept.id, language, form),
        };
        let added = added.map_err(|_| Refusal::NotAdded)?;
        let snapshot = self.read.get(&concept.file).cloned().unwrap_or_default();
        Ok(Change::of(&concept.file, &snapshot, &added).into_iter().collect())
    }

    /// Takes a candidate into the glossary: the term, and its most frequent rendering.
    fn take(&self, at: usize) -> Result<Vec<Change>, Refusal> {
        let candidate = self.candidates.get(at).ok_or(Refusal::NotAdded)?;
        let language = self.here_language().ok_or(Refusal::NotAdded)?;
        let source = &self.workspace.project.config.source_language;
        let terms =
            |text: &str| Terms { terms: vec![Term { text: text.to_owned(), ..Term::default() }], ..Terms::default() };
        let mut concept = Concept { id: self.free_id(&candidate.id()), ..Concept::default() };
        concept.terms.insert(source.code().to_owned(), terms(&candidate.term));
        if let Some(rendering) = candidate.renderings.first() {
            concept.terms.insert(language.code().to_owned(), terms(&rendering.text));
        }
        let snapshot = self.read.get(TAKEN).cloned().unwrap_or_default();
        let added = edit::add_concept(&before(&self.read, TAKEN), &concept).map_err(|_| Refusal::NotAdded)?;
        Ok(Change::of(TAKEN, &snapshot, &added).into_iter().collect())
    }

    /// An identifier that no concept has.
    fn free_id(&self, wanted: &str) -> String {
        let taken = |id: &str| self.glossary().concepts.iter().any(|concept| concept.id == id);
        let numbered = (2..).map(|number| format!("{wanted}-{number}"));
        std::iter::once(wanted.to_owned()).chain(numbered).find(|id| !taken(id)).unwrap_or_default()
    }
}

/// Which file of a sheet a decision changes.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Translation,
    Units,
}

fn before(read: &Files, path: &str) -> String {
    let bytes = read.get(path).and_then(|snapshot| snapshot.0.clone()).unwrap_or_default();
    String::from_utf8(bytes).unwrap_or_default()
}
