//! The edition as one page: both texts side by side on a screen, and on paper.

use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::edition::{Edition, Row};
use crate::i18n::Messages;
use crate::report::html::style_policy;

const STYLE: &str = include_str!("book.css");

/// The page of an edition. It has no script; a browser prints it to PDF.
pub fn book_page(edition: &Edition, ui: &Messages) -> String {
    let page = html! {
        (DOCTYPE)
        html lang=(edition.languages[1]) {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(style_policy(STYLE));
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="generator" content={ "tolmach " (env!("CARGO_PKG_VERSION")) };
                meta name="color-scheme" content="light dark";
                link rel="icon" href="data:,";
                title { (edition.titles[1]) }
                style { (PreEscaped(STYLE)) }
            }
            body {
                header {
                    h1 { (side_title(edition, 0)) span class="dash" { " · " } (side_title(edition, 1)) }
                }
                main { @for row in edition.below_the_title() { (self::row(edition, row)) } }
                footer lang=(ui.locale().tag()) { p { (ui.page_made_by(env!("CARGO_PKG_VERSION"))) } }
            }
        }
    };
    page.into_string() + "\n"
}

fn side_title(edition: &Edition, side: usize) -> Markup {
    html! { span lang=(edition.languages[side]) dir=(edition.directions[side]) { (edition.titles[side]) } }
}

fn row(edition: &Edition, row: &Row) -> Markup {
    let empty = row.sides.iter().all(Vec::is_empty);
    html! {
        @if !empty {
            div class=(if row.heading.is_some() { "row heading" } else { "row" }) {
                @for side in [0, 1] {
                    div lang=(edition.languages[side]) dir=(edition.directions[side]) {
                        @for piece in &row.sides[side] { (piece.html()) }
                    }
                }
            }
        }
    }
}
