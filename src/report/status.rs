//! `status` for people and for programs: a row for each document and language.

use std::io::{self, Write};

use serde_json::{Value, json};
use unicode_width::UnicodeWidthStr;

use super::{shortened_before, styles, visible};
use crate::analysis::Counts;
use crate::i18n::Messages;
use crate::workspace::DocumentStatus;

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
                "outdated": row.paths.translated && row.counts.is_outdated(),
            })
        })
        .collect();
    json!({ "version": 1, "documents": documents })
}

/// The rows as one badge, as an endpoint of shields.io gives it: how much is translated, and what is out of date.
pub fn status_as_badge(rows: &[DocumentStatus<'_>], ui: &Messages) -> Value {
    let sum = |count: fn(&Counts) -> usize| rows.iter().map(|row| count(&row.counts)).sum::<usize>();
    let all = sum(|counts| counts.aligned) + sum(|counts| counts.missing);
    let share = (sum(|counts| counts.aligned) * 100).checked_div(all).unwrap_or(100);
    let outdated = sum(|counts| counts.stale + counts.outdated_drafts);
    let drafts = sum(|counts| counts.drafts);
    let mut message = format!("{share} %");
    if outdated > 0 {
        message.push_str(&format!(" · {}", ui.page_stale(outdated)));
    }
    if drafts > 0 {
        message.push_str(&format!(" · {}", ui.page_drafts(drafts)));
    }
    let colour = match (outdated, sum(|counts| counts.missing) + drafts) {
        (0, 0) => "brightgreen",
        (0, _) => "yellow",
        _ => "red",
    };
    json!({ "schemaVersion": 1, "label": ui.page_badge(), "message": message, "color": colour })
}

/// Writes the rows as a table of at most `width` columns, where the names of the documents can be shortened so far. A
/// column in which every row has nothing is left out.
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
    let columns = columns(rows, ui);
    let folder = common_folder(rows);
    let name = common_name(rows);
    let documents: Vec<String> =
        rows.iter().map(|row| visible(shown(&row.paths.original[folder..], name)).into_owned()).collect();
    // Two columns between cells, three for the language.
    let rest: usize = 2 + 3 + 2 + BAR + columns.iter().map(|column| column.width() + 2).sum::<usize>();
    let longest = documents.iter().map(|name| name.width()).max().unwrap_or(0).max(ui.status_document().width());
    let name = longest.min(width.saturating_sub(rest).max(12));
    let dim = styles::DIM;
    let mut head = format!("{}  {}  {}", pad(&ui.status_document(), name), pad("", 3), pad("", BAR));
    for column in &columns {
        head.push_str(&format!("  {}", pad_left(&column.title, column.width())));
    }
    writeln!(out, "{dim}{}{dim:#}", head.trim_end())?;
    for (at, (row, document)) in rows.iter().zip(&documents).enumerate() {
        let share = share(&row.counts);
        let good = styles::GOOD;
        let bar = format!("{good}{}{good:#}{dim}{}{dim:#}", "█".repeat(share), "░".repeat(BAR - share));
        let language = row.paths.language.to_string();
        write!(out, "{}  {}  {bar}", pad(&shortened_before(document, name), name), pad(&language, 3))?;
        for column in &columns {
            write!(out, "  {}", pad_left(&column.cells[at], column.width()))?;
        }
        writeln!(out)?;
    }
    totals(rows, ui, out)
}

/// A title and a cell for each row.
struct Column {
    title: String,
    cells: Vec<String>,
}

impl Column {
    fn width(&self) -> usize {
        self.cells.iter().map(|cell| cell.width()).chain([self.title.width()]).max().unwrap_or(0)
    }
}

/// Accepted units, and those of the other figures that some row has; a dot for none.
fn columns(rows: &[DocumentStatus<'_>], ui: &Messages) -> Vec<Column> {
    type Figure = fn(&DocumentStatus<'_>) -> usize;
    let figures: [(String, Figure); 7] = [
        (ui.status_stale(), |row| row.counts.stale),
        (ui.status_edited(), |row| row.counts.edited),
        (ui.status_drafts(), |row| row.counts.drafts),
        (ui.status_missing(), |row| row.counts.missing),
        (ui.status_extra(), |row| row.counts.extra),
        (ui.status_words(), |row| row.counts.words_missing),
        (ui.status_findings(), |row| row.findings),
    ];
    let number = |count: usize| if count == 0 { "·".to_owned() } else { count.to_string() };
    let accepted = |row: &DocumentStatus<'_>| format!("{}/{}", row.counts.accepted, row.counts.aligned);
    let mut columns = vec![Column { title: ui.status_accepted(), cells: rows.iter().map(accepted).collect() }];
    for (title, figure) in figures {
        if rows.iter().any(|row| figure(row) > 0) {
            columns.push(Column { title, cells: rows.iter().map(|row| number(figure(row))).collect() });
        }
    }
    columns
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
    match sum(|counts| counts.drafts) {
        0 => Ok(()),
        drafts => writeln!(out, "{}", ui.status_unread(drafts)),
    }
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
