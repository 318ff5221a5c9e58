//! The headings of a document with the state of their sections, and the concepts of the glossary.

use gen_lsp_types::{
    BaseSymbolInformation, DocumentSymbol, Location, Range, SymbolKind, WorkspaceSymbol, WorkspaceSymbolLocation,
};

use super::place::{paragraphs, unit_of};
use super::view::{Side, View};
use crate::glossary::Concept;
use crate::text::{Kind, on_one_line};
use crate::units::State;
use crate::workspace::PairAnalysis;

/// How many concepts are listed.
const MOST: usize = 200;

/// The headings, each in the one above it; how many of its section's units are accepted beside it.
pub(super) fn of_document(view: &View<'_>, side: Side, read: &PairAnalysis) -> Vec<DocumentSymbol> {
    let document = side.document(&read.pair);
    let headings: Vec<(usize, u8)> = (document.paragraphs.iter().enumerate())
        .filter_map(|(at, paragraph)| match paragraph.kind {
            Kind::Heading(level) => Some((at, level)),
            _ => None,
        })
        .collect();
    nested(view, side, read, &headings, document.paragraphs.len())
}

/// The symbols of headings in file order, the last of whose sections ends before paragraph `end`.
fn nested(
    view: &View<'_>,
    side: Side,
    read: &PairAnalysis,
    headings: &[(usize, u8)],
    end: usize,
) -> Vec<DocumentSymbol> {
    let mut all = Vec::new();
    let mut rest = headings;
    while let Some((&(at, level), below)) = rest.split_first() {
        let inside = below.iter().take_while(|(_, other)| *other > level).count();
        let section_end = below.get(inside).map_or(end, |(next, _)| *next);
        let children = nested(view, side, read, &below[..inside], section_end);
        let section: Vec<usize> = (at..section_end).collect();
        let heading = &side.document(&read.pair).paragraphs[at];
        let name = on_one_line(&heading.text);
        all.push(DocumentSymbol::new(
            if name.is_empty() { "#".to_owned() } else { name },
            Some(accepted(side, read, &section)),
            SymbolKind::String,
            None,
            None,
            view.paragraphs(&read.pair, side, &section).unwrap_or_default(),
            view.paragraphs(&read.pair, side, &[at]).unwrap_or_default(),
            (!children.is_empty()).then_some(children),
        ));
        rest = &below[inside..];
    }
    all
}

/// How many units of a section are as they were accepted, of how many: `3/5`.
fn accepted(side: Side, read: &PairAnalysis, section: &[usize]) -> String {
    let units = &read.analysis.units;
    let mut here: Vec<usize> = section.iter().filter_map(|at| unit_of(units, side, *at)).collect();
    here.dedup();
    let fresh = here.iter().filter(|at| matches!(units[**at].accepted, Some((_, State::Fresh { .. })))).count();
    debug_assert!(here.iter().all(|at| !paragraphs(&units[*at], side).is_empty()), "found by a paragraph");
    format!("{fresh}/{}", here.len())
}

/// The concepts whose id or a term of theirs holds the query, in whatever case.
pub(super) fn of_project(view: &View<'_>, query: &str) -> Vec<WorkspaceSymbol> {
    let wanted = query.to_lowercase();
    let holds = |concept: &&Concept| {
        let terms = concept.terms.values().flat_map(|terms| &terms.terms);
        let mut names = terms.map(|term| term.text.to_lowercase()).chain([concept.id.to_lowercase()]);
        wanted.is_empty() || names.any(|name| name.contains(&wanted))
    };
    let symbol = |concept: &Concept| {
        let preferred: Vec<&str> =
            concept.terms.values().filter_map(|terms| Some(terms.preferred()?.text.as_str())).collect();
        let line = u32::try_from(concept.line.saturating_sub(1)).unwrap_or_default();
        let start = gen_lsp_types::Position { line, character: 0 };
        WorkspaceSymbol {
            location: WorkspaceSymbolLocation::Location(Location {
                uri: view.uri(&concept.file),
                range: Range { start, end: start },
            }),
            data: None,
            base_symbol_information: BaseSymbolInformation {
                name: if preferred.is_empty() { concept.id.clone() } else { preferred.join(" = ") },
                kind: SymbolKind::Key,
                tags: None,
                container_name: Some(concept.id.clone()),
            },
        }
    };
    view.workspace.glossary.concepts.iter().filter(holds).take(MOST).map(symbol).collect()
}
