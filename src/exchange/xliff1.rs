//! XLIFF 1.2, a document for a CAT tool: <https://docs.oasis-open.org/xliff/v1.2/os/xliff-core.html>.
//!
//! Markup is in `<ph>`, with its own text inside: tools shield it, and it comes back as it went.

use std::io::{BufRead, Write};

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
    xml.open("xliff", &[("version", "1.2"), ("xmlns", "urn:oasis:names:tc:xliff:document:1.2")])?;
    let mut file: Option<String> = None;
    for (at, entry) in entries.into_iter().enumerate() {
        xml.unit = at + 1;
        if file.as_ref() != Some(&entry.origin) {
            if file.is_some() {
                xml.raw("\n</body></file>")?;
            }
            open_file(&mut xml, languages, &entry.origin)?;
            file = Some(entry.origin.clone());
        }
        unit(&mut xml, &entry)?;
    }
    // The schema asks for at least one file.
    if file.is_none() {
        open_file(&mut xml, languages, "")?;
    }
    xml.raw("\n</body></file>\n</xliff>\n")?;
    xml.finish()
}

fn open_file<W: Write>(xml: &mut Writer<W>, languages: &Languages, origin: &str) -> std::io::Result<()> {
    xml.raw("\n")?;
    xml.open(
        "file",
        &[
            ("original", origin),
            ("source-language", &languages.source),
            ("target-language", &languages.target),
            ("datatype", "plaintext"),
        ],
    )?;
    xml.raw("<body>")
}

fn unit<W: Write>(xml: &mut Writer<W>, entry: &Entry) -> std::io::Result<()> {
    xml.raw("\n")?;
    let number = xml.unit.to_string();
    let id = if entry.id.is_empty() { &number } else { &entry.id };
    let approved = if entry.state == State::Accepted { "yes" } else { "no" };
    xml.open("trans-unit", &[("id", id), ("approved", approved), ("xml:space", "preserve")])?;
    xml.raw("\n")?;
    xml.open("source", &[])?;
    content(xml, &entry.source, &entry.source_codes)?;
    xml.close("source")?;
    xml.raw("\n")?;
    match &entry.target {
        Some(target) => {
            xml.open("target", &[("state", state_name(entry.state))])?;
            content(xml, target, &entry.target_codes)?;
        }
        // OmegaT shows a translator what is in targets alone, and leaves a state as it is.
        None => {
            xml.open("target", &[])?;
            content(xml, &entry.source, &entry.source_codes)?;
        }
    }
    xml.close("target")?;
    for note in &entry.notes {
        xml.raw("\n")?;
        xml.element("note", &[], note)?;
    }
    xml.raw("\n")?;
    xml.close("trans-unit")
}

fn content<W: Write>(xml: &mut Writer<W>, text: &str, codes: &[Span]) -> std::io::Result<()> {
    let mut at = 0;
    for (number, code) in codes.iter().enumerate() {
        let (Some(before), Some(inside)) = (text.get(at..code.start), text.get(code.range())) else { continue };
        xml.text(before)?;
        xml.element("ph", &[("id", &(number + 1).to_string())], inside)?;
        at = code.end;
    }
    xml.text(&text[at..])
}

fn state_name(state: State) -> &'static str {
    match state {
        State::New => "new",
        State::Draft => "needs-review-translation",
        State::Translated | State::Approved => "translated",
        State::Accepted => "final",
    }
}

/// Reads units; the origin is that of their `<file>`.
///
/// # Errors
///
/// Where the file is broken or about other languages; what came before has been handed over.
pub fn read(input: impl BufRead, languages: &Languages, each: &mut dyn FnMut(Entry)) -> Result<Losses, Broken> {
    let mut xml = Xml::new(input)?;
    let mut losses = Losses::default();
    let root = xml.root("xliff")?;
    if let Some(version) = root.get("version").filter(|version| !version.starts_with("1.")) {
        return Err(xml.broken(BrokenKind::Version(version.to_owned())));
    }
    let mut origin = String::new();
    loop {
        match xml.next()? {
            Node::Open(element) => match element.name.as_str() {
                "file" => {
                    check(&xml, &element, "source-language", &languages.source)?;
                    check(&xml, &element, "target-language", &languages.target)?;
                    element.get("original").unwrap_or_default().clone_into(&mut origin);
                }
                "trans-unit" => each(Entry { origin: origin.clone(), ..read_unit(&mut xml, &element, &mut losses)? }),
                "bin-unit" => {
                    losses.add(LossKind::Field(element.name), xml.line());
                    xml.skip()?;
                }
                _ => {}
            },
            Node::End => return Ok(losses),
            _ => {}
        }
    }
}

fn check<R: BufRead>(xml: &Xml<R>, element: &Element, attribute: &str, expected: &str) -> Result<(), Broken> {
    match element.get(attribute) {
        Some(found) if !same_tongue(found, expected) => {
            Err(xml.broken(BrokenKind::Languages { expected: expected.to_owned(), found: found.to_owned() }))
        }
        _ => Ok(()),
    }
}

fn read_unit<R: BufRead>(xml: &mut Xml<R>, unit: &Element, losses: &mut Losses) -> Result<Entry, Broken> {
    let mut entry = Entry { id: unit.get("id").unwrap_or_default().to_owned(), ..Entry::default() };
    let mut named = None;
    let mut seams = Vec::new();
    loop {
        match xml.next()? {
            Node::Open(element) => match element.name.as_str() {
                "source" => {
                    let content = read_content(xml, losses)?;
                    (entry.source, entry.source_codes) = (content.text, content.codes);
                }
                "target" => {
                    named = element.get("state").map(str::to_owned);
                    let content = read_content(xml, losses)?.joined(&seams);
                    (entry.target, entry.target_codes) = (Some(content.text), content.codes);
                }
                "note" => entry.notes.push(xml.text(|_| {})?),
                // The same text cut into sentences, with the space between them, which some tools lose in <target>.
                "seg-source" => seams = read_content(xml, &mut Losses::default())?.seams(),
                _ => {
                    losses.add(LossKind::Field(element.name), xml.line());
                    xml.skip()?;
                }
            },
            Node::Close(_) => break,
            Node::Text(_) => {}
            Node::End => return Err(xml.broken(BrokenKind::Truncated)),
        }
    }
    // A tool that creates an empty <target> has translated nothing, unless there was nothing to translate; one that fills
    // it with the source says in no way that this is a translation.
    let is_said = named.is_some() || unit.get("approved") == Some("yes");
    let is_copy = entry.target.as_ref() == Some(&entry.source) && !is_said;
    if is_copy || entry.target.as_deref() == Some("") && !entry.source.is_empty() {
        (entry.target, entry.target_codes) = (None, Vec::new());
    }
    entry.state = match (&entry.target, unit.get("approved"), named.as_deref()) {
        (None, ..) => State::New,
        (_, _, Some("final" | "signed-off")) => State::Accepted,
        (_, Some("yes"), _) => State::Approved,
        (_, _, None | Some("translated")) => State::Translated,
        (_, _, Some("new")) => State::Draft,
        (_, _, Some(needs)) if needs.starts_with("needs-") => State::Draft,
        (_, _, Some(other)) => {
            losses.add(LossKind::State(other.to_owned()), xml.line());
            State::Draft
        }
    };
    Ok(entry)
}

/// What is in a source or a target.
#[derive(Default)]
struct Content {
    text: String,
    /// Where codes are in the text.
    codes: Vec<Span>,
    /// Where its sentences are, each in its `mrk`.
    segments: Vec<Span>,
}

impl Content {
    /// What is between the words of each segment and those of the next one.
    fn seams(&self) -> Vec<String> {
        let text = |span: Span| self.text.get(span.range()).unwrap_or_default();
        let seam = |pair: &[Span]| {
            let start = pair[0].start + text(pair[0]).trim_end().len();
            let end = pair[1].end - text(pair[1]).trim_start().len();
            self.text.get(start..end).unwrap_or_default().to_owned()
        };
        self.segments.windows(2).map(seam).collect()
    }

    /// The content with white space of the source between segments that touch.
    fn joined(mut self, seams: &[String]) -> Content {
        let pairs: Vec<(usize, usize)> = self.segments.windows(2).map(|pair| (pair[0].end, pair[1].start)).collect();
        for ((end, start), seam) in pairs.into_iter().zip(seams).rev() {
            let parted =
                self.text[..end].ends_with(char::is_whitespace) || self.text[start..].starts_with(char::is_whitespace);
            if end != start || parted || seam.is_empty() || !seam.trim().is_empty() {
                continue;
            }
            self.text.insert_str(start, seam);
            for code in self.codes.iter_mut().filter(|code| code.start >= start) {
                *code = Span::new(code.start + seam.len(), code.end + seam.len());
            }
        }
        self
    }
}

/// The content up to the end of the element just opened.
fn read_content<R: BufRead>(xml: &mut Xml<R>, losses: &mut Losses) -> Result<Content, Broken> {
    let mut content = Content::default();
    // For every element open within, where its code or its segment starts, if it is one.
    let mut open: Vec<Inner> = Vec::new();
    loop {
        match xml.next()? {
            Node::Open(element) => open.push(match element.name.as_str() {
                "ph" | "bpt" | "ept" | "it" => Inner::Code(content.text.len()),
                "mrk" if element.get("mtype") == Some("seg") => Inner::Segment(content.text.len()),
                "mrk" => Inner::Other,
                _ => {
                    losses.add(LossKind::Markup(element.name), xml.line());
                    Inner::Other
                }
            }),
            Node::Text(more) => content.text.push_str(&more),
            Node::Close(_) => match open.pop() {
                None => return Ok(content),
                // A code within a code is part of it.
                Some(Inner::Code(start)) => {
                    let alone = !open.iter().any(|outer| matches!(outer, Inner::Code(_)));
                    if start < content.text.len() && alone {
                        content.codes.push(Span::new(start, content.text.len()));
                    }
                }
                Some(Inner::Segment(start)) => content.segments.push(Span::new(start, content.text.len())),
                Some(Inner::Other) => {}
            },
            Node::End => return Err(xml.broken(BrokenKind::Truncated)),
        }
    }
}

/// An element within a source or a target.
#[derive(Clone, Copy)]
enum Inner {
    Code(usize),
    Segment(usize),
    Other,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_target_that_is_the_source_is_a_translation_only_where_the_file_says_so() {
        let read_one = |attributes: &str, target: &str| {
            let text = format!(
                "<xliff version=\"1.2\"><file source-language=\"ru\" target-language=\"en\"><body><trans-unit id=\"1\">\
                 <source>SQL</source><target{attributes}>{target}</target></trans-unit></body></file></xliff>"
            );
            let mut entries = Vec::new();
            read(text.as_bytes(), &Languages::new("ru", "en"), &mut |entry| entries.push(entry)).unwrap();
            entries.remove(0).target
        };
        assert_eq!(read_one("", "SQL"), None);
        assert_eq!(read_one(" state=\"translated\"", "SQL").as_deref(), Some("SQL"));
        assert_eq!(read_one("", "The SQL").as_deref(), Some("The SQL"));
    }
}
