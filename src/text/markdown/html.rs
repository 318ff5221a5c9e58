//! HTML blocks: comments, tags, and the prose that is between tags.

use super::super::comment::HTML;
use super::super::parts::Parts;
use super::super::{BlockKind, Kind, MarkKind, Span, content, directive};

/// Tags that are within a line of prose; all others part it.
const INLINE: &[&str] = &[
    "a", "abbr", "b", "bdi", "bdo", "br", "cite", "code", "del", "dfn", "em", "font", "i", "img", "ins", "kbd", "mark",
    "nobr", "q", "s", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
];

/// Elements whose text is not prose, up to their closing tag.
const OPAQUE: &[&str] = &["script", "style", "pre", "textarea", "svg", "math", "template"];

/// Splits an HTML block, given by the lines it takes up in the file (without quote marks before them), into
/// comments, prose and the rest.
pub(super) fn read(text: &str, lines: &[Span], kind: Kind, parts: &mut Parts) {
    let Some((first, last)) = lines.first().zip(lines.last()) else { return };
    // Quote marks between the lines would have to be cut out of every tag; such a block stays whole.
    let whole = Span::new(first.start, last.end);
    if lines.windows(2).any(|pair| text[pair[0].end..pair[1].start].contains(|c: char| !c.is_whitespace())) {
        let trimmed = content::trim(text, whole);
        let shown = &text[trimmed.range()];
        let comment = HTML.end(shown) == Some(shown.len());
        parts.block(trimmed, if comment { comment_kind(shown) } else { BlockKind::Html });
        return;
    }
    let mut block = HtmlBlock { text, kind, parts, rest: whole.start, prose: None, marks: Vec::new() };
    let mut at = whole.start;
    while at < whole.end {
        let token = token(text, at, whole.end);
        block.take(&token);
        at = token.span.end;
    }
    block.close_prose(whole.end);
    block.close_rest(whole.end);
}

struct HtmlBlock<'a> {
    text: &'a str,
    kind: Kind,
    parts: &'a mut Parts,
    /// Where what is neither comment nor prose began.
    rest: usize,
    /// Where a run of text and inline tags began, and whether it has a letter.
    prose: Option<(usize, bool)>,
    marks: Vec<content::FileMark>,
}

impl HtmlBlock<'_> {
    fn take(&mut self, token: &Token) {
        let span = token.span;
        match token.what {
            What::Text => {
                let worded = self.text[span.range()].contains(char::is_alphanumeric);
                let prose = self.prose.get_or_insert((span.start, false));
                prose.1 |= worded;
            }
            What::Inline => {
                self.prose.get_or_insert((span.start, false));
                self.marks.push((span, MarkKind::Html));
            }
            What::Tag => self.close_prose(span.start),
            What::Comment => {
                self.close_prose(span.start);
                self.close_rest(span.start);
                self.parts.block(span, comment_kind(&self.text[span.range()]));
                self.rest = span.end;
            }
        }
    }

    fn close_prose(&mut self, end: usize) {
        let marks = std::mem::take(&mut self.marks);
        let Some((start, true)) = self.prose.take() else { return };
        let lines = content::lines(self.text, Span::new(start, end));
        if let Some(paragraph) = content::paragraph(self.text, &lines, self.kind, &marks) {
            self.close_rest(paragraph.span.start);
            self.rest = paragraph.span.end;
            self.parts.paragraphs.push(paragraph);
        }
    }

    fn close_rest(&mut self, end: usize) {
        let trimmed = content::trim(self.text, Span::new(self.rest, end.max(self.rest)));
        if !trimmed.is_empty() {
            self.parts.block(trimmed, BlockKind::Html);
        }
    }
}

fn comment_kind(comment: &str) -> BlockKind {
    if directive::is_gap(comment) {
        BlockKind::Gap
    } else if directive::is_allow(comment) {
        BlockKind::Allow
    } else {
        BlockKind::Comment
    }
}

struct Token {
    span: Span,
    what: What,
}

enum What {
    Text,
    /// A tag within a line.
    Inline,
    /// A tag that parts lines, a declaration, an opaque element.
    Tag,
    Comment,
}

/// The token at `at`; what is not closed goes on to `end`, so that nothing is searched twice.
fn token(text: &str, at: usize, end: usize) -> Token {
    let rest = &text[at..end];
    let to = |len: Option<usize>| Span::new(at, len.map_or(end, |len| at + len));
    if rest.starts_with(HTML.open) {
        return Token { span: to(HTML.end(rest)), what: What::Comment };
    }
    if rest.starts_with("<!") || rest.starts_with("<?") {
        return Token { span: to(rest.find('>').map(|found| found + 1)), what: What::Tag };
    }
    let Some(name) = tag_name(rest) else {
        // A `<` that opens no tag is text.
        let next = rest.char_indices().skip(1).find(|(_, c)| *c == '<').map(|(found, _)| found);
        return Token { span: to(next), what: What::Text };
    };
    let lower = name.to_ascii_lowercase();
    if !rest.starts_with("</") && OPAQUE.contains(&lower.as_str()) {
        return Token { span: to(closing_tag(rest, &lower)), what: What::Tag };
    }
    let what = if INLINE.contains(&lower.as_str()) { What::Inline } else { What::Tag };
    Token { span: to(tag_end(rest)), what }
}

/// The name of the tag at the start of `rest`.
fn tag_name(rest: &str) -> Option<&str> {
    let inside = rest.strip_prefix('<')?;
    let inside = inside.strip_prefix('/').unwrap_or(inside);
    let name = &inside[..inside.find(|c: char| !c.is_ascii_alphanumeric() && c != '-').unwrap_or(inside.len())];
    name.starts_with(|c: char| c.is_ascii_alphabetic()).then_some(name)
}

/// Where the tag at the start of `rest` ends; a `>` in quotes does not end it.
fn tag_end(rest: &str) -> Option<usize> {
    let mut quote = None;
    for (at, byte) in rest.bytes().enumerate() {
        match (byte, quote) {
            (b'>', None) => return Some(at + 1),
            (b'"' | b'\'', None) => quote = Some(byte),
            (byte, Some(open)) if byte == open => quote = None,
            _ => {}
        }
    }
    None
}

/// Where the closing tag of `name` ends.
fn closing_tag(rest: &str, name: &str) -> Option<usize> {
    rest.match_indices("</").find_map(|(at, _)| {
        let found = rest.get(at + 2..at + 2 + name.len())?;
        found.eq_ignore_ascii_case(name).then(|| rest[at..].find('>').map_or(rest.len(), |close| at + close + 1))
    })
}

#[cfg(test)]
mod tests {
    use super::super::super::{Document, Format};
    use super::*;

    fn shown(text: &str) -> (Vec<String>, Vec<(BlockKind, String)>) {
        let document = Document::read(text.as_bytes(), Format::Markdown);
        let blocks = document.blocks.iter().map(|block| (block.kind, document.text[block.span.range()].to_owned()));
        let blocks = blocks.collect();
        (document.paragraphs.into_iter().map(|paragraph| paragraph.text).collect(), blocks)
    }

    #[test]
    fn prose_between_tags_is_paragraphs() {
        let (paragraphs, blocks) =
            shown("<div class=\"a>b\">\n  <p>Первый <b>абзац</b>,\n  две строки.</p>\n  <p>Второй</p>\n</div>\n");
        assert_eq!(paragraphs, ["Первый <b>абзац</b>,\nдве строки.", "Второй"]);
        let blocks: Vec<&str> = blocks.iter().map(|(_, text)| text.as_str()).collect();
        assert_eq!(blocks, ["<div class=\"a>b\">\n  <p>", "</p>\n  <p>", "</p>\n</div>"]);
    }

    #[test]
    fn scripts_and_pictures_are_blocks() {
        let (paragraphs, blocks) = shown(
            "<script>\nlet text = 'слово';\n\n// <p>слово</p>\n</script>\n\n<p align=\"center\"><img src=\"a.png\" alt=\"слово\"></p>\n",
        );
        assert!(paragraphs.is_empty(), "{paragraphs:?}");
        assert_eq!(blocks.len(), 2);
    }

    #[test]
    fn comments_stand_apart_and_may_speak_to_tolmach() {
        let (paragraphs, blocks) = shown(
            "<!-- раз --> <!-- tolmach: allow x: y -->\nТекст\n<!-- tolmach: translate\n\nстрока\n-->\n> <!-- tolmach: translate\n> два\n> -->\n",
        );
        assert_eq!(paragraphs, ["Текст"]);
        let kinds: Vec<BlockKind> = blocks.iter().map(|(kind, _)| *kind).collect();
        assert_eq!(kinds, [BlockKind::Comment, BlockKind::Allow, BlockKind::Gap, BlockKind::Gap]);
    }

    #[test]
    fn a_gap_in_a_quote_is_read_without_its_quote_marks() {
        let text = "- > <!-- tolmach: translate\n  > два\n  > три\n  > -->\n";
        let document = Document::read(text.as_bytes(), Format::Markdown);
        let gap = directive::Gap { original: "два\nтри".to_owned(), notes: Vec::new(), typed: String::new() };
        assert_eq!(document.directive(&document.blocks[0]), Some(directive::Directive::Gap(gap)));
    }
}
