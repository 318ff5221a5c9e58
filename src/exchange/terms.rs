//! Glossaries as tables: our CSV and TSV, Weblate's CSV, and OmegaT's three columns.

use std::collections::HashMap;
use std::io::Write;

use super::formula::as_text;
use super::grid::{self, Row};
use super::header::{self, Header};
use super::properties;
use super::tbx::{ExchangedTerm, TermEntry, TermStatus, read_status};
use super::{Broken, BrokenKind, Languages, LossKind, Losses, same_tongue};
use crate::text::on_one_line;

pub use super::header::Role;
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
    let names = own_columns(entries);
    table.write_record(&names)?;
    for cells in own_rows(entries, &names) {
        table.write_record(cells.into_iter().map(|cell| as_text(cell).into_owned()))?;
    }
    table.flush()
}

/// The columns of the own layout: those that every table has, and one for each property that some entry has.
pub(super) fn own_columns(entries: &[TermEntry]) -> Vec<&'static str> {
    let mut names = vec!["concept", "language", "term", "status", "definition", "domain", "note", "term-note"];
    let has = |properties: &properties::Properties, name: &str| properties.iter().any(|(known, _)| known == name);
    let used = |name: &&&'static str| {
        entries
            .iter()
            .any(|entry| has(&entry.properties, name) || entry.terms.iter().any(|term| has(&term.properties, name)))
    };
    names.extend(properties::NAMES.iter().filter(used));
    names
}

/// The rows of the own layout, one a term.
pub(super) fn own_rows<'a>(entries: &'a [TermEntry], names: &'a [&'static str]) -> impl Iterator<Item = Vec<&'a str>> {
    let rows = entries.iter().flat_map(|entry| entry.terms.iter().map(move |term| (entry, term)));
    rows.map(move |(entry, term)| names.iter().map(|name| own_cell(entry, term, name)).collect())
}

fn own_cell<'a>(entry: &'a TermEntry, term: &'a ExchangedTerm, name: &str) -> &'a str {
    match name {
        "concept" => &entry.id,
        "language" => &term.language,
        "term" => &term.text,
        "status" => match term.status {
            None => "",
            Some(TermStatus::Preferred) => "preferred",
            Some(TermStatus::Admitted) => "admitted",
            Some(TermStatus::Deprecated) => "deprecated",
        },
        "definition" => &entry.definition,
        "domain" => &entry.domain,
        "note" => &entry.note,
        "term-note" => &term.note,
        _ => {
            let mut all = term.properties.iter().chain(&entry.properties);
            all.find(|(known, _)| known == name).map_or("", |(_, text)| text.as_str())
        }
    }
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

/// How a table of terms is read.
#[derive(Clone, Debug, Default)]
pub struct Reading {
    /// What some columns hold, by place from 0; the others are not read. Empty where the table's header names them.
    pub roles: Vec<(usize, Role)>,
    /// Signs that part several terms of one cell.
    pub split: Vec<char>,
    /// The sign between columns; found where it is not said.
    pub delimiter: Option<u8>,
}

/// A table of terms as it was read.
#[derive(Clone, Debug, Default)]
pub struct Table {
    /// In the order of the table.
    pub entries: Vec<TermEntry>,
    /// What could not be used.
    pub losses: Losses,
    /// Whether the first row was taken for the names of the columns.
    pub named: bool,
}

/// Reads a glossary from the text of a table of any layout: its header decides, else the letters of its columns.
///
/// # Errors
///
/// Where a quotation mark is never closed, or there are not even two columns.
pub fn read(text: &str, how: &Reading, languages: &Languages) -> Result<Table, Broken> {
    read_rows(&grid::rows(text, how.delimiter)?, how, languages)
}

/// Reads a glossary from the rows of a table or sheet.
///
/// # Errors
///
/// Where there are not even two columns.
pub fn read_rows(rows: &[Row], how: &Reading, languages: &Languages) -> Result<Table, Broken> {
    let Some(first) = rows.first() else { return Ok(Table::default()) };
    let named = Header::named(first, languages);
    let header = match (&named, how.roles.is_empty()) {
        (_, false) => asked(&how.roles, named.is_some()),
        (Some(header), true) => header.clone(),
        (None, true) => Header::by_letters(rows, languages),
    };
    if rows.iter().all(|row| row.cells.len() < 2) {
        return Err(Broken::new(first.line, BrokenKind::Columns { missing: "source, target".to_owned() }));
    }
    let mut gathered = Gathered { entries: Vec::new(), places: HashMap::new(), losses: Losses::default() };
    for row in rows.iter().skip(usize::from(header.named)) {
        gathered.row(row, &header, how, languages);
    }
    Ok(Table { entries: gathered.entries, losses: gathered.losses, named: header.named })
}

/// The roles that were asked for; a first row that names columns is none of terms.
fn asked(roles: &[(usize, Role)], named: bool) -> Header {
    let width = roles.iter().map(|(at, _)| at + 1).max().unwrap_or(0);
    let mut header = Header { roles: vec![Role::Unknown(String::new()); width], named };
    for (at, role) in roles {
        header.roles[*at] = role.clone();
    }
    header
}

/// What a cell's name in `--columns` means, as the name of a column does; `None` where it means nothing.
pub fn role_of(name: &str, languages: &Languages) -> Option<Role> {
    let role = header::role(name, languages, "");
    (!matches!(role, Role::Unknown(_))).then_some(role)
}

struct Gathered {
    entries: Vec<TermEntry>,
    /// By the concept's id or first source term, its index.
    places: HashMap<String, usize>,
    losses: Losses,
}

impl Gathered {
    fn row(&mut self, row: &Row, header: &Header, how: &Reading, languages: &Languages) {
        let cell = |wanted: &Role| {
            let at = header.roles.iter().position(|role| role == wanted);
            at.and_then(|at| row.cells.get(at)).map_or("", String::as_str)
        };
        // What was not asked for is no loss.
        if how.roles.is_empty() {
            self.unread(row, header);
        }
        let mut note = cell(&Role::Note);
        let mut status = read_status(cell(&Role::Status));
        if status.is_none() && !cell(&Role::Status).is_empty() {
            self.losses.add(LossKind::State(cell(&Role::Status).to_owned()), row.line);
        }
        let forbidden = cell(&Role::Flags).split(',').any(|flag| flag.trim() == "forbidden");
        // OmegaT has no statuses; what must not be used is said where the translator looks.
        if let Some(rest) = note.strip_prefix("FORBIDDEN").filter(|_| !header.named) {
            (status, note) = (Some(TermStatus::Deprecated), rest.trim_start());
        }
        let status = if forbidden { Some(TermStatus::Deprecated) } else { status };
        let terms = terms(row, header, how, status, languages);
        if terms.is_empty() {
            self.losses.add(LossKind::Skipped, row.line);
            return;
        }
        let entry = self.entry(cell(&Role::Concept), &terms, &languages.source, row.line);
        for (field, value) in [
            (&mut entry.definition, cell(&Role::Definition)),
            (&mut entry.domain, cell(&Role::Domain)),
            (&mut entry.note, note),
        ] {
            if field.is_empty() {
                value.clone_into(field);
            } else if !value.is_empty() && !format!("; {field}; ").contains(&format!("; {value}; ")) {
                field.push_str("; ");
                field.push_str(value);
            }
        }
        if entry.properties.is_empty() {
            entry.properties = properties_of(row, header, |name| ENTRY.contains(&name));
        }
        for term in terms {
            if !entry.terms.iter().any(|known| known.language == term.language && known.text == term.text) {
                entry.terms.push(term);
            }
        }
    }

    /// Counts the cells that no column of the header reads.
    fn unread(&mut self, row: &Row, header: &Header) {
        for (at, _) in row.cells.iter().enumerate().filter(|(_, cell)| !cell.is_empty()) {
            match header.roles.get(at) {
                None => self.losses.add(LossKind::Field(String::new()), row.line),
                Some(Role::Unknown(name)) => self.losses.add(LossKind::Field(name.clone()), row.line),
                Some(_) => {}
            }
        }
    }

    /// The entry that a row belongs to: that of its id, or of its first source term.
    fn entry(&mut self, id: &str, terms: &[ExchangedTerm], source: &str, line: usize) -> &mut TermEntry {
        let of_source = terms.iter().find(|term| same_tongue(&term.language, source));
        let by_term = of_source.map(|term| format!("\n{}", term.text)).unwrap_or_else(|| format!("\n\n{line}"));
        let key = if id.is_empty() { by_term } else { id.to_owned() };
        let entries = &mut self.entries;
        let place = *self.places.entry(key).or_insert_with(|| {
            entries.push(TermEntry { id: id.to_owned(), ..TermEntry::default() });
            entries.len() - 1
        });
        &mut self.entries[place]
    }
}

/// Properties of the concept; the others are of the term.
const ENTRY: &[&str] = &["translate", "scope", "severity"];

fn properties_of(row: &Row, header: &Header, wanted: impl Fn(&str) -> bool) -> properties::Properties {
    let mut found = properties::Properties::new();
    for (at, role) in header.roles.iter().enumerate() {
        let text = row.cells.get(at).map_or("", String::as_str);
        if let Role::Property(name) = role
            && wanted(name)
            && !text.is_empty()
        {
            found.push((name.clone(), text.to_owned()));
        }
    }
    found
}

/// The terms of a row; empty where it has no term, or only one of the two languages of a pair.
fn terms(
    row: &Row,
    header: &Header,
    how: &Reading,
    status: Option<TermStatus>,
    languages: &Languages,
) -> Vec<ExchangedTerm> {
    let cell = |at: usize| row.cells.get(at).map_or("", String::as_str);
    let at = |wanted: &Role| header.roles.iter().position(|role| role == wanted).map(cell);
    let exchanged = |language: &str, text: &str, status, note: &str| ExchangedTerm {
        language: language.to_owned(),
        text: text.to_owned(),
        status,
        note: note.to_owned(),
        ..ExchangedTerm::default()
    };
    if let (Some(language), Some(text)) = (at(&Role::Language), at(&Role::Term)) {
        let filled = !language.is_empty() && !text.is_empty();
        let note = at(&Role::TermNote).unwrap_or_default();
        let properties = properties_of(row, header, |name| !ENTRY.contains(&name));
        let term = ExchangedTerm { properties, ..exchanged(language, text, status, note) };
        return if filled { vec![term] } else { Vec::new() };
    }
    let mut terms = Vec::new();
    for (place, role) in header.roles.iter().enumerate() {
        let (language, own) = match role {
            // The status of a row is that of its translation.
            Role::Of(language) if same_tongue(language, &languages.source) => (language, Some(TermStatus::Preferred)),
            Role::Of(language) => (language, status),
            Role::Synonyms(language) => (language, Some(TermStatus::Admitted)),
            Role::Forbidden(language) => (language, Some(TermStatus::Deprecated)),
            _ => continue,
        };
        let mut parts =
            cell(place).split(|sign| how.split.contains(&sign)).map(str::trim).filter(|part| !part.is_empty());
        terms.extend(parts.next().map(|first| exchanged(language, first, own, "")));
        let more = if own == Some(TermStatus::Deprecated) { own } else { Some(TermStatus::Admitted) };
        terms.extend(parts.map(|part| exchanged(language, part, more, "")));
    }
    let of_source = terms.iter().any(|term| same_tongue(&term.language, &languages.source));
    let of_others = terms.iter().any(|term| !same_tongue(&term.language, &languages.source));
    if of_source && of_others { terms } else { Vec::new() }
}
