//! `tolmach memory search`: what was translated before and is like a text, or holds it.

use std::io::Write;

use serde_json::json;

use super::error::Error;
use super::exit::Exit;
use super::form;
use super::memory_language::language;
use super::terminal::Terminal;
use crate::diff::marked;
use crate::lang::Language;
use crate::memory::{Match, Mention, Wing};
use crate::report::{styles, visible};
use crate::text::Span;
use crate::workspace;

#[derive(Debug, clap::Args)]
pub(super) struct Search {
    #[arg(required = true)]
    text: Vec<String>,
    #[arg(long, value_name = "LANG")]
    language: Option<Language>,
    #[arg(long)]
    term: bool,
    #[arg(long, requires = "term")]
    in_translation: bool,
    #[arg(long, value_name = "PERCENT", default_value_t = 60, value_parser = clap::value_parser!(u8).range(1..=100))]
    minimum: u8,
    #[arg(long, value_name = "NUMBER", default_value_t = 10)]
    limit: usize,
    #[arg(long, value_enum, default_value_t)]
    format: Answer,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
enum Answer {
    #[default]
    Human,
    Json,
}

impl Search {
    pub(super) fn run(&self, terminal: &Terminal) -> Result<Exit, Error> {
        let workspace = terminal.workspace()?;
        let language = language(&workspace, self.language.as_ref())?;
        let memory = workspace::memory(&workspace, &language, terminal)?;
        let text = self.text.join(" ");
        let mut out = terminal.out();
        if self.term {
            let wing = if self.in_translation { Wing::Target } else { Wing::Source };
            self.mentions(terminal, &memory.concordance(&text, wing, self.limit), wing, &mut out)?;
        } else {
            self.matches(terminal, &memory.search(&text, self.limit, self.minimum), &text, &mut out)?;
        }
        out.flush()?;
        Ok(Exit::Done)
    }

    fn matches(&self, terminal: &Terminal, found: &[Match<'_>], text: &str, out: &mut dyn Write) -> Result<(), Error> {
        if self.format == Answer::Json {
            let matches: Vec<_> = found
                .iter()
                .map(|found| {
                    json!({ "percent": found.percent, "source": found.source, "target": found.target,
                            "origin": found.pair.origin.as_ref(), "sentence": found.sentence })
                })
                .collect();
            return Ok(form::json(&json!({ "version": 1, "matches": matches }), out)?);
        }
        let (head, dim) = (styles::HEAD, styles::DIM);
        for found in found {
            writeln!(out, "{head}{}%{head:#}  {dim}{}{dim:#}", found.percent, visible(&found.pair.origin))?;
            let shown = if found.percent < 100 { marked(found.source, text) } else { found.source.to_owned() };
            writeln!(out, "  {}", visible(&shown.replace('\n', " ")))?;
            writeln!(out, "  {}", visible(&found.target.replace('\n', " ")))?;
        }
        Ok(writeln!(out, "{}", terminal.ui.memory_found(found.len()))?)
    }

    fn mentions(
        &self,
        terminal: &Terminal,
        found: &[Mention<'_>],
        wing: Wing,
        out: &mut dyn Write,
    ) -> Result<(), Error> {
        if self.format == Answer::Json {
            let mentions: Vec<_> = found
                .iter()
                .map(|mention| {
                    let spans: Vec<_> = mention.spans.iter().map(|span| json!([span.start, span.end])).collect();
                    json!({ "source": mention.pair.source, "target": mention.pair.target,
                            "origin": mention.pair.origin.as_ref(), "bytes": spans })
                })
                .collect();
            return Ok(form::json(&json!({ "version": 1, "mentions": mentions }), out)?);
        }
        let dim = styles::DIM;
        for mention in found {
            let pair = mention.pair;
            let (source, target) = match wing {
                Wing::Source => (bracketed(&pair.source, &mention.spans), pair.target.clone()),
                Wing::Target => (pair.source.clone(), bracketed(&pair.target, &mention.spans)),
            };
            writeln!(out, "{dim}{}{dim:#}", visible(&pair.origin))?;
            writeln!(out, "  {}", visible(&source.replace('\n', " ")))?;
            writeln!(out, "  {}", visible(&target.replace('\n', " ")))?;
        }
        Ok(writeln!(out, "{}", terminal.ui.memory_found(found.len()))?)
    }
}

/// The text with `⟦` and `⟧` around the spans, which may overlap.
fn bracketed(text: &str, spans: &[Span]) -> String {
    let mut shown = String::new();
    let mut at = 0;
    for span in spans.iter().filter(|span| !span.is_empty()) {
        if span.start < at {
            continue;
        }
        shown.extend([&text[at..span.start], "⟦", &text[span.range()], "⟧"]);
        at = span.end;
    }
    shown + &text[at..]
}
