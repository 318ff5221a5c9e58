//! Answers put in place for a try.

use std::collections::HashMap;

use super::judged::Judged;
use super::load::PARAGRAPH;
use super::proposal::{FillFault, Filled, Proposal, Reason, Verdict};
use super::slots::{Slot, SlotState, slots};
use super::tried::{Candidate, Tried, is_shaped, recorded, words};
use super::{Error, Workspace, no_conflict};
use crate::align::Unit;
use crate::analysis::Analysis;
use crate::draft;
use crate::edit::{Edits, TextEdit, Transaction};
use crate::project;
use crate::rules::Severity;
use crate::text::{Kind, MaskFault, Masked, Open, Paragraph, on_one_line};
use crate::units::Pair;

/// Answers for one pair of documents.
pub(super) struct Attempt<'a> {
    workspace: &'a Workspace,
    pair: Pair,
    analysis: Analysis,
    slots: Vec<Slot>,
}

impl<'a> Attempt<'a> {
    pub(super) fn new(workspace: &'a Workspace, pair: Pair) -> Result<Attempt<'a>, Error> {
        no_conflict(&pair)?;
        project::as_text(&pair.paths.translation, pair.files.translation.as_deref().unwrap_or_default())?;
        let analysis = workspace.units_alone(&pair);
        let slots = slots(&pair, &analysis);
        Ok(Attempt { workspace, pair, analysis, slots })
    }

    /// A result an answer, and what puts those that pass into their files.
    pub(super) fn run(
        &self,
        proposals: &[&Proposal],
        limit: Option<Severity>,
    ) -> Result<(Vec<Filled>, Option<Transaction>), Error> {
        let by_id: HashMap<&str, &Slot> = self.slots.iter().map(|slot| (slot.id.as_str(), slot)).collect();
        let mut results: Vec<Option<Filled>> = Vec::with_capacity(proposals.len());
        let mut candidates: Vec<Candidate<'_>> = Vec::new();
        for (at, proposal) in proposals.iter().enumerate() {
            let found = by_id.get(proposal.id.as_str());
            results.push(
                match found
                    .map_or(Err(Filled::refused(Reason::SourceChanged)), |slot| self.candidate(at, slot, proposal))
                {
                    Ok(candidate) => {
                        candidates.push(candidate);
                        None
                    }
                    Err(filled) => Some(filled),
                },
            );
        }
        let tried = loop {
            if candidates.is_empty() {
                break None;
            }
            let Some(tried) = self.tried(&candidates) else {
                self.refuse_misshapen(&mut candidates, &mut results);
                continue;
            };
            let analysis = self.workspace.analyse(&tried.pair);
            let before = candidates.len();
            let unpinned = self.unpinned(&tried);
            let (source, settings) = (&self.pair.source, &self.workspace.settings);
            let judged = Judged { tried: &tried, analysis: &analysis, unpinned: &unpinned, source, settings };
            let verdicts: Vec<Filled> =
                candidates.iter().zip(&tried.places).map(|(one, place)| judged.verdict(one, place, limit)).collect();
            for (candidate, filled) in candidates.iter().zip(&verdicts) {
                results[candidate.at] = Some(filled.clone());
            }
            let mut verdicts = verdicts.iter();
            candidates.retain(|_| verdicts.next().is_some_and(|filled| filled.verdict == Verdict::Landed));
            if candidates.len() == before {
                break Some((tried, analysis));
            }
        };
        let change = tried.map(|(tried, analysis)| self.change(&tried, &analysis)).transpose()?;
        let faulty = || Filled::faulty(vec![FillFault::Form]);
        Ok((results.into_iter().map(|filled| filled.unwrap_or_else(faulty)).collect(), change))
    }

    /// The answer with its place, where there is nothing of a person's.
    fn candidate<'b>(&'b self, at: usize, slot: &'b Slot, proposal: &'b Proposal) -> Result<Candidate<'b>, Filled> {
        let own: Vec<&Paragraph> = slot.source.iter().map(|at| &self.pair.source.paragraphs[*at]).collect();
        let masked = Masked::of(&own);
        let answer = proposal.target.replace("\r\n", "\n").replace('\r', "\n");
        let restored = masked.restore(answer.trim());
        let here = draft::joined(&self.pair.target, &slot.target);
        let text = restored.as_deref().map(|text| one_line_where_needed(own[0].kind, text));
        if !slot.target.is_empty() && text.as_ref().is_ok_and(|text| words(text).eq(words(&here))) {
            return Err(Filled {
                place: self.place(slot),
                ..Filled { verdict: Verdict::Unchanged, ..Filled::refused(Reason::Checks) }
            });
        }
        let reason = match slot.state {
            SlotState::NoPlace => Some(Reason::NoGap),
            SlotState::Translated => Some(Reason::AlreadyTranslated),
            SlotState::Edited(_) => Some(Reason::EditedByAPerson),
            SlotState::Gap(_) | SlotState::Stale(_) | SlotState::Draft { .. } => None,
        };
        if let Some(reason) = reason {
            return Err(Filled { place: self.place(slot), ..Filled::refused(reason) });
        }
        match text {
            Ok(text) => match unsound(&text) {
                Some(fault) => Err(Filled::faulty(vec![fault])),
                None => {
                    let marked = text_has_marks(&proposal.target);
                    Ok(Candidate { at, slot, text, by: named(&proposal.by), marked })
                }
            },
            Err(faults) => {
                let piece = |fault: &MaskFault| match fault {
                    MaskFault::Missing(at) | MaskFault::Repeated(at) => {
                        masked.masks.get(at - 1).map(|mask| mask.text.clone())
                    }
                    _ => None,
                };
                Err(Filled::faulty(faults.iter().map(|fault| FillFault::Mask(fault.clone(), piece(fault))).collect()))
            }
        }
    }

    fn place(&self, slot: &Slot) -> Option<(String, usize)> {
        let line = self.pair.target_line(*slot.target.first()?);
        Some((self.pair.paths.translation.clone(), line))
    }

    /// The pair with the answers in place; `None` where one of them would not be the paragraphs that it ought to be.
    fn tried(&self, candidates: &[Candidate<'_>]) -> Option<Tried> {
        let (mut edits, offsets) = self.gaps_filled(candidates)?;
        for candidate in candidates.iter().filter(|one| self.gap(one).is_none()) {
            edits.extend(draft::unit_rewritten(&self.pair.target, &candidate.slot.target, &candidate.text)?);
        }
        let made = edits.len();
        let edits = Edits::new(edits);
        let before = self.pair.files.translation.as_deref()?;
        let after = edits.apply(before).filter(|_| edits.len() == made)?;
        let mut pair = self.pair.with_target(&after);
        let places = self.places(candidates, &offsets);
        is_shaped(&self.pair, &pair.target, candidates, &places).then_some(())?;
        let standing = self.analysis.drift.drafts.iter().map(|draft| draft.draft).collect();
        let units = recorded(&self.pair, &standing, &pair, candidates, &places);
        pair.units = units.clone();
        Some(Tried { pair, units, places })
    }

    /// How the texts would be aligned if nobody said which answer is for which paragraph.
    fn unpinned(&self, tried: &Tried) -> Vec<Unit> {
        let mut pair = tried.pair.clone();
        pair.units = self.pair.units.clone();
        self.workspace.units_alone(&pair).units.into_iter().map(|analysed| analysed.unit).collect()
    }

    fn gap(&self, candidate: &Candidate<'_>) -> Option<&Open> {
        match candidate.slot.state {
            SlotState::Gap(gap) => Some(&self.analysis.gaps[gap].gap),
            _ => None,
        }
    }

    /// The edits that put the answers of gaps in place, and by candidate the byte of the translation where one goes.
    fn gaps_filled(&self, candidates: &[Candidate<'_>]) -> Option<(Vec<TextEdit>, HashMap<usize, usize>)> {
        let mut fills = Vec::new();
        let mut filled = Vec::new();
        for (at, candidate) in candidates.iter().enumerate() {
            if let Some(gap) = self.gap(candidate) {
                filled.push(at);
                fills.push(draft::Filled { gap, source: candidate.slot.source[0], text: &candidate.text });
            }
        }
        let answers = draft::Answers::of(self.analysis.units.iter().map(|analysed| &analysed.unit));
        let (edits, offsets) = draft::gaps_filled(&self.pair.source, &self.pair.target, &answers, &fills)?;
        Some((edits, filled.into_iter().zip(offsets).collect()))
    }

    /// Where the paragraphs of each answer are once all are in place: behind as many more as gaps are filled above, by
    /// their bytes and, at one byte, by the order of the original.
    fn places(&self, candidates: &[Candidate<'_>], offsets: &HashMap<usize, usize>) -> Vec<Vec<usize>> {
        let mut new: Vec<(usize, usize)> =
            offsets.iter().map(|(at, offset)| (*offset, candidates[*at].slot.source[0])).collect();
        new.sort_unstable();
        let above = |place: (usize, usize)| new.partition_point(|other| *other < place);
        let paragraphs = &self.pair.target.paragraphs;
        let place = |(at, candidate): (usize, &Candidate<'_>)| match offsets.get(&at) {
            Some(offset) => {
                let before = paragraphs.partition_point(|paragraph| paragraph.span.end <= *offset);
                vec![before + above((*offset, candidate.slot.source[0]))]
            }
            None => {
                let own = candidate.slot.target.iter();
                own.map(|at| at + above((paragraphs[*at].span.start, 0))).collect()
            }
        };
        candidates.iter().enumerate().map(place).collect()
    }

    /// Takes out the answers that are misread in their place even alone; where none is, those misread beside the others.
    fn refuse_misshapen<'b>(&self, candidates: &mut Vec<Candidate<'b>>, results: &mut [Option<Filled>]) {
        let all = std::mem::take(candidates);
        let (good, bad): (Vec<_>, Vec<_>) =
            all.into_iter().partition(|one| self.tried(std::slice::from_ref(one)).is_some());
        let mut refuse = |one: &Candidate<'_>| results[one.at] = Some(Filled::faulty(vec![FillFault::Form]));
        bad.iter().for_each(&mut refuse);
        if !bad.is_empty() {
            *candidates = good;
            return;
        }
        for one in good {
            candidates.push(one);
            if self.tried(candidates).is_none()
                && let Some(one) = candidates.pop()
            {
                refuse(&one);
            }
        }
    }

    fn change(&self, tried: &Tried, analysis: &Analysis) -> Result<Transaction, Error> {
        let mut pair = tried.pair.clone();
        pair.units = self.pair.units.clone();
        let translation = Transaction::of(
            &pair.paths.translation,
            self.pair.files.translation.clone(),
            tried.pair.files.translation.clone(),
        );
        let units = self.workspace.units_change(&pair, &tried.units, analysis)?;
        Ok(translation.then(units).expect("the translation and units files are different files"))
    }
}

/// What keeps a text from being one that a document can have.
fn unsound(text: &str) -> Option<FillFault> {
    let is_control = |letter: &char| letter.is_control() && !matches!(letter, '\n' | '\t');
    let is_conflict = |line: &str| ["<<<<<<<", "|||||||", ">>>>>>>"].iter().any(|mark| line.starts_with(mark));
    match text.chars().find(is_control) {
        Some(letter) => Some(FillFault::Character(letter)),
        None if text.len() > PARAGRAPH => Some(FillFault::Long(PARAGRAPH)),
        None => text.lines().any(is_conflict).then_some(FillFault::Form),
    }
}

/// The name of a machine as it is kept: one line, of no more than [`NAME`] letters.
fn named(by: &str) -> String {
    let name: String = on_one_line(by).chars().filter(|letter| !letter.is_control()).take(NAME).collect();
    if name.trim().is_empty() { "machine".to_owned() } else { name }
}

/// The most letters of a machine's name.
const NAME: usize = 100;

fn text_has_marks(text: &str) -> bool {
    text.contains('⟦')
}

/// The text in one line where its kind of paragraph has no second.
fn one_line_where_needed(kind: Kind, text: &str) -> String {
    match kind {
        Kind::Heading(_) | Kind::TableRow | Kind::FrontMatter => text.split_whitespace().collect::<Vec<_>>().join(" "),
        _ => text.to_owned(),
    }
}
