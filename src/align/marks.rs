//! What a translator keeps besides words: sentences, questions, quotations, brackets, how a paragraph begins and ends,
//! and its place in the structure of the document.

use crate::lang::Language;
use crate::text::{Kind, Mark, MarkKind, Paragraph};

/// How many kinds of marks are counted.
pub(super) const COUNTED: usize = 6;

/// Counts above this are taken as this.
pub(super) const MOST: usize = 11;

/// The marks of a paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub(super) struct Marks {
    /// Sentence ends, questions, exclamations, quotation marks in pairs, brackets, colons.
    pub(super) counts: [u8; COUNTED],
    pub(super) start: u8,
    pub(super) end: u8,
    pub(super) place: u8,
}

/// Kinds of starts, ends and places, to size the tables.
pub(super) const STARTS: usize = 6;
pub(super) const ENDS: usize = 7;
pub(super) const PLACES: usize = 15;

impl Marks {
    pub(super) fn read(paragraph: &Paragraph) -> Marks {
        let text = paragraph.text.trim();
        let mut counts = [0usize; COUNTED];
        let mut chars = text.chars().peekable();
        let mut before = ' ';
        while let Some(c) = chars.next() {
            let next = chars.peek().copied();
            match c {
                '.' | '。' | '!' | '?' | '！' | '？' | '؟' | '…' => {
                    let broken = before.is_ascii_digit() && next.is_some_and(|n| n.is_ascii_digit());
                    let run = next.is_some_and(ends_sentence);
                    let closes = c != '.' || next.is_none_or(|n| !n.is_alphanumeric());
                    counts[0] += usize::from(!broken && !run && closes);
                    counts[1] += usize::from(matches!(c, '?' | '？' | '؟') && before != c);
                    counts[2] += usize::from(matches!(c, '!' | '！') && before != c);
                }
                '"' | '“' | '”' | '„' | '«' | '»' | '「' | '」' | '《' | '》' => counts[3] += 1,
                '(' | '（' | '[' => counts[4] += 1,
                ':' | '：' => counts[5] += usize::from(!next.is_some_and(|n| n.is_ascii_digit())),
                _ => {}
            }
            before = c;
        }
        counts[3] = counts[3].div_ceil(2);
        Marks {
            counts: counts.map(|count| count.min(MOST) as u8),
            start: text.chars().next().map_or(0, start),
            end: text.trim_end_matches(closing).chars().next_back().map_or(0, end),
            place: if is_picture(text) {
                PICTURE
            } else if lists_versions(paragraph) {
                VERSIONS
            } else {
                place(paragraph.kind)
            },
        }
    }

    /// Whether they are those of a heading.
    pub(super) fn is_heading(&self) -> bool {
        (1..=6).contains(&self.place)
    }
}

/// The place of a paragraph that is a picture.
pub(super) const PICTURE: u8 = 13;

/// Whether a text is a picture and nothing else, `![…](…)`.
fn is_picture(text: &str) -> bool {
    let parts = || text.strip_prefix("![")?.strip_suffix(')')?.split_once("](");
    parts().is_some_and(|(_, address)| !address.contains([')', ' ', '\n']))
}

/// The place of a paragraph that lists the document's versions in other languages.
pub(super) const VERSIONS: u8 = 14;

/// Whether a paragraph is the list of a document's versions: of its links, two or more, the addresses differ in nothing
/// but a language's tag.
fn lists_versions(paragraph: &Paragraph) -> bool {
    let mut addresses = paragraph.marks.iter().filter(|mark| mark.kind == MarkKind::Destination).peekable();
    let (Some(first), Some(_)) = (addresses.next(), addresses.peek()) else { return false };
    let read = |mark: &Mark| without_tags(&paragraph.text[mark.span.range()]);
    let (plain, mut tagged) = read(first);
    // Most paragraphs of several links are no list after the second one.
    addresses.all(|mark| {
        let (other, has_tag) = read(mark);
        tagged |= has_tag;
        other == plain
    }) && tagged
}

/// An address without the parts of its path and name that are a language's tag, and whether it had any.
fn without_tags(address: &str) -> (String, bool) {
    let parts = || address.split(['/', '.']);
    let kept: Vec<&str> = parts().filter(|part| Language::spelled(part).is_none()).collect();
    (kept.join("/"), kept.len() < parts().count())
}

fn ends_sentence(c: char) -> bool {
    matches!(c, '.' | '。' | '!' | '?' | '！' | '？' | '؟' | '…')
}

fn closing(c: char) -> bool {
    matches!(c, '"' | '”' | '“' | '»' | '\'' | '’' | ')' | '）' | ']' | '」' | '*' | '_') || c.is_whitespace()
}

fn start(c: char) -> u8 {
    match c {
        '-' | '–' | '—' | '―' => 1,
        '•' | '*' | '·' | '●' | '◦' => 2,
        '"' | '“' | '„' | '«' | '「' => 3,
        c if c.is_numeric() => 4,
        '(' | '[' | '（' => 5,
        _ => 0,
    }
}

fn end(c: char) -> u8 {
    match c {
        '.' | '。' => 1,
        '?' | '？' | '؟' => 2,
        '!' | '！' => 3,
        ':' | '：' => 4,
        ';' | '；' | ',' | '，' | '؛' | '،' | '、' => 5,
        '…' => 6,
        _ => 0,
    }
}

fn place(kind: Kind) -> u8 {
    match kind {
        Kind::Prose => 0,
        Kind::Heading(level) => level.clamp(1, 6),
        Kind::ListItem(depth) => {
            if depth <= 1 {
                7
            } else {
                8
            }
        }
        Kind::Quote(_) => 9,
        Kind::TableRow => 10,
        Kind::Footnote => 11,
        Kind::FrontMatter => 12,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Document, Format};

    fn marks(text: &str) -> Marks {
        Marks::read(&Paragraph::alone(text))
    }

    #[test]
    fn sentences_are_counted_without_decimals_and_dots_in_names() {
        assert_eq!(marks("Дом. Сад! Что?.. 3.5 и example.org.").counts[0], 4);
        assert_eq!(marks("你好。再见。").counts[0], 2);
    }

    #[test]
    fn the_end_is_seen_behind_closing_quotes() {
        assert_eq!(marks("«Кто там?»").end, marks("\"Who is there?\"").end);
        assert_ne!(marks("Заголовок").end, marks("Предложение.").end);
    }

    #[test]
    fn a_picture_has_a_place_of_its_own() {
        assert_eq!(marks("![Мост](bridge.png)").place, marks("![](b.png)").place);
        for text in ["![Мост](a.png) через реку", "![Мост](a.png), ![Река](b.png)", "[Мост](a.md)"]
        {
            assert_ne!(marks(text).place, PICTURE, "{text}");
        }
    }

    #[test]
    fn a_list_of_versions_has_a_place_of_its_own() {
        let place = |text: &str| {
            let document = Document::read(text.as_bytes(), Format::Markdown);
            Marks::read(&document.paragraphs[0]).place
        };
        assert_eq!(place("На других языках: [en](README.md), [uk](README.uk-UA.md)"), VERSIONS);
        assert_eq!(place("[English](/en/bridge/) | [Қазақша](/kk/bridge/)"), VERSIONS);
        for text in ["[мост](bridge.md) и [река](river.md)", "[мост](bridge.uk.md)", "[мост](a.md), [мост](a.md)"]
        {
            assert_ne!(place(text), VERSIONS, "{text}");
        }
    }

    #[test]
    fn a_dash_starts_speech() {
        assert_eq!(marks("— Да").start, marks("- Yes").start);
    }
}
