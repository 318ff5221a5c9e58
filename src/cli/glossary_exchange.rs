//! `tolmach glossary export` and `import`: term bases of other tools.

use std::io::Write;
use std::path::Path;

use super::error::{self, Error};
use super::exit::Exit;
use super::memory_file::say_losses;
use super::terminal::Terminal;
use crate::exchange::tbx::{self, ExchangedTerm, Flavour, TermEntry, TermStatus, Version};
use crate::exchange::terms::{self, Columns, Layout};
use crate::exchange::{Languages, Losses};
use crate::glossary::{Glossary, Status};
use crate::i18n::Problem;
use crate::lang::Language;
use crate::project::{self, Snapshot};
use crate::report::visible_line;
use crate::workspace;

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
}

impl Format {
    fn of(path: &str) -> Result<Format, Error> {
        let ending = Path::new(path).extension().and_then(|ending| ending.to_str()).unwrap_or_default();
        Ok(match ending.to_ascii_lowercase().as_str() {
            "tbx" | "xml" => Format::Tbx,
            "csv" => Format::Csv,
            "tsv" | "tab" => Format::Tsv,
            "txt" | "utf8" => Format::Omegat,
            _ => return Err(Error::new(Problem::UnknownTermsEnding).at(path, None)),
        })
    }

    fn write(self, languages: &Languages, entries: &[TermEntry]) -> std::io::Result<(Vec<u8>, Losses)> {
        let mut bytes = Vec::new();
        let out = &mut bytes;
        let tbx = |out, version, flavour| tbx::write(out, version, flavour, &languages.source, entries);
        let table = |out, layout| terms::write(out, layout, languages, entries);
        let losses = match self {
            Format::Tbx => tbx(out, Version::V3, Flavour::Basic),
            Format::TbxV2 => tbx(out, Version::V2, Flavour::Basic),
            Format::TbxWeblate => tbx(out, Version::V2, Flavour::Weblate),
            Format::Csv => table(out, Layout::Terms(Columns::Commas)),
            Format::Tsv => table(out, Layout::Terms(Columns::Tabs)),
            Format::WeblateCsv => table(out, Layout::Weblate),
            Format::Omegat => table(out, Layout::OmegaT),
        }?;
        Ok((bytes, losses))
    }

    fn read(self, path: &str, bytes: &[u8], languages: &Languages) -> Result<(Vec<TermEntry>, Losses), Error> {
        let table = |columns| terms::read(bytes, columns, languages).map_err(|broken| error::exchange(path, broken));
        match self {
            Format::Tbx | Format::TbxV2 | Format::TbxWeblate => {
                let mut entries = Vec::new();
                let losses = tbx::read(bytes, &mut |entry| entries.push(entry))
                    .map_err(|broken| error::exchange(path, broken))?;
                Ok((entries, losses))
            }
            Format::Csv | Format::WeblateCsv => table(Columns::Commas),
            Format::Tsv | Format::Omegat => table(Columns::Tabs),
        }
    }
}

/// The pair of languages for tables that hold two.
fn languages(project: &project::Project, asked: Option<&Language>) -> Result<Languages, Error> {
    let listing = project.listing()?;
    let target = asked.or(listing.languages.first()).map_or_else(|| "en".to_owned(), ToString::to_string);
    Ok(Languages::new(&project.config.source_language.to_string(), &target))
}

impl Export {
    pub(super) fn run(&self, terminal: &Terminal) -> Result<Exit, Error> {
        let format = self.to.map_or_else(|| Format::of(&self.file), Ok)?;
        let project = terminal.project()?;
        let glossary = workspace::glossary(&project, terminal)?;
        let entries = entries(&glossary);
        let (bytes, losses) = format.write(&languages(&project, self.language.as_ref())?, &entries)?;
        if Path::new(&self.file).exists() {
            return Err(Error::new(Problem::Exists).at(self.file.clone(), None));
        }
        project::write_loose(&self.file, &bytes)?;
        say_losses(terminal, &self.file, &losses);
        // What only tolmach knows of a term stays behind.
        let own = glossary.concepts.iter().filter(|concept| {
            let of_terms = |terms: &crate::glossary::Terms| {
                terms.first_mention.is_some() || terms.terms.iter().any(|term| !term.forms.is_empty())
            };
            !concept.translate || !concept.scope.is_empty() || concept.terms.values().any(of_terms)
        });
        let own = own.count();
        if own > 0 {
            terminal.note(&terminal.ui.glossary_export_own(self.file.clone(), own));
        }
        let mut out = terminal.out();
        writeln!(out, "{}", visible_line(&terminal.ui.glossary_exported(self.file.clone(), entries.len())))?;
        out.flush()?;
        Ok(Exit::Done)
    }
}

fn entries(glossary: &Glossary) -> Vec<TermEntry> {
    let status = |status| match status {
        Status::Preferred => TermStatus::Preferred,
        Status::Admitted => TermStatus::Admitted,
        Status::Deprecated => TermStatus::Deprecated,
    };
    let concepts = glossary.concepts.iter();
    concepts
        .map(|concept| TermEntry {
            id: concept.id.clone(),
            definition: concept.definition.clone().unwrap_or_default(),
            domain: concept.domain.clone().unwrap_or_default(),
            note: concept.note.clone().unwrap_or_default(),
            terms: concept
                .terms
                .iter()
                .flat_map(|(language, terms)| {
                    terms.terms.iter().enumerate().map(move |(at, term)| ExchangedTerm {
                        language: language.clone(),
                        text: term.text.clone(),
                        status: Some(status(term.status)),
                        // A language's note goes with its first term.
                        note: term.note.clone().or(terms.note.clone().filter(|_| at == 0)).unwrap_or_default(),
                    })
                })
                .collect(),
        })
        .collect()
}

impl Import {
    pub(super) fn run(&self, terminal: &Terminal) -> Result<Exit, Error> {
        let format = self.from.map_or_else(|| Format::of(&self.file), Ok)?;
        let project = terminal.project()?;
        let bytes = project::read_loose(&self.file)?;
        let (entries, losses) = format.read(&self.file, &bytes, &languages(&project, self.language.as_ref())?)?;
        say_losses(terminal, &self.file, &losses);
        // With the lock held, so that no other import takes the same ids.
        let lock = terminal.lock(&project)?;
        let name = Path::new(&self.file).file_stem().and_then(|name| name.to_str()).unwrap_or("import");
        let path = format!("glossary/{name}.toml");
        if project.exists(&path) {
            return Err(Error::new(Problem::Exists).at(path, None));
        }
        let known = workspace::glossary(&project, terminal)?;
        let text = toml(&entries, &known);
        // A glossary that its own reader refuses would stop every other command.
        let mut files = Vec::new();
        for file in project.glossary_files()?.unwrap_or_default() {
            files.push((file.clone(), project.read_text(&file)?));
        }
        files.push((path.clone(), text.clone()));
        workspace::read_glossary(&project, &files, terminal)?;
        project.write(&lock, &path, &Snapshot(None), text.as_bytes())?;
        let mut out = terminal.out();
        writeln!(out, "{}", visible_line(&terminal.ui.glossary_imported(path, entries.len())))?;
        out.flush()?;
        Ok(Exit::Done)
    }
}

/// A glossary file of the entries; ids that are missing, taken or no bare words get a number.
fn toml(entries: &[TermEntry], known: &Glossary) -> String {
    let mut taken: Vec<String> = known.concepts.iter().map(|concept| concept.id.clone()).collect();
    let mut text = String::new();
    for entry in entries {
        let first = entry.terms.first().map_or("", |term| term.text.as_str());
        let wanted = if entry.id.is_empty() { first } else { &entry.id };
        let mut id = wanted.to_owned();
        let mut number = 1;
        while taken.contains(&id) {
            number += 1;
            id = format!("{wanted}-{number}");
        }
        taken.push(id.clone());
        text.push_str(&format!("[[concept]]\nid = {}\n", string(&id)));
        for (key, value) in [("definition", &entry.definition), ("domain", &entry.domain), ("note", &entry.note)] {
            if !value.is_empty() {
                text.push_str(&format!("{key} = {}\n", string(value)));
            }
        }
        let mut languages: Vec<String> = Vec::new();
        for term in &entry.terms {
            let code = code(&term.language);
            if !languages.contains(&code) {
                languages.push(code);
            }
        }
        for language in &languages {
            let terms: Vec<&ExchangedTerm> =
                entry.terms.iter().filter(|term| code(&term.language) == *language).collect();
            text.push_str(&language_table(language, &terms));
        }
        text.push('\n');
    }
    text
}

fn language_table(language: &str, terms: &[&ExchangedTerm]) -> String {
    let preferred = terms
        .iter()
        .position(|term| term.status == Some(TermStatus::Preferred))
        .or_else(|| terms.iter().position(|term| term.status.is_none()))
        .or_else(|| terms.iter().position(|term| term.status == Some(TermStatus::Admitted)));
    let mut text = format!("[concept.{language}]\n");
    if let Some(preferred) = preferred {
        text.push_str(&format!("preferred = {}\n", string(&terms[preferred].text)));
    }
    let others = |deprecated: bool| -> Vec<String> {
        let rest = terms.iter().enumerate().filter(|(at, _)| Some(*at) != preferred);
        let wanted = rest.filter(|(_, term)| (term.status == Some(TermStatus::Deprecated)) == deprecated);
        wanted.map(|(_, term)| string(&term.text)).collect()
    };
    for (key, list) in [("admitted", others(false)), ("deprecated", others(true))] {
        if !list.is_empty() {
            text.push_str(&format!("{key} = [{}]\n", list.join(", ")));
        }
    }
    let notes: Vec<&str> = terms.iter().map(|term| term.note.as_str()).filter(|note| !note.is_empty()).collect();
    if !notes.is_empty() {
        text.push_str(&format!("note = {}\n", string(&notes.join("; "))));
    }
    text
}

/// The primary subtag, as glossary files name languages.
fn code(tag: &str) -> String {
    tag.split(['-', '_']).next().unwrap_or_default().to_lowercase()
}

/// A TOML string.
fn string(text: &str) -> String {
    toml_edit::Value::from(text).to_string()
}
