//! `check --format markdown`: a summary for the comment of a pull request or the page of a CI step.
//!
//! The gravest findings come first, at most 60,000 bytes: GitHub and GitLab cut a comment off beyond 65,536.

use std::collections::BTreeMap;
use std::io::{self, Write};

use super::{DocumentReport, FindingReport, Report, plural_summary, visible, visible_line};
use crate::i18n::Messages;
use crate::rules::Severity;
use crate::text::on_one_line;

/// The most bytes of a summary.
const LIMIT: usize = 60_000;

/// The most bytes of one cell: a message may quote a long paragraph.
const CELL: usize = 600;

/// Writes the summary in Markdown of GitHub and GitLab.
///
/// # Errors
///
/// Where the writer fails or the report's store cannot be read.
pub fn markdown(report: &Report, ui: &Messages, out: &mut dyn Write) -> io::Result<()> {
    let mut page = Page { text: String::new(), full: false };
    page.add(&format!("### tolmach\n\n{}\n\n", escaped(&plural_summary(report, ui))));
    let mut unsaid = 0;
    for error in &report.errors {
        unsaid += usize::from(!page.add(&format!("- {}\n", escaped(error))));
    }
    if !report.errors.is_empty() {
        page.add("\n");
    }
    let summary = &report.summary;
    if summary.error + summary.warning + summary.info > 0 {
        unsaid += findings(report, ui, &mut page)?;
    }
    documents(report, ui, &mut page)?;
    if unsaid > 0 {
        page.end(&format!("\n{}\n", ui.github_beyond(unsaid)));
    }
    writeln!(out, "{}", page.text.trim_end())
}

/// What was written so far.
struct Page {
    text: String,
    full: bool,
}

impl Page {
    /// Adds a piece where there is room for it, and nothing behind a piece that was left out.
    fn add(&mut self, piece: &str) -> bool {
        const END: usize = 300;
        self.full |= self.text.len() + piece.len() + END > LIMIT;
        if !self.full {
            self.text.push_str(piece);
        }
        !self.full
    }

    /// Adds what is at the end of a page that is full.
    fn end(&mut self, piece: &str) {
        self.text.push_str(piece);
    }
}

/// The table of findings; how many of them had no room.
fn findings(report: &Report, ui: &Messages, page: &mut Page) -> io::Result<usize> {
    page.add(&format!("| {} | {} | {} |\n|---|---|---|\n", ui.github_place(), ui.github_rule(), ui.github_message()));
    let mut unsaid = 0;
    for severity in [Severity::Error, Severity::Warning, Severity::Info] {
        let rows = report.each(|_, finding| {
            (finding.waived.is_none() && finding.severity == severity).then(|| row(report, finding))
        });
        for row in rows {
            unsaid += usize::from(!page.add(&row?));
        }
    }
    page.add("\n");
    Ok(unsaid)
}

fn row(report: &Report, finding: &FindingReport) -> String {
    let kind = match finding.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info | Severity::Off => "notice",
    };
    let place = finding.target.as_ref().or(finding.source.as_ref()).map_or_else(String::new, |place| {
        let path = report.in_repository(&place.path);
        escaped(&format!("{}:{}:{}", visible_line(&path), place.start.line, place.start.column))
    });
    let message = escaped(&on_one_line(&visible(&finding.message)));
    format!("| {} | {kind} `{}` | {} |\n", cut(&place), finding.rule, cut(&message))
}

/// The documents with findings or without a translation, folded.
fn documents(report: &Report, ui: &Messages, page: &mut Page) -> io::Result<()> {
    let mut open: BTreeMap<String, [usize; 3]> = BTreeMap::new();
    for document in report.documents() {
        let document: DocumentReport = document?;
        let counts = &mut [0; 3];
        for finding in document.findings.iter().filter(|finding| finding.waived.is_none()) {
            match finding.severity {
                Severity::Error => counts[0] += 1,
                Severity::Warning => counts[1] += 1,
                Severity::Info => counts[2] += 1,
                Severity::Off => {}
            }
        }
        if counts.iter().sum::<usize>() > 0 {
            open.insert(report.in_repository(&document.translation), *counts);
        }
    }
    if open.len() < 2 {
        return Ok(());
    }
    let mut rows: Vec<(String, [usize; 3])> = open.into_iter().collect();
    rows.sort_by_key(|(_, counts)| std::cmp::Reverse(*counts));
    let mut table = format!(
        "<details><summary>{}</summary>\n\n| {} | {} | {} | {} |\n|---|--:|--:|--:|\n",
        escaped(&ui.page_documents()),
        escaped(&ui.status_document()),
        ui.page_head_errors(),
        ui.page_head_warnings(),
        ui.page_head_notes()
    );
    let all = rows.len();
    for (path, [errors, warnings, notes]) in rows.iter().take(50) {
        table.push_str(&format!("| {} | {errors} | {warnings} | {notes} |\n", cut(&escaped(&visible_line(path)))));
    }
    if all > 50 {
        table.push_str(&format!("\n{}\n", ui.page_more(all - 50)));
    }
    page.add(&format!("{table}\n</details>\n"));
    Ok(())
}

/// A cell of at most so many bytes; no escape is cut in two.
fn cut(cell: &str) -> String {
    if cell.len() <= CELL {
        return cell.to_owned();
    }
    let mut end = CELL;
    while !cell.is_char_boundary(end) {
        end -= 1;
    }
    let start = end.saturating_sub(8);
    let start = (start..end).find(|at| cell.is_char_boundary(*at)).unwrap_or(end);
    let broken = cell[start..end].rfind(['\\', '&']).map_or(end, |at| start + at);
    format!("{}…", &cell[..broken])
}

/// Text of a table's cell, nothing of it obeyed as Markdown or HTML.
fn escaped(text: &str) -> String {
    let mut escaped = String::new();
    for letter in visible(text).chars() {
        match letter {
            '\n' => escaped.push(' '),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '&' => escaped.push_str("&amp;"),
            // A word joined to the sign would call somebody by name.
            '@' => escaped.push_str("&#64;"),
            '\\' | '|' | '`' | '*' | '_' | '[' | ']' | '#' | '~' | '!' | '$' => escaped.extend(['\\', letter]),
            letter => escaped.push(letter),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::super::specimen;
    use super::*;
    use crate::i18n::Locale;

    fn written(report: &Report) -> String {
        let mut out = Vec::new();
        markdown(report, &Messages::new(Locale::English), &mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn the_summary_holds_no_markup_of_a_text() {
        let text = written(&specimen::report());
        assert!(text.contains("&lt;b&gt; &amp; \"quoted\""), "{text}");
        assert!(text.contains("| docs/translations/en/а \\#.md:3:5 | warning `term-deprecated` |"), "{text}");
    }

    #[test]
    fn the_gravest_come_first_and_the_rest_is_counted() {
        let mut documents = specimen::documents();
        let mut finding = specimen::finding();
        finding.message = "&".repeat(5_000);
        let mut findings = vec![finding.clone(); 2_000];
        finding.severity = Severity::Error;
        findings.push(finding);
        documents[0].findings = findings;
        let text = written(&specimen::of(documents));
        assert!(text.len() <= LIMIT, "{}", text.len());
        let rows: Vec<&str> = text.lines().filter(|line| line.starts_with("| docs/")).collect();
        assert!(rows[0].contains("| error `"), "{}", rows[0]);
        assert!(rows.iter().all(|row| row.ends_with("&amp;… |")), "{}", rows[1]);
        assert!(text.trim_end().ends_with(&format!("{} more findings", 2_001 - rows.len())), "{text}");
    }

    #[test]
    fn a_report_without_findings_says_so() {
        let mut documents = specimen::documents();
        documents.iter_mut().for_each(|document| document.findings.clear());
        let text = written(&specimen::of(documents));
        assert!(!text.contains('|') && text.starts_with("### tolmach\n\n"), "{text}");
    }
}
