//! `tolmach align`: which paragraphs answer each other, side by side, with confidence.

use std::io::Write;

use serde_json::{Value, json};
use unicode_width::UnicodeWidthStr;

use super::align_batch;
use super::error::Error;
use super::exit::Exit;
use super::form::{self, Format};
use super::terminal::Terminal;
use crate::align::{self, Lexicon, Unit};
use crate::lang::Language;
use crate::project;
use crate::report::{styles, visible};
use crate::text::{Document, Format as TextFormat, Layout, Lines};
use crate::units::{Pair, Units};

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
            Ok(Document::read(&project::read_loose(path)?, TextFormat::of(path, Layout::Auto)))
        };
        let languages = (self.source_language.clone(), self.target_language.clone());
        let mut pair = Pair::of(read(source)?, read(target)?, languages, Units::default());
        source.clone_into(&mut pair.paths.original);
        target.clone_into(&mut pair.paths.translation);
        for (path, side) in [(source, pair.source_side()), (target, pair.target_side())] {
            if let Some(found) = align::wrong_language(side.language, side.paragraphs) {
                let (found, declared) = (found.to_string(), side.language.to_string());
                terminal.note(&terminal.ui.note_wrong_language(path, found, declared));
            }
        }
        let lexicon = Lexicon::built_in(&self.source_language, &self.target_language);
        let units = align::align(&pair.source_side(), &pair.target_side(), &[], &lexicon);
        self.show(terminal, (&pair, &units), answers, out)
    }

    fn project(&self, terminal: &Terminal, answers: &mut Vec<Value>, out: &mut dyn Write) -> Result<(), Error> {
        let workspace = terminal.workspace()?;
        for paths in workspace.select(&self.paths, &self.language)?.into_iter().filter(|paths| paths.translated) {
            let pair = workspace.load(paths)?;
            let units: Vec<Unit> = workspace.aligned(&pair).into_iter().map(|analysed| analysed.unit).collect();
            self.show(terminal, (&pair, &units), answers, out)?;
        }
        Ok(())
    }

    fn show(
        &self,
        terminal: &Terminal,
        aligned: (&Pair, &[Unit]),
        answers: &mut Vec<Value>,
        out: &mut dyn Write,
    ) -> Result<(), Error> {
        match self.format {
            Format::Json => answers.push(as_json(aligned)),
            Format::Human => human(terminal, aligned, self.reasons, out)?,
        }
        Ok(())
    }
}

fn as_json((pair, units): (&Pair, &[Unit])) -> Value {
    let units: Vec<Value> = units
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
        "source": { "path": pair.paths.original, "paragraphs": pair.source.paragraphs.len() },
        "target": { "path": pair.paths.translation, "paragraphs": pair.target.paragraphs.len() },
        "units": units,
    })
}

/// Three digits after the point: more would only be noise in a diff.
fn rounded(number: f64) -> f64 {
    (number * 1000.0).round() / 1000.0
}

fn human(
    terminal: &Terminal,
    (pair, units): (&Pair, &[Unit]),
    reasons: bool,
    out: &mut dyn Write,
) -> Result<(), Error> {
    let (head, dim) = (styles::HEAD, styles::DIM);
    writeln!(out, "{head}{} ↔ {}{head:#}", visible(&pair.paths.original), visible(&pair.paths.translation))?;
    let column = (terminal.width() - 3) / 2;
    for unit in units {
        let left = column_of(&pair.source, pair.source_lines(), &unit.source, column);
        let right = column_of(&pair.target, pair.target_lines(), &unit.target, column);
        let mut label = format!("{}:{}  {:.3}", unit.source.len(), unit.target.len(), unit.confidence);
        let marks = [(unit.pinned, terminal.ui.align_pinned()), (unit.moved, terminal.ui.align_moved())];
        for (_, mark) in marks.iter().filter(|(holds, _)| *holds) {
            label.push_str(&format!("  {mark}"));
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
    let mut parts =
        vec![terminal.ui.align_scores(rounded(evidence.length), rounded(evidence.words), rounded(evidence.structure))];
    let pairs = |pairs: &[(String, String)]| {
        pairs.iter().map(|(left, right)| format!("{left} = {right}")).collect::<Vec<_>>().join(", ")
    };
    let list = |list: &str| visible(list).into_owned();
    let (names, lexicon) = (pairs(&evidence.names), pairs(&evidence.lexicon));
    if !names.is_empty() {
        parts.push(terminal.ui.align_names(list(&names)));
    }
    if !evidence.numbers.is_empty() {
        parts.push(terminal.ui.align_numbers(list(&evidence.numbers.join(", "))));
    }
    if !lexicon.is_empty() {
        parts.push(terminal.ui.align_lexicon(list(&lexicon)));
    }
    for part in parts {
        for line in textwrap::wrap(&part, terminal.width() - 4) {
            writeln!(out, "    {dim}{line}{dim:#}")?;
        }
    }
    Ok(())
}
