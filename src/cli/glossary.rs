//! `tolmach glossary`: lists the terms; finds, adds and exchanges them.

use std::io::Write;

use serde_json::json;

use super::error::Error;
use super::exit::Exit;
use super::form::{self, Format};
use super::glossary_add::Add;
use super::glossary_change;
use super::glossary_exchange;
use super::glossary_find::Find;
use super::glossary_forms::Forms;
use super::glossary_merge;
use super::glossary_remove;
use super::glossary_suggest::Suggest;
use super::terminal::Terminal;
use crate::glossary::{Concept, Status, Terms};
use crate::report::{styles, visible};
use crate::workspace;

#[derive(Debug, clap::Args)]
pub(super) struct Glossary {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, clap::Subcommand)]
enum Command {
    List(List),
    Add(Add),
    Find(Find),
    Forms(Forms),
    Suggest(Suggest),
    Export(glossary_exchange::Export),
    Import(glossary_exchange::Import),
    Merge(glossary_merge::Merge),
    Edit(Box<glossary_change::Edit>),
    Remove(glossary_remove::Remove),
}

#[derive(Debug, clap::Args)]
struct List {
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

impl Glossary {
    pub(super) fn run(&self, terminal: &Terminal) -> Result<Exit, Error> {
        match &self.command {
            Command::List(list) => list.run(terminal),
            Command::Add(add) => add.run(terminal),
            Command::Find(find) => find.run(terminal),
            Command::Forms(forms) => forms.run(terminal),
            Command::Suggest(suggest) => suggest.run(terminal),
            Command::Export(export) => export.run(terminal),
            Command::Import(import) => import.run(terminal),
            Command::Merge(merge) => merge.run(terminal),
            Command::Edit(edit) => edit.run(terminal),
            Command::Remove(remove) => remove.run(terminal),
        }
    }
}

impl List {
    fn run(&self, terminal: &Terminal) -> Result<Exit, Error> {
        let project = terminal.project()?;
        let glossary = workspace::glossary(&project, terminal)?;
        let mut out = terminal.out();
        match self.format {
            Format::Json => {
                let concepts: Vec<_> = glossary.concepts.iter().map(as_json).collect();
                form::json(&json!({ "version": 1, "concepts": concepts }), &mut out)?;
            }
            Format::Human => {
                for concept in &glossary.concepts {
                    entry(terminal, concept, &mut out)?;
                }
                writeln!(out, "{}", terminal.ui.glossary_count(glossary.concepts.len()))?;
            }
        }
        out.flush()?;
        Ok(Exit::Done)
    }
}

fn as_json(concept: &Concept) -> serde_json::Value {
    let terms: serde_json::Map<String, serde_json::Value> = concept
        .terms
        .iter()
        .map(|(language, terms)| {
            let list: Vec<_> =
                terms.terms.iter().map(|term| json!({ "text": term.text, "status": status_id(term.status) })).collect();
            (language.clone(), json!(list))
        })
        .collect();
    json!({
        "id": concept.id, "definition": concept.definition, "domain": concept.domain,
        "file": concept.file, "line": concept.line, "terms": terms,
    })
}

fn status_id(status: Status) -> &'static str {
    match status {
        Status::Preferred => "preferred",
        Status::Admitted => "admitted",
        Status::Deprecated => "deprecated",
    }
}

fn entry(terminal: &Terminal, concept: &Concept, out: &mut dyn Write) -> Result<(), Error> {
    let (head, dim) = (styles::HEAD, styles::DIM);
    let place = format!("{}:{}", visible(&concept.file), concept.line);
    writeln!(out, "{head}{}{head:#}  {dim}{place}{dim:#}", visible(&concept.id))?;
    if let Some(definition) = &concept.definition {
        writeln!(out, "  {}", visible(definition))?;
    }
    for (language, terms) in &concept.terms {
        for status in [Status::Preferred, Status::Admitted, Status::Deprecated] {
            let list = of_status(terms, status);
            if !list.is_empty() {
                let said = terminal.ui.terms_of(status, &visible(&list.join(", ")));
                writeln!(out, "  {language}  {said}")?;
            }
        }
    }
    writeln!(out)?;
    Ok(())
}

fn of_status(terms: &Terms, status: Status) -> Vec<&str> {
    terms.terms.iter().filter(|term| term.status == status).map(|term| term.text.as_str()).collect()
}
