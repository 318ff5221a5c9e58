//! Readers of other tools' files are total, their errors name a line of the file, and what is read and written
//! reads back equal, or its loss is said.

use std::collections::BTreeSet;

use tolmach::exchange::tbx::{self, ExchangedTerm, Flavour, TermEntry, Version};
use tolmach::exchange::terms::{self, Layout};
use tolmach::exchange::{Broken, Entry, Languages, Losses, State, po, table, tmx as memory, xliff1, xliff2};

fn languages() -> Languages {
    Languages::new("ru", "en")
}

type Read = fn(&[u8], &mut dyn FnMut(Entry)) -> Result<Losses, Broken>;
type Write = fn(&mut Vec<u8>, Vec<Entry>) -> std::io::Result<Losses>;

/// A reader and a writer of units.
struct Format {
    read: Read,
    write: Write,
}

pub fn tmx(bytes: &[u8]) {
    hold(
        bytes,
        &Format {
            read: |bytes, each| memory::read(bytes, &languages(), each),
            write: |out, entries| memory::write(out, &languages(), entries),
        },
    );
}

/// Both versions: a file of one is refused by the other.
pub fn xliff(bytes: &[u8]) {
    let first = hold(
        bytes,
        &Format {
            read: |bytes, each| xliff1::read(bytes, &languages(), each),
            write: |out, entries| xliff1::write(out, &languages(), entries),
        },
    );
    let second = hold(
        bytes,
        &Format {
            read: |bytes, each| xliff2::read(bytes, &languages(), each),
            write: |out, entries| xliff2::write(out, &languages(), entries),
        },
    );
    assert!(first == 0 || second == 0, "read as XLIFF 1.2 and 2");
}

pub fn po(bytes: &[u8]) {
    hold(
        bytes,
        &Format {
            read: |bytes, each| po::read(bytes, &languages(), each),
            write: |out, entries| po::write(out, &languages(), entries),
        },
    );
}

/// Tables of units and of terms, with commas and with tabs.
pub fn tables(bytes: &[u8]) {
    hold(
        bytes,
        &Format {
            read: |bytes, each| table::read(bytes, table::Columns::Commas, &languages(), each),
            write: |out, entries| table::write(out, table::Columns::Commas, entries),
        },
    );
    hold(
        bytes,
        &Format {
            read: |bytes, each| table::read(bytes, table::Columns::Tabs, &languages(), each),
            write: |out, entries| table::write(out, table::Columns::Tabs, entries),
        },
    );
    for columns in [terms::Columns::Commas, terms::Columns::Tabs] {
        let text = String::from_utf8_lossy(bytes);
        match terms::read(&text, &reading(columns), &languages()) {
            Ok(table) => glossary_table(&table.entries, columns),
            Err(broken) => names_a_line(&broken, bytes),
        }
    }
}

/// What a reader handed over is written, read back, written and read again; how many entries there were.
fn hold(bytes: &[u8], format: &Format) -> usize {
    let read = |bytes: &[u8]| {
        let mut entries = Vec::new();
        (format.read)(bytes, &mut |entry| entries.push(entry)).map(|losses| (entries, losses))
    };
    let write = |entries: &[Entry]| {
        let mut bytes = Vec::new();
        let losses = (format.write)(&mut bytes, entries.to_vec()).expect("written to memory");
        (bytes, losses)
    };
    let entries = match read(bytes) {
        Ok((entries, _)) => entries,
        Err(broken) => {
            names_a_line(&broken, bytes);
            return 0;
        }
    };
    for entry in &entries {
        for (text, codes) in [
            (entry.source.as_str(), &entry.source_codes),
            (entry.target.as_deref().unwrap_or_default(), &entry.target_codes),
        ] {
            let mut end = 0;
            for code in codes {
                assert!(code.start >= end && text.get(code.range()).is_some(), "{entry:?}");
                end = code.end;
            }
        }
        assert!((entry.state == State::New) == entry.target.is_none(), "{entry:?}");
    }
    let (written, lost) = write(&entries);
    let (again, losses) = read(&written).unwrap_or_else(|broken| panic!("{broken}\n{}", show(&written)));
    if lost.is_empty() {
        assert_eq!(again.len(), entries.len());
        for (again, entry) in again.iter().zip(&entries) {
            // Formats that need a name give one; what is only said beside the texts may be set otherwise.
            let id = if entry.id.is_empty() { again.id.clone() } else { entry.id.clone() };
            assert_eq!(said(again), said(entry));
            let (origin, notes) = (again.origin.clone(), again.notes.clone());
            assert_eq!(*again, Entry { id, origin, notes, ..entry.clone() }, "\n{}", show(&written));
        }
    }
    assert!(losses.is_empty() || !lost.is_empty(), "{losses:?}\n{}", show(&written));
    // Once what cannot be held is gone, nothing more is lost.
    let (twice, _) = write(&again);
    let (third, _) = read(&twice).unwrap_or_else(|broken| panic!("{broken}\n{}", show(&twice)));
    assert_eq!(third, again, "\n{}\n{}", show(&written), show(&twice));
    assert_eq!(show(&write(&third).0), show(&twice));
    entries.len()
}

/// The notes and the origin without white space, which formats set as they need.
fn said(entry: &Entry) -> String {
    let text = format!("{}{}", entry.origin, entry.notes.concat());
    text.chars().filter(|letter| !letter.is_whitespace() && !matches!(letter, '\u{2068}' | '\u{2069}')).collect()
}

fn names_a_line(broken: &Broken, bytes: &[u8]) {
    // UTF-16 counts its own bytes; a line break is one of them at least.
    let lines = bytes.iter().filter(|byte| matches!(byte, b'\n' | b'\r')).count() + 1;
    assert!((1..=lines).contains(&broken.line), "{broken} of {lines} lines");
}

fn show(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

pub fn tbx(bytes: &[u8]) {
    let read = |bytes: &[u8]| {
        let mut entries = Vec::new();
        tbx::read(bytes, &mut |entry| entries.push(entry)).map(|_| entries)
    };
    let entries = match read(bytes) {
        Ok(entries) => entries,
        Err(broken) => return names_a_line(&broken, bytes),
    };
    assert!(entries.iter().flat_map(|entry| &entry.terms).all(|term| !term.text.is_empty()), "{entries:?}");
    for (version, flavour) in
        [(Version::V2, Flavour::Basic), (Version::V3, Flavour::Basic), (Version::V2, Flavour::Weblate)]
    {
        let write = |entries: &[TermEntry]| {
            let mut bytes = Vec::new();
            let losses = tbx::write(&mut bytes, version, flavour, "en", entries).expect("written to memory");
            (bytes, losses)
        };
        let (written, lost) = write(&entries);
        let again = read(&written).unwrap_or_else(|broken| panic!("{broken}\n{}", show(&written)));
        if lost.is_empty() {
            assert_eq!(told(&again), told(&entries), "\n{}", show(&written));
        }
        let (twice, _) = write(&again);
        assert_eq!(read(&twice).expect("just written"), again, "\n{}", show(&twice));
    }
}

/// What term bases say; a language is in one place, and a name that is none in XML becomes one.
fn told(entries: &[TermEntry]) -> Vec<(&str, &str, &str, Vec<&ExchangedTerm>)> {
    let mut told = Vec::new();
    for TermEntry { definition, domain, note, terms, .. } in entries {
        let mut terms: Vec<&ExchangedTerm> = terms.iter().collect();
        terms.sort_by_key(|term| &term.language);
        told.push((definition.as_str(), domain.as_str(), note.as_str(), terms));
    }
    told
}

/// Our own table of a glossary loses nothing; the others are total.
fn glossary_table(entries: &[TermEntry], columns: terms::Columns) {
    for layout in [Layout::Weblate, Layout::OmegaT, Layout::Terms(columns)] {
        let mut written = Vec::new();
        terms::write(&mut written, layout, &languages(), entries).expect("written to memory");
        let columns = match layout {
            Layout::Weblate => terms::Columns::Commas,
            Layout::OmegaT => terms::Columns::Tabs,
            Layout::Terms(columns) => columns,
        };
        let read = terms::read(std::str::from_utf8(&written).expect("UTF-8"), &reading(columns), &languages());
        // A name that two concepts have is one concept's.
        let mut names = BTreeSet::new();
        let named = entries.iter().all(|entry| entry.id.is_empty() || names.insert(&entry.id));
        if matches!(layout, Layout::Terms(_)) && named && !entries.is_empty() {
            let again = read.unwrap_or_else(|broken| panic!("{broken}\n{}", show(&written)));
            assert_eq!(terms_of(&again.entries), terms_of(entries), "\n{}", show(&written));
        }
    }
}

/// A table read with this sign between its columns.
fn reading(columns: terms::Columns) -> terms::Reading {
    let delimiter = match columns {
        terms::Columns::Commas => b',',
        terms::Columns::Tabs => b'\t',
    };
    terms::Reading { delimiter: Some(delimiter), ..terms::Reading::default() }
}

fn terms_of(entries: &[TermEntry]) -> Vec<&ExchangedTerm> {
    entries.iter().flat_map(|entry| &entry.terms).collect()
}
