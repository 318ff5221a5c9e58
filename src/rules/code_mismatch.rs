//! Code that differs, in a line or in a block: readers type it as it is.

use rustc_hash::FxHashSet;

use super::{Context, Example, Finding, Place, Rule, Scope, Severity, Side, facts, passage};
use crate::align::{self, Unit};
use crate::text::{BlockKind, Document, MarkKind, Verbatim, is_translated, placeholder_name};

pub(super) const RULE: Rule =
    Rule::new("code-mismatch", Severity::Warning, Scope::Document(run)).compares().facts::<Facts>().examples(&[
        Example::found("Введите `git pull`.", "Type `git push`."),
        Example::silent("Введите `git pull`.", "Type `git pull`."),
        Example::found("Так:\n\n```sh\nrm -rf build\n```", "So:\n\n```sh\nrm -rf /\n```"),
        Example::silent("Так:\n\n```sh\nls # список\n```", "So:\n\n```sh\nls # the list\n```"),
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

fn run(units: &[Unit], context: &Context<'_>) -> Vec<Finding> {
    let mut findings: Vec<Finding> = units.iter().flat_map(|unit| in_lines(unit, context)).collect();
    findings.extend(blocks(units, context));
    findings
}

/// Code spans of a unit that one side lacks, as code and as text.
fn in_lines(unit: &Unit, context: &Context<'_>) -> Vec<Finding> {
    let Some((left, right)) = passage::both(unit, context) else { return Vec::new() };
    let (source, target) = (spans(&left), spans(&right));
    let is_text = |code: &str, there: &[passage::Passage<'_>]| there.iter().any(|passage| holds(passage.text(), code));
    let lacking = |here: &[(&str, Place)], there: &[(&str, Place)], texts: &[passage::Passage<'_>]| {
        let known: FxHashSet<&str> = there.iter().map(|(code, _)| *code).collect();
        here.iter()
            .filter(|(code, _)| !known.contains(code) && !is_text(code, texts))
            .map(|(code, place)| ((*code).to_owned(), *place))
            .collect::<Vec<_>>()
    };
    let (lost, added) = (lacking(&source, &target, &right), lacking(&target, &source, &left));
    let mut findings = Vec::new();
    for (at, (code, place)) in lost.iter().enumerate() {
        let other = added.get(at);
        if other.is_some_and(|(found, _)| is_translated(code, found)) {
            continue;
        }
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

/// Whether a text holds the code as whole words: code that lost its backticks is still there.
fn holds(text: &str, code: &str) -> bool {
    let ends = |letter: Option<char>| letter.is_none_or(|letter| !letter.is_alphanumeric());
    !code.is_empty()
        && text
            .match_indices(code)
            .any(|(at, _)| ends(text[..at].chars().next_back()) && ends(text[at + code.len()..].chars().next()))
}

/// Code blocks and includes that are lost, added or changed in the translation.
fn blocks(units: &[Unit], context: &Context<'_>) -> Vec<Finding> {
    let compared = |document: &Document| {
        let kinds = [BlockKind::Code, BlockKind::Include, BlockKind::Script];
        document.verbatim().into_iter().filter(|block| kinds.contains(&block.kind)).collect::<Vec<_>>()
    };
    let (source, target) = (compared(context.source), compared(context.target));
    let pairs = align::verbatim(&source, &target, units);
    let codes = [context.source_language.code(), context.target_language.code()];
    pairs
        .into_iter()
        .map(|(left, right)| (left.map(|at| &source[at]), right.map(|at| &target[at])))
        .filter(|pair| !matches!(pair, (Some(left), Some(right)) if is_put_in_alike(left, right, codes)))
        .filter_map(|(left, right)| block(left, right))
        .collect()
}

/// Whether two lines put in one file, each that of its language: `pages/en/note.md`, `pages/ru/note.md`.
fn is_put_in_alike(source: &Verbatim, target: &Verbatim, codes: [&str; 2]) -> bool {
    let is_put_in = source.kind == BlockKind::Include && target.kind == BlockKind::Include;
    is_put_in && placeholder_name(&source.text, codes) == placeholder_name(&target.text, codes)
}

fn block(source: Option<&Verbatim>, target: Option<&Verbatim>) -> Option<Finding> {
    let first = |block: &Verbatim| excerpt(block.text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default());
    let facts = match (source, target) {
        (Some(source), Some(target)) => {
            let (code, found) = source.difference(target)?;
            match (excerpt(&code), excerpt(&found)) {
                (code, found) if found.is_empty() => Facts { code, found, side: Side::Source },
                (code, found) if code.is_empty() => Facts { code: found, found: String::new(), side: Side::Target },
                (code, found) => Facts { code, found, side: Side::Both },
            }
        }
        (Some(source), None) => Facts { code: first(source), found: String::new(), side: Side::Source },
        (None, target) => Facts { code: first(target?), found: String::new(), side: Side::Target },
    };
    let place = |block: &Verbatim| Place::in_file(block.span);
    Some(Finding::new(&RULE, facts).in_source(source.map(place)).in_target(target.map(place)))
}

/// As much of a line of code as a message shows.
fn excerpt(line: &str) -> String {
    const LETTERS: usize = 80;
    match line.char_indices().nth(LETTERS) {
        Some((end, _)) => format!("{}…", line[..end].trim()),
        None => line.trim().to_owned(),
    }
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

    #[test]
    fn a_changed_a_lost_and_an_added_block_are_found() {
        let bench = Bench::new();
        let (ls, cd) = ("```sh\nls -a\n```\n", "```sh\ncd /\n```\n");
        let finding = bench.fires("code-mismatch", &format!("Раз\n\n{ls}"), "One\n\n```sh\nls -b\n```\n");
        assert_eq!((fact(&finding, "code"), fact(&finding, "found")), ("ls -a".to_owned(), "ls -b".to_owned()));
        bench.fires("code-mismatch", &format!("Раз\n\n{ls}\nДва\n\n{cd}"), &format!("One\n\nTwo\n\n{cd}"));
        bench.fires("code-mismatch", "Раз\n", &format!("One\n\n{cd}"));
        bench.fires("code-mismatch", "Раз\n\n--8<-- \"a.md\"\n", "One\n\n--8<-- \"b.md\"\n");
        let put_in = |path: &str| format!("Раз\n\n{{% include {path} %}}\n");
        bench.silent("code-mismatch", &put_in("pages/ru/a.md"), &put_in("pages/en/a.md"));
        bench.fires("code-mismatch", &put_in("pages/ru/a.md"), &put_in("pages/en/b.md"));
    }

    #[test]
    fn translated_comments_texts_and_drawings_are_silent() {
        let bench = Bench::new();
        let source = "```py\n# Раз\nprint(\"два слова\")  # три\n```\n\n```mermaid\nA[Раз]-->B\n```\n";
        let target = "```py\n# One\nprint(\"two words\")  # three\n```\n\n```mermaid\nA[One]-->B\n```\n";
        bench.silent("code-mismatch", source, target);
        bench.silent("code-mismatch", "Если это 0.", "If it is `0`.");
    }

    #[test]
    fn white_space_inside_of_brackets_is_no_difference() {
        let bench = Bench::new();
        bench.silent("code-mismatch", "`fill(page, {text})`", "`fill(page, { text })`");
        let template = |code: &str| format!("```yaml\na: {code}\n```\n");
        bench.silent("code-mismatch", &template("{{ .Get \"a\" }}"), &template("{{ .Get \"a\"}}"));
        bench.fires("code-mismatch", "`ls / tmp`", "`ls /tmp`");
        bench.fires("code-mismatch", "`{ ls; }`", "`{ls; }`");
    }
}
