//! What is in the runs of a Word document: text, marks, fields, pictures, text boxes.

use std::rc::Rc;

use super::LostKind;
use super::docx::{Field, Reader, Scope};
use super::docx_properties::Paragraph;
use super::docx_styles::Look;
use super::escape::address;
use super::package::Source;
use super::runs::{Run, What};
use crate::exchange::xml::{Element, Node};
use crate::exchange::{Broken, BrokenKind};
use crate::text::on_one_line;

impl Reader {
    pub(super) fn link(&mut self, target: &str) -> Option<Rc<str>> {
        let link = address(target).map(Rc::from);
        if link.is_none() {
            self.lost.add(LostKind::Link);
        }
        link
    }

    /// The address in `HYPERLINK "https://…"`.
    pub(super) fn field_link(&mut self, instruction: &str) -> Option<Rc<str>> {
        let rest = instruction.trim().strip_prefix("HYPERLINK")?;
        let target = rest.split('"').nth(1).unwrap_or_else(|| rest.trim());
        self.link(if rest.trim_start().starts_with("\\l") { "" } else { target })
    }

    pub(super) fn run(&mut self, xml: &mut Source<'_>, scope: &Scope, into: &mut Paragraph) -> Result<(), Broken> {
        self.run_content(xml, scope, Look::default(), into)
    }

    /// The content of a run, up to the end of the element just opened.
    fn run_content(
        &mut self,
        xml: &mut Source<'_>,
        scope: &Scope,
        mut look: Look,
        into: &mut Paragraph,
    ) -> Result<(), Broken> {
        let mut reported = false;
        loop {
            let element = match xml.next()? {
                Node::Open(element) => element,
                Node::Close(_) => return Ok(()),
                Node::Text(_) => continue,
                Node::End => return Err(xml.broken(BrokenKind::Truncated)),
            };
            let what = match element.name.as_str() {
                "rPr" => {
                    look = self.run_properties(xml)?;
                    continue;
                }
                "t" => Some(What::Text(xml.text(|_| {})?)),
                _ => self.inside_run(xml, &element, scope, look, into)?,
            };
            let Some(what) = what else { continue };
            // What comes before a field's result is its formula.
            if self.fields.iter().any(|field| !field.result) {
                continue;
            }
            if look.hidden == Some(true) {
                self.lost.add(LostKind::HiddenText);
                continue;
            }
            if look.underlined == Some(true) && scope.link.is_none() && !std::mem::replace(&mut reported, true) {
                self.lost.add(LostKind::Underline);
            }
            let link = scope.link.clone().or_else(|| self.open_link());
            into.runs.push(Run { what, style: look.style(), link });
        }
    }

    /// Reads an element of a run that is not its own text; a letter, a break or a mark that it means.
    fn inside_run(
        &mut self,
        xml: &mut Source<'_>,
        element: &Element,
        scope: &Scope,
        look: Look,
        into: &mut Paragraph,
    ) -> Result<Option<What>, Broken> {
        match element.name.as_str() {
            // A choice may be around whole runs.
            "r" => self.run(xml, scope, into)?,
            "AlternateContent" => self.alternate(xml, scope, look, into)?,
            "drawing" | "pict" | "object" => self.drawing(xml, into)?,
            "ruby" => self.ruby(xml, scope, look, into)?,
            "fldChar" => {
                self.field(element.local("fldCharType").unwrap_or_default());
                xml.skip()?;
            }
            "instrText" => {
                let text = xml.text(|_| {})?;
                self.fields.iter_mut().rev().take(1).for_each(|field| field.instruction.push_str(&text));
            }
            _ => {
                let what = self.sign(element);
                xml.skip()?;
                return Ok(what);
            }
        }
        Ok(None)
    }

    /// An element that means a letter, a break or a mark.
    fn sign(&mut self, element: &Element) -> Option<What> {
        match element.name.as_str() {
            "tab" | "ptab" => Some(What::Text(" ".to_owned())),
            "br" if matches!(element.local("type"), Some("page" | "column")) => None,
            "br" | "cr" => Some(What::Break),
            "noBreakHyphen" => Some(What::Text("\u{2011}".to_owned())),
            "sym" => {
                let code = element.local("char").and_then(|code| u32::from_str_radix(code, 16).ok());
                // From U+F000 on are places in a font, not letters.
                let letter = code.filter(|code| *code < 0xE000).and_then(char::from_u32);
                if letter.is_none() {
                    self.lost.add(LostKind::Symbol);
                }
                Some(What::Text(letter.unwrap_or('\u{fffd}').to_string()))
            }
            "footnoteReference" => self.note("footnote", element),
            "endnoteReference" => self.note("endnote", element),
            "commentReference" => {
                self.lost.add(LostKind::Comment);
                None
            }
            _ => None,
        }
    }

    fn note(&mut self, kind: &'static str, element: &Element) -> Option<What> {
        let key = (kind, element.local("id")?.to_owned());
        if let Some(number) = self.numbers.get(&key) {
            return Some(What::Note(*number));
        }
        let blocks = self.unread.remove(&key)?;
        self.notes.push(blocks);
        self.numbers.insert(key, self.notes.len() - 1);
        Some(What::Note(self.notes.len() - 1))
    }

    fn run_properties(&mut self, xml: &mut Source<'_>) -> Result<Look, Broken> {
        let (mut own, mut of_style) = (Look::default(), Look::default());
        xml.children(|xml, element| {
            if element.name == "rStyle" {
                of_style = self.styles.look(element.local("val").unwrap_or_default());
            }
            own.read(&element);
            // How the run looked before a tracked change is within.
            xml.skip()
        })?;
        Ok(own.or(of_style))
    }

    fn field(&mut self, mark: &str) {
        match mark {
            "begin" if self.fields.len() < 64 => self.fields.push(Field::default()),
            "separate" => self.fields.iter_mut().rev().take(1).for_each(|field| field.result = true),
            "end" => drop(self.fields.pop()),
            _ => {}
        }
    }

    /// The link of the fields that are open.
    fn open_link(&mut self) -> Option<Rc<str>> {
        let is_link = |field: &&Field| field.instruction.trim_start().starts_with("HYPERLINK");
        let instruction = self.fields.iter().rev().find(is_link)?.instruction.clone();
        self.field_link(&instruction)
    }

    /// The first of several forms of the same thing; the others are for older programs.
    pub(super) fn alternate(
        &mut self,
        xml: &mut Source<'_>,
        scope: &Scope,
        look: Look,
        into: &mut Paragraph,
    ) -> Result<(), Broken> {
        let mut chosen = false;
        xml.children(|xml, element| match element.name == "Choice" && !std::mem::replace(&mut chosen, true) {
            true => self.run_content(xml, scope, look, into),
            false => xml.skip(),
        })
    }

    /// The text that is below its reading aid.
    fn ruby(&mut self, xml: &mut Source<'_>, scope: &Scope, look: Look, into: &mut Paragraph) -> Result<(), Broken> {
        xml.children(|xml, element| {
            if element.name != "rubyBase" {
                return xml.skip();
            }
            let mut inner = Paragraph::default();
            self.inline(xml, scope, &mut inner)?;
            let shown = inner.runs.into_iter().map(|run| Run { style: look.style(), ..run });
            into.runs.extend(shown);
            Ok(())
        })
    }

    /// A picture is lost; the text of a text box comes behind the paragraph.
    fn drawing(&mut self, xml: &mut Source<'_>, into: &mut Paragraph) -> Result<(), Broken> {
        let mut depth = 0;
        let (mut picture, mut object, mut text) = (false, false, false);
        loop {
            match xml.next()? {
                Node::Open(element) => match element.name.as_str() {
                    "txbxContent" => {
                        text = true;
                        self.pieces(xml, &mut into.beside)?;
                    }
                    name => {
                        picture |= matches!(name, "blip" | "imagedata");
                        object |= matches!(name, "chart" | "OLEObject" | "relIds");
                        // A horizontal line as HTML has it.
                        into.rule |= name == "rect" && element.local("hr").is_some_and(|hr| hr.starts_with('t'));
                        depth += 1;
                    }
                },
                Node::Close(_) if depth == 0 => break,
                Node::Close(_) => depth -= 1,
                Node::Text(_) => {}
                Node::End => return Err(xml.broken(BrokenKind::Truncated)),
            }
        }
        match (object, picture || !(text || into.rule)) {
            (true, _) => self.lost.add(LostKind::Object),
            (_, true) => self.lost.add(LostKind::Picture),
            _ => {}
        }
        Ok(())
    }

    /// A formula's letters, without their places.
    pub(super) fn formula(&mut self, xml: &mut Source<'_>) -> Result<Vec<Run>, Broken> {
        self.lost.add(LostKind::Formula);
        let text = xml.text(|_| {})?;
        Ok(vec![Run::text(on_one_line(&text))])
    }
}
