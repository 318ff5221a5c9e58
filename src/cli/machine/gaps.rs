//! `tolmach gaps`: what is to be translated, with all that a machine or a script needs for it.

use std::io::Write;

use crate::cli::error::Error;
use crate::cli::exit::Exit;
use crate::cli::terminal::Terminal;
use crate::lang::Language;
use crate::report::{gap_as_json, gap_as_prompt, prompt_head};
use crate::workspace::{GapItem, GapReader, Progress, Step, Wanted};

#[derive(Debug, clap::Args)]
pub(in crate::cli) struct Gaps {
    paths: Vec<String>,
    #[arg(long, value_name = "LANG", value_delimiter = ',')]
    language: Vec<Language>,
    #[arg(long)]
    stale: bool,
    #[arg(long, value_enum, default_value_t, conflicts_with = "prompt")]
    format: Form,
    #[arg(long)]
    prompt: bool,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
enum Form {
    /// An object a line.
    #[default]
    Jsonl,
    /// One object with a list.
    Json,
}

impl Gaps {
    pub(in crate::cli) fn run(&self, terminal: &Terminal) -> Result<Exit, Error> {
        let workspace = terminal.workspace()?;
        let style = workspace.style_notes()?;
        let pairs = workspace.select(&self.paths, &self.language)?;
        let wanted = if self.stale { Wanted::StaleToo } else { Wanted::Gaps };
        let mut reader = GapReader::new(&workspace, wanted);
        let mut out = terminal.out();
        let mut answer = Answer { terminal, style, asked: self, written: 0 };
        terminal.begin(Step::Documents, pairs.len() as u64);
        for paths in pairs {
            if paths.translated {
                let found = reader.document(paths, terminal)?;
                if found.without_gap > 0 {
                    terminal.note(&terminal.ui.gaps_without_gap(paths.translation.as_str(), found.without_gap));
                }
                found.items.iter().try_for_each(|item| answer.write(item, &mut out))?;
            } else {
                terminal.note(&terminal.ui.gaps_not_begun(paths.original.as_str(), paths.language.to_string()));
            }
            terminal.advance(1);
        }
        terminal.end();
        answer.end(&mut out)?;
        out.flush()?;
        Ok(Exit::Done)
    }
}

/// The answer as far as it is written.
struct Answer<'a> {
    terminal: &'a Terminal,
    style: Option<String>,
    asked: &'a Gaps,
    written: usize,
}

impl Answer<'_> {
    fn write(&mut self, item: &GapItem, out: &mut dyn Write) -> Result<(), Error> {
        self.written += 1;
        let style = self.style.as_deref();
        if self.asked.prompt {
            if self.written == 1 {
                write!(out, "{}", prompt_head(style, &self.terminal.ui))?;
            }
            return Ok(write!(out, "{}", gap_as_prompt(item, &self.terminal.ui))?);
        }
        if self.asked.format == Form::Json {
            write!(out, "{}", if self.written == 1 { "{\"version\":1,\"gaps\":[\n" } else { ",\n" })?;
            return Ok(write!(out, "{}", gap_as_json(item, style))?);
        }
        Ok(writeln!(out, "{}", gap_as_json(item, style))?)
    }

    fn end(&self, out: &mut dyn Write) -> Result<(), Error> {
        if !self.asked.prompt && self.asked.format == Form::Json {
            writeln!(out, "{}", if self.written == 0 { "{\"version\":1,\"gaps\":[]}" } else { "\n]}" })?;
        }
        Ok(())
    }
}
