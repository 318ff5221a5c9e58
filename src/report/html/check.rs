//! `check --format html`: one page with every finding, for the artefacts of a CI run.

use std::collections::BTreeSet;
use std::io;

use maud::{Markup, html};

use super::entries::rules;
use super::frame::{foot, page};
use super::pages::LIMIT;
use super::state::severity;
use crate::i18n::Messages;
use crate::report::{DocumentReport, FindingReport, PlaceReport, Report, plural_summary, visible, visible_line};

/// The page of a check; the gravest findings first. What is beyond the size of a page is counted on it.
///
/// # Errors
///
/// Where the report's store cannot be read.
pub fn check_page(report: &Report, ui: &Messages) -> io::Result<String> {
    let mut pieces = Vec::new();
    let mut named = BTreeSet::new();
    let (mut used, mut left_out) = (0, 0);
    for wanted in ["error", "warning", "info"] {
        for document in report.all() {
            let document = document?;
            let of_severity =
                |finding: &&FindingReport| finding.waived.is_none() && severity(finding.severity) == wanted;
            for found in document.findings.iter().filter(of_severity) {
                let piece = finding(report, &document, found, ui);
                used += piece.0.len();
                if used > LIMIT - 200_000 {
                    left_out += 1;
                    continue;
                }
                named.insert(found.rule.to_string());
                pieces.push(piece);
            }
        }
    }
    let content = html! {
        header {
            h1 { (ui.page_check()) }
            p class="figures" { (plural_summary(report, ui)) }
            p { (ui.report_pairs(report.len(), report.totals.aligned, report.totals.units, report.totals.accepted, report.totals.changed)) }
        }
        main id="content" tabindex="-1" {
            @if !report.errors.is_empty() {
                section class="errors" {
                    h2 { (ui.report_unchecked()) }
                    ul { @for error in &report.errors { li { (visible(error)) } } }
                }
            }
            @if left_out > 0 { p class="more" { (ui.page_more(left_out)) } }
            @for piece in &pieces { (piece) }
        }
        (rules(&named, ui))
        (foot(ui, false))
    };
    Ok(page(ui, "check", &ui.page_check(), &content))
}

fn finding(report: &Report, document: &DocumentReport, finding: &FindingReport, ui: &Messages) -> Markup {
    html! {
        section class={ "card " (severity(finding.severity)) } id={ "f" (finding.fingerprint) } {
            p {
                b { (ui.severity(finding.severity)) } " "
                a class="rule" href={ "#rule-" (finding.rule) } { (finding.rule) }
                @if finding.target.is_none() && finding.source.is_none() {
                    " " bdi { (visible_line(&report.in_repository(&document.translation))) }
                }
            }
            p class="message" dir="auto" { (visible(&finding.message)) }
            @for place in finding.target.iter().chain(&finding.source) { (excerpt(report, place)) }
        }
    }
}

fn excerpt(report: &Report, place: &PlaceReport) -> Markup {
    const BESIDE: usize = 120;
    const MARKED: usize = 400;
    let (start, end) = place.within;
    let part = |range: std::ops::Range<usize>| place.paragraph.get(range).unwrap_or_default();
    let (before, marked, after) = (part(0..start), part(start..end), part(end..place.paragraph.len()));
    let before: Vec<char> = before.chars().rev().take(BESIDE).collect();
    let before: String = before.into_iter().rev().collect();
    let cut: String = after.chars().take(BESIDE).collect();
    let marked: String = marked.chars().take(MARKED).collect();
    html! {
        p class="place" { bdi { (visible_line(&report.in_repository(&place.path))) } ":" (place.start.line) ":" (place.start.column) }
        p dir="auto" {
            @if before.len() < start { "…" }
            (visible(&before)) mark { (visible(&marked)) }
            @if marked.len() < end - start { "…" }
            @else { (visible(&cut)) @if cut.len() < after.len() { "…" } }
        }
    }
}
