//! TBX-Basic, term bases: v2 (`martif`, ISO 30042:2008) and v3 (`tbx`, ISO 30042:2019, dialect TBX-Basic in DCA style).
//!
//! Both are read by the same code: they differ in the names of a few elements.

use std::io::{BufRead, Write};

use super::properties::Properties;
use super::write::Xml as Writer;
use super::xml::{Element, Node, Xml};
use super::{Broken, BrokenKind, LossKind, Losses};

/// A concept as term bases know it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TermEntry {
    /// Empty where the file has none.
    pub id: String,
    /// What the concept means; may be empty.
    pub definition: String,
    /// TBX's subject field.
    pub domain: String,
    /// For translators; may be empty.
    pub note: String,
    /// In all languages, in file order.
    pub terms: Vec<ExchangedTerm>,
    /// What only tolmach knows of it; TBX has no place for that.
    pub properties: Properties,
}

/// A term of a concept in one language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ExchangedTerm {
    /// BCP 47.
    pub language: String,
    /// The words of the term.
    pub text: String,
    /// `None` where the file does not say.
    pub status: Option<TermStatus>,
    /// For translators; may be empty.
    pub note: String,
    /// What only tolmach knows of it; TBX has no place for that.
    pub properties: Properties,
}

/// TBX-Basic's administrative status.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TermStatus {
    /// The term to use.
    Preferred,
    /// A term that may be used.
    Admitted,
    /// A term that must not be used.
    Deprecated,
}

/// The version of the format.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Version {
    /// ISO 30042:2008, root `martif`.
    V2,
    /// ISO 30042:2019, root `tbx`.
    V3,
}

/// Whose words are used for statuses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flavour {
    /// TBX-Basic's own: `deprecatedTerm-admn-sts`.
    Basic,
    /// Weblate reads `forbidden` where a term must not be used.
    Weblate,
}

/// The names of elements that changed from one version to the other.
struct Names {
    root: &'static str,
    entry: &'static str,
    language: &'static str,
    term: &'static str,
}

impl Version {
    fn names(self) -> Names {
        match self {
            Version::V2 => Names { root: "martif", entry: "termEntry", language: "langSet", term: "tig" },
            Version::V3 => Names { root: "tbx", entry: "conceptEntry", language: "langSec", term: "termSec" },
        }
    }
}

/// Writes a term base; `language` is that of the file's own words.
///
/// # Errors
///
/// Where the stream cannot be written.
pub fn write(
    out: impl Write,
    version: Version,
    flavour: Flavour,
    language: &str,
    entries: &[TermEntry],
) -> std::io::Result<Losses> {
    let mut xml = Writer::new(out)?;
    let names = version.names();
    match version {
        Version::V2 => {
            xml.raw("<!DOCTYPE martif SYSTEM \"TBXBasiccoreStructV02.dtd\">\n")?;
            xml.open("martif", &[("type", "TBX-Basic"), ("xml:lang", language)])?;
            xml.raw(
                "\n<martifHeader><fileDesc><sourceDesc><p>tolmach</p></sourceDesc></fileDesc>\
                 <encodingDesc><p type=\"XCSURI\">TBXBasicXCSV02.xcs</p></encodingDesc></martifHeader>\n",
            )?;
        }
        Version::V3 => {
            let attributes = [
                ("type", "TBX-Basic"),
                ("style", "dca"),
                ("xml:lang", language),
                ("xmlns", "urn:iso:std:iso:30042:ed-2"),
            ];
            xml.open("tbx", &attributes)?;
            xml.raw("\n<tbxHeader><fileDesc><sourceDesc><p>tolmach</p></sourceDesc></fileDesc></tbxHeader>\n")?;
        }
    }
    xml.raw("<text><body>\n")?;
    for (at, entry) in entries.iter().enumerate() {
        xml.unit = at + 1;
        concept(&mut xml, &names, flavour, entry)?;
    }
    xml.raw("</body></text>\n")?;
    xml.close(names.root)?;
    xml.raw("\n")?;
    xml.finish()
}

fn concept<W: Write>(xml: &mut Writer<W>, names: &Names, flavour: Flavour, entry: &TermEntry) -> std::io::Result<()> {
    let id = xml_id(&entry.id, xml.unit);
    xml.open(names.entry, &[("id", &id)])?;
    xml.raw("\n")?;
    if !entry.domain.is_empty() {
        xml.element("descrip", &[("type", "subjectField")], &entry.domain)?;
    }
    if !entry.definition.is_empty() {
        xml.element("descrip", &[("type", "definition")], &entry.definition)?;
    }
    if !entry.note.is_empty() {
        xml.element("note", &[], &entry.note)?;
    }
    let mut languages: Vec<&str> = Vec::new();
    for term in &entry.terms {
        if !languages.contains(&term.language.as_str()) {
            languages.push(&term.language);
        }
    }
    for language in languages {
        xml.open(names.language, &[("xml:lang", language)])?;
        xml.raw("\n")?;
        for term in entry.terms.iter().filter(|term| term.language == language) {
            xml.open(names.term, &[])?;
            xml.element("term", &[], &term.text)?;
            if let Some(status) = term.status {
                xml.element("termNote", &[("type", "administrativeStatus")], status_name(status, flavour))?;
            }
            if !term.note.is_empty() {
                xml.element("note", &[], &term.note)?;
            }
            xml.close(names.term)?;
            xml.raw("\n")?;
        }
        xml.close(names.language)?;
        xml.raw("\n")?;
    }
    xml.close(names.entry)?;
    xml.raw("\n")
}

/// An XML name made of a concept's id; ids that are names stay as they are.
fn xml_id(id: &str, number: usize) -> String {
    let mut chars = id.chars();
    let named = chars.next().is_some_and(|c| c.is_alphabetic() || c == '_')
        && chars.all(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | '.'));
    if named { id.to_owned() } else { format!("c{number}") }
}

fn status_name(status: TermStatus, flavour: Flavour) -> &'static str {
    match (status, flavour) {
        (TermStatus::Preferred, _) => "preferredTerm-admn-sts",
        (TermStatus::Admitted, _) => "admittedTerm-admn-sts",
        (TermStatus::Deprecated, Flavour::Basic) => "deprecatedTerm-admn-sts",
        (TermStatus::Deprecated, Flavour::Weblate) => "forbidden",
    }
}

pub(super) fn read_status(name: &str) -> Option<TermStatus> {
    Some(match name.trim().to_lowercase().trim_end_matches("-admn-sts") {
        "preferredterm" | "preferred" => TermStatus::Preferred,
        "admittedterm" | "admitted" | "approved" | "legalterm" | "regulatedterm" | "standardizedterm" => {
            TermStatus::Admitted
        }
        "deprecatedterm" | "deprecated" | "supersededterm" | "superseded" | "forbidden" | "obsolete"
        | "notrecommended" => TermStatus::Deprecated,
        _ => return None,
    })
}

/// Reads a term base of either version.
///
/// # Errors
///
/// Where the file is broken; what came before has been handed over.
pub fn read(input: impl BufRead, each: &mut dyn FnMut(TermEntry)) -> Result<Losses, Broken> {
    let mut xml = Xml::new(input)?;
    let mut losses = Losses::default();
    xml.root("martif|tbx")?;
    loop {
        match xml.next()? {
            Node::Open(element) => match element.name.as_str() {
                "termEntry" | "conceptEntry" => {
                    let line = xml.line();
                    let entry = read_entry(&mut xml, &element, &mut losses)?;
                    if entry.terms.is_empty() {
                        losses.add(LossKind::Skipped, line);
                    } else {
                        each(entry);
                    }
                }
                "back" => {
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

/// The level of an entry that an element belongs to.
#[derive(Default)]
struct Reading {
    entry: TermEntry,
    language: Option<String>,
    term: Option<ExchangedTerm>,
}

fn read_entry<R: BufRead>(xml: &mut Xml<R>, entry: &Element, losses: &mut Losses) -> Result<TermEntry, Broken> {
    let mut reading = Reading::default();
    entry.get("id").or(entry.get("xml:id")).unwrap_or_default().clone_into(&mut reading.entry.id);
    let mut depth = 0;
    loop {
        match xml.next()? {
            Node::Open(element) => match element.name.as_str() {
                "langSet" | "langSec" => {
                    let language = element.get("xml:lang").or(element.get("lang")).unwrap_or_default();
                    reading.language = Some(language.to_owned());
                    depth += 1;
                }
                "tig" | "ntig" | "termSec" => {
                    let language = reading.language.clone().unwrap_or_default();
                    reading.term = Some(ExchangedTerm { language, ..ExchangedTerm::default() });
                    depth += 1;
                }
                "termGrp" | "descripGrp" | "transacGrp" | "adminGrp" | "termNoteGrp" => depth += 1,
                _ => field(xml, &element, &mut reading, losses)?,
            },
            Node::Close(name) => {
                match name.as_str() {
                    "langSet" | "langSec" => reading.language = None,
                    "tig" | "ntig" | "termSec" => {
                        let term = reading.term.take().filter(|term| !term.text.trim().is_empty());
                        match term {
                            Some(term) => reading.entry.terms.push(term),
                            None => losses.add(LossKind::Skipped, xml.line()),
                        }
                    }
                    _ => {}
                }
                if depth == 0 {
                    return Ok(reading.entry);
                }
                depth -= 1;
            }
            Node::Text(_) => {}
            Node::End => return Err(xml.broken(BrokenKind::Truncated)),
        }
    }
}

fn field<R: BufRead>(
    xml: &mut Xml<R>,
    element: &Element,
    reading: &mut Reading,
    losses: &mut Losses,
) -> Result<(), Broken> {
    let line = xml.line();
    let kind = element.get("type").unwrap_or_default().to_owned();
    let text = xml.text(|name| losses.add(LossKind::Markup(name.to_owned()), line))?;
    let name = if kind.is_empty() { element.name.clone() } else { kind.clone() };
    let place = match (element.name.as_str(), kind.as_str(), &mut reading.term) {
        ("term", _, Some(term)) => &mut term.text,
        ("termNote", "administrativeStatus", Some(term)) => {
            term.status = read_status(&text);
            if term.status.is_none() {
                losses.add(LossKind::State(text), line);
            }
            return Ok(());
        }
        ("note", _, Some(term)) => &mut term.note,
        ("note", _, None) if reading.language.is_none() => &mut reading.entry.note,
        // A definition may be at any level; concepts here have one.
        ("descrip", "definition", _) => &mut reading.entry.definition,
        ("descrip", "subjectField", _) => &mut reading.entry.domain,
        _ => {
            losses.add(LossKind::Field(name), line);
            return Ok(());
        }
    };
    if place.is_empty() {
        text.trim().clone_into(place);
    } else {
        losses.add(LossKind::Repeated(name), line);
    }
    Ok(())
}
