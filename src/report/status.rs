//! `status` for people and for programs: a row for each document and language.

use std::io::{self, Write};

use serde_json::{Value, json};
use unicode_width::UnicodeWidthStr;

use super::{shortened, shortened_before, styles, visible};
use crate::analysis::Counts;
use crate::i18n::Messages;
use crate::workspace::DocumentStatus;

/// Columns of the bar.
const BAR: usize = 6;

/// The least columns of a document's name.
const NAME: usize = 12;

/// How wide the table's parts are.
struct Spacing {
    /// Columns of the bar; 0 for none.
    bar: usize,
    /// Columns between two cells.
    gap: usize,
    /// The most columns of a title that is wider than its cells.
    title: usize,
}

/// From the most comfortable on: a narrow terminal gets no bar, then shortened titles, then less air.
const SPACINGS: [Spacing; 4] = [
    Spacing { bar: BAR, gap: 2, title: usize::MAX },
    Spacing { bar: 0, gap: 2, title: usize::MAX },
    Spacing { bar: 0, gap: 2, title: 4 },
    Spacing { bar: 0, gap: 1, title: 4 },
];

impl Spacing {
    /// The first with which a table of these columns fits into `width` columns, else the last.
    fn of(columns: &[Column], width: usize) -> &'static Spacing {
        let [.., narrowest] = &SPACINGS;
        SPACINGS.iter().find(|spacing| NAME + spacing.rest(columns) <= width).unwrap_or(narrowest)
    }

    /// The columns of all but the name: the language has three.
    fn rest(&self, columns: &[Column]) -> usize {
        let bar = if self.bar > 0 { self.gap + self.bar } else { 0 };
        self.gap + 3 + bar + columns.iter().map(|column| column.width(self) + self.gap).sum::<usize>()
    }
}

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
    let spacing = Spacing::of(&columns, width);
    let longest = documents.iter().map(|name| name.width()).max().unwrap_or(0).max(ui.status_document().width());
    let name = longest.min(width.saturating_sub(spacing.rest(&columns)).max(NAME));
    let (dim, good, gap) = (styles::DIM, styles::GOOD, " ".repeat(spacing.gap));
    let mut head = format!("{}{gap}{}", pad(&ui.status_document(), name), pad("", 3));
    if spacing.bar > 0 {
        head.push_str(&format!("{gap}{}", pad("", spacing.bar)));
    }
    // Looked for once: a width is that of the widest of all rows.
    let columns: Vec<(&Column, usize)> = columns.iter().map(|column| (column, column.width(spacing))).collect();
    for (column, width) in &columns {
        head.push_str(&format!("{gap}{}", pad_left(&shortened(&column.title, *width), *width)));
    }
    writeln!(out, "{dim}{}{dim:#}", head.trim_end())?;
    for (at, (row, document)) in rows.iter().zip(&documents).enumerate() {
        let language = row.paths.language.to_string();
        write!(out, "{}{gap}{}", pad(&shortened_before(document, name), name), pad(&language, 3))?;
        if spacing.bar > 0 {
            let share = share(&row.counts);
            let rest = "░".repeat(spacing.bar - share);
            write!(out, "{gap}{good}{}{good:#}{dim}{rest}{dim:#}", "█".repeat(share))?;
        }
        for (column, width) in &columns {
            write!(out, "{gap}{}", pad_left(&column.cells[at], *width))?;
        }
        writeln!(out)?;
    }
    totals(rows, width, ui, out)
}

/// A title and a cell for each row.
struct Column {
    title: String,
    cells: Vec<String>,
}

impl Column {
    fn width(&self, spacing: &Spacing) -> usize {
        let title = self.title.width().min(spacing.title);
        self.cells.iter().map(|cell| cell.width()).chain([title]).max().unwrap_or(0)
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

fn totals(rows: &[DocumentStatus<'_>], width: usize, ui: &Messages, out: &mut dyn Write) -> io::Result<()> {
    let sum = |count: fn(&Counts) -> usize| rows.iter().map(|row| count(&row.counts)).sum::<usize>();
    let said = ui.status_total(
        rows.len(),
        sum(|counts| counts.aligned),
        sum(|counts| counts.accepted),
        sum(Counts::changed),
        sum(|counts| counts.words_missing),
    );
    writeln!(out)?;
    let unread = match sum(|counts| counts.drafts) {
        0 => None,
        drafts => Some(ui.status_unread(drafts)),
    };
    for line in [said].iter().chain(&unread).flat_map(|said| textwrap::wrap(said, width)) {
        writeln!(out, "{line}")?;
    }
    Ok(())
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::Counts;
    use crate::i18n::Locale;
    use crate::units::Paths;

    fn table(width: usize, locale: Locale) -> String {
        let paths = Paths {
            original: "originals/a-rather-long-name.md".into(),
            language: "en".parse().expect("a language tag"),
            translation: "translations/en/a-rather-long-name.md".into(),
            units: "translations/en/a-rather-long-name.units.toml".into(),
            translated: true,
            layout: crate::text::Layout::default(),
        };
        let counts = Counts {
            source_paragraphs: 40,
            aligned: 30,
            accepted: 20,
            stale: 2,
            edited: 3,
            drafts: 4,
            missing: 10,
            extra: 1,
            words_missing: 120,
            ..Counts::default()
        };
        let rows = [DocumentStatus { paths: &paths, counts, findings: 17 }];
        let mut out = Vec::new();
        status_for_people(&rows, width, &Messages::new(locale), &mut out).expect("a vector takes all");
        anstream::adapter::strip_str(&String::from_utf8(out).expect("UTF-8")).to_string()
    }

    #[test]
    fn a_row_of_every_figure_fits_sixty_columns_in_every_language() {
        for locale in Locale::ALL {
            for width in [60, 80, 120] {
                let table = table(width, *locale);
                let widest = table.lines().map(|line| line.width()).max();
                assert!(widest.is_some_and(|widest| widest <= width), "{width}:\n{table}");
                assert!(table.contains("17") && table.contains("120"), "every figure is shown:\n{table}");
            }
        }
    }
}
