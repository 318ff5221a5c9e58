//! The page around the pages: it holds no text of a document and no secret, only what asks for them.

use std::sync::LazyLock;

use maud::html;

use crate::i18n::Messages;
use crate::report::html::{Script, body_of, head_policy};

const OWN: &str = include_str!("review.js");

/// The script of the pages, and the one that asks and acts.
static SCRIPT: LazyLock<String> = LazyLock::new(|| format!("{}\n{OWN}", Script::PAGES.text()));

/// It asks its own server, and nobody frames it.
const MORE: &str = "; connect-src 'self'";

/// What the page may load, run and ask, as a header.
pub(super) fn policy() -> String {
    head_policy(&SCRIPT, &format!("{MORE}; frame-ancestors 'none'"))
}

/// The page that is given to everybody who asks for it.
pub(super) fn shell(ui: &Messages) -> String {
    let actions = [
        ("accept", "a", ui.web_accept()),
        ("fix", "f", ui.web_fix()),
        ("waive", "w", ui.web_waive()),
        ("edit", "e", ui.web_edit()),
        ("link", "l", ui.web_pair()),
        ("add", "g", ui.web_add()),
        ("undo", "u", ui.web_undo()),
    ];
    let content = html! {
        div id="desk" {
            label { (ui.page_documents()) " " select id="document" {} }
            @for (id, key, word) in actions {
                button type="button" id=(id) data-key=(key) { (word) " " kbd { (key) } }
            }
            p id="said" role="status" aria-live="polite" data-ended=(ui.web_ended()) data-pairing=(ui.web_pairing())
                data-choose=(ui.web_choose()) data-used=(ui.web_used()) {}
        }
        div id="app" { main id="content" { noscript { p { (ui.web_needs_script()) } } } }
        dialog id="question" aria-labelledby="asked" {
            h2 id="asked" {}
            textarea id="given" rows="6" {}
            input id="line" list="known";
            datalist id="known" {}
            label id="manner" { input type="checkbox" id="admitted" checked; " " (ui.web_admitted()) }
            p {
                button type="button" id="yes" { (ui.web_yes()) } " "
                button type="button" id="no" { (ui.web_no()) }
            }
        }
        div id="asks" hidden data-waive=(ui.web_reason()) data-edit=(ui.web_new_text()) data-add=(ui.web_form()) {}
    };
    body_of(ui, "pair working", &ui.web_title(), &content, &SCRIPT, MORE)
}
