//! A link that leads elsewhere, or is lost: readers click it, and no proof-reader does.

use rustc_hash::FxHashMap;

use super::{Context, Example, Finding, OptionSet, Place, Rule, Scope, Severity, Side, facts, passage};
use crate::align::Unit;
use crate::text::{Document, MarkKind};

pub(super) const RULE: Rule = Rule::new("link-mismatch", Severity::Error, Scope::Unit(run))
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
    let (source, target) = (links(&source, context.source), links(&target, context.target));
    let (from, to) = (context.source_language.code(), context.target_language.code());
    let Options { rewrites } = context.options.of(RULE.id);
    let expected = |address: &str| -> Vec<String> {
        let rewritten = rewrites
            .iter()
            .filter_map(|(was, becomes)| address.strip_prefix(was.as_str()).map(|rest| format!("{becomes}{rest}")));
        let mut expected: Vec<String> = rewritten.collect();
        expected.push(address.to_owned());
        expected
    };
    let answered = |source: &str, target: &str| {
        expected(source).iter().any(|address| {
            plain(address) == plain(target) || in_language(address, from, to) == in_language(target, from, to)
        }) || both_wikipedia(source, target, from, to)
    };
    // Equal addresses, by far the most, are settled by one look each.
    let known: FxHashMap<&str, ()> = target.iter().map(|link| (link.address.as_str(), ())).collect();
    let there: FxHashMap<&str, ()> = source.iter().map(|link| (link.address.as_str(), ())).collect();
    let unsettled: Vec<&Link> =
        target.iter().filter(|link| !there.contains_key(link.address.as_str())).take(MOST).collect();
    let other: Vec<&Link> =
        source.iter().filter(|link| !known.contains_key(link.address.as_str())).take(MOST).collect();
    let lost: Vec<&&Link> = other
        .iter()
        .filter(|link| !target.iter().take(MOST).any(|other| answered(&link.address, &other.address)))
        .collect();
    let found: Vec<&&Link> = unsettled
        .iter()
        .filter(|link| !source.iter().take(MOST).any(|other| answered(&other.address, &link.address)))
        .collect();
    let mut findings = Vec::new();
    for (at, link) in lost.iter().enumerate() {
        let other = found.get(at);
        let facts = Facts {
            link: link.address.clone(),
            found: other.map(|other| other.address.clone()).unwrap_or_default(),
            side: if other.is_some() { Side::Both } else { Side::Source },
        };
        let there = other.map(|other| other.place);
        findings.push(Finding::new(&RULE, facts).in_source([link.place]).in_target(there));
    }
    for link in found.iter().skip(lost.len()) {
        let facts = Facts { link: link.address.clone(), found: String::new(), side: Side::Target };
        findings.push(Finding::new(&RULE, facts).in_target([link.place]));
    }
    findings
}

/// A paragraph of more links than this is a list made by a program; comparing all pairs of them would be slow.
const MOST: usize = 200;

struct Link {
    address: String,
    place: Place,
}

/// The addresses a unit's side leads to; places within the page (`#…`) follow the translated headings.
fn links(passages: &[passage::Passage<'_>], document: &Document) -> Vec<Link> {
    let mut links = Vec::new();
    for passage in passages {
        for kind in [MarkKind::Destination, MarkKind::Url] {
            for (bytes, text) in passage.marked(kind) {
                // `[text][label]` leads where the label is defined.
                let is_label = passage.text()[..bytes.start].ends_with("][");
                let defined = if is_label { document.destination(text) } else { None };
                let address = address(defined.unwrap_or(text));
                if !address.is_empty() && !address.starts_with('#') {
                    links.push(Link { address: address.to_owned(), place: passage.place(bytes) });
                }
            }
        }
    }
    links.sort_by_key(|link| link.place);
    links
}

/// The address in a destination, without its title and angle brackets.
fn address(text: &str) -> &str {
    let text = text.trim();
    match text.strip_prefix('<') {
        Some(inside) => inside.split('>').next().unwrap_or(inside),
        None => text.split_whitespace().next().unwrap_or(""),
    }
}

/// What two spellings of one address share.
fn plain(address: &str) -> String {
    let address = address.strip_prefix("mailto:").unwrap_or(address);
    let address = address.strip_prefix("https://").or_else(|| address.strip_prefix("http://")).unwrap_or(address);
    let address = address.strip_prefix("www.").unwrap_or(address);
    address.trim_end_matches('/').to_owned()
}

/// The address with either language's name in its host or path set to one mark: `ru.site.org/x` and `en.site.org/x`.
fn in_language(address: &str, from: &str, to: &str) -> String {
    let plain = plain(address);
    let part = |part: &str| if part == from || part == to { "*" } else { part }.to_owned();
    let mut parts = plain.split('/');
    let host: Vec<String> = parts.next().unwrap_or("").split('.').map(part).collect();
    let path: Vec<String> = parts.map(part).collect();
    format!("{}/{}", host.join("."), path.join("/"))
}

/// Whether both lead to Wikipedia, each in its language: titles differ there by nature.
fn both_wikipedia(source: &str, target: &str, from: &str, to: &str) -> bool {
    let article = |address: &str, language: &str| {
        let plain = plain(address);
        let rest = plain.strip_prefix(language).and_then(|rest| rest.strip_prefix('.')).unwrap_or("").to_owned();
        rest.starts_with("wikipedia.org/") || rest.starts_with("m.wikipedia.org/")
    };
    article(source, from) && article(target, to)
}

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
    fn a_configured_rewrite_is_followed() {
        let bench = Bench::new().options("link-mismatch", r#"{ rewrites = [["https://a.kz/", "https://a.com/e/"]] }"#);
        bench.silent("link-mismatch", "[а](https://a.kz/1)", "[a](https://a.com/e/1)");
        bench.fires("link-mismatch", "[а](https://a.kz/1)", "[a](https://a.com/e/2)");
    }
}
