//! A link to a place on a page that is not there: headings were translated, and the ids made of them with them.

use std::cell::LazyCell;

use super::address::decoded;
use super::link::{Link, links};
use super::pages::page;
use super::{Context, Example, Finding, Rule, Scope, Severity, Side, facts, passage};
use crate::align::Unit;
use crate::text::Anchors;

pub(super) const RULE: Rule =
    Rule::new("dead-anchor", Severity::Warning, Scope::Document(run)).facts::<Facts>().examples(&[
        Example::found("# Выход\n\nСм. [выше](#выход).", "# Exit\n\nSee [above](#vyhod)."),
        Example::silent("# Выход\n\nСм. [выше](#выход).", "# Exit\n\nSee [above](#exit)."),
    ]);

facts! {
    struct Facts {
        /// The fragment, with its `#`.
        fragment: String,
        /// The page that lacks it, or "none": the translation itself.
        page: String,
    }
}

fn run(units: &[Unit], context: &Context<'_>) -> Vec<Finding> {
    let own = LazyCell::new(|| [context.source, context.target].map(|document| context.pages.anchors_of(document)));
    units.iter().flat_map(|unit| in_unit(unit, &own, context)).collect()
}

/// The places of the original and of the translation, read where a link leads to one.
type Own<F> = LazyCell<[Anchors; 2], F>;

fn in_unit(unit: &Unit, own: &Own<impl FnOnce() -> [Anchors; 2]>, context: &Context<'_>) -> Vec<Finding> {
    let target = links(&passage::target(unit, context), context.target);
    if !target.iter().any(|link| link.address.contains('#')) {
        return Vec::new();
    }
    let source = links(&passage::source(unit, context), context.source);
    let places: Vec<Place> = source.iter().filter_map(|link| place(link, Side::Source, &own[0], context)).collect();
    let dead = target.iter().filter_map(|link| {
        let found = place(link, Side::Target, &own[1], context)?;
        // What leads nowhere in the original either is made by a program, or is the original's own fault.
        let by_program = places.iter().any(|other| !other.held && other.fragment == found.fragment);
        // The headings of a page that other files are put into are not all known.
        let known = found.whole || places.iter().any(|other| other.held);
        let is_dead = !found.held && !by_program && known;
        let page = if found.page.is_empty() { "none".to_owned() } else { found.page };
        let facts = Facts { fragment: format!("#{}", found.fragment), page };
        is_dead.then(|| Finding::new(&RULE, facts).in_target([link.place]))
    });
    dead.collect()
}

/// A place on a page.
struct Place {
    fragment: String,
    /// Empty for the document itself.
    page: String,
    held: bool,
    /// Whether all of the page's ids are known.
    whole: bool,
}

/// The place that a link with a fragment leads to, where it is on a page of the project.
fn place(link: &Link, side: Side, own: &Anchors, context: &Context<'_>) -> Option<Place> {
    let (path, fragment) = link.address.split_once('#')?;
    let fragment = decoded(fragment);
    // A template fills it in.
    if fragment.is_empty() || fragment.contains(['{', '}', '<', '$']) {
        return None;
    }
    if path.is_empty() {
        let held = own.holds(&fragment);
        return Some(Place { fragment, page: String::new(), held, whole: own.whole });
    }
    let (page, anchors) = page(context.pages.path(side), path, context.pages)?;
    let held = anchors.holds(&fragment);
    Some(Place { fragment, page, held, whole: anchors.whole })
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{Bench, fact};

    #[test]
    fn a_fragment_that_no_heading_of_the_translation_has_is_found() {
        let source = "# Мост\n\nСм. [ниже](#установка).\n\n## Установка\n";
        let target = |fragment: &str| format!("# Bridge\n\nSee [below](#{fragment}).\n\n## Installation\n");
        let bench = Bench::new();
        let finding = bench.fires("dead-anchor", source, &target("ustanovka"));
        assert_eq!(fact(&finding, "fragment"), "#ustanovka");
        bench.fires("dead-anchor", source, &target("%D1%83%D1%81%D1%82%D0%B0%D0%BD%D0%BE%D0%B2%D0%BA%D0%B0"));
        bench.silent("dead-anchor", source, &target("installation"));
        bench.silent("dead-anchor", source, &target("top"));
    }

    #[test]
    fn a_changed_written_id_leaves_its_links_dead() {
        let source = "См. [ниже](#install).\n\n## Установка {#install}\n";
        Bench::new().fires("dead-anchor", source, "See [below](#install).\n\n## Installation {#setup}\n");
        Bench::new().silent("dead-anchor", source, "See [below](#install).\n\n## Installation {#install}\n");
    }

    #[test]
    fn what_a_program_makes_is_passed_over() {
        Bench::new().silent("dead-anchor", "См. [вкладку](#tab-1).", "See the [tab](#tab-1).");
        Bench::new().silent("dead-anchor", "См. [там](#b).\n\n--8<-- \"b.md\"\n", "See [it](#c).\n\n--8<-- \"b.md\"\n");
    }

    #[test]
    fn a_place_on_another_page_of_the_project_is_looked_for_there() {
        let bench = Bench::new().page("originals/b.md", "translations/en/b.md").heading("translations/en/b.md", "Exit");
        bench.silent("dead-anchor", "[а](b.md#выход)", "[a](b.md#exit)");
        let finding = bench.fires("dead-anchor", "[а](b.md#выход)", "[a](b.md#vyhod)");
        assert_eq!(fact(&finding, "page"), "translations/en/b.md");
        bench.silent("dead-anchor", "[а](c.md#выход)", "[a](c.md#vyhod)");
    }
}
