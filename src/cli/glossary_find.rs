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
use crate::workspace::{TermUse, concepts_named, conflicts_first, renderings, term_uses};

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
        let mut uses = term_uses(&workspace, &concepts, &self.language)?;
        let counts: Vec<_> = concepts
            .iter()
            .map(|at| (workspace.glossary.concepts[*at].id.as_str(), renderings(&uses, *at)))
            .filter(|(_, counts)| !counts.is_empty())
            .collect();
        conflicts_first(&mut uses);
        self.write(terminal, &uses, &counts)
    }

    fn write(&self, terminal: &Terminal, uses: &[TermUse], counts: &[Counts<'_>]) -> Result<Exit, Error> {
        let mut out = terminal.out();
        if self.format == Format::Json {
            let places: Vec<_> = uses.iter().map(as_json).collect();
            let concepts: Vec<_> = counts.iter().map(counts_as_json).collect();
            form::json(&json!({ "version": 1, "concepts": concepts, "occurrences": places }), &mut out)?;
            out.flush()?;
            return Ok(Exit::Done);
        }
        let (head, dim) = (styles::HEAD, styles::DIM);
        for (id, counts) in counts {
            let of = |(term, count): &(Option<String>, usize)| match term {
                Some(term) => format!("{} {count}", visible(term)),
                None => format!("{} {count}", terminal.ui.glossary_no_rendering()),
            };
            let list: Vec<String> = counts.iter().map(of).collect();
            writeln!(out, "{head}{}{head:#}  → {}", visible(id), list.join(", "))?;
        }
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

/// A concept's id, and how often it has which rendering.
type Counts<'a> = (&'a str, Vec<(Option<String>, usize)>);

fn counts_as_json((id, counts): &Counts<'_>) -> serde_json::Value {
    let renderings: Vec<_> = counts.iter().map(|(term, count)| json!({ "term": term, "count": count })).collect();
    json!({ "id": id, "renderings": renderings })
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
