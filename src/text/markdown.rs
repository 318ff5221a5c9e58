//! Markdown: CommonMark with tables, footnotes, strikethrough, task lists, front matter.

use std::ops::Range;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::content;
use super::document::{Parts, without_quote_marks};
use super::leaf::Leaf;
use super::{BlockKind, Kind, MarkKind, Span, front, html, nesting};

/// From this number on, what CommonMark takes for a list's first number is a year or a count in running text:
/// «1986. Декабрь» is read as it was meant, number included.
const FIRST_YEAR: u64 = 1000;

/// Reads Markdown from byte `from` on.
pub(super) fn read(text: &str, from: usize) -> Parts {
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
    let mut reader = Reader {
        text,
        from,
        parts,
        containers: Vec::new(),
        quotes: 0,
        footnotes: 0,
        leaf: None,
        html: None,
        typed_number: None,
    };
    for (event, range) in parser.into_offset_iter() {
        reader.take(event, Span::new(range.start + from, range.end + from));
    }
    reader.parts
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

struct Reader<'a> {
    text: &'a str,
    /// Where the parsed part of the text begins.
    from: usize,
    parts: Parts,
    containers: Vec<Container>,
    /// How many of the containers are quotes, and how many footnotes.
    quotes: usize,
    footnotes: usize,
    leaf: Option<Leaf>,
    /// The lines of the open HTML block.
    html: Option<Vec<Span>>,
    /// Where the marker of a list item stands that is a year rather than a marker.
    typed_number: Option<usize>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Container {
    Quote,
    List { typed: bool },
    Footnote,
}

impl Reader<'_> {
    fn take(&mut self, event: Event<'_>, span: Span) {
        match event {
            Event::Start(tag) => self.start(tag, span),
            Event::End(tag) => self.end(tag, span),
            Event::Text(shown) => {
                // An entity is told by what it stands for; everything else is shown as it is written.
                let entity = self.text[span.range()].starts_with('&') && *shown != self.text[span.range()];
                self.leaf().cover(span, entity.then_some(MarkKind::Html));
            }
            Event::Code(_) => self.leaf().cover(span, Some(MarkKind::Code)),
            Event::InlineHtml(_) => self.leaf().cover(span, Some(MarkKind::Html)),
            Event::FootnoteReference(_) => self.leaf().cover(span, Some(MarkKind::FootnoteReference)),
            Event::SoftBreak => self.leaf().cover(span, None),
            Event::HardBreak => {
                let backslash = self.text[span.range()].starts_with('\\');
                self.leaf().cover(span, backslash.then_some(MarkKind::Delimiter));
            }
            Event::Html(_) => self.html.get_or_insert_default().push(span),
            Event::Rule => self.block(span, BlockKind::Rule),
            Event::TaskListMarker(_) | Event::InlineMath(_) | Event::DisplayMath(_) => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>, span: Span) {
        match tag {
            Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Superscript | Tag::Subscript => {
                self.leaf().reach(span.start);
            }
            Tag::Link { .. } | Tag::Image { .. } => {
                let leaf = self.leaf();
                leaf.reach(span.start);
                leaf.links.push((leaf.marks.len(), span.start));
            }
            Tag::TableCell => {}
            Tag::TableHead | Tag::TableRow => {
                self.close_leaf();
                let row = content::trim(self.text, span);
                let leaf = Leaf::new(Kind::TableRow);
                self.leaf = Some(Leaf { start: Some(row.start), at: row.start, row: Some(row), ..leaf });
            }
            Tag::Heading { level, .. } => {
                self.close_leaf();
                self.leaf = Some(Leaf::new(Kind::Heading(level as u8)));
            }
            Tag::CodeBlock(_) => {
                self.block(span, BlockKind::Code);
                // Its lines come as text; they are dropped with this leaf.
                self.leaf = Some(Leaf::new(Kind::Prose));
            }
            Tag::HtmlBlock => {
                self.close_leaf();
                self.html = Some(Vec::new());
            }
            Tag::BlockQuote(_) => self.open(Container::Quote),
            Tag::FootnoteDefinition(_) => self.open(Container::Footnote),
            Tag::List(first) => self.open(Container::List { typed: first.is_some_and(|number| number >= FIRST_YEAR) }),
            Tag::Item => {
                self.close_leaf();
                let typed = self.containers.last() == Some(&Container::List { typed: true });
                self.typed_number = typed.then_some(span.start);
            }
            Tag::Paragraph | Tag::Table(_) => self.close_leaf(),
            Tag::DefinitionList | Tag::DefinitionListTitle | Tag::DefinitionListDefinition | Tag::MetadataBlock(_) => {
                self.close_leaf();
            }
        }
    }

    fn end(&mut self, tag: TagEnd, span: Span) {
        match tag {
            TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Superscript | TagEnd::Subscript => {
                self.leaf().reach(span.end);
            }
            TagEnd::Link | TagEnd::Image => {
                let text = self.text;
                self.leaf().end_link(text, span);
            }
            TagEnd::TableCell => {}
            TagEnd::CodeBlock => self.leaf = None,
            TagEnd::HtmlBlock => {
                let kind = self.kind();
                html::read(self.text, &self.html.take().unwrap_or_default(), kind, &mut self.parts);
            }
            TagEnd::BlockQuote(_) | TagEnd::FootnoteDefinition | TagEnd::List(_) => {
                self.close_leaf();
                match self.containers.pop() {
                    Some(Container::Quote) => self.quotes -= 1,
                    Some(Container::Footnote) => self.footnotes -= 1,
                    _ => {}
                }
            }
            _ => self.close_leaf(),
        }
    }

    fn open(&mut self, container: Container) {
        self.close_leaf();
        self.typed_number = None;
        self.quotes += usize::from(container == Container::Quote);
        self.footnotes += usize::from(container == Container::Footnote);
        self.containers.push(container);
    }

    fn block(&mut self, span: Span, kind: BlockKind) {
        self.close_leaf();
        self.typed_number = None;
        let trimmed = content::trim(self.text, span);
        self.parts.block(trimmed, kind);
    }

    /// The open paragraph; the text of a tight list's item opens one without announcing it.
    fn leaf(&mut self) -> &mut Leaf {
        let kind = self.kind();
        self.leaf.get_or_insert_with(|| Leaf::new(kind))
    }

    /// What a paragraph here is: by the innermost container, but for footnotes, which own all that is in them.
    fn kind(&self) -> Kind {
        if self.footnotes > 0 {
            return Kind::Footnote;
        }
        let depth = |count: usize| u8::try_from(count).unwrap_or(u8::MAX);
        match self.containers.last() {
            Some(Container::List { .. }) => Kind::ListItem(depth(self.containers.len() - self.quotes)),
            Some(Container::Quote) => Kind::Quote(depth(self.quotes)),
            _ => Kind::Prose,
        }
    }

    fn close_leaf(&mut self) {
        let Some(mut leaf) = self.leaf.take() else { return };
        let Some(mut start) = leaf.start else { return };
        if let Some(row) = leaf.row {
            if !leaf.worded {
                return;
            }
            leaf.reach(row.end);
        }
        if let Some(number) = self.typed_number.take() {
            let is_marker = |c: char| c.is_ascii_digit() || c.is_whitespace() || matches!(c, '.' | ')');
            if number < start && self.text[number..start].chars().all(is_marker) {
                start = number;
                leaf.kind = Kind::Prose;
            }
        }
        // The backslash that escapes the first letter is a part of the content, like every other.
        if start > self.from && self.text.as_bytes()[start - 1] == b'\\' {
            start -= 1;
            leaf.marks.insert(0, (Span::new(start, start + 1), MarkKind::Delimiter));
        }
        let lines = self.lines(Span::new(start, leaf.at.max(start)));
        match leaf.kind {
            Kind::Heading(_) | Kind::TableRow => {
                self.parts.paragraphs.extend(content::paragraph(self.text, &lines, leaf.kind, &leaf.marks));
            }
            kind => content::paragraphs(self.text, &lines, kind, &leaf.marks, &mut self.parts.paragraphs),
        }
    }

    /// The lines of a paragraph without the quote marks and indents of its containers.
    fn lines(&self, span: Span) -> Vec<Span> {
        let mut lines = content::lines(self.text, span);
        for line in lines.iter_mut().skip(1) {
            let kept = without_quote_marks(&self.text[line.range()], self.quotes);
            *line = Span::new(line.end - kept.len(), line.end);
        }
        lines.retain(|line| !line.is_empty());
        lines
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Document, Format, Paragraph};
    use super::*;

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
