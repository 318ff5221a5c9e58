//! Which pair, paragraph and unit a position is in.

use std::sync::Arc;

use gen_lsp_types::Position;

use super::position::{Encoding, Ruler};
use super::view::Side;
use crate::analysis::AnalysedUnit;
use crate::text::Document;
use crate::workspace::{Analyses, PairAnalysis};

/// A position in one pair of documents. An original has one in each of its translations' pairs.
#[derive(Clone, Debug)]
pub(super) struct Place {
    pub read: Arc<PairAnalysis>,
    pub side: Side,
    /// In bytes of the side's file.
    pub offset: usize,
    /// The paragraph, as an index into those of its side.
    pub paragraph: Option<usize>,
    /// Its unit, as an index into those of the analysis.
    pub unit: Option<usize>,
}

impl Place {
    /// The places of a position in a file; those of pairs that cannot be read are left out: a diagnostic says why.
    pub(super) fn all(analyses: &mut Analyses, inside: &str, position: Position, encoding: Encoding) -> Vec<Place> {
        let reads = reads(analyses, inside);
        reads.into_iter().map(|(side, read)| Place::at(read, side, position, encoding)).collect()
    }

    fn at(read: Arc<PairAnalysis>, side: Side, position: Position, encoding: Encoding) -> Place {
        let document = side.document(&read.pair);
        let offset = Ruler::new(&document.text, side.lines(&read.pair), encoding).offset(position);
        let paragraph = paragraph(document, offset, side.lines(&read.pair), position.line as usize + 1);
        let unit = paragraph.and_then(|paragraph| unit_of(&read.analysis.units, side, paragraph));
        Place { read, side, offset, paragraph, unit }
    }

    /// Its unit.
    pub(super) fn unit(&self) -> Option<&AnalysedUnit> {
        self.read.analysis.units.get(self.unit?)
    }
}

/// The pairs of a file that can be read, with the side that the file is of.
pub(super) fn reads(analyses: &mut Analyses, inside: &str) -> Vec<(Side, Arc<PairAnalysis>)> {
    let pairs = analyses.of_file(inside);
    let read = |at| {
        let read = analyses.analysis(at).ok()?;
        Some((Side::of(&read.pair, inside)?, read))
    };
    pairs.into_iter().filter_map(read).collect()
}

/// The paragraphs of a unit on one side.
pub(super) fn paragraphs(unit: &AnalysedUnit, side: Side) -> &[usize] {
    match side {
        Side::Source => &unit.unit.source,
        Side::Target => &unit.unit.target,
    }
}

/// The unit of a paragraph.
pub(super) fn unit_of(units: &[AnalysedUnit], side: Side, paragraph: usize) -> Option<usize> {
    units.iter().position(|unit| paragraphs(unit, side).contains(&paragraph))
}

/// The paragraph that holds a byte, else the first on its line.
fn paragraph(document: &Document, offset: usize, lines: &crate::text::Lines, line: usize) -> Option<usize> {
    let next = document.paragraphs.partition_point(|paragraph| paragraph.span.end < offset);
    let holds = document.paragraphs.get(next).is_some_and(|paragraph| paragraph.span.start <= offset);
    if holds { Some(next) } else { document.paragraph_at_line(lines, line) }
}
