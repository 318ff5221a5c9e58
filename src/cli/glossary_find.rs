//! `tolmach glossary find`: where the originals use a term, and how the translations render it.

use std::io::Write;

use serde_json::json;

use super::error::Error;
use super::exit::Exit;
use super::form::{self, Format};
use super::terminal::Terminal;
use crate::i18n::Problem;
use crate::lang::Language;
use crate::report::{styles, visible};
use crate::workspace::{TermUse, concepts_named, term_uses};

#[derive(Debug, clap::Args)]
pub(super) struct Find {
    #[arg(required = true)]
    term: Vec<String>,
    #[arg(long, value_name = "LANG", value_delimiter = ',')]
    language: Vec<Language>,
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

impl Find {
    pub(super) fn run(&self, terminal: &Terminal) -> Result<Exit, Error> {
        let workspace = terminal.workspace()?;
        let wanted = self.term.join(" ");
        let concepts = concepts_named(&workspace, &wanted);
        if concepts.is_empty() {
            return Err(Error::new(Problem::NoSuchTerm { term: wanted.into() }));
        }
        self.write(terminal, &term_uses(&workspace, &concepts, &self.language)?)
    }

    fn write(&self, terminal: &Terminal, uses: &[TermUse]) -> Result<Exit, Error> {
        let mut out = terminal.out();
        if self.format == Format::Json {
            let places: Vec<_> = uses.iter().map(as_json).collect();
            form::json(&json!({ "version": 1, "occurrences": places }), &mut out)?;
            out.flush()?;
            return Ok(Exit::Done);
        }
        let dim = styles::DIM;
        for found in uses {
            writeln!(out, "{dim}{}{dim:#}", visible(&found.place))?;
            writeln!(out, "  {}", visible(&found.context))?;
            match (&found.target_context, &found.target_place) {
                (Some(target), Some(place)) => {
                    writeln!(out, "  {}", visible(target))?;
                    writeln!(out, "  {dim}{}{dim:#}", visible(place))?;
                }
                _ => writeln!(out, "  {}", terminal.ui.glossary_no_rendering())?,
            }
        }
        writeln!(out, "{}", terminal.ui.glossary_found(uses.len()))?;
        out.flush()?;
        Ok(Exit::Done)
    }
}

fn as_json(found: &TermUse) -> serde_json::Value {
    json!({
        "place": found.place,
        "context": found.context,
        "renderings": found.renderings,
        "target_place": found.target_place,
        "target_context": found.target_context,
    })
}
