//! `tolmach align`: which paragraphs answer each other, side by side, with confidence.

use std::io::Write;

use serde_json::{Value, json};
use unicode_width::UnicodeWidthStr;

use super::align_batch;
use super::error::Error;
use super::exit::Exit;
use super::form::{self, Format};
use super::terminal::Terminal;
use crate::align::{self, Lexicon, Side, Unit};
use crate::lang::Language;
use crate::project;
use crate::report::{styles, visible};
use crate::text::{Document, Format as TextFormat, Layout, Lines};

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
    #[arg(long, requires = "batch")]
    learn: bool,
    #[arg(long, value_name = "N", requires = "batch", default_value_t = 0)]
    threads: usize,
}

/// A pair of documents and their units.
struct Pair<'a> {
    source_path: &'a str,
    target_path: &'a str,
    source: &'a Document,
    target: &'a Document,
    units: Vec<Unit>,
}

impl Align {
    pub(super) fn run(&self, terminal: &Terminal) -> Result<Exit, Error> {
        let mut out = terminal.out();
        if self.batch {
            let options = align_batch::Options { threads: self.threads, learn: self.learn };
            let input = std::io::BufReader::with_capacity(1 << 16, std::io::stdin());
            return Ok(match align_batch::run(input, &mut out, options)? {
                align_batch::Outcome::Done => Exit::Done,
                align_batch::Outcome::BadLines => Exit::Findings,
            });
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
        let read = |path: &str| -> Result<Document, Error> {
            let plain = path.ends_with(".txt");
            let format = if plain { TextFormat::Plain(Layout::Auto) } else { TextFormat::Markdown };
            Ok(Document::read(&project::read_loose(path)?, format))
        };
        let (source_document, target_document) = (read(source)?, read(target)?);
        for (path, document, declared) in
            [(source, &source_document, &self.source_language), (target, &target_document, &self.target_language)]
        {
            if let Some(found) = align::wrong_language(declared, &document.paragraphs) {
                let (found, declared) = (found.to_string(), declared.to_string());
                let facts = [("path", path.into()), ("found", found.into()), ("declared", declared.into())];
                terminal.note(&terminal.ui.say("note-wrong-language", &facts));
            }
        }
        let lexicon = Lexicon::built_in(&self.source_language, &self.target_language);
        let side = |language, document| side(language, document);
        let units = align::align(
            &side(&self.source_language, &source_document),
            &side(&self.target_language, &target_document),
            &[],
            &lexicon,
        );
        let pair = Pair {
            source_path: source,
            target_path: target,
            source: &source_document,
            target: &target_document,
            units,
        };
        self.show(terminal, &pair, answers, out)
    }

    fn project(&self, terminal: &Terminal, answers: &mut Vec<Value>, out: &mut dyn Write) -> Result<(), Error> {
        let workspace = terminal.workspace()?;
        for pair in workspace.select(&self.paths, &self.language)?.into_iter().filter(|pair| pair.translated) {
            let loaded = workspace.load(pair)?;
            let units = workspace.aligned(pair, &loaded);
            let pair = Pair {
                source_path: &pair.original,
                target_path: &pair.translation,
                source: &loaded.source,
                target: &loaded.target,
                units: units.into_iter().map(|reviewed| reviewed.unit).collect(),
            };
            self.show(terminal, &pair, answers, out)?;
        }
        Ok(())
    }

    fn show(
        &self,
        terminal: &Terminal,
        pair: &Pair<'_>,
        answers: &mut Vec<Value>,
        out: &mut dyn Write,
    ) -> Result<(), Error> {
        match self.format {
            Format::Json => answers.push(as_json(pair)),
            Format::Human => human(terminal, pair, self.reasons, out)?,
        }
        Ok(())
    }
}

fn side<'a>(language: &'a Language, document: &'a Document) -> Side<'a> {
    Side { language, paragraphs: &document.paragraphs, blocks: &document.blocks, text: &document.text }
}

fn as_json(pair: &Pair<'_>) -> Value {
    let units: Vec<Value> = pair
        .units
        .iter()
        .map(|unit| {
            let names: Vec<String> =
                unit.evidence.names.iter().map(|(left, right)| format!("{left}={right}")).collect();
            let words: Vec<String> =
                unit.evidence.lexicon.iter().map(|(left, right)| format!("{left}={right}")).collect();
            json!({
                "source": unit.source,
                "target": unit.target,
                "confidence": rounded(unit.confidence),
                "moved": unit.moved,
                "pinned": unit.pinned,
                "evidence": {
                    "length": rounded(unit.evidence.length),
                    "words": rounded(unit.evidence.words),
                    "structure": rounded(unit.evidence.structure),
                    "names": names,
                    "numbers": unit.evidence.numbers,
                    "lexicon": words,
                },
            })
        })
        .collect();
    json!({
        "version": 1,
        "source": { "path": pair.source_path, "paragraphs": pair.source.paragraphs.len() },
        "target": { "path": pair.target_path, "paragraphs": pair.target.paragraphs.len() },
        "units": units,
    })
}

/// Three digits after the point: more would only be noise in a diff.
fn rounded(number: f64) -> f64 {
    (number * 1000.0).round() / 1000.0
}

fn human(terminal: &Terminal, pair: &Pair<'_>, reasons: bool, out: &mut dyn Write) -> Result<(), Error> {
    let (head, dim) = (styles::HEAD, styles::DIM);
    writeln!(out, "{head}{} ↔ {}{head:#}", visible(pair.source_path), visible(pair.target_path))?;
    let (source_lines, target_lines) = (Lines::new(&pair.source.text), Lines::new(&pair.target.text));
    let column = (terminal.width() - 3) / 2;
    for unit in &pair.units {
        let left = column_of(pair.source, &source_lines, &unit.source, column);
        let right = column_of(pair.target, &target_lines, &unit.target, column);
        let mut label = format!("{}:{}  {:.3}", unit.source.len(), unit.target.len(), unit.confidence);
        for (holds, id) in [(unit.pinned, "align-pinned"), (unit.moved, "align-moved")] {
            if holds {
                label.push_str(&format!("  {}", terminal.ui.say(id, &[])));
            }
        }
        writeln!(out, "\n{dim}{label}{dim:#}")?;
        for at in 0..left.len().max(right.len()) {
            let shown = left.get(at).map_or("", String::as_str);
            let gap = " ".repeat(column.saturating_sub(shown.width()));
            writeln!(out, "{}", format!("{shown}{gap} │ {}", right.get(at).map_or("", String::as_str)).trim_end())?;
        }
        if reasons {
            why(terminal, unit, out)?;
        }
    }
    writeln!(out)?;
    Ok(())
}

/// The paragraphs as lines of a column, each paragraph with its line number in the file.
fn column_of(document: &Document, lines: &Lines, paragraphs: &[usize], width: usize) -> Vec<String> {
    let mut column = Vec::new();
    for at in paragraphs {
        let paragraph = &document.paragraphs[*at];
        let number = lines.position(&document.text, paragraph.span.start).line;
        let text = visible(&paragraph.text).replace(['\n', '\t'], " ");
        let marked = format!("{number}: {text}");
        let options = textwrap::Options::new(width).subsequent_indent("  ");
        column.extend(textwrap::wrap(&marked, options).into_iter().map(std::borrow::Cow::into_owned));
    }
    column
}

fn why(terminal: &Terminal, unit: &Unit, out: &mut dyn Write) -> Result<(), Error> {
    let evidence = &unit.evidence;
    let dim = styles::DIM;
    let mut parts = vec![terminal.ui.say(
        "align-scores",
        &[
            ("length", rounded(evidence.length).into()),
            ("words", rounded(evidence.words).into()),
            ("structure", rounded(evidence.structure).into()),
        ],
    )];
    let pairs = |pairs: &[(String, String)]| {
        pairs.iter().map(|(left, right)| format!("{left} = {right}")).collect::<Vec<_>>().join(", ")
    };
    for (id, list) in [
        ("align-names", pairs(&evidence.names)),
        ("align-numbers", evidence.numbers.join(", ")),
        ("align-lexicon", pairs(&evidence.lexicon)),
    ] {
        if !list.is_empty() {
            parts.push(terminal.ui.say(id, &[("list", visible(&list).into_owned().into())]));
        }
    }
    for part in parts {
        for line in textwrap::wrap(&part, terminal.width() - 4) {
            writeln!(out, "    {dim}{line}{dim:#}")?;
        }
    }
    Ok(())
}
