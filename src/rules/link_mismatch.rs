//! A link that leads elsewhere, or is lost: readers click it, and no proof-reader does.

use rustc_hash::FxHashSet;

use super::address::{Address, address};
use super::link::{Link, is_own_version, links};
use super::pages::{page, resolved};
use super::{Context, Example, Finding, OptionSet, Rule, Scope, Severity, Side, facts, passage};
use crate::align::Unit;

pub(super) const RULE: Rule = Rule::new("link-mismatch", Severity::Error, Scope::Unit(run))
    .compares()
    .facts::<Facts>()
    .options(OptionSet::of::<Options>())
    .examples(&[
        Example::found("[сайт](https://example.org/a)", "[the site](https://example.org/b)"),
        Example::silent("[сайт](https://example.org/a)", "[the site](https://example.org/a)"),
        Example::silent("[новости](https://example.org/ru/news)", "[news](https://example.org/en/news)"),
        Example::silent("[сайт](https://example.kz/a)", "[the site](https://example.com/a)")
            .options(r#"{ rewrites = [["https://example.kz/", "https://example.com/"]] }"#),
    ]);

/// How addresses change in a translation.
#[derive(Clone, Debug, Default, serde::Deserialize, serde::Serialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
struct Options {
    /// The beginning of an address in the source, and what it becomes in the target.
    rewrites: Vec<(String, String)>,
}

facts! {
    struct Facts {
        /// The address that the other side lacks.
        link: String,
        /// What the translation has instead; empty where it has nothing.
        found: String,
        side: Side,
    }
}

fn run(unit: &Unit, context: &Context<'_>) -> Vec<Finding> {
    let Some((source, target)) = passage::both(unit, context) else { return Vec::new() };
    let elsewhere = |passages: &[passage::Passage<'_>], document| {
        let mut links = links(passages, document);
        // Places within the page follow its headings.
        links.retain(|link| !link.address.starts_with('#') && !is_own_version(&link.address, context));
        links
    };
    let (source, target) = (elsewhere(&source, context.source), elsewhere(&target, context.target));
    // Equal addresses, by far the most, are settled by one look each.
    let known: FxHashSet<&str> = target.iter().map(|link| link.address.as_str()).collect();
    let there: FxHashSet<&str> = source.iter().map(|link| link.address.as_str()).collect();
    let place = |link: &Link, side| Read { address: read(&link.address, context), path: link.address.clone(), side };
    let sources: Vec<Read> = source.iter().take(MOST).map(|link| place(link, Side::Source)).collect();
    let targets: Vec<Read> = target.iter().take(MOST).map(|link| place(link, Side::Target)).collect();
    let lost = |link: &Link| {
        let own = place(link, Side::Source);
        !known.contains(link.address.as_str()) && !targets.iter().any(|other| answers(&own, other, context))
    };
    let added = |link: &Link| {
        let own = place(link, Side::Target);
        !there.contains(link.address.as_str()) && !sources.iter().any(|other| answers(other, &own, context))
    };
    let lost: Vec<&Link> = source.iter().take(MOST).filter(|link| lost(link)).collect();
    let added: Vec<&Link> = target.iter().take(MOST).filter(|link| added(link)).collect();
    // Where the translator chose other links, one of them may stand for two, or lead readers to a page of their language.
    let is_sure = added.is_empty() && (unit.pinned || unit.confidence >= SURE);
    let mut findings = Vec::new();
    for (at, link) in lost.iter().enumerate() {
        let other = added.get(at);
        let facts = Facts {
            link: link.address.clone(),
            found: other.map(|other| other.address.clone()).unwrap_or_default(),
            side: if other.is_some() { Side::Both } else { Side::Source },
        };
        let there = other.map(|other| other.place);
        let finding = Finding::new(&RULE, facts).in_source([link.place]).in_target(there);
        findings.push(finding.unless_sure(!other.map_or(is_sure, |other| is_one_definition(link, other))));
    }
    for link in added.iter().skip(lost.len()) {
        let facts = Facts { link: link.address.clone(), found: String::new(), side: Side::Target };
        findings.push(Finding::new(&RULE, facts).in_target([link.place]).unless_sure(true));
    }
    findings
}

/// A unit that is less surely one.
const SURE: f64 = 0.7;

/// Whether two links are one by their label, so that no other link was chosen for the translation's readers.
fn is_one_definition(source: &Link, target: &Link) -> bool {
    !source.label.is_empty() && source.label == target.label
}

/// A paragraph of more links than this is a list made by a program; comparing all pairs of them would be slow.
const MOST: usize = 200;

/// A link with its address as it is compared.
struct Read {
    address: Address,
    path: String,
    side: Side,
}

fn read(text: &str, context: &Context<'_>) -> Address {
    address(text, [context.source_language, context.target_language])
}

/// Whether a link of the translation leads where one of the original does, or to the translation of that place.
fn answers(source: &Read, target: &Read, context: &Context<'_>) -> bool {
    let Options { rewrites } = context.options.of(RULE.id);
    let rewritten = rewrites.iter().any(|(was, becomes)| {
        let expected = source.path.strip_prefix(was.as_str()).map(|rest| format!("{becomes}{rest}"));
        expected.is_some_and(|expected| read(&expected, context) == target.address)
    });
    let same = source.address.place == target.address.place || same_page(source, target, context);
    rewritten || (same && same_fragment(source, target, context)) || both_wikipedia(source, target, context)
}

/// Whether two relative links lead, each from its own file, to one file, or to a page and its translation.
fn same_page(source: &Read, target: &Read, context: &Context<'_>) -> bool {
    let pages = context.pages;
    let file = |link: &Read| resolved(pages.path(link.side), &link.path);
    let (Some(from), Some(to)) = (file(source), file(target)) else { return false };
    let known = |link: &Read| page(pages.path(link.side), &link.path, pages).map(|(path, _)| path);
    let to_page = || known(target).unwrap_or(to.clone());
    from == to || known(source).unwrap_or(from.clone()) == to_page() || {
        let translation = pages.translation(&known(source).unwrap_or(from));
        translation.is_some_and(|translation| translation == to_page())
    }
}

/// Whether the fragments may lead to one place: headings are translated, and their ids with them. Whether a fragment
/// leads anywhere on a page of the project is for `dead-anchor` to say.
fn same_fragment(source: &Read, target: &Read, context: &Context<'_>) -> bool {
    let (from, to) = (&source.address.fragment, &target.address.fragment);
    let is_relative =
        || resolved(context.pages.path(target.side), &target.path).is_some() || !target.path.contains("://");
    let translated = || is_relative() || !from.is_ascii() || !to.is_ascii();
    from == to || (!from.is_empty() && !to.is_empty() && translated())
}

/// Whether both lead to Wikipedia, each in its language: titles differ there by nature.
fn both_wikipedia(source: &Read, target: &Read, context: &Context<'_>) -> bool {
    let article = |link: &Read, code: &str| {
        let host = link.path.split("://").nth(1).and_then(|rest| rest.split('/').next()).unwrap_or_default();
        let own = host.strip_prefix(code).and_then(|rest| rest.strip_prefix('.')).is_some_and(|rest| {
            let rest = rest.strip_prefix("m.").unwrap_or(rest);
            WIKIS.contains(&rest)
        });
        own && link.path.contains("/wiki/")
    };
    let codes = (context.source_language.code(), context.target_language.code());
    article(source, codes.0) && article(target, codes.1)
}

/// Sites that have a wiki of their own for each language.
const WIKIS: &[&str] = &["wikipedia.org", "wiktionary.org", "wikisource.org", "wikiquote.org", "wikivoyage.org"];

#[cfg(test)]
mod tests {
    use crate::rules::testing::{Bench, fact};

    #[test]
    fn another_address_is_one_finding_with_both_places() {
        let finding =
            Bench::new().fires("link-mismatch", "См. [сайт](https://e.org/a).", "See [the site](https://e.org/b).");
        assert_eq!(fact(&finding, "link"), "https://e.org/a");
        assert_eq!(fact(&finding, "found"), "https://e.org/b");
    }

    #[test]
    fn a_lost_address_an_image_and_a_mailbox_are_found() {
        Bench::new().fires("link-mismatch", "См. https://e.org/a и пишите.", "See it and write.");
        Bench::new().fires(
            "link-mismatch",
            "![Мост](img/most.jpg) над рекой",
            "![Bridge](img/bridge.jpg) over the river",
        );
        Bench::new().fires("link-mismatch", "Пишите на info@e.org.", "Write to inf@e.org.");
    }

    #[test]
    fn the_same_address_spelled_otherwise_is_no_mismatch() {
        let bench = Bench::new();
        bench.silent("link-mismatch", "См. <https://e.org/a>.", "See [the site](http://www.e.org/a/ \"Title\").");
        bench.silent("link-mismatch", "[дальше](#дальше)", "[next](#next)");
        bench.silent("link-mismatch", "[а](https://ru.site.org/x)", "[a](https://en.site.org/x)");
        bench.silent(
            "link-mismatch",
            "[а](https://ru.wikipedia.org/wiki/Акимат)",
            "[a](https://en.wikipedia.org/wiki/Akim)",
        );
    }

    #[test]
    fn a_label_leads_where_it_is_defined() {
        let bench = Bench::new();
        let defined = |label: &str, address: &str| format!("[a][{label}]\n\n[{label}]: {address}\n");
        bench.fires("link-mismatch", &defined("d", "https://e.org/1"), &defined("d", "https://e.org/2"));
        bench.silent("link-mismatch", &defined("опис", "https://e.org/1"), &defined("desc", "https://e.org/1"));
        bench.silent("link-mismatch", &defined("d", "https://e.org/1"), "[a](https://e.org/1)");
    }

    #[test]
    fn a_template_makes_an_address_of_its_path() {
        let bench = Bench::new();
        let link = |inside: &str| format!("[a]({inside})");
        bench.silent("link-mismatch", &link("{{ \"a/b.html\" | true }}"), &link("{{\"a/b.html\"|true}}"));
        bench.fires("link-mismatch", &link("{{ \"a/b.html\" | true }}"), &link("{{ \"a/c.html\" | true }}"));
    }

    #[test]
    fn the_list_of_a_document_s_own_languages_may_differ() {
        let list = "[українською](a.uk.md), [中文](a.zh-CN.md)";
        Bench::new().silent("link-mismatch", list, "[Ukrainian](a.uk.md), [French](a.fr.md)");
        Bench::new().fires("link-mismatch", "[там](b.uk.md)", "[there](c.uk.md)");
    }

    #[test]
    fn a_label_alone_is_a_link() {
        let bench = Bench::new();
        let alone = "См. [правила].\n\n[правила]: https://e.org/1\n";
        bench.silent("link-mismatch", alone, "See [the rules].\n\n[the rules]: https://e.org/1\n");
        bench.silent("link-mismatch", alone, "See [the rules](https://e.org/1).");
        bench.silent("link-mismatch", alone, "See [the rules][].\n\n[the rules]: https://e.org/1\n");
        bench.fires("link-mismatch", alone, "See [the rules].\n\n[the rules]: https://e.org/2\n");
        bench.fires("link-mismatch", alone, "See the rules.");
    }

    #[test]
    fn a_place_on_another_page_follows_its_heading_and_is_not_lost() {
        let bench = Bench::new();
        bench.silent("link-mismatch", "[а](b.md#выход)", "[a](b.md#exit)");
        bench.silent("link-mismatch", "[а](https://e.org/b#выход)", "[a](https://e.org/b#exit)");
        bench.fires("link-mismatch", "[а](b.md#выход)", "[a](b.md)");
        bench.fires("link-mismatch", "[а](https://e.org/b#exit)", "[a](https://e.org/b#entry)");
    }

    #[test]
    fn pages_of_the_project_answer_their_originals() {
        let bench = Bench::new().page("originals/x/b.md", "translations/en/x/b.md");
        bench.silent("link-mismatch", "[а](x/b.md)", "[a](x/b.md)");
        bench.silent("link-mismatch", "[а](x/b.md)", "[a](./x/b.md)");
        bench.silent("link-mismatch", "[а](img/c.png)", "[a](../../originals/img/c.png)");
        bench.fires("link-mismatch", "[а](x/b.md)", "[a](x/c.md)");
        bench.fires("link-mismatch", "[а](img/c.png)", "[a](../../originals/img/d.png)");
    }

    #[test]
    fn a_configured_rewrite_is_followed() {
        let bench = Bench::new().options("link-mismatch", r#"{ rewrites = [["https://a.kz/", "https://a.com/e/"]] }"#);
        bench.silent("link-mismatch", "[а](https://a.kz/1)", "[a](https://a.com/e/1)");
        bench.fires("link-mismatch", "[а](https://a.kz/1)", "[a](https://a.com/e/2)");
    }
}
