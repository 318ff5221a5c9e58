//! The formats of term bases: which reader and writer a format has.

use std::io;

use super::decode::{Letters, decode};
use super::tbx::{self, Flavour, TermEntry, Version};
use super::terms::{self, Columns, Layout, Reading};
use super::{Broken, Languages, Losses, xlsx};
use crate::lang::{Language, Script};

/// A format of a term base.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TermFormat {
    /// TBX-Basic; its reader takes every version and flavour.
    Tbx(Version, Flavour),
    /// A table; its reader goes by the header and takes every layout.
    Table(Layout),
    /// An Excel workbook.
    Xlsx,
}

/// A term base as it was read.
#[derive(Clone, Debug, Default)]
pub struct TermBase {
    /// In the order of the file.
    pub entries: Vec<TermEntry>,
    /// What could not be used.
    pub losses: Losses,
    /// The encoding of a table of text; `None` for formats that say it themselves.
    pub encoding: Option<&'static str>,
}

impl TermFormat {
    /// Writes entries; the bytes of the file, and what the format cannot hold.
    ///
    /// # Errors
    ///
    /// Where an entry cannot be written as a record.
    pub fn write(self, languages: &Languages, entries: &[TermEntry]) -> io::Result<(Vec<u8>, Losses)> {
        let mut bytes = Vec::new();
        let losses = match self {
            TermFormat::Tbx(version, flavour) => tbx::write(&mut bytes, version, flavour, &languages.source, entries)?,
            TermFormat::Table(layout) => terms::write(&mut bytes, layout, languages, entries)?,
            TermFormat::Xlsx => {
                bytes = xlsx::write(entries).map_err(io::Error::other)?;
                Losses::default()
            }
        };
        Ok((bytes, losses))
    }

    /// Whether the format holds what only tolmach knows of a term.
    pub fn is_whole(self) -> bool {
        matches!(self, TermFormat::Xlsx | TermFormat::Table(Layout::Terms(_)))
    }

    /// Reads the bytes of a file; its entries, and what could not be used.
    ///
    /// # Errors
    ///
    /// If the file is broken.
    pub fn read(self, bytes: &[u8], how: &Reading, languages: &Languages) -> Result<TermBase, Broken> {
        match self {
            TermFormat::Tbx(..) => {
                let mut entries = Vec::new();
                let losses = tbx::read(bytes, &mut |entry| entries.push(entry))?;
                Ok(TermBase { entries, losses, encoding: None })
            }
            TermFormat::Xlsx => {
                let table = terms::read_rows(&xlsx::rows(bytes)?, how, languages)?;
                Ok(TermBase { entries: table.entries, losses: table.losses, encoding: None })
            }
            TermFormat::Table(layout) => {
                let decoded = decode(bytes, letters(languages));
                let tabs = matches!(layout, Layout::OmegaT | Layout::Terms(Columns::Tabs));
                let sign = how.delimiter.or(Some(b'\t').filter(|_| tabs && decoded.text.contains('\t')));
                let how = Reading { delimiter: sign, ..how.clone() };
                let table = terms::read(&decoded.text, &how, languages)?;
                Ok(TermBase { entries: table.entries, losses: table.losses, encoding: Some(decoded.encoding) })
            }
        }
    }
}

/// Which older encoding a table of these languages has.
fn letters(languages: &Languages) -> Letters {
    let cyrillic = |tag: &str| {
        let language = tag.parse::<Language>().ok();
        language.is_some_and(|language| Script::of_language(&language) == Script::Cyrillic)
    };
    if cyrillic(&languages.source) || cyrillic(&languages.target) { Letters::Cyrillic } else { Letters::Latin }
}
