//! `tolmach glossary`: looks at the terms and where they stand, adds some.

use std::io::Write;

use serde_json::json;

use super::error::Error;
use super::exit::Exit;
use super::form::{self, Format};
use super::glossary_add::Add;
use super::glossary_exchange;
use super::glossary_forms::Forms;
use super::glossary_suggest::Suggest;
use super::terminal::Terminal;
use crate::glossary::{Concept, Occurrence, Status, Terms};
use crate::i18n::Problem;
use crate::lang::Language;
use crate::report::{styles, visible};
use crate::text::{Document, Lines};
use crate::workspace::{self, Workspace};

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
}

#[derive(Debug, clap::Args)]
struct List {
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

#[derive(Debug, clap::Args)]
struct Find {
    #[arg(required = true)]
    term: Vec<String>,
    #[arg(long, value_name = "LANG", value_delimiter = ',')]
    language: Vec<Language>,
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

/// A place of a term in an original, and how its unit renders it.
struct Line {
    place: String,
    context: String,
    rendering: Vec<String>,
    target_place: Option<String>,
    target: Option<String>,
}

impl Find {
    fn run(&self, terminal: &Terminal) -> Result<Exit, Error> {
        let workspace = terminal.workspace()?;
        let wanted = self.term.join(" ");
        let concepts = concepts(&workspace, &wanted);
        if concepts.is_empty() {
            return Err(Error::new(Problem::NoSuchTerm { term: wanted.into() }));
        }
        let mut lines = Vec::new();
        for paths in workspace.select(&[], &self.language)?.into_iter().filter(|paths| paths.translated) {
            let pair = workspace.load(paths)?;
            let review = workspace.analyse(&pair);
            let names = (paths.original.as_str(), paths.translation.as_str());
            for reviewed in &review.units {
                let unit = &reviewed.unit;
                let of = |terms: &[Vec<Occurrence>], paragraphs: &[usize]| -> Vec<(usize, Occurrence)> {
                    let all = paragraphs.iter().flat_map(|at| terms[*at].iter().map(|found| (*at, found.clone())));
                    all.filter(|(_, found)| concepts.contains(&found.concept)).collect()
                };
                let targets = of(&review.target_terms, &unit.target);
                for (at, found) in of(&review.source_terms, &unit.source) {
                    let rendering = targets.iter().filter(|(_, other)| other.concept == found.concept);
                    lines.push(Line {
                        place: place(names.0, &pair.source, at, &found),
                        context: context(&pair.source, at, &found),
                        rendering: rendering
                            .clone()
                            .map(|(at, other)| pair.target.paragraphs[*at].text[other.span.range()].to_owned())
                            .collect(),
                        target_place: rendering
                            .clone()
                            .map(|(at, other)| place(names.1, &pair.target, *at, other))
                            .next(),
                        target: rendering.clone().map(|(at, other)| context(&pair.target, *at, other)).next(),
                    });
                }
            }
        }
        self.write(terminal, &lines)
    }

    fn write(&self, terminal: &Terminal, lines: &[Line]) -> Result<Exit, Error> {
        let mut out = terminal.out();
        if self.format == Format::Json {
            let places: Vec<_> = lines
                .iter()
                .map(|line| json!({ "place": line.place, "context": line.context, "renderings": line.rendering, "target_place": line.target_place, "target_context": line.target }))
                .collect();
            form::json(&json!({ "version": 1, "occurrences": places }), &mut out)?;
            out.flush()?;
            return Ok(Exit::Done);
        }
        let dim = styles::DIM;
        for line in lines {
            writeln!(out, "{dim}{}{dim:#}", visible(&line.place))?;
            writeln!(out, "  {}", visible(&line.context))?;
            match (&line.target, &line.target_place) {
                (Some(target), Some(place)) => {
                    writeln!(out, "  {}", visible(target))?;
                    writeln!(out, "  {dim}{}{dim:#}", visible(place))?;
                }
                _ => writeln!(out, "  {}", terminal.ui.glossary_no_rendering())?,
            }
        }
        writeln!(out, "{}", terminal.ui.glossary_found(lines.len()))?;
        out.flush()?;
        Ok(Exit::Done)
    }
}

/// The concepts that an id or a term, in any form, names.
fn concepts(workspace: &Workspace, wanted: &str) -> Vec<usize> {
    let folded = wanted.to_lowercase();
    let named = |concept: &Concept| {
        concept.id == wanted
            || concept.terms.values().any(|terms| terms.terms.iter().any(|term| term.text.to_lowercase() == folded))
    };
    (0..workspace.glossary.concepts.len()).filter(|at| named(&workspace.glossary.concepts[*at])).collect()
}

fn place(path: &str, document: &Document, paragraph: usize, found: &Occurrence) -> String {
    let span = document.paragraphs[paragraph].in_file(found.span);
    let position = Lines::new(&document.text).position(&document.text, span.start);
    format!("{path}:{}:{}", position.line, position.column)
}

/// The words around an occurrence, the term between `⟦` and `⟧`.
fn context(document: &Document, paragraph: usize, found: &Occurrence) -> String {
    const BESIDE: usize = 30;
    let text = &document.paragraphs[paragraph].text;
    let before: Vec<char> = text[..found.span.start].chars().rev().take(BESIDE).collect();
    let after: String = text[found.span.end..].chars().take(BESIDE).collect();
    let before: String = before.into_iter().rev().collect();
    format!("{before}⟦{}⟧{after}", &text[found.span.range()]).replace('\n', " ")
}
