//! One part of a pair's page.

use std::collections::BTreeSet;

use maud::{Markup, PreEscaped, html};

use super::entries::{entries, rules};
use super::frame::foot;
use super::map::map;
use super::pages::part_name;
use super::unit::Written;
use crate::glossary::Glossary;
use crate::i18n::Messages;
use crate::units::Pair;

/// What the parts of one page have in common.
pub(super) struct Whole<'a> {
    pub(super) pair: &'a Pair,
    pub(super) glossary: &'a Glossary,
    /// The page's file name.
    pub(super) name: &'a str,
    pub(super) units: &'a [Written],
    pub(super) parts: &'a [std::ops::Range<usize>],
    /// The rules of findings about the whole document.
    pub(super) rules: BTreeSet<String>,
    pub(super) ui: &'a Messages,
}

/// More units than this are not listed for links into other parts, so that the list does not outgrow the page.
const LISTED: usize = 20_000;

impl Whole<'_> {
    /// The content of a part between `head` and what every part has once.
    pub(super) fn part(&self, at: usize, head: &Markup, before: &Markup) -> Markup {
        let ui = self.ui;
        let units = &self.units[self.parts[at].clone()];
        let languages = [&self.pair.source_language, &self.pair.target_language];
        let concepts: BTreeSet<usize> = units.iter().flat_map(|unit| unit.concepts.iter().copied()).collect();
        let mut named: BTreeSet<String> = units.iter().flat_map(|unit| unit.rules.iter().cloned()).collect();
        if at == 0 {
            named.extend(self.rules.iter().cloned());
        }
        html! {
            (head)
            (self.pager(at))
            div class="frame" {
                main id="content" tabindex="-1" {
                    (before)
                    div class="heads" {
                        h2 { (ui.page_original()) " · " (languages[0]) }
                        span {}
                        h2 { (ui.page_translation()) " · " (languages[1]) }
                    }
                    div id="units" { @for unit in units { (PreEscaped(&unit.html)) } }
                }
                (map(self.units, &self.parts[at], &self.links(at)))
                aside id="panel" aria-label=(ui.page_panel()) hidden {}
            }
            (self.pager(at))
            (entries(self.glossary, &concepts, languages, ui))
            (rules(&named, ui))
            (self.elsewhere(at))
            (foot(ui, true))
        }
    }

    /// Links to the parts; none where there is one.
    fn pager(&self, at: usize) -> Markup {
        html! {
            @if self.parts.len() > 1 {
                nav class="pager" aria-label=(self.ui.page_parts()) {
                    @for (part, units) in self.parts.iter().enumerate() {
                        @let said = self.ui.page_part(units.start + 1, units.end);
                        @if part == at { b aria-current="page" { (said) } }
                        @else { a href=(part_name(self.name, part)) { (said) } }
                        " "
                    }
                }
            }
        }
    }

    /// The addresses of all units from a part.
    fn links(&self, at: usize) -> Vec<String> {
        let of = |part: usize| if part == at { String::new() } else { part_name(self.name, part) };
        let parts = self.parts.iter().enumerate();
        parts
            .flat_map(|(part, units)| {
                let page = of(part);
                self.units[units.clone()].iter().map(move |unit| format!("{page}#{}", unit.anchor.id()))
            })
            .collect()
    }

    /// For the script: which units the other parts hold, so that a link to a unit that has moved between parts is
    /// followed; the later parts only name the first.
    fn elsewhere(&self, at: usize) -> Markup {
        if self.parts.len() < 2 {
            return html! {};
        }
        if at > 0 {
            return html! { div id="elsewhere" hidden data-first=(part_name(self.name, 0)) {} };
        }
        html! {
            div id="elsewhere" hidden {
                @if self.units.len() <= LISTED {
                    @for (part, units) in self.parts.iter().enumerate().skip(1) {
                        span data-part=(part_name(self.name, part)) {
                            @for unit in &self.units[units.clone()] {
                                @for half in unit.anchor.source.iter().chain(&unit.anchor.target) { (half) " " }
                            }
                        }
                    }
                }
            }
        }
    }
}
