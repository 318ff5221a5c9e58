//! Words in the source language's script inside the translation: a word that was passed over.
//!
//! Where the source is in Latin letters, names and brands stay in them, so only a run of common words counts.

use super::{Context, Example, Finding, Rule, Scope, Severity, facts, passage, untranslated};
use crate::align::Unit;
use crate::lang::Script;
use crate::text::{MarkKind, Span, words};

/// So many common words in a row are no name.
const RUN: usize = 4;

pub(super) const RULE: Rule =
    Rule::new("script-leftover", Severity::Warning, Scope::Unit(run)).facts::<Facts>().examples(&[
        Example::found("У акимата стояли люди.", "People stood at the акимата building."),
        Example::silent("У акимата стояли люди.", "People stood at the akimat building."),
        Example::silent("Слово «мамбет»", "The word “мамбет”"),
        Example::found("![Дорога к морю](road.jpg)", "![Дорога к морю](road.jpg)"),
        Example::silent("Буква Щ", "The letter Щ"),
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
    let source = passage::source(unit, context);
    let mut findings = Vec::new();
    for passage in passage::target(unit, context).into_iter().filter(|passage| passage.has_letter_of(from)) {
        let mut runs = if untranslated::is_left(&passage, &source, context) {
            Vec::new()
        } else {
            let wording = passage.wording();
            let shown = |run: &Run| is_cited(&wording, run) && !is_label(&passage, run);
            let of_letters = || speaks_of_letters(&source) || speaks_of_letters(std::slice::from_ref(&passage));
            let mut runs = runs(&wording, &passage.prose(), from, to);
            runs.retain(|run| {
                !(shown(run) || run.letters == 1 && of_letters()) && (from != Script::Latin || run.common >= RUN)
            });
            runs
        };
        runs.extend(titles(&passage, from, to));
        for run in runs {
            let text = &passage.text()[run.start..run.end];
            let finding = Finding::new(&RULE, Facts { text: text.to_owned() })
                .in_source(source.iter().map(passage::Passage::whole));
            findings.push(finding.in_target([passage.place(run.start..run.end)]));
        }
    }
    findings
}

/// The titles of pictures and links, `![alt](picture.jpg "title")`, that have words in the original's script.
fn titles(passage: &passage::Passage<'_>, from: Script, to: Script) -> Vec<Run> {
    let mut found = Vec::new();
    for (bytes, destination) in passage.marked(MarkKind::Destination) {
        let Some(start) = destination.find(|mark: char| mark.is_whitespace()) else { continue };
        let title = &destination[start..];
        for run in runs(title, &words(title), from, to) {
            if from != Script::Latin || run.common >= RUN {
                let at = bytes.start + start;
                found.push(Run { start: at + run.start, end: at + run.end, ..run });
            }
        }
    }
    found
}

/// Whether the text of a link or the alternative text of a picture begins right here: it is no emphasis.
fn is_label(passage: &passage::Passage<'_>, run: &Run) -> bool {
    let marks = &passage.paragraph.marks;
    let next = marks.partition_point(|mark| mark.span.end < run.start);
    marks.get(next).is_some_and(|mark| {
        mark.span.end == run.start
            && mark.kind == MarkKind::Delimiter
            && passage.text()[mark.span.range()].ends_with('[')
    })
}

/// Whether a text is about letters, so that a single letter is meant: «буква Щ», "the letter Щ".
fn speaks_of_letters(passages: &[passage::Passage<'_>]) -> bool {
    const STEMS: &[&str] = &[
        "letter",
        "character",
        "vowel",
        "consonant",
        "buchstabe",
        "lettre",
        "letra",
        "букв",
        "літер",
        "символ",
        "гласн",
        "согласн",
        "әріп",
        "əріп",
    ];
    passages.iter().any(|passage| {
        let text = passage.text().to_lowercase();
        STEMS.iter().any(|stem| text.contains(stem))
    })
}

/// Neighbouring words in one script.
struct Run {
    start: usize,
    end: usize,
    letters: usize,
    /// Words in small letters.
    common: usize,
}

fn runs(text: &str, words: &[Span], script: Script, other: Script) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    for span in words {
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
                run.letters += word.chars().count();
                run.common += common;
            }
            _ => runs.push(Run { start: span.start, end: span.end, letters: word.chars().count(), common }),
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
    fn captions_and_alternative_texts_are_read() {
        let bench = Bench::new();
        let source = "![Дорога к морю](road.jpg \"Дорога к морю, 1998\")";
        assert_eq!(bench.findings("script-leftover", source, source).len(), 2);
        bench.silent("script-leftover", source, "![The road to the sea](road.jpg \"The road to the sea, 1998\")");
        bench.fires("script-leftover", "См. [Дорогу](a.md) на карте.", "See [Дорогу](a.md) on the map.");
    }

    #[test]
    fn a_letter_spoken_of_is_meant_and_an_abbreviation_is_not() {
        let bench = Bench::new();
        let found = bench.shown(
            "script-leftover",
            "Буква Щ и ГОСТ 2.105 описаны.",
            "The letter Щ and ГОСТ 2.105 are described.",
        );
        assert_eq!(found.iter().map(|one| one.1.as_str()).collect::<Vec<_>>(), ["ГОСТ"]);
        bench.fires("script-leftover", "Дом в городе.", "The house в the town.");
    }

    #[test]
    fn addresses_and_slugs_are_not_left_over() {
        Bench::new().silent("script-leftover", "Почта: иванов@почта.рф", "Write to иванов@почта.рф or президент.рф");
        Bench::of("en", "ru").silent(
            "script-leftover",
            "Use babel-plugin-module-resolver",
            "Через babel-plugin-module-resolver",
        );
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
