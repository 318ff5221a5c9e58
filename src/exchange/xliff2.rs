//! XLIFF 2.1 (and 2.0), a document for a CAT tool: <https://docs.oasis-open.org/xliff/xliff-core/v2.1/xliff-core-v2.1.html>.
//!
//! Markup is kept in `<originalData>` and is in the text as `<ph dataRef="…"/>`. Control characters, which XML
//! cannot hold, are written as `<cp hex="…"/>`, so that this format loses none.

use std::collections::HashMap;
use std::io::{BufRead, Write};

use super::inline::{control, push};
use super::write::Xml as Writer;
use super::xml::{Element, Node, Xml};
use super::{Broken, BrokenKind, Entry, Languages, LossKind, Losses, State, same_tongue};
use crate::text::Span;

/// Writes units; neighbouring ones of equal origin share a `<file>`.
///
/// # Errors
///
/// Where the stream cannot be written.
pub fn write(
    out: impl Write,
    languages: &Languages,
    entries: impl IntoIterator<Item = Entry>,
) -> std::io::Result<Losses> {
    let mut xml = Writer::new(out)?;
    xml.open(
        "xliff",
        &[
            ("xmlns", "urn:oasis:names:tc:xliff:document:2.0"),
            ("version", "2.1"),
            ("srcLang", &languages.source),
            ("trgLang", &languages.target),
        ],
    )?;
    let mut file: Option<String> = None;
    let mut files = 0;
    for (at, entry) in entries.into_iter().enumerate() {
        xml.unit = at + 1;
        if file.as_ref() != Some(&entry.origin) {
            if file.is_some() {
                xml.raw("\n</file>")?;
            }
            files += 1;
            xml.raw("\n")?;
            xml.open("file", &[("id", &format!("f{files}")), ("original", &entry.origin), ("xml:space", "preserve")])?;
            file = Some(entry.origin.clone());
        }
        unit(&mut xml, &entry)?;
    }
    if file.is_some() {
        xml.raw("\n</file>")?;
    }
    xml.raw("\n</xliff>\n")?;
    xml.finish()
}

fn unit<W: Write>(xml: &mut Writer<W>, entry: &Entry) -> std::io::Result<()> {
    xml.raw("\n")?;
    // An id has to be a name token; the unit's own name is beside it.
    let id = format!("u{}", xml.unit);
    let name = if entry.id.is_empty() { &id } else { &entry.id };
    xml.open("unit", &[("id", &id), ("name", name)])?;
    if !entry.notes.is_empty() {
        xml.raw("\n<notes>")?;
        for note in &entry.notes {
            xml.element("note", &[], note)?;
        }
        xml.raw("</notes>")?;
    }
    let codes = |text: &str, spans: &[Span]| -> Vec<String> {
        spans.iter().filter_map(|span| text.get(span.range())).map(str::to_owned).collect()
    };
    let mut data = codes(&entry.source, &entry.source_codes);
    data.extend(entry.target.iter().flat_map(|target| codes(target, &entry.target_codes)));
    let mut known: HashMap<&str, usize> = HashMap::new();
    if !data.is_empty() {
        xml.raw("\n<originalData>")?;
        for code in &data {
            let number = known.len() + 1;
            if !known.contains_key(code.as_str()) {
                known.insert(code, number);
                xml.open("data", &[("id", &format!("d{number}"))])?;
                held(xml, code)?;
                xml.close("data")?;
            }
        }
        xml.raw("</originalData>")?;
    }
    xml.raw("\n")?;
    // Many tools fill a segment and leave its state as it is: only a draft says that it is one.
    match entry.target {
        Some(_) => xml.open("segment", &[("state", state_name(entry.state))])?,
        None => xml.open("segment", &[])?,
    }
    xml.raw("\n<source>")?;
    content(xml, &entry.source, &entry.source_codes, &known)?;
    xml.raw("</source>")?;
    if let Some(target) = &entry.target {
        xml.raw("\n<target>")?;
        content(xml, target, &entry.target_codes, &known)?;
        xml.raw("</target>")?;
    }
    xml.raw("\n</segment>\n")?;
    xml.close("unit")
}

fn content<W: Write>(
    xml: &mut Writer<W>,
    text: &str,
    codes: &[Span],
    known: &HashMap<&str, usize>,
) -> std::io::Result<()> {
    let mut at = 0;
    for (number, code) in codes.iter().enumerate() {
        let (Some(before), Some(inside)) = (text.get(at..code.start), text.get(code.range())) else { continue };
        let Some(data) = known.get(inside) else { continue };
        held(xml, before)?;
        xml.empty("ph", &[("id", &(number + 1).to_string()), ("dataRef", &format!("d{data}"))])?;
        at = code.end;
    }
    held(xml, &text[at..])
}

/// Text, with the characters that XML cannot hold as `<cp>`.
fn held<W: Write>(xml: &mut Writer<W>, text: &str) -> std::io::Result<()> {
    let unwritable = |c: char| (c < ' ' && !matches!(c, '\t' | '\n' | '\r')) || matches!(c, '\u{fffe}' | '\u{ffff}');
    let mut rest = text;
    while let Some((at, c)) = rest.char_indices().find(|(_, c)| unwritable(*c)) {
        xml.text(&rest[..at])?;
        xml.empty("cp", &[("hex", &format!("{:04X}", u32::from(c)))])?;
        rest = &rest[at + c.len_utf8()..];
    }
    xml.text(rest)
}

fn state_name(state: State) -> &'static str {
    match state {
        State::New | State::Draft => "initial",
        State::Translated | State::Approved => "translated",
        State::Accepted => "final",
    }
}

/// Reads units; a unit of several segments comes as one text.
///
/// # Errors
///
/// Where the file is broken or about other languages; what came before has been handed over.
pub fn read(input: impl BufRead, languages: &Languages, each: &mut dyn FnMut(Entry)) -> Result<Losses, Broken> {
    let mut xml = Xml::new(input)?;
    let mut losses = Losses::default();
    let root = xml.root("xliff")?;
    match root.get("version") {
        Some("2.0" | "2.1" | "2.2") => {}
        other => return Err(xml.broken(BrokenKind::Version(other.unwrap_or_default().to_owned()))),
    }
    for (attribute, expected) in [("srcLang", &languages.source), ("trgLang", &languages.target)] {
        if let Some(found) = root.get(attribute).filter(|found| !same_tongue(found, expected)) {
            return Err(xml.broken(BrokenKind::Languages { expected: expected.clone(), found: found.to_owned() }));
        }
    }
    let mut origin = String::new();
    loop {
        match xml.next()? {
            Node::Open(element) => match element.name.as_str() {
                "file" => element.get("original").unwrap_or_default().clone_into(&mut origin),
                "unit" => each(Entry { origin: origin.clone(), ..read_unit(&mut xml, &element, &mut losses)? }),
                _ => {}
            },
            Node::End => return Ok(losses),
            _ => {}
        }
    }
}

fn read_unit<R: BufRead>(xml: &mut Xml<R>, unit: &Element, losses: &mut Losses) -> Result<Entry, Broken> {
    let id = unit.get("name").or(unit.get("id")).unwrap_or_default().to_owned();
    let mut reading = UnitReading { entry: Entry { id, ..Entry::default() }, ..UnitReading::default() };
    loop {
        match xml.next()? {
            Node::Open(element) => reading.open(xml, element, losses)?,
            Node::Close(name) => {
                reading.close(&name);
                if reading.depth == 0 {
                    return Ok(reading.entry());
                }
                reading.depth -= 1;
            }
            Node::Text(_) => {}
            Node::End => return Err(xml.broken(BrokenKind::Truncated)),
        }
    }
}

/// A unit, as far as it is read.
#[derive(Default)]
struct UnitReading {
    entry: Entry,
    /// The original data of inline codes, by their id.
    data: HashMap<String, String>,
    /// Of the segments read.
    states: Vec<State>,
    /// The state of the segment now read; `None` for an `<ignorable>`, whose white space is the same on both sides.
    segment: Option<State>,
    /// The segments and the `<ignorable>` elements, in the order of the file.
    parts: Vec<Part>,
    /// How many elements inside the unit are open.
    depth: usize,
}

/// A segment or an `<ignorable>`.
#[derive(Default)]
struct Part {
    /// Whether it is white space, which is the same on both sides where the target is missing.
    ignorable: bool,
    source: String,
    target: Option<(String, Vec<Span>)>,
    /// The place of the target among all parts, from 1, where it is another than that of the source.
    order: Option<usize>,
}

impl UnitReading {
    fn open<R: BufRead>(&mut self, xml: &mut Xml<R>, element: Element, losses: &mut Losses) -> Result<(), Broken> {
        match element.name.as_str() {
            "originalData" | "notes" => self.depth += 1,
            "data" => {
                let id = element.get("id").unwrap_or_default().to_owned();
                let (text, _) = read_content(xml, &HashMap::new(), losses)?;
                self.data.insert(id, text);
            }
            "note" => self.entry.notes.push(xml.text(|_| {})?),
            "segment" => {
                self.depth += 1;
                self.segment = Some(read_state(element.get("state"), xml.line(), losses));
                self.parts.push(Part::default());
            }
            "ignorable" => {
                self.depth += 1;
                self.segment = None;
                self.parts.push(Part { ignorable: true, ..Part::default() });
            }
            "source" => {
                let (text, codes) = read_content(xml, &self.data, losses)?;
                if let Some(part) = self.parts.last_mut() {
                    part.source.clone_from(&text);
                }
                append(&mut self.entry.source, &mut self.entry.source_codes, &text, &codes);
            }
            "target" => {
                let (text, codes) = read_content(xml, &self.data, losses)?;
                self.states.extend(self.segment.take());
                if self.parts.is_empty() {
                    self.parts.push(Part::default());
                }
                if let Some(part) = self.parts.last_mut() {
                    part.order = element.get("order").and_then(|order| order.parse().ok());
                    part.target = Some((text, codes));
                }
            }
            _ => {
                losses.add(LossKind::Field(element.name), xml.line());
                xml.skip()?;
            }
        }
        Ok(())
    }

    fn close(&mut self, name: &str) {
        if name == "segment" && self.segment.take().is_some() {
            self.states.push(State::New);
        }
    }

    fn entry(self) -> Entry {
        let mut entry = self.entry;
        if let Some((target, codes)) = joined(&self.parts) {
            (entry.target, entry.target_codes) = (Some(target), codes);
        }
        if entry.target.as_deref() == Some("") && !entry.source.is_empty() {
            entry.target = None;
        }
        // A unit is as far as its least finished segment; half a translation is a draft.
        entry.state = match (self.states.iter().min(), &entry.target) {
            (_, None) | (None, _) => State::New,
            (Some(State::New), Some(_)) => State::Draft,
            (Some(state), _) => *state,
        };
        entry
    }
}

/// The targets in their order, with the space that the source has between segments; `None` where there is none.
fn joined(parts: &[Part]) -> Option<(String, Vec<Span>)> {
    parts.iter().any(|part| part.target.is_some()).then_some(())?;
    let mut places: Vec<Option<&Part>> = vec![None; parts.len()];
    let ordered = |part: &&Part| part.order.is_some_and(|order| (1..=parts.len()).contains(&order));
    for part in parts.iter().filter(ordered) {
        let place = &mut places[part.order.unwrap_or(1) - 1];
        // Two targets cannot have one place.
        *place = place.or(Some(part));
    }
    let is_placed = |part: &Part| places.iter().flatten().any(|placed| std::ptr::eq(*placed, part));
    let mut others = parts.iter().filter(|part| !is_placed(part)).collect::<Vec<_>>().into_iter();
    let order: Vec<&Part> = places.iter().filter_map(|place| place.or_else(|| others.next())).collect();
    let (mut whole, mut codes) = (String::new(), Vec::new());
    for (at, part) in order.iter().enumerate() {
        match &part.target {
            Some((text, more)) => {
                let before = at.checked_sub(1).map_or("", |before| &order[before].source);
                let space = seam(before, &part.source);
                let parted = whole.ends_with(char::is_whitespace) || text.starts_with(char::is_whitespace);
                whole.push_str(if parted || whole.is_empty() || text.is_empty() { "" } else { space });
                append(&mut whole, &mut codes, text, more);
            }
            None if part.ignorable && !whole.is_empty() => whole.push_str(&part.source),
            None => {}
        }
    }
    Some((whole, codes))
}

/// The white space at the end of one text, or else at the beginning of the next.
fn seam<'a>(before: &'a str, next: &'a str) -> &'a str {
    let end = &before[before.trim_end().len()..];
    if end.is_empty() { &next[..next.len() - next.trim_start().len()] } else { end }
}

fn append(whole: &mut String, codes: &mut Vec<Span>, text: &str, more: &[Span]) {
    let from = whole.len();
    whole.push_str(text);
    codes.extend(more.iter().map(|span| Span::new(from + span.start, from + span.end)));
}

fn read_state(name: Option<&str>, line: usize, losses: &mut Losses) -> State {
    match name {
        Some("initial") => State::Draft,
        // The specification's default is a beginning; but what a tool that knows no states has filled is its translation.
        None | Some("translated") => State::Translated,
        Some("reviewed") => State::Approved,
        Some("final") => State::Accepted,
        Some(other) => {
            losses.add(LossKind::State(other.to_owned()), line);
            State::Draft
        }
    }
}

/// The text up to the end of the element just opened, and where codes are in it.
fn read_content<R: BufRead>(
    xml: &mut Xml<R>,
    data: &HashMap<String, String>,
    losses: &mut Losses,
) -> Result<(String, Vec<Span>), Broken> {
    let mut text = String::new();
    let mut codes: Vec<Span> = Vec::new();
    // For every element open within, the code that is at its end.
    let mut ends: Vec<Option<String>> = Vec::new();
    loop {
        match xml.next()? {
            Node::Open(element) => {
                let mut code = |attribute: &str| match element.get(attribute).map(|id| data.get(id)) {
                    Some(Some(code)) => Some(code.clone()),
                    _ => {
                        losses.add(LossKind::Markup(element.name.clone()), 0);
                        None
                    }
                };
                let (start, end) = match element.name.as_str() {
                    "ph" | "sc" | "ec" => (code("dataRef"), None),
                    "pc" => (code("dataRefStart"), code("dataRefEnd")),
                    "cp" => (element.get("hex").and_then(control).map(String::from), None),
                    "mrk" | "sm" | "em" => (None, None),
                    _ => {
                        losses.add(LossKind::Markup(element.name.clone()), xml.line());
                        (None, None)
                    }
                };
                push(&mut text, &mut codes, start, element.name == "cp");
                ends.push(end);
            }
            Node::Text(more) => text.push_str(&more),
            Node::Close(_) => match ends.pop() {
                None => return Ok((text, codes)),
                Some(end) => push(&mut text, &mut codes, end, false),
            },
            Node::End => return Err(xml.broken(BrokenKind::Truncated)),
        }
    }
}
