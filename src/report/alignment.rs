//! `align` for people and for programs: which paragraphs answer each other, side by side, with confidence.

use std::io::{self, Write};

use serde_json::{Value, json};
use unicode_width::UnicodeWidthStr;

use super::{styles, visible};
use crate::align::Unit;
use crate::i18n::Messages;
use crate::text::{Document, Lines};
use crate::units::Pair;

/// How units are laid out for people.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AlignmentPage {
    /// Columns of the terminal, at least 40.
    pub width: usize,
    /// Whether each unit is followed by its evidence.
    pub reasons: bool,
}

/// The units as `align --format json` gives them.
pub fn alignment_as_json(pair: &Pair, units: &[Unit]) -> Value {
    let units: Vec<Value> = units
        .iter()
        .map(|unit| {
            let names: Vec<String> =
                unit.evidence.names.iter().map(|(left, right)| format!("{left}={right}")).collect();
            let words: Vec<String> =
                unit.evidence.lexicon.iter().map(|(left, right)| format!("{left}={right}")).collect();
            json!({
                "source": unit.source,
                "target": unit.target,
                "confidence": rounded(unit.confidence),
                "moved": unit.moved,
                "pinned": unit.pinned,
                "evidence": {
                    "length": rounded(unit.evidence.length),
                    "words": rounded(unit.evidence.words),
                    "structure": rounded(unit.evidence.structure),
                    "names": names,
                    "numbers": unit.evidence.numbers,
                    "lexicon": words,
                },
            })
        })
        .collect();
    json!({
        "version": 1,
        "source": { "path": pair.paths.original, "paragraphs": pair.source.paragraphs.len() },
        "target": { "path": pair.paths.translation, "paragraphs": pair.target.paragraphs.len() },
        "units": units,
    })
}

/// Three digits after the point: more would only be noise in a diff.
fn rounded(number: f64) -> f64 {
    (number * 1000.0).round() / 1000.0
}

/// Writes the units for people: the paragraphs of both sides in two columns, each with its 1-based line.
///
/// # Errors
///
/// Where the writer fails.
pub fn alignment_for_people(
    pair: &Pair,
    units: &[Unit],
    page: AlignmentPage,
    ui: &Messages,
    out: &mut dyn Write,
) -> io::Result<()> {
    let (head, dim) = (styles::HEAD, styles::DIM);
    writeln!(out, "{head}{} ↔ {}{head:#}", visible(&pair.paths.original), visible(&pair.paths.translation))?;
    let column = (page.width - 3) / 2;
    let drift = pair.drift();
    for unit in units {
        let left = column_of(&pair.source, pair.source_lines(), &unit.source, column);
        let right = column_of(&pair.target, pair.target_lines(), &unit.target, column);
        let mut label = format!("{}:{}  {:.3}", unit.source.len(), unit.target.len(), unit.confidence);
        let draft = drift.draft(&unit.source, &unit.target);
        let marks = [
            (unit.pinned && draft.is_none(), ui.align_pinned()),
            (draft.is_some_and(|draft| draft.unread), ui.page_state_draft()),
            (unit.moved, ui.align_moved()),
        ];
        for (_, mark) in marks.iter().filter(|(holds, _)| *holds) {
            label.push_str(&format!("  {mark}"));
        }
        writeln!(out, "\n{dim}{label}{dim:#}")?;
        for at in 0..left.len().max(right.len()) {
            let shown = left.get(at).map_or("", String::as_str);
            let gap = " ".repeat(column.saturating_sub(shown.width()));
            writeln!(out, "{}", format!("{shown}{gap} │ {}", right.get(at).map_or("", String::as_str)).trim_end())?;
        }
        if page.reasons {
            reasons(unit, page.width, ui, out)?;
        }
    }
    writeln!(out)?;
    Ok(())
}

/// The paragraphs as lines of a column, each paragraph with its line number in the file.
fn column_of(document: &Document, lines: &Lines, paragraphs: &[usize], width: usize) -> Vec<String> {
    let mut column = Vec::new();
    for at in paragraphs {
        let paragraph = &document.paragraphs[*at];
        let number = lines.position(&document.text, paragraph.span.start).line;
        let text = visible(&paragraph.text).replace(['\n', '\t'], " ");
        let marked = format!("{number}: {text}");
        let options = textwrap::Options::new(width).subsequent_indent("  ");
        column.extend(textwrap::wrap(&marked, options).into_iter().map(std::borrow::Cow::into_owned));
    }
    column
}

/// The evidence of a unit, indented.
fn reasons(unit: &Unit, width: usize, ui: &Messages, out: &mut dyn Write) -> io::Result<()> {
    let evidence = &unit.evidence;
    let dim = styles::DIM;
    let mut parts =
        vec![ui.align_scores(rounded(evidence.length), rounded(evidence.words), rounded(evidence.structure))];
    let pairs = |pairs: &[(String, String)]| {
        pairs.iter().map(|(left, right)| format!("{left} = {right}")).collect::<Vec<_>>().join(", ")
    };
    let list = |list: &str| visible(list).into_owned();
    let (names, lexicon) = (pairs(&evidence.names), pairs(&evidence.lexicon));
    if !names.is_empty() {
        parts.push(ui.align_names(list(&names)));
    }
    if !evidence.numbers.is_empty() {
        parts.push(ui.align_numbers(list(&evidence.numbers.join(", "))));
    }
    if !lexicon.is_empty() {
        parts.push(ui.align_lexicon(list(&lexicon)));
    }
    for part in parts {
        for line in textwrap::wrap(&part, width - 4) {
            writeln!(out, "    {dim}{line}{dim:#}")?;
        }
    }
    Ok(())
}
