//! Writes XML, and says which characters it cannot hold.

use std::io::{self, Write};

use super::{LossKind, Losses};

/// A stream of XML in UTF-8; the caller closes what it opens.
pub(super) struct Xml<W: Write> {
    out: W,
    pub(super) losses: Losses,
    /// The number of the unit now written, for losses; counts from 1.
    pub(super) unit: usize,
}

/// Attributes in the order they are written.
pub(super) type Attributes<'a> = &'a [(&'a str, &'a str)];

impl<W: Write> Xml<W> {
    pub(super) fn new(out: W) -> io::Result<Xml<W>> {
        let mut xml = Xml { out, losses: Losses::default(), unit: 0 };
        xml.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")?;
        Ok(xml)
    }

    /// Text that is XML already.
    pub(super) fn raw(&mut self, xml: &str) -> io::Result<()> {
        self.out.write_all(xml.as_bytes())
    }

    pub(super) fn open(&mut self, name: &str, attributes: Attributes<'_>) -> io::Result<()> {
        self.tag(name, attributes, ">")
    }

    pub(super) fn empty(&mut self, name: &str, attributes: Attributes<'_>) -> io::Result<()> {
        self.tag(name, attributes, "/>")
    }

    pub(super) fn close(&mut self, name: &str) -> io::Result<()> {
        write!(self.out, "</{name}>")
    }

    /// An element that holds nothing but text.
    pub(super) fn element(&mut self, name: &str, attributes: Attributes<'_>, text: &str) -> io::Result<()> {
        self.open(name, attributes)?;
        self.text(text)?;
        self.close(name)
    }

    pub(super) fn text(&mut self, text: &str) -> io::Result<()> {
        self.escaped(text, Where::Text)
    }

    pub(super) fn finish(mut self) -> io::Result<Losses> {
        self.out.flush()?;
        Ok(self.losses)
    }

    fn tag(&mut self, name: &str, attributes: Attributes<'_>, end: &str) -> io::Result<()> {
        write!(self.out, "<{name}")?;
        for (key, value) in attributes {
            write!(self.out, " {key}=\"")?;
            self.escaped(value, Where::Attribute)?;
            self.raw("\"")?;
        }
        self.raw(end)
    }

    fn escaped(&mut self, text: &str, place: Where) -> io::Result<()> {
        let mut from = 0;
        for (at, c) in text.char_indices() {
            let Some(instead) = instead(c, place) else { continue };
            if instead == LOST {
                self.losses.add(LossKind::Character(c), self.unit);
            }
            self.raw(&text[from..at])?;
            self.raw(instead)?;
            from = at + c.len_utf8();
        }
        self.raw(&text[from..])
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Where {
    Text,
    Attribute,
}

/// Replaces a character that XML cannot hold.
const LOST: &str = "\u{fffd}";

/// What is written instead of a character; `None` for itself. The letters of XML: XML 1.0, production 2.
fn instead(c: char, place: Where) -> Option<&'static str> {
    match c {
        '&' => Some("&amp;"),
        '<' => Some("&lt;"),
        // "]]>" must not be in text.
        '>' => Some("&gt;"),
        // A reader would make a line feed of it.
        '\r' => Some("&#13;"),
        '"' if place == Where::Attribute => Some("&quot;"),
        '\n' if place == Where::Attribute => Some("&#10;"),
        '\t' if place == Where::Attribute => Some("&#9;"),
        '\t' | '\n' => None,
        '\0'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => Some(LOST),
        _ => None,
    }
}
