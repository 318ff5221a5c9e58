//! OpenDocument text: ISO/IEC 26300, OASIS OpenDocument 1.3.

use std::collections::HashMap;
use std::rc::Rc;

use super::article::MOST_CELLS;
use super::escape::address;
use super::odt_paragraph::{Paragraph, Scope, put};
use super::odt_styles::{ListLevel, Styles, has_margins};
use super::package::{Package, Source, within};
use super::runs::{Run, What};
use super::{Article, Block, Lost, LostKind, markdown};
use crate::exchange::xml::{Child, Element, Node, Xml};
use crate::exchange::{Broken, BrokenKind};

pub(super) fn read(bytes: &[u8]) -> Result<Article, Broken> {
    let mut package = Package::open(bytes)?;
    let content = package.needed("content.xml")?;
    let mut reader = Reader::default();
    if let Some(part) = package.part("styles.xml")? {
        reader.styles.read(&part).map_err(|error| within("styles.xml", error))?;
        if has_margins(&part).map_err(|error| within("styles.xml", error))? {
            reader.lost.add(LostKind::Margin);
        }
    }
    reader.styles.read(&content).map_err(|error| within("content.xml", error))?;
    let blocks = reader.document(&content).map_err(|error| within("content.xml", error))?;
    Ok(Article { blocks, notes: reader.notes, lost: reader.lost })
}

#[derive(Default)]
struct Reader {
    styles: Styles,
    /// The last number of a list, by its style; a list may go on behind other paragraphs.
    numbers: HashMap<String, u32>,
    notes: Vec<Vec<Block>>,
    lost: Lost,
}

/// The list that surrounds a list.
#[derive(Clone, Default)]
struct Outer {
    style: String,
    level: usize,
}

impl Reader {
    fn document(&mut self, part: &[u8]) -> Result<Vec<Block>, Broken> {
        let mut xml = Xml::new(part)?;
        xml.root("document-content")?;
        let mut blocks = Vec::new();
        let mut text = false;
        loop {
            match xml.next()? {
                Node::Open(element) if element.name == "body" => {}
                Node::Open(element) if element.name == "text" => {
                    text = true;
                    self.blocks(&mut xml, &Outer::default(), &mut blocks)?;
                }
                Node::Open(_) => xml.skip()?,
                // A spreadsheet or a presentation.
                Node::End if !text => {
                    return Err(xml.broken(BrokenKind::MissingPart("office:text".to_owned())));
                }
                Node::End => return Ok(blocks),
                _ => {}
            }
        }
    }

    /// The blocks up to the end of the element just opened.
    fn blocks(&mut self, xml: &mut Source<'_>, outer: &Outer, blocks: &mut Vec<Block>) -> Result<(), Broken> {
        xml.children(|xml, element| self.block(xml, &element, outer, blocks))
    }

    fn block(
        &mut self,
        xml: &mut Source<'_>,
        element: &Element,
        outer: &Outer,
        blocks: &mut Vec<Block>,
    ) -> Result<(), Broken> {
        match element.name.as_str() {
            "h" => {
                let level = element.local("outline-level").and_then(|level| level.parse::<u8>().ok()).unwrap_or(1);
                let (runs, mut beside) = self.paragraph(xml)?;
                blocks.push(Block::Heading(level.clamp(1, 6), runs));
                blocks.append(&mut beside);
            }
            "p" => {
                let role = self.styles.role(element.local("style-name").unwrap_or_default());
                let (runs, mut beside) = self.paragraph(xml)?;
                put(role, runs, blocks);
                blocks.append(&mut beside);
            }
            "list" => self.list(xml, element, outer, blocks)?,
            "table" => {
                let rows = self.table(xml)?;
                blocks.extend(markdown::table(rows, &mut self.lost));
            }
            "section" | "index-body" => self.blocks(xml, outer, blocks)?,
            "table-of-content" | "alphabetical-index" | "illustration-index" | "table-index" | "object-index"
            | "user-index" | "bibliography" => {
                self.lost.add(LostKind::Contents);
                xml.skip()?;
            }
            "tracked-changes" => self.changes(xml)?,
            "frame" | "text-box" | "g" | "custom-shape" | "rect" => self.frame(xml, &element.name, blocks)?,
            _ => xml.skip()?,
        }
        Ok(())
    }

    /// What was deleted is apart from the text.
    fn changes(&mut self, xml: &mut Source<'_>) -> Result<(), Broken> {
        let mut regions = 0;
        xml.text(|name| regions += usize::from(name == "changed-region"))?;
        for _ in 0..regions {
            self.lost.add(LostKind::TrackedChange);
        }
        Ok(())
    }

    fn list(
        &mut self,
        xml: &mut Source<'_>,
        element: &Element,
        outer: &Outer,
        blocks: &mut Vec<Block>,
    ) -> Result<(), Broken> {
        let style = element.local("style-name").unwrap_or(&outer.style).to_owned();
        let inner = Outer { style: style.clone(), level: outer.level + 1 };
        let level = self.styles.list(&style, inner.level);
        let continued = element.local("continue-numbering") == Some("true") || element.local("continue-list").is_some();
        let mut first = match level {
            ListLevel::Numbers { first, figures } => {
                if !figures {
                    self.lost.add(LostKind::Numerals);
                }
                let last = self.numbers.get(&style).filter(|_| continued && inner.level == 1);
                Some(last.map_or(first, |last| last.saturating_add(1)))
            }
            _ => None,
        };
        let items = self.items(xml, &inner, &mut first)?;
        if inner.level == 1
            && let Some(first) = first
        {
            let count = u32::try_from(items.len()).unwrap_or(u32::MAX);
            self.numbers.insert(style, first.saturating_add(count).saturating_sub(1));
        }
        self.put_list(first, items, level, blocks);
        Ok(())
    }

    /// The items of a list, up to its end; the first may say where the numbers begin.
    fn items(
        &mut self,
        xml: &mut Source<'_>,
        inner: &Outer,
        first: &mut Option<u32>,
    ) -> Result<Vec<Vec<Block>>, Broken> {
        let mut items: Vec<Vec<Block>> = Vec::new();
        xml.children(|xml, element| {
            if !matches!(element.name.as_str(), "list-item" | "list-header") {
                return xml.skip();
            }
            if let Some(start) = element.local("start-value").and_then(|start| start.parse().ok())
                && items.is_empty()
                && first.is_some()
            {
                *first = Some(start);
            }
            let mut item = Vec::new();
            self.blocks(xml, inner, &mut item)?;
            // A list that only carries a deeper one is no item.
            match (item.first(), items.last_mut()) {
                (None, _) => {}
                (Some(Block::List { .. }), Some(last)) => last.append(&mut item),
                _ => items.push(item),
            }
            Ok(())
        })?;
        Ok(items)
    }

    /// Puts a list where it belongs: numbered headings are in lists, and a list without marks only goes on.
    fn put_list(&mut self, first: Option<u32>, items: Vec<Vec<Block>>, level: ListLevel, blocks: &mut Vec<Block>) {
        let is_heading = |item: &Vec<Block>| matches!(item.first(), Some(Block::Heading(..)));
        if items.iter().any(is_heading) {
            items.iter().filter(|item| is_heading(item)).for_each(|_| self.lost.add(LostKind::HeadingNumber));
            blocks.extend(items.into_iter().flatten());
        } else if level == ListLevel::Unmarked {
            let more = items.into_iter().flatten();
            match blocks.last_mut() {
                // Further paragraphs of the item before.
                Some(Block::List { items, .. }) if !items.is_empty() => {
                    items.last_mut().into_iter().for_each(|item| item.extend(more.clone()));
                }
                _ => blocks.extend(more),
            }
        } else if !items.is_empty() {
            blocks.push(Block::List { first, items });
        }
    }

    /// A paragraph's text, and what hangs on it.
    fn paragraph(&mut self, xml: &mut Source<'_>) -> Result<(Vec<Run>, Vec<Block>), Broken> {
        let mut into = Paragraph::default();
        self.inline(xml, &Scope::default(), &mut into)?;
        Ok((into.runs, into.beside))
    }

    fn inline(&mut self, xml: &mut Source<'_>, scope: &Scope, into: &mut Paragraph) -> Result<(), Broken> {
        xml.content(|xml, child| match child {
            Child::Element(element) => self.inline_element(xml, &element, scope, into),
            Child::Text(text) => {
                self.text(&text, scope, into);
                Ok(())
            }
        })
    }

    fn text(&mut self, text: &str, scope: &Scope, into: &mut Paragraph) {
        let collapsed = into.collapsed(text);
        if collapsed.is_empty() {
            return;
        }
        if scope.look.hidden == Some(true) {
            self.lost.add(LostKind::HiddenText);
            return;
        }
        into.push(What::Text(collapsed), scope);
    }

    fn inline_element(
        &mut self,
        xml: &mut Source<'_>,
        element: &Element,
        scope: &Scope,
        into: &mut Paragraph,
    ) -> Result<(), Broken> {
        match element.name.as_str() {
            "span" => {
                let look = self.styles.look(element.local("style-name").unwrap_or_default()).or(scope.look);
                if look.underlined == Some(true) && scope.look.underlined != Some(true) && scope.link.is_none() {
                    self.lost.add(LostKind::Underline);
                }
                self.inline(xml, &Scope { look, link: scope.link.clone() }, into)
            }
            "a" => {
                let link = address(element.local("href").unwrap_or_default()).filter(|link| !link.starts_with('#'));
                if link.is_none() {
                    self.lost.add(LostKind::Link);
                }
                self.inline(xml, &Scope { link: link.map(Rc::from), ..scope.clone() }, into)
            }
            "s" => {
                // Many spaces only move what follows.
                let count = element.local("c").and_then(|count| count.parse().ok()).unwrap_or(1usize).min(8);
                into.push(What::Text(" ".repeat(count)), scope);
                xml.skip()
            }
            "tab" => {
                into.push(What::Text(" ".to_owned()), scope);
                xml.skip()
            }
            "line-break" => {
                into.push(What::Break, &Scope::default());
                xml.skip()
            }
            "note" => self.note(xml, scope, into),
            "annotation" => {
                self.lost.add(LostKind::Comment);
                xml.skip()
            }
            "frame" | "text-box" | "g" | "custom-shape" | "rect" => {
                let mut beside = std::mem::take(&mut into.beside);
                self.frame(xml, &element.name, &mut beside)?;
                into.beside = beside;
                Ok(())
            }
            "ruby-text" | "annotation-end" | "tracked-changes" | "change" | "change-start" | "change-end" | "line"
            | "polyline" | "connector" | "control" => xml.skip(),
            // Fields, marks of an index: what they show is text.
            _ => self.inline(xml, scope, into),
        }
    }

    fn note(&mut self, xml: &mut Source<'_>, scope: &Scope, into: &mut Paragraph) -> Result<(), Broken> {
        // A note within a note comes behind it.
        let number = self.notes.len();
        self.notes.push(Vec::new());
        let mut blocks = Vec::new();
        xml.children(|xml, element| match element.name.as_str() {
            "note-body" => self.blocks(xml, &Outer::default(), &mut blocks),
            _ => xml.skip(),
        })?;
        self.notes[number] = blocks;
        into.push(What::Note(number), scope);
        Ok(())
    }

    /// A picture is lost; the text of a text box comes behind the paragraph.
    fn frame(&mut self, xml: &mut Source<'_>, name: &str, blocks: &mut Vec<Block>) -> Result<(), Broken> {
        if name == "text-box" || name == "custom-shape" || name == "rect" {
            return self.blocks(xml, &Outer::default(), blocks);
        }
        let mut known = false;
        xml.children(|xml, element| {
            let lost = match element.name.as_str() {
                "image" => LostKind::Picture,
                "object" | "object-ole" | "plugin" | "applet" => LostKind::Object,
                "text-box" | "frame" | "g" | "custom-shape" | "rect" => return self.frame(xml, &element.name, blocks),
                _ => return xml.skip(),
            };
            // A formula or an embedded table has a picture beside it.
            if !std::mem::replace(&mut known, true) {
                self.lost.add(lost);
            }
            xml.skip()
        })
    }

    fn table(&mut self, xml: &mut Source<'_>) -> Result<Vec<Vec<Vec<Block>>>, Broken> {
        let mut rows: Vec<Vec<Vec<Block>>> = Vec::new();
        let (mut depth, mut widest) = (0, 0);
        loop {
            let element = match xml.next()? {
                Node::Open(element) => element,
                Node::Close(_) if depth == 0 => return Ok(rows),
                Node::Close(_) => {
                    depth -= 1;
                    continue;
                }
                Node::Text(_) => continue,
                Node::End => return Err(xml.broken(BrokenKind::Truncated)),
            };
            match element.name.as_str() {
                "table-row" => {
                    rows.push(Vec::new());
                    depth += 1;
                }
                "table-header-rows" | "table-rows" | "table-row-group" => depth += 1,
                "table-cell" | "covered-table-cell" => {
                    let count = |name: &str| element.local(name).and_then(|count| count.parse().ok()).unwrap_or(1usize);
                    if count("number-columns-spanned") > 1 || count("number-rows-spanned") > 1 {
                        self.lost.add(LostKind::MergedCell);
                    }
                    let mut cell = Vec::new();
                    self.blocks(xml, &Outer::default(), &mut cell)?;
                    let row = rows.last_mut().ok_or_else(|| xml.broken(BrokenKind::Truncated))?;
                    let repeated = if cell.is_empty() { 1 } else { count("number-columns-repeated") };
                    // Repeated texts are a spreadsheet's; here one of them is enough.
                    row.push(cell);
                    row.extend(std::iter::repeat_n(Vec::new(), repeated.clamp(1, MOST_CELLS) - 1));
                    widest = row.len().max(widest);
                    if rows.len() * widest > MOST_CELLS {
                        return Err(xml.broken(BrokenKind::TooManyCells { limit: MOST_CELLS }));
                    }
                }
                _ => xml.skip()?,
            }
        }
    }
}
