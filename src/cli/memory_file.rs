//! Files of other tools at the command line: which format a name means, what is wrong with one, what was lost.

use std::io::BufRead;
use std::path::Path;

use super::error::{self, Error};
use super::terminal::Terminal;
use crate::exchange::{Entry, Languages, LossKind, Losses, is_xliff2, po, table, tmx, xliff1, xliff2};
use crate::i18n::{Messages, Problem};

/// A format of units.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub(super) enum Format {
    Tmx,
    Xliff,
    Xliff2,
    Po,
    Csv,
    Tsv,
}

impl Format {
    /// The format that a file's name means.
    ///
    /// # Errors
    ///
    /// Where its ending says nothing.
    pub(super) fn of(path: &str) -> Result<Format, Error> {
        let ending = Path::new(path).extension().and_then(|ending| ending.to_str()).unwrap_or_default();
        Ok(match ending.to_ascii_lowercase().as_str() {
            "tmx" => Format::Tmx,
            "xlf" | "xliff" | "sdlxliff" => Format::Xliff,
            "xlf2" | "xliff2" => Format::Xliff2,
            "po" | "pot" => Format::Po,
            "csv" => Format::Csv,
            "tsv" | "txt" | "tab" => Format::Tsv,
            _ => return Err(Error::new(Problem::UnknownEnding).at(path, None)),
        })
    }

    /// Whether it holds a document for a translator, and not only what is translated.
    pub(super) fn is_for_work(self) -> bool {
        matches!(self, Format::Xliff | Format::Xliff2 | Format::Po)
    }

    pub(super) fn write(self, languages: &Languages, entries: Vec<Entry>) -> std::io::Result<(Vec<u8>, Losses)> {
        let mut bytes = Vec::new();
        let losses = match self {
            Format::Tmx => tmx::write(&mut bytes, languages, entries),
            Format::Xliff => xliff1::write(&mut bytes, languages, entries),
            Format::Xliff2 => xliff2::write(&mut bytes, languages, entries),
            Format::Po => po::write(&mut bytes, languages, entries),
            Format::Csv => table::write(&mut bytes, table::Columns::Commas, entries),
            Format::Tsv => table::write(&mut bytes, table::Columns::Tabs, entries),
        }?;
        Ok((bytes, losses))
    }

    /// Hands over the units of a file one by one; XLIFF is read in whatever version it is.
    ///
    /// # Errors
    ///
    /// Where the file is broken; what came before has been handed over.
    pub(super) fn read(
        self,
        path: &str,
        mut input: impl BufRead,
        languages: &Languages,
        take: &mut dyn FnMut(Entry),
    ) -> Result<Losses, Error> {
        let losses = match self {
            Format::Tmx => tmx::read(input, languages, take),
            Format::Xliff | Format::Xliff2 => match input.fill_buf().map(is_xliff2) {
                Ok(true) => xliff2::read(input, languages, take),
                Ok(false) => xliff1::read(input, languages, take),
                Err(error) => Err(error.into()),
            },
            Format::Po => po::read(input, languages, take),
            Format::Csv => table::read(input, table::Columns::Commas, languages, take),
            Format::Tsv => table::read(input, table::Columns::Tabs, languages, take),
        };
        losses.map_err(|broken| error::exchange(path, broken))
    }
}

/// Says everything that did not survive the way.
pub(super) fn say_losses(terminal: &Terminal, path: &str, losses: &Losses) {
    for loss in losses.iter() {
        terminal.note(&loss_line(&terminal.ui, path, &loss));
    }
}

fn loss_line(ui: &Messages, path: &str, loss: &crate::exchange::Loss) -> String {
    let (count, first) = (loss.count, loss.first);
    match &loss.kind {
        LossKind::Character(c) => ui.loss_character(path, format!("U+{:04X}", u32::from(*c)), count, first),
        LossKind::Markup(name) => ui.loss_markup(path, name, count, first),
        LossKind::NoSource => ui.loss_no_source(path, count, first),
        LossKind::NoTarget => ui.loss_no_target(path, count, first),
        LossKind::Repeated(name) => ui.loss_repeated(path, name, count, first),
        LossKind::Language(name) => ui.loss_language(path, name, count, first),
        LossKind::State(name) => ui.loss_state(path, name, count, first),
        LossKind::Plural => ui.loss_plural(path, count, first),
        LossKind::Obsolete => ui.loss_obsolete(path, count, first),
        LossKind::Field(name) => ui.loss_field(path, name, count, first),
        LossKind::Skipped => ui.loss_skipped(path, count, first),
        LossKind::Duplicate => ui.loss_duplicate(path, count, first),
    }
}

/// Says how many units of a memory could not be used; the rest of what is lost was said when it came in.
pub(super) fn say_unread(terminal: &Terminal, path: &str, losses: &Losses) {
    for loss in losses.iter().filter(|loss| loss.kind == LossKind::Skipped) {
        terminal.note(&terminal.ui.loss_skipped(path.to_owned(), loss.count, loss.first));
    }
}
