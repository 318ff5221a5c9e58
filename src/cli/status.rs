//! `tolmach status`: a table of documents and languages: translated, accepted, out of date.

use std::io::Write;

use rayon::prelude::*;
use serde_json::json;
use unicode_width::UnicodeWidthStr;

use super::error::Error;
use super::exit::Exit;
use super::form::{self, Format};
use super::terminal::Terminal;
use crate::analysis::Counts;
use crate::lang::Language;
use crate::report::{shortened_before, styles, visible};
use crate::rules::Severity;
use crate::units::Paths;
use crate::workspace::{Progress, Step, Workspace};

#[derive(Debug, clap::Args)]
pub(super) struct Status {
    paths: Vec<String>,
    #[arg(long, value_enum, default_value_t)]
    format: Format,
    #[arg(long, value_name = "LANG", value_delimiter = ',')]
    language: Vec<Language>,
}

/// Figures of a row.
const COLUMNS: usize = 7;

/// Columns of the bar.
const BAR: usize = 6;

struct Row<'a> {
    paths: &'a Paths,
    counts: Counts,
    findings: usize,
}

impl Status {
    pub(super) fn run(&self, terminal: &Terminal) -> Result<Exit, Error> {
        let workspace = terminal.workspace()?;
        let pairs = workspace.select(&self.paths, &self.language)?;
        terminal.begin(Step::Documents, pairs.len() as u64);
        let rows: Vec<Row<'_>> = pairs
            .par_iter()
            .map(|paths| {
                let row = row(&workspace, paths);
                terminal.advance(1);
                row
            })
            .collect::<Result<_, Error>>()?;
        terminal.end();
        let mut out = terminal.out();
        match self.format {
            Format::Human => human(terminal, &rows, &mut out)?,
            Format::Json => {
                form::json(&as_json(&rows), &mut out)?;
            }
        }
        out.flush()?;
        Ok(Exit::Done)
    }
}

fn row<'a>(workspace: &Workspace, paths: &'a Paths) -> Result<Row<'a>, Error> {
    let pair = workspace.load(paths)?;
    let review = workspace.analyse(&pair);
    let counts = review.counts(&pair.source, &pair.target);
    let loud = |judged: &&crate::analysis::Diagnostic| judged.waived.is_none() && judged.severity >= Severity::Warning;
    // What has no translation yet is not wrong, only not begun.
    let findings = if paths.translated { review.findings.iter().filter(loud).count() } else { 0 };
    Ok(Row { paths, counts, findings })
}

fn as_json(rows: &[Row<'_>]) -> serde_json::Value {
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

fn human(terminal: &Terminal, rows: &[Row<'_>], out: &mut dyn Write) -> Result<(), Error> {
    let ui = &terminal.ui;
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
    let mut lines: Vec<(String, String, [String; COLUMNS], usize)> = Vec::new();
    for row in rows {
        lines.push((
            visible(&row.paths.original[folder..]).into_owned(),
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
    let name = longest.min(terminal.width().saturating_sub(rest).max(12));
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
    totals(terminal, rows, out)
}

fn totals(terminal: &Terminal, rows: &[Row<'_>], out: &mut dyn Write) -> Result<(), Error> {
    let sum = |count: fn(&Counts) -> usize| rows.iter().map(|row| count(&row.counts)).sum::<usize>();
    let said = terminal.ui.status_total(
        rows.len(),
        sum(|counts| counts.aligned),
        sum(|counts| counts.accepted),
        sum(|counts| counts.stale + counts.edited),
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

/// The bytes of the folder that all originals stand in, its slash included.
fn common_folder(rows: &[Row<'_>]) -> usize {
    let paths = || rows.iter().map(|row| row.paths.original.as_str());
    let Some(first) = paths().next() else { return 0 };
    let shared = |length: &usize| paths().all(|path| path.starts_with(&first[..*length]));
    first.match_indices('/').map(|(at, _)| at + 1).rfind(shared).unwrap_or(0)
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
