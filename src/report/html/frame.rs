//! What every page has around its content: the policy, the style sheet, the script, the language.

use std::sync::LazyLock;

use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::digest::allowed;
use crate::i18n::Messages;

/// One style sheet for all pages.
const STYLE: &str = include_str!("style.css");
/// One script for all pages: columns, ribbons, keys, filters. Without it a page is read as it is.
const SCRIPT: &str = include_str!("script.js");

/// What a page may load and run.
static POLICY: LazyLock<String> = LazyLock::new(|| head_policy(SCRIPT, ""));

/// The script of a page.
#[derive(Clone, Copy, Debug)]
pub struct Script(&'static str);

impl Script {
    /// The script of the pages that are files.
    pub const PAGES: Script = Script(SCRIPT);

    /// Its text.
    pub fn text(self) -> &'static str {
        self.0
    }
}

/// The policy that allows the style sheet and one script; `more` is added to it.
pub fn head_policy(script: &str, more: &str) -> String {
    format!(
        "default-src 'none'; style-src {}; script-src {}; img-src data:; base-uri 'none'; form-action 'none'{more}",
        allowed(STYLE),
        allowed(script)
    )
}

/// The policy of a page that has a style sheet and no script.
pub fn style_policy(style: &str) -> String {
    format!("default-src 'none'; style-src {}; img-src data:; base-uri 'none'; form-action 'none'", allowed(style))
}

/// A page of a kind, which the style sheet and the script know it by.
pub(super) fn page(ui: &Messages, kind: &str, title: &str, content: &Markup) -> String {
    with_script(ui, kind, title, content, &POLICY, SCRIPT)
}

/// A page whose script is another one; `policy` must allow it.
pub fn body_of(ui: &Messages, kind: &str, title: &str, content: &Markup, script: &str, more: &str) -> String {
    with_script(ui, kind, title, content, &head_policy(script, more), script)
}

fn with_script(ui: &Messages, kind: &str, title: &str, content: &Markup, policy: &str, script: &str) -> String {
    let page = html! {
        (DOCTYPE)
        html lang=(ui.locale().tag()) {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(policy);
                meta name="referrer" content="no-referrer";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="generator" content={ "tolmach " (env!("CARGO_PKG_VERSION")) };
                meta name="color-scheme" content="light dark";
                link rel="icon" href="data:,";
                title { (title) }
                style { (PreEscaped(STYLE)) }
                script { (PreEscaped(script)) }
            }
            body class=(kind) data-copy=(ui.page_copy()) data-copied=(ui.page_copied()) data-rows=(ui.page_rows())
                data-columns=(ui.page_columns()) {
                a class="skip" href="#content" { (ui.page_skip()) }
                (content)
            }
        }
    };
    page.into_string() + "\n"
}

/// The last lines of a page.
pub(super) fn foot(ui: &Messages, keys: bool) -> Markup {
    html! {
        footer {
            @if keys { p class="keys" { (ui.page_keys()) } }
            p { (ui.page_made_by(env!("CARGO_PKG_VERSION"))) }
        }
    }
}
