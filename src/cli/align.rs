//! `tolmach align`: which paragraphs answer each other, side by side, with confidence.

use std::io::Write;

use serde_json::{Value, json};

use super::align_batch;
#[cfg(feature = "pages")]
use super::align_page;
use super::error::Error;
use super::exit::Exit;
use super::form;
use super::terminal::Terminal;
use crate::align::Unit;
use crate::lang::Language;
use crate::report::{AlignmentPage, alignment_as_json, alignment_for_people};
use crate::units::Pair;
use crate::workspace;

/// The forms of the answer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
enum Format {
    #[default]
    Human,
    Json,
    #[cfg(feature = "pages")]
    Html,
}

#[derive(Debug, clap::Args)]
pub(super) struct Align {
    #[arg(conflicts_with_all = ["source", "target"])]
    paths: Vec<String>,
    #[arg(long, value_name = "FILE", requires = "target")]
    source: Option<String>,
    #[arg(long, value_name = "FILE", requires = "source")]
    target: Option<String>,
    #[arg(long, value_name = "LANG", default_value = "ru")]
    source_language: Language,
    #[arg(long, value_name = "LANG", default_value = "en")]
    target_language: Language,
    #[arg(long, value_name = "LANG", value_delimiter = ',')]
    language: Vec<Language>,
    #[arg(long, value_enum, default_value_t)]
    format: Format,
    #[arg(long)]
    reasons: bool,
    #[arg(long, conflicts_with_all = ["paths", "source", "language", "format", "reasons"])]
    batch: bool,
    #[arg(long, requires = "batch", conflicts_with_all = ["lexicon", "learn_only"])]
    learn: bool,
    #[arg(long, requires = "batch", conflicts_with = "lexicon")]
    learn_only: bool,
    #[arg(long, value_name = "FILE", requires = "batch")]
    lexicon: Option<String>,
    #[arg(long, value_name = "N", requires = "batch", default_value_t = 0)]
    threads: usize,
}

impl Align {
    pub(super) fn run(&self, terminal: &Terminal) -> Result<Exit, Error> {
        let mut out = terminal.out();
        if self.batch {
            let batch =
                align_batch::Batch { threads: self.threads, learn: self.learn, lexicon: self.lexicon.as_deref() };
            return if self.learn_only { batch.learn(terminal, &mut out) } else { batch.run(&mut out) };
        }
        let mut answers = Vec::new();
        match (&self.source, &self.target) {
            (Some(source), Some(target)) => self.loose(terminal, source, target, &mut answers, &mut out)?,
            _ => self.project(terminal, &mut answers, &mut out)?,
        }
        if self.format == Format::Json {
            // One pair of documents is the object of the contract; several come as a list.
            let answer = match answers.len() {
                1 => answers.remove(0),
                _ => json!({ "version": 1, "documents": answers }),
            };
            form::json(&answer, &mut out)?;
        }
        out.flush()?;
        Ok(Exit::Done)
    }

    fn loose(
        &self,
        terminal: &Terminal,
        source: &str,
        target: &str,
        answers: &mut Vec<Value>,
        out: &mut dyn Write,
    ) -> Result<(), Error> {
        let languages = (self.source_language.clone(), self.target_language.clone());
        let alignment = workspace::align_loose(source, target, languages)?;
        for wrong in &alignment.wrong_languages {
            let (found, declared) = (wrong.found.to_string(), wrong.declared.to_string());
            terminal.note(&terminal.ui.note_wrong_language(wrong.path.as_str(), found, declared));
        }
        #[cfg(feature = "pages")]
        if self.format == Format::Html {
            return align_page::loose(terminal, &alignment.pair, alignment.units, out);
        }
        self.show(terminal, &alignment.pair, &alignment.units, answers, out)
    }

    fn project(&self, terminal: &Terminal, answers: &mut Vec<Value>, out: &mut dyn Write) -> Result<(), Error> {
        let workspace = terminal.workspace()?;
        #[cfg(feature = "pages")]
        if self.format == Format::Html {
            return align_page::of_project(terminal, &workspace, &self.paths, &self.language, out);
        }
        for paths in workspace.select(&self.paths, &self.language)?.into_iter().filter(|paths| paths.translated) {
            let pair = workspace.load(paths)?;
            let units: Vec<Unit> = workspace.aligned(&pair).into_iter().map(|analysed| analysed.unit).collect();
            self.show(terminal, &pair, &units, answers, out)?;
        }
        Ok(())
    }

    fn show(
        &self,
        terminal: &Terminal,
        pair: &Pair,
        units: &[Unit],
        answers: &mut Vec<Value>,
        out: &mut dyn Write,
    ) -> Result<(), Error> {
        match self.format {
            Format::Json => answers.push(alignment_as_json(pair, units)),
            Format::Human => {
                let page = AlignmentPage { width: terminal.width(), reasons: self.reasons };
                alignment_for_people(pair, units, page, &terminal.ui, out)?;
            }
            #[cfg(feature = "pages")]
            Format::Html => {}
        }
        Ok(())
    }
}
