//! CSV (RFC 4180) and TSV of units, with a header line.
//!
//! Columns: `id`, `source`, `target`, `state`, `origin`, `note`; a column may also be named by its language. A table
//! without a header is taken as source and target.

use std::io::{Read, Write};

use super::formula::{as_text, of_text};
use super::{Broken, BrokenKind, Entry, Languages, LossKind, Losses, State, same_tongue};

/// What separates columns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Columns {
    /// CSV.
    Commas,
    /// TSV.
    Tabs,
}

impl Columns {
    pub(super) fn delimiter(self) -> u8 {
        match self {
            Columns::Commas => b',',
            Columns::Tabs => b'\t',
        }
    }
}

/// Writes a table in UTF-8, in which no cell is a formula to a spreadsheet.
///
/// # Errors
///
/// Where the stream cannot be written.
pub fn write(out: impl Write, columns: Columns, entries: impl IntoIterator<Item = Entry>) -> std::io::Result<Losses> {
    let mut table = csv::WriterBuilder::new().delimiter(columns.delimiter()).from_writer(out);
    table.write_record(["id", "source", "target", "state", "origin", "note"])?;
    for entry in entries {
        let note = entry.notes.join("\n");
        let target = entry.target.as_deref().unwrap_or_default();
        let cells = [&entry.id, &entry.source, target, state_name(entry.state), &entry.origin, &note];
        table.write_record(cells.map(|cell| as_text(cell).into_owned()))?;
    }
    table.flush()?;
    Ok(Losses::default())
}

fn state_name(state: State) -> &'static str {
    match state {
        State::New => "new",
        State::Draft => "draft",
        State::Translated | State::Approved => "translated",
        State::Accepted => "accepted",
    }
}

/// Reads a table in UTF-8.
///
/// # Errors
///
/// Where the bytes are not UTF-8 or there are not even two columns; what came before has been handed over.
pub fn read(
    input: impl Read,
    columns: Columns,
    languages: &Languages,
    each: &mut dyn FnMut(Entry),
) -> Result<Losses, Broken> {
    let mut losses = Losses::default();
    let mut layout: Option<Layout> = None;
    records(input, columns, &mut |line, record| {
        let Some(found) = &layout else {
            let (found, is_header) = Layout::find(&record, languages, line)?;
            if !is_header {
                hand_over(&found, &record, line, &mut losses, each);
            }
            layout = Some(found);
            return Ok(());
        };
        hand_over(found, &record, line, &mut losses, each);
        Ok(())
    })?;
    Ok(losses)
}

/// Every record of a table with its 1-based line; a byte order mark is passed over.
pub(super) fn records(
    input: impl Read,
    columns: Columns,
    each: &mut dyn FnMut(usize, csv::StringRecord) -> Result<(), Broken>,
) -> Result<(), Broken> {
    let mut table =
        csv::ReaderBuilder::new().delimiter(columns.delimiter()).has_headers(false).flexible(true).from_reader(input);
    let mut record = csv::StringRecord::new();
    let mut first = true;
    loop {
        match table.read_record(&mut record) {
            Ok(false) => return Ok(()),
            Ok(true) => {}
            Err(error) => return Err(failure(error, table.position().line())),
        }
        let line = usize::try_from(record.position().map_or(0, csv::Position::line)).unwrap_or(usize::MAX);
        if std::mem::take(&mut first) && record.get(0).is_some_and(|cell| cell.starts_with('\u{feff}')) {
            let cells = record.iter().enumerate();
            record = cells.map(|(at, cell)| if at == 0 { cell.trim_start_matches('\u{feff}') } else { cell }).collect();
        }
        each(line, record.clone())?;
    }
}

fn failure(error: csv::Error, line: u64) -> Broken {
    let line = usize::try_from(error.position().map_or(line, csv::Position::line)).unwrap_or(usize::MAX);
    let text = error.to_string();
    let kind = match error.into_kind() {
        csv::ErrorKind::Io(error) => BrokenKind::Io(error),
        csv::ErrorKind::Utf8 { .. } => BrokenKind::NotInEncoding("UTF-8".to_owned()),
        _ => BrokenKind::Syntax(text),
    };
    Broken::new(line, kind)
}

/// Which column holds what.
struct Layout {
    id: Option<usize>,
    source: usize,
    target: usize,
    state: Option<usize>,
    origin: Option<usize>,
    note: Option<usize>,
    /// Columns that are not understood, with their names.
    others: Vec<(usize, String)>,
}

impl Layout {
    /// The layout, and whether the record was a header.
    fn find(record: &csv::StringRecord, languages: &Languages, line: usize) -> Result<(Layout, bool), Broken> {
        let names: Vec<String> = record.iter().map(|cell| cell.trim().to_lowercase()).collect();
        let column = |wanted: &[&str]| names.iter().position(|name| wanted.contains(&name.as_str()));
        let language = |tag: &str| names.iter().position(|name| same_tongue(name, tag));
        let source = column(&["source"]).or_else(|| language(&languages.source));
        let target = column(&["target", "translation"]).or_else(|| language(&languages.target));
        let (Some(source), Some(target)) = (source, target) else {
            if record.len() < 2 || source.is_some() || target.is_some() {
                let missing = if source.is_none() { "source" } else { "target" };
                return Err(Broken::new(line, BrokenKind::Columns { missing: missing.to_owned() }));
            }
            let layout =
                Layout { id: None, source: 0, target: 1, state: None, origin: None, note: None, others: Vec::new() };
            return Ok((layout, false));
        };
        let mut layout = Layout {
            id: column(&["id"]),
            source,
            target,
            state: column(&["state"]),
            origin: column(&["origin"]),
            note: column(&["note"]),
            others: Vec::new(),
        };
        let known = [layout.id, Some(source), Some(target), layout.state, layout.origin, layout.note];
        layout.others = (0..names.len())
            .filter(|at| !known.contains(&Some(*at)))
            .map(|at| (at, record.get(at).unwrap_or_default().trim().to_owned()))
            .collect();
        Ok((layout, true))
    }
}

fn hand_over(
    layout: &Layout,
    record: &csv::StringRecord,
    line: usize,
    losses: &mut Losses,
    each: &mut dyn FnMut(Entry),
) {
    let cell = |column: Option<usize>| column.and_then(|at| record.get(at)).map(of_text).unwrap_or_default();
    for (at, name) in &layout.others {
        if !cell(Some(*at)).is_empty() {
            losses.add(LossKind::Field(name.clone()), line);
        }
    }
    let source = cell(Some(layout.source));
    if source.is_empty() {
        losses.add(LossKind::NoSource, line);
        return;
    }
    let target = Some(cell(Some(layout.target))).filter(|target| !target.is_empty()).map(str::to_owned);
    let state = match (cell(layout.state), &target) {
        (_, None) => State::New,
        ("" | "translated", _) => State::Translated,
        ("accepted", _) => State::Accepted,
        ("draft" | "new", _) => State::Draft,
        (other, _) => {
            losses.add(LossKind::State(other.to_owned()), line);
            State::Draft
        }
    };
    let note = cell(layout.note);
    each(Entry {
        id: cell(layout.id).to_owned(),
        source: source.to_owned(),
        target,
        state,
        origin: cell(layout.origin).to_owned(),
        notes: if note.is_empty() { Vec::new() } else { vec![note.to_owned()] },
        ..Entry::default()
    });
}
