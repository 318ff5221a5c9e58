//! The page of a pair of documents: both texts side by side with everything that is known of their units.

use maud::{Markup, html};

use super::anchor::Anchors;
use super::card::card;
use super::frame::page;
use super::pages::{LIMIT, parts};
use super::part::Whole;
use super::side::{Side, joined};
use super::unit::{Text, Written};
use crate::analysis::{Analysis, Counts};
use crate::glossary::Glossary;
use crate::i18n::Messages;
use crate::report::{DocumentReport, FindingReport, visible, visible_line};
use crate::rules::Severity;
use crate::units::Pair;

/// Room for what a page has beside its units, in bytes.
const BESIDE: usize = 400_000;

/// A pair with what is known of it.
pub struct PairPage<'a> {
    /// The two documents.
    pub pair: &'a Pair,
    /// Their units and findings.
    pub analysis: &'a Analysis,
    /// The project's concepts.
    pub glossary: &'a Glossary,
    /// The findings in words, in the order of the analysis.
    pub report: &'a DocumentReport,
    /// Its place among the other pages.
    pub links: &'a Links,
    /// Whether it may come in parts.
    pub split: Split,
}

/// Whether the page of long documents is divided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Split {
    /// Into parts that a browser shows at once.
    Parts,
    /// Not at all: it goes to a stream.
    Whole,
}

/// Where a pair's page is among the others.
#[derive(Clone, Debug, Default)]
pub struct Links {
    /// Its file name.
    pub name: String,
    /// The address of the index; none where the page is alone.
    pub index: Option<String>,
}

/// The content of a pair's page without what every page has around it; in one part.
pub fn pair_content(shown: &PairPage<'_>, ui: &Messages) -> String {
    let units = shown.units(ui);
    let parts: Vec<std::ops::Range<usize>> = std::iter::once(0..units.len()).collect();
    let whole = shown.whole(&units, &parts, ui);
    whole.part(0, &shown.head(ui), &shown.before(ui)).into_string()
}

/// The page of a pair in parts, each a whole file; one part unless the documents are long.
pub fn pair_page(shown: &PairPage<'_>, ui: &Messages) -> Vec<String> {
    let units = shown.units(ui);
    let room = match shown.split {
        Split::Parts => LIMIT - BESIDE,
        Split::Whole => usize::MAX,
    };
    let parts = parts(units.iter().map(|unit| unit.html.len()), room);
    let whole = shown.whole(&units, &parts, ui);
    let pair = shown.pair;
    let title = format!("{} – {}", visible_line(&pair.paths.translation), visible_line(&pair.paths.original));
    let head = shown.head(ui);
    let content = |at: usize| {
        let before = if at == 0 {
            shown.before(ui)
        } else {
            html! {}
        };
        page(ui, "pair", &title, &whole.part(at, &head, &before))
    };
    (0..parts.len()).map(content).collect()
}

impl<'a> PairPage<'a> {
    /// What the parts have in common.
    fn whole(&'a self, units: &'a [Written], parts: &'a [std::ops::Range<usize>], ui: &'a Messages) -> Whole<'a> {
        let of_document = self.report.findings.iter().filter(|finding| finding.unit.is_none());
        let rules = of_document.map(|finding| finding.rule.to_string()).collect();
        Whole { pair: self.pair, glossary: self.glossary, name: &self.links.name, units, parts, rules, ui }
    }

    fn units(&self, ui: &Messages) -> Vec<Written> {
        let mut findings: Vec<Vec<&FindingReport>> = vec![Vec::new(); self.analysis.units.len()];
        for finding in &self.report.findings {
            if let Some(at) = finding.unit {
                findings[at].push(finding);
            }
        }
        let sides = [Side::source(self.pair, self.analysis), Side::target(self.pair, self.analysis)];
        let text = Text { pair: self.pair, analysis: self.analysis, sides, findings };
        let mut anchors = Anchors::default();
        let unit = |(at, analysed)| text.unit(at, anchors.next(self.pair, analysed), ui);
        self.analysis.units.iter().enumerate().map(unit).collect()
    }

    fn head(&self, ui: &Messages) -> Markup {
        let paths = &self.pair.paths;
        let counts = &self.report.counts;
        html! {
            header {
                @if let Some(index) = &self.links.index { nav { a href=(index) { (ui.page_index()) } } }
                h1 { bdi { (visible_line(&paths.translation)) } }
                p class="of" { (ui.page_translates()) " " bdi { (visible_line(&paths.original)) } }
                p class="figures" { (figures(counts, &self.report.findings, ui)) }
                div class="tools" {
                    button type="button" id="view" { (ui.page_rows()) }
                    button type="button" id="previous" { (ui.page_previous_finding()) }
                    button type="button" id="next" { (ui.page_next_finding()) }
                }
                p class="legend" {
                    @for (class, word) in legend(ui) { span { i class=(class) {} (word) } " " }
                }
            }
        }
    }

    /// What is about the whole document: findings without a unit, and accepted units of which nothing is left.
    fn before(&self, ui: &Messages) -> Markup {
        let whole = self.report.findings.iter().filter(|finding| finding.unit.is_none());
        let gone = &self.analysis.drift.gone;
        html! {
            @for finding in whole { (card(finding, None, self.pair, ui)) }
            @if self.report.left_out > 0 { p { (ui.report_left_out(self.report.left_out)) } }
            @if !gone.is_empty() {
                details class="gone" {
                    summary { (ui.page_gone(gone.len())) }
                    @for unit in gone.iter().filter_map(|at| self.pair.units.accepted.get(*at)) {
                        p lang=(self.pair.source_language) dir="auto" { del { (visible(&joined(&unit.source))) } }
                        p lang=(self.pair.target_language) dir="auto" { del { (visible(&joined(&unit.target))) } }
                    }
                }
            }
        }
    }
}

fn figures(counts: &Counts, findings: &[FindingReport], ui: &Messages) -> String {
    let of = |severity: Severity| {
        findings.iter().filter(|finding| finding.waived.is_none() && finding.severity == severity).count()
    };
    let (errors, warnings, notes) = (of(Severity::Error), of(Severity::Warning), of(Severity::Info));
    let mut said = vec![ui.page_figures(counts.aligned, counts.units, counts.accepted)];
    for (count, words) in [
        (counts.missing, ui.page_missing(counts.missing)),
        (counts.extra, ui.page_extra(counts.extra)),
        (counts.stale, ui.page_stale(counts.stale)),
        (counts.edited, ui.page_edited(counts.edited)),
        (errors, ui.report_errors(errors)),
        (warnings, ui.report_warnings(warnings)),
        (notes, ui.report_notes(notes)),
    ] {
        if count > 0 {
            said.push(words);
        }
    }
    said.join(" · ")
}

fn legend(ui: &Messages) -> [(&'static str, String); 6] {
    [
        ("c4", ui.page_sure()),
        ("c2", ui.page_likely()),
        ("c0", ui.page_unsure()),
        ("missing", ui.page_alone()),
        ("term", ui.page_term()),
        ("omitted", ui.page_omitted()),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::align::Unit;
    use crate::analysis::AnalysedUnit;
    use crate::i18n::Locale;
    use crate::report::document;
    use crate::text::{Document, Format};
    use crate::units::Units;

    /// The page of two texts whose paragraphs answer one to one.
    fn pages(source: &str, target: &str) -> Vec<String> {
        let read = |text: &str| Document::read(text.as_bytes(), Format::Markdown);
        let languages = ("ru".parse().unwrap(), "en".parse().unwrap());
        let mut pair = Pair::of(read(source), read(target), languages, Units::default());
        pair.paths.original = "originals/a.md".to_owned();
        pair.paths.translation = "translations/en/a.md".to_owned();
        let unit = |at| AnalysedUnit { unit: Unit::new(vec![at], vec![at]), accepted: None };
        let units = (0..pair.source.paragraphs.len()).map(unit).collect();
        let analysis = Analysis { units, ..Analysis::default() };
        let (ui, glossary) = (Messages::new(Locale::English), Glossary::default());
        let report = document(&pair, &analysis, &ui);
        let links = Links { name: "a.html".to_owned(), index: None };
        let shown = PairPage {
            pair: &pair,
            analysis: &analysis,
            glossary: &glossary,
            report: &report,
            links: &links,
            split: Split::Parts,
        };
        pair_page(&shown, &ui)
    }

    fn ids(page: &str) -> Vec<&str> {
        page.split("class=\"unit open\" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect()
    }

    #[test]
    fn no_part_of_a_long_document_is_over_two_megabytes() {
        let text = |word: &str| (0..5_000).map(|at| format!("{at} {}\n\n", word.repeat(60))).collect::<String>();
        let parts = pages(&text("слово "), &text("word "));
        assert!(parts.len() > 1 && parts.iter().all(|part| part.len() < 2_000_000), "{}", parts.len());
        let all: std::collections::HashSet<&str> = parts.iter().flat_map(|part| ids(part)).collect();
        assert_eq!(all.len(), 5_000, "each unit is on one part, under a name of its own");
    }

    #[test]
    fn no_text_becomes_markup() {
        let text = "A <script>x()</script> [b](javascript:y) &lt;i&gt; \"'> --> </style>\n";
        let page = pages(text, text).remove(0);
        assert_eq!(page.matches("<script").count(), 1, "the page's own");
        assert!(page.contains("&lt;script&gt;") && page.contains("&amp;lt;"), "{page}");
        assert!(!page.contains("href=\"javascript"));
    }

    #[test]
    fn half_of_a_units_name_survives_an_edit_of_one_side_and_all_of_it_a_move() {
        let before = pages("Дом.\n\nРека.\n", "House.\n\nRiver.\n").remove(0);
        let after = pages("Лес.\n\nДом.\n\nРека.\n", "Wood.\n\nHouse.\n\nThe river.\n").remove(0);
        let (before, after) = (ids(&before), ids(&after));
        assert_eq!(before[0], after[1]);
        assert_eq!(before[1].split('-').next(), after[2].split('-').next());
        assert_ne!(before[1], after[2]);
    }

    #[test]
    fn equal_units_have_names_of_their_own() {
        let page = pages("Да.\n\nДа.\n", "Yes.\n\nYes.\n").remove(0);
        let names = ids(&page);
        assert_eq!(names.len(), 2);
        assert_ne!(names[0], names[1]);
    }
}
