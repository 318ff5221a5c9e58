//! Files of other tools at the command line: which format a name means, what is wrong with one, what was lost.

use std::io::BufRead;
use std::path::Path;

use super::error::Error;
use super::terminal::Terminal;
use crate::exchange::{
    Broken, BrokenKind, Entry, Languages, LossKind, Losses, is_xliff2, po, table, tmx, xliff1, xliff2,
};

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
            _ => return Err(Error::new("trouble-unknown-ending").at(path, None)),
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
        losses.map_err(|broken| error(path, broken))
    }
}

/// What is wrong with a file of another tool.
pub(super) fn error(path: &str, broken: Broken) -> Error {
    let said = |id| Error::new(id).at(path, (broken.line > 0).then_some(broken.line));
    match broken.kind {
        BrokenKind::Syntax(message) => said("trouble-exchange-syntax").with("message", message),
        BrokenKind::EntityDeclared => said("trouble-exchange-entities"),
        BrokenKind::UnknownEntity(name) => said("trouble-exchange-entity").with("name", name),
        BrokenKind::Truncated => said("trouble-exchange-truncated"),
        BrokenKind::WrongRoot { expected, found } => {
            said("trouble-exchange-root").with("expected", expected).with("found", found)
        }
        BrokenKind::Version(version) => said("trouble-exchange-version").with("version", version),
        BrokenKind::UnknownEncoding(label) => said("trouble-exchange-encoding").with("label", label),
        BrokenKind::NotInEncoding(label) => said("trouble-exchange-bytes").with("label", label),
        BrokenKind::TooDeep => said("trouble-exchange-deep"),
        BrokenKind::TooLarge { limit } => said("trouble-exchange-large").with("limit", limit),
        BrokenKind::TooManyCells { limit } => said("trouble-exchange-cells").with("limit", limit),
        BrokenKind::NotAnArchive => said("trouble-exchange-archive"),
        BrokenKind::MissingPart(name) => said("trouble-exchange-part").with("name", name),
        BrokenKind::Columns { missing } => said("trouble-exchange-columns").with("missing", missing),
        BrokenKind::Languages { expected, found } => {
            said("trouble-exchange-languages").with("expected", expected).with("found", found)
        }
        BrokenKind::Io(error) => said("trouble-io").with("error", error.to_string()),
    }
}

/// Says everything that did not survive the way.
pub(super) fn say_losses(terminal: &Terminal, path: &str, losses: &Losses) {
    for loss in losses.iter() {
        let (kind, name) = match &loss.kind {
            LossKind::Character(c) => ("character", format!("U+{:04X}", u32::from(*c))),
            LossKind::Markup(name) => ("markup", name.clone()),
            LossKind::NoSource => ("no-source", String::new()),
            LossKind::NoTarget => ("no-target", String::new()),
            LossKind::Repeated(name) => ("repeated", name.clone()),
            LossKind::Language(name) => ("language", name.clone()),
            LossKind::State(name) => ("state", name.clone()),
            LossKind::Plural => ("plural", String::new()),
            LossKind::Obsolete => ("obsolete", String::new()),
            LossKind::Field(name) => ("field", name.clone()),
            LossKind::Skipped => ("skipped", String::new()),
            LossKind::Duplicate => ("duplicate", String::new()),
        };
        let arguments = [
            ("path", path.to_owned().into()),
            ("count", loss.count.into()),
            ("first", loss.first.into()),
            ("name", name.into()),
        ];
        terminal.note(&terminal.ui.say(&format!("loss-{kind}"), &arguments));
    }
}

/// Says how many units of a memory could not be used; the rest of what is lost was said when it came in.
pub(super) fn say_unread(terminal: &Terminal, path: &str, losses: &Losses) {
    for loss in losses.iter().filter(|loss| loss.kind == LossKind::Skipped) {
        let arguments = [
            ("path", path.to_owned().into()),
            ("count", loss.count.into()),
            ("first", loss.first.into()),
            ("name", String::new().into()),
        ];
        terminal.note(&terminal.ui.say("loss-skipped", &arguments));
    }
}
