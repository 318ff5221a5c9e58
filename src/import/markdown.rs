//! Blocks as Markdown, one line a paragraph.

use super::escape::Place;
use super::runs::{Run, What, blank, plain, tidy};
use super::{Article, Block, Lost, LostKind, inline};

/// Quotes and lists within one another are written as such up to this depth.
const DEEPEST: usize = 12;

/// CommonMark reads numbers of at most nine digits.
const LAST_NUMBER: u32 = 999_999_999;

pub(super) fn write(article: Article) -> (String, Lost) {
    let mut writer = Writer { lost: article.lost };
    let mut blocks = writer.blocks(article.blocks, 0);
    for (at, note) in article.notes.into_iter().enumerate() {
        let note = writer.blocks(note, 0);
        blocks.push(indented(&format!("[^{}]: ", at + 1), "    ", &note.join("\n\n")));
    }
    let mut text = blocks.join("\n\n");
    if !text.is_empty() {
        text.push('\n');
    }
    (text, writer.lost)
}

struct Writer {
    lost: Lost,
}

impl Writer {
    /// One Markdown block each.
    fn blocks(&mut self, blocks: Vec<Block>, depth: usize) -> Vec<String> {
        let mut written: Vec<String> = Vec::new();
        // Two lists in a row would be one, were their marks the same.
        let (mut turn, mut before) = (false, None);
        for block in blocks {
            let numbered = match &block {
                Block::List { first, .. } => Some(first.is_some()),
                _ => None,
            };
            turn = numbered.is_some() && numbered == before && !turn;
            let more = self.block(block, depth, turn);
            if !more.is_empty() {
                before = numbered;
                written.extend(more);
            }
        }
        written
    }

    fn block(&mut self, block: Block, depth: usize, turn: bool) -> Vec<String> {
        let one = match block {
            Block::Paragraph(runs) => self.inline(runs, Place::Paragraph),
            Block::Heading(level, runs) => self.heading(level, runs),
            Block::Quote(_) | Block::List { .. } if depth >= DEEPEST => {
                self.lost.add(LostKind::Nesting);
                let inner = match block {
                    Block::Quote(inner) => inner,
                    Block::List { items, .. } => items.into_iter().flatten().collect(),
                    _ => Vec::new(),
                };
                return self.blocks(inner, depth);
            }
            Block::Quote(inner) => {
                let inner = self.blocks(inner, depth + 1);
                if inner.is_empty() { String::new() } else { indented("> ", "> ", &inner.join("\n\n")) }
            }
            Block::List { first, items } => self.list(first, items, depth, turn),
            Block::Code { language, text } => code(&language, &text),
            Block::Table(rows) => self.table(rows),
            // Hyphens at the very beginning would open front matter.
            Block::Rule => "***".to_owned(),
        };
        if one.is_empty() { Vec::new() } else { vec![one] }
    }

    fn inline(&mut self, runs: Vec<Run>, place: Place) -> String {
        let runs = tidy(runs);
        if blank(&runs) {
            return String::new();
        }
        let (text, given_up) = inline::write(&runs, place);
        if given_up {
            self.lost.add(LostKind::Emphasis);
        }
        text
    }

    fn heading(&mut self, level: u8, runs: Vec<Run>) -> String {
        let mut runs = tidy(runs);
        // A heading is bold by itself.
        let texts = |run: &&mut Run| matches!(run.what, What::Text(_));
        if runs.iter().all(|run| run.style.strong || !matches!(run.what, What::Text(_))) {
            runs.iter_mut().filter(texts).for_each(|run| run.style.strong = false);
        }
        for run in runs.iter_mut().filter(|run| run.what == What::Break) {
            self.lost.add(LostKind::Break);
            run.what = What::Text(" ".to_owned());
        }
        let text = self.inline(runs, Place::Heading);
        if text.is_empty() { text } else { format!("{} {text}", "#".repeat(usize::from(level.clamp(1, 6)))) }
    }

    fn list(&mut self, first: Option<u32>, items: Vec<Vec<Block>>, depth: usize, turn: bool) -> String {
        let tight = items.iter().all(|item| {
            let mut blocks = item.iter();
            matches!(blocks.next(), Some(Block::Paragraph(_)) | None)
                // A list that does not begin at 1 cannot follow a line of text.
                && blocks.all(|block| matches!(block, Block::List { first: None | Some(1), .. }))
        });
        let mut number = first.unwrap_or(0).min(LAST_NUMBER - 1_000_000);
        let mut written = Vec::new();
        for item in items {
            let inner = self.blocks(item, depth + 1);
            if inner.is_empty() {
                continue;
            }
            let marker = match (first, turn) {
                (Some(_), false) => format!("{number}. "),
                (Some(_), true) => format!("{number}) "),
                (None, false) => "- ".to_owned(),
                (None, true) => "+ ".to_owned(),
            };
            number += 1;
            let inner = inner.join(if tight { "\n" } else { "\n\n" });
            written.push(indented(&marker, &" ".repeat(marker.len()), &inner));
        }
        written.join(if tight { "\n" } else { "\n\n" })
    }

    fn table(&mut self, rows: Vec<Vec<Vec<Run>>>) -> String {
        let mut rows: Vec<Vec<String>> =
            rows.into_iter().map(|row| row.into_iter().map(|cell| self.inline(cell, Place::Cell)).collect()).collect();
        rows.retain(|row: &Vec<String>| row.iter().any(|cell| !cell.is_empty()));
        // A column without a word was there to look at.
        let widest = rows.iter().map(Vec::len).max().unwrap_or(0);
        let worded: Vec<usize> =
            (0..widest).filter(|at| rows.iter().any(|row| row.get(*at).is_some_and(|cell| !cell.is_empty()))).collect();
        let line = |row: &Vec<String>| {
            let cells = worded.iter().map(|at| row.get(*at).map_or("", String::as_str));
            let cells: Vec<String> = cells.map(|cell| format!(" {cell} ").replace("  ", " ")).collect();
            format!("|{}|", cells.join("|"))
        };
        let mut lines: Vec<String> = rows.iter().map(line).collect();
        if !lines.is_empty() {
            lines.insert(1, format!("|{}", "---|".repeat(worded.len())));
        }
        lines.join("\n")
    }
}

/// The text with `first` before its first line and `rest` before the others; blank lines get no white space.
fn indented(first: &str, rest: &str, text: &str) -> String {
    let mut written = String::new();
    for (at, line) in text.split('\n').enumerate() {
        let mark = if at == 0 { first } else { rest };
        if at > 0 {
            written.push('\n');
        }
        written.push_str(if line.is_empty() { mark.trim_end() } else { mark });
        written.push_str(line);
    }
    written
}

fn code(language: &str, text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let kept = |c: &char| matches!(c, '\n' | '\t') || !c.is_control();
    let text: String = text.chars().filter(kept).collect();
    let text = text.trim_end_matches('\n');
    if text.trim().is_empty() {
        return String::new();
    }
    let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(3.max(longest + 1));
    let is_name = |c: char| c.is_ascii_alphanumeric() || "+-#_.".contains(c);
    let language = if language.chars().all(is_name) { language } else { "" };
    format!("{fence}{language}\n{text}\n{fence}")
}

/// The lines of a cell that holds more than one paragraph.
pub(super) fn flat(blocks: Vec<Block>, lost: &mut Lost) -> Vec<Run> {
    let several = blocks.len() > 1;
    let mut runs: Vec<Run> = Vec::new();
    let mut odd = several;
    for block in blocks {
        if !runs.is_empty() {
            runs.push(Run::line_break());
        }
        match block {
            Block::Paragraph(more) | Block::Heading(_, more) => runs.extend(more),
            Block::Quote(inner) => runs.extend(flat(inner, lost)),
            Block::List { items, .. } => {
                odd = true;
                for (at, item) in items.into_iter().enumerate() {
                    if at > 0 {
                        runs.push(Run::line_break());
                    }
                    runs.push(Run::text("• "));
                    runs.extend(flat(item, lost));
                }
            }
            Block::Code { text, .. } => {
                odd = true;
                runs.push(Run::text(text));
            }
            Block::Table(rows) => {
                odd = true;
                for cell in rows.into_iter().flatten() {
                    runs.push(Run::line_break());
                    runs.extend(cell);
                }
            }
            Block::Rule => {}
        }
    }
    if odd {
        lost.add(LostKind::Cell);
    }
    runs
}

/// Whether a table only lays out what it holds: one cell, or cells with headings, tables, quotes or code.
pub(super) fn is_layout(rows: &[Vec<Vec<Block>>]) -> bool {
    let lays = |block: &Block| {
        matches!(block, Block::Heading(..) | Block::Table(_) | Block::Quote(_) | Block::Code { .. } | Block::Rule)
    };
    let cells = || rows.iter().flatten();
    cells().filter(|cell| !cell.is_empty()).count() < 2 || cells().any(|cell| cell.iter().any(lays))
}

/// A table, or what it holds one after the other.
pub(super) fn table(rows: Vec<Vec<Vec<Block>>>, lost: &mut Lost) -> Vec<Block> {
    if is_layout(&rows) {
        if rows.iter().flatten().any(|cell| !cell.is_empty()) {
            lost.add(LostKind::LayoutTable);
        }
        return rows.into_iter().flatten().flatten().collect();
    }
    let cells = |row: Vec<Vec<Block>>, lost: &mut Lost| row.into_iter().map(|cell| flat(cell, lost)).collect();
    vec![Block::Table(rows.into_iter().map(|row| cells(row, lost)).collect())]
}

/// Whether the text of runs is nothing but a number or a sign, as marks of footnotes are.
pub(super) fn is_mark(runs: &[Run]) -> bool {
    let text = plain(runs);
    let text = text.trim().trim_matches(['[', ']', '(', ')', '\u{fe0e}', '\u{fe0f}']);
    let count = text.chars().count();
    (1..=4).contains(&count) && text.chars().all(|c| c.is_ascii_digit() || !c.is_alphanumeric())
}
