//! From a paragraph to what answers it on the other side.

use gen_lsp_types::{
    Declaration, DeclarationResponse, Definition, DefinitionResponse, ImplementationResponse, Location, LocationLink,
    Range, Uri,
};
use serde_json::{Value, json};

use super::place::{Place, paragraphs};
use super::view::{Side, View};

/// The counterpart of a paragraph: from the translation the original, from the original every translation.
pub(super) fn definition(view: &View<'_>, places: &[Place]) -> Option<DefinitionResponse> {
    let links = counterparts(view, places);
    if links.is_empty() {
        return None;
    }
    Some(match view.client.links {
        true => DefinitionResponse::DefinitionLinkList(links),
        false => DefinitionResponse::Definition(Definition::LocationList(locations(links))),
    })
}

/// The paragraph in the original.
pub(super) fn declaration(view: &View<'_>, places: &[Place]) -> Option<DeclarationResponse> {
    let own = places.iter().find_map(|place| {
        let unit = place.unit()?;
        view.location(&place.read.pair, Side::Source, paragraphs(unit, Side::Source))
    })?;
    Some(DeclarationResponse::Declaration(Declaration::LocationList(vec![own])))
}

/// The paragraph in every language that has it; `places` are those of the original.
pub(super) fn implementation(view: &View<'_>, places: &[Place]) -> Option<ImplementationResponse> {
    let all: Vec<Location> = places
        .iter()
        .filter_map(|place| view.location(&place.read.pair, Side::Target, paragraphs(place.unit()?, Side::Target)))
        .collect();
    (!all.is_empty()).then_some(ImplementationResponse::Definition(Definition::LocationList(all)))
}

/// What another window scrolls to: for each counterpart its file, its paragraphs, and where a line of this paragraph
/// is in it, in proportion.
pub(super) fn counterpart(view: &View<'_>, places: &[Place], line: u32) -> Value {
    let of = |place: &Place| -> Option<Value> {
        let pair = &place.read.pair;
        let other = place.side.other();
        let Some(unit) = place.unit() else { return between(view, place) };
        let Some(there) = view.paragraphs(pair, other, paragraphs(unit, other)) else { return between(view, place) };
        let here = view.paragraphs(pair, place.side, paragraphs(unit, place.side))?;
        let share = |range: Range| range.end.line - range.start.line + 1;
        let into = (line.saturating_sub(here.start.line)).min(share(here) - 1);
        let line = there.start.line + into * share(there) / share(here);
        Some(target(view.uri(other.path(pair)), there, line, place))
    };
    Value::Array(places.iter().filter_map(of).collect())
}

/// Where nothing answers a line: behind the last paragraph before it that has a counterpart.
fn between(view: &View<'_>, place: &Place) -> Option<Value> {
    let (pair, other) = (&place.read.pair, place.side.other());
    let document = place.side.document(pair);
    let before = document.paragraphs.partition_point(|paragraph| paragraph.span.start <= place.offset);
    let units = &place.read.analysis.units;
    let near = (0..before).rev().find_map(|at| {
        let unit = units.iter().find(|unit| paragraphs(unit, place.side).contains(&at))?;
        view.paragraphs(pair, other, paragraphs(unit, other))
    });
    let range = near.map_or(Range::default(), |range| Range { start: range.end, end: range.end });
    Some(target(view.uri(other.path(pair)), range, range.start.line, place))
}

fn target(uri: Uri, range: Range, line: u32, place: &Place) -> Value {
    json!({ "uri": uri, "range": range, "line": line, "language": place.read.pair.paths.language.to_string() })
}

fn counterparts(view: &View<'_>, places: &[Place]) -> Vec<LocationLink> {
    let link = |place: &Place| {
        let (pair, other) = (&place.read.pair, place.side.other());
        let unit = place.unit()?;
        let Location { uri, range } = view.location(pair, other, paragraphs(unit, other))?;
        Some(LocationLink {
            origin_selection_range: view.paragraphs(pair, place.side, paragraphs(unit, place.side)),
            target_uri: uri,
            target_range: range,
            target_selection_range: range,
        })
    };
    places.iter().filter_map(link).collect()
}

fn locations(links: Vec<LocationLink>) -> Vec<Location> {
    links.into_iter().map(|link| Location { uri: link.target_uri, range: link.target_range }).collect()
}
