//! TMX 1.4b, translation memories: <https://www.gala-global.org/tmx-14b>.
//!
//! Written at level 1: a unit's text with its Markdown is the segment, so that a tool that reads the same Markdown
//! files as text finds exact matches. On reading, other tools' codes (`bpt`, `ph` …) are dropped and said.

use std::io::{BufRead, Write};

use super::write::Xml as Writer;
use super::xml::{Element, Node, Xml};
use super::{Broken, BrokenKind, Entry, Languages, LossKind, Losses, State, same_tongue};

/// Writes a memory; entries without a target are left out and said.
///
/// # Errors
///
/// Where the stream cannot be written.
pub fn write(
    out: impl Write,
    languages: &Languages,
    entries: impl IntoIterator<Item = Entry>,
) -> std::io::Result<Losses> {
    let mut file = File::new(out, languages)?;
    for entry in entries {
        file.add(&entry)?;
    }
    file.finish()
}

/// A memory that is being written, unit by unit.
pub struct File<W: Write> {
    xml: Writer<W>,
    languages: Languages,
}

impl<W: Write> File<W> {
    /// Begins a memory.
    ///
    /// # Errors
    ///
    /// Where the stream cannot be written.
    pub fn new(out: W, languages: &Languages) -> std::io::Result<File<W>> {
        let mut xml = Writer::new(out)?;
        xml.raw("<!DOCTYPE tmx SYSTEM \"tmx14.dtd\">\n")?;
        xml.open("tmx", &[("version", "1.4")])?;
        xml.raw("\n")?;
        xml.empty(
            "header",
            &[
                ("creationtool", "tolmach"),
                ("creationtoolversion", env!("CARGO_PKG_VERSION")),
                ("segtype", "paragraph"),
                ("o-tmf", "tolmach"),
                ("adminlang", "en"),
                ("srclang", &languages.source),
                ("datatype", "plaintext"),
            ],
        )?;
        xml.raw("\n<body>\n")?;
        Ok(File { xml, languages: languages.clone() })
    }

    /// Writes one unit; one without a target is left out and said.
    ///
    /// # Errors
    ///
    /// Where the stream cannot be written.
    pub fn add(&mut self, entry: &Entry) -> std::io::Result<()> {
        self.xml.unit += 1;
        unit(&mut self.xml, &self.languages, entry)
    }

    /// Ends the memory.
    ///
    /// # Errors
    ///
    /// Where the stream cannot be written.
    pub fn finish(mut self) -> std::io::Result<Losses> {
        self.xml.raw("</body>\n</tmx>\n")?;
        self.xml.finish()
    }
}

fn unit<W: Write>(xml: &mut Writer<W>, languages: &Languages, entry: &Entry) -> std::io::Result<()> {
    let Some(target) = &entry.target else {
        xml.losses.add(LossKind::NoTarget, xml.unit);
        return Ok(());
    };
    let named = [("tuid", entry.id.as_str())];
    xml.open("tu", if entry.id.is_empty() { &[] } else { &named })?;
    for note in &entry.notes {
        xml.element("note", &[], note)?;
    }
    if !entry.origin.is_empty() {
        xml.element("prop", &[("type", "x-document")], &entry.origin)?;
    }
    if let Some(state) = state_name(entry.state) {
        xml.element("prop", &[("type", "x-state")], state)?;
    }
    for (language, text) in [(&languages.source, &entry.source), (&languages.target, target)] {
        xml.raw("\n")?;
        xml.open("tuv", &[("xml:lang", language)])?;
        xml.element("seg", &[], text)?;
        xml.close("tuv")?;
    }
    xml.raw("\n</tu>\n")
}

fn state_name(state: State) -> Option<&'static str> {
    match state {
        State::Accepted => Some("accepted"),
        State::Draft => Some("draft"),
        // A unit in a memory is translated; there is nothing to say.
        State::New | State::Translated | State::Approved => None,
    }
}

/// Reads a memory and hands over every unit that has both languages.
///
/// # Errors
///
/// Where the file is broken; what came before has been handed over.
pub fn read(input: impl BufRead, languages: &Languages, each: &mut dyn FnMut(Entry)) -> Result<Losses, Broken> {
    let mut xml = Xml::new(input)?;
    let mut losses = Losses::default();
    xml.root("tmx")?;
    loop {
        match xml.next()? {
            Node::Open(element) if element.name == "tu" => {
                read_unit(&mut xml, &element, languages, &mut losses)?.into_iter().for_each(&mut *each);
            }
            Node::End => return Ok(losses),
            _ => {}
        }
    }
}

fn read_unit<R: BufRead>(
    xml: &mut Xml<R>,
    unit: &Element,
    languages: &Languages,
    losses: &mut Losses,
) -> Result<Vec<Entry>, Broken> {
    let line = xml.line();
    let mut entry =
        Entry { id: unit.get("tuid").unwrap_or_default().to_owned(), state: State::Translated, ..Entry::default() };
    let mut source: Option<Segment> = None;
    // Variants of one tongue, en-US beside en-GB, are translations of one text.
    let mut targets: Vec<Segment> = Vec::new();
    loop {
        match xml.next()? {
            Node::Open(element) => match element.name.as_str() {
                "note" => entry.notes.push(xml.text(|_| {})?),
                "prop" => property(xml, &element, &mut entry, losses)?,
                "tuv" => {
                    let language = element.get("xml:lang").or(element.get("lang")).unwrap_or_default();
                    let text = segment(xml, losses)?;
                    if same_tongue(language, &languages.source) {
                        match source {
                            None => source = text,
                            Some(_) => losses.add(LossKind::Repeated(language.to_owned()), xml.line()),
                        }
                    } else if same_tongue(language, &languages.target) {
                        targets.extend(text.filter(|segment| !segment.text.is_empty() && !targets.contains(segment)));
                    } else {
                        losses.add(LossKind::Language(language.to_owned()), xml.line());
                    }
                }
                _ => xml.skip()?,
            },
            Node::Close(_) => break,
            Node::Text(_) => {}
            Node::End => return Err(xml.broken(BrokenKind::Truncated)),
        }
    }
    let Some(source) = source else {
        losses.add(LossKind::NoSource, line);
        return Ok(Vec::new());
    };
    if targets.is_empty() {
        losses.add(LossKind::NoTarget, line);
    }
    let pair =
        |source: &str, target: String| Entry { source: source.to_owned(), target: Some(target), ..entry.clone() };
    let mut entries = Vec::new();
    for target in targets {
        // A text within a code, such as an image's description, is a unit of its own.
        let inner = source.flows.iter().zip(&target.flows).filter(|_| source.flows.len() == target.flows.len());
        let inner = inner.filter(|(source, target)| !source.trim().is_empty() && !target.trim().is_empty());
        let inner: Vec<Entry> = inner.map(|(source, target)| pair(source, target.clone())).collect();
        entries.push(pair(&source.text, target.text));
        entries.extend(inner);
    }
    Ok(entries)
}

fn property<R: BufRead>(
    xml: &mut Xml<R>,
    element: &Element,
    entry: &mut Entry,
    losses: &mut Losses,
) -> Result<(), Broken> {
    let kind = element.get("type").unwrap_or_default().to_owned();
    let text = xml.text(|_| {})?;
    match kind.as_str() {
        "x-document" => entry.origin = text,
        "x-state" if text == "accepted" => entry.state = State::Accepted,
        "x-state" if text == "draft" => entry.state = State::Draft,
        _ => losses.add(LossKind::Field(kind), xml.line()),
    }
    Ok(())
}

/// The text of the `seg` in the `tuv` just opened.
fn segment<R: BufRead>(xml: &mut Xml<R>, losses: &mut Losses) -> Result<Option<Segment>, Broken> {
    let mut text = None;
    loop {
        match xml.next()? {
            Node::Open(element) if element.name == "seg" => text = Some(content(xml, losses)?),
            Node::Open(_) => xml.skip()?,
            Node::Close(_) => return Ok(text),
            Node::Text(_) => {}
            Node::End => return Err(xml.broken(BrokenKind::Truncated)),
        }
    }
}

/// What a `seg` holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Segment {
    /// Its wording: text within `hi` counts, codes of other tools do not.
    text: String,
    /// The texts within codes, each a flow of its own: `sub`.
    flows: Vec<String>,
}

/// What a text within a `seg` belongs to.
#[derive(Clone, Copy)]
enum Within {
    Code,
    /// An index among the flows.
    Flow(usize),
    Wording,
}

fn content<R: BufRead>(xml: &mut Xml<R>, losses: &mut Losses) -> Result<Segment, Broken> {
    let mut segment = Segment::default();
    // For every element open within the segment, what its text is.
    let mut open: Vec<Within> = Vec::new();
    loop {
        match xml.next()? {
            Node::Open(element) => {
                losses.add(LossKind::Markup(element.name.clone()), xml.line());
                open.push(match element.name.as_str() {
                    "bpt" | "ept" | "ph" | "it" | "ut" => Within::Code,
                    "sub" => {
                        segment.flows.push(String::new());
                        Within::Flow(segment.flows.len() - 1)
                    }
                    _ => open.last().copied().unwrap_or(Within::Wording),
                });
            }
            Node::Text(more) => match open.last().copied().unwrap_or(Within::Wording) {
                Within::Wording => segment.text.push_str(&more),
                Within::Flow(at) => segment.flows[at].push_str(&more),
                Within::Code => {}
            },
            Node::Close(_) if open.is_empty() => return Ok(segment),
            Node::Close(_) => drop(open.pop()),
            Node::End => return Err(xml.broken(BrokenKind::Truncated)),
        }
    }
}
