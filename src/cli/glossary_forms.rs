//! `tolmach glossary forms`: every form of a term, and the table that gave it. Needs no project.

use std::io::Write;

use serde_json::json;

use super::error::Error;
use super::exit::Exit;
use super::form::{self, Format};
use super::terminal::Terminal;
use crate::lang::Language;
use crate::lang::inflect::{self, Inflect};
use crate::report::{styles, visible};

#[derive(Debug, clap::Args)]
pub(super) struct Forms {
    #[arg(required = true)]
    term: Vec<String>,
    #[arg(long, value_name = "LANG", default_value = "ru")]
    language: Language,
    #[arg(long, value_name = "KIND", default_value = "auto", value_parser = Inflect::ALL.map(Inflect::name))]
    inflect: String,
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

impl Forms {
    pub(super) fn run(&self, terminal: &Terminal) -> Result<Exit, Error> {
        let inflect = self.inflect.parse().unwrap_or_default();
        let all: Vec<inflect::Forms> =
            self.term.iter().map(|term| inflect::forms(term, &self.language, inflect)).collect();
        let mut out = terminal.out();
        match self.format {
            Format::Json => {
                let terms: Vec<_> = all.iter().map(as_json).collect();
                form::json(&json!({ "version": 1, "terms": terms }), &mut out)?;
            }
            Format::Human => {
                for forms in &all {
                    human(terminal, forms, &mut out)?;
                }
            }
        }
        out.flush()?;
        Ok(Exit::Done)
    }
}

fn as_json(forms: &inflect::Forms) -> serde_json::Value {
    let list = forms.list();
    let tables: serde_json::Map<String, serde_json::Value> =
        list.iter().map(|form| (form.text.clone(), json!(form.table))).collect();
    json!({
        "term": forms.term,
        "inflect": forms.inflect.name(),
        "forms": list.iter().map(|form| &form.text).collect::<Vec<_>>(),
        "tables": tables,
    })
}

/// The term, what it was taken for, and its forms table by table.
fn human(terminal: &Terminal, forms: &inflect::Forms, out: &mut dyn Write) -> Result<(), Error> {
    let (head, dim) = (styles::HEAD, styles::DIM);
    let list = forms.list();
    let kind = terminal.ui.glossary_forms(forms.inflect.name(), list.len());
    writeln!(out, "{head}{}{head:#}  {dim}{kind}{dim:#}", visible(&forms.term))?;
    let mut tables: Vec<&str> = Vec::new();
    for form in &list {
        if !tables.contains(&form.table) {
            tables.push(form.table);
        }
    }
    for table in tables {
        let of_table: Vec<&str> =
            list.iter().filter(|form| form.table == table).map(|form| form.text.as_str()).collect();
        let line = format!("{table}: {}", of_table.join(", "));
        let options = textwrap::Options::new(terminal.width()).initial_indent("  ").subsequent_indent("    ");
        for line in textwrap::wrap(&visible(&line), options) {
            writeln!(out, "{line}")?;
        }
    }
    Ok(())
}
