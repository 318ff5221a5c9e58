//! How much of a document is translated, accepted, out of date.

use super::Analysis;
use crate::text::Document;
use crate::units::State;

/// Counts of one pair of documents.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Deserialize, serde::Serialize)]
pub struct Counts {
    /// Paragraphs of the original.
    pub source_paragraphs: usize,
    /// Paragraphs of the translation.
    pub target_paragraphs: usize,
    /// Units with at least one side.
    pub units: usize,
    /// Units with both sides.
    pub aligned: usize,
    /// Source paragraphs without a counterpart.
    pub missing: usize,
    /// Target paragraphs without a counterpart.
    pub extra: usize,
    /// Units that are as accepted.
    pub accepted: usize,
    /// Accepted units whose original changed, alone or with the translation.
    pub stale: usize,
    /// Accepted units of which only the translation changed.
    pub edited: usize,
    /// Those of the stale and edited units that lost their paragraphs on one side.
    pub removed: usize,
    /// Accepted units of which neither side is there any more.
    pub gone: usize,
    /// Words of the source paragraphs without a counterpart.
    pub words_missing: usize,
    /// Units with a machine's translation that nobody has worked on or accepted.
    #[serde(default)]
    pub drafts: usize,
    /// Those of the drafts whose original changed since the machine was given it.
    #[serde(default)]
    pub outdated_drafts: usize,
}

impl Counts {
    /// How many accepted units are not as they were, as `diff` lists them.
    pub fn changed(&self) -> usize {
        self.stale + self.edited + self.gone
    }
}

impl Counts {
    /// Whether the translation lacks something that the original says today: a paragraph, or a change of one.
    pub fn is_outdated(&self) -> bool {
        self.stale > 0 || self.missing > 0 || self.outdated_drafts > 0
    }
}

impl Analysis {
    /// Counts units and paragraphs.
    pub fn counts(&self, source: &Document, target: &Document) -> Counts {
        let mut counts = Counts {
            source_paragraphs: source.paragraphs.len(),
            target_paragraphs: target.paragraphs.len(),
            units: self.units.len(),
            ..Counts::default()
        };
        for analysed in &self.units {
            let unit = &analysed.unit;
            match (unit.source.is_empty(), unit.target.is_empty()) {
                (false, false) => {
                    counts.aligned += 1;
                    let draft = analysed.unread_draft(&self.drift);
                    counts.drafts += usize::from(draft.is_some());
                    counts.outdated_drafts += usize::from(draft.is_some_and(|draft| !draft.current));
                }
                (false, true) => {
                    counts.missing += unit.source.len();
                    counts.words_missing += unit
                        .source
                        .iter()
                        .map(|at| source.paragraphs[*at].text.split_whitespace().count())
                        .sum::<usize>();
                }
                (true, _) => counts.extra += unit.target.len(),
            }
        }
        // As `diff` lists them: a unit may have lost a side, and what became one counts once.
        for standing in self.drift.standing.iter().chain(&self.drift.halves) {
            match standing.state {
                State::Fresh { .. } => counts.accepted += 1,
                State::Stale | State::Both => counts.stale += 1,
                State::Edited => counts.edited += 1,
            }
        }
        counts.removed = self.drift.halves.len();
        counts.gone = self.drift.gone.len();
        counts.stale += self.blocks.units.iter().filter(|block| block.is_stale()).count();
        counts.edited += self.blocks.units.iter().filter(|block| block.is_edited()).count();
        counts
    }
}
