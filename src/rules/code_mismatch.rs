//! A code span that differs: readers type it as it stands.

use rustc_hash::FxHashSet;

use super::{Context, Example, Finding, Place, Rule, Scope, Severity, Side, facts, passage};
use crate::align::Unit;
use crate::text::MarkKind;

pub(super) const RULE: Rule =
    Rule::new("code-mismatch", Severity::Warning, Scope::Unit(run)).facts::<Facts>().examples(&[
        Example::found("Введите `git pull`.", "Type `git push`."),
        Example::silent("Введите `git pull`.", "Type `git pull`."),
    ]);

facts! {
    struct Facts {
        /// The code that the other side lacks.
        code: String,
        /// What the translation has instead; empty where it has nothing.
        found: String,
        side: Side,
    }
}

fn run(unit: &Unit, context: &Context<'_>) -> Vec<Finding> {
    let Some((source, target)) = passage::both(unit, context) else { return Vec::new() };
    let (source, target) = (spans(&source), spans(&target));
    let lacking = |here: &[(&str, Place)], there: &[(&str, Place)]| -> Vec<(String, Place)> {
        let known: FxHashSet<&str> = there.iter().map(|(code, _)| *code).collect();
        here.iter()
            .filter(|(code, _)| !known.contains(code))
            .map(|(code, place)| ((*code).to_owned(), *place))
            .collect()
    };
    let (lost, added) = (lacking(&source, &target), lacking(&target, &source));
    let mut findings = Vec::new();
    for (at, (code, place)) in lost.iter().enumerate() {
        let other = added.get(at);
        let facts = Facts {
            code: code.clone(),
            found: other.map(|(found, _)| found.clone()).unwrap_or_default(),
            side: if other.is_some() { Side::Both } else { Side::Source },
        };
        let there = other.map(|(_, there)| *there);
        findings.push(Finding::new(&RULE, facts).in_source([*place]).in_target(there));
    }
    for (code, place) in added.iter().skip(lost.len()) {
        let facts = Facts { code: code.clone(), found: String::new(), side: Side::Target };
        findings.push(Finding::new(&RULE, facts).in_target([*place]));
    }
    findings
}

fn spans<'a>(passages: &[passage::Passage<'a>]) -> Vec<(&'a str, Place)> {
    let mut spans = Vec::new();
    for passage in passages {
        for (bytes, text) in passage.marked(MarkKind::Code) {
            spans.push((text.trim_matches('`').trim(), passage.place(bytes)));
        }
    }
    spans
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{Bench, fact};

    #[test]
    fn a_changed_a_lost_and_an_added_span_are_found() {
        let bench = Bench::new();
        let finding = bench.fires("code-mismatch", "Введите `git pull`.", "Type `git push`.");
        assert_eq!((fact(&finding, "code"), fact(&finding, "found")), ("git pull".to_owned(), "git push".to_owned()));
        bench.fires("code-mismatch", "Введите `ls`.", "Type it.");
        bench.fires("code-mismatch", "Введите это.", "Type `ls`.");
    }

    #[test]
    fn equal_spans_in_another_order_are_not() {
        Bench::new().silent("code-mismatch", "`a`, потом `b`", "``b`` after `a`");
        Bench::new().silent("code-mismatch", "`a` и снова `a`", "`a`, twice");
    }
}
