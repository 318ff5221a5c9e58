//! Markdown: CommonMark with tables, footnotes, strikethrough, task lists, front matter.
//!
//! | file | answers |
//! |---|---|
//! | `reader`, `leaf` | which paragraphs and blocks the parser's events are |
//! | `html`, `front` | what an HTML block and the front matter hold |
//! | `machinery`, `marker` | which lines are no text, and how the parser is kept from them |
//! | `jsx`, `script` | JavaScript within MDX |
//! | `nesting` | which quotes and lists are too deep to be any |
//! | `title` | the texts of markers that readers see |
//! | `labels` | where links without a destination lead |
//! | `wording` | which markup is looks and which is wording |

mod front;
mod html;
mod jsx;
mod labels;
mod leaf;
mod machinery;
mod marker;
mod nesting;
mod reader;
mod script;
mod title;
mod wording;

use std::borrow::Cow;
use std::ops::Range;

use pulldown_cmark::{Options, Parser};

use super::comment::{Delimiters, HTML, JSX};
use super::content;
use super::parts::Parts;
use super::syntax::Syntax;
use super::{BlockKind, Span};
use reader::Reader;

pub(crate) use front::front_value;
pub(super) use machinery::Dialect;
pub(crate) use marker::{placeholder_name, untitled};

/// Markdown as most programs read it, or as MDX.
pub(super) struct Markdown {
    pub(super) dialect: Dialect,
}

impl Syntax for Markdown {
    fn read(&self, text: &str, from: usize) -> Parts {
        read(text, from, self.dialect)
    }

    fn wording(&self, text: &str) -> String {
        wording::wording(text)
    }

    fn with_destinations<'a>(&self, text: &'a str, labels: &dyn Fn(&str) -> Option<String>) -> Cow<'a, str> {
        labels::with_destinations(text, labels)
    }

    fn comments(&self) -> Delimiters {
        match self.dialect {
            Dialect::Markdown => HTML,
            Dialect::Mdx => JSX,
        }
    }
}

fn read(text: &str, from: usize, dialect: Dialect) -> Parts {
    let mut parts = Parts::default();
    let from = front::read(text, from, &mut parts);
    let machinery = machinery::read(text, from, dialect);
    let parsed = nesting::limited(&machinery.masked);
    let parser = Parser::new_ext(&parsed, options());
    definitions(text, from, &parser, &mut parts);
    for (span, kind) in &machinery.blocks {
        parts.block(*span, *kind);
    }
    parts.markers = machinery.markers;
    let mut reader = Reader::new(text, from, &machinery.items, parts);
    for (event, range) in parser.into_offset_iter() {
        reader.take(event, Span::new(range.start + from, range.end + from));
    }
    let mut parts = reader.parts();
    for (span, kind) in machinery.titles {
        title::read(text, content::trim(text, span), kind, options(), &mut parts);
    }
    parts
}

fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_GFM
}

/// One block for link reference definitions that are under one another.
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

    /// The paragraphs, then the blocks of a kind.
    fn split(text: &str, kind: BlockKind) -> (Vec<String>, Vec<String>) {
        let document = read(text);
        let blocks = document.blocks.iter().filter(|block| block.kind == kind);
        let blocks = blocks.map(|block| document.text[block.span.range()].to_owned()).collect();
        (document.paragraphs.into_iter().map(|paragraph| paragraph.text).collect(), blocks)
    }

    #[test]
    fn the_text_of_a_container_is_paragraphs_and_its_markers_are_none() {
        for (text, paragraphs, markers) in [
            ("Раз\n\n!!! note \"Два\"\n\n    Три\n\n    Четыре\n\nПять", "Раз|Два|Три|Четыре|Пять", "!!! note \"Два\""),
            ("??? tip\n    Раз\n\n    !!! note\n\n        Два\n\nТри", "Раз|Два|Три", "??? tip|!!! note"),
            ("=== \"Раз\"\n\n    Два\n\n=== \"Три\"\n\n    Четыре", "Раз|Два|Три|Четыре", "=== \"Раз\"|=== \"Три\""),
            (":::warning\nРаз\n:::\n\nДва", "Раз|Два", ":::warning|:::"),
            (":::tip[Раз]\n\nДва\n\n::::\n", "Раз|Два", ":::tip[Раз]|::::"),
            ("/// tab | Раз\n    open: True\n\nДва\n\n///\n", "Раз|Два", "/// tab | Раз\n    open: True|///"),
            ("> [!NOTE]\n> Раз\n\nДва", "Раз|Два", "[!NOTE]"),
            ("> [!tip] Раз\n> Два\n", "Раз|Два", "[!tip] Раз"),
            ("{% note info \"Раз\" %}\n\nДва\n\n{% endnote %}\n", "Раз|Два", "{% note info \"Раз\" %}|{% endnote %}"),
            ("{{< note >}}\nРаз\n{{< /note >}}\n", "Раз", "{{< note >}}|{{< /note >}}"),
            (
                "{{% note\n  title=\"Раз\"\n%}}\nДва\n{{% /note %}}\n",
                "Раз|Два",
                "{{% note\n  title=\"Раз\"\n%}}|{{% /note %}}",
            ),
            ("#|\n|| Раз   | Два ||\n|| Три | Четыре ||\n|#\n", "Раз   | Два|Три | Четыре", "#|*|#"),
            ("1. Раз\n\n    !!! note\n\n        Два\n\n2. Три", "Раз|Два|Три", "!!! note"),
        ] {
            let document = read(text);
            let found: Vec<&str> = document.paragraphs.iter().map(|paragraph| paragraph.text.as_str()).collect();
            let blocks: Vec<&str> = document.markers.iter().map(|marker| &document.text[marker.span.range()]).collect();
            assert_eq!(found.join("|"), paragraphs, "{text}");
            assert_eq!(blocks.join("|"), markers.replace('*', "|"), "{text}");
        }
    }

    #[test]
    fn code_in_a_container_is_code_and_markers_in_code_are_code() {
        let (paragraphs, code) = split("!!! note\n\n    ```sh\n    :::ls\n    ```\n\n    Раз\n", BlockKind::Code);
        assert_eq!((paragraphs.join("|"), code.len()), ("Раз".to_owned(), 1));
        let document = read("```\n:::note\n```\n\n<!--\n:::note\n-->\n\nРаз\n\n    !!! note\n");
        let paragraphs: Vec<&str> = document.paragraphs.iter().map(|paragraph| paragraph.text.as_str()).collect();
        assert_eq!((paragraphs.join("|"), document.markers.len()), ("Раз".to_owned(), 0));
    }

    #[test]
    fn a_fence_left_open_in_a_container_ends_with_it() {
        let text = ":::tip\n````ts\nРаз\n:::\n\nДва\n\n```ts\nТри\n````\n\nЧетыре\n";
        let (paragraphs, code) = split(text, BlockKind::Code);
        assert_eq!((paragraphs.join("|"), code.len()), ("Два|Четыре".to_owned(), 2), "{code:?}");
        let document = read(text);
        let verbatim: Vec<String> = document.verbatim().into_iter().map(|block| block.text).collect();
        assert_eq!((verbatim, document.markers.len()), (vec!["Раз".to_owned(), "Три".to_owned()], 2));
        for text in ["::::tip\n```\n:::\nРаз\n```\n::::\n\nДва\n", ":::tip\n:::\n\n```\n:::\nРаз\n```\n\nДва\n"]
        {
            assert_eq!(split(text, BlockKind::Code).0.join("|"), "Два", "{text}");
        }
    }

    #[test]
    fn includes_are_no_paragraphs() {
        let text =
            "--8<-- \"a.md\"\n\n{* ../a.py hl[2] *}\n\n{% include \"a.md\" %}\n\n- {% include \"b.md\" %}\n\nРаз\n";
        let (paragraphs, includes) = split(text, BlockKind::Include);
        assert_eq!((paragraphs.join("|"), includes.len()), ("Раз".to_owned(), 4));
    }

    #[test]
    fn a_shortcode_in_a_destination_does_not_break_the_link() {
        let document = read("См. [обзор]({{< ref \"/docs/a b\" >}}) и *{{ \"*\" }}*.");
        let shown = marked(&document.paragraphs[0]);
        assert!(shown.contains(&(MarkKind::Destination, "{{< ref \"/docs/a b\" >}}")), "{shown:?}");
        assert!(shown.contains(&(MarkKind::Placeholder, "{{ \"*\" }}")), "{shown:?}");
    }

    #[test]
    fn a_paragraph_of_a_container_is_no_list_item() {
        let kinds: Vec<Kind> = shown("!!! note\n\n    Раз\n\n    - Два\n").into_iter().map(|(kind, _)| kind).collect();
        assert_eq!(kinds, [Kind::Prose, Kind::ListItem(1)]);
    }
}
