//! What an analysis answers.

use crate::align::Unit;
use crate::glossary::Occurrence;
use crate::rules::{Finding, Severity};
use crate::text::Open;
use crate::units::{Blocks, Drift, StandingDraft, State};

/// A unit of today's texts and what a person said of it.
#[derive(Clone, Debug, PartialEq)]
pub struct AnalysedUnit {
    /// Its paragraphs and its confidence.
    pub unit: Unit,
    /// Index into `Units::accepted` and what became of it; `None` where nobody accepted the unit.
    pub accepted: Option<(usize, State)>,
}

impl AnalysedUnit {
    /// The machine's translation that the unit has, where nobody has worked on it or accepted it.
    pub fn unread_draft<'a>(&self, drift: &'a Drift) -> Option<&'a StandingDraft> {
        let draft = drift.draft(&self.unit.source, &self.unit.target);
        draft.filter(|draft| draft.unread && self.accepted.is_none())
    }
}

/// A gap and what became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnalysedGap {
    /// The gap in the translation.
    pub gap: Open,
    /// What became of it.
    pub state: GapState,
}

/// What became of a gap.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GapState {
    /// Nothing answers its paragraph of the original, given by its index.
    Open(usize),
    /// Its paragraph has a translation: the unit, as an index. The comment is of no more use.
    Answered(usize),
    /// A person wrote inside the comment, where no reader sees it; the paragraph of the original where it is known.
    Typed(Option<usize>),
    /// It shows a text of the original that the original no longer has.
    Outdated,
    /// It shows a text of which nobody knows whether it is a translation.
    Unknown,
}

/// A finding in its analysis.
#[derive(Clone, Debug, PartialEq)]
pub struct Diagnostic {
    /// What the rule found.
    pub finding: Finding,
    /// As the project's settings give it; never [`Severity::Off`].
    pub severity: Severity,
    /// Index into [`Analysis::units`]; `None` for a finding about a whole document.
    pub unit: Option<usize>,
    /// The reason of the waiver or `allow` comment that suppresses it.
    pub waived: Option<String>,
    /// 16 hexadecimal digits that stay the same while the unit's texts and the finding do, wherever they move.
    pub fingerprint: String,
}

/// The answer about one pair of documents.
#[derive(Clone, Debug, Default)]
pub struct Analysis {
    /// In source order.
    pub units: Vec<AnalysedUnit>,
    /// By place in the target, then in the source.
    pub findings: Vec<Diagnostic>,
    /// How many more findings there are: of one rule in one unit the first hundred are told.
    pub left_out: usize,
    /// How the accepted units differ from today's texts.
    pub drift: Drift,
    /// The gaps of the translation, in order.
    pub gaps: Vec<AnalysedGap>,
    /// Code and other blocks that are compared as they are written.
    pub blocks: Blocks,
    /// By paragraph of the source, the source-language terms in it.
    pub source_terms: Vec<Vec<Occurrence>>,
    /// By paragraph of the target, the target-language terms in it.
    pub target_terms: Vec<Vec<Occurrence>>,
}
