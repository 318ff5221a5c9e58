//! The screen: the list of findings, the page of one, what is being asked, the keys.

use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use ratatui::text::Line;
use ratatui::widgets::Paragraph;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use super::lines::{Look, Marked, fitted};
use super::offer::Offer;
use super::page::{self, Pen};
use crate::diff;
use crate::i18n::{KeyHelp, Messages};
use crate::report::visible;
use crate::session::{
    Arrangement, Command, Decision, Form, Input, KEYS, Note, Prompt, ReviewState, ReviewedPair, Scope, fixes,
};

/// Draws the stage; the scroll that was asked for is kept within the page.
pub(super) fn draw(frame: &mut Frame<'_>, stage: &mut ReviewState, offers: &[Offer], pen: Pen<'_>) {
    let area = frame.area();
    let pen = Pen { width: usize::from(area.width), ..pen };
    let foot = foot(stage, pen);
    let rows = usize::from(area.height);
    let list_rows = (rows / 4).clamp(3, 10);
    let mut lines = head(stage, pen);
    let prompt = question(stage, pen);
    match stage.prompt {
        Prompt::Help => lines.extend(help(pen)),
        Prompt::Terms { at } => lines.extend(terms(offers, at, rows.saturating_sub(foot.len() + 5), pen)),
        _ if stage.walk.entries().is_empty() => {
            lines.push(Line::default());
            lines.push(Marked::new(&pen.ui.review_empty(), Look::Plain).line(pen.width, pen.palette));
        }
        _ => lines.extend(list(stage, list_rows, pen)),
    }
    let room = rows.saturating_sub(lines.len() + foot.len());
    let mut cursor = None;
    if !matches!(stage.prompt, Prompt::Help | Prompt::Terms { .. }) {
        if let Some((sheet, judged)) = stage.walk.here() {
            lines.push(rule(pen));
            let asked_rows = prompt.as_ref().map_or(0, |prompt| (prompt.lines.len() + 1).min(room * 2 / 3));
            let page = page::page(sheet, judged, pen);
            let page_rows = room.saturating_sub(asked_rows + 1);
            stage.scroll = stage.scroll.min(page.len().saturating_sub(page_rows));
            let more = page.len().saturating_sub(stage.scroll + page_rows);
            let from = stage.scroll;
            lines.extend(page.into_iter().skip(from).take(page_rows));
            if more > 0 && prompt.is_none() {
                lines.pop();
                let said = pen.ui.review_more(more + 1);
                lines.push(Marked::new(&said, Look::Dim).line(pen.width, pen.palette));
            }
        }
        if let Some(prompt) = prompt {
            let at = rows.saturating_sub(foot.len() + prompt.lines.len() + 1).max(2);
            lines.resize(at, Line::default());
            lines.push(rule(pen));
            cursor = prompt.cursor.map(|(row, column)| (at + 1 + row, column));
            lines.extend(prompt.lines);
        }
    }
    let foot_at = rows.saturating_sub(foot.len());
    lines.resize(foot_at, Line::default());
    lines.extend(foot);
    frame.render_widget(Paragraph::new(lines), Rect { x: 0, y: 0, ..area });
    if let Some((row, column)) = cursor.filter(|(row, _)| *row < foot_at) {
        let clamped = |at: usize, most: u16| u16::try_from(at).unwrap_or(u16::MAX).min(most.saturating_sub(1));
        frame.set_cursor_position(Position { x: clamped(column, area.width), y: clamped(row, area.height) });
    }
}

fn rule(pen: Pen<'_>) -> Line<'static> {
    Marked::new(&"─".repeat(pen.width), Look::Dim).line(pen.width, pen.palette)
}

/// Where one is: how many findings there are, the document or concept, the order.
fn head(stage: &ReviewState, pen: Pen<'_>) -> Vec<Line<'static>> {
    let walk = &stage.walk;
    let total = walk.entries().len();
    let mut said = Marked::new("tolmach review", Look::Head);
    let at = if total == 0 { 0 } else { walk.at() + 1 };
    said.push(&format!("  {}", pen.ui.review_position(at, total)), Look::Plain);
    let order = match walk.arrangement() {
        Arrangement::Document => pen.ui.review_by_document(),
        Arrangement::Concept => pen.ui.review_by_concept(),
    };
    said.push(&format!("  {}", order), Look::Dim);
    if let Some(rule) = walk.rule() {
        said.push(&format!("  {}", pen.ui.review_only(rule)), Look::Dim);
    }
    if let Some(heading) = walk.heading(walk.at()) {
        said.push(&format!("  {heading}"), Look::Plain);
    }
    vec![said.line(pen.width, pen.palette)]
}

/// The findings around the one one is at.
fn list(stage: &ReviewState, rows: usize, pen: Pen<'_>) -> Vec<Line<'static>> {
    let walk = &stage.walk;
    let total = walk.entries().len();
    let first = walk.at().saturating_sub(rows / 2).min(total.saturating_sub(rows));
    let shown = first..(first + rows).min(total);
    let place = |at: usize| {
        let (sheet, judged) = walk.entry(at).expect("an entry of the list");
        let (path, line) = sheet.place(judged);
        format!("{}:{line}", short(path))
    };
    let places = shown.clone().map(|at| place(at).width()).max().unwrap_or_default().min(pen.width / 3);
    let rules = shown.clone().filter_map(|at| Some(walk.entry(at)?.1.finding.rule.len())).max().unwrap_or_default();
    shown
        .map(|at| {
            let (sheet, judged) = walk.entry(at).expect("an entry of the list");
            let here = at == walk.at();
            let mark = match (here, walk.is_skipped(at)) {
                (true, _) => "▸ ",
                (false, true) => "· ",
                (false, false) => "  ",
            };
            let mut row = Marked::new(mark, Look::Head);
            row.push(&fitted(&visible(&place(at)), places), if here { Look::Head } else { Look::Plain });
            row.push(&format!("  {}  ", fitted(judged.finding.rule, rules)), page::look(judged.severity));
            // A sentence without facts is the same in every row: what it is about tells them apart.
            let said = match judged.finding.facts.is_empty() {
                true => excerpt(sheet, walk.entries()[at].finding, pen.ui),
                false => pen.ui.finding(&judged.finding),
            };
            row.push(&said, if here { Look::Head } else { Look::Plain });
            row.line(pen.width, pen.palette)
        })
        .collect()
}

/// The file's name with its folder: enough to know it by.
fn short(path: &str) -> String {
    let parts: Vec<&str> = path.rsplit('/').take(2).collect();
    parts.into_iter().rev().collect::<Vec<_>>().join("/")
}

/// So many rows of a paragraph that is being typed are shown.
const SHOWN: usize = 8;

/// What is asked: its lines, and where the cursor is in them.
struct Question {
    lines: Vec<Line<'static>>,
    /// Row and column.
    cursor: Option<(usize, usize)>,
}

fn question(stage: &ReviewState, pen: Pen<'_>) -> Option<Question> {
    let plain = |text: &str| Marked::new(text, Look::Plain).line(pen.width, pen.palette);
    Some(match &stage.prompt {
        Prompt::Nothing | Prompt::Help | Prompt::Terms { .. } => return None,
        Prompt::Search(input) => Question::typed(&pen.ui.review_ask_search(), input, pen),
        Prompt::Rewrite { input, .. } => Question::paragraph(&pen.ui.review_ask_rewrite(), input, pen),
        Prompt::Pair(input) => {
            let mut prompt = Question::typed(&pen.ui.review_ask_pair(), input, pen);
            prompt.lines.push(Marked::new(&pen.ui.review_ask_pair_example(), Look::Dim).line(pen.width, pen.palette));
            prompt
        }
        Prompt::Form { input, decision } => {
            let mut prompt = Question::typed(&pen.ui.review_ask_form(), input, pen);
            for (kind, label) in [(Form::Admitted, pen.ui.review_as_admitted()), (Form::Form, pen.ui.review_as_form())]
            {
                let mark = if kind == *decision { "(•) " } else { "( ) " };
                prompt.lines.push(plain(&format!("{mark}{label}")));
            }
            prompt
        }
        Prompt::Reason { input, recent, scope } => {
            let mut prompt = Question::typed(&pen.ui.review_ask_reason(), input, pen);
            for (at, reason) in stage.reasons.iter().take(4).enumerate() {
                let mark = if *recent == Some(at) { "▸ " } else { "  " };
                prompt.lines.push(Marked::new(&format!("{mark}{reason}"), Look::Dim).line(pen.width, pen.palette));
            }
            prompt.lines.extend(scope_line(scope, pen));
            if scope.all {
                prompt.lines.extend(preview(stage, scope, None, pen));
            }
            prompt
        }
        Prompt::Sure { decision, scope } => {
            let heading = match decision {
                Decision::Fix => pen.ui.review_ask_fix(),
                Decision::Accept => pen.ui.review_ask_accept(),
            };
            let mut lines = vec![Marked::new(&heading, Look::Head).line(pen.width, pen.palette)];
            lines.extend(scope_line(scope, pen));
            lines.extend(preview(stage, scope, Some(*decision), pen));
            Question { lines, cursor: None }
        }
    })
}

impl Question {
    fn typed(prompt: &str, input: &Input, pen: Pen<'_>) -> Question {
        let (before, _) = input.split();
        let column = prompt.width() + 1 + visible(before).width();
        let line = Marked::new(&format!("{prompt} "), Look::Head).and(input.text(), Look::Plain);
        Question { lines: vec![line.line(pen.width, pen.palette)], cursor: Some((0, column)) }
    }

    /// A whole paragraph being typed, over as many rows as it takes.
    fn paragraph(prompt: &str, input: &Input, pen: Pen<'_>) -> Question {
        let before = input.split().0.len();
        let mut rows = vec![String::new()];
        let mut cursor = (0, 0);
        for (at, letter) in input.text().grapheme_indices(true) {
            let shown = visible(letter);
            let row = rows.last().map_or(0, |row| row.width());
            if row + shown.width() >= pen.width && row > 0 {
                rows.push(String::new());
            }
            rows.last_mut().expect("there is a first row").push_str(&shown);
            if at < before {
                cursor = (rows.len() - 1, rows.last().map_or(0, |row| row.width()));
            }
        }
        // Of a long one what is around the cursor.
        let first = cursor.0.saturating_sub(SHOWN / 2).min(rows.len().saturating_sub(SHOWN));
        let mut lines = vec![Marked::new(prompt, Look::Head).line(pen.width, pen.palette)];
        lines.extend(
            rows.iter().skip(first).take(SHOWN).map(|row| Marked::new(row, Look::Plain).line(pen.width, pen.palette)),
        );
        Question { lines, cursor: Some((cursor.0 - first + 1, cursor.1)) }
    }
}

/// How many findings it is about, where it could be several.
fn scope_line(scope: &Scope, pen: Pen<'_>) -> Option<Line<'static>> {
    if scope.count() < 2 {
        return None;
    }
    let count = scope.count();
    let said = if scope.all { pen.ui.review_scope_all(count) } else { pen.ui.review_scope_one(count) };
    Some(Marked::new(&said, Look::Plain).line(pen.width, pen.palette))
}

/// What will be done where, one line a place.
fn preview(stage: &ReviewState, scope: &Scope, decision: Option<Decision>, pen: Pen<'_>) -> Vec<Line<'static>> {
    let chosen = scope.chosen();
    let most = 12;
    let mut lines: Vec<Line<'static>> = chosen
        .iter()
        .take(most)
        .filter_map(|at| {
            let (sheet, judged) = stage.walk.entry(*at)?;
            let (path, line) = sheet.place(judged);
            let place = format!("{}:{line}  ", short(path));
            let mut row = Marked::new(&place, Look::Dim);
            let finding = stage.walk.entries()[*at].finding;
            match decision {
                Some(Decision::Fix) => fixed(sheet, finding, &mut row, pen.width.saturating_sub(place.width())),
                _ => row.push(&excerpt(sheet, finding, pen.ui), Look::Plain),
            }
            Some(row.line(pen.width, pen.palette))
        })
        .collect();
    if chosen.len() > most {
        let said = pen.ui.review_and_more(chosen.len() - most);
        lines.push(Marked::new(&said, Look::Dim).line(pen.width, pen.palette));
    }
    lines
}

/// The line that a fix changes, as `… [-was-]{+is+} …`.
fn fixed(sheet: &ReviewedPair, finding: usize, row: &mut Marked, width: usize) {
    let text = &sheet.pair.target.text;
    for edit in fixes(sheet, &[finding]).as_slice() {
        let (span, new) = (edit.bytes, &*String::from_utf8_lossy(&edit.text));
        let beside = width.saturating_sub(text[span.range()].width() + new.width() + 8) / 2;
        let line_start = text[..span.start].rfind('\n').map_or(0, |at| at + 1);
        let line_end = text[span.end..].find('\n').map_or(text.len(), |at| span.end + at);
        row.push(&tail(&text[line_start..span.start], beside), Look::Plain);
        let changes = [
            diff::Change { step: diff::Step::Removed, text: text[span.range()].to_owned() },
            diff::Change { step: diff::Step::Added, text: new.to_owned() },
        ];
        for change in changes.iter().filter(|change| !change.text.is_empty()) {
            let look = if change.step == diff::Step::Removed { Look::Removed } else { Look::Added };
            row.push(Marked::with_changes(std::slice::from_ref(change)).text(), look);
        }
        row.push(&text[span.end..line_end], Look::Plain);
    }
}

fn tail(text: &str, width: usize) -> String {
    if text.width() <= width {
        return text.to_owned();
    }
    let mut kept: Vec<char> = Vec::new();
    let mut used = 1;
    for letter in text.chars().rev() {
        used += letter.to_string().width();
        if used > width {
            break;
        }
        kept.push(letter);
    }
    format!("…{}", kept.into_iter().rev().collect::<String>())
}

/// What a finding marks, and the beginning of its paragraph.
fn excerpt(sheet: &ReviewedPair, finding: usize, ui: &Messages) -> String {
    let judged = &sheet.analysis.findings[finding];
    let texts = judged.unit.map(|unit| sheet.texts(&sheet.pin(unit))).unwrap_or_default();
    let text = texts.1.first().or(texts.0.first()).cloned();
    text.unwrap_or_else(|| ui.finding(&judged.finding))
}

/// The candidates around the chosen one, and an example of that.
fn terms(offers: &[Offer], at: usize, rows: usize, pen: Pen<'_>) -> Vec<Line<'static>> {
    let mut lines = vec![Marked::new(&pen.ui.review_terms_head(), Look::Head).line(pen.width, pen.palette)];
    let first = at.saturating_sub(rows / 2).min(offers.len().saturating_sub(rows));
    for (place, offer) in offers.iter().enumerate().skip(first).take(rows) {
        let (mark, look) = if place == at { ("▸ ", Look::Head) } else { ("  ", Look::Plain) };
        lines.push(Marked::new(mark, Look::Head).and(&offer.head, look).line(pen.width, pen.palette));
    }
    lines.push(rule(pen));
    for line in offers.get(at).map(|offer| &offer.example).into_iter().flatten() {
        lines.push(Marked::new(line, Look::Plain).line(pen.width, pen.palette));
    }
    lines
}

/// The note and the keys.
fn foot(stage: &ReviewState, pen: Pen<'_>) -> Vec<Line<'static>> {
    let note = match &stage.note {
        Note::Nothing => String::new(),
        Note::Notice(notice) => pen.ui.notice(*notice),
        Note::Said(said) => said.clone(),
    };
    let mut lines = vec![Marked::new(&note, Look::Head).line(pen.width, pen.palette)];
    let keys = match &stage.prompt {
        Prompt::Nothing => short_keys(stage, pen.ui),
        Prompt::Help => pen.ui.review_keys_help(),
        Prompt::Search(_) | Prompt::Pair(_) | Prompt::Rewrite { .. } => pen.ui.review_keys_line(),
        Prompt::Form { .. } => pen.ui.review_keys_form(),
        Prompt::Reason { .. } => pen.ui.review_keys_reason(),
        Prompt::Sure { .. } => pen.ui.review_keys_sure(),
        Prompt::Terms { .. } => pen.ui.review_keys_terms(),
    };
    let mut keys = Marked::new(&keys, Look::Dim).wrapped(pen.width, 0, pen.palette);
    keys.truncate(2);
    lines.extend(keys);
    lines
}

/// The keys of the foot: what decides, then where to find the rest; that of the fix only where there is one.
fn short_keys(stage: &ReviewState, ui: &Messages) -> String {
    let walk = &stage.walk;
    let has_fix = walk.here().is_some_and(|(sheet, _)| !fixes(sheet, &[walk.entries()[walk.at()].finding]).is_empty());
    let shown = [
        Command::Fix,
        Command::Edit,
        Command::Accept,
        Command::Waive,
        Command::Glossary,
        Command::Pair,
        Command::Skip,
        Command::Undo,
        Command::Terms,
        Command::Search,
        Command::Help,
        Command::Quit,
    ];
    let keys: Vec<String> = shown
        .iter()
        .filter(|act| has_fix || **act != Command::Fix)
        .filter_map(|act| KEYS.iter().find(|(_, known, _)| known == act))
        .map(|(key, _, help)| format!("{key}\u{a0}{}", ui.short_key(*help).replace(' ', "\u{a0}")))
        .collect();
    keys.join("  ")
}

/// All keys, in two columns where there is room.
fn help(pen: Pen<'_>) -> Vec<Line<'static>> {
    let row = |(key, _, help): &(char, Command, KeyHelp)| format!("  {key}  {}", pen.ui.key(*help));
    let rows: Vec<String> = KEYS.iter().map(row).collect();
    let half = rows.len().div_ceil(2);
    let column = pen.width / 2;
    let mut lines = vec![Line::default()];
    for at in 0..half {
        let right = rows.get(at + half).map_or("", String::as_str);
        let line = format!("{}{right}", fitted(&rows[at], column));
        lines.push(Marked::new(&line, Look::Plain).line(pen.width, pen.palette));
    }
    lines.push(Line::default());
    lines.extend(Marked::new(&pen.ui.review_help(), Look::Plain).wrapped(pen.width, 0, pen.palette));
    lines
}
