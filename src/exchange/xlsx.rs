//! Glossaries as Excel workbooks.

use std::io::Cursor;

use calamine::{Data, Reader, Xlsx};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, XlsxError};

use super::grid::Row;
use super::tbx::TermEntry;
use super::terms::{own_columns, own_rows};
use super::{Broken, BrokenKind};

/// The rows of a workbook's first sheet that has any.
///
/// # Errors
///
/// Where the bytes are no workbook.
pub(super) fn rows(bytes: &[u8]) -> Result<Vec<Row>, Broken> {
    let broken = |error: calamine::XlsxError| Broken::new(1, BrokenKind::Syntax(error.to_string()));
    let mut book: Xlsx<Cursor<&[u8]>> = Xlsx::new(Cursor::new(bytes)).map_err(broken)?;
    for name in book.sheet_names() {
        let range = book.worksheet_range(&name).map_err(broken)?;
        let first = range.start().map_or(0, |(row, _)| row as usize);
        let all = range.rows().enumerate().map(|(at, cells)| Row {
            line: first + at + 1,
            cells: cells.iter().map(|cell| text(cell).trim().to_owned()).collect(),
        });
        let filled: Vec<Row> = all.filter(|row| row.cells.iter().any(|cell| !cell.is_empty())).collect();
        if !filled.is_empty() {
            return Ok(filled);
        }
    }
    Ok(Vec::new())
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
}
