//! Words in the source language's script inside the translation: a word that was passed over.
//!
//! Where the source is in Latin letters, names and brands stay in them, so only a run of common words counts.

use super::{Context, Example, Finding, Rule, Scope, Severity, facts, passage};
use crate::align::Unit;
use crate::lang::Script;
use crate::text::words;

/// So many common words in a row are no name.
const RUN: usize = 4;

pub(super) const RULE: Rule =
    Rule::new("script-leftover", Severity::Warning, Scope::Unit(run)).facts::<Facts>().examples(&[
        Example::found("У акимата стояли люди.", "People stood at the акимата building."),
        Example::silent("У акимата стояли люди.", "People stood at the akimat building."),
        Example::silent("Слово «мамбет»", "The word “мамбет”"),
    ]);

facts! {
    struct Facts {
        text: String,
    }
}

fn run(unit: &Unit, context: &Context<'_>) -> Vec<Finding> {
    let (from, to) = (Script::of_language(context.source_language), Script::of_language(context.target_language));
    if from == to {
        return Vec::new();
    }
    let mut findings = Vec::new();
    for passage in passage::target(unit, context) {
        let wording = passage.wording();
        // Whole paragraphs are the business of `untranslated`.
        let runs = runs(&wording, from, to);
        let left: usize = runs.iter().map(|run| run.words).sum();
        if left * 2 > words(&wording).len() && left > 2 {
            continue;
        }
        for run in runs {
            let text = &passage.text()[run.start..run.end];
            let counts = if from == Script::Latin { run.common >= RUN } else { !is_cited(&wording, &run) };
            if counts {
                let finding = Finding::new(&RULE, Facts { text: text.to_owned() })
                    .in_source(passage::source(unit, context).iter().map(passage::Passage::whole));
                findings.push(finding.in_target([passage.place(run.start..run.end)]));
            }
        }
    }
    findings
}

/// Neighbouring words in one script.
struct Run {
    start: usize,
    end: usize,
    words: usize,
    /// Words in small letters.
    common: usize,
}

fn runs(text: &str, script: Script, other: Script) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    for span in words(text) {
        let word = &text[span.range()];
        // A word with letters of both scripts is the business of `mixed-script`.
        let left = word.chars().any(|letter| Script::of(letter) == Some(script));
        if !left || word.chars().any(|letter| Script::of(letter) == Some(other)) {
            continue;
        }
        // A letter beside a figure («105х195», «50 °С») looks right and is wrong: the business of `mixed-script`.
        if word.chars().any(|c| c.is_ascii_digit()) || (word.chars().count() == 1 && text[..span.start].ends_with('°'))
        {
            continue;
        }
        let common = usize::from(word.chars().all(|letter| !letter.is_uppercase()) && word.len() > 1);
        match runs.last_mut() {
            Some(run) if text[run.end..span.start].chars().all(|mark| mark.is_whitespace() || mark == '-') => {
                run.end = span.end;
                run.words += 1;
                run.common += common;
            }
            _ => runs.push(Run { start: span.start, end: span.end, words: 1, common }),
        }
    }
    runs
}

/// Whether the run is shown as a word of the other language: in brackets, quotation marks or emphasis of its own.
fn is_cited(text: &str, run: &Run) -> bool {
    let before = text[..run.start].chars().next_back();
    let after = text[run.end..].chars().find(|mark| !matches!(mark, ',' | '.'));
    let opens =
        before.is_some_and(|mark| matches!(mark, '(' | '[' | '«' | '“' | '„' | '"' | '‘' | '\'' | '\u{1}' | '/'));
    let closes =
        after.is_some_and(|mark| matches!(mark, ')' | ']' | '»' | '”' | '“' | '"' | '’' | '\'' | '\u{1}' | '/' | ';'));
    // "(Russian: акимат)", "(from «аким»)"
    let near = text[..run.start].chars().rev().take(40).find(|mark| matches!(mark, '(' | ')'));
    let inside = near == Some('(');
    closes && (opens || inside)
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{Bench, fact};

    #[test]
    fn a_word_left_in_the_source_script_is_found() {
        let finding =
            Bench::new().fires("script-leftover", "У акимата стояли люди.", "People stood at the акимата building.");
        assert_eq!(fact(&finding, "text"), "акимата");
    }

    #[test]
    fn a_run_of_common_words_is_found_where_names_stay() {
        let source = "She said it was never too late to learn.";
        Bench::of("en", "ru").fires(
            "script-leftover",
            source,
            "Она сказала, что never too late to learn, и засмеялась над своими словами вслух.",
        );
        Bench::of("en", "ru").silent("script-leftover", "Apple and Google Play", "Apple и Google Play");
    }

    #[test]
    fn cited_words_and_code_are_not_left_over() {
        let bench = Bench::new();
        bench.silent("script-leftover", "Слово «мамбет»", "The word “мамбет” (mambet)");
        bench.silent("script-leftover", "Акимат", "An akimat (акимат) is a local body; see `акимат`");
        bench.silent("script-leftover", "Акимат", "An akimat (Russian: акимат)");
        Bench::of("ru", "kk").silent("script-leftover", "Акимат города", "Қала әкімдігі");
    }
}
