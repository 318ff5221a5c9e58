//! `check` for people: grouped by document, the line of text with the place marked, both sides, the way out.

use std::io::{self, Write};

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use super::{DocumentReport, FindingReport, PlaceReport, Report, visible};
use crate::checks::Severity;
use crate::ui::Ui;

/// The colours of the page; a stream that wants none strips them.
pub mod styles {
    use anstyle::{AnsiColor, Style};

    pub const ERROR: Style = AnsiColor::Red.on_default().bold();
    pub const WARNING: Style = AnsiColor::Yellow.on_default().bold();
    pub const INFO: Style = AnsiColor::Cyan.on_default();
    pub const HEAD: Style = Style::new().bold();
    pub const DIM: Style = Style::new().dimmed();
    pub const GOOD: Style = AnsiColor::Green.on_default();
    pub const REMOVED: Style = AnsiColor::Red.on_default();
    pub const ADDED: Style = AnsiColor::Green.on_default();
}

/// How the page is laid out.
#[derive(Clone, Copy, Debug)]
pub struct Page {
    /// In terminal columns.
    pub width: usize,
    /// Whether waived findings are shown too.
    pub waived: bool,
}

/// Writes the report for people.
///
/// # Errors
///
/// Where the writer fails.
pub fn human(report: &Report, page: Page, ui: &Ui, out: &mut dyn Write) -> io::Result<()> {
    for document in &report.documents {
        let shown: Vec<&FindingReport> =
            document.findings.iter().filter(|finding| page.waived || finding.waived.is_none()).collect();
        if shown.is_empty() {
            continue;
        }
        head(document, ui, out)?;
        for finding in shown {
            write_finding(finding, page, ui, out)?;
        }
    }
    foot(report, ui, out)
}

fn head(document: &DocumentReport, ui: &Ui, out: &mut dyn Write) -> io::Result<()> {
    let style = styles::HEAD;
    writeln!(out, "{style}{}{style:#}", visible(&document.translation))?;
    let from = ui.say("report-original", &[("original", visible(&document.original).into_owned().into())]);
    writeln!(out, "{dim}{from}{dim:#}\n", dim = styles::DIM)
}

fn write_finding(finding: &FindingReport, page: Page, ui: &Ui, out: &mut dyn Write) -> io::Result<()> {
    let style = style(finding.severity);
    let severity = ui.say(severity_id(finding.severity), &[]);
    let label = format!("{severity}[{}]", finding.rule);
    let message = format!("{label}: {}", visible(&finding.message));
    for (at, line) in textwrap::wrap(&message, page.width.saturating_sub(2).max(20)).iter().enumerate() {
        match line.strip_prefix(label.as_str()).filter(|_| at == 0) {
            Some(rest) => writeln!(out, "  {style}{label}{style:#}{rest}")?,
            None => writeln!(out, "    {line}")?,
        }
    }
    for place in finding.target.iter().chain(&finding.source) {
        write_place(place, page, style, out)?;
    }
    let dim = styles::DIM;
    if let Some(fix) = &finding.fix {
        writeln!(
            out,
            "    {dim}={dim:#} {}",
            ui.say("report-fix", &[("text", visible(&fix.text).into_owned().into())])
        )?;
    }
    if let Some(reason) = &finding.waived {
        writeln!(
            out,
            "    {dim}={dim:#} {}",
            ui.say("report-waived", &[("reason", visible(reason).into_owned().into())])
        )?;
    }
    writeln!(out)
}

fn write_place(place: &PlaceReport, page: Page, style: anstyle::Style, out: &mut dyn Write) -> io::Result<()> {
    let dim = styles::DIM;
    writeln!(out, "    {dim}{}:{}:{}{dim:#}", visible(&place.path), place.start.line, place.start.column)?;
    let (before, marked, after) = cut(place, page.width.saturating_sub(6).max(20));
    let under = before.width();
    let whole = before.is_empty() && after.is_empty();
    writeln!(out, "    {dim}│{dim:#} {before}{style}{marked}{style:#}{after}")?;
    if !whole && !marked.is_empty() {
        writeln!(out, "    {dim}│{dim:#} {}{style}{}{style:#}", " ".repeat(under), "^".repeat(marked.width().max(1)))?;
    }
    Ok(())
}

/// The paragraph around a place, cut to `width` columns: before, the place, after.
fn cut(place: &PlaceReport, width: usize) -> (String, String, String) {
    let text = &place.paragraph;
    let (start, end) = place.within;
    let before = visible(text.get(..start).unwrap_or_default());
    let marked = visible(text.get(start..end).unwrap_or(text));
    let after = visible(text.get(end..).unwrap_or_default());
    let marked = first_columns(&marked, width);
    let left = width.saturating_sub(marked.width());
    let after_room = left.saturating_sub(before.width().min(left / 2));
    let after = first_columns(&after, after_room);
    let before = last_columns(&before, left.saturating_sub(after.width()));
    (before, marked, after)
}

fn first_columns(text: &str, width: usize) -> String {
    if text.width() <= width {
        return text.to_owned();
    }
    let mut kept = String::new();
    let mut used = 0;
    for letter in text.graphemes(true) {
        used += letter.width();
        if used + 1 > width {
            break;
        }
        kept.push_str(letter);
    }
    if width > 0 {
        kept.push('…');
    }
    kept
}

fn last_columns(text: &str, width: usize) -> String {
    if text.width() <= width {
        return text.to_owned();
    }
    let mut kept: Vec<&str> = Vec::new();
    let mut used = 0;
    for letter in text.graphemes(true).rev() {
        used += letter.width();
        if used + 1 > width {
            break;
        }
        kept.push(letter);
    }
    kept.reverse();
    if width > 0 { format!("…{}", kept.concat()) } else { String::new() }
}

fn foot(report: &Report, ui: &Ui, out: &mut dyn Write) -> io::Result<()> {
    let counts = report.documents.iter().map(|document| document.counts);
    let (mut units, mut aligned, mut accepted, mut stale) = (0, 0, 0, 0);
    for counted in counts {
        units += counted.units;
        aligned += counted.aligned;
        accepted += counted.accepted;
        stale += counted.stale + counted.edited;
    }
    if !report.untranslated.is_empty() {
        let mut languages: Vec<&str> = report.untranslated.iter().map(|(_, language, _)| language.as_str()).collect();
        languages.dedup();
        languages.sort_unstable();
        languages.dedup();
        let said = ui.say(
            "report-untranslated",
            &[("count", report.untranslated.len().into()), ("languages", languages.join(", ").into())],
        );
        writeln!(out, "{said}")?;
    }
    let pairs = ui.say(
        "report-pairs",
        &[
            ("documents", report.documents.len().into()),
            ("units", units.into()),
            ("aligned", aligned.into()),
            ("accepted", accepted.into()),
            ("changed", stale.into()),
        ],
    );
    writeln!(out, "{pairs}")?;
    let summary = &report.summary;
    let style = match (summary.error, summary.warning) {
        (0, 0) => styles::GOOD,
        (0, _) => styles::WARNING,
        _ => styles::ERROR,
    };
    writeln!(out, "{style}{}{style:#}", plural_summary(report, ui))
}

/// The last line: how many errors, warnings and notes.
pub fn plural_summary(report: &Report, ui: &Ui) -> String {
    let summary = &report.summary;
    if summary.error + summary.warning + summary.info + summary.waived == 0 {
        return ui.say("report-clean", &[]);
    }
    let mut parts = Vec::new();
    for (count, id) in [
        (summary.error, "report-errors"),
        (summary.warning, "report-warnings"),
        (summary.info, "report-notes"),
        (summary.waived, "report-waivers"),
    ] {
        if count > 0 {
            parts.push(ui.say(id, &[("count", count.into())]));
        }
    }
    parts.join(", ")
}

fn style(severity: Severity) -> anstyle::Style {
    match severity {
        Severity::Error => styles::ERROR,
        Severity::Warning => styles::WARNING,
        Severity::Info | Severity::Off => styles::INFO,
    }
}

fn severity_id(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "severity-error",
        Severity::Warning => "severity-warning",
        Severity::Info => "severity-info",
        Severity::Off => "severity-off",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Position;

    fn place(paragraph: &str, marked: &str) -> PlaceReport {
        let start = paragraph.find(marked).unwrap();
        let position = Position { line: 1, column: 1 };
        PlaceReport {
            path: "a.md".to_owned(),
            start: position,
            end: position,
            bytes: (0, 0),
            text: marked.to_owned(),
            paragraph: paragraph.to_owned(),
            within: (start, start + marked.len()),
        }
    }

    #[test]
    fn a_long_paragraph_is_cut_around_the_place() {
        let long = format!("{}городской акимат{}", "слово ".repeat(50), " слово".repeat(50));
        let (before, marked, after) = cut(&place(&long, "акимат"), 60);
        assert_eq!(marked, "акимат");
        assert!(before.starts_with('…') && after.ends_with('…'));
        assert!(before.width() + marked.width() + after.width() <= 60);
    }

    #[test]
    fn wide_letters_count_two_columns() {
        let (before, _, after) = cut(&place("人人生而自由在尊严", "自由"), 10);
        assert!(before.width() + 4 + after.width() <= 10);
    }
}
