//! `check` for people: grouped by document, the line of text with the place marked, both sides, the way out.

use std::io::{self, Write};

use unicode_width::UnicodeWidthStr;

use super::columns::{shortened, shortened_before};
use super::summary::foot;
use super::{DocumentReport, FindingReport, PlaceReport, Report, styles, visible, visible_line};
use crate::i18n::Messages;
use crate::rules::{Fact, Severity};
use crate::text::on_one_line;

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
pub fn human(report: &Report, page: Page, ui: &Messages, out: &mut dyn Write) -> io::Result<()> {
    for document in report.all() {
        let document = document?;
        let shown: Vec<&FindingReport> =
            document.findings.iter().filter(|finding| page.waived || finding.waived.is_none()).collect();
        if shown.is_empty() {
            continue;
        }
        head(&document, ui, out)?;
        for run in shown.chunk_by(|one, next| follows(one, next)) {
            match run {
                // A translation under way lacks its whole end; each paragraph of it is no news.
                [first, .., last] if run.len() > 2 => write_run(first, last, run.len(), page, ui, out)?,
                _ => run.iter().try_for_each(|finding| write_finding(finding, page, ui, out))?,
            }
        }
    }
    foot(report, page.width, ui, out)
}

/// Whether `next` says of the next paragraph of the original what `one` says of its own: that it has no translation.
fn follows(one: &FindingReport, next: &FindingReport) -> bool {
    let missing = |finding: &FindingReport| {
        finding.rule == "missing-translation" && finding.target.is_none() && finding.waived.is_none()
    };
    let beside = one.unit.zip(next.unit).is_some_and(|(one, next)| one + 1 == next);
    missing(one) && missing(next) && one.severity == next.severity && beside
}

fn write_run(
    first: &FindingReport,
    last: &FindingReport,
    length: usize,
    page: Page,
    ui: &Messages,
    out: &mut dyn Write,
) -> io::Result<()> {
    let mut shown = Vec::new();
    write_finding(first, page, ui, &mut shown)?;
    // The blank line that ends a finding comes after what is said of the others.
    shown.pop();
    out.write_all(&shown)?;
    let place = last.source.as_ref().map(|place| format!("{}:{}", visible_line(&place.path), place.start.line));
    let said = ui.report_more_missing(length - 1, place.unwrap_or_default());
    let options = textwrap::Options::new(page.width.max(24)).initial_indent("    = ").subsequent_indent("      ");
    for line in textwrap::wrap(&said, options) {
        writeln!(out, "{line}")?;
    }
    writeln!(out)
}

fn head(document: &DocumentReport, ui: &Messages, out: &mut dyn Write) -> io::Result<()> {
    let style = styles::HEAD;
    writeln!(out, "{style}{}{style:#}", visible_line(&document.translation))?;
    if document.original == document.translation {
        return writeln!(out);
    }
    let from = ui.report_original(visible_line(&document.original).into_owned());
    writeln!(out, "{dim}{from}{dim:#}\n", dim = styles::DIM)
}

fn write_finding(finding: &FindingReport, page: Page, ui: &Messages, out: &mut dyn Write) -> io::Result<()> {
    let style = style(finding.severity);
    let severity = ui.severity(finding.severity);
    let label = format!("{severity}[{}]", finding.rule);
    // A message may quote a paragraph that runs over several lines.
    let mut said = on_one_line(&visible(&finding.message));
    let change = match finding.facts.get("change") {
        Some(Fact::Text(change)) => Some(change),
        _ => None,
    };
    // The change is shown below, as it was and as it is.
    if let Some(bare) = change.and_then(|change| said.strip_suffix(visible(change).as_ref())) {
        said = bare.trim_end_matches([':', ' ']).to_owned();
    }
    let message = format!("{label}: {said}");
    for (at, line) in textwrap::wrap(&message, page.width.saturating_sub(4).max(20)).iter().enumerate() {
        match line.strip_prefix(label.as_str()).filter(|_| at == 0) {
            Some(rest) => writeln!(out, "  {style}{label}{style:#}{rest}")?,
            None => writeln!(out, "    {line}")?,
        }
    }
    if let Some(change) = change {
        write_change(change, page, ui, out)?;
    }
    for place in finding.target.iter().chain(&finding.source) {
        write_place(place, page, style, out)?;
    }
    let mut ends = Vec::new();
    if !finding.also.is_empty() {
        let places: Vec<String> =
            finding.also.iter().map(|place| format!("{}:{}", visible_line(&place.path), place.start.line)).collect();
        ends.push(ui.report_also(places.join(", ")));
    }
    if let Some(fix) = &finding.fix {
        ends.push(match fix.text.as_str() {
            "" => ui.report_fix_remove(),
            " " => ui.report_fix_space(),
            _ => ui.report_fix(&fix.text),
        });
    }
    if let Some(reason) = &finding.waived {
        ends.push(ui.report_waived(reason));
    }
    let dim = styles::DIM;
    for end in ends {
        for (at, line) in textwrap::wrap(&visible(&end), page.width.saturating_sub(6).max(20)).iter().enumerate() {
            let mark = if at == 0 { '=' } else { ' ' };
            writeln!(out, "    {dim}{mark}{dim:#} {line}")?;
        }
    }
    writeln!(out)
}

/// What changed since the unit was accepted: the words as they were, then as they are.
///
/// `change` marks what went `[-so-]` and what came `{+so+}`.
fn write_change(change: &str, page: Page, ui: &Messages, out: &mut dyn Write) -> io::Result<()> {
    let dim = styles::DIM;
    let (was, now) = sides(change);
    let labels = [ui.report_was(), ui.report_now()];
    let column = labels.iter().map(|label| label.width()).max().unwrap_or(0);
    for (label, text, style) in [(&labels[0], was, styles::REMOVED), (&labels[1], now, styles::ADDED)] {
        let label = format!("{label}{}", " ".repeat(column - label.width()));
        let indent = " ".repeat(column + 1);
        let options = textwrap::Options::new(page.width.saturating_sub(6).max(20)).subsequent_indent(&indent);
        let mut marked = false;
        for line in textwrap::wrap(&format!("{label} {}", visible(&text)), options) {
            write!(out, "    {dim}│{dim:#} ")?;
            for piece in line.split_inclusive(['⟦', '⟧']) {
                // The colour goes from mark to mark, also over the end of a line.
                let ends = piece.ends_with('⟧');
                let text =
                    if ends || !piece.ends_with('⟦') { piece } else { &piece[..piece.len() - '⟦'.len_utf8()] };
                match marked {
                    true => write!(out, "{style}{text}{style:#}")?,
                    false => write!(out, "{text}")?,
                }
                if piece.ends_with('⟦') {
                    write!(out, "{style}⟦{style:#}")?;
                    marked = true;
                }
                marked &= !ends;
            }
            writeln!(out)?;
        }
    }
    Ok(())
}

/// The two texts of a change, with what differs between `⟦` and `⟧`.
fn sides(change: &str) -> (String, String) {
    let (mut was, mut now) = (String::new(), String::new());
    let mut rest = change;
    loop {
        let removed = rest.find("[-").map(|at| (at, "-]", true));
        let added = rest.find("{+").map(|at| (at, "+}", false));
        let next = removed.into_iter().chain(added).min_by_key(|(at, ..)| *at);
        let Some((at, close, gone)) = next else { break };
        let Some(length) = rest[at + 2..].find(close) else { break };
        was.push_str(&rest[..at]);
        now.push_str(&rest[..at]);
        let words = &rest[at + 2..at + 2 + length];
        let side = if gone { &mut was } else { &mut now };
        let bare = words.trim();
        if !bare.is_empty() {
            let (lead, tail) = words.split_once(bare).unwrap_or_default();
            side.push_str(&format!("{lead}⟦{bare}⟧{tail}"));
        }
        rest = &rest[at + 2 + length + close.len()..];
    }
    was.push_str(rest);
    now.push_str(rest);
    (on_one_line(&was), on_one_line(&now))
}

fn write_place(place: &PlaceReport, page: Page, style: anstyle::Style, out: &mut dyn Write) -> io::Result<()> {
    let dim = styles::DIM;
    writeln!(out, "    {dim}{}:{}:{}{dim:#}", visible_line(&place.path), place.start.line, place.start.column)?;
    let (before, marked, after) = cut(place, page.width.saturating_sub(6).max(20));
    let whole = before.is_empty() && after.is_empty();
    if whole || marked.is_empty() {
        return writeln!(out, "    {dim}│{dim:#} {before}{style}{marked}{style:#}{after}");
    }
    // A terminal turns right-to-left text around, and a mark under it would be under other letters.
    if [&before, &marked, &after].iter().any(|text| text.chars().any(right_to_left)) {
        return writeln!(out, "    {dim}│{dim:#} {before}⟦{style}{marked}{style:#}⟧{after}");
    }
    writeln!(out, "    {dim}│{dim:#} {before}{style}{marked}{style:#}{after}")?;
    let carets = "^".repeat(marked.width().max(1));
    writeln!(out, "    {dim}│{dim:#} {}{style}{carets}{style:#}", " ".repeat(before.width()))
}

/// Whether a letter is of a script written from right to left (Hebrew, Arabic and their neighbours in Unicode).
fn right_to_left(letter: char) -> bool {
    matches!(letter, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}')
        || matches!(letter, '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
}

/// The paragraph around a place, cut to `width` columns: before, the place, after.
fn cut(place: &PlaceReport, width: usize) -> (String, String, String) {
    let text = &place.paragraph;
    let (start, end) = place.within;
    let before = visible(text.get(..start).unwrap_or_default());
    let marked = match text.get(start..end) {
        // Spaces at the end of a line could not be seen.
        Some(marked) if !marked.is_empty() && marked.trim().is_empty() => "␠".repeat(marked.chars().count()).into(),
        Some(marked) => visible(marked),
        None => visible(text),
    };
    let after = visible(text.get(end..).unwrap_or_default());
    let marked = shortened(&marked, width);
    let left = width.saturating_sub(marked.width());
    let after_room = left.saturating_sub(before.width().min(left / 2));
    let after = shortened(&after, after_room);
    let before = shortened_before(&before, left.saturating_sub(after.width()));
    (before, marked, after)
}

fn style(severity: Severity) -> anstyle::Style {
    match severity {
        Severity::Error => styles::ERROR,
        Severity::Warning => styles::WARNING,
        Severity::Info | Severity::Off => styles::INFO,
    }
}

#[cfg(test)]
mod tests {
    use super::super::specimen;
    use super::*;
    use crate::i18n::Locale;
    use crate::text::Position;

    fn place(paragraph: &str, marked: &str) -> PlaceReport {
        let start = paragraph.find(marked).unwrap();
        let position = Position { line: 1, column: 1 };
        PlaceReport {
            path: "a.md".into(),
            start: position,
            end: position,
            bytes: (0, 0),
            byte_columns: (1, 1),
            text: marked.to_owned(),
            paragraph: paragraph.to_owned(),
            within: (start, start + marked.len()),
        }
    }

    fn shown(finding: &FindingReport) -> String {
        let mut out = Vec::new();
        write_finding(finding, Page { width: 80, waived: true }, &Messages::new(Locale::English), &mut out).unwrap();
        anstream::adapter::strip_str(&String::from_utf8(out).unwrap()).to_string()
    }

    #[test]
    fn a_finding_shows_both_sides_with_the_place_marked_and_the_way_out() {
        let mut finding = specimen::finding();
        finding.message = "“city hall” is not to be used here".to_owned();
        let expected = "  warning[term-deprecated]: “city hall” is not to be used here
    translations/en/а #.md:3:5
    │ The city hall is open.
    │     ^^^^^^^^^
    originals/а #.md:3:11
    │ Городской акимат открыт.
    │           ^^^^^^
    = write “akimat”

";
        assert_eq!(shown(&finding), expected);
    }

    #[test]
    fn right_to_left_text_is_marked_in_the_line_itself() {
        let mut finding = specimen::finding();
        finding.target = Some(specimen::place("translations/ar/a.md", 1, "في ⟦المدينة⟧ اليوم"));
        assert!(shown(&finding).contains("│ في ⟦المدينة⟧ اليوم\n    originals"), "{}", shown(&finding));
    }

    #[test]
    fn a_change_is_shown_as_it_was_and_as_it_is() {
        let mut finding = specimen::finding();
        let change = "… in [-1904-]{+1905+} the {+big +}fire";
        finding.message = format!("the original changed: {change}");
        finding.facts = [("change", Fact::Text(change.to_owned()))].into_iter().collect();
        let text = shown(&finding);
        assert!(text.starts_with("  warning[term-deprecated]: the original changed\n"), "{text}");
        assert!(text.contains("    │ was: … in ⟦1904⟧ the fire\n    │ now: … in ⟦1905⟧ the ⟦big⟧ fire\n"), "{text}");
    }

    #[test]
    fn no_line_is_wider_than_the_page() {
        let mut finding = specimen::finding();
        finding.message = "слово ".repeat(60);
        let long = format!("{}⟦{}⟧{}", "текст ".repeat(30), "自由".repeat(40), " хвост".repeat(30));
        finding.target = Some(specimen::place("translations/zh/a.md", 1, &long));
        let change = format!("[-{}-]{{+{}+}}", "до ".repeat(60), "после ".repeat(60));
        finding.facts = [("change", Fact::Text(change))].into_iter().collect();
        let text = shown(&finding);
        let wide: Vec<&str> = text.lines().filter(|line| line.width() > 80).collect();
        assert!(wide.is_empty(), "{wide:#?}");
        assert!(text.lines().count() > 12);
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
