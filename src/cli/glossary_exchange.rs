//! `tolmach glossary export` and `import`: term bases of other tools.

use std::io::Write;
use std::path::Path;

use super::error::{self, Error};
use super::exit::Exit;
use super::glossary_take::Taking;
use super::memory_file::say_losses;
use super::terminal::Terminal;
use crate::exchange::tbx::{Flavour, Version};
use crate::exchange::terms::{self, Columns, Layout, Reading};
use crate::exchange::{Languages, TermFormat, concept_of, concepts_with_own_properties, term_entries};
use crate::i18n::Problem;
use crate::lang::Language;
use crate::project;
use crate::report::visible_line;
use crate::workspace::{self, term_languages};

#[derive(Debug, clap::Args)]
pub(super) struct Export {
    file: String,
    #[arg(long, value_name = "LANG")]
    language: Option<Language>,
    #[arg(long, value_enum)]
    to: Option<Format>,
}

#[derive(Debug, clap::Args)]
pub(super) struct Import {
    file: String,
    #[arg(long, value_name = "LANG")]
    language: Option<Language>,
    #[arg(long, value_enum)]
    from: Option<Format>,
    #[arg(long, value_name = "NAME=NUMBER", value_delimiter = ',')]
    columns: Vec<String>,
    #[arg(long, value_name = "SIGNS")]
    split: Option<String>,
    #[command(flatten)]
    taking: Taking,
}

/// A form of a glossary.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum Format {
    Tbx,
    TbxV2,
    TbxWeblate,
    Csv,
    Tsv,
    WeblateCsv,
    Omegat,
    Xlsx,
}

impl Format {
    fn of(path: &str) -> Result<Format, Error> {
        let ending = Path::new(path).extension().and_then(|ending| ending.to_str()).unwrap_or_default();
        Ok(match ending.to_ascii_lowercase().as_str() {
            "tbx" | "xml" => Format::Tbx,
            "csv" => Format::Csv,
            "tsv" | "tab" => Format::Tsv,
            "txt" | "utf8" => Format::Omegat,
            "xlsx" | "xlsm" => Format::Xlsx,
            _ => return Err(Error::new(Problem::UnknownTermsEnding).at(path, None)),
        })
    }

    /// The writer and reader of the format.
    fn of_terms(self) -> TermFormat {
        match self {
            Format::Tbx => TermFormat::Tbx(Version::V3, Flavour::Basic),
            Format::TbxV2 => TermFormat::Tbx(Version::V2, Flavour::Basic),
            Format::TbxWeblate => TermFormat::Tbx(Version::V2, Flavour::Weblate),
            Format::Csv => TermFormat::Table(Layout::Terms(Columns::Commas)),
            Format::Tsv => TermFormat::Table(Layout::Terms(Columns::Tabs)),
            Format::WeblateCsv => TermFormat::Table(Layout::Weblate),
            Format::Omegat => TermFormat::Table(Layout::OmegaT),
            Format::Xlsx => TermFormat::Xlsx,
        }
    }
}

impl Export {
    pub(super) fn run(&self, terminal: &Terminal) -> Result<Exit, Error> {
        let format = self.to.map_or_else(|| Format::of(&self.file), Ok)?;
        let project = terminal.project()?;
        let glossary = workspace::glossary(&project, terminal)?;
        let entries = term_entries(&glossary);
        let (bytes, losses) = format.of_terms().write(&term_languages(&project, self.language.as_ref())?, &entries)?;
        if Path::new(&self.file).exists() {
            return Err(Error::new(Problem::Exists).at(self.file.clone(), None));
        }
        project::write_loose(&self.file, &bytes)?;
        say_losses(terminal, &self.file, &losses);
        // What only tolmach knows of a term stays behind.
        let own = concepts_with_own_properties(&glossary);
        if own > 0 && !format.of_terms().is_whole() {
            terminal.note(&terminal.ui.glossary_export_own(self.file.clone(), own));
        }
        let mut out = terminal.out();
        writeln!(out, "{}", visible_line(&terminal.ui.glossary_exported(self.file.clone(), entries.len())))?;
        out.flush()?;
        Ok(Exit::Done)
    }
}

impl Import {
    pub(super) fn run(&self, terminal: &Terminal) -> Result<Exit, Error> {
        let format = self.from.map_or_else(|| Format::of(&self.file), Ok)?;
        let project = terminal.project()?;
        let bytes = project::read_loose(&self.file)?;
        let languages = term_languages(&project, self.language.as_ref())?;
        let read = format.of_terms().read(&bytes, &self.reading(&languages)?, &languages);
        let base = read.map_err(|broken| error::exchange(&self.file, broken))?;
        say_losses(terminal, &self.file, &base.losses);
        // An encoding that was guessed may have been another.
        if let Some(encoding) = base.encoding.filter(|encoding| encoding.starts_with("windows")) {
            terminal.note(&terminal.ui.glossary_encoding(self.file.clone(), encoding));
        }
        let concepts = base.entries.iter().map(concept_of).collect();
        self.taking.run(terminal, &project, &self.file, concepts)
    }

    /// How the table is read, as the options ask.
    fn reading(&self, languages: &Languages) -> Result<Reading, Error> {
        let mut reading =
            Reading { split: self.split.iter().flat_map(|signs| signs.chars()).collect(), ..Reading::default() };
        for column in &self.columns {
            let wrong = || Error::new(Problem::ColumnUnknown { column: column.clone().into() });
            let (name, number) = column.split_once('=').ok_or_else(wrong)?;
            let role = terms::role_of(name, languages).ok_or_else(wrong)?;
            let place =
                number.trim().parse::<usize>().ok().filter(|place| (1..=500).contains(place)).ok_or_else(wrong)?;
            reading.roles.push((place - 1, role));
        }
        Ok(reading)
    }
}
