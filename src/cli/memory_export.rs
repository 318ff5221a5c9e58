//! `tolmach memory export`: what was translated, in a format of other tools.

use std::io::Write;

use super::error::Error;
use super::exit::Exit;
use super::memory_file::{self, Format};
use super::memory_language::language;
use super::terminal::Terminal;
use crate::align::Unit;
use crate::draft;
use crate::exchange::{Entry, Languages, State, base};
use crate::i18n::Problem;
use crate::lang::Language;
use crate::project;
use crate::report::visible_line;
use crate::text::{Document, Span};
use crate::units::{self, Pair};
use crate::workspace::{Progress, Step};

#[derive(Debug, clap::Args)]
pub(super) struct Export {
    file: String,
    paths: Vec<String>,
    #[arg(long, value_name = "LANG")]
    language: Option<Language>,
    #[arg(long, value_enum)]
    to: Option<Format>,
}

impl Export {
    pub(super) fn run(&self, terminal: &Terminal) -> Result<Exit, Error> {
        let format = self.to.map_or_else(|| Format::of(&self.file), Ok)?;
        let workspace = terminal.workspace()?;
        let language = language(&workspace, self.language.as_ref())?;
        let mut entries = Vec::new();
        let pairs = workspace.select(&self.paths, std::slice::from_ref(&language))?;
        terminal.begin(Step::Documents, pairs.len() as u64);
        for paths in pairs {
            terminal.advance(1);
            let pair = workspace.load(paths)?;
            let review = workspace.analyse(&pair);
            for reviewed in review.units.iter().filter(|reviewed| !reviewed.unit.source.is_empty()) {
                let state = match reviewed.accepted {
                    _ if reviewed.unit.target.is_empty() => State::New,
                    Some((_, units::State::Fresh { .. })) => State::Accepted,
                    Some(_) => State::Draft,
                    None => State::Translated,
                };
                if format.is_for_work() || state == State::Accepted {
                    let mut entry = entry(&pair, &reviewed.unit, state);
                    if format.is_for_work() {
                        let about = |at: &usize| workspace.about_terms(&pair.source.paragraphs[*at], &language);
                        entry.notes.splice(..0, reviewed.unit.source.iter().flat_map(about));
                    }
                    entries.push(entry);
                }
            }
        }
        terminal.end();
        let languages = Languages::new(&workspace.project.config.source_language.to_string(), &language.to_string());
        let count = entries.len();
        let (bytes, losses) = format.write(&languages, entries)?;
        if std::path::Path::new(&self.file).exists() {
            return Err(Error::new(Problem::Exists).at(self.file.clone(), None));
        }
        project::write_loose(&self.file, &bytes)?;
        memory_file::say_losses(terminal, &self.file, &losses);
        let mut out = terminal.out();
        writeln!(out, "{}", visible_line(&terminal.ui.memory_exported(self.file.clone(), count)))?;
        out.flush()?;
        Ok(Exit::Done)
    }
}

fn entry(pair: &Pair, unit: &Unit, state: State) -> Entry {
    let (source, target) = (&pair.source, &pair.target);
    Entry {
        id: draft::name(unit),
        source: draft::joined(source, &unit.source),
        target: (!unit.target.is_empty()).then(|| draft::joined(target, &unit.target)),
        state,
        origin: pair.paths.original.clone(),
        notes: vec![base::note(&draft::joined(target, &unit.target))],
        source_codes: codes(source, &unit.source),
        target_codes: codes(target, &unit.target),
    }
}

/// The inline markup of joined paragraphs.
fn codes(document: &Document, paragraphs: &[usize]) -> Vec<Span> {
    let mut codes: Vec<Span> = Vec::new();
    let mut from = 0;
    for paragraph in paragraphs.iter().map(|at| &document.paragraphs[*at]) {
        for mark in &paragraph.marks {
            let span = Span::new(from + mark.span.start, from + mark.span.end);
            if codes.last().is_none_or(|last| last.end <= span.start) && !span.is_empty() {
                codes.push(span);
            }
        }
        from += paragraph.text.len() + 2;
    }
    codes
}
