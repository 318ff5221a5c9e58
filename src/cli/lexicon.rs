//! `tolmach lexicon`: lexicons that were learned from aligned documents.

use std::io::Write;

use super::error::Error;
use super::exit::Exit;
use super::terminal::Terminal;
use crate::align::{LearnedFault, LearnedFile};
use crate::i18n::Problem;
use crate::project;

#[derive(Debug, clap::Args)]
pub(super) struct Lexicon {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, clap::Subcommand)]
enum Command {
    Merge(Merge),
}

#[derive(Debug, clap::Args)]
struct Merge {
    #[arg(required = true)]
    files: Vec<String>,
    #[arg(long, value_name = "FILE")]
    output: String,
    #[arg(long)]
    words_only: bool,
}

impl Lexicon {
    pub(super) fn run(&self, terminal: &Terminal) -> Result<Exit, Error> {
        match &self.command {
            Command::Merge(merge) => merge.run(terminal),
        }
    }
}

impl Merge {
    fn run(&self, terminal: &Terminal) -> Result<Exit, Error> {
        let mut merged = LearnedFile::default();
        for path in &self.files {
            merged.add(project::open_loose(path)?.input).map_err(|fault| said(path, fault))?;
        }
        merged.learn();
        project::stream_loose(&self.output, |file| {
            let mut file = std::io::BufWriter::new(file);
            merged.write(&mut file, !self.words_only)?;
            file.flush()
        })?;
        let (units, words) = merged.size();
        terminal.note(&terminal.ui.lexicon_merged(self.output.clone(), words, units));
        Ok(Exit::Done)
    }
}

/// The lexicon in a file that the user names.
pub(super) fn open(path: &str) -> Result<LearnedFile, Error> {
    LearnedFile::open(project::open_loose(path)?.input).map_err(|fault| said(path, fault))
}

fn said(path: &str, fault: LearnedFault) -> Error {
    let (problem, line) = match fault {
        LearnedFault::Other => (Problem::LearnedOther, None),
        LearnedFault::Version => (Problem::LearnedVersion, None),
        LearnedFault::Line(line) => (Problem::LearnedLine, Some(line)),
        LearnedFault::CutShort => (Problem::LearnedShort, None),
        LearnedFault::WordsAlone => (Problem::LearnedWords, None),
        LearnedFault::Io(error) => (Problem::Io { error: error.to_string().into() }, None),
    };
    Error::new(problem).at(path, line)
}
