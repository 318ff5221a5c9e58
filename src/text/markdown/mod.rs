//! Markdown: CommonMark with tables, footnotes, strikethrough, task lists, front matter.
//!
//! | file | answers |
//! |---|---|
//! | `reader`, `leaf` | which paragraphs and blocks the parser's events are |
//! | `html`, `front` | what an HTML block and the front matter hold |
//! | `nesting` | which quotes and lists are too deep to be any |
//! | `wording` | which markup is looks and which is wording |

mod front;
mod html;
mod leaf;
mod nesting;
mod reader;
mod wording;

use std::ops::Range;

use pulldown_cmark::{Options, Parser};

use super::comment::{Delimiters, HTML};
use super::content;
use super::document::Parts;
use super::syntax::Syntax;
use super::{BlockKind, Span};
use reader::Reader;

/// Markdown as most programs read it.
pub(super) struct Markdown;

impl Syntax for Markdown {
    fn read(&self, text: &str, from: usize) -> Parts {
        read(text, from)
    }

    fn wording(&self, text: &str) -> String {
        wording::wording(text)
    }

    fn comments(&self) -> Delimiters {
        HTML
    }
}

fn read(text: &str, from: usize) -> Parts {
    let mut parts = Parts::default();
    let from = front::read(text, from, &mut parts);
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_GFM;
    let parsed = nesting::limited(&text[from..]);
    let parser = Parser::new_ext(&parsed, options);
    definitions(text, from, &parser, &mut parts);
    let mut reader = Reader::new(text, from, parts);
    for (event, range) in parser.into_offset_iter() {
        reader.take(event, Span::new(range.start + from, range.end + from));
    }
    reader.parts()
}

/// One block for link reference definitions that stand under one another.
fn definitions(text: &str, from: usize, parser: &Parser<'_>, parts: &mut Parts) {
    let ranges = parser.reference_definitions().iter().map(|(_, definition)| &definition.span);
    let mut spans: Vec<Span> = ranges.map(|Range { start, end }| Span::new(start + from, end + from)).collect();
    spans.sort_unstable();
    let mut open: Option<Span> = None;
    for span in spans.into_iter().map(|span| content::trim(text, span)) {
        match open {
            Some(before) if before.end <= span.start && text[before.end..span.start].trim().is_empty() => {
                open = Some(Span::new(before.start, span.end));
            }
            _ => {
                parts.blocks.extend(open.map(definitions_block));
                open = Some(span);
            }
        }
    }
    parts.blocks.extend(open.map(definitions_block));
}

fn definitions_block(span: Span) -> super::Block {
    super::Block { span, kind: BlockKind::Definitions, before: 0 }
}

#[cfg(test)]
mod tests {
    use super::super::{BlockKind, Document, Format, Kind, MarkKind, Paragraph, Span};

    fn read(text: &str) -> Document {
        Document::read(text.as_bytes(), Format::Markdown)
    }

    fn shown(text: &str) -> Vec<(Kind, String)> {
        read(text).paragraphs.into_iter().map(|paragraph| (paragraph.kind, paragraph.text)).collect()
    }

    fn texts(text: &str) -> Vec<String> {
        shown(text).into_iter().map(|(_, text)| text).collect()
    }

    fn marked(paragraph: &Paragraph) -> Vec<(MarkKind, &str)> {
        paragraph.marks.iter().map(|mark| (mark.kind, &paragraph.text[mark.span.range()])).collect()
    }

    #[test]
    fn paragraphs_headings_items_quotes_and_footnotes_are_told_apart() {
        let text = "# Январь #\n\nПервый\nабзац[^1].\n\nГлава\n---\n\n- раз\n  - два\n\n  - [ ] три\n\n> цитата\n> > глубже\n\n\
                    [^1]: Сноска\n    в две строки.\n";
        assert_eq!(
            shown(text),
            [
                (Kind::Heading(1), "Январь".to_owned()),
                (Kind::Prose, "Первый\nабзац[^1].".to_owned()),
                (Kind::Heading(2), "Глава".to_owned()),
                (Kind::ListItem(1), "раз".to_owned()),
                (Kind::ListItem(2), "два".to_owned()),
                (Kind::ListItem(2), "три".to_owned()),
                (Kind::Quote(1), "цитата".to_owned()),
                (Kind::Quote(2), "глубже".to_owned()),
                (Kind::Footnote, "Сноска\nв две строки.".to_owned()),
            ]
        );
    }

    #[test]
    fn continuation_lines_lose_the_marks_of_their_containers() {
        let document = read("> - раз `код\n>   код` два\nлениво\r\n>   > три\r\n>   > четыре\r\n");
        let texts: Vec<&str> = document.paragraphs.iter().map(|paragraph| paragraph.text.as_str()).collect();
        assert_eq!(texts, ["раз `код\nкод` два\nлениво", "три\nчетыре"]);
        let first = &document.paragraphs[0];
        assert_eq!(marked(first), [(MarkKind::Code, "`код\nкод`")]);
        let lazily = first.text.find("лениво").unwrap();
        let place = first.in_file(Span::new(lazily, first.text.len()));
        assert_eq!(&document.text[place.range()], "лениво");
    }

    #[test]
    fn inline_markup_is_marked() {
        let text = r#"\*Вот **жирный** [текст](a.md "Да") ![вид][фото], <https://e.org>, <b>т</b> &mdash; [фото], [^1] конец\"#;
        let document = read(&format!("{text}\nи всё\n\n[фото]: b.png\n[^1]: x\n"));
        assert_eq!(
            marked(&document.paragraphs[0]),
            [
                (MarkKind::Delimiter, "\\"),
                (MarkKind::Delimiter, "**"),
                (MarkKind::Delimiter, "**"),
                (MarkKind::Delimiter, "["),
                (MarkKind::Delimiter, "]("),
                (MarkKind::Destination, "a.md \"Да\""),
                (MarkKind::Delimiter, ")"),
                (MarkKind::Delimiter, "!["),
                (MarkKind::Delimiter, "]["),
                (MarkKind::Destination, "фото"),
                (MarkKind::Delimiter, "]"),
                (MarkKind::Url, "<https://e.org>"),
                (MarkKind::Html, "<b>"),
                (MarkKind::Html, "</b>"),
                (MarkKind::Html, "&mdash;"),
                (MarkKind::Delimiter, "["),
                (MarkKind::Delimiter, "]"),
                (MarkKind::FootnoteReference, "[^1]"),
                (MarkKind::Delimiter, "\\"),
            ]
        );
        assert_eq!(document.blocks[0].kind, BlockKind::Definitions);
    }

    #[test]
    fn links_without_words_and_within_links_are_marked() {
        let document = read("[](a.md) [![вид](b.png)](c.md)");
        let destinations: Vec<&str> = marked(&document.paragraphs[0])
            .into_iter()
            .filter(|(kind, _)| *kind == MarkKind::Destination)
            .map(|(_, text)| text)
            .collect();
        assert_eq!(destinations, ["a.md", "b.png", "c.md"]);
    }

    #[test]
    fn a_footnote_reference_without_its_footnote_is_marked() {
        assert_eq!(marked(&read("Слово[^нет].").paragraphs[0]), [(MarkKind::FootnoteReference, "[^нет]")]);
    }

    #[test]
    fn a_table_is_a_paragraph_a_row() {
        let document = read("> | Год | Имя   |\n> |-----|-------|\n> | 1986 | Колбин |\n> | | |\n> | `a` |\n");
        let texts: Vec<&str> = document.paragraphs.iter().map(|paragraph| paragraph.text.as_str()).collect();
        assert_eq!(texts, ["| Год | Имя   |", "| 1986 | Колбин |", "| `a` |"]);
        let bars: Vec<&str> = marked(&document.paragraphs[0]).into_iter().map(|(_, text)| text).collect();
        assert_eq!(bars, ["| ", " | ", "   |"]);
    }

    #[test]
    fn blocks_know_how_many_paragraphs_stand_before_them() {
        let text = "Раз\n\n```\nкод\n```\n\n***\n\nДва\n\n    код\n\n<!-- заметка -->\n[a]: b\n[c]: d\n";
        let blocks: Vec<_> = read(text).blocks.iter().map(|block| (block.kind, block.before)).collect();
        assert_eq!(
            blocks,
            [
                (BlockKind::Code, 1),
                (BlockKind::Rule, 1),
                (BlockKind::Code, 2),
                (BlockKind::Comment, 2),
                (BlockKind::Definitions, 2),
            ]
        );
    }

    #[test]
    fn a_dialogue_in_one_paragraph_is_its_replies() {
        let text = "Мы встретились.\n\n— Вы **там\nбыли**?\n— Был. [Вот\n— ссылка.](a)\n— Да?\n";
        assert_eq!(texts(text), ["Мы встретились.", "— Вы **там\nбыли**?", "— Был. [Вот", "— ссылка.](a)", "— Да?"]);
        let marks: Vec<usize> = read(text).paragraphs.iter().map(|paragraph| paragraph.marks.len()).collect();
        assert_eq!(marks[1], 2);
    }

    #[test]
    fn hand_typed_notes_and_points_are_apart_and_unbalanced_quotes_do_not_matter() {
        let text = "Он сказал: «Это “конец.\n\nПричины:\nа) цены;\nб) усталость (1).\n\n1- https://e.org/a\n2- https://e.org/b\n\n\
                    Иван Иванов, Алматы\n\n© Все права защищены";
        assert_eq!(
            texts(text),
            [
                "Он сказал: «Это “конец.",
                "Причины:",
                "а) цены;",
                "б) усталость (1).",
                "1- https://e.org/a",
                "2- https://e.org/b",
                "Иван Иванов, Алматы",
                "© Все права защищены",
            ]
        );
    }

    #[test]
    fn a_year_that_opens_a_paragraph_stays_in_it() {
        assert_eq!(
            shown("1986. Декабрь в Алма-Ате.\n\n1) Пункт\n"),
            [(Kind::Prose, "1986. Декабрь в Алма-Ате.".to_owned()), (Kind::ListItem(1), "Пункт".to_owned())]
        );
    }

    #[test]
    fn a_heading_has_no_attributes_in_its_text() {
        assert_eq!(texts("## Акимат {#akimat}\n"), ["Акимат"]);
    }

    #[test]
    fn lines_find_their_paragraphs() {
        let document = read("# Раз\n\nДва\nтри\n\n\nЧетыре\n");
        let lines = super::super::Lines::new(&document.text);
        let found: Vec<_> = (1..=9).map(|line| document.paragraph_at_line(&lines, line)).collect();
        assert_eq!(found, [Some(0), None, Some(1), Some(1), None, None, Some(2), None, None]);
        assert_eq!(document.paragraphs_at_lines(&lines, 2, 7), 1..3);
        assert_eq!(document.paragraphs_at_lines(&lines, 5, 99), 2..3);
        assert!(document.paragraphs_at_lines(&lines, 0, 3).is_empty());
    }
}
