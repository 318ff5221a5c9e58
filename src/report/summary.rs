//! The end of the page: what is untranslated, and how many units and findings there are.

use std::io::{self, Write};

use super::{Report, styles};
use crate::i18n::Messages;

/// Writes what follows the findings: untranslated originals, counts of units, counts of findings.
pub(super) fn foot(report: &Report, width: usize, ui: &Messages, out: &mut dyn Write) -> io::Result<()> {
    if let Some(said) = untranslated_summary(report, ui) {
        for line in textwrap::wrap(&said, width) {
            writeln!(out, "{line}")?;
        }
    }
    let pairs = ui.report_pairs(
        report.len(),
        report.totals.aligned,
        report.totals.units,
        report.totals.accepted,
        report.totals.changed,
    );
    for line in textwrap::wrap(&pairs, width) {
        writeln!(out, "{line}")?;
    }
    let summary = &report.summary;
    if summary.error + summary.warning + summary.info > 0 {
        writeln!(out, "{dim}{}{dim:#}", ui.report_explain(), dim = styles::DIM)?;
    }
    let style = match (summary.error + report.errors.len(), summary.warning) {
        (0, 0) if !report.is_empty() => styles::GOOD,
        (0, _) => styles::WARNING,
        _ => styles::ERROR,
    };
    writeln!(out, "{style}{}{style:#}", plural_summary(report, ui))
}

/// How many originals have no translation, and into which languages; none where all have one.
pub(super) fn untranslated_summary(report: &Report, ui: &Messages) -> Option<String> {
    let mut languages: Vec<&str> = report.untranslated.iter().map(|(_, language, _)| language.as_str()).collect();
    languages.dedup();
    languages.sort_unstable();
    languages.dedup();
    (!languages.is_empty()).then(|| ui.report_untranslated(report.untranslated.len(), languages.join(", ")))
}

/// The last line: how many errors, warnings and notes.
pub fn plural_summary(report: &Report, ui: &Messages) -> String {
    let summary = &report.summary;
    let found = summary.error + summary.warning + summary.info + summary.waived + summary.baseline;
    // Nothing is clean that nobody looked at.
    if found + report.errors.len() == 0 {
        return if report.is_empty() { ui.report_nothing_checked() } else { ui.report_clean() };
    }
    let mut parts = Vec::new();
    for (count, said) in [
        (summary.error, ui.report_errors(summary.error)),
        (summary.warning, ui.report_warnings(summary.warning)),
        (summary.info, ui.report_notes(summary.info)),
        (summary.waived, ui.report_waivers(summary.waived)),
        (summary.baseline, ui.report_baseline(summary.baseline)),
        (summary.left_out, ui.report_left_out(summary.left_out)),
        (report.errors.len(), ui.report_unchecked()),
    ] {
        if count > 0 {
            parts.push(said);
        }
    }
    parts.join(", ")
}
