//! Front matter: YAML between `---` lines or TOML between `+++` lines at the very start of a file.

use super::super::parts::Parts;
use super::super::{BlockKind, Kind, Span, content};

/// Top-level values that readers see, and that are translated like any paragraph.
const SHOWN: &[&str] = &["title", "subtitle", "description", "summary"];

/// Reads the front matter that begins at byte `from`; gives where the text after it begins, or `from` without one.
///
/// Each shown value is a paragraph, the rest is `FrontMatter` blocks. Values are taken as they are written,
/// without their quotes; nested ones and TOML's strings of several lines are not looked into.
pub(super) fn read(text: &str, from: usize, parts: &mut Parts) -> usize {
    let Some((whole, body)) = find(text, from) else { return from };
    let yaml = text[whole.start..].starts_with("---");
    let mut rest = whole.start;
    let mut start = body.start;
    let mut lines = Vec::new();
    for line in text[body.range()].split_inclusive('\n') {
        lines.push(Span::new(start, start + line.len()));
        start += line.len();
    }
    for (at, line) in lines.iter().enumerate() {
        let Some(value) = value(text, *line, if yaml { ':' } else { '=' }) else { continue };
        let values = if yaml && is_block_scalar(&text[value.range()]) {
            indented(text, &lines[at + 1..])
        } else {
            vec![unquoted(text, value)]
        };
        if let Some(paragraph) = content::paragraph(text, &values, Kind::FrontMatter, &[]) {
            close(text, Span::new(rest, paragraph.span.start), parts);
            rest = paragraph.span.end;
            parts.paragraphs.push(paragraph);
        }
    }
    close(text, Span::new(rest, whole.end), parts);
    whole.end
}

/// The value of a top-level key of the front matter, as a text without its quotes.
pub(crate) fn front_value<'a>(text: &'a str, key: &str) -> Option<&'a str> {
    let from = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let (whole, body) = find(text, from)?;
    let sign = if text[whole.start..].starts_with("---") { ':' } else { '=' };
    let mut start = body.start;
    text[body.range()].split_inclusive('\n').find_map(|line| {
        let begins = start;
        start += line.len();
        let (name, rest) = line.split_once(sign)?;
        let is_key = name.trim_end().trim_matches(['"', '\'']) == key;
        let value = Span::new(begins + line.len() - rest.len(), begins + line.len());
        is_key.then(|| &text[unquoted(text, content::trim(text, value)).range()])
    })
}

fn close(text: &str, span: Span, parts: &mut Parts) {
    let trimmed = content::trim(text, span);
    if !trimmed.is_empty() {
        parts.block(trimmed, BlockKind::FrontMatter);
    }
}

/// The front matter with its fences, and what is between them.
///
/// A text may also begin with a rule, so that the first line in between must look like a key or a comment.
fn find(text: &str, from: usize) -> Option<(Span, Span)> {
    let (fence, closing, sign): (_, &[&str], _) = match text.get(from..from + 3)? {
        "---" => ("---", &["---", "..."], ':'),
        "+++" => ("+++", &["+++"], '='),
        _ => return None,
    };
    let mut start = from;
    let mut opened = None;
    let mut looks_right = false;
    for line in text[from..].split_inclusive('\n') {
        let shown = line.trim_end();
        match opened {
            None if shown == fence => opened = Some(start + line.len()),
            None => return None,
            Some(body) if closing.contains(&shown) => {
                let end = start + shown.len();
                return looks_right.then(|| (Span::new(from, end), Span::new(body, start)));
            }
            Some(_) if !looks_right && !shown.trim().is_empty() => {
                let key = shown.split_once(sign).is_some_and(|(key, _)| is_key(key.trim()));
                let comment = shown.starts_with('#') && !shown.starts_with("##");
                let table = sign == '=' && shown.starts_with('[');
                looks_right = key || comment || table;
                if !looks_right {
                    return None;
                }
            }
            Some(_) => {}
        }
        start += line.len();
    }
    None
}

fn is_key(key: &str) -> bool {
    let bare = key.trim_matches(['"', '\'']);
    !bare.is_empty() && bare.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | '.'))
}

/// The value of a line that sets a shown key.
fn value(text: &str, line: Span, sign: char) -> Option<Span> {
    let shown = &text[line.range()];
    let at = shown.find(sign)?;
    let key = shown[..at].trim_end().trim_matches(['"', '\'']);
    let known = SHOWN.iter().any(|one| one.eq_ignore_ascii_case(key));
    let value = content::trim(text, Span::new(line.start + at + 1, line.end));
    (known && !value.is_empty()).then_some(value)
}

/// `>`, `|`, `>-`, `|2+` …: the value is in the indented lines below.
fn is_block_scalar(value: &str) -> bool {
    let head = value.split_whitespace().next().unwrap_or_default();
    head.starts_with(['>', '|']) && head[1..].chars().all(|c| c.is_ascii_digit() || matches!(c, '+' | '-'))
}

fn indented(text: &str, lines: &[Span]) -> Vec<Span> {
    lines
        .iter()
        .take_while(|line| text[line.range()].starts_with([' ', '\t']) || text[line.range()].trim().is_empty())
        .map(|line| content::trim(text, *line))
        .collect()
}

/// The value between its quotes, or up to a comment; nothing for what is no plain text (a list, an anchor).
fn unquoted(text: &str, value: Span) -> Span {
    let shown = &text[value.range()];
    let quote = shown.chars().next().filter(|c| matches!(c, '"' | '\''));
    let nothing = Span::new(value.start, value.start);
    let Some(quote) = quote else {
        let is_text = !shown.starts_with(['[', '{', '&', '*', '!', '#']);
        let kept = shown.find(" #").map_or(shown, |at| shown[..at].trim_end());
        return if is_text { Span::new(value.start, value.start + kept.len()) } else { nothing };
    };
    let inside = &shown[1..];
    let mut escaped = false;
    let end = inside.char_indices().find(|(_, c)| {
        let ends = *c == quote && !escaped;
        escaped = *c == '\\' && quote == '"' && !escaped;
        ends
    });
    // `'` is doubled inside single quotes of YAML; the last quote of the line then ends the value.
    let end = if quote == '\'' { inside.rfind('\'') } else { end.map(|(at, _)| at) };
    let several_lines = inside.starts_with(quote) && inside[1..].starts_with(quote);
    match end {
        Some(end) if !several_lines => content::trim(text, Span::new(value.start + 1, value.start + 1 + end)),
        _ => nothing,
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::{Document, Format};
    use super::*;

    fn read(text: &str) -> Document {
        Document::read(text.as_bytes(), Format::Markdown)
    }

    fn values(text: &str) -> Vec<String> {
        let paragraphs = read(text).paragraphs.into_iter().filter(|paragraph| paragraph.kind == Kind::FrontMatter);
        paragraphs.map(|paragraph| paragraph.text).collect()
    }

    #[test]
    fn shown_values_of_yaml_are_paragraphs_and_the_rest_is_blocks() {
        let text = "---\ntitle: \"Кто такой \\\"аким\\\"\" # имя\ndate: 2022-01-05\ndescription: >-\n  Первая строка\n  и вторая.\nsummary: 'О ''власти'''\ntags: [a, b]\n---\n\nТекст.\n";
        assert_eq!(values(text), ["Кто такой \\\"аким\\\"", "Первая строка\nи вторая.", "О ''власти''"]);
        let document = read(text);
        assert_eq!(document.paragraphs.last().map(|paragraph| paragraph.text.as_str()), Some("Текст."));
        let blocks: Vec<_> = document.blocks.iter().map(|block| (block.kind, block.before)).collect();
        assert_eq!(blocks, [0, 1, 2, 3].map(|before| (BlockKind::FrontMatter, before)));
    }

    #[test]
    fn toml_is_read_and_its_long_strings_are_left_alone() {
        assert_eq!(values("+++\r\ntitle = \"Январь\"\r\nsummary = \"\"\"\r\nа\r\n\"\"\"\r\n+++\r\nТекст"), ["Январь"]);
    }

    #[test]
    fn any_key_of_the_front_matter_may_be_asked_for() {
        let text = "---\ntitle: x\ntranslationKey: \"bridge\"\nlang: ru # да\n---\nТекст\nref: no\n";
        assert_eq!(front_value(text, "translationKey"), Some("bridge"));
        assert_eq!(front_value(text, "lang"), Some("ru"));
        assert_eq!(front_value(text, "ref"), None);
        assert_eq!(front_value("+++\nref = 'a'\n+++\n", "ref"), Some("a"));
    }

    #[test]
    fn values_that_are_no_text_are_no_paragraphs() {
        assert!(values("---\ntitle:\nsummary: [a]\ndescription: \"\"\n---\n").is_empty());
    }

    #[test]
    fn a_rule_at_the_start_is_no_front_matter() {
        for text in ["---\n\nОн сказал - да.\n\n---\n", "---\ntitle: x\n", "Текст\n---\ntitle: y\n---\n"]
        {
            assert!(values(text).is_empty(), "{text}");
            assert!(read(text).blocks.iter().all(|block| block.kind != BlockKind::FrontMatter));
        }
    }
}
