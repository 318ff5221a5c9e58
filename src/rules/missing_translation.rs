//! A source paragraph without a counterpart is text that readers of the translation never see.

use super::link::{is_own_version, links};
use super::{Context, Example, Finding, NoFacts, Rule, Scope, Severity, passage};
use crate::align::Unit;

pub(super) const RULE: Rule = Rule::new("missing-translation", Severity::Error, Scope::Unit(run)).examples(&[
    Example::found("Вода вернулась вечером.", ""),
    Example::silent("Вода вернулась вечером.", "The water came back in the evening."),
]);

/// What authors put where they have not written yet, and translators often leave out.
const UNWRITTEN: &[&str] = &["TBD", "TBA", "TODO", "WIP", "FIXME"];

fn run(unit: &Unit, context: &Context<'_>) -> Vec<Finding> {
    if !unit.target.is_empty() {
        return Vec::new();
    }
    // A paragraph without a letter or digit (`***`, a lone image) has nothing to translate.
    let worded = |passage: &passage::Passage<'_>| !passage.paragraph.words().is_empty();
    let missing = passage::source(unit, context).into_iter().filter(worded);
    // A box of one word's title, `since`, may have the generator's word for its kind instead.
    let is_label = |passage: &passage::Passage<'_>| {
        context.source.is_title(passage.paragraph) && passage.paragraph.words().len() == 1
    };
    let missing = missing.filter(|passage| !lists_versions(passage, context) && !is_label(passage));
    let finding = |passage: passage::Passage<'_>| {
        let is_unwritten = UNWRITTEN.contains(&passage.text().trim_matches(|c: char| !c.is_alphanumeric()));
        Finding::new(&RULE, NoFacts).in_source([passage.whole()]).unless_sure(is_unwritten)
    };
    missing.map(finding).collect()
}

/// Whether a paragraph is the list of the document's versions in other languages, of which each version has its own or none.
fn lists_versions(passage: &passage::Passage<'_>, context: &Context<'_>) -> bool {
    let links = links(&[*passage], context.source);
    !links.is_empty() && links.iter().all(|link| is_own_version(&link.address, context))
}

#[cfg(test)]
mod tests {
    use crate::align::Unit;
    use crate::rules::testing::Bench;

    #[test]
    fn a_box_may_have_no_label_and_keeps_its_title() {
        let boxed = |title: &str| format!(":::info{title}\nМост.\n:::\n");
        let bench = || Bench::new().units(vec![Unit::new(vec![0], vec![]), Unit::new(vec![1], vec![0])]);
        let found =
            |title: &str| bench().findings("missing-translation", &boxed(title), ":::info\nThe bridge.\n:::\n").len();
        assert_eq!((found("[Кстати]"), found("[Мост открыт]")), (0, 1));
    }

    #[test]
    fn what_is_not_written_yet_is_missed_less_loudly() {
        let unsure = |text: &str| {
            let found =
                Bench::new().findings("missing-translation", &format!("Мост открыт.\n\n{text}"), "The bridge is open.");
            found.iter().map(|finding| finding.unsure).collect::<Vec<_>>()
        };
        assert_eq!((unsure("TBD."), unsure("Река.")), (vec![true], vec![false]));
    }

    #[test]
    fn the_list_of_a_document_s_own_languages_is_not_missed() {
        let list =
            |page: &str| format!("Мост.\n\nНа других языках: [українська]({page}.uk.md), [中文]({page}.zh-CN.md)");
        Bench::new().silent("missing-translation", &list("a"), "The bridge.");
        Bench::new().fires("missing-translation", &list("b"), "The bridge.");
    }

    #[test]
    fn a_paragraph_without_counterpart_is_missing() {
        let shown = Bench::new().shown("missing-translation", "Первый.\n\nВторой.", "First.");
        assert_eq!(shown, [("Второй.".to_owned(), "-".to_owned())]);
    }

    #[test]
    fn a_paragraph_with_a_counterpart_is_not() {
        Bench::new().silent("missing-translation", "Первый.", "First.");
        Bench::new().silent("missing-translation", "Первый.", "First.\n\nSecond.");
    }
}
