//! `diff` for people and for programs: what changed on either side, word by word, with the counterpart below.

use std::io::{self, Write};

use serde_json::{Value, json};
use unicode_width::UnicodeWidthChar;

use super::{styles, visible};
use crate::diff::{Change, Step, words};
use crate::i18n::Messages;
use crate::text::on_one_line;
use crate::workspace::{DocumentDrift, DriftState, SideDrift};

/// How the changes are laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ink {
    /// Removed and added words are told by colour.
    Colours,
    /// `[-removed-]{+added+}`, as `git diff --word-diff` writes.
    Marks,
}

/// Writes the changes of a pair of documents for people, `width` columns wide.
///
/// # Errors
///
/// Where the writer fails.
pub fn drift_for_people(
    drift: &DocumentDrift,
    width: usize,
    ink: Ink,
    ui: &Messages,
    out: &mut dyn Write,
) -> io::Result<()> {
    if drift.units.is_empty() {
        return Ok(());
    }
    let head = styles::HEAD;
    writeln!(out, "{head}{} → {}{head:#}\n", visible(&drift.original), visible(&drift.translation))?;
    for unit in &drift.units {
        let style = match unit.state {
            DriftState::Stale | DriftState::Both => styles::ERROR,
            DriftState::Edited => styles::WARNING,
            DriftState::Gone | DriftState::New => styles::INFO,
        };
        writeln!(out, "{style}{}{style:#}", heading(unit.state, ui))?;
        let (source, target) = ((&drift.original, &unit.source), (&drift.translation, &unit.target));
        // What changed comes first, then what it belongs to.
        let sides = if unit.source.changed || !unit.target.changed { [source, target] } else { [target, source] };
        // What is gone on one side alone has no counterpart to show.
        let alone = |side: &SideDrift| unit.state == DriftState::Gone && side.was.is_empty();
        for (path, side) in sides.into_iter().filter(|(_, side)| !alone(side)) {
            write_side(path, side, width, ink, ui, out)?;
        }
        writeln!(out)?;
    }
    Ok(())
}

/// What happened to a unit, in words.
pub(super) fn heading(state: DriftState, ui: &Messages) -> String {
    match state {
        DriftState::Stale => ui.diff_stale(),
        DriftState::Edited => ui.diff_edited(),
        DriftState::Both => ui.diff_both(),
        DriftState::Gone => ui.diff_gone(),
        DriftState::New => ui.diff_new(),
    }
}

fn write_side(
    path: &str,
    side: &SideDrift,
    width: usize,
    ink: Ink,
    ui: &Messages,
    out: &mut dyn Write,
) -> io::Result<()> {
    let (info, dim) = (styles::INFO, styles::DIM);
    let lines = side.lines.iter().map(usize::to_string).collect::<Vec<_>>().join(",");
    match (side.was.is_empty(), side.now.is_empty()) {
        (true, true) => {
            return writeln!(out, "  {info}{}{info:#} {dim}{}{dim:#}", visible(path), ui.diff_none());
        }
        (false, true) => writeln!(out, "  {info}{}{info:#} {dim}{}{dim:#}", visible(path), ui.diff_removed())?,
        _ => writeln!(out, "  {info}{}:{lines}{info:#}", visible(path))?,
    }
    let changes = match side.changed {
        true => words(&one_line(&side.was), &one_line(&side.now)),
        false => vec![Change { step: Step::Same, text: one_line(&side.now) }],
    };
    for line in laid_out(&changes, width.saturating_sub(4).max(20), ink) {
        writeln!(out, "    {line}")?;
    }
    Ok(())
}

/// The paragraphs in one line: wrapping is no change, a break between paragraphs is.
fn one_line(paragraphs: &[String]) -> String {
    let line = |text: &String| on_one_line(text);
    visible(&paragraphs.iter().map(line).collect::<Vec<_>>().join(" ¶ ")).into_owned()
}

/// Lines of at most `width` columns, broken at spaces, with the changes shown.
fn laid_out(changes: &[Change], width: usize, ink: Ink) -> Vec<String> {
    let mut letters: Vec<(char, Step)> = Vec::new();
    for change in changes {
        let (open, close) = match (ink, change.step) {
            (Ink::Colours, _) | (_, Step::Same) => ("", ""),
            (Ink::Marks, Step::Removed) => ("[-", "-]"),
            (Ink::Marks, Step::Added) => ("{+", "+}"),
        };
        letters
            .extend(open.chars().chain(change.text.chars()).chain(close.chars()).map(|letter| (letter, change.step)));
    }
    let mut lines: Vec<Vec<(char, Step)>> = vec![Vec::new()];
    let mut used = 0;
    let mut space = None;
    for piece in letters.split_inclusive(|(letter, _)| *letter == ' ') {
        let (word, after) = match piece.split_last() {
            Some((last, word)) if last.0 == ' ' => (word, Some(*last)),
            _ => (piece, None),
        };
        let wide: usize = word.iter().map(|(letter, _)| letter.width().unwrap_or(0)).sum();
        if used > 0 && used + usize::from(space.is_some()) + wide > width {
            lines.push(Vec::new());
            (used, space) = (0, None);
        }
        let line = lines.last_mut().expect("there is a line");
        if let Some(space) = space {
            line.push(space);
            used += 1;
        }
        line.extend(word);
        used += wide;
        space = after;
    }
    let plain = ink == Ink::Marks;
    lines.iter().map(|line| if plain { line.iter().map(|(letter, _)| letter).collect() } else { inked(line) }).collect()
}

/// One line with colours, each run opened and closed.
fn inked(line: &[(char, Step)]) -> String {
    let runs = line.chunk_by(|left, right| left.1 == right.1);
    let run = |run: &[(char, Step)]| {
        let text: String = run.iter().map(|(letter, _)| letter).collect();
        match run[0].1 {
            Step::Same => text,
            Step::Removed => format!("{style}{text}{style:#}", style = styles::REMOVED.strikethrough()),
            Step::Added => format!("{style}{text}{style:#}", style = styles::ADDED.bold()),
        }
    };
    runs.map(run).collect()
}

/// The changes as `diff --format json` gives them.
pub fn drift_as_json(documents: &[DocumentDrift]) -> Value {
    let documents: Vec<Value> = documents
        .iter()
        .map(|document| {
            let units: Vec<Value> = document
                .units
                .iter()
                .map(|unit| json!({ "state": unit.state.name(), "removed": unit.removed, "source": side(&unit.source), "target": side(&unit.target) }))
                .collect();
            json!({
                "original": document.original,
                "language": document.language,
                "translation": document.translation,
                "units": units,
            })
        })
        .collect();
    json!({ "version": 1, "documents": documents })
}

fn side(side: &SideDrift) -> Value {
    let operation = |change: Change| {
        let step = match change.step {
            Step::Same => "same",
            Step::Removed => "removed",
            Step::Added => "added",
        };
        json!({ "operation": step, "text": change.text })
    };
    let operations: Vec<Value> = match side.changed {
        true => words(&side.was.join("\n\n"), &side.now.join("\n\n")).into_iter().map(operation).collect(),
        false => Vec::new(),
    };
    json!({
        "changed": side.changed,
        "lines": side.lines,
        "was": side.was,
        "now": side.now,
        "operations": operations,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(was: &str, now: &str, ink: Ink) -> Vec<String> {
        laid_out(&words(was, now), 20, ink)
    }

    #[test]
    fn long_paragraphs_are_broken_at_spaces() {
        assert_eq!(
            lines("Мост построили в 1904 году.", "Мост построили в 1905 году.", Ink::Marks),
            ["Мост построили в", "[-1904-]{+1905+}", "году."]
        );
    }

    #[test]
    fn colours_end_with_their_line() {
        let shown = lines("a bbbbbbbbbb cccccccccc dd e", "a e", Ink::Colours);
        assert_eq!(shown.len(), 2);
        assert!(shown.iter().all(|line| line.matches("\u{1b}[0m").count() == 1), "{shown:?}");
    }

    #[test]
    fn what_a_text_holds_steers_no_terminal() {
        assert_eq!(one_line(&["a\u{1b}[31mb\nc".to_owned(), "d".to_owned()]), "a␛[31mb c ¶ d");
    }
}
