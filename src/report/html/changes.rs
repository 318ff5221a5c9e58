//! What changed, for a mail to whoever translates.

use maud::{Markup, html};

use super::frame::{foot, page};
use super::pages::{LIMIT, part_name, parts};
use super::side::{difference, joined};
use crate::i18n::Messages;
use crate::report::drift::heading;
use crate::report::{visible, visible_line};
use crate::workspace::{DocumentDrift, SideDrift, UnitDrift};

/// What changed since a revision, or since it was accepted where there is none, in parts.
pub fn changes_pages(documents: &[DocumentDrift], since: Option<&str>, ui: &Messages) -> Vec<String> {
    let changed = documents.iter().filter(|document| !document.units.is_empty());
    let mut pieces: Vec<Markup> = Vec::new();
    for document in changed {
        for (at, one) in document.units.iter().enumerate() {
            pieces.push(html! {
                @if at == 0 { h2 { bdi { (visible_line(&document.original)) } " → " bdi { (visible_line(&document.translation)) } } }
                (unit(document, one, ui))
            });
        }
    }
    let title = match since {
        Some(revision) => ui.page_changes_since(visible_line(revision)),
        None => ui.page_changes_accepted(),
    };
    let parts = parts(pieces.iter().map(|piece| piece.0.len()), LIMIT - 100_000);
    let part = |at: usize| {
        let content = html! {
            header {
                nav { a href="index.html" { (ui.page_index()) } }
                h1 { (title) }
                p class="figures" { (ui.diff_sum(pieces.len())) }
                @if parts.len() > 1 {
                    nav class="pager" aria-label=(ui.page_parts()) {
                        @for other in 0..parts.len() {
                            @if other == at { b aria-current="page" { (other + 1) } }
                            @else { a href=(part_name("changes.html", other)) { (other + 1) } }
                            " "
                        }
                    }
                }
            }
            main id="content" tabindex="-1" { @for piece in &pieces[parts[at].clone()] { (piece) } }
            (foot(ui, false))
        };
        page(ui, "changes", &title, &content)
    };
    (0..parts.len()).map(part).collect()
}

fn unit(document: &DocumentDrift, unit: &UnitDrift, ui: &Messages) -> Markup {
    html! {
        section class={ "change " (unit.state.name()) } {
            h3 { (heading(unit.state, ui)) }
            (side(&document.original, &unit.source, ui))
            (side(&document.translation, &unit.target, ui))
        }
    }
}

fn side(path: &str, side: &SideDrift, ui: &Messages) -> Markup {
    let lines = side.lines.iter().map(usize::to_string).collect::<Vec<_>>().join(",");
    html! {
        p class="place" {
            bdi { (visible_line(path)) }
            @if !lines.is_empty() { ":" (lines) }
            @if side.was.is_empty() && side.now.is_empty() { " " (ui.diff_none()) }
            @else if side.now.is_empty() { " " (ui.diff_removed()) }
        }
        p dir="auto" {
            @if side.changed { (difference(&joined(&side.was), &joined(&side.now))) }
            @else { (visible(&joined(&side.now))) }
        }
    }
}
