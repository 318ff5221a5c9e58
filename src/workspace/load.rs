//! A pair of documents, read from its files.

use super::needs::Needs;
use super::units_files::lock;
use super::{Error, Workspace};
use crate::project;
use crate::text::{Document, Lines};
use crate::units::{Files, Pair, Paths};

/// The most paragraphs of a document: the Bible has 31,000 verses.
const PARAGRAPHS: usize = 120_000;

/// The most bytes of a paragraph: eighty thousand words.
pub(super) const PARAGRAPH: usize = 1 << 20;

impl Workspace {
    /// Reads the files of a pair, each once; a translation that is not there is empty.
    ///
    /// # Errors
    ///
    /// If a file cannot be read, is larger than any that a person wrote, or the units file is broken.
    pub fn load(&self, paths: &Paths) -> Result<Pair, Error> {
        self.load_with(paths, self.project.read(&paths.original)?)
    }

    /// As [`Workspace::load`], with the bytes of the original.
    pub(super) fn load_with(&self, paths: &Paths, original: Vec<u8>) -> Result<Pair, Error> {
        Ok(self.with_carried(self.load_own(paths, original)?))
    }

    /// The bytes of a pair's files with those of the original; of the units file a copy is kept until the pair is made.
    ///
    /// # Errors
    ///
    /// If a file cannot be read.
    pub(super) fn files_with(&self, paths: &Paths, original: Vec<u8>) -> Result<Files, Error> {
        Ok(Files {
            original: Some(original),
            translation: paths.translated.then(|| self.project.read(&paths.translation)).transpose()?,
            units: self.units.read(&self.project, &paths.units)?.0,
        })
    }

    /// The pair of some files, and whether it needs those of other pairs.
    ///
    /// # Errors
    ///
    /// As [`Workspace::load`], but nothing is read.
    pub(super) fn load_files(&self, paths: &Paths, files: Files, needs: &Needs) -> Result<Pair, Error> {
        let pair = self.own_pair(paths, files)?;
        self.units.remember(&mut lock(&self.units.file(&paths.units)), &pair.units);
        let pair = self.with_carried(pair);
        if let Some(unplaced) = &lock(&self.units.file(&paths.units)).unplaced {
            if unplaced.open {
                needs.add_units();
            }
            if !unplaced.gone.is_empty() || !unplaced.sought.is_empty() {
                needs.add_texts();
            }
        }
        Ok(pair)
    }

    /// The pair with the units of its own file alone.
    fn load_own(&self, paths: &Paths, original: Vec<u8>) -> Result<Pair, Error> {
        let project = &self.project;
        // Nobody else reads the units file to learn from it meanwhile.
        let slot = self.units.file(&paths.units);
        let mut slot = lock(&slot);
        let files = Files {
            original: Some(original),
            translation: paths.translated.then(|| project.read(&paths.translation)).transpose()?,
            units: self.units.take(&mut slot).map_or_else(|| project.snapshot(&paths.units), Ok)?.0,
        };
        let pair = self.own_pair(paths, files)?;
        self.units.remember(&mut slot, &pair.units);
        Ok(pair)
    }

    /// The pair with other bytes of its files.
    ///
    /// # Errors
    ///
    /// As [`Workspace::load`], but nothing is read.
    pub(super) fn with_files(&self, pair: &Pair, files: Files) -> Result<Pair, Error> {
        self.load_files(&pair.paths, files, &Needs::default())
    }

    pub(super) fn pair(&self, paths: &Paths, files: Files) -> Result<Pair, Error> {
        Ok(self.with_carried(self.own_pair(paths, files)?))
    }

    fn own_pair(&self, paths: &Paths, files: Files) -> Result<Pair, Error> {
        if let Some(units) = &files.units {
            project::as_text(&paths.units, units)?;
        }
        let read = Pair::read(paths.clone(), &self.project.config.source_language, files);
        let pair = read.map_err(|fault| Error::Units { path: paths.units.clone(), fault })?;
        of_readable_size(&paths.original, &pair.source)?;
        of_readable_size(&paths.translation, &pair.target)?;
        Ok(pair)
    }
}

/// Refuses what no person wrote: time and memory would grow with it.
///
/// # Errors
///
/// Where the document has too many paragraphs, or one that is too long.
fn of_readable_size(path: &str, document: &Document) -> Result<(), Error> {
    let paragraphs = &document.paragraphs;
    if paragraphs.len() > PARAGRAPHS {
        let (path, count) = (path.to_owned(), paragraphs.len());
        return Err(Error::TooManyParagraphs { path, count, limit: PARAGRAPHS });
    }
    if let Some(long) = paragraphs.iter().find(|paragraph| paragraph.text.len() > PARAGRAPH) {
        let line = Lines::new(&document.text).position(&document.text, long.span.start).line;
        let (path, size) = (path.to_owned(), long.text.len());
        return Err(Error::LongParagraph { path, line, size, limit: PARAGRAPH });
    }
    Ok(())
}
