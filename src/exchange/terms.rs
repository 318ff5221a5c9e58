//! Glossaries as tables: our CSV and TSV, Weblate's CSV, and OmegaT's three columns.

use std::collections::HashMap;
use std::io::{Read, Write};

use super::tbx::{ExchangedTerm, TermEntry, TermStatus, read_status};
use super::{Broken, BrokenKind, Languages, LossKind, Losses, same_tongue};
use crate::text::on_one_line;

pub use super::table::Columns;

/// Whose table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layout {
    /// One row a term: `concept`, `language`, `term`, `status`, `definition`, `domain`, `note`. Loses nothing.
    Terms(Columns),
    /// Weblate's: one row a pair of terms: `source`, `target`, `explanation`, and `forbidden` among the flags.
    Weblate,
    /// OmegaT's: source term, target term, comment, separated by tabs, no header.
    OmegaT,
}

/// Writes a glossary. Layouts of pairs write the concept's first source term beside every target term.
///
/// # Errors
///
/// Where the stream cannot be written.
pub fn write(out: impl Write, layout: Layout, languages: &Languages, entries: &[TermEntry]) -> std::io::Result<Losses> {
    let mut losses = Losses::default();
    match layout {
        Layout::Terms(columns) => write_terms(out, columns, entries)?,
        Layout::Weblate => {
            let mut table = csv::Writer::from_writer(out);
            table.write_record(["source", "target", "developer_comments", "translator_comments"])?;
            pairs(languages, entries, &mut losses, &mut |entry, source, target| {
                let forbidden = target.status == Some(TermStatus::Deprecated);
                let flag = if forbidden { "forbidden" } else { "" };
                table.write_record([source, target.text.as_str(), comment(entry, target).as_str(), flag])
            })?;
            table.flush()?;
        }
        Layout::OmegaT => {
            let mut table =
                csv::WriterBuilder::new().delimiter(b'\t').quote_style(csv::QuoteStyle::Never).from_writer(out);
            pairs(languages, entries, &mut losses, &mut |entry, source, target| {
                let mut comment = comment(entry, target);
                // OmegaT has no statuses; what must not be used is said where the translator looks.
                if target.status == Some(TermStatus::Deprecated) {
                    comment = format!("FORBIDDEN {comment}");
                }
                let cell = on_one_line;
                table.write_record([cell(source), cell(&target.text), cell(&comment)])
            })?;
            table.flush()?;
        }
    }
    Ok(losses)
}

fn write_terms(out: impl Write, columns: Columns, entries: &[TermEntry]) -> std::io::Result<()> {
    let mut table = csv::WriterBuilder::new().delimiter(columns.delimiter()).from_writer(out);
    table.write_record(["concept", "language", "term", "status", "definition", "domain", "note", "term-note"])?;
    for entry in entries {
        for term in &entry.terms {
            let status = match term.status {
                None => "",
                Some(TermStatus::Preferred) => "preferred",
                Some(TermStatus::Admitted) => "admitted",
                Some(TermStatus::Deprecated) => "deprecated",
            };
            table.write_record([
                entry.id.as_str(),
                &term.language,
                &term.text,
                status,
                &entry.definition,
                &entry.domain,
                &entry.note,
                &term.note,
            ])?;
        }
    }
    table.flush()
}

fn comment(entry: &TermEntry, target: &ExchangedTerm) -> String {
    let parts = [&entry.definition, &entry.domain, &entry.note, &target.note];
    parts.into_iter().filter(|part| !part.is_empty()).map(String::as_str).collect::<Vec<_>>().join("; ")
}

fn pairs(
    languages: &Languages,
    entries: &[TermEntry],
    losses: &mut Losses,
    each: &mut dyn FnMut(&TermEntry, &str, &ExchangedTerm) -> csv::Result<()>,
) -> std::io::Result<()> {
    for (at, entry) in entries.iter().enumerate() {
        let mut sources = entry.terms.iter().filter(|term| same_tongue(&term.language, &languages.source));
        let Some(source) = sources.next() else {
            losses.add(LossKind::NoSource, at + 1);
            continue;
        };
        for other in sources {
            losses.add(LossKind::Repeated(other.language.clone()), at + 1);
        }
        let mut targets = 0;
        for term in entry.terms.iter().filter(|term| !same_tongue(&term.language, &languages.source)) {
            if same_tongue(&term.language, &languages.target) {
                targets += 1;
                each(entry, &source.text, term)?;
            } else {
                losses.add(LossKind::Language(term.language.clone()), at + 1);
            }
        }
        if targets == 0 {
            losses.add(LossKind::NoTarget, at + 1);
        }
    }
    Ok(())
}

/// Reads a glossary from a table of any of the layouts, which its header tells; without one it is taken as OmegaT's.
///
/// # Errors
///
/// Where the bytes are not UTF-8 or a needed column is missing.
pub fn read(input: impl Read, columns: Columns, languages: &Languages) -> Result<(Vec<TermEntry>, Losses), Broken> {
    let mut reading = Reading { losses: Losses::default(), entries: Vec::new(), places: HashMap::new() };
    let mut header: Option<Header> = None;
    super::table::records(input, columns, &mut |line, record| {
        let Some(header) = &header else {
            let found = Header::find(&record, languages);
            if found.pairs.is_none() && found.term.is_none() {
                return Err(Broken::new(line, BrokenKind::Columns { missing: "source, target".to_owned() }));
            }
            if !found.is_header {
                reading.row(&found, &record, line, languages);
            }
            header = Some(found);
            return Ok(());
        };
        reading.row(header, &record, line, languages);
        Ok(())
    })?;
    Ok((reading.entries, reading.losses))
}

/// Which column holds what.
#[derive(Default)]
struct Header {
    is_header: bool,
    concept: Option<usize>,
    /// Of a table with one row a term: the columns of the language and the term.
    term: Option<(usize, usize)>,
    /// Of a table with one row a pair.
    pairs: Option<(usize, usize)>,
    status: Option<usize>,
    definition: Option<usize>,
    domain: Option<usize>,
    note: Option<usize>,
    term_note: Option<usize>,
    flags: Option<usize>,
    width: usize,
}

impl Header {
    fn find(record: &csv::StringRecord, languages: &Languages) -> Header {
        let names: Vec<String> = record.iter().map(|cell| cell.trim().to_lowercase()).collect();
        let column = |wanted: &[&str]| names.iter().position(|name| wanted.contains(&name.as_str()));
        let language = |tag: &str| names.iter().position(|name| same_tongue(name, tag));
        let term = column(&["language"]).zip(column(&["term"]));
        let source = column(&["source"]).or_else(|| language(&languages.source));
        let target = column(&["target", "translation"]).or_else(|| language(&languages.target));
        let pairs = source.zip(target);
        if term.is_none() && pairs.is_none() {
            let note = (record.len() > 2).then_some(2);
            let pairs = (record.len() > 1).then_some((0, 1));
            return Header { pairs, note, width: 3, ..Header::default() };
        }
        Header {
            is_header: true,
            concept: column(&["concept", "id"]),
            term,
            pairs: if term.is_some() { None } else { pairs },
            status: column(&["status"]),
            definition: column(&["definition"]),
            domain: column(&["domain"]),
            note: column(&["note", "comment", "explanation", "developer_comments"]),
            term_note: column(&["term-note"]),
            flags: column(&["flags", "translator_comments"]),
            width: names.len(),
        }
    }
}

struct Reading {
    losses: Losses,
    entries: Vec<TermEntry>,
    /// By the concept's id or source term, its index.
    places: HashMap<String, usize>,
}

impl Reading {
    fn row(&mut self, header: &Header, record: &csv::StringRecord, line: usize, languages: &Languages) {
        let cell = |column: Option<usize>| column.and_then(|at| record.get(at)).unwrap_or_default().trim();
        if record.iter().skip(header.width).any(|cell| !cell.is_empty()) {
            self.losses.add(LossKind::Field(String::new()), line);
        }
        let (status, note) = self.status_and_note(header, &cell, line);
        let (key, terms) = match (header.term, header.pairs) {
            (Some((language, text)), _) => {
                let term = exchanged(cell(Some(language)), cell(Some(text)), status, cell(header.term_note));
                (cell(header.concept), vec![term])
            }
            (None, Some((source, target))) => {
                let (source, target) = (cell(Some(source)), cell(Some(target)));
                let first = exchanged(&languages.source, source, Some(TermStatus::Preferred), "");
                (source, vec![first, exchanged(&languages.target, target, status, "")])
            }
            (None, None) => return,
        };
        if terms.iter().any(|term| term.text.is_empty() || term.language.is_empty()) {
            self.losses.add(LossKind::Skipped, line);
            return;
        }
        let place = self.entry(key, if header.concept.is_some() { cell(header.concept) } else { "" });
        let entry = &mut self.entries[place];
        for (field, value) in [
            (&mut entry.definition, cell(header.definition)),
            (&mut entry.domain, cell(header.domain)),
            (&mut entry.note, note),
        ] {
            if field.is_empty() {
                value.clone_into(field);
            } else if !value.is_empty() && field != value {
                self.losses.add(LossKind::Repeated("note".to_owned()), line);
            }
        }
        for term in terms {
            if !entry.terms.iter().any(|known| known.language == term.language && known.text == term.text) {
                entry.terms.push(term);
            }
        }
    }

    /// The status of a row's term and the note of its concept; Weblate and OmegaT mark a deprecated term in their own
    /// ways.
    fn status_and_note<'r>(
        &mut self,
        header: &Header,
        cell: &impl Fn(Option<usize>) -> &'r str,
        line: usize,
    ) -> (Option<TermStatus>, &'r str) {
        let note = cell(header.note);
        let status = read_status(cell(header.status));
        if status.is_none() && !cell(header.status).is_empty() {
            self.losses.add(LossKind::State(cell(header.status).to_owned()), line);
        }
        if let Some(rest) = note.strip_prefix("FORBIDDEN").filter(|_| !header.is_header) {
            return (Some(TermStatus::Deprecated), rest.trim_start());
        }
        let forbidden = cell(header.flags).split(',').any(|flag| flag.trim() == "forbidden");
        (if forbidden { Some(TermStatus::Deprecated) } else { status }, note)
    }

    /// The index of the entry that rows of this key belong to; a row without a key has an entry of its own.
    fn entry(&mut self, key: &str, id: &str) -> usize {
        if let Some(place) = self.places.get(key).filter(|_| !key.is_empty()) {
            return *place;
        }
        self.places.insert(key.to_owned(), self.entries.len());
        self.entries.push(TermEntry { id: id.to_owned(), ..TermEntry::default() });
        self.entries.len() - 1
    }
}

fn exchanged(language: &str, text: &str, status: Option<TermStatus>, note: &str) -> ExchangedTerm {
    ExchangedTerm { language: language.to_owned(), text: text.to_owned(), status, note: note.to_owned() }
}
