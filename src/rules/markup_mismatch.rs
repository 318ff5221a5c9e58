//! Inline tags, table columns or list levels that differ: the page comes out otherwise than the original's.

use std::collections::BTreeMap;

use super::{Context, Example, Finding, Rule, Scope, Severity, fact_values, facts, passage};
use crate::align::Unit;
use crate::text::{Kind, MarkKind};

pub(super) const RULE: Rule =
    Rule::new("markup-mismatch", Severity::Warning, Scope::Unit(run)).facts::<Facts>().examples(&[
        Example::found("вода — H<sub>2</sub>O", "water is H2O"),
        Example::silent("вода — H<sub>2</sub>O", "water is H<sub>2</sub>O"),
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
    for (tag, count) in &expected {
        let there = found.get(tag).copied().unwrap_or(0);
        if there != *count {
            findings.push(finding(What::Tag, format!("<{tag}> × {count}"), format!("<{tag}> × {there}")));
        }
    }
    for (tag, count) in found.iter().filter(|(tag, _)| !expected.contains_key(*tag)) {
        findings.push(finding(What::Tag, format!("<{tag}> × 0"), format!("<{tag}> × {count}")));
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

/// The inline tags by name, opening and closing ones apart; comments and entities are none.
fn tags(passages: &[passage::Passage<'_>]) -> BTreeMap<String, usize> {
    let mut tags = BTreeMap::new();
    for passage in passages {
        for (_, text) in passage.marked(MarkKind::Html) {
            let Some(tag) = text.strip_prefix('<').filter(|tag| !tag.starts_with('!')) else { continue };
            let name: String =
                tag.chars().take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '/' | '-')).collect();
            let name = name.trim_end_matches('/').to_ascii_lowercase();
            if !name.is_empty() {
                *tags.entry(name).or_insert(0) += 1;
            }
        }
    }
    tags
}

fn columns(passage: &passage::Passage<'_>) -> usize {
    let bars = passage.marked(MarkKind::Delimiter).filter(|(_, text)| text.contains('|'));
    // A bar at either end of the row parts nothing.
    let inner = bars.filter(|(bytes, _)| bytes.start > 0 && !passage.text()[bytes.end..].trim().is_empty());
    inner.count() + 1
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
        let finding = bench.fires("markup-mismatch", "Да<br>нет", "Yes, no");
        assert_eq!(
            (fact(&finding, "expected"), fact(&finding, "found")),
            ("<br> × 1".to_owned(), "<br> × 0".to_owned())
        );
        assert_eq!(bench.findings("markup-mismatch", "<b>Да</b>", "<i>Yes</i>").len(), 4);
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
}
