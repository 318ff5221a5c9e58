//! Where a term of the glossary is used.

use gen_lsp_types::{DocumentHighlight, DocumentHighlightKind, Location};

use super::place::Place;
use super::view::{Side, View};
use crate::glossary::{Occurrence, Status};
use crate::workspace::PairAnalysis;

/// The concepts of the term at a place; two where two concepts have a term in common.
fn at(place: &Place) -> Vec<usize> {
    let Some(paragraph) = place.paragraph else { return Vec::new() };
    let text = &place.side.document(&place.read.pair).paragraphs[paragraph];
    let here = |found: &&Occurrence| {
        let span = text.in_file(found.span);
        span.start <= place.offset && place.offset <= span.end
    };
    let terms = occurrences(&place.read, place.side).get(paragraph);
    terms.into_iter().flatten().filter(here).map(|found| found.concept).collect()
}

/// Every place of the terms of a concept in the documents of a pair, on both sides.
pub(super) fn references(view: &View<'_>, places: Vec<Place>) -> Vec<Location> {
    let mut all: Vec<Location> = Vec::new();
    for place in &places {
        let concepts = at(place);
        for side in [Side::Source, Side::Target] {
            let uri = view.uri(side.path(&place.read.pair));
            for (range, _) in ranges(view, &place.read, side, &concepts) {
                let location = Location { uri: uri.clone(), range };
                if !all.contains(&location) {
                    all.push(location);
                }
            }
        }
    }
    all
}

/// The same in one file, a deprecated term marked as one that is to be written anew.
pub(super) fn highlights(view: &View<'_>, place: &Place) -> Vec<DocumentHighlight> {
    let found = ranges(view, &place.read, place.side, &at(place)).into_iter();
    let kind = |status| match status {
        Status::Deprecated => DocumentHighlightKind::Write,
        Status::Preferred | Status::Admitted => DocumentHighlightKind::Read,
    };
    found.map(|(range, status)| DocumentHighlight { range, kind: Some(kind(status)) }).collect()
}

fn ranges(view: &View<'_>, read: &PairAnalysis, side: Side, concepts: &[usize]) -> Vec<(gen_lsp_types::Range, Status)> {
    let ruler = view.ruler(&read.pair, side);
    let paragraphs = side.document(&read.pair).paragraphs.iter().zip(occurrences(read, side));
    let of = |(paragraph, found): (&crate::text::Paragraph, &Vec<Occurrence>)| -> Vec<_> {
        let wanted = found.iter().filter(|one| concepts.contains(&one.concept));
        wanted.map(|one| (ruler.range(paragraph.in_file(one.span)), one.status)).collect()
    };
    paragraphs.flat_map(of).collect()
}

fn occurrences(read: &PairAnalysis, side: Side) -> &[Vec<Occurrence>] {
    match side {
        Side::Source => &read.analysis.source_terms,
        Side::Target => &read.analysis.target_terms,
    }
}
