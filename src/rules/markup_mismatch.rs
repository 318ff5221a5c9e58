//! Inline tags, table columns, list levels or struck-out words that differ: the page comes out otherwise than the
//! original's.
//!
//! Tags that explain a word (`<abbr>`), raised endings of ordinals (27<sup>th</sup>) and line breaks are the
//! translator's to set.

use std::collections::{BTreeMap, BTreeSet};

use super::emphasis::{emphasis, shown_signs};
use super::{Context, Example, Finding, Rule, Scope, Severity, fact_values, facts, passage};
use crate::align::Unit;
use crate::text::{Kind, MarkKind};

pub(super) const RULE: Rule =
    Rule::new("markup-mismatch", Severity::Warning, Scope::Unit(run)).compares().facts::<Facts>().examples(&[
        Example::found("вода — H<sub>2</sub>O", "water is H2O"),
        Example::silent("вода — H<sub>2</sub>O", "water is H<sub>2</sub>O"),
        Example::silent("27 декабря", "December 27<sup>th</sup>"),
        Example::found("Он обещал ~~отравить~~ накормить.", "He promised to feed us."),
        Example::found("Это **важно,** сказал он.", "这是**很重要，**他说。").languages("ru", "zh"),
        Example::found("|а|б|\n|-|-|\n|в|г|", "|a|b|\n|-|-|\n|c|d|e|"),
    ]);

facts! {
    struct Facts {
        what: What,
        expected: String,
        found: String,
    }
}

fact_values! {
    /// What differs.
    enum What {
        Tag,
        Columns,
        List,
        /// Struck-out words that the translation has none of.
        Struck,
        /// Emphasis that a page does not show: the signs are there and mark nothing.
        Emphasis,
    }
}

fn run(unit: &Unit, context: &Context<'_>) -> Vec<Finding> {
    let Some((source, target)) = passage::both(unit, context) else { return Vec::new() };
    let finding = |what: What, expected: String, found: String| {
        let finding = Finding::new(&RULE, Facts { what, expected, found });
        finding.in_source([source[0].whole()]).in_target([target[0].whole()])
    };
    let mut findings = Vec::new();
    let (expected, found) = (tags(&source), tags(&target));
    let names: BTreeSet<&str> = expected.keys().chain(found.keys()).map(|tag| tag.trim_start_matches('/')).collect();
    for name in names {
        let count = |tags: &BTreeMap<String, usize>| {
            let closing = tags.get(&format!("/{name}")).copied().unwrap_or(0);
            (tags.get(name).copied().unwrap_or(0), closing)
        };
        let (was, becomes) = (count(&expected), count(&found));
        if was.0 != becomes.0 {
            findings.push(finding(What::Tag, format!("<{name}> × {}", was.0), format!("<{name}> × {}", becomes.0)));
        } else if was.1 != becomes.1 {
            findings.push(finding(What::Tag, format!("</{name}> × {}", was.1), format!("</{name}> × {}", becomes.1)));
        }
    }
    let (struck, other) = (struck_out(&source), struck_out(&target));
    if struck > 0 && other == 0 {
        findings.push(finding(What::Struck, struck.to_string(), other.to_string()));
    }
    let (signs, own) = (shown_signs(&target), shown_signs(&source));
    if signs.len() > own.len() && emphasis(&source) > emphasis(&target) {
        let (passage, sign) = &signs[0];
        let facts = Facts {
            what: What::Emphasis,
            expected: emphasis(&source).to_string(),
            found: passage.text()[sign.range()].to_owned(),
        };
        findings
            .push(Finding::new(&RULE, facts).in_source([source[0].whole()]).in_target([passage.place(sign.range())]));
    }
    // Rows and items are compared one to one: merged ones have no columns or depth of their own.
    if let ([source], [target]) = (&source[..], &target[..]) {
        let (row, other) = (columns(source), columns(target));
        if row != other && source.paragraph.kind == Kind::TableRow && target.paragraph.kind == Kind::TableRow {
            findings.push(finding(What::Columns, row.to_string(), other.to_string()));
        }
        if let (Some(depth), Some(other)) = (depth(source), depth(target))
            && depth != other
        {
            findings.push(finding(What::List, depth.to_string(), other.to_string()));
        }
    }
    findings
}

/// The inline tags by name, opening and closing ones apart; comments and entities are none, nor are those that are the
/// translator's to set.
fn tags(passages: &[passage::Passage<'_>]) -> BTreeMap<String, usize> {
    let mut tags = BTreeMap::new();
    for passage in passages {
        let mut raised = false;
        for (bytes, text) in passage.marked(MarkKind::Html) {
            let Some(tag) = text.strip_prefix('<').filter(|tag| !tag.starts_with('!')) else { continue };
            let name: String =
                tag.chars().take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '/' | '-')).collect();
            let name = name.trim_end_matches('/').to_ascii_lowercase();
            let ordinal = name == "sup" && is_ordinal(&passage.text()[..bytes.start], &passage.text()[bytes.end..]);
            let closes_ordinal = name == "/sup" && raised;
            raised = ordinal || (raised && !closes_ordinal);
            let free = FREE.contains(&name.trim_start_matches('/')) || ordinal || closes_ordinal;
            if !name.is_empty() && !free {
                *tags.entry(name).or_insert(0) += 1;
            }
        }
    }
    tags
}

/// Tags that a translator adds or leaves out: explanations, line breaks and chances of one.
const FREE: &[&str] = &["abbr", "dfn", "br", "wbr", "nobr", "acronym", "small", "span"];

/// Whether a raised text is the ending of an ordinal: 27<sup>th</sup>, 1<sup>er</sup>, 2<sup>е</sup>.
fn is_ordinal(before: &str, after: &str) -> bool {
    const ENDINGS: &[&str] = &[
        "st", "nd", "rd", "th", "er", "re", "ère", "e", "ème", "o", "a", "os", "as", "ter", "te", "й", "я", "е", "го",
        "му", "м", "х", "ый", "ая", "ое", "ого", "ші", "шы",
    ];
    let figure = before.ends_with(|c: char| c.is_numeric() || matches!(c, 'I' | 'V' | 'X' | 'L' | 'C'));
    let ending = after.split('<').next().unwrap_or_default();
    figure && ENDINGS.contains(&ending)
}

/// How often words are struck out, as Markdown or as a tag.
fn struck_out(passages: &[passage::Passage<'_>]) -> usize {
    let signs = passages.iter().flat_map(|passage| passage.marked(MarkKind::Delimiter));
    signs.filter(|(_, text)| text.starts_with('~')).count() / 2
}

/// The cells of a row, those beyond the table's columns too, which no page shows.
fn columns(passage: &passage::Passage<'_>) -> usize {
    let text = passage.text().trim();
    let parting = |(_, text): (_, &str)| text.matches('|').count() - text.matches("\\|").count();
    let bars: usize = passage.marked(MarkKind::Delimiter).map(parting).sum();
    // A bar at either end of the row parts nothing.
    let ends = usize::from(text.starts_with('|')) + usize::from(text.ends_with('|') && !text.ends_with("\\|"));
    (bars + 1).saturating_sub(ends)
}

/// The depth of a list item; a plain paragraph has depth 0, unless it begins as a typed item does.
fn depth(passage: &passage::Passage<'_>) -> Option<u8> {
    match passage.paragraph.kind {
        Kind::ListItem(depth) => Some(depth),
        Kind::Prose => {
            let typed = |mark: char| matches!(mark, '-' | '–' | '—' | '•' | '*' | '·') || mark.is_ascii_digit();
            (!passage.text().starts_with(typed)).then_some(0)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{Bench, fact};

    #[test]
    fn lost_tags_columns_and_list_levels_are_found() {
        let bench = Bench::new();
        let finding = bench.fires("markup-mismatch", "Да <kbd>нет</kbd>", "Yes, no");
        assert_eq!(
            (fact(&finding, "expected"), fact(&finding, "found")),
            ("<kbd> × 1".to_owned(), "<kbd> × 0".to_owned())
        );
        assert_eq!(bench.findings("markup-mismatch", "<b>Да</b>", "<i>Yes</i>").len(), 2);
        bench.fires("markup-mismatch", "<b>Да</b>", "<b>Yes");
        bench.fires("markup-mismatch", "Вода — H<sub>2</sub>O", "Water is H2O");
        bench.fires("markup-mismatch", "10<sup>6</sup> лет", "106 years");
        bench.fires("markup-mismatch", "- а\n  - б", "- a\n\n- b");
        bench.fires("markup-mismatch", "- а", "a");
        bench.fires("markup-mismatch", "|а|б|\n|-|-|\n|в|г|", "|a|b|\n|-|-|\n|c|");
    }

    #[test]
    fn equal_structure_is_not() {
        let bench = Bench::new();
        bench.silent("markup-mismatch", "<b>Да</b> и&nbsp;нет", "<b class=\"x\">Yes</b> and no");
        bench.silent("markup-mismatch", "- а\n  - б", "* a\n    * b");
        bench.silent("markup-mismatch", "|а|б|\n|-|-|\n|в|г|", "| a | b |\n|---|---|\n| c | d |");
        bench.silent("markup-mismatch", "- а", "– a");
    }

    #[test]
    fn cells_beyond_the_table_and_empty_ones_are_counted() {
        let bench = Bench::new();
        let row = |cells: &str| format!("|а|б|\n|-|-|\n{cells}");
        bench.fires("markup-mismatch", &row("| в | г |"), &row("| c | d | 1845 |"));
        bench.fires("markup-mismatch", &row("| в | г |"), &row("| c |"));
        bench.silent("markup-mismatch", &row("| в | г |"), &row("| c |  |"));
        bench.silent("markup-mismatch", &row("| `в \\| г` | да |"), &row("c \\| d | e"));
    }

    #[test]
    fn signs_of_emphasis_that_readers_see_are_found() {
        let bench = Bench::of("ru", "zh");
        assert_eq!(
            fact(&bench.fires("markup-mismatch", "Это **важно,** сказал он.", "这是**很重要，**他说。"), "found"),
            "**"
        );
        bench.silent("markup-mismatch", "Это **важно**, сказал он.", "这是**很重要**，他说。");
        let bench = Bench::of("en", "ru");
        bench.fires("markup-mismatch", "A **bold** word.", "Слово ** жирное**.");
        bench.silent("markup-mismatch", "The file __init__.py is **read**.", "Файл __init__.py **читается**.");
        bench.silent("markup-mismatch", "So 2 ** 3 is *eight*.", "2 ** 3 — это *восемь*.");
    }

    #[test]
    fn what_is_the_translators_to_set_is_not() {
        let bench = Bench::new();
        bench.silent("markup-mismatch", "Концерт прошёл 27 декабря.", "The concert was on December 27<sup>th</sup>.");
        bench.silent("markup-mismatch", "В XIX веке", "Au XIX<sup>e</sup> siècle");
        bench.silent(
            "markup-mismatch",
            "ВОЗ молчит.",
            "The <abbr title=\"World Health Organization\">WHO</abbr> is silent.",
        );
        bench.silent("markup-mismatch", "Да<br/>нет", "Yes and no");
    }

    #[test]
    fn struck_out_words_that_are_gone_are_found() {
        let bench = Bench::new();
        let source = "Повар обещал ~~отравить~~ накормить нас.";
        assert_eq!(fact(&bench.fires("markup-mismatch", source, "The cook promised to feed us."), "what"), "struck");
        bench.silent("markup-mismatch", source, "The cook promised to ~~poison~~ feed us.");
    }
}
