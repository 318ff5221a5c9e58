//! Reads XML as a stream of elements and texts, with its hostile parts refused.
//!
//! A document type may be named (many TMX files name theirs) but is never fetched; one that declares entities is
//! refused, and so is any entity beyond XML's five. Encodings: UTF-8, UTF-16 and whatever the declaration names
//! of the WHATWG encodings; a byte that does not fit is an error, never a replacement character.

use std::io::{BufRead, Read};

use quick_xml::XmlVersion;
use quick_xml::encoding::DecodingReader;
use quick_xml::events::{BytesStart, Event};

use super::{Broken, BrokenKind};

/// Elements within one another, of which real files have a dozen or two.
const DEEPEST: usize = 256;

/// What comes next in the stream.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Node {
    Open(Element),
    /// A stretch of text; neighbouring stretches belong together.
    Text(String),
    /// The end of the element of this local name.
    Close(String),
    /// The end of the file, with every element closed.
    End,
}

/// What is directly in an element.
#[cfg(feature = "import")]
pub(crate) enum Child {
    Element(Element),
    Text(String),
}

#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Element {
    /// Without its prefix.
    pub(crate) name: String,
    attributes: Vec<(String, String)>,
}

impl Element {
    /// The value of an attribute, by its name without a prefix.
    #[cfg(feature = "import")]
    pub(crate) fn local(&self, name: &str) -> Option<&str> {
        let local = |key: &str| key.rsplit(':').next() == Some(name);
        self.attributes.iter().find(|(key, _)| local(key)).map(|(_, value)| value.as_str())
    }

    /// The value of an attribute, by its name as written (`xml:lang`).
    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }
}

/// A stream of nodes.
pub(crate) struct Xml<R: BufRead> {
    reader: quick_xml::Reader<Counting<DecodingReader<R>>>,
    buffer: Vec<u8>,
    depth: usize,
    rooted: bool,
}

impl<R: BufRead> Xml<R> {
    /// Looks at the first bytes for the encoding.
    pub(crate) fn new(mut input: R) -> Result<Xml<R>, Broken> {
        let label = declared_encoding(input.fill_buf()?);
        let mut decoder = DecodingReader::new(input);
        if let Some(label) = label {
            let encoding = encoding_rs::Encoding::for_label(label.as_bytes())
                .ok_or_else(|| Broken::new(1, BrokenKind::UnknownEncoding(label)))?;
            // A declaration that could be read as ASCII is not in UTF-16, whatever it says.
            if encoding.is_ascii_compatible() {
                decoder.set_encoding(encoding);
            }
        }
        let mut reader = quick_xml::Reader::from_reader(Counting { inner: decoder, line: 1 });
        reader.config_mut().expand_empty_elements = true;
        Ok(Xml { reader, buffer: Vec::new(), depth: 0, rooted: false })
    }

    /// The 1-based line reached, in the decoded text.
    pub(crate) fn line(&self) -> usize {
        self.reader.get_ref().line
    }

    pub(crate) fn broken(&self, kind: BrokenKind) -> Broken {
        Broken::new(self.line(), kind)
    }

    /// The first element, which must be one of the names in `expected`, separated by `|`.
    pub(crate) fn root(&mut self, expected: &'static str) -> Result<Element, Broken> {
        loop {
            match self.next()? {
                Node::Open(element) if expected.split('|').any(|name| name == element.name) => return Ok(element),
                Node::Open(element) => {
                    return Err(self.broken(BrokenKind::WrongRoot { expected, found: element.name }));
                }
                _ => {}
            }
        }
    }

    /// The next node; comments and processing instructions are passed over.
    pub(crate) fn next(&mut self) -> Result<Node, Broken> {
        loop {
            self.buffer.clear();
            let event = self.reader.read_event_into(&mut self.buffer);
            let line = self.reader.get_ref().line;
            let broken = |kind| Broken::new(line, kind);
            let syntax = |error: &dyn std::fmt::Display| Broken::new(line, BrokenKind::Syntax(error.to_string()));
            let text = match event.map_err(|error| failure(&error, self.depth, line))? {
                Event::Start(start) => {
                    if self.rooted && self.depth == 0 {
                        return Err(broken(BrokenKind::Syntax("a second root element".to_owned())));
                    }
                    (self.depth, self.rooted) = (self.depth + 1, true);
                    if self.depth > DEEPEST {
                        return Err(broken(BrokenKind::TooDeep));
                    }
                    return element(&start, line).map(Node::Open);
                }
                Event::End(end) => {
                    self.depth = self.depth.saturating_sub(1);
                    return Ok(Node::Close(end.local_name().as_ref().to_owned()));
                }
                Event::Eof if self.depth > 0 || !self.rooted => return Err(broken(BrokenKind::Truncated)),
                Event::Eof => return Ok(Node::End),
                Event::DocType(doctype) if doctype.contains("<!ENTITY") => {
                    return Err(broken(BrokenKind::EntityDeclared));
                }
                Event::Text(text) => text.xml_content(XmlVersion::Implicit1_0).into_owned(),
                Event::CData(text) => text.xml_content(XmlVersion::Implicit1_0).into_owned(),
                Event::GeneralRef(reference) => match reference.resolve_char_ref().map_err(|error| syntax(&error))? {
                    Some(c) => c.to_string(),
                    None => predefined(&reference)
                        .ok_or_else(|| broken(BrokenKind::UnknownEntity(reference.to_string())))?
                        .to_owned(),
                },
                _ => continue,
            };
            if self.depth > 0 {
                return Ok(Node::Text(text));
            }
            if !text.trim().is_empty() {
                return Err(broken(BrokenKind::Syntax("text outside of the root element".to_owned())));
            }
        }
    }

    /// The text up to the end of the element just opened, elements within passed over by name to `inside`.
    pub(crate) fn text(&mut self, mut inside: impl FnMut(&str)) -> Result<String, Broken> {
        let mut text = String::new();
        let mut depth = 0;
        loop {
            match self.next()? {
                Node::Open(element) => {
                    inside(&element.name);
                    depth += 1;
                }
                Node::Text(more) => text.push_str(&more),
                Node::Close(_) if depth == 0 => return Ok(text),
                Node::Close(_) => depth -= 1,
                Node::End => return Err(self.broken(BrokenKind::Truncated)),
            }
        }
    }

    /// Gives each element directly in the one just opened to `read`, which reads it to its end.
    #[cfg(feature = "import")]
    pub(crate) fn children(
        &mut self,
        mut read: impl FnMut(&mut Self, Element) -> Result<(), Broken>,
    ) -> Result<(), Broken> {
        self.content(|xml, child| match child {
            Child::Element(element) => read(xml, element),
            Child::Text(_) => Ok(()),
        })
    }

    /// Gives each element and each stretch of text directly in the element just opened to `read`, which reads an
    /// element to its end.
    #[cfg(feature = "import")]
    pub(crate) fn content(
        &mut self,
        mut read: impl FnMut(&mut Self, Child) -> Result<(), Broken>,
    ) -> Result<(), Broken> {
        loop {
            match self.next()? {
                Node::Open(element) => read(self, Child::Element(element))?,
                Node::Text(text) => read(self, Child::Text(text))?,
                Node::Close(_) => return Ok(()),
                Node::End => return Err(self.broken(BrokenKind::Truncated)),
            }
        }
    }

    /// Passes over everything up to the end of the element just opened.
    pub(crate) fn skip(&mut self) -> Result<(), Broken> {
        self.text(|_| {}).map(drop)
    }
}

fn element(start: &BytesStart<'_>, line: usize) -> Result<Element, Broken> {
    let mut attributes = Vec::new();
    for attribute in start.attributes() {
        let attribute = attribute.map_err(|error| Broken::new(line, BrokenKind::Syntax(error.to_string())))?;
        let value = attribute.normalized_value(XmlVersion::Implicit1_0);
        let value = value.map_err(|error| match error {
            quick_xml::Error::Escape(quick_xml::escape::EscapeError::UnrecognizedEntity(_, name)) => {
                Broken::new(line, BrokenKind::UnknownEntity(name))
            }
            other => Broken::new(line, BrokenKind::Syntax(other.to_string())),
        })?;
        attributes.push((attribute.key.as_ref().to_owned(), value.into_owned()));
    }
    Ok(Element { name: start.local_name().as_ref().to_owned(), attributes })
}

fn failure(error: &quick_xml::Error, depth: usize, line: usize) -> Broken {
    let kind = match error {
        quick_xml::Error::Io(io) if io.kind() == std::io::ErrorKind::InvalidData => {
            BrokenKind::NotInEncoding(io.to_string())
        }
        quick_xml::Error::Io(io) => BrokenKind::Io(std::io::Error::new(io.kind(), io.to_string())),
        quick_xml::Error::Encoding(encoding) => BrokenKind::NotInEncoding(encoding.to_string()),
        // Whatever was not closed at the end of the file was cut off.
        quick_xml::Error::Syntax(_) if depth > 0 => BrokenKind::Truncated,
        other => BrokenKind::Syntax(other.to_string()),
    };
    Broken::new(line, kind)
}

fn predefined(name: &str) -> Option<&'static str> {
    Some(match name {
        "lt" => "<",
        "gt" => ">",
        "amp" => "&",
        "quot" => "\"",
        "apos" => "'",
        _ => return None,
    })
}

/// The label in `<?xml … encoding="…"?>`, where the file begins with bytes that read as ASCII.
fn declared_encoding(start: &[u8]) -> Option<String> {
    let start = start.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(start);
    let declaration = start.strip_prefix(b"<?xml")?;
    let end = declaration.windows(2).position(|pair| pair == b"?>")?;
    let declaration = std::str::from_utf8(&declaration[..end]).ok()?;
    let value = declaration.split_once("encoding")?.1.trim_start().strip_prefix('=')?.trim_start();
    let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    Some(value[1..].split(quote).next()?.to_owned())
}

/// A stream that counts the lines it has handed over.
struct Counting<R> {
    inner: R,
    line: usize,
}

impl<R: BufRead> Read for Counting<R> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let read = self.inner.read(buffer)?;
        self.line += buffer[..read].iter().filter(|byte| **byte == b'\n').count();
        Ok(read)
    }
}

impl<R: BufRead> BufRead for Counting<R> {
    fn fill_buf(&mut self) -> std::io::Result<&[u8]> {
        self.inner.fill_buf()
    }

    fn consume(&mut self, amount: usize) {
        // What is consumed was handed over by the same `fill_buf`, so asking again reads nothing new.
        if let Ok(buffer) = self.inner.fill_buf() {
            self.line += buffer[..amount.min(buffer.len())].iter().filter(|byte| **byte == b'\n').count();
        }
        self.inner.consume(amount);
    }
}
