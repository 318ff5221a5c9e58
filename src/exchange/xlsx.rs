//! Glossaries as Excel workbooks.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use calamine::{Data, Reader, Xlsx};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, XlsxError};
use zip::ZipArchive;

use super::grid::Row;
use super::tbx::TermEntry;
use super::terms::{own_columns, own_rows};
use super::{Broken, BrokenKind};

/// All parts of a workbook together, unpacked, in MiB.
const LARGEST: usize = 256;

/// The cells of a sheet, those left empty before a row's last one among them.
const CELLS: usize = 4_000_000;

/// The rows of a workbook's first sheet that has any.
///
/// # Errors
///
/// Where the bytes are no workbook, or unpack to more than [`LARGEST`], or a sheet has more than [`CELLS`].
pub(super) fn rows(bytes: &[u8]) -> Result<Vec<Row>, Broken> {
    unpacks(bytes, LARGEST)?;
    let mut book: Xlsx<Cursor<&[u8]>> = Xlsx::new(Cursor::new(bytes)).map_err(broken)?;
    for name in book.sheet_names() {
        let filled = sheet(&mut book, &name)?;
        if !filled.is_empty() {
            return Ok(filled);
        }
    }
    Ok(Vec::new())
}

fn broken(error: impl std::fmt::Display) -> Broken {
    Broken::new(1, BrokenKind::Syntax(error.to_string()))
}

/// Refuses an archive whose parts take more than `limit` MiB; what it says about its sizes is not believed.
fn unpacks(bytes: &[u8], limit: usize) -> Result<(), Broken> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(broken)?;
    let mut left = (limit << 20) as u64;
    for at in 0..archive.len() {
        let part = archive.by_index(at).map_err(broken)?;
        let unpacked = std::io::copy(&mut part.take(left + 1), &mut std::io::sink()).map_err(broken)?;
        left = left.checked_sub(unpacked).ok_or_else(|| Broken::new(0, BrokenKind::TooLarge { limit }))?;
    }
    Ok(())
}

/// The rows of a sheet that have anything in them. Cells are taken one by one: two of them can be billions apart.
fn sheet(book: &mut Xlsx<Cursor<&[u8]>>, name: &str) -> Result<Vec<Row>, Broken> {
    let mut sheet: BTreeMap<u32, Vec<(u32, String)>> = BTreeMap::new();
    let mut cells = book.worksheet_cells_reader(name).map_err(broken)?;
    while let Some(cell) = cells.next_cell().map_err(broken)? {
        let (row, column) = cell.get_position();
        let read = text(&Data::from(cell.get_value().clone())).trim().to_owned();
        if !read.is_empty() {
            sheet.entry(row).or_default().push((column, read));
        }
    }
    let width = |cells: &[(u32, String)]| cells.iter().map(|(column, _)| *column as usize + 1).max().unwrap_or(0);
    let first = sheet.values().flatten().map(|(column, _)| *column).min().unwrap_or(0);
    let taken: usize = sheet.values().map(|cells| width(cells)).sum();
    if taken > CELLS {
        return Err(Broken::new(0, BrokenKind::TooManyCells { limit: CELLS }));
    }
    let row = |(row, filled): (u32, Vec<(u32, String)>)| {
        let mut cells = vec![String::new(); width(&filled) - first as usize];
        for (column, text) in filled {
            cells[(column - first) as usize] = text;
        }
        Row { line: row as usize + 1, cells }
    };
    Ok(sheet.into_iter().map(row).collect())
}

/// A cell as a person reads it.
fn text(cell: &Data) -> String {
    match cell {
        Data::Empty | Data::Error(_) => String::new(),
        Data::DateTime(date) if date.is_datetime() => {
            let (year, month, day, ..) = date.to_ymd_hms_milli();
            format!("{year:04}-{month:02}-{day:02}")
        }
        other => other.to_string(),
    }
}

/// Writes a workbook of one row a term, as the own CSV has them.
///
/// # Errors
///
/// Where a text is longer than a cell may be.
pub(super) fn write(entries: &[TermEntry]) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    // The same glossary gives the same bytes on any day.
    book.set_properties(&DocProperties::new().set_creation_datetime(&ExcelDateTime::from_ymd(2000, 1, 1)?));
    let sheet = book.add_worksheet();
    let columns = own_columns(entries);
    let bold = Format::new().set_bold();
    for (at, name) in (0u16..).zip(&columns) {
        sheet.write_string_with_format(0, at, *name, &bold)?;
    }
    for (line, cells) in (1u32..).zip(own_rows(entries, &columns)) {
        for (at, cell) in (0u16..).zip(cells) {
            sheet.write_string(line, at, cell)?;
        }
    }
    sheet.set_freeze_panes(1, 0)?;
    book.save_to_buffer()
}

#[cfg(test)]
mod tests {
    use super::super::tbx::{ExchangedTerm, TermStatus};
    use super::super::terms::{Reading, read_rows};
    use super::super::{Languages, terms};
    use super::*;

    #[test]
    fn a_glossary_comes_back_whole() {
        let term = |language: &str, text: &str, status| ExchangedTerm {
            language: language.to_owned(),
            text: text.to_owned(),
            status: Some(status),
            note: "as spoken".to_owned(),
            properties: vec![("forms".to_owned(), "one | two".to_owned())],
        };
        let entry = TermEntry {
            id: "akimat".to_owned(),
            definition: "local; \"office\"".to_owned(),
            terms: vec![term("ru", "акимат", TermStatus::Preferred), term("en", "007", TermStatus::Deprecated)],
            properties: vec![("translate".to_owned(), "false".to_owned())],
            ..TermEntry::default()
        };
        let bytes = write(std::slice::from_ref(&entry)).unwrap();
        assert_eq!(bytes, write(std::slice::from_ref(&entry)).unwrap());
        let table = read_rows(&rows(&bytes).unwrap(), &Reading::default(), &Languages::new("ru", "en")).unwrap();
        assert_eq!(table.entries, [entry]);
        assert!(table.losses.is_empty());
    }

    #[test]
    fn a_sheet_that_a_person_made_is_read() {
        let mut book = Workbook::new();
        let sheet = book.add_worksheet();
        for (at, cells) in (0u32..).zip([["Русский", "Английский"], ["аким", "akim"], ["", ""], ["жуз", "zhuz"]])
        {
            sheet.write_string(at + 2, 1, cells[0]).unwrap();
            sheet.write_string(at + 2, 2, cells[1]).unwrap();
        }
        let read = rows(&book.save_to_buffer().unwrap()).unwrap();
        let table = terms::read_rows(&read, &Reading::default(), &Languages::new("ru", "en")).unwrap();
        assert_eq!((table.entries.len(), table.named), (2, true));
        assert!(rows(b"no workbook").is_err());
    }

    #[test]
    fn cells_that_are_far_apart_take_no_room_between_them() {
        let mut book = Workbook::new();
        let sheet = book.add_worksheet();
        sheet.write_string(0, 0, "Русский").unwrap();
        sheet.write_string(1_048_575, 2, "akim").unwrap();
        let read = rows(&book.save_to_buffer().unwrap()).unwrap();
        let wanted = |line, cells: &[&str]| Row { line, cells: cells.iter().map(|cell| (*cell).to_owned()).collect() };
        assert_eq!(read, [wanted(1, &["Русский"]), wanted(1_048_576, &["", "", "akim"])]);
    }

    #[test]
    fn a_sheet_of_too_many_cells_and_a_workbook_that_unpacks_without_end_are_refused() {
        let mut book = Workbook::new();
        let sheet = book.add_worksheet();
        for row in 0..300 {
            sheet.write_string(row, 16_383, "x").unwrap();
        }
        sheet.write_string(0, 0, "x").unwrap();
        let error = rows(&book.save_to_buffer().unwrap()).unwrap_err();
        assert!(matches!(error.kind, BrokenKind::TooManyCells { .. }), "{error:?}");
        let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
        for name in ["a", "b"] {
            archive.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
            std::io::Write::write_all(&mut archive, &vec![b' '; 600_000]).unwrap();
        }
        let bytes = archive.finish().unwrap().into_inner();
        assert!(unpacks(&bytes, 2).is_ok());
        assert!(matches!(unpacks(&bytes, 1).unwrap_err().kind, BrokenKind::TooLarge { limit: 1 }));
    }
}
