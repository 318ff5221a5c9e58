//! What an order of a walk changes in the project's files: their new texts, not yet written.

use std::collections::{BTreeMap, BTreeSet};

use super::review::{Files, Session, TAKEN};
use super::{Action, Done, FindingList, Form, Refusal, ReviewedPair};
use crate::align::Pin;
use crate::analysis::{Leftover, leftovers};
use crate::edit::Transaction;
use crate::glossary::{Concept, Status, Term, Terms, edit};
use crate::units::State;
use crate::workspace::{rewritten, with_units};

impl Session {
    /// The changes an order makes; `None` where it makes none.
    pub(super) fn done_by(&mut self, order: &Action) -> Result<Option<Done>, Refusal> {
        let (transaction, said) = match order {
            Action::Fix(places) => {
                let changes = self.by_sheet(places, |sheet, findings| {
                    let fixed = super::fix(sheet, findings)?;
                    Ok(self.accepted_again(sheet, findings, fixed))
                })?;
                (changes, self.ui.review_fixed(places.len()))
            }
            Action::Accept(places) => {
                let changes = self.by_sheet(places, |sheet, findings| self.accepted(sheet, findings))?;
                (changes, self.ui.review_accepted_units(self.units(places)))
            }
            Action::Waive(places, reason) => {
                let changes = self.by_sheet(places, |sheet, findings| {
                    Ok(with_units(&sheet.pair, &super::waive(sheet, findings, reason)?, &sheet.analysis))
                })?;
                self.stage.reasons.retain(|known| known != reason);
                self.stage.reasons.insert(0, reason.clone());
                (changes, self.ui.review_waived(places.len()))
            }
            Action::Pair(place, pin) => {
                let changes = self.by_sheet(&[*place], |sheet, _| {
                    Ok(with_units(&sheet.pair, &super::pair(sheet, pin), &sheet.analysis))
                })?;
                (changes, self.ui.review_paired(1))
            }
            Action::Add(place, decision, form) => (self.add(*place, *decision, form)?, self.ui.review_added(1)),
            Action::Take(at) => (self.take(*at)?, self.ui.review_added(1)),
            Action::AcceptUnit { sheet, unit } => {
                let changes = self.of_sheet(*sheet, |sheet| {
                    Ok(with_units(&sheet.pair, &super::accept_unit(sheet, *unit)?, &sheet.analysis))
                })?;
                (changes, self.ui.review_accepted_units(1))
            }
            Action::PairParagraphs { sheet, pin } => {
                let changes = self
                    .of_sheet(*sheet, |sheet| Ok(with_units(&sheet.pair, &super::pair(sheet, pin), &sheet.analysis)))?;
                (changes, self.ui.review_paired(1))
            }
            Action::Rewrite { sheet, paragraph, text } => {
                let changes = self.of_sheet(*sheet, |sheet| {
                    rewritten(&sheet.pair, *paragraph, text).ok_or(Refusal::OtherParagraphs)
                })?;
                let path = self.stage.walk.sheets.get(*sheet).map(|one| one.pair.paths.translation.clone());
                (changes, self.ui.review_edited(path.unwrap_or_default()))
            }
            Action::Terms | Action::Edit(_) | Action::Undo | Action::Quit => return Ok(None),
        };
        Ok((!transaction.is_empty()).then(|| Done { at: self.stage.walk.key(), said, transaction }))
    }

    /// Accepts the units of findings, and takes the comments beside them away.
    fn accepted(&self, sheet: &ReviewedPair, findings: &[usize]) -> Result<Transaction, Refusal> {
        let pins = super::accept(sheet, findings)?;
        let of_units = super::units(sheet, findings);
        let beside = leftovers(&sheet.pair, &sheet.analysis).into_iter();
        let beside: Vec<Leftover> =
            beside.filter(|one| one.unit().is_some_and(|unit| of_units.contains(&unit))).collect();
        let cleared = self.workspace().cleared(&sheet.pair, &sheet.analysis, &beside).ok_or(Refusal::NoUnit)?;
        let units = cleared.accept(&pins);
        Ok(cleared.with_units(&units))
    }

    /// What `change` makes of one sheet.
    fn of_sheet(
        &self,
        at: usize,
        change: impl Fn(&ReviewedPair) -> Result<Transaction, Refusal>,
    ) -> Result<Transaction, Refusal> {
        change(self.stage.walk.sheets.get(at).ok_or(Refusal::NoUnit)?)
    }

    /// A fix of accepted units, which a person has just read, with these units accepted as they are after it.
    fn accepted_again(&self, sheet: &ReviewedPair, findings: &[usize], fixed: Transaction) -> Transaction {
        let after = fixed.changes().first().and_then(|change| change.after.clone());
        let fresh = |at: &usize| matches!(sheet.analysis.units[*at].accepted, Some((_, State::Fresh { .. })));
        let units: Vec<usize> = super::units(sheet, findings).into_iter().filter(fresh).collect();
        let Some(after) = after.filter(|_| !units.is_empty()) else { return fixed };
        let pair = sheet.pair.with_target(&after);
        if pair.target.paragraphs.len() != sheet.pair.target.paragraphs.len() {
            return fixed;
        }
        let analysis = self.workspace().analyse(&pair);
        let pins: Vec<Pin> = units.into_iter().map(|unit| sheet.pin(unit)).collect();
        let accepted = pair.units.accept(pair.today(&analysis.drift), &pins);
        let both = fixed.clone().then(with_units(&pair, &accepted, &analysis));
        both.unwrap_or(fixed)
    }

    /// The files that an order looks at: those of its pairs, and the glossary where it changes that.
    pub(super) fn seen_by(&self, order: &Action) -> BTreeSet<String> {
        let walk = &self.stage.walk;
        let found = |places: &[usize]| places.iter().filter_map(|at| Some(walk.entry(*at)?.0)).collect();
        let sheets: Vec<&ReviewedPair> = match order {
            Action::Fix(places) | Action::Accept(places) | Action::Waive(places, _) => found(places),
            Action::Pair(place, _) | Action::Add(place, _, _) => found(&[*place]),
            Action::AcceptUnit { sheet, .. } | Action::PairParagraphs { sheet, .. } | Action::Rewrite { sheet, .. } => {
                walk.sheets.get(*sheet).map(|sheet| &**sheet).into_iter().collect()
            }
            Action::Take(_) | Action::Terms | Action::Edit(_) | Action::Undo | Action::Quit => Vec::new(),
        };
        let paths = sheets.into_iter().flat_map(|sheet| sheet.pair.paths.all());
        let mut files: BTreeSet<String> = paths.map(str::to_owned).collect();
        if matches!(order, Action::Add(..) | Action::Take(_)) {
            files.extend(self.read.keys().filter(|path| self.workspace().is_glossary(path)).cloned());
        }
        files
    }

    /// How many units the findings at `places` are about.
    fn units(&self, places: &[usize]) -> usize {
        let walk = &self.stage.walk;
        let units: BTreeSet<_> =
            places.iter().filter_map(|at| Some((walk.entries().get(*at)?.sheet, walk.entry(*at)?.1.unit?))).collect();
        units.len()
    }

    /// One transaction of what `change` makes of each sheet and its findings among `places`. A sheet that refuses
    /// counts only where all do.
    fn by_sheet(
        &self,
        places: &[usize],
        change: impl Fn(&ReviewedPair, &[usize]) -> Result<Transaction, Refusal>,
    ) -> Result<Transaction, Refusal> {
        let mut sheets: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for entry in places.iter().filter_map(|at| self.stage.walk.entries().get(*at)) {
            sheets.entry(entry.sheet).or_default().push(entry.finding);
        }
        let mut all = Transaction::new();
        let mut refused = None;
        for (at, findings) in sheets {
            match change(&self.stage.walk.sheets[at], &findings) {
                // Two pairs of one file: neither decision was made about what the other leaves.
                Ok(one) => all = all.then(one).map_err(|_| Refusal::NoFix)?,
                Err(refusal) => refused = Some(refusal),
            }
        }
        match refused {
            Some(refusal) if all.is_empty() => Err(refusal),
            _ => Ok(all),
        }
    }

    /// Adds a form to the concept of a finding: in the language of what the finding marks.
    fn add(&self, place: usize, decision: Form, form: &str) -> Result<Transaction, Refusal> {
        let (sheet, judged) = self.stage.walk.entry(place).ok_or(Refusal::NoConcept)?;
        let concept =
            FindingList::concept(judged).and_then(|id| self.glossary().concepts.iter().find(|one| one.id == id));
        let concept = concept.ok_or(Refusal::NoConcept)?;
        let source = &self.workspace().project.config.source_language;
        let language = if judged.finding.target.is_empty() { source } else { &sheet.pair.target_language }.code();
        let content = before(&self.read, &concept.file);
        let added = match decision {
            Form::Admitted => edit::add_term(&content, &concept.id, language, form, Status::Admitted),
            Form::Form => edit::add_form(&content, &concept.id, language, form),
        };
        let added = added.map_err(|_| Refusal::NotAdded)?;
        let snapshot = self.read.get(&concept.file).cloned().unwrap_or_default();
        Ok(Transaction::of(&concept.file, snapshot.0, Some(added.into_bytes())))
    }

    /// Takes a candidate into the glossary: the term, and its most frequent rendering.
    fn take(&self, at: usize) -> Result<Transaction, Refusal> {
        let candidate = self.candidates.get(at).ok_or(Refusal::NotAdded)?;
        let language = self.here_language().ok_or(Refusal::NotAdded)?;
        let source = &self.workspace().project.config.source_language;
        let terms =
            |text: &str| Terms { terms: vec![Term { text: text.to_owned(), ..Term::default() }], ..Terms::default() };
        let mut concept = Concept { id: self.free_id(&candidate.id()), ..Concept::default() };
        concept.terms.insert(source.code().to_owned(), terms(&candidate.term));
        if let Some(rendering) = candidate.renderings.first() {
            concept.terms.insert(language.code().to_owned(), terms(&rendering.text));
        }
        let snapshot = self.read.get(TAKEN).cloned().unwrap_or_default();
        let added = edit::add_concept(&before(&self.read, TAKEN), &concept).map_err(|_| Refusal::NotAdded)?;
        Ok(Transaction::of(TAKEN, snapshot.0, Some(added.into_bytes())))
    }

    /// An identifier that no concept has.
    fn free_id(&self, wanted: &str) -> String {
        let taken = |id: &str| self.glossary().concepts.iter().any(|concept| concept.id == id);
        let numbered = (2..).map(|number| format!("{wanted}-{number}"));
        std::iter::once(wanted.to_owned()).chain(numbered).find(|id| !taken(id)).unwrap_or_default()
    }
}

fn before(read: &Files, path: &str) -> String {
    let bytes = read.get(path).and_then(|snapshot| snapshot.0.clone()).unwrap_or_default();
    String::from_utf8(bytes).unwrap_or_default()
}
