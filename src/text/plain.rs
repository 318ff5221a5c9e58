//! Plain text: paragraphs by blank lines or by lines.

use std::borrow::Cow;

use super::comment::{Delimiters, HTML};
use super::parts::Parts;
use super::syntax::Syntax;
use super::{BlockKind, Kind, Span, content, directive, looks};

/// How plain text is cut into paragraphs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Layout {
    /// By blank lines; by lines where a file has several lines and no blank one.
    #[default]
    Auto,
    /// By blank lines.
    BlankLine,
    /// Every line is a paragraph.
    Line,
}

/// Plain text: every sign is a letter of it, but for comments that speak to tolmach.
pub(super) struct Plain {
    pub(super) layout: Layout,
}

impl Syntax for Plain {
    fn read(&self, text: &str, from: usize) -> Parts {
        read(text, from, self.layout)
    }

    fn wording(&self, text: &str) -> String {
        let mut wording = String::with_capacity(text.len());
        looks::fold(text, true, &mut wording);
        wording.truncate(wording.trim_end().len());
        wording
    }

    fn with_destinations<'a>(&self, text: &'a str, _: &dyn Fn(&str) -> Option<String>) -> Cow<'a, str> {
        Cow::Borrowed(text)
    }

    fn comments(&self) -> Delimiters {
        HTML
    }
}

fn read(text: &str, from: usize, layout: Layout) -> Parts {
    let mut parts = Parts::default();
    let lines = lines(text, from);
    let by_line = match layout {
        Layout::Line => true,
        Layout::BlankLine => false,
        Layout::Auto => has_no_blank_line_within(&lines),
    };
    let mut comments = Comments { none_ends_after: text.len() };
    let mut paragraph: Vec<Span> = Vec::new();
    let mut at = 0;
    while let Some(line) = lines.get(at) {
        let comment = comments.at(text, line.start);
        if line.is_empty() || by_line || comment.is_some() {
            close(text, &mut paragraph, &mut parts);
        }
        let Some((comment, kind)) = comment else {
            if !line.is_empty() {
                paragraph.push(*line);
            }
            at += 1;
            continue;
        };
        parts.block(comment, kind);
        at += lines[at..].partition_point(|line| line.end <= comment.end);
        if let Some(rest) = lines.get(at).filter(|line| line.start < comment.end) {
            paragraph.extend(content::lines(text, Span::new(comment.end, rest.end)));
            at += 1;
        }
    }
    close(text, &mut paragraph, &mut parts);
    parts
}

/// Every line without its ending and the white space around it.
fn lines(text: &str, from: usize) -> Vec<Span> {
    let mut lines = Vec::new();
    let mut start = from;
    while start < text.len() {
        let rest = &text.as_bytes()[start..];
        let end = rest.iter().position(|byte| matches!(byte, b'\n' | b'\r')).map_or(text.len(), |at| start + at);
        lines.push(content::trim(text, Span::new(start, end)));
        let ending = if text[end..].starts_with("\r\n") { 2 } else { 1 };
        start = end + ending;
    }
    lines
}

/// Whether several lines follow one another without a blank one.
fn has_no_blank_line_within(lines: &[Span]) -> bool {
    let first = lines.iter().position(|line| !line.is_empty());
    let last = lines.iter().rposition(|line| !line.is_empty());
    let (Some(first), Some(last)) = (first, last) else { return false };
    first < last && lines[first..=last].iter().all(|line| !line.is_empty())
}

fn close(text: &str, lines: &mut Vec<Span>, parts: &mut Parts) {
    let (Some(first), Some(last)) = (lines.first(), lines.last()) else { return };
    let whole = Span::new(first.start, last.end);
    if text[whole.range()].contains(char::is_alphanumeric) {
        content::paragraphs(text, lines, Kind::Prose, &[], &mut parts.paragraphs);
    } else {
        // «* * *» and the like part a text; there is nothing to translate.
        parts.block(whole, BlockKind::Rule);
    }
    lines.clear();
}

/// The tolmach comments of a text; other comments are text here.
struct Comments {
    /// From here on no comment ends: once looked for, it need not be looked for again.
    none_ends_after: usize,
}

impl Comments {
    fn at(&mut self, text: &str, start: usize) -> Option<(Span, BlockKind)> {
        // Only a comment that speaks to tolmach is searched for its end, so that no stretch is searched twice.
        if start >= self.none_ends_after || !HTML.speaks_to_tolmach(&text[start..]) {
            return None;
        }
        let Some(end) = HTML.end(&text[start..]).map(|end| start + end) else {
            self.none_ends_after = start;
            return None;
        };
        let comment = &text[start..end];
        let kind = match () {
            () if directive::is_gap(comment) => BlockKind::Gap,
            () if directive::is_allow(comment) => BlockKind::Allow,
            () => BlockKind::Comment,
        };
        Some((Span::new(start, end), kind))
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Document, Format, MarkKind};
    use super::*;

    fn read(text: &str) -> Document {
        Document::read(text.as_bytes(), Format::Plain(Layout::Auto))
    }

    fn texts(text: &str) -> Vec<String> {
        read(text).paragraphs.into_iter().map(|paragraph| paragraph.text).collect()
    }

    #[test]
    fn blank_lines_part_paragraphs_and_wrapped_lines_do_not() {
        assert_eq!(
            texts("Первый абзац,\nс переносом.\n \t\nВторой «абзац.\n\n"),
            ["Первый абзац,\nс переносом.", "Второй «абзац."]
        );
    }

    #[test]
    fn a_file_without_blank_lines_has_a_paragraph_a_line() {
        assert_eq!(texts("\nПервый.\r\nВторой.\r\n  Третий.\r\n\r\n"), ["Первый.", "Второй.", "Третий."]);
        assert_eq!(texts("Один\rДва"), ["Один", "Два"]);
        assert_eq!(texts("Единственный."), ["Единственный."]);
    }

    #[test]
    fn a_layout_that_is_named_holds() {
        let lines = |layout| Document::read("а\nб\n\nв".as_bytes(), Format::Plain(layout)).paragraphs.len();
        assert_eq!((lines(Layout::Auto), lines(Layout::BlankLine), lines(Layout::Line)), (2, 2, 3));
        assert_eq!(Document::read("а\nб".as_bytes(), Format::Plain(Layout::BlankLine)).paragraphs.len(), 1);
    }

    #[test]
    fn typed_lists_notes_and_replies_are_paragraphs_of_their_own() {
        let article = "Репортаж из Алматы\n\nЛюди требовали:\n– снизить цены;\n– отпустить задержанных (1).\n\n\
                       — Кто вы?\n— Местный, — ответил\nон.\n— Давно здесь?\n\n1) Первое “без пары\n2) Второе\n\n\
                       (1) По данным МВД.\n1- https://example.org/a\n2- https://example.org/b\n\nИван Иванов, Алматы\n\n\
                       © Все права защищены";
        assert_eq!(
            texts(article),
            [
                "Репортаж из Алматы",
                "Люди требовали:",
                "– снизить цены;",
                "– отпустить задержанных (1).",
                "— Кто вы?",
                "— Местный, — ответил\nон.",
                "— Давно здесь?",
                "1) Первое “без пары",
                "2) Второе",
                "(1) По данным МВД.",
                "1- https://example.org/a",
                "2- https://example.org/b",
                "Иван Иванов, Алматы",
                "© Все права защищены",
            ]
        );
    }

    #[test]
    fn a_line_of_stars_is_a_rule() {
        let document = read("Один.\n\n* * *\n\nДва.");
        assert_eq!(document.paragraphs.len(), 2);
        assert_eq!((document.blocks[0].kind, document.blocks[0].before), (BlockKind::Rule, 1));
    }

    #[test]
    fn a_gap_may_hold_blank_lines_and_other_comments_are_text() {
        let document = read(
            "Один.\n<!-- tolmach: translate\nДва.\n\nТри.\n-->\nПять.\n\n<!-- заметка -->\n<!-- tolmach: allow x: y --> Шесть.\n<!-- tolmach: translate",
        );
        let texts: Vec<&str> = document.paragraphs.iter().map(|paragraph| paragraph.text.as_str()).collect();
        assert_eq!(texts, ["Один.", "Пять.", "<!-- заметка -->", "Шесть.\n<!-- tolmach: translate"]);
        let kinds: Vec<_> = document.blocks.iter().map(|block| (block.kind, block.before)).collect();
        assert_eq!(kinds, [(BlockKind::Gap, 1), (BlockKind::Allow, 3)]);
    }

    #[test]
    fn addresses_are_marked_in_plain_text_too() {
        let paragraph = read("Пишите: a@b.kz или https://e.org.").paragraphs.remove(0);
        assert!(paragraph.marks.iter().all(|mark| mark.kind == MarkKind::Url));
        assert_eq!(paragraph.marks.len(), 2);
    }
}
