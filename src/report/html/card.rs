//! A finding with its explanation and the command that settles it.

use maud::{Markup, html};

use super::segments::{Marks, shown};
use super::settles::settles;
use super::state::severity;
use crate::align::Unit;
use crate::i18n::Messages;
use crate::report::{FindingReport, visible_line};
use crate::rules::Fact;
use crate::units::Pair;

/// The card of a finding. Its explanation is on the page once, under the rule's name.
pub(super) fn card(finding: &FindingReport, unit: Option<&Unit>, pair: &Pair, ui: &Messages) -> Markup {
    let class = if finding.waived.is_some() { "waived" } else { severity(finding.severity) };
    let commands = if finding.waived.is_some() { Vec::new() } else { settles(finding, unit, pair) };
    html! {
        div class={ "card " (class) } id={ "f" (finding.fingerprint) } data-rule=(finding.rule)
            lang=(ui.locale().tag()) dir="ltr" {
            p {
                b { (ui.severity(finding.severity)) } " "
                a class="rule" href={ "#rule-" (finding.rule) } { (finding.rule) }
            }
            p class="message" dir="auto" { (shown(message(finding), Marks::Shown)) }
            @if let Some(reason) = &finding.waived { p { (ui.report_waived(visible_line(reason))) } }
            @if let Some(fix) = &finding.fix { p class="fix" { (fix_words(&fix.text, ui)) } }
            @for command in &commands { (copied(command, ui)) }
        }
    }
}

/// The message without the words that changed, which are shown in the paragraph.
fn message(finding: &FindingReport) -> &str {
    match finding.facts.get("change") {
        Some(Fact::Text(change)) => match finding.message.strip_suffix(change.as_str()) {
            Some(rest) => rest.trim_end_matches([' ', ':']),
            None => &finding.message,
        },
        _ => &finding.message,
    }
}

/// A command with a button that copies it.
pub(super) fn copied(command: &str, ui: &Messages) -> Markup {
    html! {
        p class="command" { code { (command) } " " button type="button" class="copy" { (ui.page_copy()) } }
    }
}

fn fix_words(text: &str, ui: &Messages) -> String {
    match text {
        "" => ui.report_fix_remove(),
        " " => ui.report_fix_space(),
        text => ui.report_fix(visible_line(text)),
    }
}
