//! The walk through the parser's events: containers, leaves, and the blocks between them.

use pulldown_cmark::{Event, Tag, TagEnd};
use rustc_hash::FxHashSet;

use super::super::container::without_quote_marks;
use super::super::content;
use super::super::parts::Parts;
use super::super::{BlockKind, Kind, MarkKind, Span};
use super::html;
use super::leaf::Leaf;

/// From this number on, what CommonMark takes for a list's first number is a year or a count in running text:
/// «1986. Декабрь» is read as it was meant, number included.
const FIRST_YEAR: u64 = 1000;

pub(super) struct Reader<'a> {
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
    /// Where list items begin that represent markers.
    items: &'a FxHashSet<usize>,
    /// Where the marker of a list item is that is a year rather than a marker.
    typed_number: Option<usize>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Container {
    Quote,
    List {
        typed: bool,
        /// Whether its open item represents a marker whose body is indented.
        marker: bool,
    },
    Footnote,
}

impl<'a> Reader<'a> {
    /// A reader of `text` from byte `from` on, with what was found before it.
    ///
    /// `items` are the places of list items that represent markers.
    pub(super) fn new(text: &'a str, from: usize, items: &'a FxHashSet<usize>, parts: Parts) -> Reader<'a> {
        Reader {
            text,
            from,
            parts,
            containers: Vec::new(),
            quotes: 0,
            footnotes: 0,
            leaf: None,
            html: None,
            items,
            typed_number: None,
        }
    }

    /// What was found.
    pub(super) fn parts(self) -> Parts {
        self.parts
    }

    pub(super) fn take(&mut self, event: Event<'_>, span: Span) {
        match event {
            Event::Start(tag) => self.start(tag, span),
            Event::End(tag) => self.end(tag, span),
            Event::Text(shown) => {
                // An entity is shown as the character it means; everything else is shown as it is written.
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
            // The rule that holds the item of a marker open.
            Event::Rule if self.items.contains(&(span.start.saturating_sub("+ ".len()))) => {}
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
            Tag::BlockQuote(_) => {
                self.parts.quotes.push(span);
                self.open(Container::Quote);
            }
            Tag::FootnoteDefinition(_) => self.open(Container::Footnote),
            Tag::List(first) => {
                let typed = first.is_some_and(|number| number >= FIRST_YEAR);
                self.open(Container::List { typed, marker: false });
            }
            Tag::Item => {
                self.close_leaf();
                let is_marker = self.items.contains(&span.start);
                if let Some(Container::List { typed, marker }) = self.containers.last_mut() {
                    *marker = is_marker;
                    self.typed_number = typed.then_some(span.start);
                }
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
        let lists = |container: &&Container| matches!(container, Container::List { marker: false, .. });
        match self.containers.iter().rfind(|container| !matches!(container, Container::List { marker: true, .. })) {
            Some(Container::List { .. }) => Kind::ListItem(depth(self.containers.iter().filter(lists).count())),
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
