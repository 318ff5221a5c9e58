//! Spreadsheets of terms are read or refused, and the terms come back from a spreadsheet of our own.

use tolmach::exchange::terms::Reading;
use tolmach::exchange::{Languages, TermFormat};

use super::package::{parts_of, zip};

const TYPES: &[u8] = b"<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
    <Override PartName=\"/xl/workbook.xml\" \
    ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/></Types>";

const BOOK: &[u8] = b"<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" \
    xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">\
    <sheets><sheet name=\"a\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>";

const RELATIONS: &[u8] = b"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\
    <Relationship Id=\"rId1\" Target=\"worksheets/sheet1.xml\" \
    Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\"/>\
    <Relationship Id=\"rId2\" Target=\"sharedStrings.xml\" \
    Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings\"/>\
    <Relationship Id=\"rId3\" Target=\"styles.xml\" \
    Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles\"/></Relationships>";

/// Input: a sheet, the shared strings and the styles of a workbook.
pub fn hold(bytes: &[u8]) {
    let own = parts_of(bytes, ["xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml"]);
    let frame = [("[Content_Types].xml", TYPES), ("xl/workbook.xml", BOOK), ("xl/_rels/workbook.xml.rels", RELATIONS)];
    let languages = Languages::new("ru", "en");
    let read = |bytes: &[u8]| TermFormat::Xlsx.read(bytes, &Reading::default(), &languages);
    let base = match read(&zip(&[&frame[..], &own[..]].concat())) {
        Ok(base) => base,
        Err(broken) => {
            assert!(!broken.to_string().is_empty());
            return;
        }
    };
    let terms = |base: &tolmach::exchange::TermBase| {
        base.entries.iter().flat_map(|entry| &entry.terms).map(|term| term.text.clone()).collect::<Vec<_>>()
    };
    let Ok((written, _)) = TermFormat::Xlsx.write(&languages, &base.entries) else { return };
    if !base.entries.is_empty() {
        let again = read(&written).unwrap_or_else(|broken| panic!("{broken}: {:?}", base.entries));
        let sorted = |mut terms: Vec<String>| {
            terms.sort();
            terms
        };
        assert_eq!(sorted(terms(&again)), sorted(terms(&base)));
    }
}
