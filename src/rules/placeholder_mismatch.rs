//! A placeholder that differs: what a program fills in there is missing, or the page does not build.

use rustc_hash::FxHashMap;

use super::{Context, Example, Finding, Place, Rule, Scope, Severity, Side, facts, passage};
use crate::align::Unit;
use crate::text::{Document, Kind, MarkKind, placeholder_name};

pub(super) const RULE: Rule =
    Rule::new("placeholder-mismatch", Severity::Warning, Scope::Unit(run)).compares().facts::<Facts>().examples(&[
        Example::found("Мост {{ page.title }}.", "The {{ page.titel }} bridge."),
        Example::found("## Установка {#install}", "## Installation {#setup}"),
        Example::silent("Осталось %d из %s.", "Of %s, %d are left."),
    ]);

facts! {
    struct Facts {
        /// The placeholder that the other side lacks.
        placeholder: String,
        /// What the translation has instead; empty where it has nothing.
        found: String,
        side: Side,
    }
}

fn run(unit: &Unit, context: &Context<'_>) -> Vec<Finding> {
    let Some((source, target)) = passage::both(unit, context) else { return Vec::new() };
    let codes = [context.source_language.code(), context.target_language.code()];
    let is_heading =
        |side: &[passage::Passage<'_>]| side.iter().all(|passage| matches!(passage.paragraph.kind, Kind::Heading(_)));
    // A paragraph that answers a heading has no id to keep; `heading-level` names it. Headings of one word that moved, or
    // that answer two, may answer others.
    let one_to_one = source.len() == 1 && target.len() == 1 && !unit.moved;
    let has_ids = one_to_one && is_heading(&source) == is_heading(&target);
    let mut source = placeholders(&source, context.source, codes);
    let mut target = placeholders(&target, context.target, codes);
    // An id that the other page has at another heading is not lost.
    let (ours, theirs) = (ids(&source), ids(&target));
    let is_compared = |one: &Placeholder, answer: &[String], page: &Document| {
        !one.is_id() || has_ids && (answer.contains(&one.name) || !page.text.contains(&one.text))
    };
    source.retain(|one| is_compared(one, &theirs, context.target));
    target.retain(|one| is_compared(one, &ours, context.source));
    let (lost, added) = (lacking(&source, &target), lacking(&target, &source));
    let mut findings = Vec::new();
    for at in 0..lost.len().max(added.len()) {
        let (lost, added) = (lost.get(at), added.get(at));
        let shown = |one: Option<&&Placeholder>| one.map(|one| one.text.clone()).unwrap_or_default();
        let (placeholder, found, side) = match (lost, added) {
            (Some(_), Some(_)) => (shown(lost), shown(added), Side::Both),
            (Some(_), None) => (shown(lost), String::new(), Side::Source),
            _ => (shown(added), String::new(), Side::Target),
        };
        let facts = Facts { placeholder, found, side };
        let places = (lost.map(|one| one.place), added.map(|one| one.place));
        findings.push(Finding::new(&RULE, facts).in_source(places.0).in_target(places.1));
    }
    findings
}

struct Placeholder {
    /// As it is written.
    text: String,
    /// Without what is translated in it.
    name: String,
    place: Place,
}

/// The names of the ids among placeholders.
fn ids(placeholders: &[Placeholder]) -> Vec<String> {
    placeholders.iter().filter(|one| one.is_id()).map(|one| one.name.clone()).collect()
}

impl Placeholder {
    /// Whether it is the id of a heading: `{#id}`, `(#id)`.
    fn is_id(&self) -> bool {
        self.text.starts_with("(#") || self.text.trim_start_matches(['{', ':', ' ']).starts_with('#')
    }
}

fn placeholders(passages: &[passage::Passage<'_>], document: &Document, codes: [&str; 2]) -> Vec<Placeholder> {
    let attributes = passages.iter().filter_map(|passage| document.heading_attributes(passage.paragraph));
    found(passages, attributes.map(|(span, text)| (Place::in_file(span), text)).collect(), codes)
}

fn found(passages: &[passage::Passage<'_>], attributes: Vec<(Place, &str)>, codes: [&str; 2]) -> Vec<Placeholder> {
    let mut found: Vec<Placeholder> = Vec::new();
    let mut push = |text: &str, place| {
        // A page is called by its name, which is translated.
        if !text.starts_with("[[") {
            found.push(Placeholder { text: text.to_owned(), name: placeholder_name(text, codes), place });
        }
    };
    for passage in passages {
        passage.marked(MarkKind::Placeholder).for_each(|(bytes, text)| push(text, passage.place(bytes)));
    }
    attributes.into_iter().for_each(|(place, text)| push(text, place));
    found
}

/// Those of `here` that `there` has fewer of.
fn lacking<'a>(here: &'a [Placeholder], there: &[Placeholder]) -> Vec<&'a Placeholder> {
    let mut known: FxHashMap<&str, usize> = FxHashMap::default();
    there.iter().for_each(|one| *known.entry(one.name.as_str()).or_default() += 1);
    here.iter()
        .filter(|one| match known.get_mut(one.name.as_str()).filter(|count| **count > 0) {
            Some(count) => {
                *count -= 1;
                false
            }
            None => true,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{Bench, fact};

    #[test]
    fn a_changed_a_lost_and_an_added_placeholder_are_found() {
        let bench = Bench::new();
        let finding = bench.fires("placeholder-mismatch", "Мост {name}.", "The {nane} bridge.");
        assert_eq!(
            (fact(&finding, "placeholder"), fact(&finding, "found")),
            ("{name}".to_owned(), "{nane}".to_owned())
        );
        bench.fires("placeholder-mismatch", "Осталось %d.", "None are left.");
        bench.fires("placeholder-mismatch", "Осталось.", "Left: :tada:");
        bench.fires("placeholder-mismatch", "# Глава {#a}", "# Chapter {#b}");
        bench.fires("placeholder-mismatch", "# Глава (#a)", "# Chapter");
        bench.silent("placeholder-mismatch", "# Глава (#a)", "**Chapter**");
    }

    #[test]
    fn order_spaces_and_translated_attributes_may_differ() {
        let bench = Bench::new();
        bench.silent("placeholder-mismatch", "{{ a }} и {b}", "{b} and {{a}}");
        bench.silent(
            "placeholder-mismatch",
            "Это {{< tip text=\"под\" id=\"pod\" >}}.",
            "A {{< tip text=\"pod\" id=\"pod\" >}}.",
        );
        bench.silent("placeholder-mismatch", "Это {{ site.ru.name }}.", "It is {{ site.en.name }}.");
        bench.silent("placeholder-mismatch", "См. [[мост]].", "See [[bridge]].");
    }
}
