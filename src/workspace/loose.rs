//! Aligns two files that belong to no project.

use super::Error;
use crate::align::{self, Lexicon, Unit};
use crate::lang::Language;
use crate::project;
use crate::text::{Document, Format, Layout};
use crate::units::{Pair, Units};

/// Two files with their units.
#[derive(Debug)]
pub struct LooseAlignment {
    /// The files; their paths are as they were given.
    pub pair: Pair,
    /// In the order of the source.
    pub units: Vec<Unit>,
    /// The files whose text is in another language than was said.
    pub wrong_languages: Vec<WrongLanguage>,
}

/// A file whose text is in another language than was said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WrongLanguage {
    /// As it was given.
    pub path: String,
    /// The language of its text.
    pub found: Language,
    /// The language that was said.
    pub declared: Language,
}

/// Aligns two files, given by path, with the built-in lexicon of `(source, target)` languages.
///
/// # Errors
///
/// If a file cannot be read.
pub fn align_loose(source: &str, target: &str, languages: (Language, Language)) -> Result<LooseAlignment, Error> {
    let read = |path: &str| -> Result<Document, Error> {
        Ok(Document::read(&project::read_loose(path)?, Format::of(path, Layout::Auto)))
    };
    let lexicon = Lexicon::built_in(&languages.0, &languages.1);
    let mut pair = Pair::of(read(source)?, read(target)?, languages, Units::default());
    source.clone_into(&mut pair.paths.original);
    target.clone_into(&mut pair.paths.translation);
    let mut wrong_languages = Vec::new();
    for (path, side) in [(source, pair.source_side()), (target, pair.target_side())] {
        if let Some(found) = align::wrong_language(side.language, side.paragraphs) {
            wrong_languages.push(WrongLanguage { path: path.to_owned(), found, declared: side.language.clone() });
        }
    }
    let units = align::align(&pair.source_side(), &pair.target_side(), &[], &lexicon);
    Ok(LooseAlignment { pair, units, wrong_languages })
}
