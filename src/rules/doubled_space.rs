//! Two spaces inside a line of prose: a trace of deleted words.

use super::{Context, Example, Finding, Fix, NoFacts, Rule, Scope, Severity, passage};
use crate::align::Unit;
use crate::text::Kind;

pub(super) const RULE: Rule = Rule::new("doubled-space", Severity::Info, Scope::Document(run))
    .examples(&[Example::found("У моста.", "Near  the bridge."), Example::silent("У моста.", "Near the bridge.")]);

fn run(units: &[Unit], context: &Context<'_>) -> Vec<Finding> {
    let typewriter = typewriter(context);
    let mut findings = Vec::new();
    for unit in units {
        for passage in passage::target(unit, context) {
            if passage.paragraph.kind == Kind::TableRow {
                continue;
            }
            for bytes in gaps(passage.text()) {
                let before = passage.text()[..bytes.start].chars().next_back();
                let masked = passage.paragraph.marks.iter().any(|mark| mark.span.overlaps(bytes.clone().into()));
                if masked || (typewriter && before.is_some_and(ends_sentence)) {
                    continue;
                }
                let place = passage.place(bytes);
                let fix = Fix { place, text: " ".to_owned(), safe: true };
                findings.push(Finding::new(&RULE, NoFacts).in_target([place]).mended_by(Some(fix)));
            }
        }
    }
    findings
}

/// Runs of two and more spaces inside a line.
fn gaps(text: &str) -> Vec<std::ops::Range<usize>> {
    let is_space = |mark: char| matches!(mark, ' ' | '\u{a0}' | '\u{202f}');
    let mut gaps = Vec::new();
    let mut start = None;
    for (at, mark) in text.char_indices() {
        match start {
            None if is_space(mark) => start = Some(at),
            Some(from) if !is_space(mark) => {
                let inside = from > 0 && !text[..from].ends_with('\n') && mark != '\n';
                if inside && text[from..at].chars().count() > 1 {
                    gaps.push(from..at);
                }
                start = None;
            }
            _ => {}
        }
    }
    gaps
}

/// Whether the translation is typed with two spaces after most sentences, as on a typewriter.
fn typewriter(context: &Context<'_>) -> bool {
    let (mut two, mut one) = (0, 0);
    for paragraph in &context.target.paragraphs {
        for (at, mark) in paragraph.text.char_indices().filter(|(_, mark)| ends_sentence(*mark)) {
            let rest = &paragraph.text[at + mark.len_utf8()..];
            two += usize::from(rest.starts_with("  "));
            one += usize::from(rest.starts_with(' ') && !rest.starts_with("  "));
        }
    }
    two > 2 && two > one
}

fn ends_sentence(mark: char) -> bool {
    matches!(mark, '.' | '!' | '?' | ':' | '…')
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::Bench;

    #[test]
    fn two_spaces_in_a_line_are_found_with_a_safe_fix() {
        let finding = Bench::new().fires("doubled-space", "У моста.", "Near  the bridge.");
        let fix = finding.fix.unwrap();
        assert_eq!((fix.place.span.start, fix.place.span.end, fix.safe), (4, 6, true));
    }

    #[test]
    fn indents_code_and_a_typewriters_habit_are_not() {
        let bench = Bench::new();
        bench.silent("doubled-space", "У\nмоста.", "Near\nthe  \n  bridge.");
        bench.silent("doubled-space", "`a  b`", "`a  b`");
        bench.silent("doubled-space", "Да. Нет. Да. Нет.", "Yes.  No.  Yes.  No.");
    }
}
