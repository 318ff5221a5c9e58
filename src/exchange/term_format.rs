//! The formats of term bases: which reader and writer a format has.

use std::io;

use super::tbx::{self, Flavour, TermEntry, Version};
use super::terms::{self, Columns, Layout};
use super::{Broken, Languages, Losses};

/// A format of a term base.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TermFormat {
    /// TBX-Basic; its reader takes every version and flavour.
    Tbx(Version, Flavour),
    /// A table; its reader goes by the header and takes every layout of the same separator.
    Table(Layout),
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
            TermFormat::Tbx(version, flavour) => tbx::write(&mut bytes, version, flavour, &languages.source, entries),
            TermFormat::Table(layout) => terms::write(&mut bytes, layout, languages, entries),
        }?;
        Ok((bytes, losses))
    }

    /// Reads the bytes of a file; its entries, and what could not be used.
    ///
    /// # Errors
    ///
    /// If the file is broken.
    pub fn read(self, bytes: &[u8], languages: &Languages) -> Result<(Vec<TermEntry>, Losses), Broken> {
        match self {
            TermFormat::Tbx(..) => {
                let mut entries = Vec::new();
                let losses = tbx::read(bytes, &mut |entry| entries.push(entry))?;
                Ok((entries, losses))
            }
            TermFormat::Table(Layout::Terms(columns)) => terms::read(bytes, columns, languages),
            TermFormat::Table(Layout::Weblate) => terms::read(bytes, Columns::Commas, languages),
            TermFormat::Table(Layout::OmegaT) => terms::read(bytes, Columns::Tabs, languages),
        }
    }
}
