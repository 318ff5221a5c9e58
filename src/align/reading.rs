//! Two documents, read for the aligner, and the ways to ask for their units.

use super::blocks;
use super::evidence::{self, Shown};
use super::footnotes;
use super::front;
use super::headings;
use super::judge::Judge;
use super::lexicon::Lexicon;
use super::observation::Observation;
use super::reader::Reader;
use super::side::Side;
use super::task::Task;
use super::unit::{Pin, Unit};
use super::vocabulary::Vocabulary;

/// Aligns two sides: every paragraph of either is in exactly one of the returned units, which come in
/// source order (units without a source after the unit their target follows).
pub fn align(source: &Side<'_>, target: &Side<'_>, pins: &[Pin], lexicon: &Lexicon) -> Vec<Unit> {
    let readers = Readers::new(source, target);
    let reading = Reading::with(&readers, source, target);
    let sides = (&reading.source, &reading.target);
    let task = reading.task(lexicon);
    let mut solved = task.solve(pins);
    let shown = (
        Shown { side: sides.0, paragraphs: source.paragraphs, reader: &readers.0 },
        Shown { side: sides.1, paragraphs: target.paragraphs, reader: &readers.1 },
    );
    let mut judge = Judge::new(sides, &task.links, &solved.model);
    for unit in &mut solved.units {
        evidence::explain(unit, (&shown.0, &shown.1), &mut judge, &solved.model, &solved.marks);
    }
    solved.units
}

/// The same, without the evidence that a person would read.
pub fn align_without_evidence(source: &Side<'_>, target: &Side<'_>, pins: &[Pin], lexicon: &Lexicon) -> Vec<Unit> {
    Reading::of(source, target).align(pins, lexicon)
}

/// Two sides as the aligner sees them, for those who align them more than once.
pub struct Reading {
    source: Vocabulary,
    target: Vocabulary,
    /// The places of the blocks and of the headings that both sides have.
    meetings: Vec<(usize, usize)>,
    /// Paragraphs that answer each other by a name, wherever they are: footnotes, values of the front matter, headings.
    notes: Vec<Pin>,
}

impl Reading {
    /// Reads two sides.
    pub fn of(source: &Side<'_>, target: &Side<'_>) -> Reading {
        Reading::with(&Readers::new(source, target), source, target)
    }

    fn with(readers: &Readers, source: &Side<'_>, target: &Side<'_>) -> Reading {
        let headings = headings::pairs(source, target);
        let met = headings.iter().map(|pair| (pair.source[0], pair.target[0])).collect();
        Reading {
            source: Vocabulary::read(source.paragraphs, &readers.0),
            target: Vocabulary::read(target.paragraphs, &readers.1),
            meetings: [blocks::meetings(source, target), met].concat(),
            notes: [footnotes::pairs(source, target), front::pairs(source, target), headings].concat(),
        }
    }

    /// As [`align_without_evidence`].
    pub fn align(&self, pins: &[Pin], lexicon: &Lexicon) -> Vec<Unit> {
        self.task(lexicon).solve(pins).units
    }

    fn task(&self, lexicon: &Lexicon) -> Task<'_> {
        Task { notes: &self.notes, ..Task::new(&self.source, &self.target, &self.meetings, lexicon) }
    }

    /// What the sure ones of the units show.
    pub fn observe(&self, units: &[Unit]) -> Observation {
        Observation::of_sides(&self.source, &self.target, units)
    }
}

/// How either side's words become types.
struct Readers(Reader, Reader);

impl Readers {
    fn new(source: &Side<'_>, target: &Side<'_>) -> Readers {
        Readers(Reader::new(source.language, target.language), Reader::new(target.language, source.language))
    }
}
