//! A question or an exclamation on one side only: the tone is lost, or the paragraph is cut.

use super::{Context, Example, Finding, Rule, Scope, Severity, facts, passage};
use crate::align::Unit;

pub(super) const RULE: Rule = Rule::new("end-mark", Severity::Warning, Scope::Unit(run))
    .facts::<Facts>()
    .examples(&[Example::found("Где же он?", "Where he is."), Example::silent("Где же он?", "Where is he?")]);

facts! {
    struct Facts {
        /// The marks at the end of the original, or "none".
        expected: String,
        found: String,
    }
}

fn run(unit: &Unit, context: &Context<'_>) -> Vec<Finding> {
    let Some((source, target)) = passage::both(unit, context) else { return Vec::new() };
    let (Some(first), Some(second)) = (source.last(), target.last()) else { return Vec::new() };
    let (expected, found) = (Mark::at_end(first), Mark::at_end(second));
    let (Some(expected), Some(found)) = (expected, found) else { return Vec::new() };
    // A title in quotation marks that ends in a question may have another place in the other sentence.
    let moved = |mark: &Mark, other: &[passage::Passage<'_>]| {
        mark.quoted && mark.text.chars().any(|mark| other.iter().any(|passage| passage.text().contains(mark)))
    };
    if expected.kind == found.kind || moved(&expected, &target) || moved(&found, &source) {
        return Vec::new();
    }
    let facts = Facts { expected: expected.shown(), found: found.shown() };
    let places = (first.place(expected.bytes.clone()), second.place(found.bytes.clone()));
    vec![Finding::new(&RULE, facts).in_source([places.0]).in_target([places.1])]
}

/// What a paragraph ends in.
struct Mark {
    kind: Kind,
    text: String,
    bytes: std::ops::Range<usize>,
    /// Whether a closing quotation mark or bracket follows, and the mark is a question or an exclamation.
    quoted: bool,
}

#[derive(PartialEq, Eq)]
enum Kind {
    Question,
    Exclamation,
    Other,
}

impl Mark {
    /// The marks, or "none", which messages distinguish.
    fn shown(&self) -> String {
        if self.text.is_empty() { "none".to_owned() } else { self.text.clone() }
    }

    /// The marks a paragraph ends in, followed only by brackets and quotation marks; `None` without a letter.
    fn at_end(passage: &passage::Passage<'_>) -> Option<Mark> {
        let wording = passage.wording();
        let closes = |mark: char| {
            mark.is_whitespace() || matches!(mark, ')' | ']' | '»' | '”' | '“' | '"' | '\'' | '’' | '*' | '_' | '\u{1}')
        };
        let text = wording.trim_end_matches(closes);
        let marked = text.trim_end_matches(['.', '…', '!', '?', '؟', '？', '！', ';', ':', ',']);
        if !marked.contains(char::is_alphanumeric) {
            return None;
        }
        let marks = &text[marked.len()..];
        let kind = if marks.contains(['?', '؟', '？']) {
            Kind::Question
        } else if marks.contains(['!', '！']) {
            Kind::Exclamation
        } else {
            Kind::Other
        };
        let start = if marks.is_empty() { marked.char_indices().next_back()?.0 } else { marked.len() };
        let closed = wording[text.len()..].trim_end_matches(['.', ' ', '\n']).chars().any(|mark| mark != '\u{1}');
        let quoted = closed && kind != Kind::Other;
        Some(Mark { kind, text: marks.to_owned(), bytes: start..text.len(), quoted })
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{Bench, fact};

    #[test]
    fn a_question_or_exclamation_on_one_side_is_found() {
        let finding = Bench::new().fires("end-mark", "Где же он?", "Where he is.");
        assert_eq!((fact(&finding, "expected"), fact(&finding, "found")), ("?".to_owned(), ".".to_owned()));
        Bench::new().fires("end-mark", "Вот он.", "There he is!");
        Bench::new().fires("end-mark", "Уходи!", "Leave?");
    }

    #[test]
    fn quotation_marks_brackets_and_other_marks_do_not_count() {
        let bench = Bench::new();
        bench.silent("end-mark", "Он спросил: «Где?»", "He asked, “Where?”");
        bench.silent("end-mark", "Приз взял фильм «Куда ты идёшь?»", "The film “Where are you going?” won the prize.");
        bench.silent("end-mark", "Что?!", "What?");
        bench.silent("end-mark", "Вот он…", "There he is");
        bench.silent("end-mark", "Где он? [Карта](https://e.org/a)", "Where is he? [Map](https://e.org/a)");
        bench.silent("end-mark", "***", "!");
    }
}
