//! A quotation mark without its partner: it is not clear who is speaking.
//!
//! A quotation may run over several paragraphs, each opened by a mark of its own; and where the original leaves a
//! mark unpaired, so may the translation.

use std::borrow::Cow;

use super::{Context, Example, Finding, Rule, Scope, Severity, facts, passage};
use crate::align::Unit;
use crate::lang::quotes::{Side, is_quote, quotes, unpaired};
use crate::text::Paragraph;

/// So many paragraphs a quotation may run on.
const REACH: usize = 30;

pub(super) const RULE: Rule =
    Rule::new("quotation-unpaired", Severity::Info, Scope::Document(run)).facts::<Facts>().examples(&[
        Example::found("«Да», — сказал он.", "“Yes, he said."),
        Example::silent("«Да», — сказал он.", "“Yes,” he said."),
    ]);

facts! {
    struct Facts {
        mark: String,
    }
}

fn run(units: &[Unit], context: &Context<'_>) -> Vec<Finding> {
    let target = context.target_language;
    let lonely: Vec<_> =
        context.target.paragraphs.iter().map(|paragraph| unpaired(&wording(paragraph), quotes(target))).collect();
    let mut findings = Vec::new();
    for unit in units {
        let source = passage::source(unit, context);
        let unpaired_there =
            source.iter().any(|passage| !unpaired(&passage.wording(), quotes(context.source_language)).is_empty());
        if unpaired_there {
            continue;
        }
        for passage in passage::target(unit, context) {
            let at = passage.index;
            // Closed later, or opened before: a quotation of several paragraphs.
            let later = || runs_on(&context.target.paragraphs, &lonely, at);
            let before =
                || (at.saturating_sub(REACH)..at).any(|from| lonely[from].iter().any(|one| one.1 == Side::Opening));
            for (bytes, side) in &lonely[at] {
                let excused = match side {
                    Side::Opening => later(),
                    Side::Closing => before(),
                };
                if !excused {
                    let mark = passage.text()[bytes.clone()].to_owned();
                    findings.push(Finding::new(&RULE, Facts { mark }).in_target([passage.place(bytes.clone())]));
                }
            }
        }
    }
    findings
}

/// Whether a quotation opened in a paragraph runs on: the next ones open again, or one of them closes it.
fn runs_on(paragraphs: &[Paragraph], lonely: &[Vec<(std::ops::Range<usize>, Side)>], at: usize) -> bool {
    for next in at + 1..paragraphs.len().min(at + REACH) {
        if lonely[next].iter().any(|one| one.1 == Side::Closing) {
            return true;
        }
        let opens = paragraphs[next].text.starts_with(is_quote);
        if opens && next == at + 1 {
            return true;
        }
    }
    false
}

fn wording(paragraph: &Paragraph) -> Cow<'_, str> {
    passage::Passage { index: 0, paragraph }.wording()
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{Bench, fact};

    #[test]
    fn a_mark_without_its_partner_is_found() {
        let finding = Bench::new().fires("quotation-unpaired", "«Да», — сказал он.", "“Yes, he said.");
        assert_eq!(fact(&finding, "mark"), "“");
        Bench::new().fires("quotation-unpaired", "«Да», — сказал он.", "Yes,” he said.");
    }

    #[test]
    fn pairs_and_quotations_of_several_paragraphs_are_not() {
        let bench = Bench::new();
        bench.silent("quotation-unpaired", "«Да», — сказал он.", "“Yes,” he said of the 5\" pipe.");
        bench.silent("quotation-unpaired", "«Да.\n\nНет».", "“Yes.\n\n“No.”");
        bench.silent("quotation-unpaired", "«Да.\n\nНет.", "“Yes.\n\nNo.");
    }
}
