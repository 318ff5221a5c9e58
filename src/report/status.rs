//! `status` for people and for programs: a row for each document and language.

use std::io::{self, Write};

use serde_json::{Value, json};
use unicode_width::UnicodeWidthStr;

use super::{shortened_before, styles, visible};
use crate::analysis::Counts;
use crate::i18n::Messages;
use crate::workspace::DocumentStatus;

/// Figures of a row.
const COLUMNS: usize = 7;

/// Columns of the bar.
const BAR: usize = 6;

/// The rows as `status --format json` gives them.
pub fn status_as_json(rows: &[DocumentStatus<'_>]) -> Value {
    let documents: Vec<_> = rows
        .iter()
        .map(|row| {
            json!({
                "original": row.paths.original,
                "language": row.paths.language.to_string(),
                "translation": row.paths.translated.then_some(&row.paths.translation),
                "counts": row.counts,
                "findings": row.findings,
            })
        })
        .collect();
    json!({ "version": 1, "documents": documents })
}

/// Writes the rows as a table of at most `width` columns, where the names of the documents can be shortened so far.
///
/// # Errors
///
/// Where the writer fails.
pub fn status_for_people(
    rows: &[DocumentStatus<'_>],
    width: usize,
    ui: &Messages,
    out: &mut dyn Write,
) -> io::Result<()> {
    let heads = [
        ui.status_accepted(),
        ui.status_stale(),
        ui.status_edited(),
        ui.status_missing(),
        ui.status_extra(),
        ui.status_words(),
        ui.status_findings(),
    ];
    let folder = common_folder(rows);
    let name = common_name(rows);
    let mut lines: Vec<(String, String, [String; COLUMNS], usize)> = Vec::new();
    for row in rows {
        lines.push((
            visible(shown(&row.paths.original[folder..], name)).into_owned(),
            row.paths.language.to_string(),
            cells(&row.counts, row.findings),
            share(&row.counts),
        ));
    }
    let widths: Vec<usize> = (0..COLUMNS)
        .map(|at| lines.iter().map(|line| line.2[at].width()).chain([heads[at].width()]).max().unwrap_or(0))
        .collect();
    // Two columns between cells, three for the language.
    let rest: usize = 2 + 3 + 2 + BAR + widths.iter().map(|width| width + 2).sum::<usize>();
    let longest = lines.iter().map(|line| line.0.width()).max().unwrap_or(0).max(ui.status_document().width());
    let name = longest.min(width.saturating_sub(rest).max(12));
    let dim = styles::DIM;
    let mut head = format!("{}  {}  {}", pad(&ui.status_document(), name), pad("", 3), pad("", BAR));
    for (at, title) in heads.iter().enumerate() {
        head.push_str(&format!("  {}", pad_left(title, widths[at])));
    }
    writeln!(out, "{dim}{}{dim:#}", head.trim_end())?;
    for (document, language, cells, share) in &lines {
        let good = styles::GOOD;
        let bar = format!("{good}{}{good:#}{dim}{}{dim:#}", "█".repeat(*share), "░".repeat(BAR - share));
        write!(out, "{}  {}  {bar}", pad(&shortened_before(document, name), name), pad(language, 3))?;
        for (at, cell) in cells.iter().enumerate() {
            write!(out, "  {}", pad_left(cell, widths[at]))?;
        }
        writeln!(out)?;
    }
    totals(rows, ui, out)
}

fn totals(rows: &[DocumentStatus<'_>], ui: &Messages, out: &mut dyn Write) -> io::Result<()> {
    let sum = |count: fn(&Counts) -> usize| rows.iter().map(|row| count(&row.counts)).sum::<usize>();
    let said = ui.status_total(
        rows.len(),
        sum(|counts| counts.aligned),
        sum(|counts| counts.accepted),
        sum(Counts::changed),
        sum(|counts| counts.words_missing),
    );
    writeln!(out, "\n{said}")?;
    Ok(())
}

/// Accepted units, stale and edited ones, paragraphs missing and extra, words left, findings; a dot for none.
fn cells(counts: &Counts, findings: usize) -> [String; COLUMNS] {
    let number = |count: usize| if count == 0 { "·".to_owned() } else { count.to_string() };
    [
        format!("{}/{}", counts.accepted, counts.aligned),
        number(counts.stale),
        number(counts.edited),
        number(counts.missing),
        number(counts.extra),
        number(counts.words_missing),
        number(findings),
    ]
}

/// The bytes of the folder that holds all originals, its slash included.
fn common_folder(rows: &[DocumentStatus<'_>]) -> usize {
    let paths = || rows.iter().map(|row| row.paths.original.as_str());
    let Some(first) = paths().next() else { return 0 };
    let shared = |length: &usize| paths().all(|path| path.starts_with(&first[..*length]));
    first.match_indices('/').map(|(at, _)| at + 1).rfind(shared).unwrap_or(0)
}

/// The name that all documents have, where they are told apart by their folders alone: `/index.md`.
fn common_name<'a>(rows: &[DocumentStatus<'a>]) -> &'a str {
    let name = |row: &DocumentStatus<'a>| row.paths.original.rfind('/').map_or("", |at| &row.paths.original[at..]);
    let folders: std::collections::BTreeSet<&str> = rows.iter().map(|row| row.paths.original.as_str()).collect();
    let first = rows.iter().map(name).find(|name| !name.is_empty()).unwrap_or_default();
    let shared = rows.iter().all(|row| name(row) == first || name(row).is_empty() && row.paths.original == first[1..]);
    if folders.len() > 1 && !first.is_empty() && shared { first } else { "" }
}

/// What is shown of a path: its folder, where the name is everybody's.
fn shown<'a>(path: &'a str, name: &str) -> &'a str {
    let folder = path.strip_suffix(name.trim_start_matches('/'));
    folder.filter(|folder| !name.is_empty() && !folder.is_empty()).unwrap_or(path)
}

/// How many of the bar's parts are translated.
fn share(counts: &Counts) -> usize {
    (counts.source_paragraphs - counts.missing) * BAR / counts.source_paragraphs.max(1)
}

fn pad(text: &str, width: usize) -> String {
    format!("{text}{}", " ".repeat(width.saturating_sub(text.width())))
}

fn pad_left(text: &str, width: usize) -> String {
    format!("{}{text}", " ".repeat(width.saturating_sub(text.width())))
}
