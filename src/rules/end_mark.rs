//! A question or an exclamation on one side only: the tone is lost, or the paragraph is cut.

use super::{Context, Example, Finding, Rule, Scope, Severity, facts, passage};
use crate::align::Unit;
use crate::lang::{Language, Profile, Questions};

pub(super) const RULE: Rule =
    Rule::new("end-mark", Severity::Warning, Scope::Unit(run)).compares().facts::<Facts>().examples(&[
        Example::found("Где же он?", "Where he is."),
        Example::silent("Где же он?", "Where is he?"),
        Example::silent("Спросите себя: «Зачем мне это?».", "Ask yourself: why do I need this?"),
        Example::silent("Как вас зовут?", "Ինչպե՞ս է ձեր անունը։").languages("ru", "hy"),
        Example::found("Как вас зовут?", "Ձեր անունը Արամ է։").languages("ru", "hy"),
    ]);

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
    let (expected, found) =
        (Mark::at_end(first, context.source_language), Mark::at_end(second, context.target_language));
    let (Some(expected), Some(found)) = (expected, found) else { return Vec::new() };
    // A title in quotation marks that ends in a question may have another place in the other sentence.
    let moved = |mark: &Mark, other: &[passage::Passage<'_>]| {
        mark.quoted && mark.text.chars().any(|mark| other.iter().any(|passage| passage.text().contains(mark)))
    };
    // In what way a quotation ends inside another sentence is the translator's to choose.
    if (expected.inner && found.kind == Kind::Other) || (found.inner && expected.kind == Kind::Other) {
        return Vec::new();
    }
    // A language that marks a question by its words may leave the mark out.
    let by_words =
        |mark: &Mark, other: &Mark| mark.by_words && mark.kind == Kind::Other && other.kind == Kind::Question;
    if by_words(&expected, &found) || by_words(&found, &expected) {
        return Vec::new();
    }
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
    /// Whether the sentence goes on behind the quotation, if only by its full stop.
    inner: bool,
    /// Whether the language marks a question by its words alone.
    by_words: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
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

    /// The marks a paragraph ends in, followed by brackets and quotation marks only; `None` without a letter.
    ///
    /// A full stop behind the closing quotation mark ends the sentence around the quotation: «Зачем?». asks.
    fn at_end(passage: &passage::Passage<'_>, language: &Language) -> Option<Mark> {
        let questions = Profile::of(language).questions;
        let wording = passage.wording();
        let mark = Mark::of(&wording, questions)?;
        let inner = wording[..mark.bytes.start].trim_end_matches('\u{1}');
        let quotation =
            mark.kind == Kind::Other && mark.text == "." && inner.ends_with(closes) && !inner.ends_with(')');
        let inside = if quotation { Mark::of(inner, questions) } else { None };
        let asks = inside.filter(|inside| inside.kind != Kind::Other);
        Some(asks.map_or(mark, |asks| Mark { quoted: true, inner: true, ..asks }))
    }

    fn of(wording: &str, questions: Questions) -> Option<Mark> {
        let text = wording.trim_end_matches(closes);
        let marked = text.trim_end_matches(is_end_mark);
        if !marked.contains(char::is_alphanumeric) {
            return None;
        }
        let marks = &text[marked.len()..];
        let kind = kind(marks, last_sentence(marked), questions);
        let start = if marks.is_empty() { marked.char_indices().next_back()?.0 } else { marked.len() };
        let closed = wording[text.len()..].trim_end_matches(['.', ' ', '\n']).chars().any(|mark| mark != '\u{1}');
        let quoted = closed && kind != Kind::Other;
        let by_words = questions == Questions::ByWords;
        Some(Mark { kind, text: marks.to_owned(), bytes: start..text.len(), quoted, inner: false, by_words })
    }
}

/// What the marks at an end mean; Armenian sets its marks within the sentence.
fn kind(marks: &str, sentence: &str, questions: Questions) -> Kind {
    let asks = marks.contains(['?', '؟', '？', '⁇', '⁈', '⁉', '፧', '\u{37e}'])
        || (questions == Questions::Semicolon && marks.contains(';'))
        || (questions == Questions::InWord && sentence.contains('՞'));
    let exclaims = marks.contains(['!', '！', '‼']) || (questions == Questions::InWord && sentence.contains('՜'));
    if asks {
        Kind::Question
    } else if exclaims {
        Kind::Exclamation
    } else {
        Kind::Other
    }
}

/// What follows the last full stop of any script.
fn last_sentence(text: &str) -> &str {
    text.rsplit(['.', '։', '。', '।', '!', '?']).next().unwrap_or(text)
}

fn closes(mark: char) -> bool {
    mark.is_whitespace()
        || matches!(mark, ')' | ']' | '»' | '”' | '“' | '"' | '\'' | '’' | '*' | '_' | '\u{1}' | '）' | '」' | '』')
}

fn is_end_mark(mark: char) -> bool {
    matches!(
        mark,
        '.' | '…'
            | '!'
            | '?'
            | '؟'
            | '？'
            | '！'
            | ';'
            | ':'
            | ','
            | '։'
            | '。'
            | '।'
            | '۔'
            | '\u{37e}'
            | '⁇'
            | '⁈'
            | '⁉'
            | '‼'
            | '፧'
            | '።'
            | '，'
            | '：'
            | '；'
            | '،'
            | '؛'
    )
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
        bench.silent("end-mark", "Спросите себя: _\"зачем мне это?\"_.", "Ask yourself: _why do I need this?_");
        bench.silent("end-mark", "Он крикнул: «Стой!».", "He shouted, “Stop!”");
        bench.silent("end-mark", "(Это было давно.)", "(That was long ago).");
    }

    #[test]
    fn a_question_is_marked_as_its_language_does() {
        Bench::of("ru", "hy").silent("end-mark", "Меня зовут Арам. А вас?", "Իմ անունը Արամ է։ Իսկ ձե՞րը։");
        Bench::of("ru", "hy").fires("end-mark", "Меня зовут Арам.", "Իսկ ձե՞րը։");
        Bench::of("ru", "el").silent("end-mark", "Где он?", "Πού είναι;");
        Bench::of("ru", "el").fires("end-mark", "Где он?", "Είναι εδώ.");
        Bench::of("ru", "ja").silent("end-mark", "Где он?", "彼はどこですか。");
        Bench::of("ru", "ja").fires("end-mark", "Он здесь.", "彼はどこですか？");
        Bench::of("ru", "zh").fires("end-mark", "Где он?", "他在这里。");
        Bench::of("ru", "hi").fires("end-mark", "Где он?", "वह यहाँ है।");
        Bench::of("ru", "ar").silent("end-mark", "Где он?", "أين هو؟");
    }
}
