//! The index of a report: every document in every language, with bars, filters and the trend.

use std::collections::BTreeSet;

use maud::{Markup, html};

use super::frame::{foot, page};
use super::pages::{LIMIT, part_name, parts};
use super::summary::{ProjectSummary, Row, Sums};
use super::trend::{Trend, signed};
use crate::analysis::Counts;
use crate::i18n::Messages;
use crate::report::{visible, visible_line};

/// Room for what the index has beside its rows, in bytes.
const BESIDE: usize = 300_000;

/// A report's index.
pub struct Index<'a> {
    /// Every document, and what could not be checked.
    pub project: &'a ProjectSummary,
    /// What was known before.
    pub trend: Option<&'a Trend>,
    /// Addresses of the pages of terms and of changes, where there are such.
    pub terms: Option<String>,
    /// Of the page of changes; none where there is none.
    pub changes: Option<String>,
}

/// The index in parts; one, unless there are thousands of documents.
pub fn index_pages(index: &Index<'_>, ui: &Messages) -> Vec<String> {
    let project = index.project;
    let rows: Vec<Markup> = project.rows.iter().map(|row| self::row(row, index.trend, ui)).collect();
    let parts = parts(rows.iter().map(|row| row.0.len()), LIMIT - BESIDE);
    let head = index.head(ui);
    let part = |at: usize| {
        let content = html! {
            (head)
            main id="content" tabindex="-1" {
                @if at == 0 { (index.before(ui)) }
                (filters(&project.rows, ui))
                @if parts.len() > 1 {
                    nav class="pager" aria-label=(ui.page_parts()) {
                        @for (other, rows) in parts.iter().enumerate() {
                            @let said = ui.page_part(rows.start + 1, rows.end);
                            @if other == at { b aria-current="page" { (said) } }
                            @else { a href=(part_name("index.html", other)) { (said) } }
                            " "
                        }
                    }
                }
                div class="scroll" tabindex="0" role="region" aria-label=(ui.page_documents()) {
                    table id="documents" {
                        thead { (heads(index.trend.is_some(), ui)) }
                        tbody { @for row in &rows[parts[at].clone()] { (row) } }
                    }
                }
                p id="nothing" hidden { (ui.page_nothing_matches()) }
            }
            (foot(ui, false))
        };
        page(ui, "index", &ui.page_title(), &content)
    };
    (0..parts.len()).map(part).collect()
}

impl Index<'_> {
    fn head(&self, ui: &Messages) -> Markup {
        let sums = Sums::of(&self.project.rows);
        html! {
            header {
                h1 { (ui.page_title()) }
                p class="figures" { (figures(&sums, ui)) }
                @if let Some(trend) = self.trend {
                    @let (findings, accepted) = trend.whole(&sums);
                    p class="trend" {
                        (ui.page_trend_findings(signed(findings)))
                        @if let Some(accepted) = accepted { " · " (ui.page_trend_accepted(signed(accepted))) }
                    }
                }
                nav {
                    @if let Some(terms) = &self.terms { a href=(terms) { (ui.page_terms()) } " " }
                    @if let Some(changes) = &self.changes { a href=(changes) { (ui.page_changes()) } " " }
                    a href="report.json" { "report.json" } " "
                    a href="badge.svg" { (ui.page_badge_link()) }
                }
            }
        }
    }

    /// What could not be checked, what is found in files that are no translation, and the languages.
    fn before(&self, ui: &Messages) -> Markup {
        html! {
            @if !self.project.errors.is_empty() {
                section class="errors" {
                    h2 { (ui.report_unchecked()) }
                    ul { @for error in &self.project.errors { li { (visible(error)) } } }
                }
            }
            @if self.project.elsewhere.iter().any(|file| !file.findings.is_empty()) {
                section {
                    h2 { (ui.page_elsewhere()) }
                    ul {
                        @for (file, finding) in self.project.elsewhere.iter()
                            .flat_map(|file| file.findings.iter().map(move |finding| (file, finding))) {
                            li {
                                code { (visible_line(&file.translation)) }
                                @if let Some(place) = &finding.target { ":" (place.start.line) }
                                " " (finding.rule) ": " span dir="auto" { (visible(&finding.message)) }
                            }
                        }
                    }
                }
            }
            (languages(&self.project.rows, ui))
        }
    }
}

fn figures(sums: &Sums, ui: &Messages) -> String {
    let findings = &sums.findings;
    let mut said = vec![ui.page_sums(sums.documents, sums.translated(), sums.accepted, sums.units)];
    for (count, words) in [
        (sums.stale, ui.page_stale(sums.stale)),
        (sums.edited, ui.page_edited(sums.edited)),
        (sums.words_missing, ui.page_words(sums.words_missing)),
        (sums.drafts, ui.page_drafts(sums.drafts)),
        (findings.error, ui.report_errors(findings.error)),
        (findings.warning, ui.report_warnings(findings.warning)),
        (findings.info, ui.report_notes(findings.info)),
    ] {
        if count > 0 {
            said.push(words);
        }
    }
    said.join(" · ")
}

fn languages(rows: &[Row], ui: &Messages) -> Markup {
    let all: BTreeSet<&str> = rows.iter().map(|row| row.language.as_str()).collect();
    html! {
        @if all.len() > 1 {
            section class="languages" {
                h2 { (ui.page_languages()) }
                @for language in all {
                    @let sums = Sums::of(rows.iter().filter(|row| row.language == language));
                    p {
                        b { (language) } " "
                        (bar(&counts(&sums), ui)) " "
                        (figures(&sums, ui))
                    }
                }
            }
        }
    }
}

fn counts(sums: &Sums) -> Counts {
    Counts {
        units: sums.units,
        aligned: sums.aligned,
        missing: sums.missing,
        extra: sums.extra,
        accepted: sums.accepted,
        stale: sums.stale,
        edited: sums.edited,
        ..Counts::default()
    }
}

/// A bar of accepted, aligned, changed and missing units, with the same in words.
fn bar(counts: &Counts, ui: &Messages) -> Markup {
    let changed = (counts.stale + counts.edited).min(counts.aligned);
    let accepted = counts.accepted.min(counts.aligned - changed);
    let aligned = counts.aligned - changed - accepted;
    let whole = (counts.aligned + counts.missing).max(1);
    let share = |count: usize| format!("{:.2}", count as f64 * 100.0 / whole as f64);
    let pieces = [("accepted", accepted), ("open", aligned), ("stale", changed), ("missing", counts.missing)];
    let said = ui.page_bar(accepted, aligned, changed, counts.missing);
    let mut from = 0;
    html! {
        svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" role="img" aria-label=(said) {
            title { (said) }
            @for (class, count) in pieces {
                rect class=(class) x=(share(from)) y="0" width=(share(count)) height="10" {}
                ({ from += count; html! {} })
            }
        }
    }
}

fn filters(rows: &[Row], ui: &Messages) -> Markup {
    let all: BTreeSet<&str> = rows.iter().map(|row| row.language.as_str()).collect();
    html! {
        div class="tools" id="filters" role="search" {
            label { (ui.page_filter()) " " input type="search" id="words"; }
            label {
                (ui.page_language()) " "
                select id="language" {
                    option value="" { (ui.page_all()) }
                    @for language in all { option value=(language) { (language) } }
                }
            }
            label {
                (ui.page_show()) " "
                select id="with" {
                    option value="" { (ui.page_all()) }
                    option value="error" { (ui.page_with_errors()) }
                    option value="found" { (ui.page_with_findings()) }
                    option value="stale" { (ui.page_with_changes()) }
                    option value="missing" { (ui.page_with_missing()) }
                }
            }
        }
    }
}

fn heads(trend: bool, ui: &Messages) -> Markup {
    let figures = [
        ui.status_accepted(),
        ui.page_head_stale(),
        ui.status_missing(),
        ui.page_head_words(),
        ui.page_head_errors(),
        ui.page_head_warnings(),
        ui.page_head_notes(),
    ];
    html! {
        tr {
            th scope="col" data-sort="text" { (ui.status_document()) }
            th scope="col" data-sort="text" { (ui.page_language()) }
            th scope="col" data-sort="number" { (ui.page_head_share()) }
            @for head in figures { th scope="col" class="number" data-sort="number" { (head) } }
            @if trend { th scope="col" class="number" data-sort="number" { (ui.page_head_trend()) } }
        }
    }
}

fn row(row: &Row, trend: Option<&Trend>, ui: &Messages) -> Markup {
    let counts = &row.counts;
    let stale = counts.stale + counts.edited;
    let share = counts.aligned * 1000 / (counts.aligned + counts.missing).max(1);
    let number = |count: usize| html! { td class="number" data-v=(count) { @if count == 0 { "·" } @else { (count) } } };
    html! {
        tr data-language=(row.language) data-error=(row.findings.error) data-found=(row.findings.open())
            data-stale=(stale) data-missing=(counts.missing + counts.extra) {
            th scope="row" {
                @if let Some(page) = &row.page { a href=(page) { bdi { (visible_line(&row.original)) } } }
                @else { bdi { (visible_line(&row.original)) } " " small { (ui.page_not_begun()) } }
            }
            td { (row.language) }
            td data-v=(share) { (bar(counts, ui)) }
            td class="number" data-v=(counts.accepted) { (counts.accepted) "/" (counts.aligned) }
            (number(stale))
            (number(counts.missing))
            (number(counts.words_missing))
            (number(row.findings.error))
            (number(row.findings.warning))
            (number(row.findings.info))
            @if let Some(trend) = trend {
                @let more = trend.of(row);
                td class="number" data-v=(more) { (signed(more)) }
            }
        }
    }
}
