//! Word documents: Office Open XML, ECMA-376 part 1.
//!
//! Structure is taken from styles, outline levels and lists, looks from runs; changes that were tracked are taken as
//! accepted. Page layout, fonts and colours are not read.

use std::collections::HashMap;
use std::rc::Rc;

use super::article::MOST_CELLS;
use super::docx_lists::{Counters, Numberings, Piece, gather};
use super::docx_properties::{Paragraph, cell_properties, paragraph_properties};
use super::docx_styles::{Look, Role, Styles};
use super::package::{Package, Source, within};
use super::runs::blank;
use super::{Article, Block, Lost, LostKind, markdown};
use crate::exchange::xml::{Element, Node, Xml};
use crate::exchange::{Broken, BrokenKind};

pub(super) fn read(bytes: &[u8]) -> Result<Article, Broken> {
    let mut package = Package::open(bytes)?;
    let main = main_part(&mut package)?;
    let folder = main.rsplit_once('/').map_or("", |(folder, _)| folder).to_owned();
    let beside = |name: &str| if folder.is_empty() { name.to_owned() } else { format!("{folder}/{name}") };
    let mut reader = Reader::default();
    if let Some(part) = package.part(&beside("styles.xml"))? {
        reader.styles = Styles::read(&part).map_err(|error| within("styles.xml", error))?;
    }
    if let Some(part) = package.part(&beside("numbering.xml"))? {
        reader.numberings = Numberings::read(&part).map_err(|error| within("numbering.xml", error))?;
    }
    for (part, element) in [("footnotes.xml", "footnote"), ("endnotes.xml", "endnote")] {
        let Some(bytes) = package.part(&beside(part))? else { continue };
        reader.links = links(&mut package, &beside(&format!("_rels/{part}.rels")))?;
        reader.read_notes(&bytes, element).map_err(|error| within(part, error))?;
    }
    let name = main.rsplit_once('/').map_or(main.as_str(), |(_, name)| name);
    reader.links = links(&mut package, &beside(&format!("_rels/{name}.rels")))?;
    for name in package.names(|name| name.contains("/header") || name.contains("/footer")) {
        let part = package.needed(&name)?;
        if has_words(&part).map_err(|error| within(&name, error))? {
            reader.lost.add(LostKind::Margin);
        }
    }
    let part = package.needed(&main)?;
    let blocks = reader.body(&part).map_err(|error| within(&main, error))?;
    Ok(Article { blocks, notes: reader.notes, lost: reader.lost })
}

/// The part that holds the text, as the archive's own relations name it.
fn main_part(package: &mut Package<'_>) -> Result<String, Broken> {
    let Some(part) = package.part("_rels/.rels")? else {
        return Err(Broken::new(0, BrokenKind::MissingPart("_rels/.rels".to_owned())));
    };
    let mut xml = Xml::new(&part[..]).map_err(|error| within("_rels/.rels", error))?;
    let mut main = None;
    loop {
        match xml.next().map_err(|error| within("_rels/.rels", error))? {
            Node::Open(element) if element.get("Type").is_some_and(|kind| kind.ends_with("/officeDocument")) => {
                main = element.get("Target").map(|target| target.trim_start_matches('/').to_owned());
            }
            Node::End => break,
            _ => {}
        }
    }
    let main = main.unwrap_or_else(|| "word/document.xml".to_owned());
    // A spreadsheet or a presentation has another.
    if main.starts_with("word/") || main.ends_with("document.xml") {
        return Ok(main);
    }
    Err(Broken::new(0, BrokenKind::MissingPart("word/document.xml".to_owned())))
}

/// Whether letters are in a header or footer, and not only the page's number.
fn has_words(part: &[u8]) -> Result<bool, Broken> {
    let mut xml = Xml::new(part)?;
    let mut words = false;
    loop {
        match xml.next()? {
            Node::Open(element) if element.name == "instrText" => xml.skip()?,
            Node::Text(text) => words |= text.contains(char::is_alphabetic),
            Node::End => return Ok(words),
            _ => {}
        }
    }
}

/// Addresses outside the document, by their name in it.
fn links(package: &mut Package<'_>, name: &str) -> Result<HashMap<String, String>, Broken> {
    let mut links = HashMap::new();
    let Some(part) = package.part(name)? else { return Ok(links) };
    let mut xml = Xml::new(&part[..]).map_err(|error| within(name, error))?;
    loop {
        match xml.next().map_err(|error| within(name, error))? {
            Node::Open(element) if element.get("TargetMode") == Some("External") => {
                let (id, target) = (element.get("Id"), element.get("Target"));
                links.extend(id.zip(target).map(|(id, target)| (id.to_owned(), target.to_owned())));
            }
            Node::End => return Ok(links),
            _ => {}
        }
    }
}

#[derive(Default)]
pub(super) struct Reader {
    pub(super) styles: Styles,
    numberings: Numberings,
    counters: Counters,
    pub(super) links: HashMap<String, String>,
    /// Notes that were not referred to yet, by their kind and name.
    pub(super) unread: HashMap<(&'static str, String), Vec<Block>>,
    /// The number of every note that was referred to.
    pub(super) numbers: HashMap<(&'static str, String), usize>,
    pub(super) notes: Vec<Vec<Block>>,
    pub(super) fields: Vec<Field>,
    pub(super) lost: Lost,
}

/// A field that is open: its instruction, and whether its result has begun.
#[derive(Default)]
pub(super) struct Field {
    pub(super) instruction: String,
    pub(super) result: bool,
}

/// What is known of the run that is read.
#[derive(Clone, Default)]
pub(super) struct Scope {
    pub(super) link: Option<Rc<str>>,
}

impl Reader {
    fn body(&mut self, part: &[u8]) -> Result<Vec<Block>, Broken> {
        let mut xml = Xml::new(part)?;
        xml.root("document")?;
        let mut blocks = Vec::new();
        loop {
            match xml.next()? {
                Node::Open(element) if element.name == "body" => blocks = self.blocks(&mut xml)?,
                Node::Open(_) => xml.skip()?,
                Node::End => return Ok(blocks),
                _ => {}
            }
        }
    }

    fn read_notes(&mut self, part: &[u8], kind: &'static str) -> Result<(), Broken> {
        let mut xml = Xml::new(part)?;
        loop {
            match xml.next()? {
                Node::Open(element) if element.name == kind => {
                    let id = element.local("id").unwrap_or_default().to_owned();
                    let separates = element.local("type").is_some_and(|kind| kind != "normal");
                    let blocks = self.blocks(&mut xml)?;
                    if !separates {
                        self.unread.insert((kind, id), blocks);
                    }
                }
                Node::End => return Ok(()),
                _ => {}
            }
        }
    }

    /// The blocks up to the end of the element just opened.
    fn blocks(&mut self, xml: &mut Source<'_>) -> Result<Vec<Block>, Broken> {
        let mut pieces = Vec::new();
        self.pieces(xml, &mut pieces)?;
        Ok(gather(pieces, &self.numberings, &mut self.counters, &mut self.lost))
    }

    pub(super) fn pieces(&mut self, xml: &mut Source<'_>, pieces: &mut Vec<Piece>) -> Result<(), Broken> {
        loop {
            match xml.next()? {
                Node::Open(element) => match element.name.as_str() {
                    "p" => self.paragraph(xml, pieces)?,
                    "tbl" => {
                        let rows = self.table(xml)?;
                        pieces.extend(markdown::table(rows, &mut self.lost).into_iter().map(Piece::Block));
                    }
                    "sdt" | "sdtContent" | "customXml" | "smartTag" | "moveTo" => self.pieces(xml, pieces)?,
                    "ins" => {
                        self.lost.add(LostKind::TrackedChange);
                        self.pieces(xml, pieces)?;
                    }
                    "del" | "moveFrom" => {
                        self.lost.add(LostKind::TrackedChange);
                        xml.skip()?;
                    }
                    "oMathPara" | "oMath" => {
                        let runs = self.formula(xml)?;
                        pieces.push(Piece::Paragraph { role: Role::Prose, numbering: None, runs });
                    }
                    "altChunk" => {
                        self.lost.add(LostKind::Object);
                        xml.skip()?;
                    }
                    _ => xml.skip()?,
                },
                Node::Close(_) => return Ok(()),
                Node::Text(_) => {}
                Node::End => return Err(xml.broken(BrokenKind::Truncated)),
            }
        }
    }

    fn paragraph(&mut self, xml: &mut Source<'_>, pieces: &mut Vec<Piece>) -> Result<(), Broken> {
        let mut paragraph = Paragraph::default();
        let before = self.lost.clone();
        self.inline(xml, &Scope::default(), &mut paragraph)?;
        let style = paragraph.style.as_deref().unwrap_or_default();
        let role = self.styles.role(style, paragraph.outline);
        if role == Role::Contents {
            // Nobody misses the links of a table of contents one by one.
            self.lost = before;
        }
        let of_style = self.styles.numbering(style);
        let id = paragraph.numbering.id.or(of_style.id).filter(|id| id != "0");
        let level = paragraph.numbering.level.or(of_style.level).unwrap_or(0).min(8);
        let rule = paragraph.rule && role != Role::Rule && blank(&paragraph.runs);
        pieces.push(Piece::Paragraph { role, numbering: id.map(|id| (id, level)), runs: paragraph.runs });
        if rule {
            pieces.push(Piece::Block(Block::Rule));
        }
        pieces.append(&mut paragraph.beside);
        Ok(())
    }

    /// What is in a paragraph, up to the end of the element just opened.
    pub(super) fn inline(&mut self, xml: &mut Source<'_>, scope: &Scope, into: &mut Paragraph) -> Result<(), Broken> {
        xml.children(|xml, element| self.inline_element(xml, &element, scope, into))
    }

    fn inline_element(
        &mut self,
        xml: &mut Source<'_>,
        element: &Element,
        scope: &Scope,
        into: &mut Paragraph,
    ) -> Result<(), Broken> {
        match element.name.as_str() {
            "pPr" => paragraph_properties(xml, into),
            "r" => self.run(xml, scope, into),
            "hyperlink" => {
                let target = element.local("id").and_then(|id| self.links.get(id)).cloned();
                let link = self.link(target.as_deref().unwrap_or_default());
                self.inline(xml, &Scope { link }, into)
            }
            "fldSimple" => {
                let link = self.field_link(element.local("instr").unwrap_or_default());
                self.inline(xml, &Scope { link: link.or(scope.link.clone()) }, into)
            }
            "ins" => {
                self.lost.add(LostKind::TrackedChange);
                self.inline(xml, scope, into)
            }
            "del" | "moveFrom" => {
                self.lost.add(LostKind::TrackedChange);
                xml.skip()
            }
            "moveTo" | "sdt" | "sdtContent" | "smartTag" | "customXml" | "bdo" | "dir" => self.inline(xml, scope, into),
            "oMath" | "oMathPara" => {
                let runs = self.formula(xml)?;
                into.runs.extend(runs);
                Ok(())
            }
            "AlternateContent" => self.alternate(xml, scope, Look::default(), into),
            _ => xml.skip(),
        }
    }

    fn table(&mut self, xml: &mut Source<'_>) -> Result<Vec<Vec<Vec<Block>>>, Broken> {
        let mut rows: Vec<Vec<Vec<Block>>> = Vec::new();
        // Rows may be in elements of their own; the depth shows their ends.
        let mut depth = 0;
        let (mut cells, mut widest) = (0, 0);
        loop {
            match xml.next()? {
                Node::Open(element) => match element.name.as_str() {
                    "tr" => {
                        depth += 1;
                        rows.push(Vec::new());
                    }
                    "tc" => {
                        let (content, width) = self.cell(xml)?;
                        let row = rows.last_mut().ok_or_else(|| xml.broken(BrokenKind::Truncated))?;
                        row.push(content);
                        cells += width;
                        if cells > MOST_CELLS {
                            return Err(xml.broken(BrokenKind::TooManyCells { limit: MOST_CELLS }));
                        }
                        row.extend(std::iter::repeat_n(Vec::new(), width - 1));
                        widest = row.len().max(widest);
                        if rows.len() * widest > MOST_CELLS {
                            return Err(xml.broken(BrokenKind::TooManyCells { limit: MOST_CELLS }));
                        }
                    }
                    "sdt" | "sdtContent" | "ins" | "customXml" => depth += 1,
                    _ => xml.skip()?,
                },
                Node::Close(_) if depth == 0 => return Ok(rows),
                Node::Close(_) => depth -= 1,
                Node::Text(_) => {}
                Node::End => return Err(xml.broken(BrokenKind::Truncated)),
            }
        }
    }

    /// What is in a cell, and over how many columns it goes.
    fn cell(&mut self, xml: &mut Source<'_>) -> Result<(Vec<Block>, usize), Broken> {
        let mut pieces = Vec::new();
        let mut width = 1;
        xml.children(|xml, element| match element.name.as_str() {
            "tcPr" => {
                let (columns, rows) = cell_properties(xml)?;
                if columns > 1 || rows {
                    self.lost.add(LostKind::MergedCell);
                }
                // What is wider than any table is refused by the caller.
                width = columns.clamp(1, MOST_CELLS + 1);
                Ok(())
            }
            "p" => self.paragraph(xml, &mut pieces),
            "tbl" => {
                let rows = self.table(xml)?;
                pieces.extend(markdown::table(rows, &mut self.lost).into_iter().map(Piece::Block));
                Ok(())
            }
            "sdt" | "sdtContent" | "customXml" => self.pieces(xml, &mut pieces),
            _ => xml.skip(),
        })?;
        Ok((gather(pieces, &self.numberings, &mut self.counters, &mut self.lost), width))
    }
}
