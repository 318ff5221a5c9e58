//! Where a term of the glossary is used.

use std::collections::HashSet;

use gen_lsp_types::{DocumentHighlight, DocumentHighlightKind, Location, Position, Range};

use super::place::Place;
use super::view::{Side, View};
use crate::glossary::{Occurrence, Status};
use crate::workspace::{ConceptPlaces, PairAnalysis};

/// The term at a place; two where two concepts have it in common.
pub(super) fn at(place: &Place) -> Vec<&Occurrence> {
    let Some(paragraph) = place.paragraph else { return Vec::new() };
    let text = &place.side.document(&place.read.pair).paragraphs[paragraph];
    let here = |found: &&Occurrence| {
        let span = text.in_file(found.span);
        span.start <= place.offset && place.offset <= span.end
    };
    let terms = occurrences(&place.read, place.side).get(paragraph);
    terms.into_iter().flatten().filter(here).collect()
}

fn concepts(place: &Place) -> Vec<usize> {
    at(place).into_iter().map(|found| found.concept).collect()
}

/// Every place of the terms of a concept in all documents of the project, on both sides, those of the pairs at hand
/// first; and where the glossary has it. A document that cannot be read is left out: its diagnostic says why.
pub(super) fn references(view: &View<'_>, places: &[Place], declaration: bool) -> Vec<Location> {
    let mut wanted: Vec<usize> = places.iter().flat_map(concepts).collect();
    wanted.sort_unstable();
    wanted.dedup();
    if wanted.is_empty() {
        return Vec::new();
    }
    let (mut found, _) = view.workspace.concept_places(&wanted);
    let here = |one: &ConceptPlaces| places.iter().any(|place| place.read.pair.paths == one.pair.paths);
    found.sort_by_key(|one| !here(one));
    let (mut all, mut seen): (Vec<Location>, HashSet<String>) = (Vec::new(), HashSet::new());
    for one in &found {
        for (side, found) in [(Side::Source, &one.source), (Side::Target, &one.target)] {
            let path = side.path(&one.pair);
            // An original has several translations.
            if found.is_empty() || !seen.insert(path.to_owned()) {
                continue;
            }
            let (uri, ruler) = (view.uri(path), view.ruler(&one.pair, side));
            let paragraphs = &side.document(&one.pair).paragraphs;
            let location = |(at, found): &(usize, Occurrence)| {
                let range = ruler.range(paragraphs[*at].in_file(found.span));
                Location { uri: uri.clone(), range }
            };
            all.extend(found.iter().map(location));
        }
    }
    // Where two concepts have a term in common.
    all.dedup();
    if declaration {
        all.extend(wanted.iter().filter_map(|concept| entry(view, *concept)));
    }
    all
}

/// Where the glossary has a concept.
fn entry(view: &View<'_>, concept: usize) -> Option<Location> {
    let concept = view.workspace.glossary.concepts.get(concept)?;
    let line = u32::try_from(concept.line.saturating_sub(1)).unwrap_or_default();
    let start = Position { line, character: 0 };
    Some(Location { uri: view.uri(&concept.file), range: Range { start, end: start } })
}

/// The same in one file, a deprecated term marked as one that is to be written anew.
pub(super) fn highlights(view: &View<'_>, place: &Place) -> Vec<DocumentHighlight> {
    let found = ranges(view, &place.read, place.side, &concepts(place)).into_iter();
    let kind = |status| match status {
        Status::Deprecated => DocumentHighlightKind::Write,
        Status::Preferred | Status::Admitted => DocumentHighlightKind::Read,
    };
    found.map(|(range, status)| DocumentHighlight { range, kind: Some(kind(status)) }).collect()
}

fn ranges(view: &View<'_>, read: &PairAnalysis, side: Side, concepts: &[usize]) -> Vec<(Range, Status)> {
    let ruler = view.ruler(&read.pair, side);
    let paragraphs = side.document(&read.pair).paragraphs.iter().zip(occurrences(read, side));
    let of = |(paragraph, found): (&crate::text::Paragraph, &Vec<Occurrence>)| -> Vec<_> {
        let wanted = found.iter().filter(|one| concepts.contains(&one.concept));
        wanted.map(|one| (ruler.range(paragraph.in_file(one.span)), one.status)).collect()
    };
    paragraphs.flat_map(of).collect()
}

/// The terms of each paragraph of one side.
pub(super) fn occurrences(read: &PairAnalysis, side: Side) -> &[Vec<Occurrence>] {
    match side {
        Side::Source => &read.analysis.source_terms,
        Side::Target => &read.analysis.target_terms,
    }
}
